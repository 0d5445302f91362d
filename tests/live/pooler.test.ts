import { afterEach, describe, expect, test } from 'vitest'
import { connect } from '../../src/postgres/server/connect.ts'
import { live } from '../harness/database.ts'
import { hasPgbouncer, startPgbouncer } from '../harness/pgbouncer.ts'
import { loginTo, startPooler } from '../harness/pooler.ts'

const db = live()
let stop = async () => {}
afterEach(() => stop())

/** The real one. */
async function pgbouncer(mode: 'transaction' | 'session' = 'transaction'): Promise<string> {
  const started = await startPgbouncer(db.url, mode)
  stop = started.stop
  return started.url
}

/** Ours, for machines that have no pgbouncer: it is logged in as a user whom the server trusts. */
async function imitation(): Promise<string> {
  await db.connection.script('create role pooled superuser login')
  const [hba] = await db.connection.query(`select current_setting('hba_file') as file`)
  await db.connection.script(`copy (select 'host all pooled 127.0.0.1/32 trust' union all
    select 'host all all 127.0.0.1/32 scram-sha-256') to '${hba?.file}'; select pg_reload_conf()`)
  const name = String(await db.one('select current_database()'))
  const login = loginTo(db.server.port, 'pooled', name)
  const works = () =>
    login().then(
      (socket) => socket.destroy() && true,
      () => false,
    )
  await expect.poll(works).toBe(true)
  const pooler = await startPooler(login)
  const admin = db.connection
  stop = async () => {
    pooler.close()
    await admin.script('drop owned by pooled cascade; drop role pooled')
  }
  return `postgres://pooled@127.0.0.1:${pooler.port}/${name}`
}

/** Runs in a session of its own that the pooler has handed out. */
async function through(url: string, files: Readonly<Record<string, string>>) {
  const connection = await connect(url)
  try {
    return await db.run(files, { connection, connect: () => connect(url) })
  } finally {
    await connection.close()
  }
}

const locks = () => db.one(`select count(*)::int from pg_locks where locktype = 'advisory'`)
const missing = hasPgbouncer ? '' : ' (left out: pgbouncer is not installed; apt-get install pgbouncer)'

describe.each([
  ['an imitation of pgbouncer', imitation, true],
  [`pgbouncer${missing}`, pgbouncer, hasPgbouncer],
] as const)('behind %s that hands out transactions', (_, start, present) => {
  test.runIf(present)('each transaction takes the lock for itself, and nothing stays locked', async () => {
    const url = await start()
    // Long enough for all of them to have read a ledger in which it is not.
    const slow = 'create table a (i int); insert into a values (1); select pg_sleep(0.5)'
    const files = { '0000_a': slow, '0001_b': 'insert into a values (2)' }
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => through(url, files)))
    expect(outcomes.map(({ failed }) => failed?.error.message)).toEqual(outcomes.map(() => undefined))
    expect(outcomes.flatMap(({ applied }) => applied.map(({ tag }) => tag)).sort()).toEqual(['0000_a', '0001_b'])
    expect(await db.connection.query('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }])
    expect(await locks()).toBe(0)
  })

  test.runIf(present)('a migration of several transactions is applied, and goes on where it failed', async () => {
    const url = await start()
    const files = {
      '0000_a': `create type mood as enum ('ok'); create table a (m mood, path text);`,
      '0001_b': `set search_path to pg_catalog, public;\nalter type mood add value 'happy';
        insert into a values ('happy', current_setting('search_path'));\n-- sluice:commit\ninsert into later values (1);`,
    }
    expect(await through(url, files)).toMatchObject({ failed: { tag: '0001_b', state: '42P01', committed: 3 } })
    await db.connection.script('create table later (i int)')
    expect(await through(url, files)).toMatchObject({ applied: [{ tag: '0001_b' }], pending: [] })
    expect(await db.connection.query('select * from a')).toEqual([{ m: 'happy', path: 'pg_catalog, public' }])
    expect(await db.one('select count(*)::int from later')).toBe(1)
    // What it has set is not left for whoever gets the session next.
    const next = await connect(url)
    expect(await next.query('show search_path')).toEqual([{ search_path: '"$user", public' }])
    await next.close()
  })

  test.runIf(present)('what must leave its transaction is refused before anything runs', async () => {
    const url = await start()
    const files = { '0000_a': 'create table a (i int)', '0001_b': 'select 1;\ncreate index concurrently a_i on a (i)' }
    await expect(through(url, files)).rejects.toMatchObject({
      code: 'CONNECTION_POOLED',
      exit: 2,
      message: expect.stringContaining('drizzle/0001_b.sql:2:1'),
      hint: expect.stringContaining('sluice migrate --url postgres://'),
    })
    expect(await db.one(`select to_regclass('a')`)).toBeNull()
    expect(await locks()).toBe(0)
  })
})

test.runIf(hasPgbouncer)(`behind pgbouncer${missing} that hands out sessions, a session is one’s own`, async () => {
  const url = await pgbouncer('session')
  const files = { '0000_a': 'create table a (i int);\ncreate index concurrently a_i on a (i);' }
  expect(await through(url, files)).toMatchObject({ applied: [{ tag: '0000_a' }], pending: [] })
  expect(await db.one(`select indisvalid from pg_index where indexrelid = 'a_i'::regclass`)).toBe(true)
  expect(await locks()).toBe(0)
})
