import { describe, expect, test } from 'vitest'
import { live } from '../harness/database.ts'

const db = live()

const valid = (index: string) => db.one(`select indisvalid from pg_index where indexrelid = to_regclass('${index}')`)
const progress = () =>
  db.connection.query('select statement, started_at is not null as begun from drizzle.__sluice_progress')

describe('enum values', () => {
  const made = { '0000_a': `create type mood as enum ('ok'); create table a (m mood);` }

  test('added in one migration and used in the next', async () => {
    const outcome = await db.run({
      ...made,
      '0001_b': `alter type mood add value 'happy'`,
      '0002_c': `insert into a values ('happy')`,
    })
    expect(outcome.failed).toBeUndefined()
    expect(await db.one('select m::text from a')).toBe('happy')
  })

  test('added and used in one file: two transactions, and a failure of the second is resumed', async () => {
    const files = {
      ...made,
      '0001_b': `alter type mood add value 'happy';\ninsert into a values ('happy');\ninsert into later values (1);`,
    }
    const { failed } = await db.run(files)
    expect(failed).toMatchObject({ kind: 'statement', state: '42P01', committed: 1, at: { statement: 3, line: 3 } })
    expect(failed?.error.hint).toContain('1 of 3 statements of 0001_b are committed')
    expect(await progress()).toEqual([{ statement: 1, begun: false }])

    const changed = { ...files, '0001_b': files['0001_b'].replace('happy', 'sad') }
    await expect(db.run(changed)).rejects.toMatchObject({ code: 'PROGRESS_CHANGED', exit: 1 })

    await db.connection.script('create table later (i int)')
    const outcome = await db.run(files)
    expect(outcome).toMatchObject({ applied: [{ tag: '0001_b' }], pending: [] })
    expect(db.events).toContainEqual({ type: 'migration-start', tag: '0001_b', statements: 3, resumesAt: 2 })
    expect(await db.one('select count(*)::int from a')).toBe(1)
    expect(await progress()).toEqual([])
    expect(await db.whens()).toEqual([1000, 2000])
  })
})

describe('what has not run of a stopped migration may be edited', () => {
  const table = { '0000_a': 'create table a (i int)' }
  const ran = 'insert into a values (1);\ncreate index concurrently a_i on a (i);'
  const broken = { ...table, '0001_b': `${ran}\ninsert into a values (2);\nselect 1/0;\ninsert into a values (3);` }
  const stop = async (files: Record<string, string>, committed: number) => {
    expect((await db.run(files)).failed).toMatchObject({ kind: 'statement', committed })
  }
  const rows = async () => (await db.connection.query('select i from a order by i')).map(({ i }) => i)

  test('the statement that failed', async () => {
    await stop(broken, 2)
    await stop({ ...broken, '0001_b': broken['0001_b'].replace('1/0', '2/0') }, 2)
    const outcome = await db.run({ ...broken, '0001_b': broken['0001_b'].replace('1/0', '1') })
    expect(outcome).toMatchObject({ applied: [{ tag: '0001_b' }], pending: [] })
    expect([await rows(), await progress()]).toEqual([[1, 2, 3], []])
    expect((await db.run(broken).catch((error) => error)).code).toBe('HISTORY_EDITED')
  })

  test('up to the file’s end, which may come at once', async () => {
    await stop(broken, 2)
    expect((await db.run({ ...broken, '0001_b': ran })).failed).toBeUndefined()
    expect([await rows(), await progress()]).toEqual([[1], []])
  })

  test('where what is left would have been one transaction with what has run', async () => {
    const enumeration = `create type mood as enum ('ok');\ncreate table b (m mood);`
    const add = `alter type mood add value 'sad';`
    const files = {
      '0000_a': enumeration,
      '0001_b': `insert into b values ('ok');\n${add}\ninsert into b values ('sad');\nselect 1/0;`,
    }
    await stop(files, 2)
    const edits = { '0001_b': `insert into b values ('ok');\n${add}\ncommit;` }
    expect((await db.run({ ...files, ...edits })).failed).toBeUndefined()
    expect(await db.one('select count(*)::int from b')).toBe(1)
    expect(await progress()).toEqual([])
  })

  test('but not what has run', async () => {
    await stop(broken, 2)
    const edited = { ...broken, '0001_b': broken['0001_b'].replace('on a (i)', 'on a ((i + 1))') }
    const refusal = { code: 'PROGRESS_CHANGED', exit: 1, hint: expect.stringContaining('where created_at = 2000') }
    await expect(db.run(edited)).rejects.toMatchObject(refusal)
    await expect(db.run({ ...broken, '0001_b': 'insert into a values (1)' })).rejects.toMatchObject(refusal)
  })
})

describe('CREATE INDEX CONCURRENTLY', () => {
  const table = { '0000_a': 'create table a (i int); insert into a select g from generate_series(1, 1000) g;' }
  const files = {
    ...table,
    '0001_b': 'alter table a add column j int;\ncreate index concurrently a_i on a (i);\nupdate a set j = i;',
  }

  test('runs outside a transaction, between two', async () => {
    const outcome = await db.run(files)
    expect(outcome.failed).toBeUndefined()
    expect(await valid('a_i')).toBe(true)
    expect(await db.one('select count(j)::int from a')).toBe(1000)
    expect(await progress()).toEqual([])
  })

  test('that fails on duplicates leaves an invalid index, which the next run builds again', async () => {
    const unique = { ...table, '0001_b': 'create unique index concurrently if not exists a_u on a (i)' }
    await db.run(table)
    await db.connection.script('insert into a values (7)')
    const { failed } = await db.run(unique)
    expect(failed).toMatchObject({ kind: 'statement', state: '23505', committed: 0 })
    expect(await valid('a_u')).toBe(false)
    await db.connection.script('delete from a where ctid = (select max(ctid) from a where i = 7)')
    expect((await db.run(unique)).failed).toBeUndefined()
    expect(await valid('a_u')).toBe(true)
    expect(await db.whens()).toEqual([1000, 2000])
  })

  test('over a valid index of that name is the server’s to refuse, every time', async () => {
    await db.run(table)
    await db.connection.script('create index a_i on a ((i + 1))')
    const once = { ...table, '0001_b': 'create index concurrently a_i on a (i)' }
    for (let run = 0; run < 2; run++) expect((await db.run(once)).failed).toMatchObject({ state: '42P07' })
    expect(await db.whens()).toEqual([1000])
  })

  test('waits for a transaction that is open, and says for whose', async () => {
    await db.run(table)
    const blocker = await db.open()
    await blocker.script('begin; insert into a values (0)')
    const running = db.run(files, { lockTimeout: 300 })
    await expect
      .poll(() => db.events.find(({ type }) => type === 'blocked'))
      .toMatchObject({ by: [{ pid: blocker.pid, state: 'idle in transaction' }] })
    await blocker.script('commit')
    expect((await running).failed).toBeUndefined()
    expect(await valid('a_i')).toBe(true)
  })
})

test('an index that somebody else is building right now is waited for', async () => {
  await db.connection.script('create table a (i int)')
  const [writer, builder] = [await db.open(), await db.open()]
  await writer.script('begin; insert into a values (0)')
  const building = builder.script('create index concurrently a_i on a (i)')
  await expect.poll(() => valid('a_i')).toBe(false)
  const running = db.run({ '0000_a': 'create index concurrently if not exists a_i on a (i)' })
  await expect
    .poll(() => db.events.find(({ type }) => type === 'blocked'))
    .toMatchObject({ by: [{ pid: builder.pid }] })
  await writer.script('commit')
  await building
  expect((await running).failed).toBeUndefined()
  expect(await valid('a_i')).toBe(true)
})

test('DROP INDEX and REINDEX CONCURRENTLY, VACUUM', async () => {
  const outcome = await db.run({
    '0000_a': 'create table a (i int); create index a_i on a (i); create index a_j on a (i);',
    '0001_b': 'drop index concurrently a_i; reindex (verbose) table concurrently a; vacuum a;',
  })
  expect(outcome.failed).toBeUndefined()
  expect(await db.one(`select count(*)::int from pg_index where indrelid = 'a'::regclass and indisvalid`)).toBe(1)
})

test('what a file sets holds for all of its transactions, and for the run that resumes it', async () => {
  await db.connection.script('create schema side; create role builder; grant all on schema side to builder')
  const files = {
    '0000_a': `set search_path to side; set role builder; create table a (i int); create index concurrently a_i on a (i); insert into later values (1);`,
    '0001_b': 'create table outside ()',
  }
  expect((await db.run(files)).failed).toMatchObject({ state: '42P01', committed: 4 })
  expect(await valid('side.a_i')).toBe(true)
  await db.connection.script('create table side.later (i int); grant insert on side.later to builder')
  expect((await db.run(files)).failed).toBeUndefined()
  expect(
    await db.one(`select tableowner::text from pg_tables where tablename = 'outside' and schemaname = 'public'`),
  ).toBe('postgres')
  await db.connection.script('drop owned by builder; drop role builder')
})

test('an interrupted CREATE INDEX CONCURRENTLY is completed by the next run', async () => {
  await db.connection.script('create table a (i int)')
  const writer = await db.open()
  await writer.script('begin; insert into a values (0)')
  const files = { '0000_a': 'create index concurrently a_i on a (i)' }
  const stop = new AbortController()
  const running = db.run(files, { signal: stop.signal })
  await expect.poll(() => writer.query(`select from pg_class where relname = 'a_i'`)).toHaveLength(1)
  stop.abort()
  expect(await running).toMatchObject({ interrupted: { tag: '0000_a', committed: 0 }, pending: ['0000_a'] })
  await writer.script('commit')
  expect(await db.run(files)).toMatchObject({ applied: [{ tag: '0000_a' }], pending: [] })
  expect(await valid('a_i')).toBe(true)
})

test('an interrupted DETACH PARTITION CONCURRENTLY is completed by the next run', async () => {
  await db.connection.script(`create table a (i int) partition by list (i);
    create table a_1 partition of a for values in (1); insert into a values (1)`)
  const reader = await db.open()
  await reader.script('begin; select from a')
  const files = { '0000_a': 'alter table a detach partition a_1 concurrently' }
  const stop = new AbortController()
  const running = db.run(files, { signal: stop.signal })
  await expect.poll(() => reader.query('select from pg_inherits where inhdetachpending')).toHaveLength(1)
  stop.abort()
  expect(await running).toMatchObject({ interrupted: { tag: '0000_a', committed: 0 }, pending: ['0000_a'] })
  await reader.script('commit')
  expect(await db.run(files)).toMatchObject({ applied: [{ tag: '0000_a' }], pending: [] })
  expect(await db.one('select count(*)::int from pg_inherits')).toBe(0)
  expect(await db.one('select count(*)::int from a_1')).toBe(1)
})

test('what REINDEX CONCURRENTLY left is cleared', async () => {
  const first = { '0000_a': 'create table a (i int); insert into a values (1), (1);' }
  await db.run(first)
  await expect(db.connection.script('create unique index concurrently a_u on a (i)')).rejects.toMatchObject({
    state: '23505',
  })
  const files = { ...first, '0001_b': 'reindex index concurrently a_u' }
  expect((await db.run(files)).failed).toMatchObject({ state: '23505' })
  expect(await valid('a_u_ccnew')).toBe(false)
  await db.connection.script('delete from a where ctid = (select max(ctid) from a)')
  expect((await db.run(files)).failed).toBeUndefined()
  expect([await valid('a_u'), await db.one(`select to_regclass('a_u_ccnew')`)]).toEqual([true, null])
})

describe('a file with its own BEGIN and COMMIT', () => {
  test('runs as written', async () => {
    const outcome = await db.run({
      '0000_a': `begin isolation level serializable;\ncreate table a (l text);\ninsert into a values (current_setting('transaction_isolation'));\ncommit;\nvacuum a;\nbegin;\nset transaction isolation level repeatable read;\ninsert into a values (current_setting('transaction_isolation'));\nend;`,
    })
    expect(outcome.failed).toBeUndefined()
    expect(await db.connection.query('select l from a')).toEqual([{ l: 'serializable' }, { l: 'repeatable read' }])
    expect(await db.whens()).toEqual([1000])
  })

  test('may count on the transaction that drizzle-orm opens and closes around it', async () => {
    const outcome = await db.run({
      '0000_a':
        'create table a (i int);\ncommit;\ncreate index concurrently a_i on a (i);\nbegin;\ninsert into a values (1);',
    })
    expect(outcome.failed).toBeUndefined()
    expect([await valid('a_i'), await db.one('select count(*)::int from a')]).toEqual([true, 1])
    expect(await db.one('select count(*)::int from pg_stat_activity where state like $$idle in%$$')).toBe(0)
  })

  test('keeps what it committed before it failed, and goes on there', async () => {
    const files = {
      '0000_a':
        'begin; create table a (i int); commit;\nbegin; insert into a values (1); insert into b values (1); commit;',
    }
    const { failed } = await db.run(files)
    expect(failed).toMatchObject({ committed: 3, at: { line: 2, statement: 6 } })
    expect(await db.one('select count(*)::int from a')).toBe(0)
    await db.connection.script('create table b (i int)')
    expect((await db.run(files)).failed).toBeUndefined()
    expect(await db.one('select count(*)::int from a')).toBe(1)
  })

  test('may roll back', async () => {
    const outcome = await db.run({ '0000_a': 'begin; create table a (); rollback; create table b ();' })
    expect(outcome.failed).toBeUndefined()
    expect([await db.one(`select to_regclass('a')`), await db.one(`select to_regclass('b')::text`)]).toEqual([
      null,
      'b',
    ])
  })
})
