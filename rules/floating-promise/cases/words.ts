// What a parser of the command line runs for a word; Node shows what fails.
import { Pool } from 'pg'

const pool = new Pool()

interface Parser {
  command(word: string, text: string, options: (parser: Parser) => Parser, run: (given: { row: number }) => void): Parser
}

async function addRow(row: number): Promise<void> {
  await pool.query('insert into seats (row) values ($1)', [row])
}

export function commands(parser: Parser): Parser {
  addRow(0) // expect: floating-promise
  return parser.command(
    'add',
    'Adds a row.',
    (inner) => inner,
    ({ row }) => {
      addRow(row) // expect-low: floating-promise
      console.log('added')
    },
  )
}
