/**
 * How a repetition is noticed, in the names of the code.
 */
import type { Fix } from '../../src/findings/finding.js'
import type { EntryPoint, Model, Operation } from '../../src/model/types.js'

export function recipeForWebhook(event: string, first: Operation, model: Model): Fix {
  return {
    kind: 'recipe',
    title: `Insert ${event}.id under a unique key before anything else, and answer 200 when it is there already.`,
    edits: [],
    code: [
      '-- CREATE TABLE processed_events (id TEXT PRIMARY KEY, received_at TIMESTAMPTZ NOT NULL DEFAULT now())',
      `// in one transaction${transactionOf(first, model)}:`,
      `//   INSERT INTO processed_events (id) VALUES (${event}.id) ON CONFLICT DO NOTHING`,
      '//   no row inserted: answer 200 and stop',
      `//   else: ${callOf(first)}`,
    ].join('\n'),
  }
}

export function recipeForJob(entry: EntryPoint, first: Operation, model: Model): Fix {
  const [parameter] = entry.handler.parameters
  const job = parameter?.name.getText() ?? 'job'
  const id = /^\w+$/.test(job) ? `${job}.id` : 'the id of the message'
  return {
    kind: 'recipe',
    title: 'Mark the work as done under an id that every attempt has, and stop when it is marked.',
    edits: [],
    code: [
      `// before ${callOf(first)}${transactionOf(first, model)}:`,
      `//   INSERT INTO processed_jobs (id) VALUES (${id}) ON CONFLICT DO NOTHING`,
      '//   no row inserted: it was done, return',
      "// and where it is added: an id made of the work itself, such as { jobId: `invoice-${invoice.id}` }",
    ].join('\n'),
  }
}

export function recipeForRoute(first: Operation, model: Model): Fix {
  const table = first.table ?? 'the table'
  return {
    kind: 'recipe',
    title: 'Take a key from the client, and keep it under a unique constraint.',
    edits: [],
    code: [
      "const key = request.headers['idempotency-key']  // required; the client sends the same one when it tries again",
      `// ALTER TABLE ${table} ADD COLUMN idempotency_key TEXT UNIQUE`,
      `// ${callOf(first)}${transactionOf(first, model)} with idempotency_key: key;`,
      '// on a violation of the unique key: answer with the row that is there',
    ].join('\n'),
  }
}

function callOf(operation: Operation): string {
  return `${operation.label}(...)`
}

function transactionOf(operation: Operation, model: Model): string {
  const handle = operation.kind === 'query' ? model.handleOf(operation) : undefined
  return handle?.transactionMember === undefined ? '' : ` of ${handle.expression.getText()}.${handle.transactionMember}`
}
