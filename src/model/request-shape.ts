/**
 * What values out of a request can be: strings only, or objects whose keys were chosen outside.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import { isInBranch } from './own-guards.js'
import type { CallsByName } from './calls.js'
import type { Source } from './flow-sources.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import { asksForSecret, checksSignature } from './signed-requests.js'
import { makesTexts } from './texts-of-requests.js'
import type { EntryPoint, Flow, Middleware, Sanitizing, SourceKind, Unit } from './types.js'

/** Settings that hold for the whole program. */
interface Setup {
  /** Middleware that takes operators out of requests is used somewhere. */
  readonly sanitizes: boolean
  /** The database library takes operators out of every filter. */
  readonly sanitizesFilters: boolean
  /** Query strings are read into objects. */
  readonly nestedQuery: boolean
}

/** Middleware is followed this far into what it calls. */
const MOST_CALLS = 2
/** `key.startsWith('$')`, `key[0] === '$'`, `/^\\$/.test(key)`, and what becomes of such a key. */
const LOOKS_FOR_OPERATORS = /(?:startsWith\(\s*|indexOf\(\s*|includes\(\s*|(?:\[0\]|charAt\(0\)|at\(0\))\s*[!=]==?\s*)['"`]\$['"`]|\/\^?[[(]?\\?\$[^/\n]{0,12}\/\w*\.(?:test|exec)\(/
const TAKES_REQUEST = /\b(?:body|query|request|req|ctx)\b/

function sanitizes(tags: readonly Tag[]): boolean {
  return tagIn(tags, 'guard')?.value.startsWith('sanitize') === true
}

export class RequestShape {
  private facts: Setup | undefined
  private readonly sanitizers = new Map<Unit, boolean>()
  private readonly signatures = new Map<Unit, boolean>()

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallsByName,
    private readonly program: Program,
    private readonly entriesAt: (node: ts.Node) => readonly EntryPoint[],
  ) {}

  /** Whether a value out of this part of the request is a string, a list of strings, or nothing. */
  isFlat(source: Source, node: ts.Node): boolean {
    if (source.kind === 'params' || source.kind === 'headers' || source.kind === 'cookies' || source.kind === 'file' || source.kind === 'args' || source.kind === 'form') return true
    if (source.kind === 'message') return source.shape !== 'client'
    if (source.kind === 'body') return this.parsesFormsOnly(node)
    if (!source.shape.startsWith('flat')) return false
    const [, name, major] = /=(.+)@(\d+)$/.exec(source.shape) ?? []
    if (name === undefined) return true
    if (this.setup().nestedQuery) return false
    const range = this.program.fileOf(node.getSourceFile())?.package.dependencies.get(name)
    const version = range && /^[^\d*]*(\d+)/.exec(range)?.[1]
    return version !== undefined && Number(version) >= Number(major)
  }

  /** `app.use(express.urlencoded({ extended: false }))` and no other parser of bodies. */
  private parsesFormsOnly(node: ts.Node): boolean {
    const entries = this.entriesAt(node)
    return (
      entries.length > 0 &&
      entries.every((entry) => {
        const parsers = entry.middleware.flatMap((middleware) => {
          const tag = tagIn(middleware.tags, 'parses')
          return tag ? [{ tag, middleware }] : []
        })
        return (
          parsers.length > 0 &&
          parsers.every(({ tag, middleware }) => {
            const path = /nested=(\S+)/.exec(tag.value)?.[1]
            return path !== undefined && ts.isCallExpression(middleware.node) && atPath(middleware.node, path)[0]?.kind === ts.SyntaxKind.FalseKeyword
          })
        )
      })
    )
  }

  /**
   * Whether the sender of a body is known by a signature or a secret where the body is taken, or on its way: its fields are what that
   * system sends.
   *
   * @param way nodes in the functions through which the value goes
   */
  isSigned({ kind }: Pick<Source, 'kind'>, node: ts.Node, way: readonly ts.Node[]): boolean {
    if (kind !== 'body') return false
    const unit = this.resolver.unitOf(node)
    if (way.some((step) => this.isSignedAt(step))) return true
    return unit !== undefined && (this.signed(unit) || this.entriesAt(node).some(({ handler, middleware }) => handler === unit && middleware.some(({ units }) => units.some((one) => this.signed(one)))))
  }

  /** Middleware in front of the code gives this property of the body a value of its own: `req.body.user = account`. */
  isReplaced({ kind }: Source, node: ts.Node, property: string): boolean {
    if (kind !== 'body') return false
    const entries = this.entriesAt(node)
    return entries.length > 0 && entries.every(({ middleware }) => middleware.some(({ units }) => units.some((unit) => replaces(unit, property))))
  }

  private isSignedAt(step: ts.Node): boolean {
    const unit = this.resolver.unitOf(step)
    const entered = ts.isCallExpression(step) ? this.resolver.functionsOf(skipOuter(step.expression)) : []
    return [...(unit && unit.kind !== 'module' ? [unit] : []), ...entered].some((one) => this.signed(one))
  }

  /** The same body is asked about for each value that is taken out of it. */
  private signed(unit: Unit): boolean {
    let known = this.signatures.get(unit)
    if (known === undefined) this.signatures.set(unit, (known = checksSignature(unit) || asksForSecret(unit, this.resolver)))
    return known
  }

  /** Whether operators are taken out of what comes in, before the code at a node runs. */
  sanitizing({ kind, node }: Pick<Flow['source'], 'kind' | 'node'>): Sanitizing {
    const entries = this.entriesAt(node)
    const known = entries.map(({ middleware }) => this.sanitizingIn(middleware, kind))
    if ((entries.length > 0 && known.every((one) => one === 'done')) || this.setup().sanitizesFilters) return 'done'
    if (known.includes('early')) return 'early'
    if (!this.setup().sanitizes) return 'none'
    // Registered on an application that is not seen to hold this route: handlers of classes, unknown routers.
    return entries.every((entry) => ts.isDecorator(entry.node) || !entry.middleware.some((middleware) => middleware.scope === 'router' || middleware.scope === 'application')) ? 'done' : 'none'
  }

  private sanitizingIn(middleware: readonly Middleware[], kind: SourceKind): Sanitizing {
    const places = middleware.flatMap(({ tags, units }, place) => (sanitizes(tags) || units.some((unit) => this.takesOperatorsOut(unit, 0) || makesTexts(unit, kind, this.resolver)) ? [place] : []))
    const last = places.at(-1)
    if (last === undefined) return 'none'
    const parser = middleware.findIndex(({ tags }) => tagIn(tags, 'parses') !== undefined)
    return kind === 'body' && last < parser ? 'early' : 'done'
  }

  /** Middleware of the project that hands a request to such a library, or walks through it for keys that begin with `$`. */
  private takesOperatorsOut(unit: Unit, depth: number): boolean {
    const known = this.sanitizers.get(unit)
    if (known !== undefined) return known
    this.sanitizers.set(unit, false)
    const found =
      (depth > 0 || TAKES_REQUEST.test(unit.node.getText())) &&
      (LOOKS_FOR_OPERATORS.test(unit.node.getText()) ||
        unit.calls.some((call) => {
          const { library, units } = this.resolver.resolve(call)
          if (sanitizes(library?.tags ?? [])) return true
          // `req.body = mongoSanitize.sanitize(req.body)`
          if (library && tagIn(library.tags, 'escapes')?.value === 'operators' && argumentsOf(call.node).some((given) => TAKES_REQUEST.test(given.getText()))) return true
          const made = this.resolver.initializerOf(skipOuter(ts.isCallExpression(call.node) ? call.node.expression : call.node))
          const maker = made && this.resolver.unitOf(made)?.calls.find(({ node }) => node === skipOuter(made))
          if (maker && sanitizes(this.resolver.resolve(maker).library?.tags ?? [])) return true
          return depth < MOST_CALLS && units.some((callee) => this.takesOperatorsOut(callee, depth + 1))
        }))
    this.sanitizers.set(unit, found)
    return found
  }

  /** Settings of the whole program. */
  private setup(): Setup {
    if (!this.facts) {
      let sanitizesFilters = false
      let nestedQuery = false
      for (const { sourceFile } of this.program.facts) {
        if (/['"]query parser['"]/.test(sourceFile.text)) nestedQuery = true
        if (/['"]sanitizeFilter['"]\s*,\s*true|\bsanitizeFilter\s*:\s*true/.test(sourceFile.text)) sanitizesFilters = true
      }
      const isUsed = this.calls.matching((name) => /sanitiz/i.test(name)).some((call) => sanitizes(this.resolver.resolve(call).library?.tags ?? []))
      this.facts = { sanitizes: isUsed, sanitizesFilters, nestedQuery }
    }
    return this.facts
  }
}

/** Whether running a unit in any case gives a property of the body a value that is not made of the body. */
function replaces(unit: Unit, property: string): boolean {
  if (!unit.node.getText().includes(`body.${property}`)) return false
  let isGiven = false
  const visit = (node: ts.Node): void => {
    if (isGiven) return
    const isTarget = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && node.left.getText().endsWith(`.body.${property}`)
    if (isTarget && !/\bbody\b/.test(node.right.getText()) && !isInBranch(node, unit.node)) isGiven = true
    else ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return isGiven
}
