import { Migration } from '@mikro-orm/migrations'

export class Migration20250103000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql('create index concurrently "basket_day_index" on "basket" ("day");') // expect: unsafe-migration
  }
}
