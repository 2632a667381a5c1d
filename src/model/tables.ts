/**
 * Tables of a workspace, from schema files, entity declarations and SQL.
 */
import type { Workspace } from '../workspace/types.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import type { Table } from './types.js'

export class Tables {
  private readonly byName = new Map<string, Table>()

  private constructor(private readonly tables: Table[]) {
    for (const table of tables) this.add(table)
  }

  /** Reads schema files. A file that does not parse becomes a problem of its own. */
  static async read(_workspace: Workspace): Promise<Tables> {
    return new Tables([])
  }

  /** Adds tables that entity classes and table objects declare. */
  readEntities(_program: Program, _resolver: Resolver): void {}

  get all(): readonly Table[] {
    return this.tables
  }

  /** By the name the code uses or the name in the database, any case. */
  find(name: string | undefined): Table | undefined {
    return name === undefined ? undefined : this.byName.get(name.toLowerCase())
  }

  private add(table: Table): void {
    if (!this.byName.has(table.name)) this.byName.set(table.name, table)
    if (!this.byName.has(table.databaseName)) this.byName.set(table.databaseName, table)
  }
}
