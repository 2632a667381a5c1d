/** What callers give for a parameter: each of them, and whether that is all. */
import { ts } from 'ts-morph'
import { describe, expect, it } from 'vitest'
import { ifAllSeen } from '../../src/model/given-by-callers.js'
import { createModel } from '../../src/model/model.js'
import { openWorkspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../support/folder.js'

/** What is given for the parameter that a function hands on to `get(...)`: the texts, and whether all is seen. */
async function given(code: string): Promise<{ texts: (string | undefined)[]; isAll: boolean }> {
  // What does nothing outside is left out of the graph.
  const cwd = folderWith({ 'package.json': '{ "name": "shop", "dependencies": { "axios": "^1" } }', 'src/orders.ts': `import axios from 'axios'\n${code}` })
  const model = await createModel(openWorkspace({ cwd }), { userModels: [], tableSizes: new Map(), onPhase: () => undefined })
  const name = model.units.flatMap(({ calls }) => calls).flatMap(({ node, name: called }) => (called === 'get' && ts.isCallExpression(node) ? node.arguments : []))[0] as ts.Expression
  const found = model.givenFor(name)
  return { texts: found.map(({ value }) => value?.getText()), isAll: ifAllSeen(found) !== undefined }
}

describe('what callers give', () => {
  it('is what stands in each call, or the default of the parameter', async () => {
    const code = `const load = (id: number, url = 'https://orders.example') => axios.get(url)
export const open = () => load(1, 'https://open.example')
export const all = () => load(2)
`
    expect(await given(code)).toEqual({ texts: [`'https://open.example'`, `'https://orders.example'`], isAll: true })
  })

  it('is nothing where a call leaves it out', async () => {
    const code = `const load = (id: number, url?: string) => axios.get(url)
export const open = () => load(1)
`
    expect(await given(code)).toEqual({ texts: [undefined], isAll: true })
  })

  it('is each argument of a rest parameter, and what stands behind `this`', async () => {
    expect(await given(`const load = (...urls: string[]) => axios.get(urls)\nexport const open = () => load('a', 'b')\n`)).toEqual({ texts: [`'a'`, `'b'`], isAll: true })
    expect(await given(`function load(this: void, url: string) { return axios.get(url) }\nexport const open = () => load('a')\n`)).toEqual({ texts: [`'a'`], isAll: true })
  })

  it('is not all where a list is spread in front', async () => {
    const code = `const load = (id: number, url = 'https://orders.example') => axios.get(url)
export const open = (parts: [number, string]) => load(...parts)
`
    expect(await given(code)).toEqual({ texts: [undefined], isAll: false })
  })

  it('is not all where something is handed the function, or nobody calls it', async () => {
    expect(await given(`const load = (url: string) => axios.get(url)\nexport const open = (urls: string[]) => Promise.all(urls.map(load))\n`)).toEqual({ texts: [undefined], isAll: false })
    expect(await given(`export const load = (url: string) => axios.get(url)\n`)).toEqual({ texts: [], isAll: false })
  })
})
