/**
 * The comments of a file, in each language: what looks like one inside a string is none.
 */
import { ts } from 'ts-morph'
import { Lexer } from 'yaml'
import type { FileKind } from '../workspace/types.js'

export interface Comment {
  /** Offsets into the text, with the comment's own marks; the end is exclusive. */
  readonly start: number
  readonly end: number
  /** Wider where something is left over without the comment: the braces around it in JSX. */
  readonly outer: { readonly start: number; readonly end: number }
  readonly text: string
}

/**
 * Comments that hold a marker.
 *
 * @param name file name, whose extension says whether there is JSX
 */
export function commentsWith(marker: string, kind: FileKind, name: string, text: string): Comment[] {
  const ranges =
    kind === 'source' ? sourceComments(marker, name, text) : kind === 'yaml' ? yamlComments(text) : matchedComments(PATTERNS[kind], text)
  return ranges
    .map(({ start, end, outer }) => ({ start, end, outer: outer ?? { start, end }, text: text.slice(start, end) }))
    .filter((comment) => comment.text.includes(marker))
}

interface Range {
  readonly start: number
  readonly end: number
  readonly outer?: { readonly start: number; readonly end: number }
}

/** What holds no comments is matched first; comments are the group of that name. */
const PATTERNS: Readonly<Record<Exclude<FileKind, 'source' | 'yaml'>, RegExp>> = {
  sql: /'(?:''|[^'])*'|"(?:""|[^"])*"|`[^`]*`|\$(\w*)\$[^]*?\$\1\$|(?<comment>--[^\r\n]*|\/\*[^]*?\*\/)/g,
  prisma: /"(?:\\.|[^"\\\r\n])*"|(?<comment>\/\/[^\r\n]*)/g,
  json: /"(?:\\.|[^"\\\r\n])*"|(?<comment>\/\/[^\r\n]*|\/\*[^]*?\*\/)/g,
  toml: /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'|(?<comment>#[^\r\n]*)/g,
  // A quote opens a string at the start of a value only; a value may go over several lines.
  env: /(?<==\s*)(?:"(?:\\[^]|[^"\\])*"|'[^']*'|`[^`]*`)|(?<comment>(?<!\S)#[^\r\n]*)/g,
  // Behind an instruction, # belongs to its arguments.
  dockerfile: /(?<=^[ \t]*)(?<comment>#[^\r\n]*)/gm,
  other: /"(?:\\.|[^"\\\r\n])*"|(?<comment>(?<!\S)(?:#|;|\/\/)[^\r\n]*)/g,
}

function matchedComments(pattern: RegExp, text: string): Range[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const comment = match.groups?.['comment']
    return comment === undefined ? [] : [{ start: match.index, end: match.index + comment.length }]
  })
}

/** Marks of the lexer that are not in the text: document start, error in a flow, scalar follows. */
const LEXER_MARKS = new Set(['\u0002', '\u0018', '\u001f'])

function yamlComments(text: string): Range[] {
  const found: Range[] = []
  let at = 0
  let before = ''
  for (const token of new Lexer().lex(text)) {
    const isMark = LEXER_MARKS.has(token)
    if (!isMark && token.startsWith('#') && before !== '\u001f') found.push({ start: at, end: at + token.replace(/\r$/, '').length })
    if (!isMark) at += token.length
    before = token
  }
  return found
}

/** Comments stand between tokens; only where the marker is does a token need to be looked at. */
function sourceComments(marker: string, name: string, text: string): Range[] {
  const marks: number[] = []
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) marks.push(at)
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, false, /\.[cm]?ts$/.test(name) ? ts.ScriptKind.TS : ts.ScriptKind.TSX)
  const found = new Map<number, Range>()
  const visit = (node: ts.Node, parent: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.JsxText || !marks.some((at) => node.pos <= at && at < node.end)) return
    const children = node.getChildren(source).filter((child) => child.kind < ts.SyntaxKind.FirstJSDocNode || child.kind > ts.SyntaxKind.LastJSDocNode)
    if (children.length > 0) return children.forEach((child) => visit(child, node.kind === ts.SyntaxKind.SyntaxList ? parent : node))
    const around = ts.isJsxExpression(parent) && !parent.expression ? { outer: { start: parent.getStart(source), end: parent.end } } : undefined
    // Those on the line of the token before are its trailing ones.
    for (const { pos, end } of [...(ts.getTrailingCommentRanges(text, node.pos) ?? []), ...(ts.getLeadingCommentRanges(text, node.pos) ?? [])])
      found.set(pos, { start: pos, end, ...around })
  }
  visit(source, source)
  return [...found.values()].sort((left, right) => left.start - right.start)
}
