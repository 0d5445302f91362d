import { drizzle as mysqlProxy } from 'drizzle-orm/mysql-proxy'
import { drizzle as pgProxy } from 'drizzle-orm/pg-proxy'
import { drizzle as sqliteProxy } from 'drizzle-orm/sqlite-proxy'
import { expect, test } from 'vitest'
import { migrate } from '../../src/migrator.ts'
import { hashText } from '../../src/schema/hash.ts'

const nothing = async () => ({ rows: [] })

test.each([
  ['PgRemoteDatabase', pgProxy(nothing)],
  ['SqliteRemoteDatabase', sqliteProxy(nothing)],
  ['MySqlRemoteDatabase', mysqlProxy(nothing)],
  ['String', 'postgres://localhost/app'],
  ['Map', new Map()],
  ['undefined', undefined],
  ['null', null],
])('%s is refused by name, with those that work', async (name, db) => {
  await expect(migrate(db, { migrations: [] })).rejects.toMatchObject({
    code: 'DRIVER_UNSUPPORTED',
    message: `the driver ${name} is not supported`,
    hint: 'give a drizzle db of node-postgres, postgres-js or PGlite, or a Client or Pool of pg',
  })
})

test('bundled migrations must be what was bundled', async () => {
  const sql = 'create table a ()'
  const good = { tag: '0000_a', when: 1, sql, hash: hashText(sql), conditions: [] }
  const refused = (migrations: unknown) =>
    migrate({}, { migrations: migrations as [] }).catch(({ code, message }) => ({ code, message }))
  expect(await refused([good, { ...good, tag: '0001_b', sql: `${sql} ` }])).toEqual({
    code: 'BUNDLE_INVALID',
    message: 'migrations[1] (0001_b) has another text than the one that its hash was made of',
  })
  expect(await refused([{ ...good, when: '1' }])).toMatchObject({ message: 'migrations[0] lacks its tag, when or sql' })
  expect(await refused({})).toMatchObject({ code: 'BUNDLE_INVALID' })
})
