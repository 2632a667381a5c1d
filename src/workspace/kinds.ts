/**
 * What a file is and to which part of the life of the code it belongs, by its path and the head of its text.
 */
import type { FileKind, Surface } from './types.js'

const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  ts: 'source', tsx: 'source', mts: 'source', cts: 'source', js: 'source', jsx: 'source', mjs: 'source', cjs: 'source',
  prisma: 'prisma', sql: 'sql', json: 'json', jsonc: 'json', json5: 'json', yaml: 'yaml', yml: 'yaml', toml: 'toml',
  properties: 'other', ini: 'other', conf: 'other', cfg: 'other', sh: 'other', bash: 'other', tf: 'other', tfvars: 'other',
  pem: 'other', key: 'other', http: 'other', rest: 'other', graphql: 'other', graphqls: 'other', gql: 'other',
} // prettier-ignore

const NAMES: Readonly<Record<string, FileKind>> = {
  '.npmrc': 'other',
  '.nvmrc': 'other',
  '.node-version': 'other',
  '.yarnrc': 'other',
  '.netrc': 'other',
  '.pgpass': 'other',
  '.babelrc': 'json',
  '.backend-lintrc': 'yaml',
  '.eslintrc': 'json',
  Jenkinsfile: 'other',
  Procfile: 'other',
}

/** The kind of a file by its name; undefined for files nothing reads. */
export function kindOf(relative: string): FileKind | undefined {
  const name = relative.slice(relative.lastIndexOf('/') + 1)
  if (/^\.env(?:\.|$)/.test(name) || name.endsWith('.env')) return 'env'
  if (/^(?:.*\.)?(?:Dockerfile|Containerfile)(?:\..*)?$/i.test(name) && !/\.(?:[cm]?[jt]sx?|md)$/i.test(name)) return 'dockerfile'
  const named = NAMES[name]
  if (named) return named
  const dot = name.lastIndexOf('.')
  return dot < 0 ? undefined : EXTENSIONS[name.slice(dot + 1).toLowerCase()]
}

/** Folder names that decide, the innermost that says something wins over `production`. */
const FOLDERS: readonly (readonly [RegExp, Surface])[] = [
  [/^(?:__generated__|generated|gen|\.prisma|graphql-codegen|vendor|third[-_]party)$/, 'generated'],
  [/^(?:__fixtures?__|fixtures?|testdata|test-data|__snapshots__|cassettes)$/, 'fixture'],
  [/^(?:__(?:tests?|mocks?|e2e|spec|integration)__|tests?|specs?|e2e|acceptance|cypress|playwright|mocks?|fakes?|(?:mock|fake|stub)-[\w-]+|[\w-]+-(?:mocks?|fakes?|stubs?)|(?:[\w-]+-)?test-(?:utils|helpers|setup|lib)|testing|test_?support|\w[\w-]*[-_]tests?|it|integration)$/, 'test'],
  [/^(?:\.storybook|stories|__stories__)$/, 'story'],
  [/^(?:seeds?|seeders?|seeding|seed(?:ers?)?[-_](?:data|scripts?)|(?:db|data|database|prisma)[-_]seed(?:s|er|ers)?)$/, 'seed'],
  [/^(?:migrations?|migrate|migrations[-_][\w-]+|[a-z\d]+[-_]migrations?|(?:background|data|online|schema|database)migrations?|alterations?(?:-js)?)$/, 'migration'],
  [/^(?:(?:(?:db|data|database|migrations?|maintenance|build|dev|deploy(?:ment)?|one-?off)[-_])?scripts?|tools?|benchmarks?|bench|hack|ci|\.github|\.circleci|\.husky|\.claude|\.cursor|\.vscode|\.yarn|website|docs?)$/, 'script'],
  [/^(?:(?:[\w-]+-)?examples?|samples?|sample[-_](?:data|jsons?|files?|inputs?|outputs?|reports?)|demos?|playgrounds?|sandbox|templates?|boilerplates?|(?:database|db|schema)[-_](?:design|docs|drafts?))$/, 'example'],
]

const FILES: readonly (readonly [RegExp, Surface])[] = [
  [/[._-](?:gen|generated|g)\.[cm]?[jt]sx?$|^\.pnp\.(?:loader\.)?[cm]?js$|_pb\.[cm]?[jt]s$|\.min\.[cm]?js$|[.-]bundle\.js$/i, 'generated'],
  [/[._-](?:test|tests|spec|e2e|e2e-spec|e2e-test|cy|mock|mocks|test-?(?:helpers?|utils?|setup)|bench|it-spec|test-d|(?:server|client|unit|api|db)[-_]?(?:test|spec))\.[cm]?[jt]sx?$|^mocks?[.-][\w.-]*\.[cm]?[jt]sx?$/i, 'test'],
  [/^(?:jest|vitest|playwright|cypress|karma|mocha|wdio)[.-].*\.[cm]?[jt]s$|^(?:setup-?tests?|test-?setup|test-?helpers?|test-?utils?)\.[cm]?[jt]sx?$/i, 'test'],
  [/\.(?:template|tmpl|tpl)\.[cm]?[jt]sx?$/i, 'example'],
  [/[._-](?:fixture|fixtures|harness)\.[cm]?[jt]sx?$/i, 'fixture'],
  [/\.(?:stories|story)\.[cm]?[jt]sx?$/i, 'story'],
  [/^(?:seed|seeds|seeder)s?(?:[.-].*)?\.(?:[cm]?[jt]s|sql)$|[._-](?:seed|seeder|seeds)\.(?:[cm]?[jt]s|sql)$/i, 'seed'],
  [/[._-]migration\.(?:[cm]?[jt]s|sql)$/i, 'migration'],
  [/\.(?:config|rc)\.[cm]?[jt]s$|^(?:codegen|gulpfile|gruntfile|webpack|rollup|esbuild|vite)(?:[.-].*)?\.[cm]?[jt]s$/i, 'script'],
]

/** `bin/fix_roles.ts`, `bin/backfill-totals.js`: beside what starts the program stands what somebody ran once. */
const ONE_OFF = /^(?:fix|backfill|migrate|cleanup|clean|reset|populate|repair|purge|recalculate|import|export|dump)[-_].*\.[cm]?[jt]s$/i

/** `test-target-filter.js`, `create-test-user.js`, `insert-data.js` */
const BY_HAND = /^(?:(?:test|debug|check|verify|fix|inspect)[-_][\w-]+|(?:insert|create|generate|load)[-_](?:[\w-]+[-_])?(?:data|samples?|users?))\.[cm]?[jt]s$/i

/** Folders under these names hold a person's own code even where an outer name says otherwise. */
const TEST_IMPORTS =
  /(?:from|import|require\()\s*['"](?:vitest|@jest\/globals|mocha|chai|ava|tape|tap|uvu|node:test|supertest|@nestjs\/testing|@playwright\/test|cypress|sinon|nock|testcontainers|@testcontainers\/[\w-]+|jest-mock-extended|vitest-mock-extended|@golevelup\/ts-jest|@testing-library\/[\w-]+|aws-sdk-client-mock)['"]/

/** A migration wherever it stands: `class AddTotals implements MigrationInterface`. */
const IS_MIGRATION = /\bclass\s+\w+\s+(?:implements\s+MigrationInterface|extends\s+Migration)\b/

/** Made-up people and orders are written into a database to try things out, and nowhere else. */
const SEED_IMPORTS = /(?:from|import|require\()\s*['"](?:@faker-js\/faker|faker|typeorm-seeding|typeorm-extension|@ngneat\/falso|@mikro-orm\/seeder)['"/]/

const GENERATED_HEADER =
  /@generated\b|\bcode generated\b|\bauto-?generated\b|\bautomatically generated\b|\bdo not (?:edit|modify)\b.*\bgenerat|\bgenerated (?:by|from|with|using)\b.*\b(?:do not|don't)\b|\bthis file (?:was|is) generated\b/i

/** The surface of a file by its path alone. */
export function surfaceOfPath(relative: string): Surface {
  const parts = relative.split('/')
  const name = parts.pop() ?? ''
  for (const [pattern, surface] of FILES) if (pattern.test(name) && !(isSettings(name) && parts.some((part) => SOURCE_FOLDER.test(part)))) return surface
  let found: Surface = 'production'
  for (const part of parts) {
    for (const [pattern, surface] of FOLDERS) {
      if (!pattern.test(part.toLowerCase())) continue
      // What a test folder holds is test code, whatever the folders inside are called; seeds inside migrations are seeds.
      if (found === 'test' || found === 'fixture' || found === 'generated') continue
      // `src/modules/templates/` or `src/docs/` is a feature of the product; at the top it is not.
      if ((surface === 'example' || surface === 'script' || surface === 'generated' || part === 'it' || part === 'integration') && isFeature(parts, part)) continue
      found = surface
    }
  }
  if (found !== 'production') return found
  // Beside the schema of a database stands what fills it: `prisma/populate.ts`.
  if (parts.at(-1) === 'prisma' && /^(?:populate|fill|seed\w*|dummy)\b[\w.-]*\.[cm]?[jt]s$/i.test(name)) return 'seed'
  // At the top of a package stands what somebody ran by hand; `tool/insert-data.js` is such a file wherever it stands.
  if (parts.length <= 2 && !parts.some((part) => CODE_FOLDER.test(part)) && BY_HAND.test(name)) return 'script'
  if (/^tools?$/i.test(parts.at(-1) ?? '') && (BY_HAND.test(name) || ONE_OFF.test(name))) return 'script'
  return parts.at(-1) === 'bin' && ONE_OFF.test(name) ? 'script' : found
}

const SOURCE_FOLDER = /^(?:src|lib|config|configs|configuration|modules|common|shared|core|infrastructure)$/

/** Folders of a package that hold what the program is made of. */
const CODE_FOLDER = /^(?:src|lib|app|api|routes?|routers?|modules?|features?|domains?|controllers?|handlers?|services?|usecases?|models?|repositories|middlewares?|jobs|workers?|functions|utils?|helpers|config|common|shared|core|graphql|resolvers)$/i

/** `src/config/auth.config.ts` says how the program runs; at the top of a package, such a file says how it is built. */
function isSettings(name: string): boolean {
  return /^[\w-]+\.config\.[cm]?[jt]s$/.test(name) && !/^(?:jest|vitest|playwright|cypress|karma|mocha|wdio|webpack|rollup|esbuild|vite|babel|eslint|prettier|tailwind|postcss|next|nuxt|svelte|astro|docusaurus|metro|tsup|commitlint|lint-staged|stylelint|drizzle|sentry[\w-]*)\./.test(name)
}

/** Names that tell nothing once they stand under a source folder. */
const AMBIGUOUS = /^(?:templates?|docs?|samples?|demos?|tools?|gen|vendor|ci|it|integration|playgrounds?|sandbox|examples?|boilerplates?|website|bench|hack)$/

function isFeature(parts: readonly string[], part: string): boolean {
  if (!AMBIGUOUS.test(part.toLowerCase())) return false
  const at = parts.indexOf(part)
  return parts.slice(0, at).some((outer) => /^(?:src|lib|app|server|api|routes|modules|features|controllers|services|usecases|graphql|resolvers)$/.test(outer))
}

/**
 * The surface of a source file, with what the head of its text adds.
 *
 * @param head the first few thousand characters
 */
export function surfaceOf(relative: string, kind: FileKind, head: () => string): Surface {
  const byPath = surfaceOfPath(relative)
  if (byPath !== 'production' && byPath !== 'migration') return byPath
  if (kind !== 'source') return byPath
  const text = head()
  if (isGenerated(text)) return 'generated'
  if (TEST_IMPORTS.test(text)) return 'test'
  if (IS_MIGRATION.test(text)) return 'migration'
  return byPath === 'production' && SEED_IMPORTS.test(text) ? 'seed' : byPath
}

function isGenerated(text: string): boolean {
  // Only comments at the very top speak about the file.
  const top = /^\s*(?:#![^\n]*\n)?\s*((?:\/\*[^]*?\*\/\s*|\/\/[^\n]*(?:\n|$)\s*|['"]use \w+['"];?\s*)+)/.exec(text)?.[1]
  return top !== undefined && GENERATED_HEADER.test(top)
}

/** Frameworks whose components only ever run in a browser or on a phone; their server-side counterparts are other packages. */
const CLIENT_FRAMEWORK = /\bfrom\s*['"](?:@angular\/(?!ssr\b|platform-server\b)[\w/-]+|@ionic\/angular[\w/-]*|@ngx-translate\/core|react-native|expo-router|vue|vue-router|pinia|svelte|solid-js)['"]/
const REACT = /\bfrom\s*['"](?:p?react|preact\/hooks)['"]/
/** Hooks that a component rendered on a server cannot call. */
const STATEFUL_HOOK = /\buse(?:State|Effect|LayoutEffect|Reducer|SyncExternalStore)\s*[<(]/
/** What makes a file with components one that serves too. */
const SERVING = /['"]use server['"]|\bget(?:ServerSide|Static|Initial)(?:Props|Paths)\b|\bexport\s+(?:async\s+)?(?:function|const)\s+(?:loader|action)\b/

/** Whether source text offers functions of a server to components that run elsewhere. */
export function offersServerActions(text: string): boolean {
  return startsWithDirective(text, 'server')
}

/**
 * Whether source text is code of a client: it says so, is a component of a framework for browsers, or keeps state as
 * only a mounted component can.
 */
export function isClientCode(text: string): boolean {
  return isMarkedForClient(text) || CLIENT_FRAMEWORK.test(text) || (REACT.test(text) && STATEFUL_HOOK.test(text) && !SERVING.test(text))
}

/** A file whose first statement says that it runs in a browser. */
export function isMarkedForClient(text: string): boolean {
  return startsWithDirective(text, 'client')
}

/** Only comments may stand in front of a directive. They are stepped over one by one: a pattern for all of them can take for ever. */
function startsWithDirective(text: string, side: 'client' | 'server'): boolean {
  const blank = /\s+|\/\*[^]*?\*\/|\/\/[^\n]*/y
  let start = 0
  while (blank.test(text)) start = blank.lastIndex
  return text.startsWith(`'use ${side}'`, start) || text.startsWith(`"use ${side}"`, start)
}

/** Longest average line of code a person writes, in characters; above it a file is minified. */
const LONGEST_AVERAGE_LINE = 400

/** Characters below which a text is worth reading, whatever made it. */
const SMALLEST_BUILT = 5_000
/** Characters at the start of a text in which a bundler says how the module is loaded. */
const PRELUDE = 1_500
/**
 * How bundled modules begin: the test for every loader there was (https://github.com/umdjs/umd), and webpack's own
 * loader. Formatters make the rest of such a file look written.
 */
const IS_BUNDLED = /\bdefine\.amd\b[^]*\bexports\b|\bexports\b[^]*\bdefine\.amd\b|\bwebpackBootstrap\b|\b__webpack_(?:require|modules)__\b/

/** Whether JavaScript text is minified or bundled output. */
export function isBuilt(text: string): boolean {
  if (text.length < SMALLEST_BUILT) return false
  if (IS_BUNDLED.test(text.slice(0, PRELUDE))) return true
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return text.length / lines > LONGEST_AVERAGE_LINE
}
