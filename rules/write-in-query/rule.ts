import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { entryName } from '../../src/model/reach.js'
import type { EntryPoint, Model, Operation, Reached, Unit } from '../../src/model/types.js'
import { writesUnder, type QueryWrite } from './writes.js'

/** Queries that lead to the same write of a shared function. */
const HABIT = 4

export default defineRule({
  id: 'write-in-query',
  severity: 'medium',
  title: 'A query (GET, GraphQL query, query handler) changes data of the domain.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, report }) {
    const queries = new Map([...queriesOf(model)].map((query) => [query.handler, query] as const))
    const found = [...queries.values()].map((query) => ({ query, writes: writesUnder(query.handler, query.entry, model) }))
    const askers = new Map<Operation, number>()
    for (const { writes } of found) for (const operation of new Set(writes.map(({ reached }) => reached.operation))) askers.set(operation, (askers.get(operation) ?? 0) + 1)
    // What so many queries do on the way is one habit of the project, told where it is first met.
    const isHabit = ({ reached }: QueryWrite) => reached.distance > 0 && (askers.get(reached.operation) ?? 0) >= HABIT
    const told = new Set<Operation>()
    for (const { query, writes: all } of found) {
      // What several queries do through one function is one mistake, told where it is first met.
      const writes = all.filter(({ reached }) => reached.distance === 0 || !told.has(reached.operation))
      if (writes.length > 0) for (const { reached } of all) told.add(reached.operation)
      const [first] = writes
      // Beside what was told already, what is kept beside the facts is no news.
      if (!first || (first.kind === 'beside' && all[0]?.kind === 'domain')) continue
      const { reached } = first
      const others = reached.distance > 0 ? (askers.get(reached.operation) ?? 1) - 1 : 0
      const labels = [...new Set(writes.filter(({ kind }) => kind === first.kind).map((one) => one.reached.operation.label))]
      report({
        at: { file: reached.call.unit.file, node: reached.call.node },
        message: `${query.name} asks for data and ${verb(reached)} ${reached.operation.table ?? 'data'} (${labels.slice(0, 3).join(', ')}${labels.length > 3 ? ` and ${labels.length - 3} more` : ''})${others > 0 ? `, and so ${others > 1 ? `do ${others} more queries` : 'does one more query'}` : ''}`,
        why: 'Whoever asks does not expect a change: browsers, proxies, crawlers and clients ask ahead, again, or answer from a cache. Let a command (POST, a mutation) change it, or do the work apart from the answer.',
        trace: reached.trace,
        fixes: [commandFor(query, reached)],
        confidence: isHabit(first) ? 'low' : sure(first.kind, reached),
      })
    }
  },
})

/** What is asked, and by which code it is answered. */
interface Query {
  readonly name: string
  readonly handler: Unit
  readonly entry: EntryPoint | undefined
}

/** Paths of links that people are sent, and of those that others call: a GET is all they can do. */
const LINK = /(?:^|[^a-z])(?:web-?hooks?|call-?backs?|oauth2?|sso|saml|oidc|auth|log-?in|log-?out|sign-?in|sign-?out|sign-?up|session|verif\w*|confirm\w*|activat\w*|unsubscrib\w*|invit\w*|magic\w*|reset\w*|token|redirect|cron|seed|migrat\w*|setup|install|health\w*|test|track\w*|pixel|beacon|collect)(?![a-z])/i

/** A link that says by a token of its own who may follow it: people are sent it. */
const SIGNED = /\bquery(?:\?)?\.token\b|\{[^}]*\btoken\b[^}]*\}\s*=\s*(?:await\s+)?[^;\n]*\bquery\b|\bquery\(\s*['"]token['"]\s*\)/

/** A provider sends people back with a code, or a mail with one, and the handler sends them on. */
const RETURNS = /\bcode\b[^;\n]*\bquery\b|\bquery\b\??\.code\b/

/** Whoever calls shows that it is the timer of the platform, which can send a GET only. */
const SCHEDULED = /cron[-_]?(?:secret|token|key)|x-vercel-cron|\b(?:verify|with|is|has)cron\w*\(/i

function* queriesOf(model: Model): Generator<Query> {
  for (const entry of model.entryPoints) {
    if (entry.file.surface !== 'production' || !asks(entry) || isLink(entry) || (entry.kind === 'route' && (SCHEDULED.test(entry.handler.file.text()) || isSentHere(entry.handler.node.getText())))) continue
    yield { name: entryName(entry), handler: entry.handler, entry }
  }
  for (const unit of model.units)
    if (unit.file.surface === 'production' && unit.kind === 'method' && /(?:^|\.)(?:execute|handle)$/.test(unit.name) && /Query_?Handler$/.test(unit.classNode?.name?.text ?? '')) yield { name: unit.classNode?.name?.text ?? unit.name, handler: unit, entry: undefined }
}

/** People come by a link that somebody sent them. */
function isSentHere(text: string): boolean {
  return SIGNED.test(text) || (RETURNS.test(text) && /\bredirect\(/.test(text))
}

function isLink({ path, handler }: EntryPoint): boolean {
  // `callback of app.get` is no name.
  const names = [path ?? '', / (?:of|by) /.test(handler.name) ? '' : handler.name]
  return names.some((name) => LINK.test(name.replace(/([a-z])([A-Z])/g, '$1 $2')))
}

function asks({ kind, method }: EntryPoint): boolean {
  if (kind === 'route') return method === 'GET' || method === 'HEAD'
  return (kind === 'resolver' || kind === 'procedure') && method === 'QUERY'
}

function verb({ operation: { access } }: Reached): string {
  return access === 'delete' ? 'deletes' : 'writes'
}

function sure(kind: 'domain' | 'beside', reached: Reached): Confidence {
  if (kind === 'beside') return 'low'
  return reached.confidence === 'medium' || reached.operation.confidence === 'medium' || reached.distance > 1 ? 'medium' : 'high'
}

function commandFor({ entry, handler }: Query, { operation }: Reached): Fix {
  const table = operation.table ?? 'data'
  const lines =
    entry?.kind === 'resolver' || entry?.kind === 'procedure'
      ? [`// a mutation of its own`, `${table.replace(/\W/g, '')}Change: mutation(async (input) => ${operation.label}(...))`, `// ${entry.path ?? handler.name} only reads`]
      : entry
        ? [`// POST ${entry.path ?? `/${table}`}`, `await ${operation.label}(...)`, `// GET ${entry.path ?? `/${table}`} only reads`]
        : [`// a command handler of its own`, `async execute(command) { await ${operation.label}(...) }`, `// ${handler.classNode?.name?.text ?? handler.name} only reads`]
  return { kind: 'recipe', title: `Move the change of ${table} to a command.`, edits: [], code: lines.join('\n') }
}
