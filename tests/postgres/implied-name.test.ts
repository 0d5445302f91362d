import { expect, test } from 'vitest'
import { impliedName, storedName } from '../../src/postgres/implied-name.ts'
import { ident } from '../../src/postgres/sql/quote.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()

test.each([
  ['users', 'id'],
  ['t'.repeat(60), 'id'],
  ['t'.repeat(62), 'c'.repeat(40)],
  ['short', 'c'.repeat(63)],
  ['t'.repeat(90), 'c'.repeat(90)],
  ['ä'.repeat(31), 'ö'.repeat(31)],
  ['größe'.repeat(7), 'x€'.repeat(12)],
])('the names of %s.%s are those that Postgres gives', async (table, column) => {
  const { connection } = database
  await connection.script(`create table ${ident(table)} (${ident(column)} serial primary key)`)
  const rows = await connection.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace`,
  )
  const implied = [storedName(table), impliedName(table, column, 'seq'), impliedName(table, null, 'pkey')]
  expect(rows.map(({ name }) => name).sort()).toEqual(implied.sort())
})
