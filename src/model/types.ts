/**
 * The vocabulary of the model: what a rule sees of a backend.
 *
 * Rules ask; they never walk trees. Compiler nodes appear here so that a rule can point at a place and a fix can
 * read the source text around it.
 */
import type { ts } from 'ts-morph'
import type { TextEdit } from '../findings/finding.js'
import type { Tag } from '../libraries/tags.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { Architecture } from './architecture-types.js'
import type { GivenBy } from './given-by-callers.js'
import type { Migration } from './migrations/types.js'
import type { LogFacts } from './log-types.js'
import type { PromiseFacts } from './promise-types.js'
import type { QueryCount } from './query-growth.js'

/** A node of a project file, the way rules point at code. */
export interface Place {
  readonly file: WorkspaceFile
  readonly node: ts.Node
  /** The last node concerned, in the same file, where the place is more than one node. */
  readonly until?: ts.Node
}

/** One hop of a trace, before it becomes lines and columns. */
export interface Step extends Place {
  readonly label: string
}

/** A function-like body, or the top level of a module. */
export interface Unit {
  /** Position in the deterministic order of all units: by file, then by offset. */
  readonly id: number
  readonly file: WorkspaceFile
  readonly node: ts.FunctionLikeDeclaration | ts.ClassStaticBlockDeclaration | ts.SourceFile
  readonly kind: 'function' | 'method' | 'arrow' | 'accessor' | 'constructor' | 'module'
  /** Name for people: `OrderService.findItems`, `createOrder`, `callback of orders.map`, `orders.ts`. */
  readonly name: string
  /** The unit it stands in lexically; undefined for modules. */
  readonly parent: Unit | undefined
  /** The class whose member it is. */
  readonly classNode: ts.ClassLikeDeclaration | undefined
  readonly isAsync: boolean
  readonly isGenerator: boolean
  /** Parameters in order; empty for modules. */
  readonly parameters: readonly ts.ParameterDeclaration[]
  /** Calls, constructions, tagged templates and awaited properties directly in this unit, in source order. */
  readonly calls: readonly Call[]
  /** Syntactic loops directly in this unit, outer before inner. */
  readonly loops: readonly SyntaxLoop[]
  /** Returned expressions, also the body of an expression arrow. */
  readonly returns: readonly ts.Expression[]
  /** Units directly inside. */
  readonly children: readonly Unit[]
}

export interface Call {
  readonly unit: Unit
  readonly node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression | ts.PropertyAccessExpression
  /** Last identifier of the callee: `findMany` of `prisma.user.findMany()`; '' when there is none. */
  readonly name: string
  /** Innermost loop statement of the unit that repeats this call. */
  readonly loop: SyntaxLoop | undefined
  /** True for a construction with `new`. */
  readonly isNew: boolean
}

/** A loop statement. */
export interface SyntaxLoop {
  readonly kind: 'for-of' | 'for-await' | 'for-in' | 'for' | 'while' | 'do'
  readonly node: ts.IterationStatement
  readonly unit: Unit
  /** The loop of the same unit around it. */
  readonly parent: SyntaxLoop | undefined
}

/** What a call leads to. */
export interface Resolution {
  /** Units of the project that may run: one, or the implementations of an interface or overridden method. */
  readonly units: readonly Unit[]
  /** The library declaration, when the call leads to one with tags. */
  readonly library: LibraryTarget | undefined
  /** The callee is this parameter of an enclosing unit. */
  readonly parameter: { readonly unit: Unit; readonly index: number } | undefined
  /** high: by declarations; medium: by shape. */
  readonly confidence: 'high' | 'medium'
}

export interface LibraryTarget {
  /** npm package, or 'ecmascript' / 'node'. */
  readonly package: string
  readonly declaration: ts.Declaration
  /** Class or interface of the member. */
  readonly owner: string | undefined
  readonly member: string
  readonly tags: readonly Tag[]
}

/** What a library says of how long something may take. */
export interface TimeLimit {
  /** Argument paths that set it, alternatives joined by `|`; undefined where none does. */
  readonly paths: string | undefined
  /** Milliseconds it waits where nobody says so; `none`: for ever; undefined: not known. */
  readonly standard: number | 'none' | undefined
}

/** A place from which calls go out that nothing bounds. */
export interface Unbounded {
  /** What makes the client, where there is one; else the call itself. */
  readonly cause: Call
  readonly isClient: boolean
  readonly limit: TimeLimit
  /** Calls that go out from it, in order. */
  readonly operations: readonly Operation[]
  /** medium: options that were put together elsewhere, and that hold none as far as is seen. */
  readonly confidence: 'high' | 'medium'
}

/** Code that does something again when it fails. */
export interface Retry {
  readonly kind: 'library' | 'loop' | 'recursion'
  readonly unit: Unit
  /** The call, the loop, or the call of the function itself. */
  readonly node: ts.Node
  readonly call: Call | undefined
  /** How long it waits before it tries again: always the same, a step longer each time, many times longer each time. */
  readonly wait: 'none' | 'constant' | 'linear' | 'exponential' | 'unknown'
  /** What says so, if it is written. */
  readonly delay: ts.Expression | undefined
  readonly hasJitter: boolean
  readonly isCapped: boolean
  /** It looks at the error before it tries again. */
  readonly selects: boolean
  /** It says that every error is worth another try. */
  readonly isEverything: boolean
  /** Functions a library runs. */
  readonly runs: readonly Unit[]
  /** There is one more attempt at most. */
  readonly isSingle: boolean
  /** What a loop tries. */
  readonly guarded: ts.Node | undefined
  /** What is done with the error, as written. */
  readonly reacts: string
}

/** How a call runs a function given to it. */
export interface CallbackUse {
  readonly call: Call
  /** Position of the argument. */
  readonly argument: number
  readonly units: readonly Unit[]
  readonly mode: 'once' | 'iterates' | 'deferred' | 'repeated' | 'batch' | 'memoized' | 'cleanup' | 'entry'
  /** For `iterates`: what is iterated, as an expression at the call, if it can be told. */
  readonly collection: ts.Expression | undefined
  /** For `iterates`: the callback is given groups of elements. */
  readonly batches: boolean
  /** The function runs inside a transaction this call opens. */
  readonly transaction: Transaction | undefined
  /** True when a rejection of the function is handled. */
  readonly catches: boolean
  /** The project function that runs it, when it is one. */
  readonly through: Unit | undefined
}

export type OperationKind =
  | 'query' | 'http' | 'payment' | 'email' | 'sms' | 'publish' | 'enqueue' | 'cache-read' | 'cache-write'
  | 'cache-delete' | 'file-read' | 'file-write' | 'cpu' | 'log' | 'sleep' | 'process' | 'llm' | 'lock' | 'unlock' | 'storage'

export type Access = 'read' | 'write' | 'delete' | 'aggregate' | 'ddl' | 'unknown'

/** A call that does something to the world outside. For a builder: the whole chain. */
export interface Operation {
  readonly id: number
  readonly kind: OperationKind
  /** The call that starts it (`knex('users')`, `prisma.user.findMany(...)`). */
  readonly call: Call
  /** The outermost node of the chain, without `await`; what a fix would replace. */
  readonly node: ts.Expression
  readonly unit: Unit
  /** How people write it: `prisma.user.findMany`, `knex('users').update`. */
  readonly label: string
  readonly package: string
  readonly confidence: 'high' | 'medium'
  /** Blocks the event loop. */
  readonly isSync: boolean
  /** It is done when the call returns, so that nothing else of the process runs meanwhile. */
  readonly isImmediate: boolean
  /**
   * What it does to the other side; for effects other than queries `unknown` where the library says nothing of it. A
   * write that is an upsert (an HTTP PUT) may be repeated.
   */
  readonly access: Access
  /** The library can be told to do the work once for each value of a key. */
  readonly takesIdempotency: boolean
  /** That key where it is given, or options from elsewhere that may hold it. */
  readonly idempotency: ts.Expression | undefined
  // The rest is about queries.
  readonly arity: 'one' | 'many' | 'unknown'
  /** Lower-case table or model name as the code says it; undefined when it cannot be told. */
  readonly table: string | undefined
  /** Declared table, when the project declares it. */
  readonly declaredTable: Table | undefined
  /** Expression that limits the number of rows, if there is one. */
  readonly bound: ts.Expression | true | undefined
  /** Filter expressions; `true` stands for a filter that cannot be pointed at. Empty: none was given. */
  readonly where: readonly (ts.Expression | true)[]
  readonly data: ts.Expression | undefined
  /** What is changed, where a text with values beside it says so. */
  readonly changes: { readonly text: ts.Expression; readonly values: ts.Expression | undefined } | undefined
  readonly include: readonly ts.Expression[]
  /** SQL text expressions (text of the query and of raw fragments in the chain). */
  readonly sql: readonly SqlText[]
  /** Some keys of an object filter are operators; `cast`: its values are made to fit a schema first. */
  readonly operators: 'raw' | 'cast' | undefined
  /** Expressions that become the text of a program which the database runs. */
  readonly scripts: readonly ts.Expression[]
  /** Other builder calls that belong to it, in order. */
  readonly steps: readonly Call[]
  /** The member of the same receiver that does this for a list, and how a filter of it names a list of keys. */
  readonly many: { readonly member: string; readonly keys: 'in' | '$in' | 'array' | 'In' | undefined } | undefined
  /** Where the limit goes: `0.take`; undefined for builders and members without one. */
  readonly boundPath: string | undefined
  readonly isAtomic: boolean
  /** The write only happens if the row still is as it says. */
  readonly isConditional: boolean
  readonly isUpsert: boolean
  readonly isStream: boolean
  /** A write that changes every row its filter leaves; undefined for other operations. */
  readonly wide: Wide | undefined
  readonly locks: boolean
  /** The library keeps the answer for a while and gives it again. */
  readonly isCached: boolean
  /** Built and handed out (returned or stored) without being executed here: steps may follow elsewhere. */
  readonly escapes: boolean
  /** The call that gets the builder before it was executed: it may add to it, or run it. */
  readonly givenTo: Call | undefined
  /** SQL text that begins or ends a transaction. */
  readonly control: 'begin' | 'commit' | 'rollback' | undefined
  /** Tags of the library member that starts it. */
  readonly target: LibraryTarget | undefined
  /** What the query is sent through. */
  readonly handle: Handle
}

/** What the library does where the filter of a write says nothing. */
export interface Wide {
  /** Without a filter the whole table is changed, or the library refuses. */
  readonly missing: 'all' | 'refused'
  /** A condition with an undefined value is compared as it is, left out, refused, or fits no row unless a setting says that it is left out. */
  readonly undefinedValue: 'kept' | 'dropped' | 'refused' | 'unfit'
}

/** SQL text given to a driver or builder. */
export interface SqlText {
  readonly expression: ts.Expression
  /** The call that takes it: the execution point. */
  readonly call: Call
  /** `bound` templates are safe; `text` executes or becomes part of what executes. */
  readonly kind: 'text' | 'bound'
  /** False for a fragment (`knex.raw`) that is executed elsewhere. */
  readonly executes: boolean
  /** Existing argument with parameters. */
  readonly params: ts.Expression | undefined
  /** Index of the argument where parameters go, if the API has one. */
  readonly paramsIndex: number | undefined
  readonly placeholder: '?' | '$' | ':' | '@' | undefined
}

/** What an operation is sent through: the thing that decides whether it is in a transaction. */
export type Handle =
  | { readonly kind: 'symbol'; readonly symbol: ts.Symbol; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string }
  /** Options that may carry one, put together elsewhere. */
  | { readonly kind: 'opaque'; readonly text: string }

/** A region in which operations share one transaction. */
export interface Transaction {
  /** `hook`: a function that a write fires, inside the transaction of the write. */
  readonly kind: 'callback' | 'array' | 'begin' | 'decorator' | 'hook' | 'parameter'
  /** The call (or decorator) that opens it. */
  readonly node: ts.Node
  readonly unit: Unit
  readonly package: string
  /** The library carries the handle: every operation reached inside takes part. */
  readonly implicit: boolean
  /** Symbols that are its handle. */
  readonly handles: readonly ts.Symbol[]
  /** Units that run inside. */
  readonly bodies: readonly Unit[]
  /** Between its statements it takes no connection. */
  readonly isUnpinned: boolean
  /** Of a hook: the member of the library whose calls alone fire it. */
  readonly firedBy?: string
  /** The library offers a handle to these units, and none of them takes it. */
  readonly isHandleIgnored?: boolean
  /** It is committed as soon as its functions have returned a promise, and what they do behind that is not in it. */
  readonly isOverAtOnce?: boolean
  /** Set where a function of the project hands its own transaction on to a function it is given. */
  readonly origin?: Transaction
}

/** Whether an operation takes part in a transaction. */
export type Participation =
  | { readonly kind: 'in'; readonly transaction: Transaction | undefined }
  | { readonly kind: 'out' }
  /** Its handle is a parameter, or in options from elsewhere, and callers differ or are unknown; index -1 for options. */
  | { readonly kind: 'parameter'; readonly unit: Unit; readonly index: number }
  | { readonly kind: 'unknown' }

/** A loop statement or an iterating callback. */
export interface Loop {
  readonly kind: SyntaxLoop['kind'] | 'callback'
  /** The statement, or the call that iterates. */
  readonly node: ts.Node
  readonly unit: Unit
  readonly file: WorkspaceFile
  /** What is iterated. */
  readonly collection: ts.Expression | undefined
  /** Names for people: `orders`, `order`. */
  readonly collectionText: string
  readonly variable: string | undefined
  /**
   * data: as often as there are rows or items of input; constant: a list fixed in code; batches: groups or pages;
   * retry: until something succeeds; single: at most once.
   */
  readonly size: 'data' | 'constant' | 'batches' | 'retry' | 'single'
  /** Why it has that size, for `explain`. */
  readonly reason: string
  /** The use of the callback, for kind `callback`. */
  readonly callback: CallbackUse | undefined
  /** Calls repeated by the loop that no inner loop repeats. Includes those of callbacks run once inside the body. */
  readonly calls: readonly Call[]
}

/** An operation together with the way to it. */
export interface Reached {
  readonly operation: Operation
  /** Hops from the asked place to the operation, the operation last. */
  readonly trace: readonly Step[]
  /** The first call on the way (the operation's own call when it is direct). */
  readonly call: Call
  /** Number of project functions in between. */
  readonly distance: number
  /** A cache or memo stands on the way. */
  readonly cached: boolean
  /** The way passes through another data-sized loop. */
  readonly looped: boolean
  /** Lowest confidence on the way. */
  readonly confidence: 'high' | 'medium'
}

/** Statements whose text is given to a function of the project that sends it. */
export interface WrappedOperations {
  readonly all: readonly Operation[]
  /** The same way, ended at the call that gives the text; as it is where no such function stands on it. */
  through(reached: Reached): Reached
}

export type EntryKind =
  | 'route' | 'resolver' | 'procedure' | 'job' | 'cron' | 'listener' | 'consumer' | 'webhook' | 'cli' | 'action'

/** Where work enters the application. */
export interface EntryPoint {
  readonly kind: EntryKind
  readonly framework: string
  /** GET, POST, ..., ALL; undefined where there is none. */
  readonly method: string | undefined
  /** Full path with prefixes, topic, queue, schedule; undefined when it cannot be told. */
  readonly path: string | undefined
  readonly file: WorkspaceFile
  /** Where it is registered. */
  readonly node: ts.Node
  readonly handler: Unit
  /** Everything that runs before the handler, in order: application, module, router, controller, route. */
  readonly middleware: readonly Middleware[]
  /** What runs when the handler or something before it fails, the nearest first. */
  readonly errorHandlers: readonly Middleware[]
  /** Which part of the request each parameter of the handler is, where the library says so by its place. */
  readonly given?: readonly SourceKind[]
  /** What it is registered on or in: a router, a controller class, else the file; the same node for its neighbours. */
  readonly group: ts.Node
  /** The application it is registered on, through all routers, by its declaration; undefined where that is not seen. */
  readonly application: ts.Node | undefined
  /** The calls that mount the routers it is registered on, all of each router, the nearest first. */
  readonly mounts?: readonly (readonly ts.Node[])[]
  /** Of its neighbours whose paths fit a request, the one registered first takes it. */
  readonly isFirstTaken?: boolean
}

/** How the work of an entry point comes again when it failed. */
export interface Redelivery {
  /** `broker`: whatever is not acknowledged is delivered again; `options`: as often as somebody said. */
  readonly by: 'broker' | 'options'
  /** Where that is said. */
  readonly place: Place | undefined
}

/** Middleware registered for everything under a path of an application or router. */
export interface RegisteredMiddleware {
  readonly middleware: Middleware
  /** As written; '' for all paths. */
  readonly path: string
  /** What it is registered on: the declaration of a router; undefined where it holds for the whole application. */
  readonly router: ts.Node | undefined
  /** Package whose function registers; undefined for what a container is given. */
  readonly framework: string | undefined
  /** It is called when something failed. */
  readonly handlesErrors: boolean
}

/** Middleware around an entry point that does not run for it, because of where it is registered. */
export interface OutOfOrder {
  readonly middleware: Middleware
  /** `late`: it runs before handlers, and is registered after this one; `early`: it handles errors, and is registered before. */
  readonly kind: 'late' | 'early'
}

export interface Middleware {
  readonly node: ts.Node
  readonly file: WorkspaceFile
  /** As written: `requireAuth`, `rateLimit({...})`, `AuthGuard`. */
  readonly label: string
  readonly units: readonly Unit[]
  /** Tags of the library member behind it. */
  readonly tags: readonly Tag[]
  readonly scope: 'route' | 'router' | 'controller' | 'module' | 'application'
  /** Whoever registers it for some routes names this very one: `forRoutes({ path: 'orders/import', method: POST })`. */
  readonly namesRoute?: boolean
}

export type GuardKind = 'auth' | 'limit' | 'validate' | 'sanitize' | 'cache' | 'transform' | 'error'

/** Something that stands before a handler, by what it does. */
export interface Guard {
  readonly kind: GuardKind
  /** Undefined when the handler itself does it. */
  readonly middleware: Middleware | undefined
  /** How it is known: `what its library says of helmet()`, `it calls limiter.consume`, `its name`. */
  readonly how: string
  /** high: by a tag or by what it does; medium: by its name, or by words in a handler. */
  readonly confidence: 'high' | 'medium'
}

/** The guards of an entry point, and what else was looked at. */
export interface GuardReport {
  /** In the order in which they run. */
  readonly guards: readonly Guard[]
  /** Middleware that was not taken for a limiter, and the reason. */
  readonly notLimiters: readonly { readonly middleware: Middleware; readonly why: string }[]
  /** The call by which the handler compares a secret with what is stored, as written. */
  readonly checksCredential: string | undefined
  /** The call by which the handler makes a token, as written. */
  readonly issuesCredential: string | undefined
  /** Only administrators and other staff are let in; undefined where others come in too. */
  readonly staffOnly: Staff | undefined
  /** What lets in only those who own what the rows belong to, and their administrators, as written. */
  readonly ownersOnly: string | undefined
}

/** Who of those that run the system is let in. */
export interface Staff {
  /** What keeps everybody else out, as written. */
  readonly how: string
  /** The lowest that is let in: who runs all of the system, an administrator, somebody who works there. */
  readonly rank: 'system' | 'admin' | 'staff'
}

export interface Column {
  /** As the code says it. */
  readonly name: string
  /** Its name in the database, where the declaration says another one. */
  readonly databaseName?: string
  readonly type: string | undefined
  readonly nullable: boolean
  /** A read that does not name it goes without: `@Column({ select: false })`. */
  readonly isLeftOut?: boolean
}

/** A relation to another table. */
export interface Relation {
  readonly name: string
  readonly target: string
  readonly many: boolean
  /** The foreign key stands in this table: `order.user`, not `user.orders`. */
  readonly holdsKey: boolean
  /** Name of the column that is the key, where the declaration says it. */
  readonly key?: string
  /** An object that a row has there is written before what it has in the column of the key: `account: { id }` beside `accountId`. */
  readonly isBefore?: boolean
  /** What a row has there is not written with it, unless the call includes it. */
  readonly isApart?: boolean
  /**
   * What happens to the rows that hold the key when the row they refer to is deleted, by the database or by the
   * library; the same on both sides of a relation. Undefined: nothing says so.
   */
  readonly onDelete: 'cascade' | 'restrict' | 'set-null' | 'no-action' | 'set-default' | undefined
  /** Loaded by a query of its own when the property is touched. */
  readonly lazy: boolean
  readonly place: { readonly file: WorkspaceFile; readonly start: number; readonly end: number }
}

/** A unique key over the rows for which a condition holds; names in lower case. */
export interface PartialKey {
  readonly columns: readonly string[]
  /** Columns that the condition is about: `isactive` of `partialFilterExpression: { isActive: true }`. */
  readonly of: readonly string[]
  /** What of the condition a value can meet: `isactive=true`, `state=open`, `email!=null`, `releasedat=null`. */
  readonly is?: readonly string[]
}

/** A table, from a schema file, entity classes or SQL. */
export interface Table {
  /** As the code says it: model or entity name, lower case. */
  readonly name: string
  /** The name as it is declared, for people: `OrderLine`, `order_lines`. */
  readonly label: string
  /** Name in the database, lower case. */
  readonly databaseName: string
  readonly columns: readonly Column[]
  /** Sets of column names, lower case; the primary key is one of them. */
  readonly uniqueKeys: readonly (readonly string[])[]
  /** Keys that hold for some of the rows only. */
  readonly partialKeys?: readonly PartialKey[]
  readonly relations: readonly Relation[]
  /** Its relations are no foreign keys: only the library that declares it plays what they say, and SQL does not. */
  readonly isPlayed?: true
  readonly source: 'prisma' | 'entity' | 'sql'
  readonly place: { readonly file: WorkspaceFile; readonly start: number; readonly end: number }
}

/** Code that would break without a table or column. */
export interface SchemaUse {
  readonly place: Table['place']
  /** `model Order`, `knex('orders').select`. */
  readonly label: string
  /** high: declared, or named in a query of that table; medium: a word of SQL text. */
  readonly confidence: 'high' | 'medium'
}

export type SourceKind = 'body' | 'query' | 'params' | 'headers' | 'cookies' | 'message' | 'args' | 'file' | 'form'

/**
 * What is asked of data from outside: `text`, whether it can carry characters chosen there; `number`, whether it can be
 * as large as outside wants; `object`, whether the value or something inside of it can be an object, and so have keys.
 */
export type FlowKind = 'text' | 'number' | 'object'

/** Data on its way from outside to a sink. */
export interface Flow {
  readonly source: { readonly kind: SourceKind; readonly node: ts.Node; readonly file: WorkspaceFile; readonly text: string }
  /** From the source to the sink, both included. */
  readonly trace: readonly Step[]
  readonly confidence: 'high' | 'medium'
  /** Properties of the source that are taken, outermost first; empty where all of it goes on. */
  readonly path: readonly string[]
  /** It becomes one property of the value asked about, and not that value or a part of its properties. */
  readonly isNested: boolean
  /** A class with validators is declared for it, and this passes all the same: a field without one, or undeclared fields. */
  readonly isDeclared: boolean
  /** It was checked against a schema, on the way or in front of the code that takes it. */
  readonly isValidated: boolean
}

/** `early`: only in front of what reads the body, where there is none yet. */
export type Sanitizing = 'done' | 'early' | 'none'

/** What is known of the checks in front of the code that takes data from outside. */
export interface InputValidation {
  /** Entry points through which data reaches a node that takes it. */
  entriesAt(node: ts.Node): readonly EntryPoint[]
  /** Whether operators are taken out of requests before the code at a source runs. */
  sanitizing(source: Pick<Flow['source'], 'kind' | 'node'>): Sanitizing
  /** Whether whoever sends what comes in at a node signs it, or has a secret of the environment, here or in functions on the way. */
  isSigned(source: Pick<Flow['source'], 'kind'>, node: ts.Node, way: readonly ts.Node[]): boolean
  /** Pipes that stand in front of every handler check something. */
  readonly hasPipes: boolean
  /** Calls that create an application whose handlers are registered by decorators. */
  readonly bootstraps: readonly Call[]
  /** The class such a call makes an application of, where it is named. */
  rootOf(bootstrap: Call): ts.Declaration | undefined
  /** Whether the application has the class of a handler; undefined where not all that it is made of can be read. */
  serves(bootstrap: Call, entry: EntryPoint): boolean | undefined
  /** What a decorated parameter that takes a whole body is declared as; undefined for other parameters. */
  bodyParameter(parameter: ts.ParameterDeclaration): DeclaredParameter | undefined
}

/** A parameter that holds the body of a request. */
export interface DeclaredParameter {
  /** validators: a class whose properties have some; bare: anything else; unknown: a type that cannot be seen. */
  readonly declaration: 'validators' | 'bare' | 'unknown'
  /** A pipe checks it. */
  readonly isChecked: boolean
  /** What a pipe with a whitelist does to a class without validators; undefined for other declarations and pipes. */
  readonly whitelist: Whitelist | undefined
  /** The named type it is declared with. */
  readonly symbol: ts.Symbol | undefined
  /** Properties of that type. */
  readonly fields: readonly string[]
}

/**
 * What becomes of the fields of a class that has no validators. empties: all are taken away; refuses: a body that has any
 * is refused; keeps: what a decorator names is kept with any value.
 */
export type Whitelist = 'empties' | 'refuses' | 'keeps'

/** A text that is matched against a pattern whose matching can take exponential time. */
export interface SlowMatch {
  readonly call: Call
  /** The pattern, where it is written. */
  readonly pattern: ts.Expression
  /** The repetition that makes it slow: `(a+)+`. */
  readonly part: string
  /** The text; undefined where a schema is given the pattern, which matches what it will be given. */
  readonly subject: ts.Expression | undefined
}

/** A function that makes the context of all entry points of a kind. */
export interface ContextFactory {
  readonly unit: Unit
  readonly serves: 'procedure' | 'resolver'
}

/** A value that nothing keeps from being undefined. */
export interface PossiblyUndefined {
  readonly expression: ts.Expression
  /** declared: its type says so; input: the caller of an entry point may leave it out. */
  readonly reason: 'declared' | 'input'
  readonly flow: Flow | undefined
}

/** Something put into SQL text at run time. */
export interface DynamicPart {
  readonly expression: ts.Expression
  /**
   * `setting`: a property of the object itself or of configuration, set by whoever runs the program. `escaped`: a value
   * whose quotes the code doubles by itself.
   */
  readonly origin: 'value' | 'setting' | 'escaped'
  /**
   * Where it stands: instead of a value, inside quotes, inside a pattern of LIKE, as a name of a table or column, or
   * as a piece of syntax.
   */
  readonly position: 'value' | 'quoted' | 'like' | 'identifier' | 'fragment'
  /** The text in front of it, with `\u0001` for earlier parts. */
  readonly before: string
}

/** SQL text put together at run time and given to an execution point. */
export interface BuiltSql {
  readonly sql: SqlText
  /** The text where it is built: the argument itself, or the argument of a caller of a wrapper. */
  readonly expression: ts.Expression
  /** Calls of project functions between that expression and the execution point. */
  readonly through: readonly Call[]
  readonly parts: readonly DynamicPart[]
  /** Data from outside that reaches one of the parts. */
  readonly flow: Flow | undefined
  readonly flowPart: DynamicPart | undefined
  readonly confidence: 'high' | 'medium'
}

/** A value of a row that an operation read: the row itself where the path is empty, else a column or what is inside of it. */
export interface RowValue {
  readonly operation: Operation
  readonly path: readonly string[]
}

/** What is known of a row that a write creates. */
export interface NewRow {
  /** Texts of values by column, see `Rows.textOf`; columns in lower case without underscores. */
  readonly columns: ReadonlyMap<string, string>
  /** What stands for these values in the code, as far as it is written out. */
  readonly values: ReadonlyMap<string, ts.Expression>
  /** Texts of objects whose properties are columns too. */
  readonly rest: readonly string[]
  /** Its table, where the write itself does not say it: a unit of work that writes what was made before. */
  readonly table: string | undefined
}

/** A value of a row inside an expression. */
export interface RowUse extends RowValue {
  readonly node: ts.Expression
  /**
   * What is made of it there: arithmetic; a list with more, fewer or other elements; an object with other properties
   * (`{ ...row.settings, theme }`).
   */
  readonly change: 'none' | 'arithmetic' | 'collection' | 'merge'
  /** Calls that carry it from the unit in which it stands to the expression, through their parameters. */
  readonly calls: readonly Call[]
}

/** One column that a write changes. */
export interface RowChange {
  /** In lower case without underscores. */
  readonly column: string
  /** Where it is said: a property of the data, an assignment to a loaded row. */
  readonly node: ts.Node
  /** The new value; undefined where it is made in place. */
  readonly value: ts.Expression | undefined
  /** The database makes the new value of the stored one: `{ increment: 1 }`, `balance = balance - $1`. */
  readonly isComputed: boolean
  /** Values of rows that the new value is made of. */
  readonly uses: readonly RowUse[]
  /** The loaded row that is changed and written, and the operations that may have read it. */
  readonly entity: { readonly name: ts.Identifier; readonly rows: readonly Operation[] } | undefined
}

/** A condition that tests values of rows. */
export interface RowTest {
  readonly condition: ts.Expression
  /** The statement or expression that decides by it. */
  readonly node: ts.Node
  readonly uses: readonly RowUse[]
  /** It compares by size: `<`, `>=`. */
  readonly isComparison: boolean
}

/** The conditions that say which rows an operation is about. */
export interface RowKey {
  /** What a column must equal, by the column's name in lower case without underscores, as `Rows.textOf` says it. */
  readonly columns: ReadonlyMap<string, string>
  /** What a column equals on one side of an `or`, said as above but for upper and lower case. */
  readonly either: ReadonlyMap<string, string>
  /** All conditions were understood, and all are equalities. */
  readonly isComplete: boolean
  /** All of it, in an order of its own. */
  readonly text: string
}

/** An operation as a unit comes to it. */
export interface RowAccess {
  readonly operation: Operation
  /** Calls from the unit to the operation, the operation's own call last. */
  readonly calls: readonly Call[]
  /** Every call on the way leads to one function only. */
  readonly isSure: boolean
  /** On the way stands a function that runs only when its result is not remembered. */
  readonly isMemoized: boolean
  /** Puts a text in the operation's unit into the terms of the unit asked about. */
  lift(text: string): string
}

/** Which rows operations are about, and where values come from. */
export interface Rows {
  /**
   * Text that stands for a value: equal texts are equal values within one run of an entry point. `@12.balance` is a
   * column of the row that the operation with that id read; parameters stay open, see `RowAccess.lift`.
   */
  textOf(expression: ts.Node): string
  /** The row, or the value of a row, that an expression holds. */
  rowOf(expression: ts.Node): RowValue | undefined
  /** The same for such a text. */
  rowIn(text: string): RowValue | undefined
  /** The same, for parameters with what callers give; `calls` lead from the row's unit to the expression's. */
  rowsBehind(expression: ts.Node): readonly { readonly row: RowValue; readonly calls: readonly Call[] }[]
  /** Undefined where no condition on a column is known. */
  keyOf(operation: Operation): RowKey | undefined
  /** The loaded row that an operation writes: `save(account)`, `account.save()`. */
  targetOf(operation: Operation): { readonly expression: ts.Expression } | undefined
  /** Values given to the placeholders of SQL text, in order. */
  sqlValues(operation: Operation): readonly ts.Expression[]
  /** Operations that running a unit leads to, on every way to them, in the order of the calls in the unit. */
  accessesOf(unit: Unit): readonly RowAccess[]
  /** Values of rows that an expression is made of, through locals, parameters and functions of the project. */
  valuesIn(expression: ts.Node): readonly RowUse[]
  /** Columns that a write changes, those of a loaded row included. */
  changesOf(operation: Operation): readonly RowChange[]
  /** The row that a write creates; undefined for writes that change rows, and where nothing is known. */
  createdBy(operation: Operation): NewRow | undefined
  /** Conditions of the unit that test values of rows. */
  testsIn(unit: Unit): readonly RowTest[]
  /** Rows that a middleware leaves on the request, by the text of the property. */
  leftOnRequest(unit: Unit): ReadonlyMap<string, string>
}

/** Everything known about the code of a workspace. Built lazily; each question is answered once. */
export interface Model {
  /** Without functions that are given to a call and only compute a value. */
  readonly units: readonly Unit[]
  /** All operations in production code, in order. */
  readonly operations: readonly Operation[]
  readonly loops: readonly Loop[]
  readonly transactions: readonly Transaction[]
  /** Calls that take a connection or session which must be given back. */
  readonly acquisitions: readonly Call[]
  /** A framework runs the method while the program starts, which does not where it fails. */
  isStartHook(unit: Unit): boolean
  readonly entryPoints: readonly EntryPoint[]
  /** All middleware that is registered by calls, whether or not it is seen to cover an entry point. */
  readonly registeredMiddleware: readonly RegisteredMiddleware[]
  /** Functions that run before every procedure, or every resolver, and make its context. */
  readonly contexts: readonly ContextFactory[]
  /** Whether no request comes to an entry point: a neighbour takes them all, or what is in front of it hands nothing on. */
  isOutOfReach(entry: EntryPoint): boolean
  /** What is registered around an entry point at a place where it does not count for it. */
  misplacedFor(entry: EntryPoint): readonly OutOfOrder[]
  /** What a middleware does. */
  guardsIn(middleware: Middleware): readonly Guard[]
  /** What guards an entry point, by what each middleware does. */
  guardsOf(entry: EntryPoint): GuardReport
  /** Undefined where nothing says that failed work is tried again. */
  redeliveryOf(entry: EntryPoint): Redelivery | undefined
  readonly tables: readonly Table[]
  /** Promises nobody waits for, and errors nobody learns of. */
  readonly promises: PromiseFacts
  /** Classes and modules, what they are for, and the boundaries between them. */
  readonly architecture: Architecture
  /** What is written to logs. */
  readonly logs: LogFacts

  /** Calls in production code whose name passes, in order; each name is asked about once. */
  callsNamed(test: (name: string) => boolean): readonly Call[]
  resolve(call: Call): Resolution
  /** The operation that a call starts (not for further steps of its chain). */
  operationOf(call: Call): Operation | undefined
  /** Functions given to a call, and how it runs them. */
  callbacksOf(call: Call): readonly CallbackUse[]
  /** Whether any code does this kind of work at all: asked first where a rule is about such work. */
  performs(kind: OperationKind): boolean
  /** Operations of a kind that a call leads to, the nearest first. */
  reachedFrom(call: Call, kind: OperationKind): readonly Reached[]
  /** Operations of a kind that running the unit leads to. */
  reachedBy(unit: Unit, kind: OperationKind): readonly Reached[]
  /**
   * The same work by a way that is open for the arguments on it, the nearest first; undefined where they close them all:
   * `update(order, tx)` does not lead to what `if (!tx)` guards.
   */
  possible(reached: Reached): Reached | undefined
  /** Whether some call opens the transaction: `tx ? work(tx) : db.transaction(work)` opens none where all give `tx`. */
  isOpened(transaction: Transaction): boolean
  /** How many queries running the unit sends at most, and how that number grows. */
  queriesOf(unit: Unit): QueryCount
  /** Calls that run the unit, as calls or callbacks. */
  callersOf(unit: Unit): readonly { readonly call: Call; readonly use: CallbackUse | undefined }[]
  /** What each of the callers of a function gives for a parameter, by its name in the function; empty for what is none. */
  givenFor(name: ts.Expression): readonly GivenBy<{ readonly call: Call; readonly use: CallbackUse | undefined }>[]
  /** Whether the operation takes part in a transaction, wherever the call stands. */
  participation(operation: Operation): Participation
  /** The same on the way by which the operation was reached: handles given as arguments there are followed. */
  participationOf(reached: Pick<Reached, 'operation' | 'trace'>): Participation
  /** A transaction begun by an earlier statement of the same unit and still open where the call stands. */
  openTransaction(call: Call): Transaction | undefined
  /** An implicit transaction that covers everything the unit does, at every caller. */
  implicitTransaction(unit: Unit): Transaction | undefined
  /**
   * The nearest entry point that serves requests and the nearest that does other work, from which the unit is
   * reached; empty for code that nothing known reaches.
   */
  entryPointsOf(unit: Unit): readonly EntryPoint[]
  /** Nothing in the project runs the unit, or the function it stands in: no entry point, no call, and no other use of its name. */
  isUnused(unit: Unit): boolean
  /** The units that are reached from one of the entry points that count. */
  unitsBehind(counts: (entry: EntryPoint) => boolean): ReadonlySet<Unit>
  /**
   * The expression an operation is sent through, where it is written plainly, and the member of it that runs a function
   * in a transaction with the handle as its argument.
   */
  handleOf(operation: Operation): { readonly expression: ts.Expression; readonly transactionMember: string | undefined } | undefined
  /** Whether the object whose field a resolver resolves can stand in one answer more than once. */
  hasManyParents(unit: Unit): boolean
  table(name: string | undefined): Table | undefined
  /** The table that the class of a call's receiver gives to what it inherits: `Customer` of `extends Repository<Customer>`. */
  tableGivenBy(call: Call): string | undefined
  /** By series, from the oldest to the newest; read when they are first asked for. */
  readonly migrations: readonly Migration[]
  /** Code that needs a table, or a column of it, under its name in the database: declarations before operations. */
  usesOf(table: string, column?: string): readonly SchemaUse[]
  /** Some code that serves writes the table; undefined where too little is written to tell anything by its absence. */
  isWritten(name: string): boolean | undefined
  /** Whether a table grows with use: not declared small, written outside of seeds and migrations. */
  tableSize(name: string | undefined): 'small' | 'normal' | 'huge'
  /** SQL text that is not constant, at the points where it is executed or becomes part of what is. */
  readonly builtSql: readonly BuiltSql[]
  /**
   * Edits that bind the values in built SQL as parameters; undefined where that needs a person. Behaviour stays the
   * same for well-formed values.
   */
  parametrise(built: BuiltSql): readonly TextEdit[] | undefined
  /**
   * Ways by which outside data reaches the expression's value; empty when none is known. The default asks for text.
   *
   * @param reach steps between the source and the expression at most; fewer are found sooner
   */
  flowsInto(expression: ts.Expression, kind?: FlowKind, reach?: number): readonly Flow[]
  /** What is checked before code runs: by middleware, options of routes, pipes. */
  readonly validation: InputValidation
  readonly rows: Rows
  readonly wrapped: WrappedOperations
  /** Why a value may be undefined where it stands, untested; undefined where nothing says so. */
  mayBeUndefined(expression: ts.Expression): PossiblyUndefined | undefined
  /** What a name or a member that keeps its value was given first; undefined for all other expressions. */
  initializerOf(expression: ts.Expression): ts.Expression | undefined
  /** How many values a type has: the members of an enumeration or of a union of literals; undefined where they are not counted. */
  valuesOf(type: ts.TypeNode): number | undefined
  /** Calls that match against exponential patterns written in the project. */
  readonly slowMatches: readonly SlowMatch[]
  readonly retries: readonly Retry[]
  /** Calls that make a circuit breaker, of a library or of the project. */
  readonly breakers: readonly Call[]
  /** Places from which some of the operations go out without a limit of time. */
  unboundedAmong(operations: readonly Operation[]): readonly Unbounded[]
  /** The unit whose body holds the node. */
  unitOf(node: ts.Node): Unit | undefined
  fileOf(node: ts.Node): WorkspaceFile
  /** Calls that could not be resolved although their receiver's package or shape makes them look like operations. */
  readonly unresolved: readonly { readonly call: Call; readonly reason: string }[]
}
