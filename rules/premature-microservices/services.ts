/**
 * The services of a workspace: packages that are deployed on their own, what they share, and whom they wait for.
 */
import type { Model, Operation } from '../../src/model/types.js'
import type { Package, Workspace } from '../../src/workspace/types.js'

export interface Service {
  readonly package: Package
  /** For people: the package's name without its scope, or its folder. */
  readonly name: string
  /** Lines of its source that serve. */
  readonly lines: number
}

export interface SharedData {
  /** As the code says it. */
  readonly table: string
  readonly services: readonly Service[]
  readonly first: Operation
}

/** One service that calls another and waits for the answer. */
export interface Wait {
  readonly from: Service
  readonly to: Service
  readonly operation: Operation
}

/** Packages below the root with entry points, and with something that starts or ships them. */
export function servicesOf(model: Model, workspace: Workspace): Service[] {
  const serving = new Set(model.entryPoints.filter(({ file }) => file.surface === 'production').map(({ file }) => file.package))
  const shipped = new Set(workspace.files.filter(({ kind, surface }) => kind === 'dockerfile' && surface !== 'example').map((file) => file.package))
  return workspace.packages
    .filter((one) => one.relative !== '' && serving.has(one) && (shipped.has(one) || one.scripts.has('start') || /(?:^|\/)(?:apps|services|functions|workers)\/[^/]+$/.test(one.relative)))
    .map((one) => ({ package: one, name: nameOf(one), lines: linesOf(one, workspace) }))
    .sort((left, right) => (left.package.relative < right.package.relative ? -1 : 1))
}

function nameOf({ name, relative }: Package): string {
  return (name ?? relative).replace(/^.*\//, '')
}

function linesOf(one: Package, { files }: Workspace): number {
  return files.reduce((sum, file) => (file.package === one && file.kind === 'source' && file.surface === 'production' ? sum + file.text().split('\n').length : sum), 0)
}

/** Tables that the code of several services reads or writes itself. */
export function sharedData(services: readonly Service[], model: Model): SharedData[] {
  const byPackage = new Map(services.map((service) => [service.package, service]))
  const users = new Map<string, { readonly label: string; readonly services: Set<Service>; readonly first: Operation }>()
  for (const operation of model.operations) {
    const service = byPackage.get(operation.unit.file.package)
    if (!service || operation.kind !== 'query' || operation.table === undefined) continue
    const name = operation.declaredTable?.databaseName ?? operation.table
    const known = users.get(name)
    if (known) known.services.add(service)
    else users.set(name, { label: operation.declaredTable?.label ?? operation.table, services: new Set([service]), first: operation })
  }
  return [...users.values()].filter((one) => one.services.size > 1).map(({ label, services: found, first }) => ({ table: label, services: [...found], first }))
}

/** Calls by which one service waits for another: the address, or the setting that holds it, names the other. */
export function waits(services: readonly Service[], model: Model): Wait[] {
  const byPackage = new Map(services.map((service) => [service.package, service]))
  const found = new Map<string, Wait>()
  for (const operation of model.operations) {
    const from = operation.kind === 'http' ? byPackage.get(operation.unit.file.package) : undefined
    if (!from) continue
    const text = operation.node.getText().slice(0, 400)
    for (const to of services) {
      if (to === from || found.has(`${from.name} ${to.name}`) || !addresses(text, to)) continue
      found.set(`${from.name} ${to.name}`, { from, to, operation })
    }
  }
  return [...found.values()]
}

/** `http://orders:3000`, `process.env.ORDERS_SERVICE_URL`, `config.ordersUrl`. */
function addresses(text: string, { name }: Service): boolean {
  const word = name.replace(/[-_]?(?:service|svc|api|app|server)$/i, '').replace(/[-_]/g, '[-_]?')
  if (word === '') return false
  return new RegExp(String.raw`https?://${word}(?:[-_]?(?:service|svc|api))?(?:[:/.]|['"\x60])|(?<![a-z])${word}(?:[-_]?(?:service|svc|api))?[-_]?(?:url|uri|host|base|endpoint|address|origin)`, 'i').test(text)
}

/** The longest way by which one answer waits for several services, one after the other. */
export function longestChain(all: readonly Wait[]): Wait[] {
  const extend = (chain: readonly Wait[]): Wait[] => {
    const last = chain.at(-1)
    const next = all.filter((wait) => wait.from === last?.to && !chain.some((one) => one.from === wait.to))
    return next.map((wait) => extend([...chain, wait])).sort((left, right) => right.length - left.length)[0] ?? [...chain]
  }
  return all.map((wait) => extend([wait])).sort((left, right) => right.length - left.length)[0] ?? []
}
