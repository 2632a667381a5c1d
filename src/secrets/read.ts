/**
 * Assignments of a file, by its kind.
 */
import type { ts } from 'ts-morph'
import type { FileKind } from '../workspace/types.js'
import type { Assignment } from './assignments.js'
import { readDockerfile } from './readers/dockerfile.js'
import { readEnv } from './readers/env.js'
import { readJson } from './readers/json.js'
import { readSource } from './readers/source.js'
import { readToml } from './readers/toml.js'
import { readYaml } from './readers/yaml.js'

/**
 * @param syntax makes the syntax tree, asked for source files only
 * @param places where names end that may be those of secrets: offsets, ascending
 * @returns none for kinds whose texts are searched for known forms only
 */
export function readAssignments(kind: FileKind, text: string, syntax: () => ts.SourceFile | undefined, places: readonly number[]): readonly Assignment[] {
  switch (kind) {
    case 'source': {
      const tree = syntax()
      return tree ? readSource(tree, places) : []
    }
    case 'json':
      return readJson(text)
    case 'yaml':
      return readYaml(text)
    case 'toml':
      return readToml(text)
    case 'env':
      return readEnv(text)
    case 'dockerfile':
      return readDockerfile(text)
    case 'prisma':
    case 'sql':
    case 'other':
      return []
  }
}
