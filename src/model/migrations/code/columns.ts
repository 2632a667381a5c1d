/**
 * Columns as schema builders describe them.
 */
import { ts } from 'ts-morph'
import { HOLE } from '../../../sql/scan.js'
import { functionVolatility } from '../postgres.js'
import type { ColumnDefault, ColumnType, NewColumn } from '../types.js'
import { bare, type Values } from './values.js'

/** A column of which nothing more is said. */
export function column(name: string, known: Partial<NewColumn> = {}): NewColumn {
  return { name, type: undefined, isNotNull: false, default: undefined, generated: undefined, isUnique: false, isPrimary: false, references: undefined, hasCheck: false, ...known }
}

/** How builders and people spell types, and the name that PostgreSQL's parser gives them. */
const TYPES: Readonly<Record<string, string>> = {
  int: 'int4', integer: 'int4', mediumint: 'int4', bigint: 'int8', biginteger: 'int8', smallint: 'int2', tinyint: 'int2', boolean: 'bool', bool: 'bool', string: 'varchar', 'character varying': 'varchar', nvarchar: 'varchar',
  character: 'bpchar', char: 'bpchar', 'timestamp with time zone': 'timestamptz', 'timestamp without time zone': 'timestamp', date: 'date', datetime: 'timestamptz', dateonly: 'date', decimal: 'numeric', double: 'float8', 'double precision': 'float8',
  float: 'float8', real: 'float4', blob: 'bytea', binary: 'bytea', citext: 'citext', json: 'json', jsonb: 'jsonb', uuid: 'uuid', text: 'text', enum: 'enum', enu: 'enum', increments: 'serial', bigincrements: 'bigserial', serial: 'serial', bigserial: 'bigserial',
} // prettier-ignore

/** Names that only builders have. */
const SPOKEN: Readonly<Record<string, string>> = { string: 'varchar', biginteger: 'bigint', increments: 'serial', bigincrements: 'bigserial', enu: 'enum' }

/** `varchar(255)`, `timestamp with time zone`, `STRING`. */
export function typeFrom(text: string | undefined, more: readonly number[] = []): ColumnType | undefined {
  const match = text === undefined || text.includes(HOLE) ? null : /^\s*([a-z_][\w ]*?)\s*(?:\(([\d\s,]*)\))?(\s+with(?:out)? time zone)?\s*(\[\])?\s*$/i.exec(text)
  if (!match) return undefined
  const said = `${match[1] ?? ''}${match[3] ?? ''}`.toLowerCase().replace(/\s+/g, ' ')
  const modifiers = [...(match[2] ? match[2].split(',').map(Number) : []), ...more]
  const name = (TYPES[said] ?? said) + (match[4] ?? '')
  return { name, modifiers, text: `${SPOKEN[said] ?? said}${modifiers.length > 0 ? `(${modifiers.join(',')})` : ''}${match[4] ?? ''}` }
}

/** What a default given as SQL text does. */
export function sqlDefault(text: string): ColumnDefault | undefined {
  const plain = text.trim().replace(/^\(([^]*)\)$/, '$1')
  if (/^null$/i.test(plain)) return undefined
  if (/^current_(?:timestamp|date|time)|^localtime/i.test(plain)) return { kind: 'stable', text: plain }
  const called = [...plain.replace(/'(?:''|[^'])*'/g, "''").matchAll(/\b([a-z_]\w*)\s*\(/gi)].map(([, name = '']) => name)
  if (called.length === 0) return { kind: plain.includes(HOLE) ? 'unknown' : 'constant', text: plain }
  const kinds = called.map((name) => (/^uuid$/i.test(name) ? 'volatile' : functionVolatility(name)))
  const worst = (['volatile', 'unknown', 'stable'] as const).find((kind) => kinds.includes(kind)) ?? 'stable'
  return { kind: worst, text: plain }
}

/** A default given as a value of the program. */
export function valueDefault(value: ts.Expression | undefined, values: Values): ColumnDefault | undefined {
  if (!value) return undefined
  const node = values.resolve(value)
  if (node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined')) return undefined
  const text = node.getText()
  if (/\bfn\.uuid\(\)/.test(text)) return { kind: 'volatile', text: 'gen_random_uuid()' }
  if (/\bfn\.now\(|\bNOW\b|Date\.now\(|new Date\(/.test(text)) return { kind: 'stable', text: 'now()' }
  const isSql = ts.isTaggedTemplateExpression(node) || (ts.isCallExpression(node) && /(?:raw|literal|func|fn|sql|cast)$/.test(bare(node.expression).getText()))
  if (isSql) {
    const sql = values.text(node) ?? (ts.isCallExpression(node) ? values.text(node.arguments[0]) : undefined)
    if (sql === undefined) return { kind: 'unknown', text }
    return sqlDefault(ts.isCallExpression(node) && /(?:^|\.)fn$/.test(node.expression.getText()) ? `${sql}()` : sql)
  }
  if (ts.isStringLiteralLike(node)) return { kind: 'constant', text: `'${node.text}'` }
  if (ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node) || ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node) || /^(?:true|false)$/.test(text)) return { kind: 'constant', text }
  if (/^JSON\.stringify\(/.test(text)) return { kind: 'constant', text: 'a JSON text' }
  return { kind: 'unknown', text }
}

/** `uuid` tells the builder to make the value in the program, not in the database: existing rows get none. */
export function isMadeByProgram(value: ts.Expression | undefined): boolean {
  return value !== undefined && /\bUUIDV[14]\b/.test(value.getText())
}
