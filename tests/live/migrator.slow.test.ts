import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle as overPg } from 'drizzle-orm/node-postgres'
import { migrate as drizzleOverPg } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as overPglite } from 'drizzle-orm/pglite'
import { migrate as drizzleOverPglite } from 'drizzle-orm/pglite/migrator'
import { drizzle as overPostgresJs } from 'drizzle-orm/postgres-js'
import { migrate as drizzleOverPostgresJs } from 'drizzle-orm/postgres-js/migrator'
import pg from 'pg'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Migrated, type MigratorEvent, migrate } from '../../src/migrator.ts'
import { type Files, folderOf } from '../harness/migrations.ts'
import { type Server, startServer } from '../harness/server.ts'

let server: Server
/** A new PGlite's files: making them takes seconds. */
let emptyPglite: Blob
beforeAll(async () => {
  const made = await PGlite.create()
  emptyPglite = await made.dumpDataDir('none')
  await made.close()
  server = await startServer()
})
afterAll(() => server?.stop())

let folder: string
let undo: (() => Promise<unknown>)[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-migrator-'))
  undo = [() => rm(folder, { recursive: true })]
})
afterEach(async () => {
  for (const end of undo.reverse()) await end()
})

const write = async (files: Files) => {
  const { journal, migrations } = folderOf(files)
  await mkdir(join(folder, 'meta'), { recursive: true })
  await writeFile(join(folder, 'meta', '_journal.json'), journal.text!)
  for (const { tag, sql } of migrations) await writeFile(join(folder, `${tag}.sql`), sql)
}

/** One way to a database: what `migrate` is given, how drizzle-orm's own is called, and rows as plain data. */
interface Way {
  readonly db: unknown
  drizzle(options?: { migrationsSchema?: string }): Promise<unknown>
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>
}

const pool = async (max = 10) => {
  const made = new pg.Pool({ connectionString: await server.createDatabase(), max })
  undo.push(() => made.end())
  return made
}
const ofPg = (db: unknown, client: pg.Pool | pg.Client): Way => ({
  db,
  drizzle: (options) => drizzleOverPg(overPg(client), { migrationsFolder: folder, ...options }),
  rows: async (sql) => (await client.query(sql)).rows,
})
const postgresJs = async (options: postgres.Options<Record<string, never>> = {}) => {
  const made = postgres(await server.createDatabase(), { onnotice: () => {}, ...options })
  undo.push(() => made.end())
  return made
}
const ofPostgresJs = (db: unknown, sql: postgres.Sql): Way => ({
  db,
  drizzle: (options) => drizzleOverPostgresJs(overPostgresJs(sql), { migrationsFolder: folder, ...options }),
  rows: async (text) => sql.unsafe(text),
})

const ways: Readonly<Record<string, () => Promise<Way>>> = {
  'a drizzle db of node-postgres': async () => {
    const client = await pool()
    return ofPg(overPg(client), client)
  },
  'a Pool of pg': async () => {
    const client = await pool()
    return ofPg(client, client)
  },
  'a Pool of pg with one connection': async () => {
    const client = await pool(1)
    return ofPg(client, client)
  },
  'a Client of pg': async () => {
    const client = new pg.Client(await server.createDatabase())
    undo.push(() => client.end())
    await client.connect()
    return ofPg(client, client)
  },
  'a drizzle db of postgres-js': async () => {
    const sql = await postgresJs()
    return ofPostgresJs(overPostgresJs(sql), sql)
  },
  'postgres-js with one connection': async () => {
    const sql = await postgresJs({ max: 1 })
    return ofPostgresJs(sql, sql)
  },
  'a drizzle db of PGlite': async () => {
    const client = await PGlite.create({ loadDataDir: emptyPglite })
    undo.push(() => client.close())
    return {
      db: overPglite(client),
      drizzle: (options) => drizzleOverPglite(overPglite(client), { migrationsFolder: folder, ...options }),
      rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    }
  },
}

const files = {
  '0000_a': 'create table a (i int);\n--> statement-breakpoint\ninsert into a values (1)',
  '0001_b': 'create index concurrently a_i on a (i); insert into a values (2)',
  '0002_c': 'insert into a values (3)',
}
const { '0002_c': _, ...firstTwo } = files
const tags = ({ applied }: Migrated) => applied.map(({ tag }) => tag)

describe.each(Object.entries(ways))('%s', (_name, open) => {
  let way: Way
  beforeEach(async () => {
    way = await open()
    await write(files)
  })
  const run = (more = {}) => migrate(way.db, { migrationsFolder: folder, ...more })

  test('applies what is pending, and then finds nothing', async () => {
    const events: MigratorEvent[] = []
    expect(tags(await run({ onEvent: (event: MigratorEvent) => events.push(event) }))).toEqual(Object.keys(files))
    expect(events.flatMap((event) => (event.type === 'state' ? event.line : []))).toEqual([
      'Migration state: 0 applied, 3 expected, 3 pending',
      'Migration state: 3 applied, 3 expected, 0 pending',
    ])
    expect(await run()).toMatchObject({ applied: [], pending: [] })
    expect(await way.rows('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }])
    expect(await way.rows(`select indisvalid as ok from pg_index where indexrelid = 'a_i'::regclass`)).toEqual([
      { ok: true },
    ])
  })

  test('two at once apply each migration once', async () => {
    const [one, other] = await Promise.all([run(), run()])
    expect([...tags(one), ...tags(other)].sort()).toEqual(Object.keys(files))
    expect(await way.rows('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }])
  })

  test('a failing statement is thrown with its place, and its migration rolled back', async () => {
    await write({ ...files, '0003_d': 'insert into a values (4);\ninsert into b values (1)' })
    await expect(run()).rejects.toMatchObject({
      code: 'STATEMENT_FAILED',
      message: `${join(folder, '0003_d.sql')}:2:13: statement 2 of 2 failed: relation "b" does not exist (42P01)`,
      details: { excerpt: expect.stringContaining('> 2 | insert into b') },
    })
    expect(await way.rows('select max(i) as last from a')).toEqual([{ last: 3 }])
  })

  test('what was applied and then edited is refused', async () => {
    await run()
    await write({ ...files, '0001_b': 'select 1' })
    await expect(run()).rejects.toMatchObject({ code: 'HISTORY_EDITED', exit: 1 })
  })

  test('shares its ledger with drizzle-orm, both ways', async () => {
    const first = { '0000_a': files['0000_a'] }
    await write(first)
    await way.drizzle()
    await write({ ...first, '0001_b': 'insert into a values (2)' })
    expect(tags(await run())).toEqual(['0001_b'])
    await write({ ...first, '0001_b': 'insert into a values (2)', '0002_c': files['0002_c'] })
    await way.drizzle()
    expect(await run()).toMatchObject({ applied: [], pending: [], missing: [] })
    expect(await way.rows('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }])
    expect(await way.rows('select count(*)::int as n from drizzle.__drizzle_migrations')).toEqual([{ n: 3 }])
  })

  test('an aborted signal ends the run before it touches anything', async () => {
    await expect(run({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'INTERRUPTED', exit: 130 })
    expect(await way.rows(`select count(*)::int as n from pg_namespace where nspname = 'drizzle'`)).toEqual([{ n: 0 }])
  })
})

test.each(['a Client of pg', 'postgres-js with one connection', 'a drizzle db of PGlite'])(
  '%s keeps the settings that it came with',
  async (name) => {
    const way = await ways[name]!()
    await write(files)
    await way.rows('create schema tenant')
    await way.rows('set search_path to tenant, public')
    expect(tags(await migrate(way.db, { migrationsFolder: folder, migrationsSchema: 'tenant' }))).toEqual(
      Object.keys(files),
    )
    expect(await way.rows('select count(*)::int as n from tenant.a')).toEqual([{ n: 3 }])
    expect(await way.rows(`select current_setting('search_path') as path`)).toEqual([{ path: 'tenant, public' }])
  },
)

test.each(['a Client of pg', 'a Pool of pg', 'a drizzle db of postgres-js'])(
  'an abort cancels what %s runs',
  async (name) => {
    const way = await ways[name]!()
    await write({ ...firstTwo, '0003_d': 'insert into a values (4); select pg_sleep(60)' })
    const stop = new AbortController()
    const onEvent = (event: MigratorEvent) =>
      event.type === 'statement-start' && event.sql.includes('pg_sleep') && setTimeout(() => stop.abort(), 200)
    await expect(migrate(way.db, { migrationsFolder: folder, signal: stop.signal, onEvent })).rejects.toMatchObject({
      code: 'INTERRUPTED',
    })
    expect(await way.rows('select max(i) as last from a')).toEqual([{ last: 2 }])
  },
  20_000,
)

test('postgres-js may rename its columns', async () => {
  const sql = await postgresJs({ transform: postgres.camel })
  await write(files)
  expect(tags(await migrate(sql, { migrationsFolder: folder }))).toEqual(Object.keys(files))
  expect(await migrate(sql, { migrationsFolder: folder })).toMatchObject({ applied: [], pending: [], missing: [] })
})

test('a pool gets its connection back, and a lost one is not given to the next', async () => {
  const shared = await pool(1)
  await write({ '0000_a': 'select pg_terminate_backend(pg_backend_pid())' })
  await expect(migrate(shared, { migrationsFolder: folder })).rejects.toMatchObject({ code: 'CONNECTION_LOST' })
  await write({ '0000_a': 'create table a ()' })
  expect(tags(await migrate(shared, { migrationsFolder: folder }))).toEqual(['0000_a'])
  expect(shared).toMatchObject({ totalCount: 1, idleCount: 1, waitingCount: 0 })
})

test('postgres-js connects again after its connection was lost', async () => {
  const sql = await postgresJs({ max: 1 })
  await write({ '0000_a': 'select pg_terminate_backend(pg_backend_pid())' })
  await expect(migrate(sql, { migrationsFolder: folder })).rejects.toMatchObject({ code: 'CONNECTION_LOST' })
  await write({ '0000_a': 'create table a ()' })
  await sql`select 1`.catch(() => {}) // postgres-js tells whoever comes first what ended the connection before
  expect(tags(await migrate(sql, { migrationsFolder: folder }))).toEqual(['0000_a'])
})

test('a Client that is not connected is connected', async () => {
  const client = new pg.Client(await server.createDatabase())
  undo.push(() => client.end())
  await write(files)
  expect(tags(await migrate(client, { migrationsFolder: folder }))).toEqual(Object.keys(files))
})

test('a server that is not there is an error of the database', async () => {
  await write(files)
  const nowhere = new pg.Pool({ host: '127.0.0.1', port: 1 })
  await expect(migrate(nowhere, { migrationsFolder: folder })).rejects.toMatchObject({
    code: 'DATABASE_FAILED',
    message: expect.stringContaining('ECONNREFUSED'),
  })
})

test('a program that parses int8 and dates in its own way does not confuse the run', async () => {
  const client = new pg.Client(await server.createDatabase())
  undo.push(() => client.end())
  await client.connect()
  await write(files)
  for (const oid of [20, 1114, 1184, 1700]) client.setTypeParser(oid, () => 0)
  expect(tags(await migrate(client, { migrationsFolder: folder }))).toEqual(Object.keys(files))
  expect(await migrate(client, { migrationsFolder: folder })).toMatchObject({ applied: [] })
})
