/**
 * Names of library members that carry a tag, read from the text of the models that are loaded.
 */
import type { Program } from './program.js'

/**
 * @param tag the beginning of a tag as it is written, without the `@`, as a pattern: `connection (?:acquire|session)`
 * @returns names of functions and members whose comment has it
 */
export function taggedMembers(program: Program, tag: string): Set<string> {
  const names = new Set<string>()
  const member = new RegExp(String.raw`@${tag}\b(?:(?!\*\/)[^])*\*\/\s*(?:(?:export|declare|function|static|readonly)\s+)*([\w$]+)`, 'g')
  for (const sourceFile of program.program.getSourceFiles()) if (program.isModel(sourceFile)) for (const [, name] of sourceFile.text.matchAll(member)) if (name) names.add(name)
  return names
}
