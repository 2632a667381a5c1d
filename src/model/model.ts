/**
 * The model as rules see it: one object over the parts that know.
 */
import { ts } from 'ts-morph'
import type { Problem, TextEdit } from '../findings/finding.js'
import { newestNode } from '../workspace/node-version.js'
import type { Workspace, WorkspaceFile } from '../workspace/types.js'
import { loadSqlParser, mentionsSql } from '../sql/parsers.js'
import { ArchitectureIndex } from './architecture/index.js'
import { BuiltSqlIndex } from './built-sql.js'
import { AssociationMembers } from './association-members.js'
import { CallIndex, type CallsByName } from './calls.js'
import { Callbacks } from './callbacks.js'
import { ProcessListeners } from './application/process-listeners.js'
import { graphqlTexts } from './application/schema-directives.js'
import { EntryPoints } from './entry-points.js'
import { Flows } from './flows.js'
import { mentionsOf } from './function-names.js'
import { GivenArguments, NOTHING_GIVEN } from './given-arguments.js'
import { givenByCallers, type GivenBy } from './given-by-callers.js'
import { Graph } from './graph.js'
import { GraphqlTypes } from './graphql-types.js'
import { handleExpression, transactionMember } from './handle-expressions.js'
import { Guards } from './guards.js'
import { LogIndex } from './logs.js'
import { Loops } from './loops.js'
import { readSlowMatches } from './matches.js'
import type { DeclaredDatabase } from './migrations/database.js'
import { readMigrations, type ReadMigrations } from './migrations/migrations.js'
import { SchemaUses } from './migrations/uses.js'
import type { Migration } from './migrations/types.js'
import { Operations } from './operations.js'
import { Promises } from './promises.js'
import { QueryGrowth, type QueryCount } from './query-growth.js'
import { createProgram, parseSource, type OnPhase, type Program } from './program.js'
import { Redeliveries } from './redelivery.js'
import { filesImporting } from './redaction.js'
import { Relevance } from './relevance.js'
import { Resolver } from './resolver.js'
import { Shapes } from './shapes.js'
import { Retries } from './retries.js'
import { RowIndex } from './rows.js'
import { parametrise } from './sql-rewrite.js'
import { contextFactories } from './contexts.js'
import { tableGivenBy } from './generic-tables.js'
import { taggedMembers } from './tagged-members.js'
import { isOfOwner } from './table-names.js'
import { Tables } from './tables.js'
import { Timeouts } from './timeouts.js'
import { Transactions } from './transactions.js'
import { acquires } from './resources.js'
import { UndefinedValues } from './undefined-values.js'
import { Composition } from './composition.js'
import { ImportGraph } from './imports.js'
import { LoadedFiles } from './loaded.js'
import { UnusedUnits } from './unused.js'
import { Validation } from './validation.js'
import { WrappedQueries } from './wrapped-queries.js'
import type {
  BuiltSql,
  Call,
  ContextFactory,
  CallbackUse,
  EntryPoint,
  Flow,
  Guard,
  GuardReport,
  FlowKind,
  Loop,
  Middleware,
  Model,
  Operation,
  OperationKind,
  OutOfOrder,
  Participation,
  PossiblyUndefined,
  Reached,
  Redelivery,
  RegisteredMiddleware,
  Resolution,
  SchemaUse,
  Retry,
  SlowMatch,
  Table,
  Transaction,
  Unbounded,
  Unit,
} from './types.js'

export interface ModelOptions {
  /** Absolute paths of model files added by the user. */
  readonly userModels: readonly string[]
  /** Declared sizes by table name, lower case. */
  readonly tableSizes: ReadonlyMap<string, 'small' | 'huge'>
  readonly onPhase: OnPhase
  /** What the configuration says of the database of a file, by its path relative to the root. */
  readonly databaseOf?: (relative: string) => DeclaredDatabase | undefined
}

/** Reads a workspace. Everything beyond syntax and binding is found out when it is asked. */
export async function createModel(workspace: Workspace, options: ModelOptions): Promise<BackendModel> {
  const program = createProgram(workspace, options.userModels, options.onPhase)
  const started = performance.now()
  if (workspace.files.some(({ kind, surface }) => kind === 'sql' || surface === 'migration') || program.facts.some((facts) => mentionsSql(facts.sourceFile.text))) await loadSqlParser()
  const tables = await Tables.read(workspace)
  options.onPhase('tables', performance.now() - started)
  return new BackendModel(workspace, program, tables, options)
}

/**
 * Names of tables that hold kinds of things rather than things. That nothing in the workspace writes a table is not
 * enough: another service may.
 */
const LOOKUP_NAME = /(?:countr(?:y|ies)|currenc(?:y|ies)|locale|language|timezone|time_zone|role|permission|plan|tier|status|statuses|type|kind|categor(?:y|ies)|unit|setting|feature|flag|region|province|state|color|size|template|config)s?$/i

/** With fewer written tables, that one is not among them may be chance. */
const FEWEST_WRITTEN = 12

/** Names that hardly anything but a database library has: a call of one that leads nowhere was not understood. */
const DISTINCTIVE =
  /^(?:find(?:Many|Unique|UniqueOrThrow|First|FirstOrThrow|One|OneBy|OneOrFail|All|AndCount|AndCountAll|ByPk|ById|ByIdAndUpdate|OneAndUpdate|OneAndDelete|OrCreate)|create(?:Many|QueryBuilder)|update(?:Many|One)|delete(?:Many|One)|insert(?:Many|One)|upsert|bulk(?:Create|Write|Insert)|countDocuments|getMany|getRawMany|getRawOne|groupBy|batchInsert|selectFrom|insertInto|updateTable|deleteFrom|\$(?:queryRaw|executeRaw|transaction)\w*)$/

const NONE_REACHED: readonly Reached[] = []

export class BackendModel implements Model {
  readonly units: readonly Unit[]
  readonly resolver: Resolver
  readonly callIndex: CallIndex
  /** Calls in production code. */
  private readonly callNames: CallsByName
  readonly callbacks: Callbacks
  readonly graph: Graph
  private readonly given: GivenArguments
  readonly transactionIndex: Transactions
  private readonly operationIndex: Operations
  private readonly loopIndex: Loops
  readonly promises: Promises
  private readonly tableIndex: Tables
  private readonly entryIndex: EntryPoints
  private readonly guards: Guards
  readonly validation: Validation
  private readonly flowIndex: Flows
  private readonly builtIndex: BuiltSqlIndex
  readonly rows: RowIndex
  readonly wrapped: WrappedQueries
  private readonly redeliveries: Redeliveries
  readonly architecture: ArchitectureIndex
  readonly logs: LogIndex
  private operationsRead: readonly Operation[] | undefined
  private acquisitionsRead: readonly Call[] | undefined
  private startHooks: ReadonlySet<string> | undefined
  private transactionsRead: readonly Transaction[] | undefined
  private loopsRead: readonly Loop[] | undefined
  private production: readonly Unit[] | undefined
  private kinds: ReadonlySet<OperationKind> | undefined
  private graphqlTypes: GraphqlTypes | undefined
  private graphqlRead: readonly string[] | undefined
  private busy: readonly Unit[] | undefined
  private written: Set<string> | undefined
  private slowMatchesRead: readonly SlowMatch[] | undefined
  private undefinedValues: UndefinedValues | undefined
  private contextsRead: readonly ContextFactory[] | undefined
  private growth: QueryGrowth | undefined
  private writeGrowth: QueryGrowth | undefined
  private migrationsRead: ReadMigrations | undefined
  private schemaUses: SchemaUses | undefined
  private timeouts: Timeouts | undefined
  private retriesRead: readonly Retry[] | undefined
  private breakersRead: readonly Call[] | undefined
  private readonly composition: Composition
  private readonly imports: ImportGraph
  private readonly unused: UnusedUnits
  private unresolvedRead: readonly { readonly call: Call; readonly reason: string }[] | undefined

  constructor(
    readonly workspace: Workspace,
    readonly program: Program,
    tables: Tables,
    private readonly options: ModelOptions,
  ) {
    const units = program.facts.flatMap((facts) => facts.units)
    const all = [...units, ...program.facts.flatMap((facts) => facts.plain)]
    let count = 0
    for (const unit of all) unit.id = count++
    this.units = units
    this.imports = new ImportGraph(program.facts, (specifier, from) => this.fileAt(specifier, from))
    const relevance = new Relevance(this.imports, program.calls, program.tagged, program.functionNames)
    this.resolver = new Resolver(program, all, relevance, workspace.sharedTime)
    this.callNames = program.calls.where(({ unit }) => unit.file.surface === 'production')
    this.callIndex = new CallIndex((sourceFile) => program.factsOf(sourceFile)?.units ?? [])
    this.tableIndex = tables
    this.operationIndex = new Operations(this.resolver, this.callIndex, new Shapes(program, this.resolver), new AssociationMembers(program, this.resolver), (name) => this.table(name))
    this.transactionIndex = new Transactions(
      this.resolver,
      () => this.operationIndex,
      () => this.graph,
      () => this.carriers(),
    )
    this.callbacks = new Callbacks(this.resolver, this.callIndex, this.transactionIndex)
    this.loopIndex = new Loops(this.resolver, this.callIndex, this.callbacks)
    this.graph = new Graph(units, program.calls, this.resolver, this.callbacks, this.operationIndex, () => this.loopIndex)
    this.guards = new Guards(this.resolver, () => this.graph, () => this.entryPoints)
    this.entryIndex = new EntryPoints(
      () => this.productionUnits,
      program.facts,
      this.resolver,
      () => this.graph,
      () => this.graphqlSchemas,
    )
    this.composition = new Composition(this.resolver, this.callNames, program, this.imports, (specifier, from) => this.fileAt(specifier, from))
    const loaded = new LoadedFiles({ files: workspace.files, program, calls: this.callNames, imports: this.imports, checker: () => this.resolver.checker, isExcluded: (path) => workspace.isExcluded(path) })
    this.unused = new UnusedUnits({
      files: workspace.files,
      program,
      calls: this.callNames,
      isNeverLoaded: (file) => loaded.isNever(file),
      isLeftOut: (entry) => this.composition.isLeftOut(entry),
      entries: () => this.entryIndex.all,
      entryPointsOf: (unit) => this.entryIndex.reaching(unit),
      unitOf: (node) => this.resolver.unitOf(node),
      checker: () => this.resolver.checker,
    })
    // It asks which objects are made by code that runs. What finds that out stands above, and none of it is handed this:
    // no question comes back here while it is being answered.
    this.given = new GivenArguments(
      units,
      this.resolver,
      (name) => this.transactionIndex.isHandle(name),
      (constructor) => this.creationsBy(constructor),
    )
    this.validation = new Validation(this.resolver, this.entryIndex, this.callIndex, this.callNames, program, this.composition, () => this.graphqlSchemas)
    this.flowIndex = new Flows(
      this.resolver,
      this.callIndex,
      () => this.graph,
      this.entryIndex,
      (node) => this.fileOf(node),
      this.validation,
      (name) => this.table(name),
    )
    this.promises = new Promises(
      program,
      () => this.productionUnits,
      () => this.operations,
      this.resolver,
      this.callIndex,
      this.callNames,
      () => this.graph,
      this.given,
      new ProcessListeners(program, workspace, this.callNames, this.resolver, () => this.graph),
      (file) => newestNode(workspace, file.package),
    )
    this.builtIndex = new BuiltSqlIndex(
      () => this.busyUnits,
      this.resolver,
      this.callIndex,
      this.operationIndex,
      () => this.graph,
      this.flowIndex,
    )
    this.wrapped = new WrappedQueries(this.resolver, this.callIndex, this.operationIndex, () => this.operations, () => this.graph)
    this.rows = new RowIndex(all, this.resolver, this.callIndex, this.operationIndex, this.wrapped, this.graph, () => this.entryIndex.all)
    this.redeliveries = new Redeliveries(this.resolver, () => this.productionUnits, (unit) => this.graph.givenBy(unit))
    this.architecture = new ArchitectureIndex(
      {
        workspace,
        facts: program.facts,
        units: () => this.productionUnits,
        operations: () => this.operations,
        entries: () => this.entryPoints,
        middleware: () => this.registeredMiddleware.map(({ middleware }) => middleware),
        graph: () => this.graph,
        fileOf: (node) => program.fileOf(node.getSourceFile()),
      },
      this.resolver,
    )
    this.logs = new LogIndex(program, this.callNames, this.resolver, this.callIndex, {
      resolver: this.resolver,
      calls: this.callIndex,
      operationAt: (node) => {
        const call = this.callIndex.at(node)
        return call && this.operationOf(call)
      },
      flowsInto: (expression, kind, reach) => this.flowsInto(expression, kind, reach),
      fileOf: (node) => this.fileOf(node),
    })
    tables.readEntities(program, this.resolver)
  }

  /** Work whose result is remembered for every rule. */
  private shared<T>(work: () => T): T {
    return this.workspace.sharedTime.measure('model', work)
  }

  get operations(): readonly Operation[] {
    this.operationsRead ??= this.shared(() => {
      const all = this.busyUnits.flatMap((unit) => this.resolver.callsOf(unit).flatMap((call) => this.operationIndex.at(call) ?? []))
      return all.filter((operation) => !this.operationIndex.continued.has(operation))
    })
    return this.operationsRead
  }

  get loops(): readonly Loop[] {
    this.loopsRead ??= this.shared(() => this.loopIndex.of(this.productionUnits))
    return this.loopsRead
  }

  get transactions(): readonly Transaction[] {
    this.transactionsRead ??= this.findTransactions()
    return this.transactionsRead
  }

  private findTransactions(): readonly Transaction[] {
    // Asking for the callbacks and statements of every call finds them all.
    return this.shared(() => {
      for (const unit of this.busyUnits)
        for (const call of this.resolver.callsOf(unit)) {
          this.callbacks.of(call)
          this.transactionIndex.begunBy(call)
        }
      const methods = this.productionUnits.filter((unit) => unit.kind === 'method')
      for (const unit of methods) this.transactionIndex.decoratorOf(unit)
      return [...this.transactionIndex.all, ...methods.flatMap((unit) => this.transactionIndex.hookOf(unit) ?? [])]
    })
  }

  /** Calls after which a library carries its transactions by itself. */
  private carriers(): readonly Call[] {
    const names = taggedMembers(this.program, 'transaction carried')
    return this.callNames.named(names)
  }

  get acquisitions(): readonly Call[] {
    this.acquisitionsRead ??= this.shared(() => this.callNames.named(taggedMembers(this.program, 'connection (?:acquire|session)')).filter((call) => acquires(this.resolver.resolve(call)) !== undefined))
    return this.acquisitionsRead
  }

  isStartHook(unit: Unit): boolean {
    this.startHooks ??= taggedMembers(this.program, 'starts')
    return unit.kind === 'method' && this.startHooks.has(unit.name.replace(/^.*\./, ''))
  }

  get entryPoints(): readonly EntryPoint[] {
    return this.shared(() => this.entryIndex.all)
  }

  get contexts(): readonly ContextFactory[] {
    this.contextsRead ??= contextFactories(this.callNames.named(taggedMembers(this.program, 'makes-context')), this.resolver)
    return this.contextsRead
  }

  get registeredMiddleware(): readonly RegisteredMiddleware[] {
    return this.entryIndex.registered
  }

  isOutOfReach(entry: EntryPoint): boolean {
    return this.entryIndex.isOutOfReach(entry)
  }

  misplacedFor(entry: EntryPoint): readonly OutOfOrder[] {
    return this.entryIndex.misplacedFor(entry)
  }

  guardsIn(middleware: Middleware): readonly Guard[] {
    return this.guards.in(middleware)
  }

  guardsOf(entry: EntryPoint): GuardReport {
    return this.shared(() => this.guards.of(entry))
  }

  redeliveryOf(entry: EntryPoint): Redelivery | undefined {
    return this.shared(() => this.redeliveries.of(entry))
  }

  get tables(): readonly Table[] {
    return this.shared(() => this.tableIndex.all)
  }

  handleOf(operation: Operation): { readonly expression: ts.Expression; readonly transactionMember: string | undefined } | undefined {
    const expression = handleExpression(operation)
    return expression && { expression, transactionMember: transactionMember(expression, this.resolver) }
  }

  private get graphqlSchemas(): readonly string[] {
    this.graphqlRead ??= graphqlTexts(this.workspace, this.program.facts.map(({ sourceFile }) => sourceFile.text))
    return this.graphqlRead
  }

  hasManyParents(unit: Unit): boolean {
    this.graphqlTypes ??= new GraphqlTypes(this.program, this.resolver, () => this.graphqlSchemas)
    return this.graphqlTypes.hasManyParents(unit)
  }

  /** Files that were not understood in full. */
  get problems(): readonly Problem[] {
    return [...this.program.problems, ...this.tableIndex.problems, ...(this.migrationsRead?.problems ?? [])]
  }

  get unresolved(): readonly { readonly call: Call; readonly reason: string }[] {
    this.unresolvedRead ??= this.busyUnits.flatMap((unit) =>
      this.resolver.callsOf(unit).flatMap((call) => {
        if (!DISTINCTIVE.test(call.name) || !this.program.tagged.starts.has(call.name) || this.operationIndex.at(call)) return []
        const { units, library, parameter } = this.resolver.resolve(call)
        return units.length > 0 || library || parameter ? [] : [{ call, reason: 'nothing declares its receiver' }]
      }),
    )
    return this.unresolvedRead
  }

  callsNamed(test: (name: string) => boolean): readonly Call[] {
    return this.callNames.matching(test)
  }

  resolve(call: Call): Resolution {
    return this.shared(() => this.resolver.resolve(call))
  }

  operationOf(call: Call): Operation | undefined {
    return this.shared(() => this.operationIndex.at(call))
  }

  callbacksOf(call: Call): readonly CallbackUse[] {
    return this.shared(() => this.callbacks.of(call))
  }

  reachedFrom(call: Call, kind: OperationKind): readonly Reached[] {
    return this.performs(kind) ? this.shared(() => this.graph.reachedFrom(call, kind)) : NONE_REACHED
  }

  reachedBy(unit: Unit, kind: OperationKind): readonly Reached[] {
    return this.performs(kind) ? this.shared(() => this.graph.reachedBy(unit, kind)) : NONE_REACHED
  }

  performs(kind: OperationKind): boolean {
    this.kinds ??= this.shared(() => {
      const other = this.units.filter((unit) => unit.file.surface !== 'production').flatMap((unit) => this.resolver.callsOf(unit).flatMap((call) => this.operationIndex.at(call) ?? []))
      return new Set([...this.operations, ...other].map((operation) => operation.kind))
    })
    return this.kinds.has(kind)
  }

  /** How many statements running the unit sends to the database at most. */
  queriesOf(unit: Unit): QueryCount {
    this.growth ??= new QueryGrowth(this.resolver, this.graph, this.loopIndex, this.operationIndex)
    return this.growth.of(unit)
  }

  /** How many of them change rows. */
  writesOf(unit: Unit): QueryCount {
    this.writeGrowth ??= new QueryGrowth(this.resolver, this.graph, this.loopIndex, this.operationIndex, ({ access }) => access === 'write' || access === 'delete')
    return this.writeGrowth.of(unit)
  }

  possible(reached: Reached): Reached | undefined {
    return this.shared(() => this.graph.possible(reached, this.given))
  }

  isOpened({ origin, node, unit, firedBy }: Transaction): boolean {
    if (firedBy !== undefined) return this.isFired(unit, firedBy)
    // A function of the project hands it on: what this call gives to that function.
    if (origin) {
      const call = this.callIndex.at(node)
      return !call || !this.resolver.resolve(call).units.includes(origin.unit) || !this.given.isDead(origin.node, origin.unit.node, this.given.entering(call, origin.unit, NOTHING_GIVEN))
    }
    if (unit.parameters.length === 0) return true
    const callers = this.callersOf(unit).filter(({ call }) => call.unit.file.surface === 'production')
    return callers.length === 0 || callers.some(({ call, use }) => use !== undefined || !this.given.isDead(node, unit.node, this.given.entering(call, unit, NOTHING_GIVEN)))
  }

  /** A member of the library is called on a row of the hook's entity, on one that has such rows, or on what is not known. */
  private isFired({ classNode }: Unit, member: string): boolean {
    const name = classNode?.name?.text
    const table = this.table(name?.toLowerCase())
    // What a base class declares is fired by rows of its subclasses.
    if (!classNode || !table || this.resolver.isExtended(classNode)) return true
    return this.operations.some(({ target, declaredTable }) => target?.member === member && (!declaredTable || declaredTable === table || declaredTable.relations.some((relation) => !relation.holdsKey && this.table(relation.target) === table)))
  }

  callersOf(unit: Unit): readonly { readonly call: Call; readonly use: CallbackUse | undefined }[] {
    return this.shared(() => this.graph.callersOf(unit))
  }

  givenFor(name: ts.Expression): readonly GivenBy<{ readonly call: Call; readonly use: CallbackUse | undefined }>[] {
    const declaration = ts.isIdentifier(name) ? this.resolver.symbolOf(name)?.valueDeclaration : undefined
    const unit = declaration && ts.isParameter(declaration) ? this.resolver.unitAt(declaration.parent) : undefined
    return unit ? givenByCallers(declaration as ts.ParameterDeclaration, this.callersOf(unit)) : []
  }

  participation(operation: Operation): Participation {
    return this.transactionIndex.participation(operation)
  }

  participationOf({ operation, trace }: Pick<Reached, 'operation' | 'trace'>): Participation {
    return this.transactionIndex.participationThrough(operation, trace.slice(0, -1).flatMap((step) => this.callIndex.at(step.node) ?? []))
  }

  openTransaction(call: Call): Transaction | undefined {
    return this.transactionIndex.openAround(call)
  }

  implicitTransaction(unit: Unit): Transaction | undefined {
    return this.transactionIndex.implicitAround(unit)
  }

  entryPointsOf(unit: Unit): readonly EntryPoint[] {
    return this.shared(() => this.entryIndex.reaching(unit))
  }

  /** The absolute path of the project file to which a module specifier leads. */
  private fileAt(specifier: string, from: string): string | undefined {
    const found = this.workspace.resolve(specifier, from)
    return found && 'file' in found ? found.file : undefined
  }

  /**
   * Calls in production code by which objects are made with a constructor, but in functions that nothing runs; none for a
   * package that others make them with.
   */
  private creationsBy(constructor: ts.ConstructorDeclaration): readonly Call[] {
    const name = (constructor.parent as ts.ClassLikeDeclaration).name?.text
    const calls = name === undefined || this.fileOf(constructor).package.isPublished ? [] : this.callNames.named([name, 'super'])
    return calls.filter((call) => this.resolver.resolve(call).units.some(({ node }) => node === constructor) && !this.isUnused(call.unit))
  }

  isUnused(unit: Unit): boolean {
    return this.shared(() => this.unused.has(unit))
  }

  unitsBehind(counts: (entry: EntryPoint) => boolean): ReadonlySet<Unit> {
    return this.shared(() => new Set(this.entryIndex.spread(counts).keys()))
  }

  table(name: string | undefined): Table | undefined {
    return this.tableIndex.find(name)
  }

  get migrations(): readonly Migration[] {
    this.migrationsRead ??= this.shared(() => readMigrations(this.workspace, (relative) => this.options.databaseOf?.(relative), parseSource))
    return this.migrationsRead.migrations
  }

  usesOf(table: string, column?: string): readonly SchemaUse[] {
    this.schemaUses ??= new SchemaUses(this)
    return this.schemaUses.of(table, column)
  }

  tableSize(name: string | undefined): 'small' | 'normal' | 'huge' {
    if (!name) return 'normal'
    const table = this.table(name)
    for (const known of [name.toLowerCase(), table?.name, table?.databaseName]) {
      const declared = known && this.options.tableSizes.get(known)
      if (declared) return declared
    }
    return this.isLookup(name) ? 'small' : 'normal'
  }

  /** Read by the code that serves and written by none of it: filled by seeds, migrations or another system. */
  private isLookup(name: string): boolean {
    // Without a single write that is understood, the absence of one says nothing.
    return LOOKUP_NAME.test(name) && !isOfOwner(name) && this.writtenTables.size > 0 && !this.namesOf(name).some((key) => this.writtenTables.has(key))
  }

  isWritten(name: string): boolean | undefined {
    if (this.namesOf(name).some((key) => this.writtenTables.has(key))) return true
    return this.writtenTables.size < FEWEST_WRITTEN ? undefined : false
  }

  /** Names of tables that code changes. */
  private get writtenTables(): ReadonlySet<string> {
    if (!this.written) {
      this.written = new Set()
      for (const operation of this.operations)
        if (operation.kind === 'query' && operation.access !== 'read' && operation.access !== 'aggregate') for (const key of this.namesOf(operation.table)) this.written.add(key)
    }
    return this.written
  }

  /** All spellings of a table's name that code may use. */
  private namesOf(name: string | undefined): string[] {
    if (name === undefined) return []
    const table = this.table(name)
    return [name, table?.name, table?.databaseName].flatMap((one) => (one ? [one.toLowerCase().replaceAll('_', '').replace(/(?:entity|model)$/, '').replace(/(?:es|s)$/, '')] : []))
  }

  get builtSql(): readonly BuiltSql[] {
    return this.builtIndex.all
  }

  parametrise(built: BuiltSql): readonly TextEdit[] | undefined {
    return parametrise(built, this.resolver, this.fileOf(built.expression).relative)
  }

  flowsInto(expression: ts.Expression, kind: FlowKind = 'text', reach?: number): readonly Flow[] {
    return this.flowIndex.into(expression, kind, reach)
  }

  tableGivenBy(call: Call): string | undefined {
    return tableGivenBy(call, this.resolver)
  }

  initializerOf(expression: ts.Expression): ts.Expression | undefined {
    return this.resolver.initializerOf(expression)
  }

  valuesOf(node: ts.TypeNode): number | undefined {
    return this.resolver.valuesOf(node)
  }

  mayBeUndefined(expression: ts.Expression): PossiblyUndefined | undefined {
    this.undefinedValues ??= new UndefinedValues(this.resolver, this.flowIndex, this.validation)
    return this.undefinedValues.at(expression)
  }

  get slowMatches(): readonly SlowMatch[] {
    this.slowMatchesRead ??= readSlowMatches(this.productionUnits, this.program.facts.map(({ sourceFile }) => sourceFile), this.resolver)
    return this.slowMatchesRead
  }

  get retries(): readonly Retry[] {
    this.retriesRead ??= new Retries(() => this.productionUnits, this.callNames, this.resolver, new Set([...this.program.tagged.retrying, ...this.retryNames()])).read()
    return this.retriesRead
  }

  get breakers(): readonly Call[] {
    this.breakersRead ??= this.findBreakers()
    return this.breakersRead
  }

  private findBreakers(): Call[] {
    // `new Breaker(...)`, by whatever name a package with breakers was imported.
    const importing = filesImporting(this.program, '@breaker')
    const made = importing.size === 0 ? [] : this.productionUnits.flatMap((unit) => (importing.has(unit.file) ? unit.calls.filter((call) => call.isNew) : []))
    return [...new Set([...this.callNames.matching((name) => /circuit|breaker/i.test(name)), ...made])].filter((call) => {
      const { library, units } = this.resolver.resolve(call)
      return /circuit_?breaker/i.test(call.name) || units.length > 0 || (library?.tags.some((tag) => tag.name === 'breaker') ?? false)
    })
  }

  /** Packages whose default export retries are called as whoever imports them likes. */
  private retryNames(): string[] {
    return this.program.facts.flatMap((facts) => facts.aliases.flatMap((alias) => (mentionsOf(alias).some((mention) => this.program.tagged.retrying.has(mention)) ? [alias.name] : [])))
  }

  unboundedAmong(operations: readonly Operation[]): readonly Unbounded[] {
    this.timeouts ??= new Timeouts(this.program, this.callNames, this.resolver, this.callIndex, () => this.graph)
    return this.timeouts.of(operations)
  }

  unitOf(node: ts.Node): Unit | undefined {
    return this.resolver.unitOf(node)
  }

  fileOf(node: ts.Node): WorkspaceFile {
    const file = this.program.fileOf(node.getSourceFile())
    if (!file) throw new Error(`${node.getSourceFile().fileName} is not a file of the workspace`)
    return file
  }

  /** Those of them with calls that may lead somewhere. */
  private get busyUnits(): readonly Unit[] {
    this.busy ??= this.productionUnits.filter((unit) => this.resolver.callsOf(unit).length > 0)
    return this.busy
  }

  /** Units of code that serves; tests, scripts and generated code are known to calls but not reported on. */
  private get productionUnits(): readonly Unit[] {
    this.production ??= this.units.filter((unit) => unit.file.surface === 'production')
    return this.production
  }
}
