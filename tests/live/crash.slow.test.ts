import { expect, test } from 'vitest'
import { connect } from '../../src/postgres/connect.ts'
import { child } from '../harness/child.ts'
import { live } from '../harness/database.ts'

const db = live()

// The ledger tells a migration that was applied twice: each inserts, and none could be repeated but for that.
const data = {
  '0000_a': 'create table if not exists a (i int);\ninsert into a select 1 from pg_sleep(0.1);',
  '0001_b': 'insert into a values (2)',
  '0002_c': 'insert into a values (3);\ninsert into a values (4);',
}

test('twenty runners at once apply each migration once', async () => {
  await db.connection.script('select pg_advisory_lock(1)')
  const runners = Array.from({ length: 20 }, () => child({ url: db.url, files: data, gate: 1 }))
  const waiting = () => db.one(`select count(*)::int from pg_locks where locktype = 'advisory' and not granted`)
  await expect.poll(waiting, { timeout: 30_000 }).toBe(20)
  await db.connection.script('select pg_advisory_unlock(1)')
  const ended = await Promise.all(runners.map((runner) => runner.ended))
  expect(ended.filter(({ failed }) => failed)).toEqual([])
  expect(ended.flatMap(({ applied = [] }) => applied)).toEqual(['0000_a', '0001_b', '0002_c'])
  expect(await db.connection.query('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }, { i: 4 }])
  expect(await db.whens()).toEqual([1000, 2000, 3000])
})

test('killed at any moment, the next run completes what is left and repeats nothing', async () => {
  const files = {
    '0000_a': `create table a (i int);\ncreate type mood as enum ('ok');\ninsert into a values (1);`,
    '0001_b': `insert into a values (2);\nalter type mood add value 'happy';\ncreate table b as select 'happy'::mood as m;
      create index concurrently a_i on a (i);\ninsert into a values (3);`,
    '0002_c': 'insert into a values (4);',
  }
  const whole = await child({ url: db.url, files }).ended
  expect(whole.applied).toHaveLength(3)
  const moments = Array.from({ length: whole.events! }, (_, index) => index + 1)
  const killedAt = async (dieAt: number) => {
    const url = await db.server.createDatabase()
    expect(await child({ url, files, dieAt }).ended).toMatchObject({ signal: 'SIGKILL' })
    const connection = await connect(url)
    const outcome = await db.run(files, { connection, connect: () => connect(url) })
    const [row] = await connection.query(`select (select array_agg(i order by i) from a) as rows,
      (select count(*)::int from b) as b, (select indisvalid from pg_index where indexrelid = 'a_i'::regclass) as valid,
      (select array_agg(created_at::int order by id) from drizzle.__drizzle_migrations) as ledger,
      (select count(*)::int from drizzle.__sluice_progress) as unfinished`)
    await connection.close()
    return { dieAt, failed: outcome.failed?.error.message, ...row }
  }
  const right = { failed: undefined, rows: [1, 2, 3, 4], b: 1, valid: true, ledger: [1000, 2000, 3000], unfinished: 0 }
  while (moments.length > 0) {
    const results = await Promise.all(moments.splice(0, 3).map(killedAt))
    for (const result of results) expect(result).toEqual({ dieAt: result.dieAt, ...right })
  }
}, 120_000)

test('killed inside CREATE INDEX CONCURRENTLY, it is found INVALID and built again', async () => {
  await db.connection.script('create table a (i int)')
  const blocker = await db.open()
  await blocker.script('begin; insert into a values (0)')
  const files = { '0000_a': 'insert into a values (1);\ncreate index concurrently if not exists a_i on a (i);' }
  const killed = await child({ url: db.url, files, dieInside: 'create index' }).ended
  expect(killed.signal).toBe('SIGKILL')
  // client_connection_check_interval: the server notices that nobody listens, and gives the lock back.
  await expect
    .poll(() => db.one(`select count(*)::int from pg_locks where locktype = 'advisory'`), { timeout: 10_000 })
    .toBe(0)
  expect(await db.one(`select indisvalid from pg_index where indexrelid = to_regclass('a_i')`)).toBe(false)
  await blocker.script('commit')
  // Whether it took effect only its own name in the catalog can tell.
  const edited = { '0000_a': files['0000_a'].replace('a_i', 'a_j') }
  await expect(db.run(edited)).rejects.toMatchObject({ code: 'PROGRESS_CHANGED' })
  expect((await db.run(files)).failed).toBeUndefined()
  expect(await db.one(`select indisvalid from pg_index where indexrelid = to_regclass('a_i')`)).toBe(true)
  expect(await db.one('select count(*)::int from a where i = 1')).toBe(1)
})

test('a server that stops midway is a failed run, and a rerun is right', async () => {
  await db.connection.script('create table a (i int)')
  const files = { '0000_a': 'insert into a values (1)', '0001_b': 'insert into a values (2);\nselect pg_sleep(30);' }
  const running = db.run(files)
  await expect
    .poll(() => db.events.some((event) => event.type === 'statement-start' && event.sql.startsWith('select pg')))
    .toBe(true)
  await db.server.kill()
  const { applied, failed, pending } = await running
  expect(applied).toMatchObject([{ tag: '0000_a' }])
  expect(pending).toEqual(['0001_b'])
  expect(failed).toMatchObject({
    kind: 'connection',
    tag: '0001_b',
    at: { statement: 2, line: 2 },
    error: { code: 'CONNECTION_LOST', exit: 3 },
  })
  await expect(db.run(files)).rejects.toMatchObject({ name: 'DatabaseError', state: '' })
  await db.server.start()
  const connection = await db.open()
  const short = { ...files, '0001_b': files['0001_b'].replace('30', '0') }
  expect(await db.run(short, { connection })).toMatchObject({ pending: [], applied: [{ tag: '0001_b' }] })
  expect(await connection.query('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }])
})

test('SIGINT cancels the statement, rolls back and gives the lock back', async () => {
  const files = { '0000_a': 'create table a (i int)', '0001_b': 'insert into a values (1);\nselect pg_sleep(60);' }
  const runner = child({ url: db.url, files })
  await runner.began('select pg_sleep')
  runner.process.kill('SIGINT')
  expect(await runner.ended).toMatchObject({ applied: ['0000_a'], interrupted: { tag: '0001_b', committed: 0 } })
  expect(await db.one('select count(*)::int from a')).toBe(0)
  expect(await db.one(`select count(*)::int from pg_locks where locktype = 'advisory'`)).toBe(0)
  expect(await db.whens()).toEqual([1000])
})
