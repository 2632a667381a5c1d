/**
 * The tag vocabulary of library models: what a type cannot say.
 *
 * A library model is a declaration file; tags stand in the JSDoc comment directly before a declaration. Each tag
 * has one meaning for all packages. This table is the single documentation of the vocabulary: the reader checks
 * against it, and `docs` of the project are generated from it.
 *
 * Argument paths. Many tags point at an argument: `0` is the first argument, `1.transaction` the property
 * `transaction` of the second, `0.*` any property of the first, `2+` the third and all after it, `last` the last
 * argument, `this` the receiver, `return` what the call returns. Alternatives are joined by `|`, first match wins;
 * where handlers are named, a comma joins paths that all apply, in order (`1.preHandler,1.handler|last`).
 */
export interface TagDefinition {
  readonly name: string
  /** Words after the tag, as a pattern for people: `<read|write> [one|many]`. */
  readonly syntax: string
  /** Checks the text after the tag. */
  readonly pattern: RegExp
  readonly on: readonly TagTarget[]
  readonly meaning: string
}

/** What a tag may stand on. `function` includes call signatures and constructors; `member` methods and properties. */
export type TagTarget = 'function' | 'member' | 'class' | 'type' | 'variable' | 'parameter'

const PATH = String.raw`(?:this|return|last|\d+\+?)(?:\.[\w$*]+)*`
const PATHS = String.raw`${PATH}(?:\|${PATH})*`
const LIST = String.raw`${PATHS}(?:,${PATHS})*`
const EFFECTS =
  'http|payment|email|sms|publish|enqueue|cache-read|cache-write|cache-delete|file-read|file-write|cpu|log|sleep|process|llm|lock|unlock|storage'
const exactly = (source: string) => new RegExp(`^(?:${source})$`)

export const TAGS: readonly TagDefinition[] = [
  // ---- Queries ----------------------------------------------------------------------------------------------
  {
    name: 'query',
    syntax: '<read|write|delete|aggregate|raw|ddl|unknown> [one|many]',
    pattern: exactly(String.raw`(read|write|delete|aggregate|raw|ddl|unknown)( one| many)?`),
    on: ['function', 'member', 'variable'],
    meaning:
      'Calling this sends a statement to the database (for a builder: starts one). `read one` returns at most one row, `read many` a list, `aggregate` a count/sum/exists, `write` inserts or updates (`one`: a single row by construction, `many`: a batch or a condition), `delete` removes, `raw` is SQL text to be parsed for all of this (see @sql), `unknown` is decided by later builder steps. On a tagged-template function it is the template.',
  },
  {
    name: 'table',
    syntax: '<argument path | TypeParameter | property | static | "literal">, alternatives with |',
    pattern: exactly(String.raw`(?:${PATH}|property|static|[A-Z]\w*|"[^"]+")(?:\|(?:${PATH}|property|static|[A-Z]\w*|"[^"]+"))*`),
    on: ['function', 'member', 'class'],
    meaning:
      'Which table: an argument (a string, an entity class, or a table object), a type parameter of the class or function (`Entity` of `Repository<Entity>`), `property` (the property the receiver was reached through: `user` in `prisma.user.findMany`), `static` (the class a static or instance member was used on: `User` in `User.findAll()` or `user.save()`).',
  },
  {
    name: 'bound',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'The argument that limits how many rows come back (`0.take`, `0.limit`). On a builder step see @step limit.',
  },
  {
    name: 'where',
    syntax: '<argument paths>',
    pattern: exactly(LIST),
    on: ['function', 'member'],
    meaning: 'The argument that holds the filter; `0` for `findOneBy({ id })`, `0.where` for `findMany({ where })`, `this` where the receiver is the row that the others belong to.',
  },
  {
    name: 'data',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'The argument that holds the values to write.',
  },
  {
    name: 'include',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'The argument that names relations to load in the same round trip, or to write with the row (`0.include`, `0.relations`).',
  },
  {
    name: 'atomic',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member'],
    meaning: 'The write computes on the database (increment, findOneAndUpdate, upsert): it has no read-modify-write race.',
  },
  {
    name: 'upsert',
    syntax: '[argument path]',
    pattern: exactly(`(?:${PATHS})?`),
    on: ['function', 'member'],
    meaning: 'The write inserts or updates by a key, or leaves out what is there already, and may be repeated; with a path, where an option is given (`0.skipDuplicates`).',
  },
  {
    name: 'widened',
    syntax: '<argument path>',
    pattern: exactly(PATH),
    on: ['function', 'member'],
    meaning: 'Where that option is given, the query is about all rows that fit, not about one (`2.multi`).',
  },
  {
    name: 'changes',
    syntax: '<argument path of the text> <argument path of its values>',
    pattern: exactly(String.raw`${PATH} ${PATH}`),
    on: ['function', 'member', 'class'],
    meaning: 'What the write changes stands in a text (`SET balance = :balance`), with its values in an object beside it.',
  },
  {
    name: 'conditional',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member', 'class'],
    meaning: 'Where this argument is given, the write only happens if the row still is as it says.',
  },
  {
    name: 'lists',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member'],
    meaning:
      'The write sends a list inside of the row as what was added to it or taken from it, and fails when a list that was replaced has changed since the row was read.',
  },
  {
    name: 'relative',
    syntax: '<word to add> <word to subtract, or -> <word for "at least"> <member> <property>',
    pattern: exactly(String.raw`\$?\w+ (?:\$?\w+|-) \$?\w+ \w+ \w+`),
    on: ['function', 'member'],
    meaning:
      'How this write is told to compute from the stored value: the word that adds (`increment`; with a leading `$` it stands in front of the column), the one that subtracts (`-`: add a negative number), the word of a filter for "at least", and the member of the same receiver that takes such a filter with the property of its result that counts changed rows.',
  },
  {
    name: 'wide',
    syntax: '[drops|compares|throws [major version from which on]]',
    pattern: exactly(String.raw`(?:drops|compares|throws(?: \d+)?)?`),
    on: ['function', 'member'],
    meaning:
      'The write changes every row its filter leaves: without a filter, the whole table. `drops`: a condition whose value is undefined is left out of the filter; `compares`: it is compared with null and fits no row, or is refused, unless a setting says that it is left out; `throws`: it is refused (before that version: left out), and a missing filter always is.',
  },
  {
    name: 'many',
    syntax: '<member> [in|$in|array|In]',
    pattern: exactly(String.raw`[$\w]+(?: (?:in|\$in|array|In))?`),
    on: ['function', 'member'],
    meaning:
      'The member of the same receiver that does this for a list, with arguments of the same shape: `findMany` for `findUnique`, `createMany` for `create`. For reads, how its filter names a list of keys: `in` is `{ id: { in: keys } }`, `$in` is `{ id: { $in: keys } }`, `array` is `{ id: keys }`, `In` is `{ id: In(keys) }` with a function of the same package.',
  },
  {
    name: 'stream',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member'],
    meaning: 'Rows come one by one (cursor, stream, async iterator), so the number of rows needs no bound.',
  },
  {
    name: 'lock',
    syntax: '<argument path>, or nothing for a step that always locks',
    pattern: exactly(`(?:${PATHS})?`),
    on: ['function', 'member'],
    meaning: 'Rows read are locked (`FOR UPDATE`), by this argument or by this builder step.',
  },
  {
    name: 'cached',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'With this argument, unless it is `false`, the library keeps what was read for a while and gives it again. On a builder step see @step cached.',
  },
  {
    name: 'members',
    syntax: '<prefix> <@query words>',
    pattern: exactly(String.raw`[a-z]\w* (read|write|delete|aggregate|raw|ddl|unknown)( one| many)?`),
    on: ['class'],
    meaning:
      'Members that exist only at run time: any undeclared member of the class whose name is the prefix followed by a capital (`getOrders` of a Sequelize instance for `@members get read many`).',
  },

  {
    name: 'shape',
    syntax: '/regular expression/[i], matched against the receiver as written, or row',
    pattern: exactly(String.raw`/.+/i?|row`),
    on: ['class', 'type', 'member'],
    meaning:
      'Where the checker knows nothing of a receiver (untyped parameters, plain JavaScript): a receiver written like this, in a project that depends on the package, is taken for a value of this class when the member called is a tagged one. A name that is taken out of an object (`const { Order } = this.models`) also stands as `this.models.Order`, and as `$given.Order` where the object is a parameter. `row`: what an operation has read. On a member: for this member alone, whose name no other package has. Findings on it have at most medium confidence.',
  },

  // ---- SQL text ---------------------------------------------------------------------------------------------
  {
    name: 'given',
    syntax: '/regular expression/',
    pattern: exactly(String.raw`\/.+\/`),
    on: ['class', 'type'],
    meaning:
      'A parameter of such a name that has no type, first of a function at the top of a file that nothing in the project calls, is a value of this class: whatever loads the file gives it (`module.exports = async (fastify, options) => ...`).',
  },
  {
    name: 'provides',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['member', 'function'],
    meaning:
      'A container gives what this object says to functions and constructors that take parameters of these names, or take them out of their first parameter (`register({ orders: asClass(Orders) })` for `constructor({ orders })`). What `resolve` of a value gives is given.',
  },
  {
    name: 'sql',
    syntax: '<argument path | template>',
    pattern: exactly(`template|${PATHS}`),
    on: ['function', 'member', 'variable'],
    meaning:
      'The argument is SQL text (a string built from data is an injection). `template`: this is a tagged template whose interpolations are bound as parameters, so they are safe.',
  },
  {
    name: 'params',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'The argument that binds values to the placeholders of @sql.',
  },
  {
    name: 'binds',
    syntax: '<return | this.MEMBER>',
    pattern: exactly(String.raw`return|this\.[$\w]+`),
    on: ['function', 'member'],
    meaning:
      'Values for the placeholders of @sql are given apart from it: to the call on what it returns (`prepare(text).all(value)`), or before by a member of the receiver that takes a name and a value (`request.input(name, value)`).',
  },
  {
    name: 'placeholder',
    syntax: '<? | $ | : | @>',
    pattern: exactly(String.raw`\?|\$|:|@`),
    on: ['function', 'member', 'class'],
    meaning: 'How placeholders are written: `?`, `$1`, `:name`, `@name`. On a class: for all its members. Needed to rewrite built SQL safely.',
  },
  {
    name: 'twin',
    syntax: '<member | this>',
    pattern: exactly(String.raw`[$\w]+`),
    on: ['function', 'member'],
    meaning:
      'The member of the same receiver that takes the same text as a tagged template and binds its interpolations (`$queryRaw` for `$queryRawUnsafe`); `this`: the receiver itself is the tag (`sql` for `sql.raw`).',
  },
  {
    name: 'fragment',
    syntax: '<argument path | template | template raw>',
    pattern: exactly(`template( raw)?|${PATHS}`),
    on: ['function', 'member', 'variable'],
    meaning:
      'The argument is a piece of SQL text that becomes part of a statement without executing here (`knex.raw`, `Prisma.raw`, `.orderByRaw`, `.where("a = b")`). `template`: a tagged template that binds its interpolations; `template raw`: one that does not.',
  },
  {
    name: 'escapes',
    syntax: '<sql | html | regex | operators>',
    pattern: exactly('sql|html|regex|operators'),
    on: ['function', 'member'],
    meaning:
      'The result is safe to place in such text (`mysql.escape`, `pg-format`, `escapeIdentifier`); `operators`: keys that a filter would take for operators are gone from it (`mongoose.sanitizeFilter`).',
  },
  {
    name: 'operators',
    syntax: '[cast]',
    pattern: exactly('(cast)?'),
    on: ['class'],
    meaning:
      'Filters given to members of the class are objects in which some keys are operators (`{ email: { $ne: null } }`): an object from outside changes what is asked. `cast`: values are made to fit a declared schema first.',
  },
  {
    name: 'script',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'The argument is the text of a program that the database runs (`$where`).',
  },

  // ---- Builders ---------------------------------------------------------------------------------------------
  {
    name: 'builder',
    syntax: '[lazy]',
    pattern: exactly('(lazy)?'),
    on: ['class', 'type'],
    meaning:
      'A fluent builder: calls on it are steps of one operation. `lazy`: it does nothing until awaited, `then`-ed or executed.',
  },
  {
    name: 'step',
    syntax:
      '<table PATH | where PATH | limit PATH | offset PATH | include PATH | order PATH | data PATH | handle PATH | read | write | delete | aggregate | one | many | upsert | lock | cached | stream | atomic | returning | text | execute>, several joined by commas',
    pattern: exactly(
      String.raw`(?:(?:table|where|limit|offset|include|order|data|handle) ${PATHS}|read|write|delete|aggregate|one|many|upsert|lock|cached|stream|atomic|returning|text|execute)(?:, (?:(?:table|where|limit|offset|include|order|data|handle) ${PATHS}|read|write|delete|aggregate|one|many|upsert|lock|cached|stream|atomic|returning|text|execute))*`,
    ),
    on: ['member'],
    meaning:
      'What calling this member of a builder adds to the operation: its table, filter, bound, values, transaction handle; that it is a write; that it returns one row; that it executes now; that the library keeps the answer for a while; that it gives the statement as text, or as a piece of another one, so that nothing is sent.',
  },

  // ---- Transactions -----------------------------------------------------------------------------------------
  {
    name: 'transaction',
    syntax: '<callback path> [handle=<N of callback | this | return>] [implicit] [unpinned] | begin [handle=this|return|PATH] [unpinned] | commit | rollback | array <path> | decorator | hook[=MEMBER] | carried [PATH=word]',
    pattern: exactly(
      String.raw`(?:${PATHS})(?: handle=(?:\d+|this|return|none))?(?: implicit)?(?: unpinned)?|begin(?: handle=(?:this|return|${PATHS}))?(?: implicit)?(?: unpinned)?|commit|rollback|array ${PATHS}|decorator|hook(?:=\w+)?|carried(?: ${PATHS}=\w+)?`,
    ),
    on: ['function', 'member'],
    meaning:
      'Opens a transaction. With a callback path: operations that use the handle (by default the first parameter of the callback; `handle=this`: the receiver itself) share it; `implicit`: the library carries the handle (AsyncLocalStorage), so every operation reached inside shares it; `unpinned`: between its statements it takes no connection. `begin`: from here to commit/rollback the handle is in a transaction. `array`: the operations listed in the argument share one. `decorator`: the decorated method body is one, implicit. `hook`: the decorated method, or one that implements this member, runs in the transaction of the write that fires it; `hook=remove`: only calls of `remove` fire it. `carried`: where this is called (with that word, if one is named), every transaction of the package that runs a callback is implicit.',
  },
  {
    name: 'timeout',
    syntax: '<argument paths> [default=<milliseconds|none>] [global] | default[=<milliseconds|none>] | step',
    pattern: exactly(String.raw`(?:${PATHS}(?: default=(?:\d+|none))?(?: global)?|default(?:=(?:\d+|none))?|step)`),
    on: ['function', 'member', 'class', 'variable'],
    meaning:
      'The argument that bounds how long what this starts may take: a transaction, a request. On what makes a client: the argument that bounds every call made through it. `default=`: how long a call waits where nobody says so, in milliseconds; `none`: for ever. `default` alone: the library or its server ends it after a while without being asked. `global`: it holds for every call of the process. `step`: a later step of a chain, or a wrapper, that ends what takes too long.',
  },
  {
    name: 'handle',
    syntax: '[argument path]',
    pattern: exactly(`(?:${PATHS})?`),
    on: ['function', 'member', 'class', 'type'],
    meaning:
      'On a class or type: a value of it is a transaction handle wherever it comes from (`Prisma.TransactionClient`, `QueryRunner`). On a method: the argument that carries the handle (`1.transaction`), or, with `return` as path, that the result is bound to the handle of the receiver or argument.',
  },
  {
    name: 'connection',
    syntax: '[acquire | session] [by=member] [pooled] | release [argument path]',
    pattern: exactly(String.raw`(?:(?:acquire|session)(?: by=\w+)?(?: pooled)?|release(?: ${PATHS})?)?`),
    on: ['function', 'member', 'class', 'type'],
    meaning: 'On a class or type: an outer client or pool, not bound to a transaction. On a method: takes a connection that must be given back (by its member `by`, `release` by default) / gives back the receiver, or the argument named. `session`: one that the end of its transaction frees as well. `pooled`: only where the database has a pool, which SQLite has not.',
  },
  {
    name: 'immediate',
    syntax: '',
    pattern: exactly(''),
    on: ['class', 'type'],
    meaning: 'A client whose queries are done when the call returns, also where they are awaited: nothing else of the process runs meanwhile.',
  },

  {
    name: 'context',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member'],
    meaning: 'Gives what was stored for the call that is running (AsyncLocalStorage and the like): a transaction handle may come out of it.',
  },

  // ---- Other operations -------------------------------------------------------------------------------------
  {
    name: 'effect',
    syntax:
      '<http|payment|email|sms|publish|enqueue|cache-read|cache-write|cache-delete|file-read|file-write|cpu|log|sleep|process|llm|lock|unlock|storage> [read|write|delete] [debug|info|warn|error] [method=PATH] [command=PATH] [sync]',
    pattern: exactly(
      `(?:${EFFECTS})(?: (?:read|write|delete|debug|info|warn|error))?(?: method=${PATHS})?(?: command=${PATHS})?(?: sync)?`,
    ),
    on: ['function', 'member', 'class'],
    meaning:
      'Calling this does something to the world outside other than a query. `read` only asks, `write` changes something there; a log is written at the level that is named; `method=`: as the HTTP method in that argument says (GET where it is missing). `command=`: the class of that argument says what is done, see @command. `sync`: it blocks the event loop until done.',
  },
  {
    name: 'command',
    syntax: '<query WORDS of @query | EFFECT [read|write|delete]>',
    pattern: exactly(`query (?:read|write|delete|aggregate|raw|ddl|unknown)(?: one| many)?|(?:${EFFECTS})(?: (?:read|write|delete))?`),
    on: ['class'],
    meaning:
      'A call tagged with `command=` that is given an instance of this class does this (`client.send(new PutObjectCommand(...))`). Argument paths of the other tags of the class count from the arguments of its constructor.',
  },
  {
    name: 'idempotency',
    syntax: '<argument path>',
    pattern: exactly(String.raw`(?:this|return|last|\d+\+?)(?:\.[\w$*-]+)*(?:\|(?:this|return|last|\d+\+?)(?:\.[\w$*-]+)*)*`),
    on: ['function', 'member', 'class'],
    meaning: 'The argument that makes a repeated call harmless (`1.idempotencyKey`, a job id): the other side does the work once for each value of it.',
  },
  {
    name: 'redelivers',
    syntax: '<argument path | always | transport>',
    pattern: exactly(`${PATHS}|always|transport`),
    on: ['function', 'member', 'type', 'variable'],
    meaning:
      'A worker that fails is given the same work again: as often as the argument says for what is enqueued by this or for the queue it creates (`2.attempts`), or, on what registers a worker, `always`, until it acknowledges; `transport`: where the project says that messages are acknowledged (`noAck: false`), or uses a transport that keeps them.',
  },
  {
    name: 'queue',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'The name of the queue that a call adds to or registers a worker of, where it is not that of the receiver; on a decorator, of the queue that the class works for, or that the parameter or property is given.',
  },
  {
    name: 'credential',
    syntax: '<hash|check|issue|verify>',
    pattern: exactly('hash|check|issue|verify'),
    on: ['function', 'member'],
    meaning:
      'Works with what proves who somebody is: `hash` makes the hash of a password, `check` compares a password with its hash (somebody logs in), `issue` makes a token, `verify` accepts one.',
  },
  {
    name: 'upload',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member', 'class'],
    meaning:
      'Takes in the files of a request: as a middleware, a decorator or plugin of the handlers behind it (`multer().single()`, `FileInterceptor()`), or called by the handler (`form.parse(req)`, `request.formData()`).',
  },
  {
    name: 'async',
    syntax: '<member of the module, dotted> [promisified|yielding]',
    pattern: exactly(String.raw`[\w$]+(?:\.[\w$]+)*(?: promisified| yielding)?`),
    on: ['function', 'member'],
    meaning:
      'What does the same without blocking, found beside it: it takes the same arguments and returns a promise (`promises.readFile` for `readFileSync`, `hash` for `hashSync`), or, `promisified`, takes a callback at the end (`scrypt` for `scryptSync`); `yielding`: it works on the thread as well and only lets others in from time to time.',
  },
  {
    name: 'brief',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member'],
    meaning: 'It blocks, but not for long whatever is given: it looks at or changes an entry of a directory, not what is in the file (`existsSync`, `mkdirSync`).',
  },
  {
    name: 'sheet',
    syntax: '<write | rows path>',
    pattern: exactly(`write|rows ${PATHS}`),
    on: ['function', 'member'],
    meaning: 'It takes as long as there are rows in a workbook. `write`: of all that was put into it before; `rows`: of this list.',
  },
  {
    name: 'breaker',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member', 'class'],
    meaning: 'Makes, or is, a circuit breaker: calls through it fail at once while the other side is down.',
  },
  {
    name: 'starts',
    syntax: '',
    pattern: exactly(''),
    on: ['member'],
    meaning: 'A method of classes of the project that the framework calls while the program starts; where it fails, the program does not start.',
  },
  {
    name: 'retries',
    syntax: '<callback path | this> [attempts=LIST] [options=PATH] [delay=LIST] [factor=LIST] [cap=LIST] [jitter=LIST] [when=LIST] [default=<none|constant|exponential>]',
    pattern: exactly(
      String.raw`${PATHS}(?: attempts=${LIST})?(?: options=${PATHS})?(?: delay=${LIST})?(?: factor=${LIST})?(?: cap=${LIST})?(?: jitter=${LIST})?(?: when=${LIST})?(?: default=(?:none|constant|exponential))?`,
    ),
    on: ['function', 'member', 'class', 'variable'],
    meaning:
      'Runs the function, or what is called through the receiver or result, again when it fails; where `attempts` is named, only if that argument is more than one. The arguments that say how long to wait in between (`delay`), by how much longer each time (`factor`), how long at most (`cap`), with how much chance in it (`jitter`), and for which errors at all (`when`). `default=`: how it waits where nobody says so: not at all, always the same, or longer each time.',
  },
  {
    name: 'logged',
    syntax: '<argument paths>',
    pattern: exactly(LIST),
    on: ['function', 'member'],
    meaning: 'What a call tagged `@effect log` writes: these arguments. Without this tag it writes all of them.',
  },
  {
    name: 'redacts',
    syntax: '[paths=LIST] [keys=LIST] [serializers=LIST] [functions=LIST] [known=NAME]',
    pattern: exactly(String.raw`(?:paths=${LIST})?(?: ?keys=${LIST})?(?: ?serializers=${LIST})?(?: ?functions=${LIST})?(?: ?known=\w+)?`),
    on: ['function', 'member', 'class'],
    meaning:
      'Makes a logger, or sets one up, that hides a part of what it is given: the properties that a list of `paths` names from the object that is logged (`req.headers.cookie`, `*.password`), properties with one of these `keys` however deep they are, top-level properties for which an object has `serializers`, what `functions` (or values, lists and calls of a library that hold some) change before a line is written, and a property it hides unasked (`known`).',
  },
  {
    name: 'request-log',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member'],
    meaning: 'Every request is written to the log with all of its headers, those included that say who somebody is, unless they are redacted.',
  },
  {
    name: 'probes',
    syntax: '<path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'Says whether what the argument names is there, without taking or holding it: it may be different a moment later (`existsSync`).',
  },
  {
    name: 'setting',
    syntax: '<path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'Gives what the environment or the configuration of the program holds under the name in the argument (`config.get(name)`).',
  },
  {
    name: 'batched',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member'],
    meaning: 'Calls are collected and sent together (`DataLoader#load`): calling it in a loop costs one round trip.',
  },
  {
    name: 'identity-map',
    syntax: '<options path | cleared>',
    pattern: exactly(`${PATHS}|cleared`),
    on: ['function', 'member'],
    meaning:
      'A row that was loaded before is given again without a query where it is asked for by its primary key, unless one of these options is given (`findOne(Order, id, { refresh: true })`). `cleared`: what was loaded is forgotten, or not known to what this gives.',
  },
  {
    name: 'memoizes',
    syntax: '<callback path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'The callback runs only when the result is not remembered (`cache.wrap(key, fn)`, `memoize(fn)`).',
  },

  // ---- Callbacks and values ---------------------------------------------------------------------------------
  {
    name: 'pauses',
    syntax: '',
    pattern: exactly(''),
    on: ['function'],
    meaning: 'A timer: where its callback does nothing but settle a promise, it is a wait (`new Promise((done) => setTimeout(done, 1000))`).',
  },
  {
    name: 'iterates',
    syntax: '<collection path> <callback path> [batches]',
    pattern: exactly(String.raw`${PATHS} ${PATHS}(?: batches)?`),
    on: ['function', 'member'],
    meaning:
      'Calls the callback once for each element of the collection (`this 0` for `Array#map`, `0 1` for `pMap`). `batches`: once for each group of elements.',
  },
  {
    name: 'chunks',
    syntax: '<collection path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'Returns the collection in groups (`_.chunk`): iterating the result walks batches.',
  },
  {
    name: 'collects',
    syntax: '<path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'Awaits all promises of the argument (`Promise.all`).',
  },
  {
    name: 'named',
    syntax: '<argument path> <function> <argument path of the name there> <argument path of the members there>',
    pattern: exactly(String.raw`${PATH} \w+ ${PATH} ${PATH}`),
    on: ['member', 'function'],
    meaning: 'Gives what was kept under the name in this argument: the members of what that function of the package was given with the same name (`strapi.service(name)` for `createCoreService(name, () => ({ ... }))`).',
  },
  {
    name: 'dispatches',
    syntax: '<argument path> <member>',
    pattern: exactly(String.raw`${PATH} \w+`),
    on: ['member', 'function'],
    meaning:
      'Runs that member of the class of the project that a decorator of the same package names for the class of the argument (`commandBus.execute(new PlaceOrder())` for `@CommandHandler(PlaceOrder)`), and gives what it gives.',
  },
  {
    name: 'calls',
    syntax: '<callback path> [once|deferred|repeated|batch|cleanup] [catches]',
    pattern: exactly(String.raw`${PATHS}(?: (?:once|deferred|repeated|batch|cleanup))?(?: catches)?`),
    on: ['function', 'member'],
    meaning:
      'Calls the callback: `once` before it returns or resolves (the default for callbacks without a tag), `deferred` later and outside of the current work (`setTimeout`, `setImmediate`, `on`), `repeated` (`setInterval`, retries), `batch` once for a collected batch (DataLoader), `cleanup`. `catches`: a rejection of the callback is handled.',
  },
  {
    name: 'drops',
    syntax: '<callback path> [handler|true|caught] [since=package@major] [before=package@major] [unless=package] [arity=N] [emits=event,...]',
    pattern: exactly(String.raw`${LIST}(?: (?:handler|true|caught))?(?: since=[@\w/-]+@\d+)?(?: before=[@\w/-]+@\d+)?(?: unless=[@\w/-]+)?(?: arity=\d+)?(?: emits=\w+(?:,\w+)*)?`),
    on: ['function', 'member'],
    meaning:
      'What the callback returns is thrown away: nobody waits for a promise of it, and nobody handles its rejection. `handler`: it answers a request. `true`: the result is taken for true or false, and a promise is always true. `caught`: the library handles the rejection, and tells nobody. `since=`, `before=`: only in versions from that one on, or before it; `unless=`: not where that package is imported; `arity=`: only for a callback that takes so many parameters; `emits=`: only for these events, given as the first argument; there are no others.',
  },
  {
    name: 'settles',
    syntax: '[result|never] [since=package@major]',
    pattern: exactly(String.raw`(?:result|never)?(?:(?:^| )since=[@\w/-]+@\d+)?`),
    on: ['class', 'type', 'function', 'member'],
    meaning:
      'The promise is hardly ever rejected: the library deals with what fails in it, or in the functions it runs. `never`: nothing in it can fail at all, but for functions it runs. `since=`: from that version on. `result`: it resolves with what failed, a value that is tested or an object with an `error`. On a class or type: so does a value of it when it is waited for, except behind a member tagged @rejects.',
  },
  {
    name: 'rejects',
    syntax: '',
    pattern: exactly(''),
    on: ['member'],
    meaning: 'What comes behind it in a chain is rejected when it fails, though its type is tagged @settles result.',
  },
  {
    name: 'throws',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'Throws where this argument is malformed, as data from outside may be.',
  },
  {
    name: 'tells',
    syntax: '<exported name>',
    pattern: exactly(String.raw`\w+`),
    on: ['function', 'member'],
    meaning: 'What fails in it is told to those who listen to `error` on what the package exports under that name, too. The promise is rejected all the same.',
  },
  {
    name: 'persists',
    syntax: '<option>',
    pattern: exactly(String.raw`\w+`),
    on: ['member'],
    meaning: 'Tries again for ever what fails, and is never rejected, while somebody listens to `error` of the receiver; unless this option was given when the receiver was made.',
  },
  {
    name: 'hears',
    syntax: '[since=package@major]',
    pattern: exactly(String.raw`(?:since=[@\w/-]+@\d+)?`),
    on: ['function', 'member'],
    meaning: 'From this call on the library listens to the rejections of the process that nobody handles, and the process goes on. `since=`: from that version on.',
  },
  {
    name: 'callbacks',
    syntax: 'before=<package@major>',
    pattern: exactly(String.raw`before=[@\w/-]+@\d+`),
    on: ['class', 'type'],
    meaning: 'In versions before that one the members are answered by a callback, and give no promise.',
  },
  {
    name: 'eager',
    syntax: 'before=<package@major>',
    pattern: exactly(String.raw`before=[@\w/-]+@\d+`),
    on: ['member'],
    meaning: 'In versions before that one the member starts its work at once, and gives a promise, no builder.',
  },
  {
    name: 'lazy',
    syntax: '',
    pattern: exactly(''),
    on: ['class', 'type', 'member', 'function'],
    meaning:
      'The promises that the member, or every member of the class, gives start their work only when somebody waits for them. On a type that is a promise: so does a value of it, like a builder that is put together in one call.',
  },
  {
    name: 'failure',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member', 'variable'],
    meaning: 'Makes a value that says that something failed (`left`, `err`): it has no effect unless it is returned or looked at.',
  },
  {
    name: 'returns',
    syntax: '<path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning:
      'The result stands for the argument: same data, same handle, same rows (`_.sortBy`, `Array#filter`, `repo.extend`); for a function argument, calling the result calls it (`promisify`, `bind`, `debounce`).',
  },
  {
    name: 'coerces',
    syntax: '<string|number|boolean|date|id|array>',
    pattern: exactly('string|number|boolean|date|id|array'),
    on: ['function', 'member'],
    meaning: 'Whatever comes in, the result is of this scalar kind (`String()`, `parseInt`, `new ObjectId`).',
  },
  {
    name: 'validates',
    syntax: '<path> [throws|result]|nothing',
    pattern: exactly(String.raw`(?:${PATHS}(?: (?:throws|result))?|nothing)`),
    on: ['function', 'member'],
    meaning: 'The value is checked against a schema: `throws` on failure and returns the checked value (`schema.parse`), `result` reports failure in what it returns (`safeParse`). On a decorator of a property, `this` stands for its value and `this.*` for what is inside; `nothing`: it names the property, and any value passes. On a property: it holds nothing that was not checked (`parsed.data`).',
  },
  {
    name: 'pattern',
    syntax: '<path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'What a schema is given later is matched against the regular expression in this argument.',
  },
  {
    name: 'propagates',
    syntax: '<path> [..]',
    pattern: exactly(String.raw`${PATHS}(?: ${PATHS})*`),
    on: ['function', 'member'],
    meaning: 'Data of these arguments is in the result (`util.format`, `Array#join`, `String#replace`, `Object.assign`, `JSON.stringify`).',
  },
  {
    name: 'bounded',
    syntax: '[<path>]',
    pattern: exactly(`(?:${PATHS})?`),
    on: ['function', 'member'],
    meaning: 'The number returned is at most this argument (`Math.min`, `_.clamp`), or bounded by construction.',
  },

  // ---- Entry points -----------------------------------------------------------------------------------------
  {
    name: 'entry',
    syntax:
      '<route|resolver|procedure|job|cron|listener|consumer|webhook|cli|action> [METHOD or path of it] [path=PATH] [handler=LIST] [options=PATH] [taken=first] [unless=PACKAGE] [on=given]',
    pattern: exactly(
      String.raw`(?:route|resolver|procedure|job|cron|listener|consumer|webhook|cli|action)(?: (?:[A-Z]+|${PATHS}))?(?: path=${PATHS})?(?: handler=${LIST})?(?: options=${PATHS})?(?: taken=first(?: unless=\S+)?)?(?: on=given)?`,
    ),
    on: ['function', 'member', 'class', 'type', 'parameter'],
    meaning:
      'On a function: calling it registers an entry point; handlers in order (all but the last are middleware). `path=` the argument with its path, topic, queue or schedule. On a decorator: the decorated method (or class) is the entry point, `path=` is the argument of the decorator, and `handler=` what it puts in front. On a type: a function of this type is one, or an exported function whose first parameter is of it. `taken=first`: of several whose paths fit a request, the one registered first gets it, `unless=` a package is installed; elsewhere the one whose path says most. `on=given`: only on an object that the program is given; one that it makes itself (`new`) asks others, and what it hears is their answers.',
  },
  {
    name: 'middleware',
    syntax: '[path=PATH] handler=LIST [before|after|error]',
    pattern: exactly(String.raw`(?:path=${PATHS} )?handler=${LIST}(?: (?:before|after|error))?`),
    on: ['function', 'member'],
    meaning: 'Registers functions that run for the routes registered after it under the path; a router or sub-application given is mounted there.',
  },
  {
    name: 'group',
    syntax: '<callback path> | [prefix=PATH] [handler=PATH]',
    pattern: exactly(String.raw`${PATH}|(?:prefix=${PATH})?(?: ?handler=${PATHS})?`),
    on: ['function', 'member'],
    meaning:
      'What the callback registers belongs together. On a later step of the chain, and on one after a route: the prefix of the paths, or what runs before the handlers, of all that was registered there.',
  },
  {
    name: 'makes-context',
    syntax: '<procedure|resolver> <argument paths | type>',
    pattern: exactly(String.raw`(?:procedure|resolver) (?:type|${PATHS})`),
    on: ['function', 'member'],
    meaning: 'The function given there runs for every procedure or resolver and makes its context. `type`: the type argument names it (`typeof createContext`, or a type made of that).',
  },
  {
    name: 'resource',
    syntax: 'path=PATH controller=PATH actions=<*|member:METHOD[:id][(source,...)] joined by |>',
    pattern: exactly(String.raw`path=${PATH} controller=${PATH} actions=(?:\*|\w+:[A-Z]+(?::\w+)?(?:\(\w+(?:,\w+)*\))?(?:\|\w+:[A-Z]+(?::\w+)?(?:\(\w+(?:,\w+)*\))?)*)`),
    on: ['function', 'member'],
    meaning:
      'Registers a route for each member of a class, an instance or an object (or what a function there gives) that has the name of an action: by which method it is asked, what stands behind the path, and which part of the request each of its parameters is. `*`: every member is one.',
  },
  {
    name: 'mount',
    syntax: '[path=PATH] router=PATH [options=PATH] [before=PATH] [shared]',
    pattern: exactly(String.raw`(?:path=${PATHS} )?router=${PATHS}(?: options=${PATHS})?(?: before=${PATHS})?(?: shared)?`),
    on: ['function', 'member'],
    meaning:
      'Mounts a router, plugin or sub-application (or a function that is given the application) under a prefix; `before=` what runs before the routes of that function; `shared`: what it registers holds for the application too.',
  },
  {
    name: 'router',
    syntax: '[sub] [catches] [prefix=PATH]',
    pattern: exactly(`(?:sub)?(?: ?catches)?(?: ?prefix=${PATHS})?`),
    on: ['function', 'class'],
    meaning:
      'Creates an application on which entry points are registered, or a router that has to be mounted on one (`sub`); `catches`: what handlers reject with is given to the error handlers, also where the declared type drops it; `prefix=` the argument with which their paths begin.',
  },
  {
    name: 'shared-scope',
    syntax: '',
    pattern: exactly(''),
    on: ['function'],
    meaning: 'A plugin wrapped by this registers on what it is mounted on, not in a scope of its own (`fastify-plugin`).',
  },
  {
    name: 'application',
    syntax: '[on=PATH] [handler=PATH] [prefix=PATH] [version=PATH]',
    pattern: exactly(String.raw`(?:on=${PATHS})?(?: ?handler=${PATHS})?(?: ?prefix=${PATHS})?(?: ?version=${PATHS})?`),
    on: ['function', 'member', 'variable'],
    meaning:
      'Holds for every decorated entry point of the application: the functions or classes in `handler=` run before each, `prefix=` begins each path, the `defaultVersion` of the options in `version=` stands behind that as `v1` where their `type` is URI, and what is registered on the router in `on=`, or on the one that a function there is given, stands before them too. On a variable: the token under which a container is given such a class. On a function without more: it creates the application.',
  },
  {
    name: 'root',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function', 'member'],
    meaning: 'Creates an application of the class in this argument: of what its decorators name, and of what the decorators of those name.',
  },
  {
    name: 'routes',
    syntax: '<argument path> [except]',
    pattern: exactly(String.raw`${PATHS}(?: except)?`),
    on: ['member'],
    meaning: 'The entry points (paths, classes, `{ path, method }`) for which the middleware given earlier in the chain runs, or does not run (`except`).',
  },
  {
    name: 'binding',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['member'],
    meaning: 'A container gives, for the token in this argument, what the next call of the chain is given: a class, a value, a function that makes one (`bind(TOKEN).to(Guard)`).',
  },
  {
    name: 'composes',
    syntax: '<argument path>',
    pattern: exactly(PATHS),
    on: ['function'],
    meaning: 'A decorator that stands for the decorators given to it.',
  },
  {
    name: 'controller',
    syntax: '[path=PATH] [version=PATH]',
    pattern: exactly(`(?:path=${PATHS})?(?: ?version=${PATHS})?`),
    on: ['function'],
    meaning: 'Decorator of a class, or of a member, whose members are entry points under the prefix; `version=` is the version they are of.',
  },
  {
    name: 'guard',
    syntax: '<auth|limit|validate|sanitize|cache|transform|error> [deferred | declared | typed] [off] [handler=PATHS] [if=PATH]',
    pattern: exactly(String.raw`(?:auth|limit|validate|sanitize|cache|transform|error)(?: deferred| declared| typed)?(?: off)?(?: handler=${PATHS})?(?: if=${PATHS})?`),
    on: ['function', 'member', 'class', 'type', 'variable'],
    meaning:
      'A decorator, middleware, plugin or option that guards the entry points it stands on; a function that code calls to guard itself. `sanitize` takes operators out of what came in. `validate deferred` only notes what is wrong, and a call tagged @validates has to look; `validate declared`, on the decorator of a parameter: the framework checks it by the decorators of its class, `typed`: by its type, whatever it is. `off` takes the guard away. `handler=`: what it is given guards, the decorator itself says only that. `if=`: unless that argument of the registering call is `false`; for a decorator that is given something, only where it is given this. On a class: an instance is such a guard (a validation pipe, which checks classes by the decorators of their properties). On a type: a value of it is one.',
  },
  {
    name: 'annotation',
    syntax: 'PATH',
    pattern: exactly(PATH),
    on: ['member'],
    meaning: 'Gives what decorators noted on a handler under the key at the path; undefined where none did.',
  },
  {
    name: 'parses',
    syntax: '<json | form> [nested=PATH]',
    pattern: exactly(`(?:json|form)(?: nested=${PATHS})?`),
    on: ['function', 'member'],
    meaning: 'Middleware that parses the body of a request: `json` gives any value; `form` gives strings, and objects too unless the argument named by `nested` is false.',
  },
  {
    name: 'source',
    syntax: '<body|query|params|headers|cookies|message|args|file|form> [flat[=package@major] | client]',
    pattern: exactly(String.raw`(?:body|query|params|headers|cookies|message|args|file|form)(?: flat(?:=[@\w/-]+@\d+)?| client)?`),
    on: ['member', 'function', 'parameter', 'type'],
    meaning:
      'Data that comes from outside: a property (`req.body`), the result of a method (`c.req.json()`), a decorator of a parameter (`@Body()`), or a parameter of a callback type. `params` are always strings; `query`, `body` may hold objects, unless `flat` says that they hold strings (with a package and version: from that version on). A `message` comes from a service that may be trusted to send what was agreed, or, `client`, from anybody who connects.',
  },
  {
    name: 'responds',
    syntax: '',
    pattern: exactly(''),
    on: ['member', 'function'],
    meaning: 'Sends the answer to the client (`res.json`, `reply.send`).',
  },
  {
    name: 'injectable',
    syntax: '',
    pattern: exactly(''),
    on: ['function'],
    meaning: 'Decorator of a class that a container creates and injects.',
  },

  // ---- Architecture -----------------------------------------------------------------------------------------
  {
    name: 'layer',
    syntax: '<controller|guard|job|service|repository|adapter>',
    pattern: exactly('controller|guard|job|service|repository|adapter'),
    on: ['function', 'class', 'type'],
    meaning: 'What a class of the project is for that is decorated with it, extends it or implements it (`CanActivate` is a guard, `Repository` a repository).',
  },
  {
    name: 'module',
    syntax: 'members=PATHS [imports=PATHS]',
    pattern: exactly(`members=${LIST}(?: imports=${LIST})?`),
    on: ['function'],
    meaning: 'Decorator of a class that is a part of the application with a boundary of its own; `members=`: the arguments that list the classes inside of it; `imports=`: those that list other such parts, which an application with this one has too.',
  },
  {
    name: 'procedures',
    syntax: '',
    pattern: exactly(''),
    on: ['function', 'member'],
    meaning: 'Puts procedures, and what was put together of others before, into one object that somebody serves.',
  },
  {
    name: 'transport',
    syntax: '<request|response|context>',
    pattern: exactly('request|response|context'),
    on: ['class', 'type'],
    meaning: 'A value of this type is the request being answered, what answers it, or a context that holds both: only handlers and what stands before them should see one.',
  },
  {
    name: 'criteria',
    syntax: '[/regular expression/]',
    pattern: exactly(String.raw`(?:/.+/)?`),
    on: ['class', 'type'],
    meaning: 'A value of this type is a filter or the options of a query as the library takes them: whoever passes one knows the library and its tables. On a namespace, with a pattern: any type in it whose name fits, declared or not (`Prisma.OrderWhereInput`).',
  },
  {
    name: 'http-error',
    syntax: '',
    pattern: exactly(''),
    on: ['class'],
    meaning: 'An error that says with which status the request is answered.',
  },

  // ---- Tables -----------------------------------------------------------------------------------------------
  {
    name: 'entity',
    syntax: '[name=PATH] [columns=PATH]',
    pattern: exactly(`(?:name=${PATHS})?(?: ?columns=${PATHS})?`),
    on: ['function', 'member', 'class'],
    meaning: 'Declares a table: a class decorator, a base class, or a function that returns a table object (`pgTable`, `sequelize.define`). `columns`: the argument that lists them, by default the second.',
  },
  {
    name: 'column',
    syntax: '[primary] [unique] [options=PATH]',
    pattern: exactly(String.raw`(?:primary)?(?: ?unique)?(?: ?options=${PATHS})?`),
    on: ['function', 'member'],
    meaning: 'Decorator or function that declares a column; `options` holds `primary`, `unique`, `name`, `nullable`, `select`.',
  },
  {
    name: 'relation',
    syntax: '<one|many> [key|shared|through|follows] [kept] [before] [apart] [target=PATH] [options=PATH]',
    pattern: exactly(String.raw`(?:one|many)(?: (?:key|shared|through|follows))?(?: kept)?(?: before)?(?: apart)?(?: target=${PATHS})?(?: options=${PATHS})?`),
    on: ['function', 'member'],
    meaning:
      'Decorator or function that declares a relation to another table; a `Promise` typed property is loaded lazily, by a query of its own. `key`: the foreign key stands in the declaring table; `shared`: either side may hold it, as its options say; `through`: a table between them holds both keys; `follows`: what happens on delete is decided on the side with the key, and means nothing here; `kept`: where nothing is said, rows keep the one they refer to from being deleted; `before`: an object that a row has there is written before what it has in the column of the key; `apart`: what a row has there is not written with it, unless the call includes it.',
  },
  {
    name: 'unique',
    syntax: '[columns=PATH] [if=PATH]',
    pattern: exactly(`(?:columns=${PATHS})?(?: ?if=${PATHS})?`),
    on: ['function', 'member'],
    meaning: 'Declares a unique key over columns; `if` names the option that makes it unique (`@Index([...], { unique: true })`).',
  },
]

const BY_NAME = new Map(TAGS.map((tag) => [tag.name, tag]))

/** One tag as written on a declaration. */
export interface Tag {
  readonly name: string
  /** Text after the tag's name, trimmed, white space folded. */
  readonly value: string
}

/** JSDoc's own tags, allowed in models and without meaning for us. */
const PLAIN = new Set(['see', 'deprecated', 'param', 'template', 'link', 'example', 'since'])

/**
 * Reads the tags of a JSDoc comment. Several tags may stand on one line.
 *
 * @param comment text with its delimiters
 * @returns the tags in order, and what is wrong with them as sentences (unknown tag with the nearest known name,
 *   value that does not fit)
 */
export function parseTags(comment: string): { tags: Tag[]; errors: string[] } {
  const tags: Tag[] = []
  const errors: string[] = []
  const text = comment.replace(/^\/\*\*|\*\/$/g, '').replace(/^[ \t]*\*[ \t]?/gm, '')
  // A tag starts at the beginning of a line or after white space; a `@` inside a word (e-mail, scope) does not.
  const parts = text.split(/(?:^|\s)@(?=[a-z])/)
  for (const part of parts.slice(1)) {
    const match = /^([a-z][\w-]*)([^]*)$/.exec(part)
    if (!match) continue
    const name = match[1] ?? ''
    if (PLAIN.has(name)) continue
    const definition = BY_NAME.get(name)
    const value = (match[2] ?? '').replace(/\s+/g, ' ').trim()
    if (!definition) {
      errors.push(`unknown tag @${name}; known tags are ${[...BY_NAME.keys()].map((known) => `@${known}`).join(', ')}`)
      continue
    }
    // Prose may follow after " -- ".
    const words = value.split(' -- ')[0]?.trim() ?? ''
    if (!definition.pattern.test(words)) errors.push(`@${name} ${words}: expected "@${name} ${definition.syntax}"`.trim())
    else tags.push({ name, value: words })
  }
  return { tags, errors }
}
