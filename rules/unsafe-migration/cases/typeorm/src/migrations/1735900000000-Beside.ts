import { MigrationInterface, QueryRunner } from 'typeorm'

export class Beside1735900000000 implements MigrationInterface {
  transaction = false as const

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX CONCURRENTLY "IDX_total_2" ON "invoices" ("total")`)
  }

  public async down(): Promise<void> {}
}
