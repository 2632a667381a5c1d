/**
 * Loops over groups: the query in one is given all elements of a group, so that there are few of them.
 */
import { ts } from 'ts-morph'
import { declarationOf } from '../../src/model/filters.js'
import type { Loop, Reached } from '../../src/model/types.js'

/**
 * `for (const name of tables) await knex(name).count()`: each element names another table, and no statement is about all
 * of them.
 */
export function isOfOtherTable({ operation, distance }: Reached, loop: Loop): boolean {
  const { variable } = loop
  if (distance > 0 || variable === undefined || !/^[\w$]+$/.test(variable)) return false
  const name = escaped(variable)
  const named = new RegExp(String.raw`(?:\b(?:knex|db|trx|from|into|table|collection|selectFrom|insertInto|updateTable|deleteFrom|getRepository|model)\(\s*|\b(?:from|into|update|table|join)\s+["'\x60]*\$\{\s*)${name}(?:\.\w+)?\s*[)}]`, 'i')
  const texts = [operation.node.getText(), ...operation.sql.map(({ expression }) => (ts.isIdentifier(expression) ? (declarationOf(expression)?.initializer?.getText() ?? '') : expression.getText()))]
  return texts.some((text) => named.test(text))
}

/** `union(orders.map((order) => knex.select(...)))`: parts of one statement, which none of them is. */
export function isPartOfStatement({ operation, distance }: Reached, loop: Loop): boolean {
  if (distance > 0 || !operation.escapes || !loop.callback) return false
  const outer = loop.node.parent
  return ts.isCallExpression(outer) && outer.expression !== loop.node && !/^(?:Promise|Bluebird)\.|\$transaction$/.test(outer.expression.getText())
}

/** Names of what holds several elements. */
const GROUP = /(?:chunk|batch|bundle|group|slice|segment|partition|page)(?:ed)?$/i
/** A statement that is about a list of keys or rows. */
const TAKES_LIST = /\b(?:in|\$in)\s*:|\b(?:In|inArray|whereIn|orWhereIn|andWhereIn|Op\.in|any)\b|\bIN\s*\(|['"]in['"]|\bANY\s*\(|\b(?:createMany|insertMany|bulk\w+|createManyAndReturn|unnest)\b/

/** Whether the loop gives one of its groups, and not one element, to the query. */
export function isGivenGroup({ call, operation, distance }: Reached, loop: Loop): boolean {
  const body = loop.callback ? loop.callback.units.map(({ node }) => node.getText()).join('\n') : loop.node.getText()
  const lists = listsOf(loop, body)
  if (lists.length === 0) return false
  const query = [operation.node, ...operation.steps.map(({ node }) => node)].map((node) => node.getText()).join('\n')
  if (distance === 0) return lists.some((list) => mentions(query, list))
  return TAKES_LIST.test(query) && lists.some((list) => mentions(call.node.getText(), list))
}

/** `where('id', '>=', range.from).where('id', '<=', range.to)`: all rows between two keys, and no element of its own. */
export function isOfRange({ operation, distance }: Reached, { variable }: Loop): boolean {
  if (distance > 0 || variable === undefined || !/^[\w$]+$/.test(variable)) return false
  const text = [operation.node, ...operation.steps.map(({ node }) => node)].map((node) => node.getText()).join('\n')
  const own = String.raw`\$?\{?\s*${escaped(variable)}\.\w+`
  const isFrom = new RegExp(String.raw`\bid["'\x60]?\s*(?::\s*\{[^{}]*\bgte?\s*:|,\s*['"]>=?['"],|\s>=?|\s+between)\s*${own}`, 'i').test(text)
  return isFrom && new RegExp(String.raw`(?:\blte?\s*:|['"]<=?['"],|\s<=?|\band)\s*${own}`, 'i').test(text)
}

/** What stands for a whole group in the body of a loop: its variable where that is used as a list, and lists made of it. */
function listsOf(loop: Loop, body: string): string[] {
  const named = variablesOf(loop)
  const lists = named.filter((name) => GROUP.test(name) || isUsedAsList(name, body))
  if (ts.isForInStatement(loop.node) && loop.variable !== undefined && loop.collection) {
    const element = `${loop.collection.getText()}[${loop.variable}]`
    if (isUsedAsList(element, body)) lists.push(element)
  }
  for (const list of [...lists])
    for (const [, made = '', from = ''] of body.matchAll(/\b(?:const|let)\s+(\w+)[^=\n]*=\s*([^\n]*)/g)) if (mentions(from, list) && /\.(?:map|filter|flatMap|keys|values)\(|Array\.from|\[\s*\.\.\.|\bSet\(/.test(from)) lists.push(made)
  return lists
}

/** `chunk`; the members of `[customerId, orders]` and of `{ kind, ids }`. */
function variablesOf(loop: Loop): string[] {
  return /^[\w$]+$/.test(loop.variable ?? '') ? [loop.variable as string] : [...(loop.variable ?? '').matchAll(/[\w$]+(?=\s*[,}\]=])/g)].map(([name]) => name)
}

function isUsedAsList(name: string, body: string): boolean {
  const text = escaped(name)
  return new RegExp(String.raw`(?<![\w$.])${text}[?!]?\.(?:map|filter|forEach|flatMap|some|every|reduce|join|keys|values)\(|\.\.\.${text}(?![\w$.([])\s*\]|\bof\s+${text}\s*\)|(?:\bin\s*:|\$in\s*:|\bIn\(|Array\.from\(|inArray\([^,()]*,|whereIn\([^,()]*,)\s*${text}(?![\w$.])`).test(body)
}

/** All of a list is named: itself, or what is made of each of its elements. */
function mentions(text: string, list: string): boolean {
  return new RegExp(String.raw`(?<![\w$.])${escaped(list)}(?:(?![\w$.[])|\.(?:map|filter|flatMap|keys|values)\()`).test(text)
}

function escaped(name: string): string {
  return name.replace(/[$.[\]()?]/g, String.raw`\$&`)
}
