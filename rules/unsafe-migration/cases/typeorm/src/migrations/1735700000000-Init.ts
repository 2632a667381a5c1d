import { MigrationInterface, QueryRunner, Table, TableIndex } from 'typeorm'

export class Init1735700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(new Table({ name: 'invoices', columns: [{ name: 'id', type: 'int', isPrimary: true }, { name: 'total', type: 'int' }, { name: 'remark', type: 'text' }] }))
    await queryRunner.createIndex('invoices', new TableIndex({ columnNames: ['total'] }))
    await queryRunner.query(`CREATE TABLE "customers" ("id" SERIAL NOT NULL, "name" character varying NOT NULL)`)
    await queryRunner.query(`CREATE INDEX "IDX_name" ON "customers" ("name")`)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('invoices')
    await queryRunner.query(`DROP TABLE "customers"`)
  }
}
