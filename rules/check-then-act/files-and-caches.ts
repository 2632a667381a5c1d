/**
 * The same race on files and on keys of a cache: asked whether it is there, then written.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../../src/libraries/paths.js'
import { endsFunction } from '../../src/model/control-flow.js'
import type { Call, Model, Operation, Unit } from '../../src/model/types.js'
import { isAbsence } from './decisions.js'
import { isLocked } from './guards.js'

export interface ProbedWrite {
  /** rewrite: a file is read, changed in memory and written back. */
  readonly kind: 'file' | 'rewrite' | 'lock' | 'counter'
  readonly unit: Unit
  readonly probe: Call
  readonly write: Operation
  /** The path or key as the code writes it. */
  readonly name: string
  /** The path is put together from nothing but what the code says; for a rewrite: text is edited, not records. */
  readonly isFixed: boolean
}

/** Flags and options with which a write fails when the file or key is there. */
const EXCLUSIVE = /['"`](?:w|a)x\+?['"`]|\bNX\b|\bnx\b|COPYFILE_EXCL|O_EXCL/
const SETS = /^(?:set|setex|psetex|hset|put|setAsync)$/i
const COUNTS = /\.(?:h|z)?incr(?:by)?\s*\(/i
const WRITES_FILE = /^(?:writeFile|writeFileSync|createWriteStream|copyFile|copyFileSync|rename|renameSync|outputFile|outputFileSync|writeJson|writeJSON|outputJson)$/

export function* probedWrites(model: Model): Generator<ProbedWrite> {
  for (const operation of model.operations) {
    if (EXCLUSIVE.test(operation.call.node.getText())) continue
    if (operation.kind === 'file-write' && WRITES_FILE.test(operation.target?.member ?? operation.call.name)) {
      const found = fileWrite(operation, model)
      if (found) yield found
    } else if (operation.kind === 'cache-write' && SETS.test(operation.call.name)) {
      const found = cacheWrite(operation, model)
      if (found && !isLocked(operation.unit, operation.call.node, undefined, model)) yield found
    }
  }
}

function fileWrite(write: Operation, model: Model): ProbedWrite | undefined {
  const { unit } = write
  // `copyFile(from, to)` writes the second.
  const target = argumentsOf(write.call.node)[/^(?:copy|rename)/.test(write.target?.member ?? write.call.name) ? 1 : 0]
  const paths = new Set(target && !ts.isFunctionLike(target) ? [model.rows.textOf(target)] : [])
  for (const probe of unit.calls) {
    const [path] = argumentsOf(probe.node)
    if (!path || probe.node.pos >= write.call.node.pos || !isNamedProbe(probe.name)) continue
    if (!model.resolve(probe).library?.tags.some((tag) => tag.name === 'probes') || !paths.has(model.rows.textOf(path))) continue
    // Without a wait in between nothing else of the process runs.
    if (write.isSync && !isAwaited(probe.node) && !waitsBetween(probe.node, write.call.node)) continue
    if (decides(probe.node, write.call.node)) return { kind: 'file', unit, probe, write, name: path.getText(), isFixed: !/[⟨~@$]/.test(model.rows.textOf(path)) }
  }
  return rewrite(write, paths, model)
}

/** `const list = JSON.parse(await readFile(path)); list.push(item); await writeFile(path, JSON.stringify(list))`. */
function rewrite(write: Operation, paths: ReadonlySet<string>, model: Model): ProbedWrite | undefined {
  const { unit } = write
  const [, content] = argumentsOf(write.call.node)
  if (!content || !/^write/.test(write.target?.member ?? write.call.name) || unit.kind === 'module') return undefined
  for (const { operation, calls } of model.rows.accessesOf(unit)) {
    if (operation.kind !== 'file-read' || calls.length !== 1 || operation.call.node.pos > write.call.node.pos) continue
    const [path] = argumentsOf(operation.call.node)
    if (!path || !paths.has(model.rows.textOf(path)) || (operation.isSync && write.isSync && !waitsBetween(operation.call.node, write.call.node))) continue
    if (model.rows.valuesIn(content).some((use) => use.operation === operation)) return { kind: 'rewrite', unit, probe: operation.call, write, name: path.getText(), isFixed: !/\bparse\(/.test(unit.node.getText()) }
  }
  return undefined
}

function waitsBetween(first: ts.Node, last: ts.Node): boolean {
  return /\bawait\b/.test(first.getSourceFile().text.slice(first.end, last.pos))
}

/** Cheap, before anything is resolved. */
function isNamedProbe(name: string): boolean {
  return /exist|access|stat/i.test(name)
}

/** The call stands in a condition that lets the write run, or keeps it from running; or its failure does. */
function decides(probe: ts.Node, write: ts.Node): boolean {
  // `try { await access(path); return } catch { await writeFile(path, text) }`
  const attempt = ts.findAncestor(probe, (at) => ts.isFunctionLike(at) || (ts.isTryStatement(at) && at.tryBlock.end >= probe.end))
  if (attempt && ts.isTryStatement(attempt) && attempt.catchClause && attempt.catchClause.pos <= write.pos && write.end <= attempt.catchClause.end) return true
  const named = nameOf(probe)
  if (named) return decidesByName(named, probe, write)
  for (let at = probe; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at
    if (!ts.isIfStatement(parent) || parent.expression !== at) continue
    const isNegated = /^!/.test(parent.expression.getText())
    const inThen = parent.thenStatement.pos <= write.pos && write.end <= parent.thenStatement.end
    const inElse = parent.elseStatement !== undefined && parent.elseStatement.pos <= write.pos && write.end <= parent.elseStatement.end
    if (isNegated) return inThen
    return inElse || (!inThen && endsFunction(parent.thenStatement))
  }
  return false
}

/** `const exists = await fileExists(path)`. */
function nameOf(probe: ts.Node): ts.Identifier | undefined {
  let at = probe
  while (ts.isAwaitExpression(at.parent) || ts.isParenthesizedExpression(at.parent)) at = at.parent
  return ts.isVariableDeclaration(at.parent) && at.parent.initializer === at && ts.isIdentifier(at.parent.name) ? at.parent.name : undefined
}

function decidesByName(name: ts.Identifier, probe: ts.Node, write: ts.Node): boolean {
  const unit = ts.findAncestor(probe, ts.isFunctionLike)
  let found = false
  const visit = (node: ts.Node): void => {
    if (found || (node !== unit && ts.isFunctionLike(node))) return
    if (ts.isIdentifier(node) && node !== name && node.text === name.text && node.pos > probe.end && decides(node.parent && ts.isPrefixUnaryExpression(node.parent) ? node.parent : node, write)) found = true
    else ts.forEachChild(node, visit)
  }
  if (unit) visit(unit)
  return found
}

function cacheWrite(write: Operation, model: Model): ProbedWrite | undefined {
  const { unit } = write
  const [key, ...values] = argumentsOf(write.call.node)
  if (!key || values.length === 0) return undefined
  const name = model.rows.textOf(key)
  if (name.startsWith('~')) return undefined
  const read = model.rows
    .accessesOf(unit)
    .find(({ operation, calls }) => operation.kind === 'cache-read' && calls.length === 1 && operation.call.node.pos < write.call.node.pos && isAwaited(operation.node) && model.rows.textOf(argumentsOf(operation.call.node)[0] ?? key) === name)?.operation
  if (!read || argumentsOf(read.call.node).length === 0) return undefined
  if (isBehindCounter(write, model)) return undefined
  if (values.some((value) => model.rows.valuesIn(value).some((use) => use.operation === read && use.change === 'arithmetic'))) return { kind: 'counter', unit, probe: read.call, write, name: key.getText(), isFixed: false }
  const isMark = values.some((value) => isMarkValue(value)) || /lock|mutex|processing|in_?progress|dedup|idempot|processed|seen|once/i.test(key.getText())
  if (!isMark) return undefined
  for (const test of model.rows.testsIn(unit)) {
    if (!test.uses.some((use) => use.operation === read) || !ts.isIfStatement(test.node) || test.node.pos > write.call.node.pos) continue
    // `if (cached) return JSON.parse(cached)`: a cache, not a lock.
    const answers = test.node.thenStatement
    if (usesValue(answers, read, model)) return undefined
    const isThen = answers.pos <= write.call.node.pos && write.call.node.end <= answers.end
    // `if (state === 'open') await cache.set(key, 'half')`: one value is written over another, and nobody is kept out.
    const isFree = /!==?\s*['"`\d]/.test(test.condition.getText()) || test.uses.some((use) => use.operation === read && isAbsence(test.condition, use.node))
    if (isThen ? isFree : !isFree && endsFunction(answers)) return { kind: 'lock', unit, probe: read.call, write, name: key.getText(), isFixed: false }
  }
  return undefined
}

/** `if (await cache.get(ban)) throw ...; const count = await cache.incr(key); if (count > limit) await cache.set(ban, '1')`: what is counted decides, not the mark. */
function isBehindCounter(write: Operation, model: Model): boolean {
  for (let at: ts.Node = write.call.node; at !== write.unit.node; at = at.parent) {
    if (!ts.isIfStatement(at.parent) || at.parent.thenStatement !== at) continue
    const [first] = ts.isBinaryExpression(at.parent.expression) ? [skipOuter(at.parent.expression.left)] : []
    const counted = first && (ts.isIdentifier(first) ? model.initializerOf(first) : first)
    if (counted && COUNTS.test(counted.getText())) return true
  }
  return false
}

function isAwaited(node: ts.Node): boolean {
  let outer = node.parent
  while (ts.isParenthesizedExpression(outer) || ts.isAsExpression(outer)) outer = outer.parent
  return ts.isAwaitExpression(outer)
}

/** `'1'`, `'locked'`, `true`, `Date.now()`: a value nobody reads for itself. */
function isMarkValue(value: ts.Expression): boolean {
  return ts.isStringLiteralLike(value) ? !/^(?:EX|PX|XX|KEEPTTL)$/i.test(value.text) : value.kind === ts.SyntaxKind.TrueKeyword || /^(?:1|Date\.now\(\)(?:\.toString\(\))?)$/.test(value.getText())
}

function usesValue(node: ts.Node, read: Operation, model: Model): boolean {
  let found = false
  const visit = (at: ts.Node): void => {
    if (found) return
    if (ts.isIdentifier(at) && !(ts.isPropertyAccessExpression(at.parent) && at.parent.name === at) && model.rows.rowOf(at)?.operation === read) found = true
    ts.forEachChild(at, visit)
  }
  visit(node)
  return found
}
