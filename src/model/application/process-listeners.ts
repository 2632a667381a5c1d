/**
 * What becomes of rejections that nobody handles, by the listeners of the process.
 */
import { ts } from 'ts-morph'
import { argumentsOf } from '../../libraries/paths.js'
import type { Package, Workspace, WorkspaceFile } from '../../workspace/types.js'
import type { CallsByName } from '../calls.js'
import type { Program } from '../program.js'
import type { Resolver } from '../resolver.js'
import type { Unit } from '../types.js'
import { isOlder } from '../versions.js'

/** Members of emitters that take a listener. */
export const LISTENING: ReadonlySet<string> = new Set(['on', 'once', 'addListener'])

/** Calls are followed this far from a listener to the end of the process: `process.on('unhandledRejection', (error) => shutdown(error))`. */
const MOST_HOPS = 2

/** `heard`: a listener hears of the rejection, and the process goes on; `exits`: a listener ends the process. */
export type Hearing = 'heard' | 'exits'

interface Listener {
  readonly package: Package
  readonly isLast: boolean
}

export class ProcessListeners {
  private listenersRead: readonly Listener[] | undefined
  private readonly known = new Map<Package, Hearing | undefined>()
  private importsRead: ReadonlyMap<Package, ReadonlySet<Package>> | undefined

  constructor(
    private readonly program: Program,
    private readonly workspace: Workspace,
    private readonly callNames: CallsByName,
    private readonly resolver: Resolver,
  ) {}

  /** What the listeners of the process do in which a file runs; undefined where there is none. */
  hearingIn(file: WorkspaceFile): Hearing | undefined {
    if (!this.known.has(file.package)) {
      const listeners = this.listeners.filter((listener) => this.runTogether(file.package, listener.package))
      this.known.set(file.package, listeners.some(({ isLast }) => !isLast) ? 'heard' : listeners.length > 0 ? 'exits' : undefined)
    }
    return this.known.get(file.package)
  }

  /** A rejection without a listener of its own becomes an uncaught exception: Node's `--unhandled-rejections=throw`, the default. */
  private get listeners(): readonly Listener[] {
    this.listenersRead ??= this.readListeners()
    return this.listenersRead
  }

  private readListeners(): readonly Listener[] {
    const listeners = (event: string): Listener[] =>
      this.callNames.named(LISTENING).flatMap(({ node, unit }) => {
        const [first, listener] = argumentsOf(node)
        return first !== undefined && ts.isStringLiteralLike(first) && first.text === event ? [{ package: unit.file.package, isLast: this.isLast(listener) }] : []
      })
    const own = [...listeners('unhandledRejection'), ...this.ofLibraries()]
    const owners = new Set(own.map((listener) => listener.package))
    return [...own, ...listeners('uncaughtException').filter((listener) => !owners.has(listener.package))]
  }

  /** `app.prepare()`, where `app = next({ dev })`: what a library adds for itself, which goes on. */
  private ofLibraries(): Listener[] {
    return this.callNames.named(this.program.tagged.hearing).flatMap((call) => {
      const tag = this.resolver.resolve(call).library?.tags.find(({ name }) => name === 'hears')
      const { file } = call.unit
      return tag && (tag.value === '' || isOlder(tag.value, file) === false) ? [{ package: file.package, isLast: false }] : []
    })
  }

  /** The listener ends the process, as there being none does. */
  private isLast(listener: ts.Expression | undefined): boolean {
    return listener !== undefined && this.resolver.functionsOf(listener).some((unit) => this.ends(unit, 0))
  }

  private ends(unit: Unit, hops: number): boolean {
    if (unit.calls.some((call) => call.name === 'exit') || /\bprocess\.exit\b/.test(unit.node.getText())) return true
    return hops < MOST_HOPS && unit.calls.some((call) => this.resolver.resolve(call).units.some((next) => this.ends(next, hops + 1)))
  }

  /** Code of one package may run in the process of the other: they are one, one lies in the other, or one imports the other. */
  private runTogether(one: Package, other: Package): boolean {
    return one === other || one.directory.startsWith(`${other.directory}/`) || this.imports(one, other) || this.imports(other, one)
  }

  /** One package imports the other, perhaps through others in between. */
  private imports(one: Package, other: Package): boolean {
    this.importsRead ??= this.readImports()
    const reached = new Set([one])
    // The set grows while it is walked.
    for (const at of reached) for (const next of this.importsRead.get(at) ?? []) reached.add(next)
    return reached.has(other)
  }

  private readImports(): ReadonlyMap<Package, ReadonlySet<Package>> {
    const found = new Map<Package, Set<Package>>()
    for (const { file, specifiers } of this.workspace.packages.length > 1 ? this.program.facts : []) {
      let imported = found.get(file.package)
      if (!imported) found.set(file.package, (imported = new Set()))
      for (const specifier of specifiers) {
        const target = this.workspace.resolve(specifier, file.path)
        const owner = target && 'file' in target ? this.workspace.file(target.file)?.package : undefined
        if (owner) imported.add(owner)
      }
    }
    return found
  }
}
