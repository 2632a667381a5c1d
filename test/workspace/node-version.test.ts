/**
 * The newest Node that a package leaves open.
 */
import { describe, expect, it } from 'vitest'
import { newestNode } from '../../src/workspace/node-version.js'
import type { Package, WorkspaceFile } from '../../src/workspace/types.js'

/** @param files texts by their path below the root */
function newest(node: string | undefined, files: Readonly<Record<string, string>> = {}): number | undefined {
  const file = (path: string) => (path in texts ? ({ text: () => texts[path] } as WorkspaceFile) : undefined)
  const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/shop/${path}`, text]))
  return newestNode({ root: '/shop', file }, { directory: '/shop/api', node } as Package)
}

describe('the newest Node', () => {
  it.each([
    ['>=14 <15', 14],
    ['>= 12 < 15.0.0', 14],
    ['<15.2', 15],
    ['<=14', 14],
    ['12.x', 12],
    ['^14.17.0', 14],
    ['~14.2 || 12', 14],
    ['10 - 12', 12],
    ['v12.22.1', 12],
    ['>=22 <23', 22],
    ['>=14', undefined],
    ['^14 || >=16', undefined],
    ['*', undefined],
    ['', undefined],
  ])('of the range %j', (range, expected) => {
    expect(newest(range)).toBe(expected)
  })

  it('is read from files of the package and of the root', () => {
    expect(newest(undefined)).toBeUndefined()
    expect(newest(undefined, { '.nvmrc': 'v12.22.1\n' })).toBe(12)
    expect(newest('>=10', { 'api/.node-version': '14.2.0\n' })).toBe(14)
    expect(newest(undefined, { '.nvmrc': 'lts/*\n' })).toBeUndefined()
    expect(newest(undefined, { 'api/Dockerfile': 'FROM --platform=linux/amd64 node:12.22-alpine AS build\nRUN npm ci\nFROM nginx:1.25\n' })).toBe(12)
    expect(newest(undefined, { Dockerfile: 'FROM node:lts\n' })).toBeUndefined()
  })

  it('is the newest of those that are named', () => {
    expect(newest('^12', { Dockerfile: 'FROM node:20\n' })).toBe(20)
  })
})
