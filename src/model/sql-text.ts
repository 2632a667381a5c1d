/**
 * What SQL text is about, as far as its constant parts tell.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'
import type { Access } from './types.js'

/** What a statement does, in the terms of operations. */
export interface SqlSummary {
  readonly access: Access
  /** Lower case, without schema. */
  readonly table: string | undefined
  /** `one` when it returns a single row by construction. */
  readonly arity: 'one' | 'many' | 'unknown'
  readonly isBounded: boolean
  readonly isFiltered: boolean
  readonly isUpsert: boolean
  readonly locks: boolean
  /** BEGIN, COMMIT, ROLLBACK. */
  readonly control: 'begin' | 'commit' | 'rollback' | undefined
}

/** Stands for an interpolation in the constant text. */
export const HOLE = '\u0001'

/**
 * The constant text of an expression, with `HOLE` for everything that is not constant; undefined when nothing of it
 * is constant.
 */
export function constantText(expression: ts.Expression, resolver: Resolver, depth = 0): string | undefined {
  const value = skipOuter(expression)
  if (ts.isStringLiteralLike(value)) return value.text
  if (ts.isTaggedTemplateExpression(value)) return constantText(value.template, resolver, depth)
  if (ts.isTemplateExpression(value))
    return value.head.text + value.templateSpans.map((span) => (inner(span.expression, resolver, depth) ?? HOLE) + span.literal.text).join('')
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = constantText(value.left, resolver, depth)
    const right = constantText(value.right, resolver, depth)
    return left === undefined && right === undefined ? undefined : (left ?? HOLE) + (right ?? HOLE)
  }
  if (ts.isCallExpression(value)) {
    // `sql.type(x)\`...\``, `['SELECT', ...].join(' ')`, `text.trim()`
    const callee = skipOuter(value.expression)
    if (ts.isPropertyAccessExpression(callee)) {
      const array = skipOuter(callee.expression)
      if (callee.name.text === 'join' && ts.isArrayLiteralExpression(array)) {
        const separator = value.arguments[0] ? (constantText(value.arguments[0], resolver, depth) ?? ' ') : ','
        return array.elements.map((element) => constantText(element, resolver, depth) ?? HOLE).join(separator)
      }
      if (/^(?:trim|trimStart|trimEnd|replace|replaceAll|toString)$/.test(callee.name.text)) return constantText(array, resolver, depth)
    }
    const first = value.arguments[0]
    return first && ts.isStringLiteralLike(skipOuter(first)) ? (skipOuter(first) as ts.StringLiteralLike).text : undefined
  }
  if (ts.isObjectLiteralExpression(value)) return undefined
  return inner(value, resolver, depth)
}

function inner(expression: ts.Expression, resolver: Resolver, depth: number): string | undefined {
  const value = skipOuter(expression)
  if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return value.text
  if (depth > 4 || (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value))) return undefined
  const initializer = resolver.initializerOf(value)
  return initializer ? constantText(initializer, resolver, depth + 1) : undefined
}

const NAME = String.raw`(?:["\`\[]?[\w$\u0001]+["\`\]]?\s*\.\s*)*["\`\[]?([\w$\u0001]+)["\`\]]?`
const TABLE: readonly [RegExp, Access][] = [
  [new RegExp(String.raw`^(?:with\b[^]*?\)\s*)?insert\s+(?:or\s+\w+\s+|ignore\s+)?into\s+${NAME}`, 'i'), 'write'],
  [new RegExp(String.raw`^(?:with\b[^]*?\)\s*)?(?:update|merge\s+into|replace\s+into|upsert\s+into)\s+(?:only\s+)?${NAME}`, 'i'), 'write'],
  [new RegExp(String.raw`^(?:with\b[^]*?\)\s*)?(?:delete\s+from|truncate(?:\s+table)?)\s+(?:only\s+)?${NAME}`, 'i'), 'delete'],
  [new RegExp(String.raw`^(?:create|alter|drop|comment|grant|revoke|reindex|vacuum|analyze)\b(?:[^]*?\b(?:table|index|on)\s+(?:if\s+(?:not\s+)?exists\s+)?${NAME})?`, 'i'), 'ddl'],
]
const FROM = new RegExp(String.raw`\bfrom\s+(?:only\s+)?${NAME}`, 'i')

/** The name, unless it is put in at run time. */
function nameIn(text: string | undefined): string | undefined {
  return text === undefined || text.includes(HOLE) ? undefined : text.toLowerCase()
}

/** Reads the first statement of SQL text; comments and holes are tolerated. */
export function summariseSql(text: string): SqlSummary {
  const sql = text
    .replace(/--[^\n]*|\/\*[^]*?\*\//g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const control = /^(?:begin|start transaction)\b/i.test(sql)
    ? 'begin'
    : /^(?:commit|end)\b/i.test(sql)
      ? 'commit'
      : /^rollback\b/i.test(sql)
        ? 'rollback'
        : undefined
  for (const [pattern, access] of TABLE) {
    const match = pattern.exec(sql)
    if (!match) continue
    return {
      access,
      table: nameIn(match[1]),
      arity: access === 'write' && /^insert/i.test(sql) ? 'one' : 'many',
      isBounded: true,
      isFiltered: /\bwhere\b/i.test(sql) || /^insert/i.test(sql),
      isUpsert: /\bon (?:conflict|duplicate key)\b/i.test(sql),
      locks: false,
      control,
    }
  }
  const isRead = /^(?:\(?\s*select|with|values|table|show|explain|pragma)\b/i.test(sql)
  const list = /^\(?\s*select\s+([^]*?)\s+from\b/i.exec(sql)?.[1] ?? ''
  const isAggregate = isRead && /^(?:count|sum|avg|min|max|exists|bool_or|bool_and|json_agg|array_agg)\s*\(/i.test(list) && !/\bgroup by\b/i.test(sql)
  const hasSource = FROM.test(sql)
  return {
    access: control ? 'unknown' : isAggregate ? 'aggregate' : isRead ? 'read' : 'unknown',
    table: nameIn(FROM.exec(sql)?.[1]),
    arity: isAggregate || (isRead && !hasSource) || /\blimit\s+1\b/i.test(sql) || /^select top\s*\(?1\)?\b/i.test(sql) ? 'one' : isRead ? 'many' : 'unknown',
    isBounded: /\blimit\b|\bfetch (?:first|next)\b|^select top\b|\brownum\b/i.test(sql) || !hasSource,
    isFiltered: /\bwhere\b/i.test(sql),
    isUpsert: false,
    locks: /\bfor (?:no key )?update\b|\bfor share\b/i.test(sql),
    control,
  }
}
