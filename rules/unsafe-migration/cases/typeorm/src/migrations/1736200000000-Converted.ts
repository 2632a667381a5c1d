import { MigrationInterface, QueryRunner } from 'typeorm'

export class Converted1736200000000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await this.convert(queryRunner, 'text')
    // What the type was is not known from here on.
    await queryRunner.query(`ALTER TABLE "customers" ALTER COLUMN "name" TYPE jsonb USING to_jsonb("name")`) // expect: unsafe-migration
  }

  private async convert(queryRunner: QueryRunner, to: string): Promise<void> {
    await queryRunner.query(`ALTER TABLE "customers" ALTER COLUMN "name" TYPE ${to} USING "name"::${to}`) // expect: unsafe-migration
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await this.convert(queryRunner, 'varchar')
  }
}
