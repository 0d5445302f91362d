import { expect, test } from 'vitest'
import { type RollbackOptions, rollback } from '../../src/migrate/rollback.ts'
import { squashedLine } from '../../src/migrate/squashed.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { readTrash } from '../../src/postgres/trash/trash.ts'
import { keep } from '../../src/postgres/trash/trash-keep.ts'
import { restore } from '../../src/postgres/trash/trash-restore.ts'
import { live } from '../harness/database.ts'
import { downsOf, type Files, folderOf } from '../harness/migrations.ts'

const db = live()

const files = {
  '0000_a': 'create table a (i int); insert into a values (1)',
  '0001_b': 'create table b (i int)',
  '0002_c': 'create table c (i int)',
}
const downs = { '0002_c': 'drop table c', '0001_b': 'drop table b' }

const back = (of: Files, sql: Readonly<Record<string, string>>, options: Partial<RollbackOptions> = {}) => {
  const folder = folderOf(of)
  return rollback({
    connection: db.connection,
    connect: () => connect(db.url),
    folder,
    downs: downsOf(folder, sql),
    onEvent: (event) => db.events.push(event),
    ...options,
  })
}

test('two at once roll back once, and one that a migration overtook does nothing', async () => {
  await db.run(files)
  const other = await db.open()
  const both = await Promise.all([back(files, downs), back(files, downs, { connection: other })])
  expect(both.flatMap(({ rolledBack }) => rolledBack.map(({ tag }) => tag)).sort()).toEqual(['0001_b', '0002_c'])
  expect(both.flatMap(({ failed }) => failed ?? [])).toEqual([])
  expect(await db.whens()).toEqual([1000])
  await db.run(files)
  await expect(back(files, { '0001_b': 'drop table b' })).rejects.toMatchObject({ code: 'ROLLBACK_NOT_NEWEST' })
  expect(await db.whens()).toEqual([1000, 2000, 3000])
})

test('a statement that fails is named with its file, nothing of it stays, and what was done before is said', async () => {
  await db.run(files)
  const { rolledBack, failed } = await back(files, { ...downs, '0001_b': 'drop table b;\nselect 1 / 0' })
  expect(rolledBack).toMatchObject([{ tag: '0002_c' }])
  expect(failed).toMatchObject({ kind: 'statement', tag: '0001_b.down', committed: 0 })
  expect(failed?.error.message).toContain(
    'drizzle/sluice/0001_b.down.sql:2:1: statement 2 of 2 failed: division by zero',
  )
  expect(failed?.error.hint).toContain('run sluice rollback again')
  expect(await db.one(`select to_regclass('b')::text`)).toBe('b')
  expect(await db.whens()).toEqual([1000, 2000])
})

test('it waits for a lock, tries again, and goes on where it stopped; migrate says so meanwhile', async () => {
  await db.run(files)
  const sql = { '0002_c': 'insert into a values (2);\n-- sluice:commit\ndrop table c' }
  const holder = await db.open()
  await holder.script('begin; select * from c')
  const { failed } = await back(files, sql, { lockTimeout: 100, attempts: 2 })
  expect(failed).toMatchObject({ kind: 'lock', committed: 1, error: { code: 'LOCK_TIMEOUT' } })
  expect(failed?.error.hint).toContain('sluice rollback')
  await expect(db.run(files)).rejects.toMatchObject({ code: 'ROLLBACK_UNFINISHED' })
  await holder.script('commit')
  await expect(back(files, { '0002_c': 'select 1;\n-- sluice:commit\ndrop table c' })).rejects.toMatchObject({
    code: 'PROGRESS_CHANGED',
    hint: expect.stringContaining('sluice rollback'),
  })
  expect(await back(files, sql)).toMatchObject({ rolledBack: [{ tag: '0002_c' }] })
  expect(await db.connection.query('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }])
  expect(await db.run(files)).toMatchObject({ applied: [{ tag: '0002_c' }] })
})

test.each([
  ['to the millisecond', 0],
  ['to the second', 678],
])('of a squashed migration the rows of all that it replaces go, known by their time %s', async (_, more) => {
  const old = { '0000_a': 'create table a (i int)', '0001_b': 'create table b (i int)' }
  await db.run(old)
  await db.connection.script(`update drizzle.__drizzle_migrations set created_at = created_at + ${more}`)
  const last = { tag: '0001_b', sql: old['0001_b'] }
  const line = squashedLine({ whens: [1000, 2000], earlier: [], last })
  const squash = { '0001_squashed': { sql: `${line}\n${Object.values(old).join(';\n')}`, when: 2000 } }
  const now = { ...squash, '0002_c': { sql: 'create table c (i int)', when: 3000 } }
  await db.run(now)
  const { rolledBack, failed } = await back(now, { '0002_c': 'drop table c', '0001_squashed': 'drop table a, b' })
  expect(failed).toBeUndefined()
  expect(rolledBack).toMatchObject([{ tag: '0002_c' }, { tag: '0001_squashed' }])
  expect(await db.whens()).toEqual([])
  expect(await db.run(now)).toMatchObject({ applied: [{ tag: '0001_squashed' }, { tag: '0002_c' }], missing: [] })
})

test('a migration that stopped halfway stands in the way', async () => {
  const stopped = { ...files, '0003_d': 'create table d ();\n-- sluice:commit\nselect 1 / 0' }
  await db.run(stopped)
  await expect(back(stopped, downs)).rejects.toMatchObject({ code: 'ROLLBACK_MIGRATION_STOPPED' })
})

test('rows come back to hostile names, other types, partitions and sequences, by key and without one', async () => {
  const name = 'T"b.l\\e $x é'
  const ident = (text: string) => `"${text.replaceAll('"', '""')}"`
  const table = ident(name)
  const make = `
    create schema "S""s"; create type "S""s".mood as enum ('ok', 'it''s'); create domain "S""s".short as varchar(5);
    create table "S""s".${table} ("k 1" serial, "k""2" text, m "S""s".mood[], s "S""s".short, j json, x xml, p point,
      g int generated always as ("k 1" * 2) stored, primary key ("k 1", "k""2"));
    create table bag (p point, j json, n numeric(8, 3), t timestamptz);
    create table part (i bigint, t text) partition by range (i);
    create table part_1 partition of part for values from (0) to (10);
    create table part_2 partition of part for values from (10) to (20);
    create table own (id bigint generated always as identity primary key, up bigint references own)`
  const fill = `
    insert into "S""s".${table} ("k""2", m, s, j, x, p) values
      ('a', '{ok,"it''s"}', 'short', '{"a": 1}', '<a/>', '(1,2)'), ('b', null, null, null, null, null);
    insert into bag select '(1,2)', '{}', 1.5, '2020-01-01 00:00:00+02' from generate_series(1, 3);
    insert into part values (1, 'a'), (11, 'b'), (11, 'b');
    insert into own (up) values (null), (1), (2)`
  const read = async () => [
    await db.one(`select json_agg(t::text order by t::text) from "S""s".${table} t`),
    await db.one('select json_agg(b::text) from bag b'),
    await db.one(`select json_agg(p::text order by p::text) from part p`),
    await db.one('select json_agg(o::text order by id) from own o'),
  ]
  await db.connection.script(`${make}; ${fill}`)
  const before = await read()
  const tables = [
    ['S"s', name],
    ['public', 'bag'],
    ['public', 'part'],
    ['public', 'own'],
  ] as const
  const taken = tables.map((of) => ({ table: of, columns: null }))
  const drop = `drop table own; drop table part; drop table bag; drop schema "S""s" cascade`
  await db.connection.script('begin')
  await keep(db.connection, '0001_"x', taken)
  await db.connection.script(`${drop}; commit`)
  await db.connection.script(`begin; ${make}`)
  const restored = await restore(db.connection, await readTrash(db.connection))
  await db.connection.script('commit')
  expect(restored.map(({ rows, of, left }) => ({ rows, of, left }))).toEqual(
    [3, 3, 3, 2].map((n) => ({ rows: n, of: n, left: null })),
  )
  expect(await read()).toEqual(before)
  expect(await db.one('insert into own default values returning id::int')).toBe(4)
  expect(await db.one(`insert into "S""s".${table} ("k""2") values ('c') returning "k 1"`)).toBe(3)
  expect(await db.one(`select to_regnamespace('sluice_trash')`)).toBeNull()
})

test('row level security hides no row from what is kept: it is an error', async () => {
  await db.connection.script(`create role careful login; create table mine (i int); alter table mine owner to careful;
    alter table mine enable row level security; alter table mine force row level security;
    insert into mine values (1); grant all on database ${await db.one('select quote_ident(current_database())')} to careful`)
  await db.connection.script('set role careful')
  const taken = [{ table: ['public', 'mine'], columns: null }] as const
  await db.connection.script('begin')
  await expect(keep(db.connection, '0000_a', taken)).rejects.toMatchObject({
    message: expect.stringContaining('row-level security'),
  })
  await db.connection.script('rollback; reset role; drop owned by careful; drop role careful')
})
