/** Methods of handlers that are given requests of all methods, and ask for them by themselves. */
import { ts } from 'ts-morph'
import { expect, it } from 'vitest'
import { createModel } from '../../src/model/model.js'
import { requestName } from '../../src/model/reach.js'
import { openWorkspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../support/folder.js'

/** The handler of \`pages/api/orders.ts\` by name, and by the name it has at its first call of \`load\`. */
async function namesOf(body: string): Promise<string[]> {
  const cwd = folderWith({
    'package.json': '{ "name": "shop", "dependencies": { "next": "^15" } }',
    'pages/api/orders.ts': `import type { NextApiRequest, NextApiResponse } from 'next'\ndeclare function load(): Promise<number>\nexport default async function handle(req: NextApiRequest, res: NextApiResponse) {\n${body}\n}\n`,
  })
  const model = await createModel(openWorkspace({ cwd }), { userModels: [], tableSizes: new Map(), onPhase: () => undefined })
  return model.entryPoints.map((entry) => `${requestName(entry)}, ${requestName(entry, entry.handler.calls.find(({ node }) => ts.isCallExpression(node) && node.expression.getText() === 'load')?.node)}`)
}

it.each([
  ['if (req.method !== "POST") return res.status(405).end()\nres.json(await load())', 'POST /api/orders, POST /api/orders'],
  ['if (req.method === "GET") { res.json(await load()) } else { res.setHeader("Allow", ["GET"]); res.status(405).end() }', 'GET /api/orders, GET /api/orders'],
  ['if (req.method === "DELETE") { res.json(await load()); return }\nreturn res.status(405).end()', 'DELETE /api/orders, DELETE /api/orders'],
  ['if (req.method === "GET") { res.json([]) } else if (req.method === "PUT") { res.json(await load()) }', 'ALL /api/orders, PUT /api/orders'],
  ['if (req.method === "GET") return res.json([])\nres.json(await load())', 'ALL /api/orders, ALL /api/orders'],
  ['if (req.method !== "POST") console.log(req.method)\nres.json(await load())', 'ALL /api/orders, ALL /api/orders'],
  ['res.json(await load())', 'ALL /api/orders, ALL /api/orders'],
])('%s', async (body, names) => {
  expect(await namesOf(body)).toEqual([names])
})
