/**
 * The TypeScript program over project files and library models.
 */
import { builtinModules } from 'node:module'
import { ts } from 'ts-morph'
import { taggedNames, type TaggedNames } from '../libraries/tagged-names.js'
import { readUserModel, selectModels, shippedModels } from '../libraries/catalogue.js'
import type { Problem } from '../findings/finding.js'
import { isClientCode, offersServerActions } from '../workspace/kinds.js'
import type { Workspace, WorkspaceFile } from '../workspace/types.js'
import { CallsByName } from './calls.js'
import { functionNames } from './function-names.js'
import { markRequired } from './required-modules.js'
import { readFacts, type FileFacts } from './syntax.js'

export interface Program {
  readonly facts: readonly FileFacts[]
  readonly checker: ts.TypeChecker
  readonly program: ts.Program
  fileOf(sourceFile: ts.SourceFile): WorkspaceFile | undefined
  factsOf(sourceFile: ts.SourceFile): FileFacts | undefined
  isModel(sourceFile: ts.SourceFile): boolean
  /** All calls of the facts. */
  readonly calls: CallsByName
  /** Names that the loaded models tag. */
  readonly tagged: TaggedNames
  /** Names under which functions of the project can be called. */
  readonly functionNames: ReadonlySet<string>
  /** Syntax errors, one a file. */
  readonly problems: readonly Problem[]
}

/** Called with the name and milliseconds of each finished phase. */
export type OnPhase = (phase: string, milliseconds: number) => void

/** Where re-export shims of packages live; a path no project can have. */
const SHIMS = '/__backend_lint_shims__/'

/**
 * strictNullChecks stays off: unions with undefined cost checker time and say nothing that matters here. noLib: the
 * lean standard library is a model like any other.
 */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Auto,
  noLib: true,
  types: [],
  strict: false,
  strictNullChecks: false,
  allowJs: true,
  checkJs: false,
  maxNodeModuleJsDepth: 0,
  jsx: ts.JsxEmit.Preserve,
  esModuleInterop: true,
  allowSyntheticDefaultImports: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: false,
  experimentalDecorators: true,
  useDefineForClassFields: true,
  skipLibCheck: true,
  noEmit: true,
  noResolve: false,
}

/**
 * Parses the sources of a workspace, reads their facts, and makes a program of them and the models they need.
 *
 * @param userModels absolute paths of additional model files
 */
export function createProgram(workspace: Workspace, userModels: readonly string[], onPhase: OnPhase): Program {
  let started = performance.now()
  const lap = (phase: string) => {
    const now = performance.now()
    onPhase(phase, now - started)
    started = now
  }

  const shims = new Map<string, string>()
  const sources = new Map<string, ts.SourceFile>()
  const resolve = (name: string, containingFile: string): ts.ResolvedModuleFull | undefined => {
    const found = workspace.resolve(name, containingFile)
    if (!found) return undefined
    if ('file' in found) return resolved(found.file)
    // A bare specifier finds its model as an ambient module; only a path into a generated client needs a file.
    const bare = found.subpath ? `${found.package}/${found.subpath}` : found.package
    if (isOnlyNode(name, bare)) return undefined
    if (!/^[./#~]/.test(name) && (name === bare || name === `node:${bare}`) && !name.startsWith('node:')) return undefined
    const target = name.startsWith('node:') ? bare : found.package
    return resolved(shims.get(target) ?? shimPath(target))
  }

  const specifiers = new Set<string>()
  const byPath = new Map<string, FileFacts>()
  const facts: FileFacts[] = []
  const problems: Problem[] = []
  let reading = 0
  const add = (file: WorkspaceFile): FileFacts => {
    const sourceFile = parse(file.path, file.text())
    sources.set(file.path, sourceFile)
    const before = performance.now()
    const fact = readFacts(file, sourceFile)
    reading += performance.now() - before
    byPath.set(sourceFile.fileName, fact)
    const problem = syntaxProblem(file, sourceFile)
    if (problem) problems.push(problem)
    return fact
  }

  // A model is no source, also where what is checked is this program.
  const shipped = shippedModels()
  const ownModels = new Set([...userModels, ...shipped.map(({ path }) => path)].map((model) => model.replaceAll('\\', '/')))
  const sourceFiles = workspace.files.filter((file) => file.kind === 'source' && !file.package.isBrowserOnly && file.surface === 'production' && !ownModels.has(file.path))
  // Components reach the database only by actions: without any, what they do does not matter.
  const isRead = sourceFiles.some((file) => offersServerActions(file.text())) ? () => true : (file: WorkspaceFile) => !isClientCode(file.text())
  const queue = sourceFiles.filter(isRead)
  const queued = new Set(queue)
  // The array grows while it is walked: what serving code imports from a script or a test folder is read too.
  for (const file of queue) {
    const fact = add(file)
    facts.push(fact)
    for (const specifier of fact.specifiers) {
      const found = workspace.resolve(specifier, file.path)
      if (!found) continue
      if ('file' in found) {
        const imported = workspace.file(found.file)
        if (imported && !queued.has(imported) && imported.kind === 'source' && isImported(imported) && isRead(imported)) {
          queued.add(imported)
          queue.push(imported)
        }
        continue
      }
      const bare = found.subpath ? `${found.package}/${found.subpath}` : found.package
      if (isOnlyNode(specifier, bare)) {
        specifiers.add(specifier)
        continue
      }
      specifiers.add(bare)
      specifiers.add(found.package)
      if (specifier !== bare) {
        const target = specifier.startsWith('node:') ? bare : found.package
        shims.set(target, shimPath(target))
      }
    }
  }
  facts.sort((left, right) => (left.file.relative < right.file.relative ? -1 : 1))
  const read = performance.now() - started
  onPhase('parse', read - reading)
  onPhase('index', reading)
  started = performance.now()

  const models = selectModels([...shipped, ...userModels.map(readUserModel)], specifiers)
  const modelPaths = new Set<string>()
  for (const model of models) {
    sources.set(model.path, parseModel(model.path, model.text))
    modelPaths.add(model.path)
  }
  for (const [target, path] of shims) sources.set(path, parse(path, `export * from '${target}'\nimport value from '${target}'\nexport default value\n`))
  lap('models')

  // Models first: of several declarations of a module the first counts, and projects write `declare module 'x'` without a body.
  const rootNames = [...modelPaths, ...[...sources.keys()].filter((file) => !modelPaths.has(file))]
  const program = ts.createProgram({ rootNames, options: OPTIONS, host: hostOf(sources, resolve) })
  // Asking for the checker binds every file, which sets the parents that reading the facts has not set.
  const checker = program.getTypeChecker()
  lap('bind')

  const tagged = taggedNames(models.map((model) => model.text))
  return {
    facts,
    checker,
    program,
    fileOf: (sourceFile) => byPath.get(sourceFile.fileName)?.file,
    factsOf: (sourceFile) => byPath.get(sourceFile.fileName),
    isModel: (sourceFile) => modelPaths.has(sourceFile.fileName),
    problems,
    calls: CallsByName.of(function* () {
      for (const { units } of facts) yield* units
    }),
    tagged,
    functionNames: functionNames(facts, tagged),
  }
}

/**
 * The compiler's view of the files: what was parsed, and nothing of the disk.
 *
 * Files are given to the compiler as they were parsed here, not through a `Project` of ts-morph: that keeps a text
 * snapshot and a wrapper for every file and walks each tree a second time to set parents, which together cost half as
 * much again as parsing.
 */
function hostOf(sources: ReadonlyMap<string, ts.SourceFile>, resolve: (name: string, containingFile: string) => ts.ResolvedModuleFull | undefined): ts.CompilerHost {
  return {
    getSourceFile: (name) => sources.get(name),
    fileExists: (name) => sources.has(name),
    readFile: (name) => sources.get(name)?.text,
    resolveModuleNameLiterals: (literals, containingFile) => literals.map(({ text }) => ({ resolvedModule: resolve(text, containingFile) })),
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {
      throw new Error('The program that is read is never written.')
    },
  }
}

/** Where the re-export shim of a package lives. */
/** `node:sqlite`: without the prefix the name is that of a package. */
function isOnlyNode(specifier: string, bare: string): boolean {
  return specifier.startsWith('node:') && !builtinModules.includes(bare)
}

function shimPath(target: string): string {
  return `${SHIMS}${target.replace(/[^\w-]/g, '_')}.d.ts`
}

/**
 * Parses without parents, which reading the facts and binding set. Comments say nothing about types in TypeScript, in
 * JavaScript they may.
 */
function parse(path: string, text: string): ts.SourceFile {
  const isTyped = /\.(?:[cm]?ts|tsx)$/.test(path)
  const tree = createTree(path, text, isTyped ? ts.JSDocParsingMode.ParseNone : ts.JSDocParsingMode.ParseAll, false)
  if (isTyped) markRequired(tree)
  return tree
}

function createTree(path: string, text: string, jsDocParsingMode: ts.JSDocParsingMode, setParentNodes: boolean): ts.SourceFile {
  return ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode }, setParentNodes, scriptKind(path))
}

/** Trees of models, by path. They are the same for every program, and binding leaves nothing of a program in them. */
const modelTrees = new Map<string, ts.SourceFile>()

/** The tree of a model: parsed and bound once in a process that checks several times, as editors and tests do. */
function parseModel(path: string, text: string): ts.SourceFile {
  const known = modelTrees.get(path)
  if (known?.text === text) return known
  const tree = parse(path, text)
  modelTrees.set(path, tree)
  return tree
}

/** Generated output is large and says little; what serving code imports of it is still needed for its types. */
function isImported(file: WorkspaceFile): boolean {
  return file.surface !== 'generated' || file.size < LARGEST_GENERATED
}

/** Bytes. */
const LARGEST_GENERATED = 200_000

/** Syntax of a source file alone, with parents and without what comments say of types. */
export function parseSource(file: WorkspaceFile): ts.SourceFile {
  return createTree(file.path, file.text(), ts.JSDocParsingMode.ParseNone, true)
}

/** The first syntax error of a file, if it has one. The parser recovers, so the rest of the file is still read. */
function syntaxProblem(file: WorkspaceFile, sourceFile: ts.SourceFile): Problem | undefined {
  // Not in the public interface; the same list the program's `getSyntacticDiagnostics` starts from.
  const first = (sourceFile as ts.SourceFile & { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics?.[0]
  if (!first) return undefined
  const line = sourceFile.getLineAndCharacterOfPosition(first.start).line + 1
  const isFlow = !/\.[cm]?tsx?$/.test(file.path) && /^\s*(?:\/\/|\/\*)[^]{0,400}?@flow\b/.test(sourceFile.text)
  if (isFlow) return { kind: 'parse', file: file.relative, line, message: 'The types of Flow on this line are not read, and what stands after them may not have been understood.' }
  const message = `Syntax error: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')} What stands after it may not have been understood. Mend it, or ignore the file.`
  return { kind: 'parse', file: file.relative, line, message }
}

function resolved(fileName: string): ts.ResolvedModuleFull {
  const extension = /\.d\.[cm]?ts$/.exec(fileName)?.[0] ?? /\.[cm]?[jt]sx?$/.exec(fileName)?.[0] ?? ts.Extension.Ts
  return { resolvedFileName: fileName, extension, isExternalLibraryImport: false }
}

function scriptKind(path: string): ts.ScriptKind {
  if (/\.[cm]?ts$/.test(path)) return ts.ScriptKind.TS
  if (path.endsWith('.tsx')) return ts.ScriptKind.TSX
  // Sources with JSX in `.js` files are common.
  return path.endsWith('.jsx') || /\.[cm]?js$/.test(path) ? ts.ScriptKind.JSX : ts.ScriptKind.JS
}
