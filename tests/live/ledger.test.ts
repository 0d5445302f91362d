import { expect, test } from 'vitest'
import { createLedger, defaultLedger } from '../../src/migrate/ledger.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { child } from '../harness/child.ts'
import { live } from '../harness/database.ts'

const db = live()

const columns = (table: string) =>
  db.connection.query(
    `select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 order by attnum`,
    [table],
  )

test('the table of unfinished migrations lies beside the ledger, and only once it is needed', async () => {
  const ledger = { schema: 'side', table: 'history' }
  const plain = { '0000_a': 'create table a (i int)' }
  await db.run(plain, { ledger })
  expect(await columns('side.__sluice_progress')).toEqual([])
  const stopped = await db.run({ ...plain, '0001_b': 'insert into a values (1); vacuum a; select nothing' }, { ledger })
  expect(stopped.failed).toMatchObject({ committed: 2 })
  expect(await columns('side.__sluice_progress')).toEqual([
    { name: 'hash', type: 'text' },
    { name: 'created_at', type: 'bigint' },
    { name: 'statement', type: 'integer' },
    { name: 'started_at', type: 'timestamp with time zone' },
  ])
  expect(await db.connection.query('select created_at, statement, started_at from side.__sluice_progress')).toEqual([
    { created_at: '2000', statement: 2, started_at: null },
  ])
})

test('making what is there already is not worth a notice', async () => {
  const notices: string[] = []
  const connection = await connect(db.url, { onNotice: ({ message }) => notices.push(message) })
  const files = { '0000_a': 'vacuum', '0001_b': 'vacuum', '0002_c': `do $$ begin raise notice 'mine'; end $$` }
  await db.run(files, { connection })
  await createLedger(connection, defaultLedger)
  await connection.close()
  expect(notices).toEqual(['mine'])
})

test('a migration that takes rows out of the ledger does not pass for applied', async () => {
  const files = { '0000_a': 'create table a ()', '0001_b': 'delete from drizzle.__drizzle_migrations' }
  const first = await db.run(files)
  expect(first.failed).toMatchObject({ kind: 'ledger', error: { code: 'LEDGER_DISAGREES', exit: 3 } })
  expect(first.failed?.error.message).toContain('0000_a')
})

test('who waits for another run does not stand in the way of its CREATE INDEX CONCURRENTLY', async () => {
  await db.connection.script('create table a (i int)')
  const writer = await db.open()
  await writer.script('begin; insert into a values (0)')
  const files = { '0000_a': 'create index concurrently a_i on a (i);' }
  const building = child({ url: db.url, files })
  await building.began('create index')
  const waiting = db.run(files)
  await expect.poll(() => db.events.some(({ type }) => type === 'lock-waiting')).toBe(true)
  // A call that blocks would be seen here, and would hold the snapshot that the index waits for.
  expect(await writer.query(`select from pg_locks where locktype = 'advisory' and not granted`)).toEqual([])
  await writer.script('commit')
  expect(await building.ended).toMatchObject({ applied: ['0000_a'] })
  expect(await waiting).toMatchObject({ applied: [], pending: [] })
  expect(await db.one(`select indisvalid from pg_index where indexrelid = 'a_i'::regclass`)).toBe(true)
})
