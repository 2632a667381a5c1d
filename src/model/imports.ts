/** Who imports whom, among the files of a program. */
import { append } from '../findings/multimap.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { FileFacts } from './syntax.js'

export class ImportGraph {
  /** By the file that imports. */
  readonly imported = new Map<FileFacts, FileFacts[]>()
  /** By the file that is imported. */
  readonly importers = new Map<FileFacts, FileFacts[]>()
  /** Specifiers that lead to no file of the project: packages, and what was not found. */
  readonly leadingOut: { readonly fact: FileFacts; readonly specifier: string }[] = []
  private readonly byPath: ReadonlyMap<string, FileFacts>

  /** @param resolveFile where a module specifier leads: an absolute path of a project file */
  constructor(
    readonly facts: readonly FileFacts[],
    readonly resolveFile: (specifier: string, from: string) => string | undefined,
  ) {
    this.byPath = new Map(facts.map((fact) => [fact.file.path, fact]))
    for (const fact of facts)
      for (const specifier of fact.specifiers) {
        const path = resolveFile(specifier, fact.file.path)
        const target = path === undefined ? undefined : this.byPath.get(path)
        if (path === undefined) this.leadingOut.push({ fact, specifier })
        if (!target || target === fact) continue
        append(this.importers, target, fact)
        append(this.imported, fact, target)
      }
  }

  factsOf(file: WorkspaceFile): FileFacts | undefined {
    return this.byPath.get(file.path)
  }
}
