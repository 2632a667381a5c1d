/**
 * What values out of a request can be: strings only, or objects whose keys were chosen outside.
 */
import { ts } from 'ts-morph'
import { atPath } from '../libraries/paths.js'
import type { CallsByName } from './calls.js'
import type { Source } from './flow-sources.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import type { EntryPoint, Middleware } from './types.js'

/** Settings that hold for the whole program. */
interface Setup {
  /** Middleware that takes operators out of requests is used somewhere. */
  readonly sanitizes: boolean
  /** The database library takes operators out of every filter. */
  readonly sanitizesFilters: boolean
  /** Query strings are read into objects. */
  readonly nestedQuery: boolean
}

export class RequestShape {
  private facts: Setup | undefined

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallsByName,
    private readonly program: Program,
    private readonly entriesAt: (node: ts.Node) => readonly EntryPoint[],
  ) {}

  /** Whether a value out of this part of the request is a string, a list of strings, or nothing. */
  isFlat(source: Source, node: ts.Node): boolean {
    if (source.kind === 'params' || source.kind === 'headers' || source.kind === 'cookies' || source.kind === 'file' || source.kind === 'args' || source.kind === 'form') return true
    if (source.kind === 'message') return source.shape !== 'client'
    if (source.kind === 'body') return this.parsesFormsOnly(node)
    if (!source.shape.startsWith('flat')) return false
    const [, name, major] = /=(.+)@(\d+)$/.exec(source.shape) ?? []
    if (name === undefined) return true
    if (this.setup().nestedQuery) return false
    const range = this.program.fileOf(node.getSourceFile())?.package.dependencies.get(name)
    const version = range && /^[^\d*]*(\d+)/.exec(range)?.[1]
    return version !== undefined && Number(version) >= Number(major)
  }

  /** `app.use(express.urlencoded({ extended: false }))` and no other parser of bodies. */
  private parsesFormsOnly(node: ts.Node): boolean {
    const entries = this.entriesAt(node)
    return (
      entries.length > 0 &&
      entries.every((entry) => {
        const parsers = entry.middleware.flatMap((middleware) => {
          const tag = tagIn(middleware.tags, 'parses')
          return tag ? [{ tag, middleware }] : []
        })
        return (
          parsers.length > 0 &&
          parsers.every(({ tag, middleware }) => {
            const path = /nested=(\S+)/.exec(tag.value)?.[1]
            return path !== undefined && ts.isCallExpression(middleware.node) && atPath(middleware.node, path)[0]?.kind === ts.SyntaxKind.FalseKeyword
          })
        )
      })
    )
  }

  /** Whether operators are taken out of what comes in, before the code at a node runs. */
  isSanitized(node: ts.Node): boolean {
    const isSanitizer = (middleware: Middleware) => tagIn(middleware.tags, 'guard')?.value.startsWith('sanitize') === true
    const entries = this.entriesAt(node)
    if (entries.length > 0 && entries.every((entry) => entry.middleware.some(isSanitizer))) return true
    if (this.setup().sanitizesFilters) return true
    if (!this.setup().sanitizes) return false
    // Registered on an application that is not seen to hold this route: handlers of classes, unknown routers.
    return entries.every((entry) => ts.isDecorator(entry.node) || !entry.middleware.some((middleware) => middleware.scope === 'router' || middleware.scope === 'application'))
  }

  /** Settings of the whole program. */
  private setup(): Setup {
    if (!this.facts) {
      let sanitizesFilters = false
      let nestedQuery = false
      for (const { sourceFile } of this.program.facts) {
        if (/['"]query parser['"]/.test(sourceFile.text)) nestedQuery = true
        if (/['"]sanitizeFilter['"]\s*,\s*true|\bsanitizeFilter\s*:\s*true/.test(sourceFile.text)) sanitizesFilters = true
      }
      const sanitizes = this.calls.matching((name) => /sanitiz/i.test(name)).some((call) => tagIn(this.resolver.resolve(call).library?.tags ?? [], 'guard')?.value.startsWith('sanitize'))
      this.facts = { sanitizes, sanitizesFilters, nestedQuery }
    }
    return this.facts
  }
}
