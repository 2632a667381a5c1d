import { beforeAll, expect, it } from 'vitest'
import { loadSqlParser } from '../../src/sql/parsers.js'
import { readSchemaChanges } from '../../src/sql/schema.js'

beforeAll(() => loadSqlParser())

it('reads columns, keys and foreign keys of a new table', () => {
  const [change] = readSchemaChanges(`
    CREATE TABLE shop.order_items (
      id serial PRIMARY KEY,
      order_id int NOT NULL REFERENCES orders ON DELETE CASCADE,
      sku text UNIQUE,
      product_id int,
      UNIQUE (order_id, sku),
      CONSTRAINT product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE SET NULL
    );`)
  expect(change).toMatchObject({
    kind: 'create',
    table: 'order_items',
    columns: [
      { name: 'id', type: 'serial', nullable: false },
      { name: 'order_id', type: 'int4', nullable: false },
      { name: 'sku', type: 'text', nullable: true },
      { name: 'product_id', type: 'int4', nullable: true },
    ],
    keys: [['id'], ['sku'], ['order_id', 'sku']],
    foreignKeys: [
      { columns: ['order_id'], target: 'orders', onDelete: 'cascade' },
      { columns: ['product_id'], target: 'products', onDelete: 'set-null' },
    ],
  })
})

it('reads later changes, in order and with their places', () => {
  const text = `INSERT INTO orders VALUES (1);
ALTER TABLE ONLY orders ADD CONSTRAINT pk PRIMARY KEY (id), ADD COLUMN code text UNIQUE;
CREATE UNIQUE INDEX a ON orders (tenant_id, number);
CREATE UNIQUE INDEX b ON orders (email) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX c ON orders (lower(email));
CREATE INDEX d ON orders (email);
ALTER TABLE orders DROP COLUMN code;
ALTER TABLE orders RENAME TO purchases;
DROP TABLE IF EXISTS carts;`
  const changes = readSchemaChanges(text)
  expect(changes.map((change) => [change.kind, change.table, 'keys' in change ? change.keys : undefined])).toEqual([
    ['add', 'orders', [['id']]],
    ['add', 'orders', [['code']]],
    ['add', 'orders', [['tenant_id', 'number']]],
    ['add', 'orders', []],
    ['drop-column', 'orders', undefined],
    ['rename', 'orders', undefined],
    ['drop', 'carts', undefined],
  ])
  expect(changes.flatMap((change) => ('partialKeys' in change ? change.partialKeys : []))).toEqual([{ columns: ['email'], of: ['deleted_at'], is: ['deleted_at=null'] }])
  expect(changes.map(({ start, end }) => text.slice(start, end))[2]).toBe('CREATE UNIQUE INDEX a ON orders (tenant_id, number)')
})

it('reads MySQL', () => {
  const changes = readSchemaChanges(`
    CREATE TABLE \`items\` (
      \`id\` int(11) unsigned NOT NULL AUTO_INCREMENT,
      \`order_id\` int DEFAULT NULL,
      PRIMARY KEY (\`id\`),
      UNIQUE KEY \`number\` (\`order_id\`, \`id\`),
      KEY \`plain\` (\`order_id\`),
      CONSTRAINT \`fk\` FOREIGN KEY (\`order_id\`) REFERENCES \`orders\` (\`id\`) ON DELETE CASCADE
    ) ENGINE=InnoDB;`)
  expect(changes).toMatchObject([{ kind: 'create', table: 'items', keys: [['id'], ['order_id', 'id']], foreignKeys: [{ columns: ['order_id'], target: 'orders', onDelete: 'cascade' }] }])
})

it('goes on after a statement that no parser accepts', () => {
  expect(readSchemaChanges('CREATE TABLE broken (((; CREATE TABLE fine (id int PRIMARY KEY);').map(({ table }) => table)).toEqual(['fine'])
})
