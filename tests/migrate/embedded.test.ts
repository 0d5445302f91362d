import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate/runner.ts'
import { readStatus } from '../../src/migrate/status.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { embedded } from '../harness/embedded.ts'
import { folderOf } from '../harness/migrations.ts'

const db = embedded()

const folder = folderOf({
  '0000_a': `set search_path = pg_catalog; create role visitor; create table public.a (i int); set role visitor;`,
  '0001_b': `create type mood as enum ('ok'); alter type mood add value 'happy'; alter table a add m mood default 'happy';`,
  '0002_c': 'create index concurrently a_i on a (i); insert into a values (1);',
})

test('the embedded Postgres takes every kind of migration', async () => {
  const { connection } = db
  const outcome = await migrate({ connection, folder })
  expect(outcome.failed).toBeUndefined()
  expect(outcome.applied).toHaveLength(3)
  expect(await connection.query('select i, m::text from a')).toEqual([{ i: 1, m: 'happy' }])
  expect(await migrate({ connection, folder })).toMatchObject({ applied: [], pending: [] })
})

test('a failing statement is located, and rolled back', async () => {
  const { failed } = await migrate({
    connection: db.connection,
    folder: folderOf({ '0000_a': 'create table a ();\ninsert into b values (1)' }),
  })
  expect(failed).toMatchObject({ kind: 'statement', state: '42P01', at: { line: 2, column: 13 } })
  expect(await readStatus(db.connection, folder)).toMatchObject({ exists: true, applied: [] })
  expect(await db.connection.query(`select to_regclass('a') as a`)).toEqual([{ a: null }])
})

test('an abort ends a statement that would run for ever', async () => {
  const connection = await openEmbedded()
  const stop = new AbortController()
  const outcome = await migrate({
    connection,
    folder: folderOf({ '0000_a': 'create table a ()', '0001_b': 'do $$ begin loop end loop; end $$' }),
    signal: stop.signal,
    onEvent: (event) =>
      event.type === 'statement-start' && event.sql.startsWith('do') && setTimeout(() => stop.abort(), 200),
  })
  expect(outcome).toMatchObject({
    applied: [{ tag: '0000_a' }],
    interrupted: { tag: '0001_b', committed: 0 },
    pending: ['0001_b'],
  })
  await connection.close()
})
