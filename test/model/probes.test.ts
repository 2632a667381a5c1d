/**
 * What the model knows of programs, apart from any rule.
 *
 * A probe stands at the end of a line, several are joined by `;`:
 *   `operation: query read many order`  an operation whose call has its name on this line; every one must be marked
 *   `effect: payment write keyed`       the same for other effects: what it does to the other side, and whether a key of
 *                                       idempotency is given (`keyed`), could be (`unkeyed`), or is unknown to the library
 *   `transaction: in | out | parameter` how that operation takes part in one
 *   `runs: A.find, B.find`              units a call on this line runs
 *   `leads to: order.findUnique`        the label of the nearest query a call on this line leads to
 *   `loop: data | constant | ...`       the size of a loop that starts on this line
 *   `entry: route GET /orders/:id`      an entry point whose handler starts on this line
 *   `before: helmet(), auth`            what runs before that handler, in order (`-` for nothing)
 *   `guards: auth, limit`               kinds of guards it has, in order, as far as they are auth, limit or validate
 *   `staff: admin`                      the lowest of those that run the system, where nobody else comes in; `owners`, or `-`
 *   `errors: onError`                   what its errors go to
 *   `flow: query`                       data from outside reaches SQL text that is built on this line
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ts } from 'ts-morph'
import { describe, expect, it } from 'vitest'
import { createModel, type BackendModel } from '../../src/model/model.js'
import type { Call } from '../../src/model/types.js'
import { openWorkspace } from '../../src/workspace/workspace.js'

const PROBES = path.join(import.meta.dirname, 'probes')

async function modelOf(file: string): Promise<{ model: BackendModel; folder: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-probe-'))
  mkdirSync(path.join(folder, 'src'))
  cpSync(file, path.join(folder, 'src', path.basename(file)))
  const packages = [...readFileSync(file, 'utf8').matchAll(/from '([^.'][^']*)'/g)].map((match) => match[1] ?? '')
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'probe', dependencies: Object.fromEntries(packages.map((name) => [name, '*'])) }))
  const model = await createModel(openWorkspace({ cwd: folder }), { userModels: [], tableSizes: new Map(), onPhase: () => undefined })
  return { model, folder }
}

function startLine(node: ts.Node): number {
  const source = node.getSourceFile()
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}

function nameLine(call: Call): number {
  const { node } = call
  return startLine(ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node)
}

/** Facts of each line, as probes write them. */
function factsOf(model: BackendModel): Map<number, Set<string>> {
  const facts = new Map<number, Set<string>>()
  const add = (line: number, fact: string) => facts.set(line, (facts.get(line) ?? new Set()).add(fact))
  for (const unit of model.units)
    for (const call of unit.calls) {
      const line = nameLine(call)
      const operation = model.operationOf(call)
      if (operation) {
        add(line, `operation: ${[operation.kind, ...(operation.kind === 'query' ? [operation.access, operation.arity, operation.table ?? '?'] : [])].join(' ')}`)
        if (operation.kind !== 'query') add(line, `effect: ${[operation.kind, operation.access, ...(operation.takesIdempotency ? [operation.idempotency ? 'keyed' : 'unkeyed'] : [])].join(' ')}`)
        if (operation.kind === 'query') add(line, `transaction: ${model.participation(operation).kind}`)
      }
      const units = model.resolve(call).units
      if (units.length > 0) add(line, `runs: ${units.map((one) => one.name).sort().join(', ')}`)
      const reached = model.reachedFrom(call, 'query')[0]
      if (reached && !operation) add(line, `leads to: ${reached.operation.label}`)
    }
  for (const loop of model.loops) add(startLine(loop.node), `loop: ${loop.size}`)
  for (const entry of model.entryPoints) add(startLine(entry.handler.node), `entry: ${[entry.kind, entry.method, entry.path].filter((part) => part !== undefined).join(' ')}`)
  for (const entry of model.entryPoints) {
    const line = startLine(entry.handler.node)
    add(line, `before: ${entry.middleware.map((one) => one.label).join(', ') || '-'}`)
    add(line, `guards: ${model.guardsOf(entry).guards.flatMap((guard) => (/^(?:auth|limit|validate)$/.test(guard.kind) ? [guard.kind] : [])).join(', ') || '-'}`)
    const { staffOnly, ownersOnly } = model.guardsOf(entry)
    add(line, `staff: ${staffOnly?.rank ?? (ownersOnly === undefined ? '-' : 'owners')}`)
    add(line, `errors: ${entry.errorHandlers.map((one) => one.label).join(', ') || '-'}`)
  }
  for (const built of model.builtSql) add(startLine(built.expression), `flow: ${built.flow?.source.kind ?? 'none'}`)
  return facts
}

describe.each(readdirSync(PROBES).sort())('%s', (name) => {
  it('is understood', async () => {
    const { model, folder } = await modelOf(path.join(PROBES, name))
    try {
      const facts = factsOf(model)
      const lines = readFileSync(path.join(PROBES, name), 'utf8').split('\n')
      const wrong: string[] = []
      let probes = 0
      for (const [index, text] of lines.entries()) {
        const line = index + 1
        const probed = /\/\/ ((?:operation|effect|transaction|runs|leads to|loop|entry|before|guards|staff|errors|flow): .*)$/.exec(text)?.[1]?.split(/\s*;\s*/) ?? []
        const known = facts.get(line) ?? new Set<string>()
        probes += probed.length
        for (const probe of probed) if (!known.has(probe)) wrong.push(`${name}:${line} expected "${probe}", known: ${[...known].join(' | ') || 'nothing'}`)
        for (const fact of known) if (fact.startsWith('operation: query') && !probed.includes(fact)) wrong.push(`${name}:${line} unmarked "${fact}"`)
      }
      expect(probes).toBeGreaterThan(3)
      expect(wrong).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
