import { expect, test } from 'vitest'
import { embedded } from '../harness/embedded.ts'
import { reviewed } from '../harness/review.ts'

const database = embedded()

const users = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text, "name" text);'

/** What is found, as `line rule`. */
const found = async (migration: string, before = users) => {
  const { findings } = await reviewed(database.connection, { before, migration })
  return findings.map(({ line, rule }) => `${line} ${rule}`)
}

test('a table that the migration made is nobody’s yet, in its later transactions too', async () => {
  const made = 'CREATE TABLE "new" ("id" bigint PRIMARY KEY, "email" text);\n-- sluice:commit\n'
  expect(await found(`${made}CREATE INDEX "i" ON "new" ("email");\nDROP TABLE "new";`)).toEqual([])
  await database.empty()
  expect(await found(`${made}ALTER TABLE "new" RENAME TO "newer";\nTRUNCATE "newer";`)).toEqual([])
})

test('IF NOT EXISTS makes nothing new of a table that is there', async () => {
  expect(await found('CREATE TABLE IF NOT EXISTS "users" ("id" bigint PRIMARY KEY);\nTRUNCATE "users";')).toEqual([
    '2 truncate',
  ])
})

test('what does nothing is no finding: an index that is not there', async () => {
  expect(await found('DROP INDEX IF EXISTS "nowhere";')).toEqual([])
})

test('a DO block is looked into, and its statements are found where they stand', async () => {
  const block = `DO $$ BEGIN
  ALTER TABLE "users"
    ADD CONSTRAINT "emails" CHECK ("email" <> '');
  EXECUTE 'DROP TABLE "users"';
END $$;`
  expect(await found(block)).toEqual(['2 add-check-without-not-valid', '4 drop-table'])
})

test('names with quotes, dots and more bytes than letters are placed and written right', async () => {
  const before = 'CREATE TABLE "ü.""x" ("id" bigint PRIMARY KEY, "é" text);'
  const { findings } = await reviewed(database.connection, {
    before,
    migration: `/* äöü 😀 */ ALTER TABLE "ü.""x" ALTER COLUMN "é" SET NOT NULL, ADD CONSTRAINT "c" CHECK ("é" <> 'é');`,
  })
  expect(findings.map(({ rule, column, fix }) => [rule, column, fix.split('\n')[0]])).toEqual([
    [
      'set-not-null-directly',
      14,
      'ALTER TABLE "public"."ü.""x" ADD CONSTRAINT "ü.""x_é_set" CHECK ("é" IS NOT NULL) NOT VALID;',
    ],
    [
      'add-check-without-not-valid',
      69,
      `ALTER TABLE "public"."ü.""x" ADD CONSTRAINT "c" CHECK ("é" <> 'é') NOT VALID;`,
    ],
  ])
})

test('the server that it must run on decides what is written instead', async () => {
  const migration = 'ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;'
  const { findings } = await reviewed(database.connection, { before: users, migration, postgres: 18 })
  expect(findings[0]!.fix).toContain('ADD CONSTRAINT "users_email_not_null" NOT NULL "email" NOT VALID')
})

test('a column that comes again under its own name is neither a rename nor missed by a function', async () => {
  const before = `${users} CREATE FUNCTION "f"() RETURNS text LANGUAGE sql AS 'select name from users';`
  const allow = '-- sluice:allow drop-column it is computed from here on\n'
  const generated = `"name" text GENERATED ALWAYS AS ("email") STORED`
  expect(
    await found(
      `${allow}ALTER TABLE "users" DROP COLUMN "name";\nALTER TABLE "users" ADD COLUMN ${generated};`,
      before,
    ),
  ).toEqual(['3 add-stored-generated-column'])
})

test('what cannot be read is a finding, and the rest is still read', async () => {
  expect(await found('\\connect other\n;\nDROP TABLE "users";')).toEqual(['1 syntax-error', '3 drop-table'])
})
