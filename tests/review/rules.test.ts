import { expect, test } from 'vitest'
import { readSizes } from '../../src/review/sizes.ts'
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

test('a table that is made anew under its name is nobody’s, and what the old one is locked by is still held', async () => {
  const anew = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);\nCREATE INDEX "i" ON "users" ("email");'
  const other = 'CREATE TABLE "other" ("id" bigint PRIMARY KEY, "n" text);'
  expect(await found(`DROP TABLE "users";\n${anew}`)).toEqual(['1 drop-table'])
  await database.empty()
  expect(await found(`ALTER TABLE "users" RENAME TO "old";\n${anew}`)).toEqual(['1 rename'])
  await database.empty()
  expect(await found(`CREATE SCHEMA "s";\nALTER TABLE "users" SET SCHEMA "s";\n${anew}`)).toEqual(['2 rename'])
  await database.empty()
  expect(await found(`DROP TABLE "users";\n${anew}\nCREATE INDEX "j" ON "other" ("n");`, `${users}\n${other}`)).toEqual(
    ['1 drop-table', '4 create-index-without-concurrently', '4 long-work-under-lock'],
  )
  await database.empty()
  const swap =
    'CREATE TABLE "new" ("id" bigint PRIMARY KEY);\nALTER TABLE "users" RENAME TO "old";\nALTER TABLE "new" RENAME TO "users";'
  expect(await found(`${swap}\nCREATE INDEX "j" ON "other" ("n");`, `${users}\n${other}`)).toEqual([
    '2 rename',
    '4 create-index-without-concurrently',
    '4 long-work-under-lock',
  ])
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

test('a role may have its privilege through another role, by default, for a column, or because it is everybody’s', async () => {
  const secured = 'CREATE TABLE "notes" ("id" bigint PRIMARY KEY); ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;'
  const policy = (role: string, command = 'SELECT') =>
    `CREATE POLICY "p" ON "notes" FOR ${command} TO ${role} USING ("id" > 0);`
  const ask = async (before: string, migration = policy('"a"')) => {
    await database.empty()
    return found(migration, `CREATE ROLE "a"; CREATE ROLE "b"; ${before}`)
  }
  expect(await ask(secured)).toEqual(['1 missing-grant'])
  expect(await ask(`${secured} GRANT SELECT ON "notes" TO "b"; GRANT "b" TO "a";`)).toEqual([])
  expect(await ask(`ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO "a"; ${secured}`)).toEqual([])
  expect(await ask(`${secured} GRANT SELECT ("id") ON "notes" TO "a";`)).toEqual([])
  expect(await ask(`${secured} GRANT SELECT ON "notes" TO PUBLIC;`)).toEqual([])
  expect(await ask(`${secured} GRANT SELECT ON "notes" TO "a";`, policy('"a"', 'ALL'))).toEqual([])
  expect(await ask(`${secured} GRANT SELECT ON "notes" TO "a";`, policy('"a"', 'DELETE'))).toEqual(['1 missing-grant'])
  // Nobody is told of everybody, of the owner, or of a role that only stands in for one.
  expect(await ask(secured, policy('PUBLIC'))).toEqual([])
  expect(await ask(secured, policy('CURRENT_USER'))).toEqual([])
  expect(await ask(secured, policy('"elsewhere"'))).toEqual([])
  const apart =
    'CREATE SCHEMA "x"; CREATE TABLE "x"."n" ("id" bigint PRIMARY KEY); ALTER TABLE "x"."n" ENABLE ROW LEVEL SECURITY; GRANT SELECT ON "x"."n" TO "a";'
  await database.empty()
  const { findings } = await reviewed(database.connection, {
    before: `CREATE ROLE "a"; ${apart}`,
    migration: 'CREATE POLICY "p" ON "x"."n" FOR SELECT TO "a" USING ("id" > 0);',
  })
  expect(findings.map(({ fix }) => fix)).toEqual(['GRANT USAGE ON SCHEMA "x" TO "a";'])
})

test('a partial unique index over a new column is empty where its default does not meet the condition', async () => {
  const index = (column: string, where: string) =>
    found(
      `ALTER TABLE "users" ADD COLUMN ${column};\nCREATE UNIQUE INDEX CONCURRENTLY "u" ON "users" ("name") WHERE ${where};`,
    ).finally(() => database.empty())
  const flag = '"main" boolean DEFAULT false NOT NULL'
  expect(await index(flag, '"main"')).toEqual([])
  expect(await index(flag, '"main" = true')).toEqual([])
  expect(await index(flag, `"main" AND "email" <> ''`)).toEqual([])
  expect(await index(flag, 'NOT "main"')).toEqual(['2 unique-over-rows'])
  expect(await index(flag, `"main" OR "email" <> ''`)).toEqual(['2 unique-over-rows'])
  expect(await index('"closed" date', '"closed" IS NULL')).toEqual(['2 unique-over-rows'])
  expect(await index('"closed" date', '"closed" IS NOT NULL')).toEqual([])
  expect(await index(`"state" text DEFAULT 'new'`, `"state" = 'done'`)).toEqual([])
  expect(await index('"n" integer DEFAULT 1 + 1', '"n" = 3')).toEqual(['2 unique-over-rows'])
})

test('without WITH CHECK nothing is inserted, and what USING says holds for an updated row', async () => {
  const { connection } = database
  const as = (sql: string) => connection.script(`set role "app"; ${sql}`).finally(() => connection.script('reset role'))
  await connection.script(`create role "app"; create table "notes" ("id" bigint, "owner" text);
    alter table "notes" enable row level security; grant all on "notes" to "app";
    create policy "s" on "notes" for select using (true); insert into "notes" values (1, 'app'), (2, 'other')`)
  const refused = { message: 'new row violates row-level security policy for table "notes"' }
  await connection.script('create policy "i" on "notes" for insert')
  await expect(as(`insert into "notes" values (3, 'app')`)).rejects.toMatchObject(refused)
  await connection.script('create policy "i2" on "notes" for insert with check (true)')
  await as(`insert into "notes" values (3, 'app')`)
  await connection.script(`create policy "u" on "notes" for update using ("owner" = current_user)`)
  await as('update "notes" set "id" = 4')
  expect(await connection.query('select id::int from "notes" where id = 4')).toHaveLength(2)
  await expect(as(`update "notes" set "owner" = 'other'`)).rejects.toMatchObject(refused)
  await connection.script(`alter policy "u" on "notes" with check (true)`)
  await as(`update "notes" set "owner" = 'other'`)
})

test('COPY FROM STDIN, which nobody feeds, is refused at once', async () => {
  const migration = 'COPY "users" ("id") FROM stdin;\n1\n\\.\n'
  const { findings } = await reviewed(database.connection, { before: users, migration })
  expect(findings[0]).toMatchObject({ rule: 'does-not-run', message: expect.stringContaining('no rows to send') })
})

test('IF EXISTS of what is not there loses nothing', async () => {
  const drops = [
    'DROP TABLE IF EXISTS "no"',
    'ALTER TABLE "users" DROP COLUMN IF EXISTS "no"',
    'DROP SCHEMA IF EXISTS "no"',
  ]
  expect(await found(`${drops.join(';\n')};`)).toEqual([])
})

test('an index that is dropped under a lock that is held already is found, where it was there', async () => {
  const before = `${users} CREATE INDEX "i" ON "users" ("email");`
  const migration = 'ALTER TABLE "users" ADD COLUMN "age" integer;\nDROP INDEX "i";\nDROP INDEX IF EXISTS "none";'
  expect(await found(migration, before)).toEqual(['2 drop-index-without-concurrently'])
})

test('a mark at the beginning of a file moves no column', async () => {
  const { findings } = await reviewed(database.connection, { before: users, migration: '\ufeffTRUNCATE "users";' })
  expect(findings).toMatchObject([{ rule: 'truncate', line: 1, column: 1 }])
})

test('the fix of a CASCADE leaves names alone that have the word in them, and what foreign keys do', async () => {
  const before = `CREATE TABLE "a CASCADE" ("id" bigint PRIMARY KEY, "b" bigint);
    CREATE VIEW "big" AS SELECT "b" FROM "a CASCADE";`
  const drop =
    'ALTER TABLE "a CASCADE" DROP COLUMN "b" CASCADE, ADD COLUMN "c" bigint REFERENCES "a CASCADE" ON DELETE CASCADE'
  const { findings } = await reviewed(database.connection, { before, migration: `${drop};` })
  const [fix] = findings.flatMap((finding) => (finding.rule === 'drop-cascades' ? [finding.fix] : []))
  expect(fix).toBe(`DROP VIEW "public"."big";\n${drop.replace('"b" CASCADE', '"b"')};`)
})

test.each([
  ['"x as y"', ' WITH (security_invoker = true)'],
  ['"v" WITH (security_barrier)', ' WITH (security_invoker = true, security_barrier)'],
  ['"v" WITH (security_invoker = false)', ' WITH (security_invoker = true)'],
])('the fix of the view %s is the view as its invoker sees it', async (head, options) => {
  const before = `${users} ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;`
  const migration = `CREATE VIEW ${head} AS SELECT "id" AS "as" FROM "users";`
  const { findings } = await reviewed(database.connection, { before, migration, postgres: 15 })
  const [fix] = findings.flatMap((finding) => (finding.rule === 'view-bypasses-rls' ? [finding.fix] : []))
  expect(fix).toBe(`CREATE VIEW ${head.replace(/ WITH.*/, '')}${options} AS SELECT "id" AS "as" FROM "users";`)
})

test('a function that CASCADE takes along is named with its arguments, unless the migration drops it itself', async () => {
  const before = `CREATE TYPE "mood" AS ENUM ('ok');
    CREATE FUNCTION "say"("mood") RETURNS text LANGUAGE sql AS $$ SELECT 'a' $$;`
  const cascade = 'DROP TYPE "mood" CASCADE;'
  const fixes = async (migration: string) => {
    await database.empty()
    const { findings } = await reviewed(database.connection, { before, migration })
    return findings.flatMap(({ rule, fix }) => (rule === 'drop-cascades' ? [fix] : []))
  }
  expect(await fixes(cascade)).toEqual(['DROP FUNCTION "public"."say"("public"."mood");\nDROP TYPE "mood";'])
  expect(await fixes(`DROP FUNCTION "say"("mood");\n${cascade}`)).toEqual([])
})

test('what a statement was seen to lose is found, whoever has dropped it', async () => {
  const before = `${users}
    CREATE TYPE "mood" AS ENUM ('glad', 'sad');
    CREATE TABLE "days" ("day" date PRIMARY KEY, "mood" "mood");
    CREATE FUNCTION "clear"() RETURNS void LANGUAGE sql AS 'DROP TABLE users';`
  const migration = `DROP TYPE "mood" CASCADE;
DO $$ BEGIN EXECUTE format('ALTER TABLE %I DROP COLUMN email', 'users'); END $$;
SELECT "clear"();`
  expect(await found(migration, before)).toEqual(['1 drop-column', '2 drop-column', '3 drop-table'])
})

test('names without a schema are looked up along the search path that the file sets', async () => {
  const before = `CREATE SCHEMA "app"; CREATE TABLE "app"."users" ("id" bigint PRIMARY KEY, "email" text);
    CREATE INDEX "users_email" ON "app"."users" ("email");`
  const migration = `SET LOCAL search_path = "app", public;
SET lock_timeout = '3s';
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
CREATE TABLE notes (id bigint PRIMARY KEY, text text);
CREATE INDEX notes_text ON notes (text);
-- sluice:commit
SET search_path TO app;
DROP INDEX users_email;
TRUNCATE users;
RESET search_path;
-- sluice:commit
CREATE TABLE public.users (id bigint PRIMARY KEY);
TRUNCATE users;`
  const { findings } = await reviewed(database.connection, { before, migration })
  expect(findings.map(({ line, rule, message }) => [line, rule, message.includes('"app"."users')])).toEqual([
    [3, 'set-not-null-directly', true],
    [8, 'drop-index-without-concurrently', true],
    [9, 'truncate', true],
  ])
})

test('a temporary table is nobody else’s, under its own schema too', async () => {
  const migration = `CREATE TEMP TABLE "some" AS SELECT * FROM "users";
TRUNCATE pg_temp."some";
DROP TABLE "some";`
  expect(await found(migration)).toEqual([])
})

test('a comment in a DO block silences what the block does', async () => {
  const block = (comment: string) =>
    `DO $do$ BEGIN\n  ${comment}\n  ALTER TABLE "users" DROP COLUMN "email";\nEND $do$;`
  expect(await found(block('-- sluice:allow drop-column nobody reads it'))).toEqual([])
  await database.empty()
  expect(await found(block('/* sluice:allow drop-table */'))).toEqual(['2 unused-allow', '3 drop-column'])
  await database.empty()
  expect(await found(`SELECT $$ -- sluice:allow drop-table of no block $$;`)).toEqual([])
})

test('a finding says how large the table is, where a database was asked', async () => {
  const migration = `SET lock_timeout = '3s';\nALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;`
  const told = async (rows: number) => {
    const { findings } = await reviewed(
      database.connection,
      { before: users, migration },
      new Map([['public.users', rows]]),
    )
    await database.empty()
    return findings[0]?.message
  }
  expect(await told(12_000_000)).toContain('"public"."users" (about 12 million rows)')
  expect(await told(1)).toContain('(about 1 row)')
  await database.connection.script(`${users} INSERT INTO "users" ("id") SELECT generate_series(1, 250)`)
  expect((await readSizes(database.connection)).has('public.users')).toBe(false)
  await database.connection.script('ANALYZE "users"')
  expect((await readSizes(database.connection)).get('public.users')).toBe(250)
})
