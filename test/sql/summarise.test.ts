import { beforeAll, describe, expect, it } from 'vitest'
import { loadSqlParser, mentionsSql } from '../../src/sql/parsers.js'
import { HOLE } from '../../src/sql/scan.js'
import { summariseSql } from '../../src/sql/summarise.js'

beforeAll(() => loadSqlParser())

/** Interpolations are written `~` here. */
const read = (text: string, dialect?: Parameters<typeof summariseSql>[1]) => summariseSql(text.replaceAll('~', HOLE), dialect)

describe('what a statement does', () => {
  it.each([
    ['SELECT * FROM orders', 'read', 'orders', 'many'],
    ['select * from public.orders limit 1', 'read', 'orders', 'one'],
    ['SELECT o.id FROM "Orders" o JOIN users u ON u.id = o.user_id', 'read', 'orders', 'many'],
    ['SELECT count(*)::int AS total FROM orders', 'aggregate', 'orders', 'one'],
    ['SELECT status, count(*) FROM orders GROUP BY status', 'read', 'orders', 'many'],
    ['SELECT sum(total) OVER (PARTITION BY user_id) FROM orders', 'read', 'orders', 'many'],
    ['SELECT EXISTS (SELECT 1 FROM orders WHERE id = $1)', 'aggregate', 'orders', 'one'],
    ['SELECT now()', 'read', undefined, 'one'],
    ['WITH recent AS (SELECT * FROM orders) SELECT * FROM recent', 'read', 'orders', 'many'],
    ['WITH gone AS (DELETE FROM carts RETURNING *) SELECT * FROM gone', 'delete', 'carts', 'many'],
    ['SELECT * FROM (SELECT * FROM orders) page', 'read', 'orders', 'many'],
    ['SELECT id FROM orders UNION SELECT id FROM archive', 'read', 'orders', 'many'],
    ['INSERT INTO orders (id) VALUES ($1) RETURNING *', 'write', 'orders', 'one'],
    ['INSERT INTO orders (id) VALUES (?), (?)', 'write', 'orders', 'many'],
    ['INSERT INTO archive SELECT * FROM orders', 'write', 'archive', 'many'],
    ['UPDATE orders SET status = $1 WHERE id = $2', 'write', 'orders', 'many'],
    ['DELETE FROM orders WHERE id = $1', 'delete', 'orders', 'many'],
    ['TRUNCATE TABLE orders', 'delete', 'orders', 'many'],
    ['CREATE TABLE IF NOT EXISTS orders (id int)', 'ddl', 'orders', 'many'],
    ['DROP TABLE shop.orders', 'ddl', 'orders', 'many'],
    ['CREATE INDEX CONCURRENTLY by_user ON orders (user_id)', 'ddl', 'orders', 'many'],
  ] as const)('%s', (text, access, table, arity) => {
    expect(read(text)).toMatchObject({ access, table, arity })
  })

  it('tells transactions from savepoints, and closed ones from open ones', () => {
    expect(read('BEGIN').control).toBe('begin')
    expect(read('start transaction isolation level serializable').control).toBe('begin')
    expect(read('BEGIN IMMEDIATE').control).toBe('begin')
    expect(read('COMMIT;').control).toBe('commit')
    expect(read('ROLLBACK').control).toBe('rollback')
    expect(read('ROLLBACK TO SAVEPOINT before_items').control).toBeUndefined()
    expect(read('BEGIN; UPDATE stock SET n = 1; COMMIT')).toMatchObject({ control: undefined, access: 'write', table: 'stock' })
    expect(read('BEGIN; UPDATE stock SET n = 1')).toMatchObject({ control: 'begin' })
  })

  it('lists all statements and speaks of the one that changes something', () => {
    const summary = read("SET statement_timeout = 0; SELECT 1; DELETE FROM sessions WHERE a = 'x;y'")
    expect(summary.statements.map(({ access }) => access)).toEqual(['ddl', 'read', 'delete'])
    expect(summary).toMatchObject({ access: 'delete', table: 'sessions' })
  })

  it('sees locks', () => {
    expect(read('SELECT * FROM stock WHERE id = $1 FOR UPDATE SKIP LOCKED').locks).toBe(true)
    expect(read('SELECT * FROM stock FOR NO KEY UPDATE').locks).toBe(true)
    expect(read('SELECT pg_advisory_xact_lock($1)').locks).toBe(true)
    expect(read('LOCK TABLE stock').locks).toBe(true)
    expect(read("SELECT * FROM stock WHERE note = 'for update'").locks).toBe(false)
  })

  it('sees upserts', () => {
    expect(read('INSERT INTO a (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = 1').isUpsert).toBe(true)
    expect(read('MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN UPDATE SET n = 1').isUpsert).toBe(true)
    expect(read('INSERT INTO a (id) VALUES (1)').isUpsert).toBe(false)
  })
})

describe('bounds and filters', () => {
  it.each([
    ['SELECT * FROM orders', false, false],
    ['SELECT * FROM orders WHERE 1 = 1', false, false],
    ['SELECT * FROM orders WHERE true', false, false],
    ['SELECT * FROM orders WHERE status = $1', false, true],
    ['SELECT * FROM orders LIMIT 20', true, false],
    ['SELECT * FROM orders LIMIT NULL', false, false],
    ['SELECT * FROM orders FETCH FIRST 5 ROWS ONLY', true, false],
    ["SELECT * FROM orders WHERE note = 'no limit here'", false, true],
    ['SELECT * FROM (SELECT * FROM orders LIMIT 20) page', true, false],
    ['SELECT * FROM (SELECT * FROM orders LIMIT 20) page JOIN items ON true', false, false],
    ['SELECT * FROM generate_series(1, 10)', true, false],
    ['WITH RECURSIVE tree AS (SELECT id FROM nodes UNION ALL SELECT n.id FROM nodes n JOIN tree t ON n.parent = t.id) SELECT * FROM tree', false, false],
    ['UPDATE orders SET status = 1', true, false],
    ['DELETE FROM orders WHERE id IN (SELECT 1)', true, true],
  ])('%s', (text, isBounded, isFiltered) => {
    expect(read(text)).toMatchObject({ isBounded, isFiltered })
  })

  it.each([
    ['SELECT * FROM orders WHERE id = $1', ['id']],
    ['SELECT * FROM orders o WHERE o.id = $1 AND ($2 = o.tenant_id AND o.total > 5)', ['id', 'tenant_id']],
    ["SELECT * FROM orders WHERE id = $1::uuid AND status = 'open'", ['id', 'status']],
    ['SELECT * FROM orders WHERE (id, tenant) = ($1, $2)', ['id', 'tenant']],
    ['SELECT * FROM orders WHERE id = $1 OR owner = $2', []],
    ['SELECT * FROM orders WHERE NOT id = $1', []],
    ['SELECT * FROM orders WHERE id = parent_id', []],
    ['SELECT * FROM orders WHERE id = ANY($1)', []],
    ['SELECT * FROM orders o JOIN users u ON u.id = o.user_id WHERE u.id = $1', []],
    ['DELETE FROM orders WHERE "Id" = ?', ['id']],
    ['WITH one AS (SELECT * FROM orders WHERE id = $1) SELECT * FROM one', ['id']],
    ['WITH one AS (SELECT * FROM orders WHERE id = $1) SELECT * FROM one JOIN items i ON i.order_id = one.id', []],
    ['INSERT INTO orders (id) VALUES (1)', []],
  ])('columns that must equal a value: %s', (text, columns) => {
    expect(read(text).uniqueFilterColumns).toEqual(columns)
  })
})

describe('placeholders', () => {
  it.each([
    'SELECT * FROM orders WHERE id = ?',
    'SELECT * FROM orders WHERE id=?',
    'SELECT * FROM orders WHERE id = $1',
    'SELECT * FROM orders WHERE id = :id',
    'SELECT * FROM orders WHERE id = :id::uuid',
    'SELECT * FROM orders WHERE id = @id',
    'SELECT * FROM orders WHERE id=@id',
    'SELECT * FROM orders WHERE id = $id',
    'SELECT * FROM orders WHERE id = $(id) LIMIT $[limit]',
    'SELECT * FROM orders WHERE id = ${order.id}',
    'SELECT * FROM orders WHERE id = {{id::uuid}}',
    'SELECT * FROM orders WHERE id = {id:UUID}',
    'SELECT * FROM orders WHERE id = ? AND x IN (:...ids)',
    "SELECT * FROM orders WHERE id = ? AND tags ? 'vip' AND meta @> ?",
    'SELECT * FROM orders WHERE id = ? AND at > now() - INTERVAL ? DAY',
  ])('%s', (text) => {
    const { table, uniqueFilterColumns } = read(text)
    expect(table).toBe('orders')
    expect(uniqueFilterColumns).toEqual(['id'])
  })

  it('does not know a table that is a placeholder', () => {
    expect(read('SELECT * FROM ?? WHERE id = ?')).toMatchObject({ table: undefined, uniqueFilterColumns: ['id'] })
    expect(read('SELECT * FROM $1:name WHERE id = $2').table).toBeUndefined()
  })
})

describe('what is put in at run time', () => {
  it.each([
    ['SELECT ~ FROM orders WHERE id = ~', { table: 'orders', uniqueFilterColumns: ['id'] }],
    ['SELECT * FROM ~ WHERE id = ~', { table: undefined, isFiltered: true, access: 'read' }],
    ['SELECT * FROM ~.orders', { table: 'orders', isFiltered: false }],
    ['SELECT * FROM orders_~ WHERE id = 1', { table: undefined, uniqueFilterColumns: ['id'] }],
    ['SELECT * FROM (~) page', { access: 'read', table: undefined }],
    ['SELECT * FROM orders ~', { table: 'orders', isFiltered: true, isBounded: false }],
    ['SELECT * FROM orders ~ ORDER BY id ~', { isFiltered: true, isBounded: true }],
    ['SELECT * FROM orders WHERE status = 1 ORDER BY ~ ~ LIMIT ~ OFFSET ~', { isBounded: true, table: 'orders' }],
    ['SELECT * FROM orders WHERE total ~ 5', { table: 'orders', uniqueFilterColumns: [] }],
    ["SELECT * FROM orders WHERE name LIKE '%~%' AND id = '~'", { uniqueFilterColumns: ['id'] }],
    ['UPDATE orders SET ~ WHERE id = ~', { access: 'write', table: 'orders', uniqueFilterColumns: ['id'] }],
    ['UPDATE orders SET status = ~ ~', { access: 'write', isFiltered: true }],
    ['DELETE FROM orders ~', { access: 'delete', isFiltered: true }],
    ['INSERT INTO orders (a, b) VALUES ~', { access: 'write', table: 'orders', arity: 'unknown' }],
    ['INSERT INTO orders ~ RETURNING *', { access: 'write', table: 'orders', arity: 'unknown' }],
    ['INSERT INTO orders (~, ~) VALUES (~, null)', { table: 'orders', arity: 'one' }],
    ['~', { access: 'unknown', table: undefined }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected)
  })
})

describe('other dialects', () => {
  it.each([
    ['SELECT * FROM `order` WHERE `id` = ? AND name = "Ada" LIMIT 5, 10', { table: 'order', arity: 'many', isBounded: true, uniqueFilterColumns: ['id', 'name'] }],
    ['INSERT INTO orders (id) VALUES (?) ON DUPLICATE KEY UPDATE n = 1', { access: 'write', isUpsert: true, arity: 'one' }],
    ['INSERT IGNORE INTO orders (id) VALUES (1), (2)', { isUpsert: true, arity: 'many' }],
    ['REPLACE INTO orders SET id = 1', { access: 'write', isUpsert: true, table: 'orders' }],
    ['UPDATE orders o JOIN users u ON u.id = o.user_id SET o.n = 1 WHERE o.id = ?', { access: 'write', table: 'orders', isFiltered: true, uniqueFilterColumns: ['id'] }],
    ['DELETE o FROM orders o JOIN users u ON u.id = o.user_id WHERE u.gone = 1', { access: 'delete', isFiltered: true }],
    ['SELECT * FROM stock WHERE id = ? LOCK IN SHARE MODE', { locks: true, table: 'stock' }],
    ['INSERT OR REPLACE INTO orders (id) VALUES (?)', { access: 'write', isUpsert: true }],
    ['SELECT TOP (1) * FROM [dbo].[orders] WITH (UPDLOCK) WHERE [id] = @id', { table: 'orders', arity: 'one', locks: true, uniqueFilterColumns: ['id'] }],
    ['SELECT TOP 50 * FROM orders', { isBounded: true, arity: 'many', isFiltered: false }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected)
  })

  it('reads what no parser accepts by its words', () => {
    expect(read('SELECT quantile(0.5)(price) FROM orders FINAL PREWHERE x SETTINGS a = 1 LIMIT 5')).toMatchObject({ access: 'read', table: 'orders', isBounded: true })
    expect(read('count(*) AS total')).toMatchObject({ access: 'unknown', table: undefined })
    expect(read('SELECT * FROM  WHERE id = 1').table).toBeUndefined()
  })
})

it('remembers texts', () => {
  expect(read('SELECT 42')).toBe(read('SELECT 42'))
})

it('looks for SQL in strings only', () => {
  expect(mentionsSql('db.query(`\n  SELECT * FROM orders`)')).toBe(true)
  expect(mentionsSql("db.query('delete from orders')")).toBe(true)
  expect(mentionsSql('// select the orders with care\nconst select = 1')).toBe(false)
})
