import { MigrationInterface, QueryRunner, TableIndex } from 'typeorm'

export class InTransaction1736000000000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX CONCURRENTLY "IDX_total_3" ON "invoices" ("total")`, // expect: unsafe-migration
    )
    await queryRunner.createIndex('customers', new TableIndex({ name: 'IDX_customer', columnNames: ['name'] })) // expect: unsafe-migration
  }

  public async down(): Promise<void> {}
}
