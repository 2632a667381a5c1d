/**
 * Data from outside on its way to a sink.
 */
import type { ts } from 'ts-morph'
import type { BackendModel } from './model.js'
import type { Flow } from './types.js'

export class Flows {
  constructor(private readonly model: BackendModel) {}

  into(_expression: ts.Expression): readonly Flow[] {
    return this.model.units.length < 0 ? [] : []
  }
}
