/**
 * The graph of deletes that take rows of other tables with them, as a picture: roots on the left, each step to the right.
 */
import type { Cascade } from '../../findings/finding.js'

const WIDTH = 170
const HEIGHT = 34
const GAP_X = 90
const GAP_Y = 18

interface Box {
  readonly name: string
  readonly x: number
  readonly y: number
}

/** SVG with a title for each edge; a sentence where there are none. */
export function cascadeGraph(cascades: readonly Cascade[]): string {
  if (cascades.length === 0) return '<p>No table is declared with a delete that cascades.</p>'
  const boxes = layout(cascades)
  const width = Math.max(...[...boxes.values()].map(({ x }) => x)) + WIDTH + 60
  const height = Math.max(...[...boxes.values()].map(({ y }) => y)) + HEIGHT + 20
  const edges = cascades.flatMap(({ from, to, file, line }) => {
    const start = boxes.get(from)
    const end = boxes.get(to)
    if (!start || !end) return []
    const [x1, y1] = [start.x + WIDTH, start.y + HEIGHT / 2]
    const [x2, y2] = [end.x, end.y + HEIGHT / 2]
    const path = from === to ? `M ${x1} ${y1 - 6} c 40 -30 40 42 0 12` : `M ${x1} ${y1} C ${x1 + GAP_X / 2} ${y1}, ${x2 - GAP_X / 2} ${y2}, ${x2} ${y2}`
    return [`<path class="edge" d="${path}" marker-end="url(#arrow)"><title>${escape(`Deleting ${from} deletes its ${to}: ${file}:${line}`)}</title></path>`]
  })
  const nodes = [...boxes.values()].map(({ name, x, y }) => `<g class="box"><rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="6"/><text x="${x + WIDTH / 2}" y="${y + HEIGHT / 2 + 4}">${escape(name.length > 22 ? `${name.slice(0, 21)}…` : name)}</text><title>${escape(name)}</title></g>`)
  return `<p>An arrow leads from a table to those whose rows a delete takes with it.</p><div class="graph"><svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img" aria-label="Tables whose deletes cascade"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M 0 0 L 8 4 L 0 8 z"/></marker></defs>${edges.join('')}${nodes.join('')}</svg></div>`
}

/** A table stands to the right of every table that takes it along; what closes a circle is not counted. */
function layout(cascades: readonly Cascade[]): ReadonlyMap<string, Box> {
  const names = [...new Set(cascades.flatMap(({ from, to }) => [from, to]))].sort()
  const column = new Map<string, number>()
  const columnOf = (name: string, path: readonly string[]): number => {
    const known = column.get(name)
    if (known !== undefined) return known
    const before = cascades.filter(({ from, to }) => to === name && from !== name && !path.includes(from))
    const at = Math.max(-1, ...before.map(({ from }) => columnOf(from, [...path, name]))) + 1
    // Inside a circle the column depends on where the way began.
    if (before.length === cascades.filter(({ from, to }) => to === name && from !== name).length) column.set(name, at)
    return at
  }
  for (const name of names) column.set(name, columnOf(name, []))
  const rows = new Map<number, number>()
  return new Map(
    names.map((name) => {
      const at = column.get(name) ?? 0
      const row = rows.get(at) ?? 0
      rows.set(at, row + 1)
      return [name, { name, x: 10 + at * (WIDTH + GAP_X), y: 10 + row * (HEIGHT + GAP_Y) }]
    }),
  )
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
