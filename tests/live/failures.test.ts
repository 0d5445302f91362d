import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as drizzleMigrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MigrateOptions, migrate, status } from '../../src/index.ts'
import { migrate as migrateInProgram } from '../../src/migrator.ts'
import { commandLine } from '../harness/cli.ts'
import { live } from '../harness/database.ts'
import { type Files, folderOf } from '../harness/migrations.ts'
import { project } from '../harness/project.ts'

// What drizzle-orm's own migrate() gets wrong, each line measured and numbered; it is run beside ours.

const db = live()
const sluice = commandLine()
let undo: (() => Promise<unknown>)[] = []
beforeEach(() => {
  undo = []
})
afterEach(async () => {
  for (const end of undo.reverse()) await end()
})

/** drizzle-orm's migrate(), on a database of its own. */
async function incumbent() {
  const url = await db.server.createDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'sluice-incumbent-'))
  undo.push(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'meta'))
  const client = async () => {
    const made = new pg.Client(url)
    await made.connect()
    undo.push(() => made.end())
    return made
  }
  const [first, other] = [await client(), await client()]
  const run = (with_ = first) => drizzleMigrate(drizzle(with_), { migrationsFolder: folder })
  const write = async (files: Files) => {
    const { journal, migrations } = folderOf(files)
    await writeFile(join(folder, 'meta', '_journal.json'), journal.text!)
    for (const { tag, sql } of migrations) await writeFile(join(folder, `${tag}.sql`), sql)
  }
  const rows = async (sql: string) => (await first.query(sql)).rows
  return { url, other, write, run, rows }
}

const table = { '0000_a': 'create table a (i int)' }

test('FAILURES 8: a migration older than the newest applied one is applied', async () => {
  const [newest, older] = [
    { sql: 'create table newest ()', when: 3_000 },
    { sql: 'create table older ()', when: 2_000 },
  ]
  const it = await incumbent()
  await it.write({ '0000_newest': newest })
  await it.run()
  await it.write({ '0000_newest': newest, '0001_older': older })
  await it.run()
  expect(await it.rows(`select to_regclass('older') as older`)).toEqual([{ older: null }])

  await db.run({ '0000_newest': newest })
  expect(await db.run({ '0000_newest': newest, '0001_older': older })).toMatchObject({
    applied: [{ tag: '0001_older' }],
    pending: [],
  })
  expect(await db.one(`select to_regclass('older') is not null`)).toBe(true)
  expect(await db.whens()).toEqual([3_000, 2_000])
})

test('FAILURES 11: migrate says why: the server, the password, the statement with its line, and what to do', async () => {
  await using made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'drizzle/0000_a.sql': 'create table a (i int);\ninsert into b values (1)',
    'drizzle/meta/_journal.json': folderOf({ '0000_a': '' }).journal.text!,
  })
  const failing = (options: MigrateOptions) =>
    migrate({ cwd: made.folder, ...options }).catch((error: unknown) => error)
  const to = (change: Partial<URL>) => Object.assign(new URL(db.url), change).href
  expect(await failing({ url: to({ port: '1' }) })).toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    exit: 3,
    message: expect.stringContaining('ECONNREFUSED'),
    hint: expect.stringContaining('pg_isready'),
  })
  expect(await failing({ url: to({ password: 'wrong' }) })).toMatchObject({
    code: 'DATABASE_PASSWORD_WRONG',
    message: expect.stringContaining('password authentication failed'),
  })
  expect(await failing({ url: db.url })).toMatchObject({
    code: 'STATEMENT_FAILED',
    message: expect.stringMatching(/0000_a\.sql:2:13: statement 2 of 2.*relation "b" does not exist/s),
    details: { excerpt: expect.stringContaining('insert into b') },
    hint: expect.stringContaining('sluice migrate'),
  })
})

test('FAILURES 12: a migration folder that is not there is an error, and nothing is made', async () => {
  await using made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
  })
  await expect(migrate({ cwd: made.folder, url: db.url })).rejects.toMatchObject({
    code: 'FOLDER_MISSING',
    exit: 2,
    message: expect.stringContaining(join(made.folder, 'drizzle')),
  })
  const client = new pg.Client(db.url)
  await client.connect()
  undo.push(() => client.end())
  const embedded = migrateInProgram(client, { migrationsFolder: join(made.folder, 'drizzle') })
  await expect(embedded).rejects.toMatchObject({ code: 'FOLDER_MISSING' })
  expect(await db.one(`select to_regnamespace('drizzle')`)).toBeNull()
})

test('FAILURES 15: two at once apply a data migration once', async () => {
  const files = { ...table, '0001_b': 'insert into a select 1 from pg_sleep(0.5)' }
  const it = await incumbent()
  await it.write(table)
  await it.run()
  await it.write(files)
  await Promise.all([it.run(), it.run(it.other)])
  expect(await it.rows('select i from a')).toHaveLength(2)

  await db.run(table)
  const connection = await db.open()
  const both = await Promise.all([db.run(files), db.run(files, { connection })])
  expect(both.flatMap(({ applied }) => applied.map(({ tag }) => tag))).toEqual(['0001_b'])
  expect(await db.connection.query('select i from a')).toHaveLength(1)
})

test('FAILURES 16: each migration has its transaction: the next may use its enum value, and a failure keeps it', async () => {
  const files = {
    '0000_a': `create type mood as enum ('ok'); create table a (m mood)`,
    '0001_b': `alter type mood add value 'happy'`,
    '0002_c': `insert into a values ('happy')`,
    '0003_d': 'insert into nothing values (1)',
  }
  const { '0000_a': first, ...later } = files
  const it = await incumbent()
  await it.write({ '0000_a': first })
  await it.run()
  await it.write({ '0000_a': first, ...later })
  await expect(it.run()).rejects.toMatchObject({ cause: { code: '55P04' } })
  expect(await it.rows('select from drizzle.__drizzle_migrations')).toHaveLength(1)

  expect(await db.run(files)).toMatchObject({ failed: { tag: '0003_d', state: '42P01' }, pending: ['0003_d'] })
  expect(await db.one('select m::text from a')).toBe('happy')
})

test('FAILURES 17: CREATE INDEX CONCURRENTLY is applied, and an INVALID index is built again', async () => {
  const files = { ...table, '0001_b': 'create unique index concurrently a_i on a (i)' }
  const it = await incumbent()
  await it.write(files)
  await expect(it.run()).rejects.toMatchObject({ cause: { code: '25001' } })

  await db.run(table)
  await db.connection.script('insert into a values (1), (1)')
  expect(await db.run(files)).toMatchObject({ failed: { state: '23505' } })
  const valid = () => db.one(`select indisvalid from pg_index where indexrelid = 'a_i'::regclass`)
  expect(await valid()).toBe(false)
  await db.connection.script('truncate a')
  expect(await db.run(files)).toMatchObject({ applied: [{ tag: '0001_b' }], pending: [] })
  expect(await valid()).toBe(true)
})

test('FAILURES 19: a table that an idle transaction holds can be read while migrate waits', async () => {
  const files = { ...table, '0001_b': 'alter table a add column j int' }
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  const it = await incumbent()
  await it.write(table)
  await it.run()
  await it.write(files)
  await it.other.query('begin; select * from a')
  const stuck = it.run()
  await expect.poll(() => it.other.query(waiting).then(({ rows }) => rows)).toHaveLength(1)
  const reader = new pg.Client({ connectionString: it.url, statement_timeout: 1_000 })
  await reader.connect()
  await expect(reader.query('select * from a')).rejects.toMatchObject({ code: '57014' })
  await reader.end()
  await it.other.query('commit')
  await stuck

  await db.run(table)
  const holder = await db.open()
  await holder.script('begin; select * from a')
  const connection = await db.open()
  // Long enough for a second connection to be opened, which tells who holds the table.
  const running = db.run(files, { connection, lockTimeout: 1_500 })
  await expect.poll(() => db.events.some(({ type }) => type === 'retry')).toBe(true)
  await db.connection.script(`set statement_timeout = '1s'; select * from a`)
  await holder.script('commit')
  expect(await running).toMatchObject({ applied: [{ tag: '0001_b' }] })
  const { by } = db.events.find(({ type }) => type === 'retry') as { by?: readonly { pid: number }[] }
  expect(by).toMatchObject([{ pid: holder.pid }])
})

test('FAILURES 32: a status, a dry run, JSON and functions that say what was done', async () => {
  const files = { ...table, '0001_b': 'create table b (i int)' }
  await using made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'drizzle/meta/_journal.json': folderOf(files).journal.text!,
    ...Object.fromEntries(Object.entries(files).map(([tag, sql]) => [`drizzle/${tag}.sql`, sql])),
  })
  const cwd = made.folder
  await migrate({ cwd, url: db.url, to: '0000_a' })
  const states = async () => (await status({ cwd, url: db.url })).migrations.map(({ state }) => state)
  expect(await states()).toEqual(['applied', 'pending'])
  const { script, applied } = await migrate({ cwd, url: db.url, dryRun: true })
  expect({ script, applied }).toEqual({ script: expect.stringContaining('create table b'), applied: [] })
  expect(await db.one(`select to_regclass('b')`)).toBeNull()
  const { json } = await sluice.run(['migrate', '--json', '--url', db.url], { cwd })
  expect(json).toMatchObject({ command: 'migrate', ok: true, applied: [{ tag: '0001_b' }], pending: [] })
  expect(await states()).toEqual(['applied', 'applied'])
})
