import { MigrationInterface, QueryRunner, TableColumn, TableForeignKey, TableIndex } from 'typeorm'

export class Loud1735800000000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX "IDX_total" ON "invoices" ("total")') // expect: unsafe-migration
    await queryRunner.addColumn('invoices', new TableColumn({ name: 'due', type: 'timestamp' })) // expect: unsafe-migration
    await queryRunner.addColumn('invoices', new TableColumn({ name: 'paid', type: 'boolean', default: false }))
    await queryRunner.addColumn('invoices', new TableColumn({ name: 'customerId', type: 'int', isNullable: true }))
    await queryRunner.createForeignKey('invoices', new TableForeignKey({ columnNames: ['customerId'], referencedTableName: 'customers', referencedColumnNames: ['id'] })) // expect: unsafe-migration
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX "IDX_total"')
  }
}
