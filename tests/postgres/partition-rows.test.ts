import { expect, test } from 'vitest'
import { DatabaseError } from '../../src/dialect/connection.ts'
import { diff } from '../../src/diff/diff.ts'
import { plan } from '../../src/plan/plan.ts'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()

/** What a plan asks of rows, how many of these stand against it, and whether Postgres takes the statements. */
async function tried(from: string, rows: string, to: string) {
  const { connection } = database
  const stateOf = async (sql: string) => {
    await connection.script(`begin; ${sql}`)
    const state = await readCatalog(connection, { transaction: false })
    await connection.script('rollback')
    return state
  }
  const pair = { from: await stateOf(from), to: await stateOf(to) }
  await connection.script(`${from}; ${rows}`)
  const { steps } = plan(pair, diff(pair, postgres), postgres)
  const asked = steps.flatMap(({ conditions }) => conditions)
  const against: string[] = []
  for (const { query, says } of asked) {
    const [row] = await connection.query(query)
    const count = Number(Object.values(row!)[0])
    if (count > 0) against.push(`${count} ${says.replaceAll('"public".', '').replaceAll('"', '')}`)
  }
  const script = `begin; ${steps.map(({ sql }) => sql).join('; ')}; commit`
  const isTaken = await connection.script(script).then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof DatabaseError) || !/^23/.test(error.state)) throw error
      return false
    },
  )
  await database.empty()
  return { asked: asked.length, against, isTaken }
}

const bounds: readonly (readonly [by: string, bound: string, fits: string, not: readonly string[]])[] = [
  ['range (a)', 'from (1) to (9)', '(1, 1), (8, 1)', ['(0, 1)', '(9, 1)', '(null, 1)']],
  ['range (a)', 'from (minvalue) to (9)', '(-5, 1), (8, 1)', ['(9, 1)', '(null, 1)']],
  ['range (a)', 'from (1) to (maxvalue)', '(1, 1), (99, 1)', ['(0, 1)', '(null, 1)']],
  ['range (a, b)', 'from (1, 5) to (2, 3)', '(1, 5), (1, 9), (2, 2)', ['(1, 4)', '(2, 3)', '(1, null)']],
  ['range (a, b)', 'from (1, minvalue) to (2, maxvalue)', '(1, -9), (2, 9)', ['(0, 1)', '(3, 1)']],
  ['range (a, b)', 'from (1, maxvalue) to (3, minvalue)', '(2, 1)', ['(1, 1)', '(3, 1)']],
  ['range (a, b)', 'from (minvalue, minvalue) to (3, 1)', '(-2, 1), (3, 0)', ['(3, 1)', '(4, 1)']],
  ['range ((a + b))', 'from (1) to (9)', '(1, 1)', ['(5, 5)']],
  ['range (abs(a))', 'from (1) to (9)', '(-1, 1)', ['(0, 5)']],
  ['list (a)', 'in (1, 2)', '(1, 1), (2, 2)', ['(3, 1)', '(null, 1)']],
  ['list (a)', 'in (1, null)', '(1, 1), (null, 2)', ['(2, 1)']],
  ['list (a)', 'in (null)', '(null, 2)', ['(2, 1)']],
  ['list ((a::text || b))', `in ('11', '1,(2')`, '(1, 1)', ['(1, 2)']],
  ['list ((a::text) collate "C")', `in ('1', 'it''s')`, '(1, 1)', ['(2, 2)']],
]
const spread = (by: string) => `create table t (a int, b int) partition by ${by}`

test.each(bounds)('a table becomes the partition of %s %s with the rows that fit', async (by, bound, fits, not) => {
  const from = `${spread(by)}; create table p (a int, b int)`
  const to = `${spread(by)}; create table p partition of t for values ${bound}`
  expect(await tried(from, `insert into p values ${fits}`, to)).toEqual({ asked: 1, against: [], isTaken: true })
  for (const row of not)
    expect(await tried(from, `insert into p values ${fits}, ${row}`, to), row).toMatchObject({
      against: [expect.stringMatching(/^1 rows of p do not fit the partition FOR VALUES .* of t$/)],
      isTaken: false,
    })
})

test.each(bounds)('a new partition of %s %s takes no rows of the default one', async (by, bound, fits, not) => {
  const from = `${spread(by)}; create table rest partition of t default`
  const to = `${from}; create table p partition of t for values ${bound}`
  expect(await tried(from, `insert into t values ${not.join(', ')}`, to)).toEqual({
    asked: 1,
    against: [],
    isTaken: true,
  })
  expect(await tried(from, `insert into t values ${fits}`, to)).toMatchObject({
    against: [expect.stringMatching(/^\d rows of rest belong to the new partition FOR VALUES .* of t$/)],
    isTaken: false,
  })
})

test('a part of the rows that hashes choose', async () => {
  const from = `${spread('hash (a, b)')}; create table p (a int, b int)`
  const to = `${spread('hash (a, b)')}; create table p partition of t for values with (modulus 2, remainder 1)`
  const rows = 'insert into p select i, i from generate_series(1, 100) i'
  const { against, isTaken } = await tried(from, rows, to)
  expect({ count: Number.parseInt(against[0]!, 10), isTaken }).toEqual({ count: expect.any(Number), isTaken: false })
  const fitting = `${rows}; create table o partition of t for values with (modulus 2, remainder 0);
    delete from p where satisfies_hash_partition('t'::regclass, 2, 0, a, b); drop table o`
  expect(await tried(from, fitting, to)).toEqual({ asked: 1, against: [], isTaken: true })
})

test('the default partition holds what no other one does', async () => {
  const one = 'create table a partition of t for values from (1) to (9)'
  const from = `${spread('range (a)')}; ${one}; create table p (a int, b int)`
  const to = `${spread('range (a)')}; ${one}; create table p partition of t default`
  expect(await tried(from, 'insert into p values (0, 1), (null, 1)', to)).toMatchObject({ against: [], isTaken: true })
  expect(await tried(from, 'insert into p values (0, 1), (1, 1)', to)).toMatchObject({
    against: ['1 rows of p do not fit the partition DEFAULT of t'],
    isTaken: false,
  })
})

test('a changed bound keeps the rows that are there, and leaves those of the default partition', async () => {
  const state = (bound: string) =>
    `${spread('list (a)')}; create table p partition of t for values in (${bound}); create table rest partition of t default`
  expect(await tried(state('1, 2'), 'insert into t values (1, 1), (5, 1)', state('1, 3'))).toMatchObject({
    asked: 2,
    against: [],
    isTaken: true,
  })
  expect((await tried(state('1, 2'), 'insert into t values (2, 1), (3, 1)', state('1, 3'))).against).toEqual([
    `1 rows of p do not fit the partition FOR VALUES IN (1, 3) of t`,
    `1 rows of rest belong to the new partition FOR VALUES IN (1, 3) of t`,
  ])
})

test('a partition of a partition fits both', async () => {
  const whole = `${spread('range (a)')}; create table w partition of t for values from (1) to (9) partition by list (b)`
  const from = `${whole}; create table p (a int, b int)`
  const to = `${whole}; create table p partition of w for values in (1)`
  expect(await tried(from, 'insert into p values (1, 1)', to)).toMatchObject({ against: [], isTaken: true })
  expect(await tried(from, 'insert into p values (9, 1)', to)).toMatchObject({
    isTaken: false,
    against: [expect.stringMatching(/rows of p/)],
  })
})

test('what else is asked of the rows of a partition', async () => {
  const whole = `create table k (id int primary key); create table t (a int not null, b int references k, c int,
    primary key (a), check (c > 0)) partition by range (a); create unique index on t (a, c)`
  const from = `${whole}; create table p (a int not null, b int, c int)`
  const to = `${whole}; create table p partition of t for values from (1) to (9)`
  const rows = (values: string) => `insert into k values (1); insert into p values ${values}`
  expect(await tried(from, rows('(1, 1, 1), (2, null, null)'), to)).toMatchObject({ against: [], isTaken: true })
  expect(await tried(from, rows('(1, 2, 0), (1, 1, 0)'), to)).toMatchObject({
    against: [
      '2 rows of p break the check t_c_check',
      '1 rows of p repeat a value of (a), which becomes unique',
      '1 rows of p refer by (b) to rows that k does not have',
      '1 rows of p repeat a value of (a, c), which becomes unique',
    ],
    isTaken: false,
  })
})
