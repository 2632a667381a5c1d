/**
 * `backend-lint explain <rule>` prints the rule's page; `explain <file:line>` says what the analysis knows of a line.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ts } from 'ts-morph'
import { pageOf, rules } from '../../engine/registry.js'
import { run, type Run } from '../../engine/run.js'
import { UsageError } from '../../findings/errors.js'
import { nearest } from '../../findings/nearest.js'
import type { BackendModel } from '../../model/model.js'
import type { Call, Operation, Participation, Unit } from '../../model/types.js'
import type { WorkspaceFile } from '../../workspace/types.js'
import { describeRoute } from './explain-route.js'
import { EXIT, type ExitCode } from '../exit.js'

/**
 * @param subject a rule id, or `file:line` with a 1-based line
 * @throws UsageError when it is neither
 */
export async function runExplain(subject: string, flags: { readonly config?: string }): Promise<ExitCode> {
  const place = /^(.+):(\d+)(?::\d+)?$/.exec(subject)
  if (place) {
    process.stdout.write(`${await explainLine(place[1] ?? '', Number(place[2]), flags)}\n`)
    return EXIT.ok
  }
  const rule = rules.find((one) => one.id === subject)
  if (!rule) {
    const guess = nearest(subject, rules.map((one) => one.id))
    throw new UsageError(`There is no rule "${subject}".${guess ? ` Did you mean "${guess}"?` : ''} For a line, write file:line.`)
  }
  process.stdout.write(`${pageOf(rule.id).trimEnd()}\n`)
  return EXIT.ok
}

async function explainLine(given: string, line: number, flags: { readonly config?: string }): Promise<string> {
  const absolute = path.resolve(given)
  if (!existsSync(absolute)) throw new UsageError(`The file "${given}" does not exist. Write a file of the workspace and a line, as in src/orders.ts:41.`)
  const done = await run({ paths: [absolute], confidence: 'low', ...(flags.config !== undefined && { config: flags.config }) })
  const file = done.workspace.file(absolute.replaceAll('\\', '/'))
  if (!file) throw new UsageError(`"${given}" is ignored or not read. Look at .gitignore and "ignore" in the configuration.`)
  return [`${file.relative}:${line}  (${file.kind}, ${file.surface} code)`, ...findingsAt(done, file, line), ...codeAt(done.model, file, line)].join('\n')
}

function findingsAt({ result }: Run, file: WorkspaceFile, line: number): string[] {
  const here = result.findings.filter((finding) => finding.file === file.relative && finding.line <= line && line <= finding.endLine)
  const hidden = result.suppressed.filter(({ finding }) => finding.file === file.relative && finding.line <= line && line <= finding.endLine)
  return [
    ...here.map((finding) => `finding: ${finding.rule} (${finding.severity}, ${finding.confidence} confidence): ${finding.message}`),
    ...hidden.map(({ finding, reason }) => `suppressed: ${finding.rule} -- ${reason}`),
    ...(here.length + hidden.length === 0 ? ['no finding covers this line'] : []),
  ]
}

function codeAt(model: BackendModel | undefined, file: WorkspaceFile, line: number): string[] {
  if (!model) return []
  if (file.surface !== 'production') return [`rules do not report on ${file.surface} code, secrets excepted`]
  const lines: string[] = []
  const calls = model.units.filter((unit) => unit.file === file).flatMap((unit) => unit.calls.filter((call) => lineOf(call) === line))
  for (const call of calls) lines.push(...describeCall(call, model))
  const loops = model.loops.filter((loop) => loop.file === file && startLine(loop.node) === line)
  for (const loop of loops) lines.push(`loop over ${loop.collectionText || 'its condition'}: ${loop.size}-sized, because ${loop.reason}`)
  // A route is explained where it is registered, where its handler starts, and at its decorators.
  const routes = model.entryPoints.filter((entry) => (entry.file === file && startLine(entry.node) === line) || (entry.handler.file === file && startLine(entry.handler.node) === line))
  for (const entry of routes) lines.push(...describeRoute(entry, model))
  const unit = calls[0]?.unit ?? loops[0]?.unit
  if (unit) lines.push(...describeUnit(unit, model))
  return lines.length > 0 ? lines : ['no call and no loop starts on this line']
}

function describeCall(call: Call, model: BackendModel): string[] {
  const resolution = model.resolve(call)
  const operation = model.operationOf(call)
  const name = call.name || call.node.getText().slice(0, 40)
  const lines: string[] = []
  if (resolution.library) {
    const { package: from, owner, member, tags } = resolution.library
    lines.push(`call ${name}: ${from} ${owner ? `${owner}.` : ''}${member}${tags.length ? `  [${tags.map((tag) => `@${tag.name} ${tag.value}`.trim()).join(', ')}]` : '  (no tags: it does nothing the rules look for)'}`)
  } else if (resolution.units.length > 0) lines.push(`call ${name}: runs ${resolution.units.map((unit) => `${unit.name} (${unit.file.relative}:${startLine(unit.node)})`).join(', ')}`)
  else if (resolution.parameter) lines.push(`call ${name}: runs the function given to ${resolution.parameter.unit.name}`)
  else lines.push(`call ${name}: not resolved; neither project code nor a library model declares it`)
  if (operation) lines.push(`  ${describeOperation(operation, model)}`)
  else {
    const reached = model.reachedFrom(call, 'query').slice(0, 3)
    for (const one of reached) lines.push(`  leads to ${one.trace.map((step) => step.label).join(' -> ')}${one.cached ? ' (behind a cache)' : ''}${one.looped ? ' (in another loop)' : ''}`)
  }
  for (const use of model.callbacksOf(call)) lines.push(`  runs ${use.units.map((unit) => unit.name).join(', ')}: ${use.mode}${use.transaction ? ', in a transaction' : ''}${use.catches ? ', catches its errors' : ''}`)
  return lines
}

function describeOperation(operation: Operation, model: BackendModel): string {
  const parts = [`operation ${operation.kind}`]
  if (operation.kind === 'query') {
    parts.push(operation.access, operation.arity, operation.table ?? 'unknown table', operation.bound ? 'bounded' : 'no bound')
    parts.push(`through ${operation.handle.text} (${participationText(model.participation(operation))})`)
  }
  if (operation.confidence === 'medium') parts.push('known by shape only')
  return parts.join(', ')
}

function participationText(participation: Participation): string {
  switch (participation.kind) {
    case 'in':
      return 'in a transaction'
    case 'out':
      return 'not in a transaction'
    case 'parameter':
      return participation.index < 0 ? 'as options from elsewhere decide' : `as its callers decide, by parameter ${participation.index + 1} of ${participation.unit.name}`
    case 'unknown':
      return 'transaction unknown'
  }
}

function describeUnit(unit: Unit, model: BackendModel): string[] {
  const entries = model.entryPointsOf(unit)
  const lines = [`in ${unit.name}`]
  for (const entry of entries)
    lines.push(`  reached from ${entry.kind} ${entry.method ?? ''} ${entry.path ?? entry.handler.name} (${entry.file.relative}:${startLine(entry.node)})`.replace(/ {2,}(?=\S)/g, (spaces, at: number) => (at === 0 ? spaces : ' ')))
  if (entries.length === 0) lines.push('  reached from no known entry point')
  const around = model.implicitTransaction(unit)
  if (around) lines.push(`  inside an implicit transaction of ${around.package}`)
  return lines
}

function lineOf(call: Call): number {
  const node = call.node
  // A chain is on the line of its last name, not where the chain starts.
  const name = (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node) as ts.Node
  return startLine(name)
}

function startLine(node: ts.Node): number {
  const source = node.getSourceFile()
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}
