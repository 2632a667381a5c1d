import { defineRule } from '../../src/engine/rule.js'
import type { EntryPoint, Model } from '../../src/model/types.js'
import type { Package, Workspace } from '../../src/workspace/types.js'

export default defineRule({
  id: 'unversioned-route',
  severity: 'low',
  title: 'An API whose routes carry no version cannot change without breaking its clients.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, workspace, report }) {
    for (const [owner, routes] of routesByPackage(model)) {
      const versioned = routes.filter(isVersioned).length
      const open = routes.filter((route) => !isVersioned(route) && !APART.test(route.path ?? '') && !isPage(route))
      // Where most routes have a version, the others are the server's own: pages, health, sign-in.
      if (open.length < LEAST || versioned > open.length || isVersionedOtherwise(owner, model, workspace)) continue
      const [first] = open as [EntryPoint, ...EntryPoint[]]
      const names = open.slice(0, 2).map(nameOf).join(', ')
      report({
        at: { file: first.file, node: first.node },
        message:
          versioned === 0
            ? `None of the ${open.length} routes of ${titleOf(owner)} carries a version (${names} and ${open.length - 2} more)`
            : `${open.length} routes of ${titleOf(owner)} carry no version (${names} and ${open.length - 2} more), beside ${versioned} that do`,
        why: 'A field that is renamed or a status that changes breaks every client on the day it is deployed. Give the paths a version while there are few clients, so that the next one can live beside it.',
        trace: open.slice(1, 6).map((entry) => ({ file: entry.file, node: entry.node, label: nameOf(entry) })),
        confidence: versioned === 0 ? 'medium' : 'low',
        fixes: [{ kind: 'recipe', title: 'Put the routes under a version.', edits: [], code: recipeFor(first) }],
      })
    }
  },
})

/** Fewer routes are no API that somebody else is a client of. */
const LEAST = 5
const VERSION = /(?:^|[/._-])v\d+(?:[/._-]|$)|\/\d{4}-\d{2}(?:-\d{2})?(?:\/|$)/i
/** What is asked for by machines, browsers and providers in paths that are not the API's own to choose. */
const APART = /(?:^|\/)(?:health\w*|live\w*|ready\w*|ping|status|metrics|version|favicon\.ico|robots\.txt|sitemap\w*|docs?|swagger|openapi[\w.]*|graphql|graphiql|trpc|webhooks?|callback|oauth2?|auth|login|logout|\.well-known|static|assets|public|admin|internal|_\w+|test)(?:\/|$)/i
/** Frameworks that serve pages and their own data beside them: client and server are deployed together. */
const PAGES = /^(?:next|remix|nuxt|sveltekit|astro)$/
const SHOWS = /\.(?:render|redirect|sendFile|viewAsync|view)\(/
/** A version in a header. */
const HEADER = /['"`](?:accept-version|x-api-version|api-version|x-version)['"`]|application\/vnd\.[\w.-]+\.v\d/i

function routesByPackage(model: Model): ReadonlyMap<Package, readonly EntryPoint[]> {
  const found = new Map<Package, EntryPoint[]>()
  for (const entry of model.entryPoints) {
    if (entry.kind !== 'route' || entry.file.surface !== 'production' || PAGES.test(entry.framework) || entry.path === undefined) continue
    // A router that is not seen to be mounted may stand under any path.
    if (entry.application === undefined && !isDecorated(entry)) continue
    const list = found.get(entry.file.package)
    if (list) list.push(entry)
    else found.set(entry.file.package, [entry])
  }
  return found
}

function isDecorated(entry: EntryPoint): boolean {
  return entry.node.getText().startsWith('@')
}

/** It shows something to people, or sends them elsewhere; a path for everything else is no part of an API either. */
function isPage({ handler, method, path }: EntryPoint): boolean {
  return method === 'OPTIONS' || method === 'HEAD' || /\*$/.test(path ?? '') || SHOWS.test(handler.node.getText())
}

function isVersioned(entry: EntryPoint): boolean {
  return VERSION.test(entry.path ?? '')
}

/** By a switch of the framework, or by a header. */
function isVersionedOtherwise(owner: Package, model: Model, workspace: Workspace): boolean {
  if (model.units.some((unit) => unit.file.package === owner && unit.calls.some((call) => call.name === 'enableVersioning' || call.name === 'versioning'))) return true
  return workspace.files.some((file) => file.package === owner && file.kind === 'source' && file.surface === 'production' && HEADER.test(file.text()))
}

function titleOf(owner: Package): string {
  return owner.name ?? (owner.relative === '' ? 'the application' : owner.relative)
}

function nameOf(entry: EntryPoint): string {
  return `${entry.method ?? 'ALL'} ${entry.path ?? ''}`
}

function recipeFor(entry: EntryPoint): string {
  if (isDecorated(entry)) return "app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' })"
  if (entry.framework === 'fastify') return "app.register(routes, { prefix: '/v1' })"
  if (/^hono/.test(entry.framework)) return "app.route('/v1', routes)"
  return "app.use('/v1', routes)"
}
