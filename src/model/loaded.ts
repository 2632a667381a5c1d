/**
 * Files that the program never loads: a router whose registration was taken out, a service that no file imports any
 * more. What is found in them is not worth waking anybody for.
 *
 * Programs load files in more ways than imports, so a file counts as never loaded only where all of this holds: every
 * file that leads to it by imports ends in one that nobody imports, that only declares, and whose name nothing else
 * says; and a good part of its package is reached by imports from what starts by itself. Samples that are read as text
 * are never loaded whatever their package is.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import { inPackage } from '../workspace/packages.js'
import type { Package, WorkspaceFile } from '../workspace/types.js'
import type { CallsByName } from './calls.js'
import type { ImportGraph } from './imports.js'
import type { Program } from './program.js'
import { calleeName, moduleName, type FileFacts } from './syntax.js'

/** Packages that find code by where it lies or by a name in some configuration. */
const BY_PLACE =
  /^(?:next|nuxt\w*|nitropack|h3|astro|gatsby|sails|egg|moleculer|meteor|strapi|serverless|sst|oclif|encore\.dev|firebase-functions|fastify-autoload|wasp|payload|parse-server|feathers|@(?:remix-run|react-router|sveltejs|solidjs|strapi|adonisjs|midwayjs|eggjs|medusajs|redwoodjs|directus|oclif|keystone-\d|keystonejs|backstage|shopify|temporalio)\/.*|@fastify\/autoload|@netlify\/functions|@vercel\/node|@azure\/functions|@google-cloud\/functions-framework|@types\/aws-lambda|aws-lambda|aws-cdk-lib|routing-controllers|@tsed\/.*|type-graphql|express-file-routing|express-automatic-routes|require-all|require-dir|include-all|awilix|consign|express-load)$/
/** Share of the files of a package that imports must reach, for what they do not reach to say something. */
const TRUSTED_SHARE = 0.4
/** `import(path)`, `require.context('./routes')`: what is loaded is known at run time only. */
const LOADS_BY_VALUE = /\bimport\s*\(\s*(?!['"\s])|\brequire\.context\s*\(|\bimport\.meta\.glob\b/
/** `path.join(__dirname, '../knexfile.js')` */
const FIXED_PATH = /^(?:path\.)?(?:join|resolve)\(\s*(?:__dirname|process\.cwd\(\))(?:\s*,\s*['"][^'"]*['"])+\s*\)$/
/** What people call the file that a program starts with. */
const STARTS = /(?:^|\/)(?:main|app|server|worker|handler|lambda|bootstrap|start|cli|entry|program)\.[cm]?[jt]sx?$|^(?:src\/)?index\.[cm]?[jt]sx?$/
/** Folders whose files platforms serve each by itself. */
const BY_FOLDER = /^(?:api|functions|netlify|supabase|lambdas?|pages|app)\//
/** Values at the top of a file that do something by being made. */
const RUNS = /\.(?:listen|schedule|serve|start|run|connect|subscribe|consume|process|launch|init|bootstrap)\s*\(|\b(?:serve|setInterval|setTimeout)\s*\(|\bnew\s+(?:\w+\.)?(?:Worker|CronJob|Cron|Consumer|Agenda)\b|\bawait\b/
/** Names of exports by which platforms find what they run. */
const CALLED_BY_PLATFORM = /^(?:handler|\w+Handler|main|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|loader|action|up|down|fetch|scheduled|queue|run|execute|command|builder|onRequest\w*|middleware|register|resolvers?|typeDefs)$/
/** Calls at the top of a file that register something with an object of the file, or set it up. */
const REGISTERS = /^(?:get|post|put|patch|delete|del|all|options|head|use|route|on|once|register|param|set|plugin|index|virtual|method|methods|static|statics|pre|post|hook|addHook|decorate|model|extend|openapi|mount|group|guard|derive|state|onError|notFound|basePath|addIndex)$/

interface Sources {
  readonly files: readonly WorkspaceFile[]
  readonly program: Program
  readonly calls: CallsByName
  readonly imports: ImportGraph
  readonly checker: () => ts.TypeChecker
  /** Whether the configuration of the compiler leaves a file out. */
  readonly isExcluded: (path: string) => boolean
}

export class LoadedFiles {
  /** Names of modules, in lower case, of specifiers that no file was found for: an alias, or another spelling than that of the file. */
  private readonly leadNowhere: ReadonlySet<string>
  private readonly dormant = new Map<FileFacts, boolean>()
  private readonly trusted = new Map<Package, boolean>()
  private readonly known = new Map<WorkspaceFile, boolean>()
  private reached: ReadonlySet<FileFacts> | undefined

  constructor(private readonly sources: Sources) {
    this.leadNowhere = new Set(sources.imports.leadingOut.flatMap(({ specifier }) => (specifier.includes('/') ? [moduleName(specifier).toLowerCase()] : [])))
  }

  /** Whether the program never loads a file. */
  isNever(file: WorkspaceFile): boolean {
    let known = this.known.get(file)
    if (known === undefined) this.known.set(file, (known = this.findNever(file)))
    return known
  }

  private findNever(file: WorkspaceFile): boolean {
    const fact = this.sources.imports.factsOf(file)
    if (!fact || file.surface !== 'production') return false
    if (this.isText(fact)) return true
    if (!this.isTrusted(file.package)) return false
    const ends = this.endsAbove(fact)
    return ends.length > 0 && ends.every((end) => this.isDormant(end) && !this.leadNowhere.has(moduleName(end.file.path).toLowerCase()) && !this.isNamed(end))
  }

  /** A sample that is read as text and cannot run: it is not compiled, imports nothing, nobody imports it, and what it calls is declared nowhere. */
  private isText(fact: FileFacts): boolean {
    const { file, specifiers, units } = fact
    // What is no TypeScript is not compiled anyway, and may be given its names by whoever loads it.
    if (specifiers.length > 0 || !/\.[cm]?tsx?$/.test(file.path) || !this.sources.isExcluded(file.path) || (this.sources.imports.importers.get(fact) ?? []).length > 0) return false
    const isUndeclared = (name: ts.Identifier) => !(name.text in globalThis) && !this.sources.checker().resolveName(name.text, name, ts.SymbolFlags.Value, false)
    return units.some(({ calls }) => calls.some(({ node }) => ts.isCallExpression(node) && isUndeclaredAt(node.expression, isUndeclared)))
  }

  /** The files without importers from which imports lead to a file; none where files import each other in circles only. */
  private endsAbove(fact: FileFacts): FileFacts[] {
    const seen = new Set([fact])
    const ends: FileFacts[] = []
    // The set grows while it is walked.
    for (const one of seen) {
      const importers = this.sources.imports.importers.get(one) ?? []
      if (importers.length === 0) ends.push(one)
      for (const importer of importers) seen.add(importer)
    }
    return ends
  }

  /** Nothing runs when the file is loaded: it declares, exports and fills what it declares. */
  private isDormant(fact: FileFacts): boolean {
    let known = this.dormant.get(fact)
    if (known === undefined) this.dormant.set(fact, (known = fact.file.surface === 'production' && !fact.sourceFile.isDeclarationFile && !STARTS.test(inPackage(fact.file)) && !BY_FOLDER.test(inPackage(fact.file)) && onlyDeclares(fact.sourceFile)))
    return known
  }

  private isTrusted(one: Package): boolean {
    let known = this.trusted.get(one)
    if (known === undefined) this.trusted.set(one, (known = this.findTrusted(one)))
    return known
  }

  private findTrusted(one: Package): boolean {
    if (one.isPublished || [...one.dependencies.keys()].some((name) => BY_PLACE.test(name))) return false
    if (this.sources.calls.named(['require']).some(({ node, unit }) => unit.file.package === one && !argumentsOf(node).every((argument) => ts.isStringLiteralLike(argument) || FIXED_PATH.test(argument.getText())))) return false
    this.reached ??= this.reach()
    const files = this.sources.program.facts.filter(({ file }) => file.package === one && file.surface === 'production')
    if (files.some(({ sourceFile }) => loadsByValue(sourceFile))) return false
    const reached = files.filter((fact) => this.reached?.has(fact))
    return reached.length >= files.length * TRUSTED_SHARE && reached.some(({ sourceFile }) => RUNS.test(sourceFile.text))
  }

  /** What is loaded from files that start by themselves. */
  private reach(): ReadonlySet<FileFacts> {
    const reached = new Set(this.sources.program.facts.filter((fact) => (this.sources.imports.importers.get(fact) ?? []).length === 0 && !this.isDormant(fact)))
    // The set grows while it is walked.
    for (const fact of reached) for (const target of this.sources.imports.imported.get(fact) ?? []) reached.add(target)
    return reached
  }

  /** The name of the file is said elsewhere: in a script of the package, a Dockerfile, a path that a worker is started from. */
  private isNamed({ file }: FileFacts): boolean {
    const name = moduleName(file.path)
    const exact = name.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')
    const inQuotes = new RegExp(`['"\`/]${exact}(?:\\.[cm]?[jt]sx?)?['"\`]`)
    const inText = new RegExp(`(?:^|[\\s'"\`/=])${exact}(?:\\.[cm]?[jt]sx?)?(?=$|[\\s'"\`,;])`, 'm')
    const { program, files } = this.sources
    if ([...file.package.scripts.values()].some((script) => inText.test(script))) return true
    for (const { file: other, sourceFile } of program.facts) if (other !== file && other.package === file.package && sourceFile.text.includes(name) && inQuotes.test(withoutImportsAndComments(sourceFile))) return true
    return files.some((other) => isOther(other) && (other.kind !== 'source' || (other.package === file.package && !program.program.getSourceFile(other.path))) && other.text().includes(name) && (other.kind === 'source' ? inQuotes : inText).test(other.text()))
  }
}

/** `import(path)`: any file may be meant. */
export function loadsByValue({ text }: ts.SourceFile): boolean {
  return LOADS_BY_VALUE.test(text)
}

/** `db.reviews.update`: the name that a callee starts with. */
function isUndeclaredAt(callee: ts.Expression, isUndeclared: (name: ts.Identifier) => boolean): boolean {
  let root: ts.Expression = skipOuter(callee)
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root) || ts.isCallExpression(root)) root = skipOuter(root.expression)
  return ts.isIdentifier(root) && isUndeclared(root)
}

/** Files that may name what they run: configuration of deployments, and code that is no part of the program. */
export function isOther({ kind, surface, size, relative }: WorkspaceFile): boolean {
  if (size > MAX_OTHER_FILE || !/^(?:yaml|json|toml|dockerfile|source)$/.test(kind)) return false
  // Reports and data name files too.
  if (kind === 'json') return CONFIGURES.test(relative)
  return (kind !== 'source' || (surface !== 'test' && surface !== 'fixture' && surface !== 'story'))
}

const CONFIGURES = /(?:^|\/)(?:package|project|nest-cli|serverless|ecosystem|process|vercel|now|function|host|app|apphosting|lerna|turbo|nodemon|firebase|wrangler|staticwebapp|[\w.-]*(?:config|deploy|pm2|lambda|task)[\w.-]*)\.jsonc?$/i

const MAX_OTHER_FILE = 200_000

/** Imports that lead elsewhere say names of modules too, and a comment loads nothing. */
function withoutImportsAndComments({ text }: ts.SourceFile): string {
  return text.replace(/\/\*[^]*?\*\/|(?<![:'"`])\/\/[^\n]*|\b(?:from|import|require\s*\()\s*['"][^'"\n]*['"]/g, '')
}

function onlyDeclares(sourceFile: ts.SourceFile): boolean {
  let exports = false
  const own = new Set<string>()
  for (const statement of sourceFile.statements) {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
    if (isExported || ts.isExportAssignment(statement) || ts.isExportDeclaration(statement)) exports = true
    if (isExported && ts.isFunctionDeclaration(statement) && CALLED_BY_PLATFORM.test(statement.name?.text ?? '')) return false
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (isExported && ts.isIdentifier(name) && CALLED_BY_PLATFORM.test(name.text)) return false
        if (ts.isIdentifier(name)) own.add(name.text)
        const made = initializer && skipOuter(initializer)
        if (made && !ts.isFunctionLike(made) && RUNS.test(made.getText(sourceFile))) return false
      }
      continue
    }
    if (ts.isClassDeclaration(statement)) {
      if (!areKnownDecorators(statement, sourceFile)) return false
      continue
    }
    if (!ts.isExpressionStatement(statement)) {
      if (ts.isIfStatement(statement) || ts.isTryStatement(statement) || ts.isIterationStatement(statement, false) || ts.isBlock(statement)) return false
      continue
    }
    const { expression } = statement
    if (ts.isStringLiteral(expression)) continue
    // `module.exports = router`, `exports.find = ...`
    if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const left = expression.left.getText(sourceFile)
      if (!/^(?:module\.)?exports\b/.test(left) || CALLED_BY_PLATFORM.test(left.slice(left.lastIndexOf('.') + 1))) return false
      exports = true
      continue
    }
    if (!isRegistration(expression, own)) return false
  }
  return exports
}

/** `router.get('/', ...)`, `router.route('/').get(...)`, on an object that the file makes; or a line for who watches the start. */
function isRegistration(expression: ts.Expression, own: ReadonlySet<string>): boolean {
  let at = skipOuter(expression)
  while (ts.isCallExpression(at)) {
    if (/^console\.\w+$/.test(at.expression.getText())) return true
    if (!REGISTERS.test(calleeName(at.expression))) return false
    const callee = skipOuter(at.expression)
    if (!ts.isPropertyAccessExpression(callee)) return false
    at = skipOuter(callee.expression)
  }
  return ts.isIdentifier(at) && own.has(at.text)
}

/** Classes that a framework finds by itself carry decorators of it; those of Nest are named in a module. */
function areKnownDecorators(node: ts.ClassDeclaration, sourceFile: ts.SourceFile): boolean {
  const decorators = ts.getDecorators(node) ?? []
  return decorators.length === 0 || sourceFile.text.includes('@nestjs/common')
}
