import { defineRule } from '../../src/engine/rule.js'
import type { Fix } from '../../src/findings/finding.js'
import type { Step } from '../../src/model/types.js'
import { named, sharedTables, type SharedTable, type Writer } from './writers.js'

/** A few are worth a talk; where most tables are shared, the parts of the project own no tables. */
const MOST_SURE = 5

export default defineRule({
  id: 'shared-table-write',
  severity: 'medium',
  title: 'Several parts of the system write one table.',
  category: 'anti-pattern',
  topic: 'architecture',
  check({ model, report }) {
    const shared = sharedTables(model)
    const sure = [...shared].filter(({ isClear }) => isClear).sort((left, right) => right.foreign.length - left.foreign.length || placesOf(right) - placesOf(left) || (left.table < right.table ? -1 : 1))
    const told = new Set(sure.slice(0, MOST_SURE))
    for (const table of shared) {
      const { foreign, owner, reason } = table
      const first = foreign[0]?.operations[0]
      if (!first) continue
      report({
        at: { file: first.unit.file, node: first.node },
        message: `"${table.label}" is written by ${listed(foreign.map(describe))}${owner ? `, although ${owner.name} owns it (${reason}, ${counted(owner.operations.length)})` : '; no part of the system owns it'}`,
        why: `What must hold for a row is checked in one place and forgotten in the others, and a change of the table has to find all of them. ${owner ? `Let ${owner.name} offer the change as a method, and call that.` : 'Choose an owner, and let the others call it.'}`,
        trace: [...foreign, ...(owner ? [owner] : [])].flatMap(stepOf),
        fixes: [recipeFor(table)],
        confidence: told.has(table) ? 'medium' : 'low',
      })
    }
  },
})

function placesOf({ foreign }: SharedTable): number {
  return foreign.reduce((sum, { operations }) => sum + operations.length, 0)
}

function describe({ name, operations }: Writer): string {
  const [first] = operations
  const more = operations.length - 1
  return `${name} (${first ? named(first.unit).name : ''}: ${first?.label ?? ''}${more > 0 ? `, and ${more} more` : ''})`
}

function counted(writes: number): string {
  return writes === 1 ? '1 write' : `${writes} writes`
}

function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : (names[0] ?? '')
}

function stepOf({ name, operations }: Writer): Step[] {
  const [first] = operations
  return first ? [{ file: first.unit.file, node: first.node, label: `${name} writes it: ${first.label}` }] : []
}

function recipeFor({ label, owner, foreign }: SharedTable): Fix {
  const [writer] = foreign
  const operation = writer?.operations[0]
  const change = operation ? named(operation.unit).name.replace(/^.*\./, '') : 'change'
  const home = owner?.name ?? label
  return {
    kind: 'recipe',
    title: `Write "${label}" in ${home} only.`,
    edits: [],
    code: [
      `// in ${home}: a method that says what happens to the row, and checks what must hold`,
      `async ${/^[a-z]\w*$/i.test(change) ? change : 'change'}For${pascal(writer?.name ?? 'Others')}(...) { /* ${operation?.label ?? 'the write'} */ }`,
      `// in ${writer?.name ?? 'the others'}: call it, or publish an event that ${home} listens to`,
    ].join('\n'),
  }
}

function pascal(name: string): string {
  return name.replace(/ of .*$/, '').replace(/^@[^/]+\//, '').split(/[^a-zA-Z\d]+/).map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
}
