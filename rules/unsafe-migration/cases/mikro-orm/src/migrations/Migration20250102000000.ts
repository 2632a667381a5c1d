import { Migration } from '@mikro-orm/migrations'

export class Migration20250102000000 extends Migration {
  override isTransactional(): boolean {
    return false
  }

  override async up(): Promise<void> {
    this.addSql('create index concurrently "basket_coupon_index" on "basket" ("coupon");')
  }
}
