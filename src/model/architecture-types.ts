/**
 * The vocabulary of architecture: what a piece of code is for, what belongs together, and where a part of the system
 * ends.
 */
import type { ts } from 'ts-morph'
import type { Confidence } from '../findings/finding.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { Operation, Unit } from './types.js'

/**
 * What code is for. handler: answers what comes in at an entry point that serves; controller: holds such handlers;
 * guard: runs before or around them (middleware, guards, interceptors, pipes, filters); job: works what nobody waits
 * for; service: what the application does (use cases included); repository: reads and writes tables for others; entity:
 * a table as a class; adapter: talks to another system.
 */
export type LayerName = 'handler' | 'controller' | 'guard' | 'job' | 'service' | 'repository' | 'entity' | 'adapter'

export interface Layer {
  readonly name: LayerName
  /**
   * high: by what it is registered as, declared with, or extends; medium: by what it does; low: by the name of a class,
   * file or folder alone.
   */
  readonly confidence: Confidence
  /** How it is known: `it handles GET /orders`, `it extends Repository`, `its name`. */
  readonly how: string
}

/** A class, or a module with functions of its own. */
export interface Component {
  readonly node: ts.ClassLikeDeclaration | ts.SourceFile
  readonly file: WorkspaceFile
  /** `OrderService`, `orders.service.ts`. */
  readonly name: string
  /** Its methods, or the functions of the module that stand in no class; what stands inside of them is not listed. */
  readonly units: readonly Unit[]
  /** Those that others may call: public methods, exported functions. */
  readonly publicUnits: readonly Unit[]
}

/** A part of the system with code and data of its own. */
export interface Boundary {
  /** For people: `orders`, `OrdersModule`, `@shop/billing`. */
  readonly name: string
  /**
   * package: a package of the workspace; module: a module of the framework; folder: a folder that holds handlers or
   * data access of one subject; file: a file of a layer that holds one subject each (`services/order.service.ts`).
   */
  readonly kind: 'package' | 'module' | 'folder' | 'file'
  /** The same for all files of the boundary. */
  readonly key: string
}

/** A value of the request being answered, or an answer, in code that has other work. */
export interface TransportUse {
  readonly unit: Unit
  /** The parameter, statement or expression. */
  readonly node: ts.Node
  /**
   * request, response: it is handed the request, the response, or a context with both; answer: it sets a status or
   * sends the answer; error: it throws an error that says how the request is answered.
   */
  readonly kind: 'request' | 'response' | 'answer' | 'error'
  /** For people: `req: Request`, `res.status(404)`, `NotFoundException`. */
  readonly text: string
  /** high: by declarations; medium: by the names and members of untyped values. */
  readonly confidence: 'high' | 'medium'
}

/** A way by which a function lets its caller write the query. */
export interface Exposure {
  readonly unit: Unit
  /**
   * criteria: a parameter has a type of the library for filters or options; filter: a parameter that may hold anything
   * becomes the filter of an operation; builder: a query that is not finished is returned.
   */
  readonly kind: 'criteria' | 'filter' | 'builder'
  /** The parameter, or what is returned. */
  readonly node: ts.Node
  /** The type or the name: `Prisma.OrderWhereInput`, `filter`, `SelectQueryBuilder`. */
  readonly text: string
  /** The operation a filter goes to. */
  readonly operation: Operation | undefined
  readonly confidence: 'high' | 'medium'
}

/** What is known of how a workspace is put together. */
export interface Architecture {
  /** Classes and modules of code that serves, in order. */
  readonly components: readonly Component[]
  componentOf(unit: Unit): Component | undefined
  /** Undefined where nothing says what it is for. */
  layerOf(unit: Unit): Layer | undefined
  layerOfComponent(component: Component): Layer | undefined
  /** Queries and other operations that its own units do themselves. */
  operationsIn(component: Component): readonly Operation[]
  /** Components of the project that its units call. */
  collaborators(component: Component): readonly Component[]
  /** What it is given to work with, or imports to: services, clients, repositories, by name. */
  dependenciesOf(component: Component): readonly string[]
  /** Undefined for code that parts share: `common`, `lib`, `database`. */
  boundaryOf(file: WorkspaceFile): Boundary | undefined
  /** Where a unit touches the request or the answer itself, not through what it calls. */
  transportIn(unit: Unit): readonly TransportUse[]
  /** Whether there can be exposures of a component: asked before its layer, which costs more. */
  mayExpose(component: Component): boolean
  /** How a function lets its callers write its queries. */
  exposuresOf(unit: Unit): readonly Exposure[]
}
