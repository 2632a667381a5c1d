import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Fix } from '../../src/findings/finding.js'
import { entryName, isServing } from '../../src/model/reach.js'
import type { EntryPoint, Operation, Unit } from '../../src/model/types.js'
import { decisionsIn, type Decisions } from './decisions.js'

/** A handler that does and decides this much is a use case without a name; the page shows how handlers are spread. */
const FEWEST_OPERATIONS = 3
const FEWEST_DECISIONS = 3
/** The worst are worth a talk; more of them are how the project works. */
const MOST_SURE = 8

export default defineRule({
  id: 'business-logic-in-handler',
  severity: 'low',
  title: 'A handler decides and does the work of the domain.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, report }) {
    const entries = new Map<Unit, EntryPoint>()
    for (const entry of model.entryPoints) if (isServing(entry) && entry.handler.file.surface === 'production' && !entries.has(entry.handler)) entries.set(entry.handler, entry)
    const operations = new Map<EntryPoint, Operation[]>()
    for (const operation of model.operations) {
      if (!COUNTS.has(operation.kind)) continue
      for (let unit: Unit | undefined = operation.unit; unit; unit = unit.parent) {
        const entry = entries.get(unit)
        if (!entry) continue
        operations.set(entry, [...(operations.get(entry) ?? []), operation])
        break
      }
    }
    const found = [...operations].flatMap(([entry, own]) => {
      if (own.length < FEWEST_OPERATIONS || !own.some(changes)) return []
      const decisions = decisionsIn(entry.handler)
      const weight = decisions.conditions.length + decisions.computations.length
      return decisions.conditions.length > 0 && weight >= FEWEST_DECISIONS ? [{ entry, own, decisions, weight: weight + own.length }] : []
    })
    const told = new Set([...found].sort((left, right) => right.weight - left.weight || left.entry.handler.id - right.entry.handler.id).slice(0, MOST_SURE))
    for (const one of found) {
      const { entry, own, decisions } = one
      report({
        at: { file: entry.handler.file, node: nameOf(entry.handler), until: entry.handler.node },
        message: `${entryName(entry)} holds a use case: it decides by ${listed(decisions)} and does ${own.length} operations (${[...new Set(own.map(({ label }) => label))].slice(0, 4).join(', ')})`,
        why: 'The rule can only be reached and tested through HTTP, and the next caller (a job, an import, another route) copies it and drifts apart. Move it to a service that takes values and returns a result.',
        trace: own.slice(0, 6).map((operation) => ({ file: operation.unit.file, node: operation.call.node, label: operation.label })),
        fixes: [recipeFor(entry, own, decisions)],
        confidence: told.has(one) ? 'medium' : 'low',
      })
    }
  },
})

/** Operations that are steps of a use case. */
const COUNTS = new Set(['query', 'http', 'payment', 'email', 'sms', 'publish', 'enqueue', 'llm', 'storage'])

function changes({ kind, access }: Operation): boolean {
  return kind === 'query' ? access === 'write' || access === 'delete' : access !== 'read'
}

/** Where the handler starts: its name, or the first line of a function expression. */
function nameOf({ node }: Unit): ts.Node {
  if ('name' in node && node.name && ts.isIdentifier(node.name)) return node.name
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? (node.parameters[0] ?? node) : node
}

function listed({ conditions, computations }: Decisions): string {
  const texts = [...conditions, ...computations].map((node) => node.getText().replace(/\s+/g, ' ')).map((text) => (text.length > 50 ? `${text.slice(0, 47)}...` : text))
  const unique = [...new Set(texts)]
  return unique.length > 3 ? `${unique.slice(0, 3).join(', ')} and ${unique.length - 3} more` : unique.join(', ')
}

function recipeFor(entry: EntryPoint, own: readonly Operation[], { conditions }: Decisions): Fix {
  const table = own.find(changes)?.table ?? 'work'
  const subject = table.charAt(0).toUpperCase() + table.slice(1)
  const name = /^[a-z]\w*$/.test(entry.handler.name) ? entry.handler.name : `${entry.method === 'DELETE' ? 'remove' : entry.method === 'POST' ? 'create' : 'change'}${subject}`
  return {
    kind: 'recipe',
    title: 'Move the use case to a service, and keep parsing and answering in the handler.',
    edits: [],
    code: [
      `// ${table}.service`,
      `export async function ${name}(input) {`,
      ...conditions.slice(0, 2).map((condition) => `  // decides: ${condition.getText().replace(/\s+/g, ' ').slice(0, 70)}`),
      ...[...new Set(own.map(({ label }) => label))].slice(0, 3).map((label) => `  // does: ${label}`),
      '}',
      `// the handler: const result = await ${name}(values of the request), then the answer`,
    ].join('\n'),
  }
}
