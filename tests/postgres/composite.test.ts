import { expect, test } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { plan } from '../../src/plan/plan.ts'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()

/** The statements that lead from a type with columns of it to another one. */
async function between(from: string, to: string, column: string, more = '') {
  const { connection } = database
  await database.empty()
  const state = async (attributes: string) => {
    await connection.script(
      `begin; create type a as (${attributes}); create table t (id integer, one ${column}); ${more}`,
    )
    const schema = await readCatalog(connection, { transaction: false })
    await connection.script('rollback')
    return schema
  }
  const pair = { from: await state(from), to: await state(to) }
  const { steps } = plan(pair, diff(pair, postgres), postgres)
  await connection.script(`create type a as (${from}); create table t (id integer, one ${column}); ${more}`)
  return steps.map(({ sql }) => sql).join('; ')
}

test('values keep their attributes when these are put in another order, and are null where they were', async () => {
  const { connection } = database
  const script = await between('x text, y integer, z text', 'z text, n integer, x varchar(9), y bigint', 'a')
  await connection.script(
    `insert into t values (1, row('a', 2, 'c')), (2, row(null, null, null)), (3, null); ${script}`,
  )
  expect(await connection.query('select id, one::text from t order by id')).toEqual([
    { id: 1, one: '(c,,a,2)' },
    { id: 2, one: '(,,,)' },
    { id: 3, one: null },
  ])
})

test('so do the values in lists, and in other values', async () => {
  const { connection } = database
  const wrap = 'create type b as (n integer, list a[]); create domain c as b; alter table t add two b[], add three c;'
  const script = await between('x text, y integer, z text', 'z text, n text, x text', 'a[]', wrap)
  const value = `row('a', 2, 'c')::a`
  const held = `row(7, array[${value}])`
  await connection.script(`insert into t values (1, array[${value}, null], array[${held}::b], ${held}); ${script}`)
  const is = { z: 'c', n: null, x: 'a' }
  expect(await connection.query(`select to_jsonb(t) - 'id' as row from t`)).toEqual([
    { row: { one: [is, null], two: [{ n: 7, list: [is] }], three: { n: 7, list: [is] } } },
  ])
})
