/**
 * The application put together: a route with the path and the middleware that the routers around it add.
 */
import type { ts } from 'ts-morph'
import { append } from '../../findings/multimap.js'
import type { EntryPoint, Middleware, OutOfOrder } from '../types.js'
import type { FolderRoutes } from './folder-routes.js'
import { coversPath, joinPath } from './paths.js'
import { comesBefore } from './position.js'
import type { Mount, Registration, Registrations, Route, Use } from './registrations.js'
import { lineOf, type Router, type Routers } from './routers.js'
import type { Resolver } from '../resolver.js'

/** Routers are mounted in one another at most this deep. */
const MOST_MOUNTS = 8

export class Assembly {
  private readonly usesOf = new Map<string, Use[]>()
  private readonly mountsOf = new Map<string, Mount[]>()
  private readonly outOfOrder = new Map<EntryPoint, readonly OutOfOrder[]>()
  /** What plugins without a scope of their own are given to: one may be given to many. */
  private readonly shared = new Map<string, { readonly key: string; readonly mount: Mount }[]>()

  constructor(
    registrations: Registrations,
    private readonly routers: Routers,
    private readonly resolver: Resolver,
    private readonly folders: FolderRoutes,
  ) {
    for (const mount of registrations.mounts) {
      append(this.mountsOf, routers.key(mount.child), mount)
      if (mount.isShared && mount.router) append(this.shared, routers.key(mount.child), { key: routers.key(mount.router), mount })
    }
    const seen = new Map<string, Set<ts.Node>>()
    for (const use of registrations.uses) {
      if (!use.router) continue
      const key = routers.key(use.router)
      // One call in a function that several callers lead to registers the same once for each of them.
      const known = seen.get(`${key} ${use.prefix}`) ?? new Set()
      seen.set(`${key} ${use.prefix}`, known)
      if (use.middleware.every(({ node }) => known.has(node))) continue
      for (const { node } of use.middleware) known.add(node)
      // What a plugin registers counts from where the plugin is registered.
      const mounts = this.shared.get(key)
      if (!mounts) append(this.usesOf, key, use)
      for (const { key: outer, mount } of mounts ?? []) append(this.usesOf, this.scopeOf(outer), { ...use, position: [...mount.position, ...use.position.slice(-1)] })
    }
  }

  /** What is registered around an entry point at a place where it does not count for it. */
  misplacedFor(entry: EntryPoint): readonly OutOfOrder[] {
    return this.outOfOrder.get(entry) ?? []
  }

  /** The entry point a route is, with everything around it. */
  assemble(route: Route): EntryPoint {
    const { ownPath, ...entry } = route.entry
    const middleware: Middleware[] = [...route.own]
    const errorHandlers: Middleware[] = []
    const misplaced: OutOfOrder[] = []
    const mounts: ts.Node[][] = []
    let path = ownPath
    let router = route.router
    let before: Registration = route
    let outermost = router
    for (let depth = 0; router && depth < MOST_MOUNTS; depth++) {
      outermost = router
      const isRoot: boolean = !this.mountOf(router)
      for (const use of this.around(router)) {
        if (!coversPath(use.prefix, path)) continue
        const all = isRoot ? use.middleware.map((one) => (one.scope === 'router' ? { ...one, scope: 'application' as const } : one)) : use.middleware
        if (use.runs === 'error' && (!use.isOrdered || comesBefore(before.position, use.position))) errorHandlers.push(...all)
        else if (use.runs === 'error') misplaced.push(...all.map((one) => ({ middleware: one, kind: 'early' as const })))
        else if (use.isOrdered && !comesBefore(use.position, before.position)) misplaced.push(...all.map((one) => ({ middleware: one, kind: 'late' as const })))
      }
      middleware.unshift(
        ...this.around(router)
          .filter((use) => (use.runs === 'always' || (use.runs === 'before' && comesBefore(use.position, before.position))) && coversPath(use.prefix, path))
          .flatMap((use) => use.middleware.map((one) => (isRoot && one.scope === 'router' ? { ...one, scope: 'application' as const } : one))),
      )
      const own = this.routers.prefixOf(router)
      if (own !== '' && path !== undefined) path = joinPath(own, path)
      const mount = this.mountOf(router)
      if (!mount?.router || mount.router.declaration === router.declaration && mount.router.owner === router.owner) break
      if (path !== undefined || mount.prefix) path = joinPath(mount.prefix, path ?? '')
      mounts.push(this.allMountsOf(router).map(({ call }) => call.node))
      router = mount.router
      before = mount
    }
    const isHttp = entry.kind === 'route'
    const placed = isHttp && outermost && !this.routers.isApplication(outermost) && !this.mountOf(outermost) ? this.folders.pathOf(outermost.declaration.getSourceFile()) : undefined
    if (placed !== undefined) path = joinPath(placed, path ?? '')
    const assembled: EntryPoint = {
      ...entry,
      path: path === undefined ? undefined : isHttp ? joinPath(path) : path,
      middleware,
      errorHandlers,
      group: route.router?.owner ?? route.router?.declaration ?? route.call.node.getSourceFile(),
      application: outermost && this.routers.isApplication(outermost) ? outermost.declaration : undefined,
      mounts,
    }
    if (misplaced.length > 0) this.outOfOrder.set(assembled, misplaced)
    return assembled
  }

  private mountOf(router: Router): Mount | undefined {
    for (const key of this.keysOf(router)) {
      const mounts = this.mountsOf.get(key)
      // The first that has a router itself says most.
      const mount = mounts?.find((one) => one.router && !one.isShared) ?? mounts?.find((one) => one.router)
      if (mount) return mount
    }
    return undefined
  }

  private allMountsOf(router: Router): Mount[] {
    return this.keysOf(router).flatMap((key) => this.mountsOf.get(key) ?? [])
  }

  /** What is registered on a router, in order; for a member of a class also what its base classes register. */
  private around(router: Router): Use[] {
    const uses = [...new Set(this.keysOf(router).map((key) => this.scopeOf(key)))].flatMap((key) => this.usesOf.get(key) ?? [])
    return uses.sort((left, right) => (left === right ? 0 : comesBefore(left.position, right.position) ? (comesBefore(right.position, left.position) ? 0 : -1) : 1))
  }

  private keysOf(router: Router): string[] {
    if (!router.owner) return [this.routers.key(router)]
    return lineOf(router.owner, this.resolver).map((owner) => this.routers.key({ declaration: router.declaration, owner }))
  }

  /** A plugin without a scope of its own registers on what it is given to. */
  private scopeOf(key: string): string {
    let at = key
    for (let hops = 0; hops < MOST_MOUNTS; hops++) {
      const next = this.shared.get(at)?.at(-1)?.key
      if (next === undefined || next === at) break
      at = next
    }
    return at
  }
}
