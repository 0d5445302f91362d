import { expect, test } from 'vitest'
import { embedded } from '../harness/embedded.ts'
import { reviewed } from '../harness/review.ts'

const database = embedded()

/** The fixes of a migration by the rule that has them, and what is wrong with each where it is run in place of the migration. */
async function fixesOf(before: string, migration: string) {
  const { findings } = await reviewed(database.connection, { before, migration })
  const fixes: Record<string, string> = {}
  const wrong: string[] = []
  for (const { rule, fix } of findings) {
    fixes[rule] = fix
    await database.empty()
    const again = await reviewed(database.connection, { before, migration: fix })
    for (const one of again.findings)
      if (/^(?:syntax-error|missing-object|does-not-run|concurrently-in-transaction)$/.test(one.rule))
        wrong.push(`${rule}: ${one.message}`)
  }
  await database.empty()
  return { fixes, wrong }
}

const orders = 'CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "amount" integer, "note" text);'

test('what is said at a column is taken out of its definition, and nothing else is', async () => {
  const { fixes, wrong } = await fixesOf(
    orders,
    `ALTER TABLE "orders" ADD COLUMN "token" uuid -- for links
      NOT NULL CHECK ("token" IS NOT NULL) DEFAULT gen_random_uuid() UNIQUE`,
  )
  expect(wrong).toEqual([])
  expect(fixes['add-check-without-not-valid']).toMatch(
    /NOT NULL DEFAULT gen_random_uuid\(\) UNIQUE;\n.*"orders_token_check"/,
  )
  expect(fixes['add-unique-without-index']).toContain('CHECK ("token" IS NOT NULL) DEFAULT gen_random_uuid();')
  expect(fixes['add-column-volatile-default']).toMatch(/CHECK \("token" IS NOT NULL\) UNIQUE;.* SET NOT NULL;/s)
})

test('a constraint over an index keeps what it carries, and when it is checked', async () => {
  const { fixes, wrong } = await fixesOf(
    orders,
    'ALTER TABLE "orders" ADD UNIQUE ("amount") INCLUDE ("note") DEFERRABLE INITIALLY DEFERRED',
  )
  expect(wrong).toEqual([])
  expect(fixes['add-unique-without-index']).toBe(
    `CREATE UNIQUE INDEX CONCURRENTLY "orders_amount_key" ON "public"."orders" ("amount") INCLUDE ("note");
ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_amount_key" UNIQUE USING INDEX "orders_amount_key" DEFERRABLE INITIALLY DEFERRED;`,
  )
})

const events = `CREATE TABLE "users" ("id" bigint PRIMARY KEY);
CREATE TABLE "events" ("at" date, "user" bigint) PARTITION BY RANGE ("at");
CREATE TABLE "events_1" PARTITION OF "events" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE "events_2" PARTITION OF "events" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST ("user");
CREATE TABLE "events_2_1" PARTITION OF "events_2" FOR VALUES IN (1);
CREATE INDEX "events_at" ON "events" ("at");`

test('of a partitioned table, what it takes no CONCURRENTLY and no NOT VALID for', async () => {
  const { fixes, wrong } = await fixesOf(
    events,
    `CREATE INDEX "events_user" ON "events" ("user");
ALTER TABLE "events" ADD FOREIGN KEY ("user") REFERENCES "users" ("id");
ALTER TABLE "events" ADD PRIMARY KEY ("at", "user");
DROP INDEX "events_at";`,
  )
  expect(wrong).toEqual([])
  expect(fixes['create-index-without-concurrently']).toContain(
    'ALTER INDEX "public"."events_2_events_user" ATTACH PARTITION "public"."events_2_1_events_2_events_user";',
  )
  expect(fixes['add-unique-without-index']).toContain('sluice:allow')
})

test('a partition that is written anew counts for its table, and the table alone holds no rows', async () => {
  const rules = async (migration: string) => {
    const { findings } = await reviewed(database.connection, { before: events, migration })
    await database.empty()
    return findings.map(({ rule }) => rule)
  }
  expect(await rules('ALTER TABLE "events" ADD COLUMN "id" uuid DEFAULT gen_random_uuid()')).toEqual([
    'add-column-volatile-default',
  ])
  expect(await rules('CREATE INDEX "events_user" ON ONLY "events" ("user")')).toEqual([])
})

test('in a transaction that the file has begun, a fix ends it where it needs another one', async () => {
  const { findings } = await reviewed(database.connection, {
    before: orders,
    migration: `BEGIN;
SET LOCAL lock_timeout = '2s';
ALTER TABLE "orders" ADD COLUMN "paid" integer;
CREATE INDEX "orders_paid" ON "orders" ("paid");
UPDATE "orders" SET "paid" = 0 WHERE "amount" > 0;
COMMIT;`,
  })
  await database.empty()
  expect(Object.fromEntries(findings.map(({ rule, fix }) => [rule, fix]))).toMatchObject({
    'create-index-without-concurrently':
      'COMMIT;\nCREATE INDEX CONCURRENTLY "orders_paid" ON "orders" ("paid");\nBEGIN;',
    'backfill-with-ddl': 'COMMIT;\nBEGIN;\nUPDATE "orders" SET "paid" = 0 WHERE "amount" > 0;',
  })
})

test('comments in and behind a statement do not get into its fix, or swallow it', async () => {
  const { fixes, wrong } = await fixesOf(
    `${orders} ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;`,
    `CREATE /* quick */ INDEX -- for reports
  "by_amount" ON "orders" ("amount");
DO $$ BEGIN
  CREATE POLICY "add" ON "orders" FOR UPDATE USING ("amount" > 0) -- none below
  ;
END $$;`,
  )
  expect(wrong).toEqual([])
  expect(fixes['update-policy-without-check']).toContain('WITH CHECK ("amount" > 0);')
})

test('views that stand on each other are dropped from the last one on', async () => {
  const { wrong } = await fixesOf(
    `${orders} CREATE VIEW "a" AS SELECT * FROM "orders"; CREATE VIEW "b" AS SELECT * FROM "a";`,
    '-- sluice:allow drop-table nobody orders any more\nDROP TABLE "orders" CASCADE',
  )
  expect(wrong).toEqual([])
})

test('a function that still names a table is dropped with its arguments', async () => {
  const { wrong } = await fixesOf(
    `${orders} CREATE FUNCTION "f"(integer) RETURNS bigint LANGUAGE sql AS 'select id from orders';
CREATE FUNCTION "f"(text) RETURNS integer LANGUAGE sql AS 'select 1';
CREATE PROCEDURE "g"(integer) LANGUAGE sql AS 'delete from orders';`,
    '-- sluice:allow drop-table nobody orders any more\nDROP TABLE "orders"',
  )
  expect(wrong).toEqual([])
})

test('a column that is renamed gets its type, and one of a view is no column to add', async () => {
  const { fixes } = await fixesOf(orders, 'ALTER TABLE "orders" RENAME COLUMN "note" TO "remark"')
  expect(fixes.rename).toContain('ADD COLUMN "remark" text;')
  const view = await fixesOf(
    `${orders} CREATE VIEW "v" AS SELECT * FROM "orders";`,
    'ALTER VIEW "v" RENAME COLUMN "note" TO "remark"',
  )
  expect(view.fixes.rename).toContain('CREATE OR REPLACE VIEW "public"."v"')
})

test('a table that moves to another schema leaves a view under its old name', async () => {
  const { fixes, wrong } = await fixesOf(
    `${orders} CREATE TYPE "mood" AS ENUM (); CREATE SCHEMA "s ""1";`,
    'ALTER TABLE "orders" SET SCHEMA "s ""1"; ALTER TYPE "mood" SET SCHEMA "s ""1"',
  )
  expect(wrong).toEqual([])
  expect(fixes.rename).toBe(`ALTER TABLE "public"."orders" SET SCHEMA "s ""1";
CREATE VIEW "public"."orders" AS SELECT * FROM "s ""1"."orders";`)
})

test('names that are made up for a fix fit into the bytes that Postgres keeps', async () => {
  const [table, column] = ['ä'.repeat(31), 'ö'.repeat(31)]
  const { fixes, wrong } = await fixesOf(
    `CREATE TABLE "${table}" ("${column}" text);`,
    `ALTER TABLE "${table}" ALTER COLUMN "${column}" SET NOT NULL`,
  )
  expect(wrong).toEqual([])
  const names = [...fixes['set-not-null-directly']!.matchAll(/CONSTRAINT "(.+?)"/g)].map(([, name]) => name)
  expect(names).toHaveLength(3)
  expect(new Set(names)).toEqual(new Set([`${'ä'.repeat(14)}_${'ö'.repeat(14)}_set`]))
})
