import { expect, test } from 'vitest'
import { survey } from '../../src/postgres/catalog.ts'
import { connect } from '../../src/postgres/server/connect.ts'
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
  await expect.poll(waiting).toBe(20)
  await db.connection.script('select pg_advisory_unlock(1)')
  const ended = await Promise.all(runners.map((runner) => runner.ended))
  expect(ended.filter(({ failed }) => failed)).toEqual([])
  expect(ended.flatMap(({ applied = [] }) => applied)).toEqual(['0000_a', '0001_b', '0002_c'])
  expect(await db.connection.query('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }, { i: 4 }])
  expect(await db.whens()).toEqual([1000, 2000, 3000])
})

/** Every way in which a migration is more than one transaction; each of the nine inserts is seen when it runs twice. */
const history = {
  '0000_plain': `create table a (i int);\ncreate type mood as enum ('ok');\ninsert into a values (1);`,
  '0001_enum': `insert into a values (2);\nalter type mood add value 'happy';
    create table b as select 'happy'::mood as m;\ninsert into a values (3);`,
  '0002_concurrently': `insert into a values (4);\ncreate index concurrently a_i on a (i);
    create index concurrently a_j on a (i);\ndrop index concurrently a_j;\nreindex index concurrently a_i;\nvacuum a;`,
  '0003_own':
    'begin;\ninsert into a values (5);\ncommit;\nbegin;\nset local search_path to public;\ninsert into a values (6);\nend;',
  '0004_drizzle':
    'insert into a values (7);\ncommit;\ncreate index concurrently a_k on a (i);\nbegin;\ninsert into a values (8);',
  '0005_commit': 'set search_path to public;\ncreate table c ();\n-- sluice:commit\ninsert into a values (9);',
}

/** All that a database holds after a run, and what the ledger says of it. */
async function resultAt(url: string) {
  const connection = await connect(url)
  const { schema, unmodelled } = await survey(connection)
  const [row] = await connection.query(`select (select array_agg(i order by i) from a) as rows,
    (select array_agg(relname::text || indisvalid order by relname) from pg_index join pg_class c on c.oid = indexrelid
      where indrelid = 'a'::regclass) as indexes,
    (select array_agg(created_at::int order by id) from drizzle.__drizzle_migrations) as ledger,
    (select count(*)::int from drizzle.__sluice_progress) as unfinished`)
  await connection.close()
  return { hash: schema.hash(), unmodelled, ...row }
}

test('killed before any statement or after it was sent, the next run completes what is left and repeats nothing', async () => {
  const whole = await child({ url: db.url, files: history }).ended
  expect(whole.applied).toEqual(Object.keys(history))
  const right = await resultAt(db.url)
  expect(right).toMatchObject({ rows: [1, 2, 3, 4, 5, 6, 7, 8, 9], unfinished: 0 })
  expect(right).toMatchObject({ ledger: [1000, 2000, 3000, 4000, 5000, 6000] })
  const killedAt = async (dieAt: number) => {
    const url = await db.server.createDatabase()
    const { signal } = await child({ url, files: history, dieAt }).ended
    const connection = await connect(url)
    const { failed } = await db.run(history, { connection, connect: () => connect(url) })
    await connection.close()
    return { dieAt, signal, failed: failed?.error.message, ...(await resultAt(url)) }
  }
  const moments = Array.from({ length: whole.moments! }, (_, index) => index + 1)
  expect(moments.length).toBeGreaterThan(100)
  while (moments.length > 0)
    for (const result of await Promise.all(moments.splice(0, 3).map(killedAt)))
      expect(result).toEqual({ dieAt: result.dieAt, signal: 'SIGKILL', failed: undefined, ...right })
}, 900_000)

const numbers = Array.from({ length: 60 }, (_, index) => index + 1)

/** So long that most of it is sent in one message. */
const long = (insert = (i: number) => `insert into a values (${i})`) => ({
  '0000_a': 'create table a (i int)',
  ...Object.fromEntries(numbers.map((i) => [`${String(i).padStart(4, '0')}_i`, insert(i)])),
})
const rowsAt = async (url: string) => {
  const connection = await connect(url)
  const [row] = await connection.query(`select (select array_agg(i order by i) from a) as rows,
    (select array_agg(created_at::int order by id) from drizzle.__drizzle_migrations) as ledger`)
  await connection.close()
  return row
}

test('killed while many migrations are under way in one message, the next run applies the rest and repeats nothing', async () => {
  const right = { rows: numbers, ledger: [0, ...numbers].map((i) => (i + 1) * 1_000) }
  const next = async (url: string, files: ReturnType<typeof long>) => {
    const connection = await connect(url)
    const { failed } = await db.run(files, { connection, connect: () => connect(url) })
    await connection.close()
    return { failed: failed?.error.message, ...(await rowsAt(url)) }
  }
  const { moments = 0 } = await child({ url: db.url, files: long() }).ended
  expect(await rowsAt(db.url)).toEqual(right)
  expect(moments).toBeLessThan(2 * numbers.length) // two for each message
  const killedAt = async (dieAt: number) => {
    const url = await db.server.createDatabase()
    await child({ url, files: long(), dieAt }).ended
    return { dieAt, ...(await next(url, long())) }
  }
  const left = Array.from({ length: moments }, (_, index) => index + 1)
  while (left.length > 0)
    for (const result of await Promise.all(left.splice(0, 3).map(killedAt)))
      expect(result).toEqual({ dieAt: result.dieAt, failed: undefined, ...right })

  // The server is in the middle of the message: what comes before is committed.
  const url = await db.server.createDatabase()
  const slow = long((i) => `insert into a select ${i} from pg_sleep(${i === 40 ? 5 : 0})`)
  const runner = child({ url, files: slow })
  const connection = await connect(url)
  const entered = () => connection.query('select from drizzle.__drizzle_migrations').catch(() => [])
  await expect.poll(async () => (await entered()).length, { interval: 5 }).toBeGreaterThan(39)
  runner.process.kill('SIGKILL')
  expect((await runner.ended).signal).toBe('SIGKILL')
  await connection.close()
  expect(await next(url, slow)).toEqual({ failed: undefined, ...right })
}, 300_000)

test('killed inside CREATE INDEX CONCURRENTLY, it is found INVALID and built again', async () => {
  await db.connection.script('create table a (i int)')
  const blocker = await db.open()
  await blocker.script('begin; insert into a values (0)')
  const files = { '0000_a': 'insert into a values (1);\ncreate index concurrently if not exists a_i on a (i);' }
  const killed = await child({ url: db.url, files, dieInside: 'create index' }).ended
  expect(killed.signal).toBe('SIGKILL')
  // client_connection_check_interval: the server notices that nobody listens, and gives the lock back.
  await expect.poll(() => db.one(`select count(*)::int from pg_locks where locktype = 'advisory'`)).toBe(0)
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

test('a server that stops in the middle of a migration of several transactions: the next run goes on there', async () => {
  await db.connection.script('create table a (i int)')
  const blocker = await db.open()
  await blocker.script('begin; insert into a values (0)')
  const files = {
    '0000_a': 'insert into a values (1);\ncreate index concurrently a_i on a (i);\ninsert into a values (2);',
  }
  const running = db.run(files)
  const begun = () => blocker.query(`select from pg_class where relname = 'a_i'`)
  await expect.poll(begun).toHaveLength(1)
  await db.server.kill()
  expect((await running).failed).toMatchObject({ kind: 'connection', committed: 1, at: { statement: 2 } })
  await db.server.start()
  const connection = await db.open()
  expect(await db.run(files, { connection })).toMatchObject({ applied: [{ tag: '0000_a' }], pending: [] })
  expect(db.events).toContainEqual({ type: 'migration-start', tag: '0000_a', statements: 3, resumesAt: 2 })
  expect(await connection.query('select i from a order by i')).toEqual([{ i: 1 }, { i: 2 }])
  expect(await connection.query(`select indisvalid from pg_index where indexrelid = 'a_i'::regclass`)).toEqual([
    { indisvalid: true },
  ])
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
