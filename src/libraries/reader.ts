/**
 * Reads the tags of declarations in library models.
 */
import { ts } from 'ts-morph'
import { parseTags, type Tag } from './tags.js'

const NONE: readonly Tag[] = []

/** Tags by declaration; each comment is read once. */
export class TagReader {
  private readonly known = new Map<ts.Node, readonly Tag[]>()

  /** Tags in the JSDoc comment directly before a declaration; empty when there are none. Errors are not reported here. */
  tagsOf(declaration: ts.Node): readonly Tag[] {
    const known = this.known.get(declaration)
    if (known) return known
    const tags = this.read(declaration)
    this.known.set(declaration, tags)
    return tags
  }

  /** The first tag of a name. */
  tag(declaration: ts.Node, name: string): Tag | undefined {
    return this.tagsOf(declaration).find((tag) => tag.name === name)
  }

  private read(declaration: ts.Node): readonly Tag[] {
    // The comment of `export const x` stands before the statement, not before the declarator.
    const host =
      ts.isVariableDeclaration(declaration) && declaration.parent?.parent ? declaration.parent.parent : declaration
    const text = host.getSourceFile().text
    const ranges = ts.getLeadingCommentRanges(text, host.pos)
    const last = ranges?.at(-1)
    if (!last) return NONE
    const comment = text.slice(last.pos, last.end)
    return comment.startsWith('/**') ? parseTags(comment).tags : NONE
  }
}
