import { afterEach, expect, it } from 'vitest'
import { createModel } from '../../src/model/model.js'
import { openWorkspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../support/folder.js'

// In a file of its own: the parser's package looks for its configuration once in a process.
const home = process.cwd()
afterEach(() => process.chdir(home))

it('runs no script of the project when it reads a schema', async () => {
  const script = 'globalThis.projectScriptRan = true\nmodule.exports = {}\n'
  const cwd = folderWith({
    'package.json': '{"name":"shop"}',
    '.prisma-astrc.cjs': script,
    'prisma-ast.config.cjs': script,
    'schema.prisma': 'model Order {\n  id Int @id\n}\n',
  })
  process.chdir(cwd)
  const model = await createModel(openWorkspace({ cwd }), { userModels: [], tableSizes: new Map(), onPhase: () => undefined })
  expect(model.table('order')?.source).toBe('prisma')
  expect('projectScriptRan' in globalThis).toBe(false)
})
