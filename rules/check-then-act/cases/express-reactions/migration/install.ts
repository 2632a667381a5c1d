import type { PoolClient } from 'pg'

export default async function install(connection: PoolClient) {
  await connection.query(
    `CREATE TABLE "reaction" (
      "reaction_id" INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      "entity_type" varchar NOT NULL,
      "entity_id" INT NOT NULL,
      "visitor" varchar NOT NULL,
      CONSTRAINT "REACTION_UNIQUE" UNIQUE ("entity_type", "entity_id", "visitor")
    )`,
  )
}
