/**
 * The TypeScript program over project files and library models.
 */
import { Project, ts } from 'ts-morph'
import { readModel, selectModels, shippedModels } from '../libraries/catalogue.js'
import type { Workspace, WorkspaceFile } from '../workspace/types.js'
import { readFacts, type FileFacts } from './syntax.js'

export interface Program {
  readonly facts: readonly FileFacts[]
  readonly checker: ts.TypeChecker
  readonly program: ts.Program
  fileOf(sourceFile: ts.SourceFile): WorkspaceFile | undefined
  factsOf(sourceFile: ts.SourceFile): FileFacts | undefined
  isModel(sourceFile: ts.SourceFile): boolean
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
  const project = new Project({
    compilerOptions: OPTIONS,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    skipLoadingLibFiles: true,
    useInMemoryFileSystem: true,
    resolutionHost: () => ({
      resolveModuleNames: (names, containingFile) =>
        names.map((name) => {
          const found = workspace.resolve(name, containingFile)
          if (!found) return undefined
          if ('file' in found) return resolved(found.file)
          // A bare specifier finds its model as an ambient module; only a path into a generated client needs a file.
          const bare = found.subpath ? `${found.package}/${found.subpath}` : found.package
          if (!/^[./#~]/.test(name) && (name === bare || name === `node:${bare}`) && !name.startsWith('node:'))
            return undefined
          const target = name.startsWith('node:') ? bare : found.package
          return resolved(shims.get(target) ?? `${SHIMS}${target.replace(/[^\w-]/g, '_')}.d.ts`)
        }),
    }),
  })

  const sources = workspace.files.filter((file) => file.kind === 'source' && isAnalysed(file))
  const specifiers = new Set<string>()
  const parsed = sources.map((file) => {
    const sourceFile = project.createSourceFile(file.path, file.text(), { scriptKind: scriptKind(file.path) })
    return { file, sourceFile: sourceFile.compilerNode }
  })
  lap('parse')

  const byPath = new Map<string, FileFacts>()
  const facts = parsed.map(({ file, sourceFile }) => {
    const fact = readFacts(file, sourceFile)
    byPath.set(sourceFile.fileName, fact)
    for (const specifier of fact.specifiers) {
      const found = workspace.resolve(specifier, file.path)
      if (!found || 'file' in found) continue
      const bare = found.subpath ? `${found.package}/${found.subpath}` : found.package
      specifiers.add(bare)
      specifiers.add(found.package)
      if (specifier !== bare) {
        const target = specifier.startsWith('node:') ? bare : found.package
        shims.set(target, `${SHIMS}${target.replace(/[^\w-]/g, '_')}.d.ts`)
      }
    }
    return fact
  })
  lap('index')

  const models = selectModels([...shippedModels(), ...userModels.map(readModel)], specifiers)
  const modelPaths = new Set<string>()
  for (const model of models) {
    project.createSourceFile(model.path, model.text)
    modelPaths.add(model.path)
  }
  for (const [target, path] of shims)
    project.createSourceFile(path, `export * from '${target}'\nimport value from '${target}'\nexport default value\n`)
  lap('models')

  const program = project.getProgram().compilerObject
  const checker = program.getTypeChecker()
  lap('bind')

  return {
    facts,
    checker,
    program,
    fileOf: (sourceFile) => byPath.get(sourceFile.fileName)?.file,
    factsOf: (sourceFile) => byPath.get(sourceFile.fileName),
    isModel: (sourceFile) => modelPaths.has(sourceFile.fileName),
  }
}

/** Generated sources and built output say nothing a person wrote; declarations beside sources are kept. */
function isAnalysed(file: WorkspaceFile): boolean {
  return file.surface !== 'generated' || file.path.endsWith('.d.ts')
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
