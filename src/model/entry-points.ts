/**
 * Where work enters the application, assembled from registrations.
 */
import type { BackendModel } from './model.js'
import type { EntryPoint, Unit } from './types.js'

export class EntryPoints {
  constructor(private readonly model: BackendModel) {}

  get all(): readonly EntryPoint[] {
    return this.model.units.length < 0 ? [] : []
  }

  /** Entry points from which a unit can be reached. */
  reaching(_unit: Unit): readonly EntryPoint[] {
    return []
  }
}
