import { describe, expect, test } from 'vitest'
import { DatabaseError } from '../../src/dialect/connection.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()
const failure = (promise: Promise<unknown>): Promise<DatabaseError> =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error) => error,
  )

describe('one session', () => {
  test('is a Postgres 18 that says what it is', async () => {
    expect(Math.floor(database.connection.version / 10_000)).toBe(18)
    expect(database.connection.label).toBe('embedded, in memory')
    expect(database.connection.embedded).toBe(true)
  })

  test('gives numbers that a float cannot hold, and times, as text', async () => {
    const [row] = await database.connection.query(`
      select 9007199254740993::int8 big, 1.50::numeric exact, 7::int4 small, true yes, '{"a": [1]}'::jsonb data,
        '2024-02-29'::date as day, '2024-02-29 12:00:00.123456'::timestamp stamp, array[9007199254740993] bigs,
        array['a', null]::text[] texts, null::int8 nothing`)
    expect(row).toEqual({
      big: '9007199254740993',
      exact: '1.50',
      small: 7,
      yes: true,
      data: { a: [1] },
      day: '2024-02-29',
      stamp: '2024-02-29 12:00:00.123456',
      bigs: ['9007199254740993'],
      texts: ['a', null],
      nothing: null,
    })
  })

  test('takes parameters', async () => {
    const rows = await database.connection.query('select $1::text a, $2::int b, $3::jsonb c, $4::text[] d', [
      "it's",
      5,
      { x: 1 },
      ['a', 'b'],
    ])
    expect(rows).toEqual([{ a: "it's", b: 5, c: { x: 1 }, d: ['a', 'b'] }])
  })

  test('runs a script as one transaction and gives the rows of its last statement', async () => {
    expect(await database.connection.script('create table t (id int); insert into t values (1), (2); table t')).toEqual(
      [{ id: 1 }, { id: 2 }],
    )
    await failure(database.connection.script('insert into t values (3); select 1 / 0'))
    expect(await database.connection.query('table t')).toHaveLength(2)
  })

  test('answers calls that were made at once in their order', async () => {
    const { connection } = database
    const answers = await Promise.all([
      connection.script('create table t (id serial, who text)'),
      ...['a', 'b', 'c'].map((who) => connection.query('insert into t (who) values ($1) returning id', [who])),
    ])
    expect(answers.slice(1)).toEqual([[{ id: 1 }], [{ id: 2 }], [{ id: 3 }]])
  })

  test('creates an index concurrently, alone', async () => {
    await database.connection.script('create table t (id int)')
    await database.connection.query('create index concurrently a on t (id)')
    await database.connection.script('create index concurrently b on t (id)')
    expect(
      await database.connection.query('select from pg_index where indisvalid and indrelid = $1::regclass', ['t']),
    ).toHaveLength(2)
  })

  test('drops a schema of hundreds of tables in one statement', async () => {
    const tables = Array.from({ length: 200 }, (_, i) => `create table many.t${i} (id serial primary key)`)
    await database.connection.script(['create schema many', ...tables].join(';'))
    await database.connection.script('drop schema many cascade')
    expect(await database.connection.query(`select from pg_tables where schemaname = 'many'`)).toEqual([])
  })
})

describe('an error', () => {
  test('says all that the server said, and where', async () => {
    const syntax = await failure(database.connection.script("select 'é'; select x from pg_class"))
    expect(syntax).toBeInstanceOf(DatabaseError)
    expect(syntax).toMatchObject({ message: 'column "x" does not exist', state: '42703', position: 20 })

    await database.connection.script('create table t (id int primary key); insert into t values (1)')
    const duplicate = await failure(database.connection.query('insert into t values (1)'))
    expect(duplicate).toMatchObject({ state: '23505', detail: 'Key (id)=(1) already exists.' })

    const hint = await failure(database.connection.query('select pg_catalog.nothing(1)'))
    expect(hint.hint).toContain('No function matches')

    const where = await failure(database.connection.script(`do $$ begin perform 1 / 0; end $$`))
    expect(where.where).toContain('PL/pgSQL function inline_code_block')
  })

  test('does not end the session', async () => {
    await failure(database.connection.query('nonsense'))
    expect(await database.connection.query('select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('extensions', () => {
  test('pgvector and the 37 of contrib can be created, with what they require', async () => {
    const names =
      'vector amcheck autoinc bloom btree_gin btree_gist citext cube dict_int dict_xsyn earthdistance file_fdw ' +
      'fuzzystrmatch hstore insert_username intarray isn lo ltree moddatetime pageinspect pg_buffercache ' +
      'pg_freespacemap pg_logicalinspect pg_stat_statements pg_surgery pg_trgm pg_visibility pg_walinspect pgcrypto ' +
      'refint seg tablefunc tcn tsm_system_rows tsm_system_time unaccent uuid-ossp'
    for (const name of names.split(' '))
      await database.connection.script(`create extension if not exists "${name}" cascade`)
    const rows = await database.connection.query(
      `select string_agg(extname, ' ' order by extname collate "C") as made from pg_extension where extname <> 'plpgsql'`,
    )
    expect(rows).toEqual([{ made: names.split(' ').sort().join(' ') }])
  })

  test('pgvector works', async () => {
    await database.connection.script(`
      CREATE EXTENSION vector;
      create table chunks (id int, embedding halfvec(3));
      create index on chunks using hnsw (embedding halfvec_cosine_ops);
      insert into chunks values (1, '[1,2,3]'), (2, '[3,2,1]')`)
    const rows = await database.connection.query(`select id from chunks order by embedding <=> '[3,2,2]' limit 1`)
    expect(rows).toEqual([{ id: 2 }])
  })

  test('one that is not there is refused in the words of the server', async () => {
    const error = await failure(database.connection.script('create extension postgis'))
    expect(error.message).toBe('extension "postgis" is not available')
  })
})

describe('a runaway statement', () => {
  const endless = 'do $$ begin loop null; end loop; end $$'

  test('is ended by cancel, with all that waits behind it', async () => {
    const connection = await openEmbedded()
    const calls = [connection.script(endless), connection.query('select 1')].map(failure)
    await connection.cancel()
    for (const error of await Promise.all(calls)) {
      expect(error).toBeInstanceOf(DatabaseError)
      expect(error.message).toBe('the embedded Postgres was ended: it was cancelled')
    }
    expect((await failure(connection.query('select 1'))).message).toContain('it was cancelled')
    await connection.close()
  })

  test('is ended by its limit', async () => {
    const connection = await openEmbedded({ statementLimit: 300 })
    await connection.query('select 1')
    const error = await failure(connection.script(endless))
    expect(error).toMatchObject({
      message: 'the embedded Postgres was ended: it ran for more than 300 ms',
      state: '57014',
    })
    await connection.close()
  })

  test('is ended by a signal', async () => {
    const stop = new AbortController()
    const connection = await openEmbedded({ signal: stop.signal })
    const call = failure(connection.script(endless))
    stop.abort()
    expect((await call).message).toContain('it was interrupted')
  })

  test('an aborted opening rejects with the reason', async () => {
    const stop = new AbortController()
    const opening = openEmbedded({ signal: stop.signal })
    setImmediate(() => stop.abort(new Error('the user left')))
    await expect(opening).rejects.toThrow('the user left')
  })
})

test('an answer that crosses the end of the engine is nobody’s', async () => {
  const connection = await openEmbedded()
  const asked = failure(connection.query('select 1'))
  // The thread answers while this one does not look.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000)
  await connection.close()
  expect(await asked).toMatchObject({ state: '57014' })
})
