/**
 * Where a part of the system ends: packages of the workspace, modules of a framework, folders and files of one subject.
 */
import { ts } from 'ts-morph'
import { atPath, skipOuter } from '../../libraries/paths.js'
import { inPackage } from '../../workspace/packages.js'
import type { WorkspaceFile } from '../../workspace/types.js'
import type { Boundary } from '../architecture-types.js'
import { optionOf } from '../application/entry-tags.js'
import type { Resolver } from '../resolver.js'
import type { FileFacts } from '../syntax.js'

/** Folders that hold the code, or all of its parts, and say nothing of a subject. */
const OUTER = /^(?:src|source|app|apps|lib|libs|server|backend|api|rest|http|packages|modules|features|domains?|contexts|bounded-contexts|components|v\d+|main|core-api)$/i
/** Folders for one kind of code. */
const LAYER =
  /^(?:controllers?|routes?|routers?|resolvers?|handlers?|endpoints?|services?|use-?cases?|interactors?|repositor(?:y|ies)|repos?|daos?|stores?|models?|entit(?:y|ies)|schemas?|dtos?|validators?|validations?|jobs?|workers?|processors?|consumers?|listeners?|subscribers?|events?|queues?|crons?|tasks?|commands?|queries|application|presentation|policies|presenters|mappers?|providers?|actions?|graphql|trpc|procedures|hooks|scopes|mutations?|query|datasources?|schedulers?|bin|cli|minutely|hourly|daily|weekly|monthly|yearly)$/i
/** Folders and packages that all parts use. */
const SHARED = /^(?:commons?|shared|cores?|utils?|utilit(?:y|ies)|helpers?|infra(?:structure)?|config(?:uration)?|databases?|db|dal|data-access|prisma|drizzle|orm|persistence|types?|constants?|internals?|platform|framework|middlewares?|plugins?|lib|libs|foundation|kernel|base|global)$/i
/** What a file name says besides its subject. */
const SUFFIX =
  /[._-]?(?:controllers?|services?|repositor(?:y|ies)|repo|dao|store|models?|entity|routes?|routers?|resolvers?|handlers?|use-?case|jobs?|workers?|processors?|consumers?|listeners?|subscribers?|cron|scheduler|module|queries|commands?|provider|manager|gateway|client|helpers?|actions?|queue|domain|impl|mutations?)$/i
const EVERYTHING = /^(?:index|main|app|server|routes?|router|utils?|helpers?|types?|constants?|config|db|database|prisma|init|setup|bootstrap|context|trpc|root|base|common|shared|core)$/i

export class Boundaries {
  private readonly known = new Map<WorkspaceFile, Boundary | undefined>()
  private modules: { readonly byFolder: ReadonlyMap<string, readonly string[]>; readonly byFile: ReadonlyMap<WorkspaceFile, string> } | undefined

  constructor(
    private readonly facts: readonly FileFacts[],
    private readonly resolver: Resolver,
    private readonly fileOf: (node: ts.Node) => WorkspaceFile | undefined,
  ) {}

  of(file: WorkspaceFile): Boundary | undefined {
    if (!this.known.has(file)) this.known.set(file, this.find(file))
    return this.known.get(file)
  }

  private find(file: WorkspaceFile): Boundary | undefined {
    const folders = inPackage(file).split('/')
    const name = folders.pop() ?? ''
    const at = file.package.relative
    if (isSharedPackage(at)) return undefined
    const module = this.moduleOf(file)
    if (module !== undefined) return SHARED.test(module) || EVERYTHING.test(module) ? undefined : { name: module, kind: 'module', key: `${at}:${singular(module)}` }
    for (const [index, folder] of folders.entries()) {
      if (OUTER.test(folder) && !(index > 0 && SHARED.test(folder) && index === folders.length - 1)) continue
      if (LAYER.test(folder) || /^[[(@].*/.test(folder)) continue
      if (SHARED.test(folder)) return undefined
      return { name: folder, kind: 'folder', key: `${at}:${singular(folder)}` }
    }
    const subject = subjectOf(name)
    if (subject !== undefined && folders.some((folder) => LAYER.test(folder))) return { name: subject, kind: 'file', key: `${at}:${singular(subject)}` }
    if (subject !== undefined && folders.every((folder) => OUTER.test(folder))) return { name: subject, kind: 'file', key: `${at}:${singular(subject)}` }
    return at === '' ? undefined : { name: file.package.name ?? at, kind: 'package', key: `${at}:` }
  }

  /** The framework's module a file belongs to, by its name without `Module`. */
  private moduleOf(file: WorkspaceFile): string | undefined {
    this.modules ??= this.readModules()
    const { byFolder, byFile } = this.modules
    if (byFolder.size === 0) return undefined
    const listed = byFile.get(file)
    for (let folder = parent(file.relative); ; folder = parent(folder)) {
      const here = byFolder.get(folder)
      // A folder with several modules says which one only through their lists.
      if (here) {
        const [only] = here
        return here.length === 1 && only !== undefined && !(EVERYTHING.test(only) && listed !== undefined) ? (EVERYTHING.test(only) ? undefined : only) : listed
      }
      if (folder === '') return listed
    }
  }

  private readModules() {
    const byFolder = new Map<string, string[]>()
    const byFile = new Map<WorkspaceFile, string>()
    for (const { file, decorators } of this.facts) {
      if (file.surface !== 'production') continue
      for (const { node, target } of decorators) {
        if (!ts.isClassLike(target) || !ts.isCallExpression(node.expression) || !target.name) continue
        const library = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(node.expression.expression)), node.expression)
        const tag = library?.tags.find((one) => one.name === 'module')
        if (!tag) continue
        const name = kebab(target.name.text.replace(/Module$/, ''))
        byFolder.set(parent(file.relative), [...(byFolder.get(parent(file.relative)) ?? []), name])
        for (const path of (optionOf(tag.value, 'members') ?? '').split(','))
          for (const value of atPath(node.expression, path))
            for (const element of ts.isArrayLiteralExpression(skipOuter(value)) ? (skipOuter(value) as ts.ArrayLiteralExpression).elements : []) {
              const member = this.classFile(element)
              if (member && !byFile.has(member)) byFile.set(member, name)
            }
      }
    }
    return { byFolder, byFile }
  }

  private classFile(element: ts.Expression): WorkspaceFile | undefined {
    const value = skipOuter(element)
    if (!ts.isIdentifier(value)) return undefined
    const declaration = this.resolver.symbolOf(value)?.declarations?.find(ts.isClassLike)
    return declaration && this.fileOf(declaration)
  }
}

function isSharedPackage(relative: string): boolean {
  return relative !== '' && SHARED.test(relative.slice(relative.lastIndexOf('/') + 1))
}

function parent(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** `order` of `order.service.ts`, `orderService.js`, `orders.ts`; undefined where the name is about everything. */
function subjectOf(fileName: string): string | undefined {
  const stem = fileName.replace(/\.[cm]?[jt]sx?$/, '')
  const subject = stem.replace(SUFFIX, '').replace(SUFFIX, '')
  return subject === '' || EVERYTHING.test(subject) ? undefined : kebab(subject)
}

/** `order-lines` of `OrderLines`. */
function kebab(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2').replace(/[._\s]+/g, '-').toLowerCase()
}

/** One spelling for `orders` and `order`. */
export function singular(name: string): string {
  const plain = kebab(name)
  if (/(?:ss|us|is)$/.test(plain)) return plain
  return plain.endsWith('ies') ? plain.replace(/ies$/, 'y') : plain.replace(/(?<=x|ch|sh|ss)es$|s$/, '')
}
