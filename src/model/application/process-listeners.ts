/**
 * What becomes of rejections that nobody handles, by the listeners of the process.
 */
import { ts } from 'ts-morph'
import { argumentsOf } from '../../libraries/paths.js'
import type { Package, Workspace, WorkspaceFile } from '../../workspace/types.js'
import type { CallsByName } from '../calls.js'
import type { Graph } from '../graph.js'
import type { Program } from '../program.js'
import type { Resolver } from '../resolver.js'
import type { Unit } from '../types.js'
import { isOlder } from '../versions.js'
import { isServedOutliving } from './conventions.js'

/** Members of emitters that take a listener. */
export const LISTENING: ReadonlySet<string> = new Set(['on', 'once', 'addListener'])

/** Calls are followed this far from a listener to the end of the process: `process.on('unhandledRejection', (error) => shutdown(error))`. */
const MOST_HOPS = 2

/**
 * `heard`: a listener hears of the rejection, and the process goes on; `exits`: a listener of rejections ends the process;
 * `uncaught`: one of uncaught exceptions does; `shown`: nobody hears of it, and the process goes on.
 */
export type Hearing = 'heard' | 'exits' | 'uncaught' | 'shown'

/** The process of a window on somebody's desk, which only warns of rejections, and takes them for no uncaught exceptions. */
const DESKTOP = /\bapp\.(?:whenReady\(|on\(\s*['"]ready['"])/
const STARTED_BY_NODE = /\b(?:node|tsx|ts-node|nest|bun|nodemon|pm2)\b/

interface Listener {
  readonly package: Package
  /** Packages that call the function in which it is registered; undefined where loading the file does it, or nobody is seen to call. */
  readonly callers: ReadonlySet<Package> | undefined
  readonly hearing: Hearing
}

export class ProcessListeners {
  private listenersRead: readonly Listener[] | undefined
  private readonly known = new Map<Package, Hearing | undefined>()
  private outlivingRead: ReadonlySet<Package> | undefined
  private desktopsRead: ReadonlySet<Package> | undefined
  private importsRead: ReadonlyMap<Package, ReadonlySet<Package>> | undefined

  constructor(
    private readonly program: Program,
    private readonly workspace: Workspace,
    private readonly callNames: CallsByName,
    private readonly resolver: Resolver,
    private readonly graph: () => Graph,
  ) {}

  /** What the listeners of the process do in which a file runs; undefined where there is none. */
  hearingIn(file: WorkspaceFile): Hearing | undefined {
    if (!this.known.has(file.package)) {
      const hearings = this.listeners.flatMap((listener) => (this.runTogether(file.package, listener) ? [listener.hearing] : []))
      this.known.set(file.package, hearings.find((hearing) => hearing === 'heard') ?? hearings[0] ?? (this.desktops.has(file.package) ? 'shown' : this.isTakenByOutliving(file.package) ? 'heard' : undefined))
    }
    return this.known.get(file.package)
  }

  /** Whether a server that goes on after rejections runs code of a package: its handlers lie in that package, or in one that imports it. */
  isServedOutliving({ package: own }: WorkspaceFile): boolean {
    return [...this.outliving].some((one) => this.imports(one, own))
  }

  /** A package starts nothing, and all that import it, through others in between and in the end, are such servers. */
  private isTakenByOutliving(own: Package): boolean {
    if (this.outliving.size === 0) return false
    const taking = this.workspace.packages.filter((one) => this.imports(one, own))
    const isTop = (one: Package) => !taking.some((other) => other !== one && this.imports(other, one))
    return taking.length > 1 && taking.every((one) => (isTop(one) ? one !== own && this.outliving.has(one) : !one.scripts.has('start')))
  }

  /** Packages whose server goes on after rejections. */
  private get outliving(): ReadonlySet<Package> {
    this.outlivingRead ??= new Set(this.program.facts.flatMap(({ file }) => (isServedOutliving(file) ? [file.package] : [])))
    return this.outlivingRead
  }

  /** Packages that are such a process, and no server that Node starts. */
  private get desktops(): ReadonlySet<Package> {
    this.desktopsRead ??= new Set(
      this.program.facts.flatMap(({ file, sourceFile, specifiers }) =>
        file.surface === 'production' && specifiers.includes('electron') && DESKTOP.test(sourceFile.text) && !STARTED_BY_NODE.test(file.package.scripts.get('start') ?? '') ? [file.package] : [],
      ),
    )
    return this.desktopsRead
  }

  /** A rejection without a listener of its own becomes an uncaught exception: Node's `--unhandled-rejections=throw`, the default. */
  private get listeners(): readonly Listener[] {
    this.listenersRead ??= this.readListeners()
    return this.listenersRead
  }

  private readListeners(): readonly Listener[] {
    const uncaught = this.listenersOf('uncaughtException').map(({ unit, listener }) => this.listenerIn(unit, this.isLast(listener) ? 'uncaught' : 'heard'))
    const own = this.listenersOf('unhandledRejection').map(({ unit, listener }) => {
      // What it throws is an uncaught exception.
      const next = this.throwsOn(listener) ? uncaught.find((one) => one.package === unit.file.package)?.hearing : undefined
      return this.listenerIn(unit, next ?? (this.isLast(listener) || this.throwsOn(listener) ? 'exits' : 'heard'))
    })
    const all = [...own, ...this.ofLibraries()]
    const owners = new Set(all.map((listener) => listener.package))
    return [...all, ...uncaught.filter((listener) => !owners.has(listener.package) && !this.desktops.has(listener.package))]
  }

  private listenersOf(event: string): { readonly unit: Unit; readonly listener: ts.Expression | undefined }[] {
    return this.callNames.named(LISTENING).flatMap(({ node, unit }) => {
      const [first, listener] = argumentsOf(node)
      return first !== undefined && ts.isStringLiteralLike(first) && first.text === event ? [{ unit, listener }] : []
    })
  }

  private listenerIn(unit: Unit, hearing: Hearing): Listener {
    return { package: unit.file.package, callers: unit.kind === 'module' ? undefined : this.callersOf(unit), hearing }
  }

  /** Packages that call a function, through others in between; undefined where nobody is seen to. */
  private callersOf(unit: Unit): ReadonlySet<Package> | undefined {
    const reached = new Set([unit])
    let isCalled = false
    // The set grows while it is walked.
    for (const at of reached) {
      const callers = this.graph().givenBy(at)
      isCalled ||= callers.length > 0
      for (const { call } of callers) reached.add(call.unit)
      if (callers.length === 0 && at.parent) reached.add(at.parent)
    }
    return isCalled ? new Set([...reached].map(({ file }) => file.package)) : undefined
  }

  /** `app.prepare()`, where `app = next({ dev })`: what a library adds for itself, which goes on. */
  private ofLibraries(): Listener[] {
    return this.callNames.named(this.program.tagged.hearing).flatMap((call) => {
      const tag = this.resolver.resolve(call).library?.tags.find(({ name }) => name === 'hears')
      const { file } = call.unit
      return tag && (tag.value === '' || isOlder(tag.value, file) === false) ? [{ package: file.package, callers: undefined, hearing: 'heard' as const }] : []
    })
  }

  /** The listener ends the process, as there being none does. */
  private isLast(listener: ts.Expression | undefined): boolean {
    return listener !== undefined && this.resolver.functionsOf(listener).some((unit) => this.ends(unit, 0))
  }

  /** `(error) => { throw error }` */
  private throwsOn(listener: ts.Expression | undefined): boolean {
    return listener !== undefined && this.resolver.functionsOf(listener).some(({ node }) => !ts.isSourceFile(node) && !ts.isClassStaticBlockDeclaration(node) && node.body !== undefined && ts.isBlock(node.body) && node.body.statements.some(ts.isThrowStatement))
  }

  private ends(unit: Unit, hops: number): boolean {
    if (unit.calls.some((call) => call.name === 'exit') || namesExit(unit.node)) return true
    return hops < MOST_HOPS && unit.calls.some((call) => this.resolver.resolve(call).units.some((next) => this.ends(next, hops + 1)))
  }

  /**
   * Code of a package may run in the process of a listener: they are of one package, one lies in the other, or one imports
   * the other, and calls what registers the listener where loading it does not.
   */
  private runTogether(one: Package, { package: other, callers }: Listener): boolean {
    if (one === other || one.directory.startsWith(`${other.directory}/`) || this.imports(other, one)) return true
    return this.imports(one, other) && (callers === undefined || [...callers].some((caller) => caller !== other && (caller === one || this.imports(caller, one) || this.imports(one, caller))))
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
      // Tests and scripts end with what they run.
      if (file.surface !== 'production') continue
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

/** `process.exit` anywhere in a function, also inside of what it gives away: `server.close(() => process.exit(1))`. */
function namesExit(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'exit' && ts.isIdentifier(node.expression) && node.expression.text === 'process') return true
  return ts.forEachChild(node, (child) => namesExit(child) || undefined) ?? false
}
