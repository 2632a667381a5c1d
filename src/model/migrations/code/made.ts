/**
 * What readers of schema builders hand out.
 */
import type { ts } from 'ts-morph'
import type { BuilderCall, SchemaOperation } from '../types.js'
import type { Chain, Values } from './values.js'

/** One statement that a call makes. */
export interface Made {
  readonly node: ts.Node
  readonly operations: readonly SchemaOperation[]
  readonly call?: BuilderCall
}

/** Reads a chain of calls; undefined when it is none of this builder. */
export type ReadChain = (chain: Chain, values: Values) => readonly Made[] | undefined
