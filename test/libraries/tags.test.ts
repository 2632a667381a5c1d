import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTags } from '../../src/libraries/tags.js'
import { tagsPage } from '../../src/libraries/tags-page.js'
import { backendLint, project } from '../support/program.js'

describe('the tag vocabulary', () => {
  it('is documented by the committed page', () => {
    expect(readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'library-models.md'), 'utf8')).toBe(tagsPage())
  })

  it('reads several tags of a comment', () => {
    expect(parseTags('/** @query read many  @table 0 -- the first\n * @bound 1.limit */').tags).toEqual([
      { name: 'query', value: 'read many' },
      { name: 'table', value: '0' },
      { name: 'bound', value: '1.limit' },
    ])
  })

  it('says what is wrong with an unknown tag, and with one that does not fit', () => {
    expect(parseTags('/** @querry read */').errors[0]).toContain('unknown tag @querry')
    expect(parseTags('/** @query reads */').errors[0]).toContain('expected "@query')
  })

  it('serves a model of the user', () => {
    const folder = project({
      'package.json': JSON.stringify({ name: 'shop', dependencies: { '@acme/db': '*' } }),
      'backend-lint.config.yaml': 'models: [./acme.d.ts]\n',
      'acme.d.ts': "declare module '@acme/db' {\n  export class Client {\n    /** @query read one  @table 0 */\n    one(table: string, id: string): Promise<any>\n  }\n}\n",
      'src/orders.ts': "import { Client } from '@acme/db'\nconst client = new Client()\nexport const load = (ids: string[]) => Promise.all(ids.map((id) => client.one('orders', id)))\n",
    })
    const { stdout } = backendLint(folder, ['-f', 'compact'])
    expect(stdout).toContain('src/orders.ts:3')
    expect(stdout).toContain('n-plus-one-query')
  })

  it('names the line of a mistake in a model of the user', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-model-'))
    try {
      writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'shop', dependencies: { '@acme/db': '*' } }))
      writeFileSync(path.join(folder, 'backend-lint.config.yaml'), 'models: [./acme.d.ts]\n')
      writeFileSync(path.join(folder, 'acme.d.ts'), "declare module '@acme/db' {\n  /** @querry read one */\n  export function one(id: string): Promise<any>\n}\n")
      writeFileSync(path.join(folder, 'a.ts'), "import { one } from '@acme/db'\nexport const load = () => one('1')\n")
      const { code, stderr } = backendLint(folder, [])
      expect(code).toBe(2)
      expect(stderr).toContain('acme.d.ts:2')
      expect(stderr).toContain('unknown tag @querry')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
