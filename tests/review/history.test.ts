import { expect, test } from 'vitest'
import { embedded } from '../harness/embedded.ts'
import { reviewedProject } from '../harness/review.ts'

const database = embedded()

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY, "plan" varchar(20) DEFAULT 'free' NOT NULL);`

/** What is said of a migration whose SQL was edited after its snapshot was written. */
async function told(written: string, edited: string) {
  const rules = { 'unused-allow': 'off' } as const
  const findings = await reviewedProject(database.connection, {
    before,
    migration: written,
    files: { 'drizzle/0001_example.sql': edited },
    config: { rules },
  })
  return findings.filter(({ rule }) => rule === 'snapshot-differs').map(({ message }) => message)
}

test('a migration that was edited is held against its snapshot, in what it touched alone', async () => {
  const add = (definition: string) => `ALTER TABLE "users" ADD COLUMN ${definition};`
  expect(await told(add(`"tier" text DEFAULT 'a'`), add(`"tier" text DEFAULT 'A'`))).toEqual([
    expect.stringContaining('column public.users.tier: its default is'),
  ])
  await database.empty()
  expect(await told(add('"code" varchar(20)'), add('"code" varchar(30)'))).toEqual([
    'it does not lead to its snapshot: column public.users.code: its type is "character varying(30)" and should be "character varying(20)"',
  ])
  await database.empty()
  const four = [1, 2, 3, 4].map((n) => `ADD COLUMN "c${n}" text`).join(', ')
  expect(await told(`ALTER TABLE "users" ${four};`, 'SELECT 1;')).toEqual([
    expect.stringMatching(/users\.c1 is missing; .*users\.c2 is missing; .*users\.c3 is missing; and 1 more$/),
  ])
  await database.empty()
  expect(await told('SELECT 1;', add('"besides" text'))).toEqual([
    expect.stringContaining('column public.users.besides is there and should not be'),
  ])
  await database.empty()
  // What Drizzle cannot say lives in SQL alone.
  const own = `CREATE FUNCTION "f"() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
    CREATE TRIGGER "t" BEFORE UPDATE ON "users" FOR EACH ROW EXECUTE FUNCTION "f"();
    CREATE INDEX "users_plan_idx" ON "users" ("plan") INCLUDE ("id");`
  expect(await told('SELECT 1;', own)).toEqual([])
})
