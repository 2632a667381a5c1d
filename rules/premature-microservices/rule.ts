import { defineRule } from '../../src/engine/rule.js'
import type { Step } from '../../src/model/types.js'
import { longestChain, servicesOf, sharedData, waits, type Service, type SharedData, type Wait } from './services.js'

export default defineRule({
  id: 'premature-microservices',
  severity: 'low',
  title: 'Many small services that share their data or wait for one another.',
  category: 'anti-pattern',
  topic: 'architecture',
  options: {
    services: { type: 'number', default: 3, description: 'From how many services on the workspace is looked at.' },
    lines: { type: 'number', default: 2000, description: 'Lines of source below which a service is small; the median of all services counts.' },
  },
  check({ model, workspace, options, report }) {
    const services = servicesOf(model, workspace)
    if (services.length < Number(options['services'])) return
    const shared = sharedData(services, model)
    const calls = waits(services, model)
    const chain = longestChain(calls)
    const median = medianOf(services)
    const isSmall = median < Number(options['lines'])
    const isCoupled = shared.length > 0 || calls.length > 0
    // Large services that share a little are a matter of taste, small ones that share nothing may be separate programs.
    if (!isCoupled || (!isSmall && !(shared.length > 0 && chain.length > 1))) return
    const file = workspace.files.find(({ relative }) => relative === 'package.json') ?? shared[0]?.first.unit.file ?? calls[0]?.operation.unit.file
    if (!file) return
    report({
      at: { file, start: 0, end: (file.text().split('\n')[0] ?? '').length },
      message: `${services.length} services of ${median} lines each, by the median (${listed(services.map(sized))}), ${reasons(shared, calls, chain)}`,
      why: 'They cannot be deployed, changed or scaled apart, but every call between them can fail, takes a round trip, and cannot share a transaction. As modules of one application they have the same borders without the network; the one that has a reason of its own (load, team, language) can leave later.',
      trace: [...shared.slice(0, 3).map(sharedStep), ...chain.map(waitStep)],
      fixes: [{ kind: 'recipe', title: 'Bring them together as modules of one application, and let data have one owner.', edits: [], code: recipe(services, shared, chain) }],
      confidence: isSmall && shared.length > 0 && calls.length > 0 ? 'medium' : 'low',
      identity: services.map(({ name }) => name).join(' '),
    })
  },
})

function medianOf(services: readonly Service[]): number {
  const lines = services.map((service) => service.lines).sort((left, right) => left - right)
  return lines[Math.floor(lines.length / 2)] ?? 0
}

function sized({ name, lines }: Service): string {
  return `${name} ${lines}`
}

function reasons(shared: readonly SharedData[], calls: readonly Wait[], chain: readonly Wait[]): string {
  const tables = shared.length === 0 ? [] : [`share ${shared.length === 1 ? 'the table' : `${shared.length} tables:`} ${listed(shared.map(({ table, services }) => `${table} (${services.map(({ name }) => name).join(', ')})`))}`]
  const ways = calls.length === 0 ? [] : [`wait for one another: ${[chain[0]?.from.name ?? '', ...chain.map(({ to }) => to.name)].join(' -> ')}`]
  return [...tables, ...ways].join(', and ')
}

function listed(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ')
}

function sharedStep({ table, first }: SharedData): Step {
  return { file: first.unit.file, node: first.call.node, label: `uses ${table}, as others do: ${first.label}` }
}

function waitStep({ from, to, operation }: Wait): Step {
  return { file: operation.unit.file, node: operation.call.node, label: `${from.name} waits for ${to.name}: ${operation.label}` }
}

function recipe(services: readonly Service[], shared: readonly SharedData[], chain: readonly Wait[]): string {
  return [
    '// one application, one deployment; each service becomes a module with its own folder and public functions',
    ...services.slice(0, 6).map(({ name }) => `import * as ${camel(name)} from './modules/${name}'`),
    '',
    ...shared.slice(0, 3).map(({ table, services: users }) => `// ${table}: owned by one of ${users.map(({ name }) => name).join(', ')}; the others call its functions`),
    ...chain.slice(0, 3).map(({ from, to }) => `// ${from.name} calls ${camel(to.name)} as a function, in the same transaction where that is needed`),
  ].join('\n')
}

function camel(name: string): string {
  return name.replace(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase())
}
