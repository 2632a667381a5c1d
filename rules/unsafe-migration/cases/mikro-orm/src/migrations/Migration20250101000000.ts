import { Migration } from '@mikro-orm/migrations'

export class Migration20250101000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql('create table "product" ("id" serial primary key, "name" varchar(255) not null);')
    this.addSql('create index "product_name_index" on "product" ("name");')
    this.addSql('alter table "basket" add column "coupon" varchar(255) not null;') // expect: unsafe-migration
    this.addSql('alter table "basket" add constraint "basket_product_fk" foreign key ("product_id") references "product" ("id");') // expect: unsafe-migration
  }

  override async down(): Promise<void> {
    this.addSql('drop table "product";')
  }
}
