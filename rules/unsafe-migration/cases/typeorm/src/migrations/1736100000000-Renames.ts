import { MigrationInterface, QueryRunner, TableColumn } from 'typeorm'

export class Renames1736100000000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.renameColumn('invoices', 'customer_name', 'buyer_name') // expect: unsafe-migration
    await queryRunner.dropColumn('invoices', 'remark')
    await queryRunner.changeColumn('invoices', 'total', new TableColumn({ name: 'total', type: 'bigint', isNullable: true })) // expect: unsafe-migration
    await this.backfill(queryRunner)
  }

  private async backfill(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE customers SET name = trim(name)`) // expect: unsafe-migration
  }

  public async down(): Promise<void> {}
}
