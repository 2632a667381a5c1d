/** Reads the strings of JSON, comments allowed. */
import { parseTree, type Node } from 'jsonc-parser'
import type { Assignment } from '../assignments.js'

export function readJson(text: string): Assignment[] {
  const found: Assignment[] = []
  const tree = parseTree(text, [], { allowTrailingComma: true })
  const visit = (node: Node, path: readonly string[]): void => {
    if (node.type === 'array') for (const child of node.children ?? []) visit(child, path)
    if (node.type !== 'object') return
    const siblings = new Map<string, string>()
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? []
      if (typeof key?.value === 'string' && typeof value?.value === 'string') siblings.set(key.value.toLowerCase(), value.value)
    }
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? []
      if (!key || !value || typeof key.value !== 'string') continue
      if (value.type === 'string') found.push(assignment(key.value, path, value, siblings))
      else if (value.type === 'array') {
        for (const child of value.children ?? []) if (child.type === 'string') found.push(assignment(key.value, path, child, siblings))
        visit(value, [...path, key.value])
      } else visit(value, [...path, key.value])
    }
  }
  if (tree) visit(tree, [])
  return found
}

function assignment(name: string, path: readonly string[], node: Node, siblings: ReadonlyMap<string, string>): Assignment {
  const end = node.offset + node.length
  return { name, path, value: node.value as string, role: 'named', start: node.offset + 1, end: end - 1, literalStart: node.offset, literalEnd: end, siblings }
}
