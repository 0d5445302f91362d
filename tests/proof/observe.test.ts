import { expect, test } from 'vitest'
import { look, observed } from '../../src/proof/observe.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()

test('after the first sight only what the transaction has locked is read, however many tables there are', async () => {
  const { connection } = database
  await connection.script('create table a (id int); create table b (id int); create table c (id int)')
  await connection.script('begin')
  const first = await look(connection, 'all')
  await connection.script('insert into a values (1)')
  const before = await look(connection, 'locked')
  await connection.script('alter table b alter column id type bigint; delete from a')
  const after = await look(connection, 'locked')
  await connection.script('rollback')

  expect([...first.values()].map(({ name }) => name)).toEqual(
    expect.arrayContaining(['public.a', 'public.b', 'public.c']),
  )
  expect([...after.values()].flatMap(({ gone, name }) => (gone ? [] : [name])).sort()).toEqual(['public.a', 'public.b'])
  expect(observed(2, { first, before, after }, true)).toEqual({
    statement: 2,
    lock: 'access-exclusive',
    tables: ['public.b'],
    rewrote: ['public.b'],
    rows: { 'public.a': { inserted: 0, updated: 0, deleted: 1 } },
    loses: ['rows of "public"."a"'],
  })
})
