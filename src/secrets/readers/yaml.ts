/** Reads the strings of YAML: keys with values, `NAME=value` items, and pairs of `name` and `value`. */
import { isMap, isPair, isScalar, isSeq, parseAllDocuments, type Node, type Scalar, type YAMLMap } from 'yaml'
import type { Assignment } from '../assignments.js'

export function readYaml(text: string): Assignment[] {
  const found: Assignment[] = []
  for (const document of parseAllDocuments(text, { strict: false, uniqueKeys: false, logLevel: 'silent' })) {
    if (!('contents' in document) || !document.contents) continue
    const contents = document.contents as Node
    if (isMap(contents) && contents.get('kind') === 'Secret') visitSecret(contents, found)
    else visit(contents, [], found)
  }
  return found
}

function visit(node: unknown, path: readonly string[], found: Assignment[]): void {
  if (isSeq(node)) {
    for (const item of node.items) {
      if (isScalar(item) && typeof item.value === 'string') addItem(item, path, found)
      else visit(item, path, found)
    }
  } else if (isMap(node)) visitMap(node, path, found)
}

function visitMap(map: YAMLMap, path: readonly string[], found: Assignment[]): void {
  const siblings = new Map<string, string>()
  for (const pair of map.items)
    if (isPair(pair) && isScalar(pair.key) && isScalar(pair.value) && typeof pair.value.value === 'string') siblings.set(String(pair.key.value).toLowerCase(), pair.value.value)
  for (const pair of map.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue
    const key = String(pair.key.value)
    if (isScalar(pair.value)) {
      if (typeof pair.value.value !== 'string') continue
      // Kubernetes and others write the name beside the value.
      const name = key === 'value' ? (siblings.get('name') ?? siblings.get('key') ?? key) : key
      add(name, path, pair.value, siblings, found)
    } else {
      if (isSeq(pair.value)) for (const item of pair.value.items) if (isScalar(item) && typeof item.value === 'string' && !item.value.includes('=')) add(key, path, item, siblings, found)
      visit(pair.value, [...path, key], found)
    }
  }
}

/** A Kubernetes secret: every entry is one, whatever its name; `data` is encoded. */
function visitSecret(map: YAMLMap, found: Assignment[]): void {
  for (const section of ['data', 'stringData']) {
    const entries = map.get(section)
    if (!isMap(entries)) continue
    const from = found.length
    visitMap(entries, [section], found)
    for (const [index, one] of found.entries()) {
      if (index < from) continue
      found[index] = { ...one, isAmongSecrets: true, value: section === 'data' ? decoded(one.value) : one.value }
    }
  }
}

function decoded(value: string): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return value
  const text = Buffer.from(value, 'base64').toString('utf8').trim()
  return /^[\x20-\x7e\s]+$/.test(text) ? text : value
}

/** Compose files list environment variables as text. */
function addItem(item: Scalar, path: readonly string[], found: Assignment[]): void {
  const match = /^([A-Za-z_][\w.]{0,100})=([^\n]*)$/.exec(item.value as string)
  const range = item.range
  if (!match || !range || !match[2]) return
  const quote = item.type === 'QUOTE_DOUBLE' || item.type === 'QUOTE_SINGLE' ? 1 : 0
  const start = range[0] + quote + (match[1] ?? '').length + 1
  const end = range[1] - quote
  found.push({ name: match[1] ?? '', path, value: match[2], role: 'named', start, end, literalStart: start, literalEnd: end })
}

function add(name: string, path: readonly string[], scalar: Scalar, siblings: ReadonlyMap<string, string>, found: Assignment[]): void {
  const range = scalar.range
  if (!range || scalar.value === '') return
  const quote = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? 1 : 0
  found.push({ name, path, value: scalar.value as string, role: 'named', start: range[0] + quote, end: range[1] - quote, literalStart: range[0], literalEnd: range[1], siblings })
}
