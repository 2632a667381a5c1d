/**
 * Servers for whoever sits at the machine itself: they listen on its loopback address, or answer nobody else.
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { contains, endsFunction } from '../../src/model/control-flow.js'
import type { ServedWay } from '../../src/model/reach.js'
import type { Call, EntryPoint, Model, Operation, Unit } from '../../src/model/types.js'
import type { WorkspaceFile } from '../../src/workspace/types.js'

const LOOPBACK = /^(?:127\.0\.0\.1|::1|localhost)$/
const SAYS_LOOPBACK = /['"`](?:127\.0\.0\.1|::1|localhost)['"`]/
/** A proxy in front of it hands on what comes from elsewhere. */
const PROXIED = /trust[-_ ]?proxy|x-forwarded/i
const MOST_HOPS = 4

export class LoopbackServers {
  private readonly listening = new Map<string, boolean>()

  constructor(private readonly model: Model) {}

  /** The one who asks waits for what he has asked for, and it does not grow from one time to the next. */
  isFor({ entry, reached }: ServedWay, operation: Operation): boolean {
    if (!this.refusesOthers(entry) && !this.listensAlone(entry.file)) return false
    const nodes: ts.Node[] = [operation.call.node, ...reached.trace.map(({ node }) => node)]
    return !this.model.loops.some((loop) => loop.size === 'data' && loop.calls.some(({ node }) => nodes.includes(node)))
  }

  /** `if (!isLoopback(req.socket.remoteAddress)) return res.writeHead(403).end()` */
  private refusesOthers({ handler, middleware }: EntryPoint): boolean {
    return [handler, ...middleware.flatMap(({ units }) => units)].some((unit) => {
      const asks = (node: ts.Node): boolean => {
        if (node !== unit.node && ts.isFunctionLike(node)) return false
        if (ts.isIfStatement(node) && /\bremoteAddress\b/.test(node.expression.getText()) && endsFunction(node.thenStatement) && this.asksForLoopback(node.expression, unit)) return true
        return ts.forEachChild(node, (child) => asks(child) || undefined) ?? false
      }
      return asks(unit.node)
    })
  }

  private asksForLoopback(condition: ts.Expression, unit: Unit): boolean {
    return SAYS_LOOPBACK.test(condition.getText()) || unit.calls.some((call) => contains(condition, call.node) && this.textsBehind(call).some((text) => SAYS_LOOPBACK.test(text)))
  }

  private textsBehind(call: Call): string[] {
    return this.model.resolve(call).units.map(({ node }) => node.getText())
  }

  /** All servers of the package listen on the loopback address, and nothing in it speaks of a proxy. */
  private listensAlone(file: WorkspaceFile): boolean {
    const { directory } = file.package
    let known = this.listening.get(directory)
    if (known === undefined) {
      const hosts = this.model
        .callsNamed((name) => name === 'listen')
        .filter(({ unit }) => unit.file.package.directory === directory)
        .map(({ node }) => [...argumentsOf(node).slice(1, 2), ...argumentsOf(node).slice(0, 1).flatMap((options) => propertyOf(options, 'host', (one) => this.model.initializerOf(one)))])
      known = hosts.length > 0 && hosts.every((given) => given.some((host) => this.isLoopback(host, 0))) && !this.isProxied(directory)
      this.listening.set(directory, known)
    }
    return known
  }

  private isProxied(directory: string): boolean {
    return this.model.units.some(({ kind, file }) => kind === 'module' && file.package.directory === directory && PROXIED.test(file.text()))
  }

  /** Its address, or what a function gives that throws for any other. */
  private isLoopback(host: ts.Expression, hops: number): boolean {
    const value = skipOuter(host)
    if (hops > MOST_HOPS) return false
    if (ts.isStringLiteralLike(value)) return LOOPBACK.test(value.text)
    if (ts.isCallExpression(value)) {
      const call = this.model.unitOf(value)?.calls.find(({ node }) => node === value)
      return call !== undefined && this.textsBehind(call).some((text) => SAYS_LOOPBACK.test(text) && /\bthrow\b/.test(text))
    }
    const made = this.model.initializerOf(value)
    return made !== undefined && this.isLoopback(made, hops + 1)
  }
}
