/**
 * Changes that take a lock for a moment, and wait for it without end.
 */
import type { Workspace } from '../../src/workspace/types.js'
import type { Migration } from '../../src/model/migrations/types.js'
import type { Hazard, Lock } from './hazard.js'
import { quickly } from './recipes.js'

/** Whether the workspace sets a timeout for all of its connections, or for the role that migrates. */
export function setsLockTimeout({ files }: Workspace): boolean {
  return files.some((file) => READ.has(file.kind) && file.surface !== 'migration' && file.surface !== 'test' && /\block_?timeout\b/i.test(file.text()))
}

const READ = new Set<string>(['source', 'env', 'yaml', 'sql', 'other'])

/** One finding a migration, at the first statement that would wait. */
export function noLockTimeout(migration: Migration, locks: readonly Lock[], settings: ReadonlyMap<string, string>, isSmall: (table: string) => boolean): { hazard: Hazard; statement: Lock['statement'] } | undefined {
  if (migration.database.dialect !== 'postgres' || settings.has('lock_timeout') || settings.has('statement_timeout')) return undefined
  const first = locks.find((lock) => lock.mode === 'ACCESS EXCLUSIVE' && !isSmall(lock.table))
  if (!first) return undefined
  const { statement, table } = first
  const operation = statement.operations[0]
  if (!operation) return undefined
  return {
    statement,
    hazard: {
      kind: 'no-lock-timeout',
      operation,
      table,
      severity: 'low',
      confidence: 'low',
      isAboutVolume: true,
      message: `This change of ${table} waits without end for its lock, and every query on ${table} waits behind it`,
      why: 'It takes ACCESS EXCLUSIVE for a moment only, but one long query in front of it holds it up, and everything that comes later queues behind it. With a lock_timeout it gives up, and the deployment tries again.',
      title: 'Set lock_timeout before it.',
      recipe: quickly(statement.language === 'sql' ? `${statement.text};` : `-- then ${statement.text.split('\n')[0] ?? ''}`),
    },
  }
}
