/**
 * How a workspace is put together: components, their layers, and the boundaries between them. Everything is read when
 * it is first asked for.
 */
import type { ts } from 'ts-morph'
import type { Workspace, WorkspaceFile } from '../../workspace/types.js'
import type { Architecture, Boundary, Component, Exposure, Layer, TransportUse } from '../architecture-types.js'
import type { Graph } from '../graph.js'
import type { Resolver } from '../resolver.js'
import { isPlainType, type FileFacts } from '../syntax.js'
import type { EntryPoint, Middleware, Operation, Unit } from '../types.js'
import { Boundaries } from './boundaries.js'
import { Components } from './components.js'
import { readDependencies } from './dependencies.js'
import { exposuresOf } from './exposures.js'
import { Layers } from './layers.js'
import { transportIn } from './transport.js'

export interface ArchitectureSources {
  readonly workspace: Workspace
  readonly facts: readonly FileFacts[]
  readonly units: () => readonly Unit[]
  readonly operations: () => readonly Operation[]
  readonly entries: () => readonly EntryPoint[]
  readonly middleware: () => readonly Middleware[]
  readonly graph: () => Graph
  readonly fileOf: (node: ts.Node) => WorkspaceFile | undefined
}

export class ArchitectureIndex implements Architecture {
  private readonly parts: Components
  private readonly layers: Layers
  private readonly boundaries: Boundaries
  private operations: ReadonlyMap<Component, readonly Operation[]> | undefined
  private readonly called = new Map<Component, readonly Component[]>()
  private readonly given = new Map<Component, readonly string[]>()
  private readonly transport = new Map<Unit, readonly TransportUse[]>()
  private readonly factsByPath: ReadonlyMap<string, FileFacts>

  constructor(
    private readonly sources: ArchitectureSources,
    private readonly resolver: Resolver,
  ) {
    this.parts = new Components(() => sources.units().filter((unit) => !resolver.isClient(unit.file)))
    this.boundaries = new Boundaries(sources.facts, resolver, sources.fileOf)
    this.factsByPath = new Map(sources.facts.map((facts) => [facts.file.path, facts]))
    this.layers = new Layers(resolver, {
      entries: sources.entries,
      middleware: sources.middleware,
      componentOf: (unit) => this.componentOf(unit),
      operationsIn: (component) => this.operationsIn(component),
      collaborators: (component) => this.collaborators(component),
    })
  }

  get components(): readonly Component[] {
    return this.parts.all
  }

  componentOf(unit: Unit): Component | undefined {
    return this.parts.of(unit)
  }

  layerOf(unit: Unit): Layer | undefined {
    return this.layers.ofUnit(unit)
  }

  layerOfComponent(component: Component): Layer | undefined {
    return this.layers.ofComponent(component)
  }

  operationsIn(component: Component): readonly Operation[] {
    if (!this.operations) {
      const operations = new Map<Component, Operation[]>()
      for (const operation of this.sources.operations()) {
        const owner = this.parts.of(operation.unit)
        if (!owner) continue
        const list = operations.get(owner)
        if (list) list.push(operation)
        else operations.set(owner, [operation])
      }
      this.operations = operations
    }
    return this.operations.get(component) ?? []
  }

  collaborators(component: Component): readonly Component[] {
    let known = this.called.get(component)
    if (!known) {
      const found = new Set<Component>()
      const units = [...component.units]
      // The array grows while it is walked.
      for (const unit of units) {
        units.push(...unit.children.filter((child) => this.parts.of(child) === component && !component.units.includes(child)))
        for (const { target } of this.sources.graph().edgesOf(unit)) {
          const other = this.parts.of(target)
          if (other && other !== component) found.add(other)
        }
      }
      this.called.set(component, (known = [...found]))
    }
    return known
  }

  dependenciesOf(component: Component): readonly string[] {
    let known = this.given.get(component)
    if (!known) {
      const operations = this.operationsIn(component).filter(({ kind }) => kind !== 'log')
      known = readDependencies(component, this.sources.workspace, (path) => this.factsByPath.get(path), operations)
      this.given.set(component, known)
    }
    return known
  }

  boundaryOf(file: WorkspaceFile): Boundary | undefined {
    return this.boundaries.of(file)
  }

  transportIn(unit: Unit): readonly TransportUse[] {
    let known = this.transport.get(unit)
    if (!known) this.transport.set(unit, (known = transportIn(unit, this.resolver)))
    return known
  }

  mayExpose(component: Component): boolean {
    return component.units.some((unit) => unit.parameters.some(({ type }) => type && !isPlainType(type)) || this.resolver.callsOf(unit).length > 0)
  }

  exposuresOf(unit: Unit): readonly Exposure[] {
    const component = this.componentOf(unit)
    const isInside = (inner: Unit): boolean => inner === unit || (inner.parent !== undefined && isInside(inner.parent))
    const own = component ? this.operationsIn(component).filter((operation) => operation.kind === 'query' && isInside(operation.unit)) : []
    if (own.length === 0 && this.resolver.callsOf(unit).length === 0 && unit.parameters.every(({ type }) => !type || isPlainType(type))) return []
    return exposuresOf(unit, { resolver: this.resolver, operationsIn: () => own, callersOf: (one) => this.sources.graph().callersOf(one) })
  }
}
