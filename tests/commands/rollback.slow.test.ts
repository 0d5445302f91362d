import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type GenerateOptions, generate, migrate, type RollbackOptions, rollback, status } from '../../src/index.ts'
import { queryProject } from '../harness/embedded.ts'
import { project } from '../harness/project.ts'

const head = `import { integer, pgEnum, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'\n`

/** A project on an embedded database of its own. */
async function started(schema: string) {
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': head + schema,
  })
  const cwd = made.folder
  const lines: string[] = []
  const onEvent = (event: { type: string; text?: string; message?: string }) => {
    if (event.type === 'line' || event.type === 'warning') lines.push(event.text ?? event.message!)
  }
  const query = (sql: string) => queryProject(cwd, sql)
  return {
    cwd,
    lines,
    query,
    file: (name: string) => join(cwd, 'drizzle', name),
    generate: (options: GenerateOptions = {}) => generate({ cwd, prove: false, ...options }),
    async next(schema: string, options: GenerateOptions = {}) {
      await writeFile(join(cwd, 'schema.ts'), head + schema)
      const { tag } = await generate({ cwd, prove: false, ...options })
      await migrate({ cwd, onEvent })
      return tag!
    },
    migrate: (restore = false, singleTransaction = false) => migrate({ cwd, restore, singleTransaction, onEvent }),
    rollback: (options: RollbackOptions = {}) => rollback({ cwd, onEvent, ...options }),
    [Symbol.asyncDispose]: () => made[Symbol.asyncDispose](),
  }
}

const users = (columns = '') =>
  `export const users = pgTable('users', { id: integer().primaryKey(), name: text(), ${columns} })\n`

test('undoes the newest migration, and is compared with what is declared', async () => {
  await using it = await started(users())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.next(`${users()}export const notes = pgTable('notes', { id: integer() })`, { name: 'b' })
  await expect(it.rollback()).rejects.toMatchObject({
    code: 'ROLLBACK_LOSES',
    exit: 2,
    message: expect.stringContaining('the table "public"."notes" and its rows'),
  })
  const { rolledBack, applied, kept, left, drift } = await it.rollback({ allowLoss: true })
  expect(rolledBack).toMatchObject([{ tag: '0001_b', statements: 1 }])
  expect({ applied, kept, left, drift }).toEqual({ applied: ['0000_a'], kept: [], left: [], drift: [] })
  expect(await it.query(`select to_regclass('notes') as notes`)).toEqual([{ notes: null }])
  expect((await status({ cwd: it.cwd })).migrations).toMatchObject([{ state: 'applied' }, { state: 'pending' }])
  await it.migrate()
  expect(await it.query(`select to_regclass('notes')::text as notes`)).toEqual([{ notes: 'notes' }])
})

test('--steps and --to say how far, and a dry run shows it', async () => {
  await using it = await started(users())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.next(users('age: integer(),'), { name: 'b' })
  await it.next(users('age: integer(), size: integer(),'), { name: 'c' })
  const { script, rolledBack } = await it.rollback({ steps: '2', dryRun: true })
  expect(rolledBack).toEqual([])
  expect(script).toMatch(
    /-- 0002_c\.down\nbegin;\nALTER TABLE .* DROP COLUMN "size";\ndelete from "drizzle"\."__drizzle_migrations" where .*;\ncommit;\n\n-- 0001_b\.down\n/,
  )
  await expect(it.rollback({ steps: '2', to: '0000_a' })).rejects.toMatchObject({ code: 'OPTIONS_CONFLICT' })
  await expect(it.rollback({ steps: 'two' })).rejects.toMatchObject({ code: 'OPTION_INVALID' })
  await expect(it.rollback({ to: 'nowhere' })).rejects.toMatchObject({ code: 'TAG_UNKNOWN' })
  expect(await it.rollback({ to: '0002_c' })).toMatchObject({ rolledBack: [], applied: ['0000_a', '0001_b', '0002_c'] })
  expect(await it.rollback({ to: '0000_a', allowLoss: true })).toMatchObject({
    rolledBack: [{ tag: '0002_c' }, { tag: '0001_b' }],
    applied: ['0000_a'],
  })
})

test('a hand-written way back wins, a missing one is planned, and without snapshots the file to write is named', async () => {
  await using it = await started(users())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.next(users('age: integer(),'), { name: 'b' })
  await rm(it.file('sluice/0001_b.down.sql'))
  await it.rollback({ allowLoss: true })
  expect(it.lines.join('\n')).toContain('0001_b has no down migration: its way back was planned from the snapshots')
  await it.migrate()
  await writeFile(it.file('sluice/0001_b.down.sql'), 'create table witness (); alter table users drop column age')
  await it.rollback({ allowLoss: true })
  expect(await it.query(`select to_regclass('witness')::text as witness`)).toEqual([{ witness: 'witness' }])

  await it.migrate()
  await it.generate({ name: 'c', custom: true })
  await writeFile(it.file('0002_c.sql'), `insert into users (id, name) values (1, 'a')`)
  await it.migrate()
  await expect(it.rollback()).rejects.toMatchObject({
    code: 'ROLLBACK_UNKNOWN',
    hint: expect.stringContaining('drizzle/sluice/0002_c.down.sql'),
  })
  await writeFile(it.file('sluice/0002_c.down.sql'), 'delete from users where id = 1')
  await expect(it.rollback()).rejects.toMatchObject({
    code: 'ROLLBACK_LOSES',
    message: expect.stringContaining('delete from users where id = 1'),
  })
  await it.rollback({ allowLoss: true })
  expect(await it.query('select count(*)::int from users')).toEqual([{ count: 0 }])

  await rm(it.file('meta/0001_snapshot.json'))
  await rm(it.file('sluice/0001_b.down.sql'))
  await expect(it.rollback()).rejects.toMatchObject({
    code: 'ROLLBACK_UNKNOWN',
    message: expect.stringContaining('0001_snapshot.json'),
  })
})

test('a migration that was edited since, and a folder that lacks a newer one, are refused', async () => {
  await using it = await started(users())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.next(users('age: integer(),'), { name: 'b' })
  const text = await readFile(it.file('0001_b.sql'), 'utf8')
  await writeFile(it.file('0001_b.sql'), `${text}\n-- edited`)
  await expect(it.rollback({ allowLoss: true })).rejects.toMatchObject({ code: 'HISTORY_EDITED' })
  await writeFile(it.file('0001_b.sql'), text)
  await it.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`)
  await expect(it.rollback({ allowLoss: true })).rejects.toMatchObject({ code: 'ROLLBACK_MISSING' })
})

test('what was not as declared before is a remark, and what the way back leaves undone is an error', async () => {
  await using it = await started(users())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.next(users('age: integer(),'), { name: 'b' })
  await it.query('alter table users alter column name set not null')
  const first = await it.rollback({ allowLoss: true })
  expect(first).toMatchObject({ left: [], drift: [expect.stringContaining('column public.users.name')] })
  await it.migrate()
  await writeFile(it.file('sluice/0001_b.down.sql'), '-- nothing')
  await expect(it.rollback({ allowLoss: true })).rejects.toMatchObject({
    code: 'ROLLBACK_DIVERGED',
    exit: 1,
    message: expect.stringContaining('column public.users.age is there and should not be'),
    details: { result: { rolledBack: [{ tag: '0001_b' }] } },
  })
})

test('what is lost is kept first, and migrate --restore puts it back', async () => {
  await using it = await started(users())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.query(`insert into users values (1, 'one'), (2, 'two'), (3, 'three')`)
  const next = `
    export const mood = pgEnum('mood', ['ok', 'so "so"'])
    ${users(`mood: mood(), size: integer('its"size'),`)}
    export const parents = pgTable('parents', { id: integer().primaryKey().generatedAlwaysAsIdentity(), of: integer().references(() => children.id) })
    export const children = pgTable('children', { id: integer().primaryKey(), of: integer().references(() => parents.id), mood: mood() })
    export const pairs = pgTable('pairs', { a: integer(), b: text(), n: integer() }, (t) => [primaryKey({ columns: [t.a, t.b] })])
    export const loose = pgTable('loose', { note: text() })`
  await it.next(next, { name: 'b' })
  await it.query(`
    update users set mood = 'so "so"', "its""size" = id * 10 where id < 3;
    insert into parents (id, of) overriding system value values (7, null);
    insert into children values (1, 7, 'ok'); update parents set of = 1;
    insert into pairs values (1, 'x', 5), (1, 'y', 6); insert into loose values ('same'), ('same'), (null)`)
  const { kept } = await it.rollback({ allowLoss: true })
  expect(kept).toHaveLength(5)
  expect(await it.query('select count(*)::int from sluice_trash.users_0001_b')).toEqual([{ count: 3 }])
  const plain = await it.migrate()
  expect(plain.restored).toEqual([])
  expect(it.lines.join('\n')).toContain('sluice migrate --restore')
  expect(await it.query('select count(*)::int from pairs')).toEqual([{ count: 0 }])
  const { restored } = await it.migrate(true)
  expect(restored.toSorted((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
    { what: '"public"."children"', rows: 1, of: 1, left: null },
    { what: '"public"."loose"', rows: 3, of: 3, left: null },
    { what: '"public"."pairs"', rows: 2, of: 2, left: null },
    { what: '"public"."parents"', rows: 1, of: 1, left: null },
    { what: '"public"."users" ("its""size", "mood")', rows: 3, of: 3, left: null },
  ])
  const rows =
    await it.query(`select (select json_agg(u order by id) from users u) as users, (select json_agg(p) from pairs p) as pairs,
    (select json_agg(c) from children c) as children, (select json_agg(l order by note) from loose l) as loose`)
  expect(rows).toEqual([
    {
      users: [
        { id: 1, name: 'one', mood: 'so "so"', 'its"size': 10 },
        { id: 2, name: 'two', mood: 'so "so"', 'its"size': 20 },
        { id: 3, name: 'three', mood: null, 'its"size': null },
      ],
      pairs: [
        { a: 1, b: 'x', n: 5 },
        { a: 1, b: 'y', n: 6 },
      ],
      children: [{ id: 1, of: 7, mood: 'ok' }],
      loose: [{ note: 'same' }, { note: 'same' }, { note: null }],
    },
  ])
  expect(await it.query('insert into parents default values returning id')).toEqual([{ id: 8 }])
  expect(await it.query(`select to_regnamespace('sluice_trash') as trash`)).toEqual([{ trash: null }])
})

test('columns of a table without a key come back to equal rows; what finds no row stays kept', async () => {
  const bags = (columns = '') => `export const bags = pgTable('bags', { what: text(), ${columns} })`
  await using it = await started(bags())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.next(bags('n: integer(),'), { name: 'b' })
  await it.query(`insert into bags values ('x', 1), ('x', 2), ('y', 3)`)
  await it.rollback({ allowLoss: true })
  await it.migrate(true)
  expect(await it.query('select what, n from bags order by what, n')).toEqual([
    { what: 'x', n: 1 },
    { what: 'x', n: 2 },
    { what: 'y', n: 3 },
  ])
  await it.rollback({ allowLoss: true })
  expect((await it.migrate(true, true)).restored).toMatchObject([{ rows: 3, of: 3, left: null }])
  await it.rollback({ allowLoss: true })
  await it.query(`delete from bags where what = 'y'`)
  expect((await it.migrate(true)).restored).toMatchObject([{ rows: 2, of: 3, left: '"sluice_trash"."bags_0001_b"' }])
  expect(await it.query(`select what, n from sluice_trash.bags_0001_b where what = 'y'`)).toEqual([{ what: 'y', n: 3 }])
})

test('a way back in several transactions keeps, and the trash is no part of a state', async () => {
  await using it = await started(users())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.query(`insert into users values (1, 'one')`)
  await it.next(users('age: integer(), size: integer(),'), { name: 'b' })
  await it.query('update users set age = 5, size = 6')
  const down = it.file('sluice/0001_b.down.sql')
  const text = await readFile(down, 'utf8')
  await writeFile(down, text.replace('--> statement-breakpoint', '-- sluice:commit'))
  const { kept, left } = await it.rollback({ allowLoss: true })
  expect({ kept, left }).toEqual({
    kept: ['"sluice_trash"."users_0001_b"', '"sluice_trash"."2_users_0001_b"'],
    left: [],
  })
  expect((await status({ cwd: it.cwd })).unmodelled.filter(({ name }) => name.includes('sluice_trash'))).toEqual([])
  await it.migrate(true)
  expect(await it.query('select age, size from users')).toEqual([{ age: 5, size: 6 }])
})

test('what took the name of something renamed is lost by that name, kept, and put back', async () => {
  await using it = await started(users())
  await it.generate({ name: 'a' })
  await it.migrate()
  await it.query(`insert into users values (1, 'first')`)
  await it.next(users('title: text()').replace('name: text()', 'name: integer()'), {
    rename: ['name=title'],
    name: 'b',
  })
  await it.query('update users set name = 7')
  const refused = it.rollback()
  await expect(refused).rejects.toMatchObject({
    message: expect.stringContaining('the column "public"."users"."name" and its values'),
  })
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('old__') })
  expect((await it.rollback({ allowLoss: true })).kept).toHaveLength(1)
  expect(await it.query('select * from users')).toEqual([{ id: 1, name: 'first' }])
  await it.migrate(true)
  expect(await it.query('select id, title, name from users')).toEqual([{ id: 1, title: 'first', name: 7 }])
})

test('a way back that is planned has the forms of the server, and of the config where that names a version', async () => {
  await using it = await started(users('age: integer().notNull(),'))
  await it.generate({ name: 'a' })
  await it.migrate()
  const tag = await it.next(users('age: integer(),'), { name: 'b' })
  await rm(it.file(`sluice/${tag}.down.sql`))
  const config = (words: string) =>
    writeFile(
      join(it.cwd, 'drizzle.config.ts'),
      `export default { dialect: 'postgresql', schema: './schema.ts', online: true, ${words} }`,
    )
  await config('')
  expect((await it.rollback({ dryRun: true })).script).toContain('NOT NULL "age" NOT VALID')
  await config('postgres: 17')
  expect((await it.rollback({ dryRun: true })).script).toContain('CHECK ("age" IS NOT NULL) NOT VALID')
  await config('')
  expect(await it.rollback()).toMatchObject({ rolledBack: [{ tag }], left: [] })
})
