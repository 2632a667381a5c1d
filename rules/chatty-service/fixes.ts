/**
 * Round trips started together, or brought by one query.
 */
import { ts } from 'ts-morph'
import type { Fix } from '../../src/findings/finding.js'
import type { Trip } from './trips.js'

/** Edits where the trips are neighbours of the plain shape `const name = await ...`; else code to copy. */
export function togetherFix(run: readonly Trip[]): Fix {
  const title = 'Start them together and wait once.'
  const parts = run.map(partOf)
  const [first] = run as [Trip]
  const last = run.at(-1) as Trip
  const text = first.statement.getSourceFile().text
  const indent = /[ \t]*$/.exec(text.slice(0, first.statement.getStart()))?.[0] ?? ''
  const names = run.map(({ names: bound }, index) => parts[index]?.name ?? bound[0] ?? `result${index + 1}`)
  const write = (inner: string) => [`const [${names.join(', ')}] = await Promise.all([`, ...run.map((trip, index) => `${inner}  ${parts[index]?.comment ?? ''}${trip.waiting.expression.getText()},`), `${inner}])`].join('\n')
  if (parts.some((part) => part === undefined) || !areNeighbours(run)) return { kind: 'recipe', title, edits: [], code: write('') }
  const semicolon = text[first.statement.end - 1] === ';' ? ';' : ''
  return { kind: 'suggestion', title, edits: [{ file: first.unit.file.relative, start: first.statement.getStart(), end: last.statement.end, text: write(indent) + semicolon }] }
}

/** The left side of `const name = await ...`. */
function partOf({ statement, waiting }: Trip, index: number): { readonly name: string; readonly comment: string } | undefined {
  if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) return undefined
  const [declaration] = statement.declarationList.declarations
  if (!declaration || statement.declarationList.declarations.length > 1 || declaration.initializer !== waiting || declaration.type) return undefined
  const comment = index === 0 ? '' : statement.getSourceFile().text.slice(statement.pos, statement.getStart()).trim()
  // The end of the line before may hold one that is not about this statement.
  return { name: declaration.name.getText(), comment: comment === '' ? '' : `${comment}\n` }
}

function areNeighbours(run: readonly Trip[]): boolean {
  const [first] = run as [Trip]
  const { parent } = first.statement
  if (!ts.isBlock(parent)) return false
  const start = parent.statements.indexOf(first.statement)
  return run.every(({ statement }, index) => parent.statements[start + index] === statement)
}

export function withRelations(parent: Trip, relations: readonly Trip[]): Fix {
  const named = relations.map(({ table, names }) => parent.relations.find(({ target }) => target === table)?.name ?? names[0] ?? table ?? 'relation')
  const [name] = parent.names
  return {
    kind: 'recipe',
    title: `Load ${parent.table ?? 'the row'} together with ${named.join(', ')}.`,
    edits: [],
    code: [`const ${name ?? 'row'} = await ${parent.label}(... with ${named.join(', ')} included, or joined)`, `const { ${named.join(', ')} } = ${name ?? 'row'}`].join('\n'),
  }
}
