import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check, generate, migrate, repair } from '../../src/index.ts'
import { live } from '../harness/database.ts'
import { project } from '../harness/project.ts'

const db = live()

const schema = (columns = '') => `
  import { integer, pgTable } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
`

/** A project with two migrations that the server has applied. */
async function applied(ledger = `{ schema: 'drizzle' }`) {
  const config = `export default {
    dialect: 'postgresql', schema: './schema.ts', dbCredentials: { url: '${db.url}' }, migrations: ${ledger} }`
  const made = await project({ 'drizzle.config.ts': config, 'schema.ts': schema() })
  const cwd = made.folder
  await generate({ cwd, name: 'a', prove: false })
  await writeFile(join(cwd, 'schema.ts'), schema('age: integer()'))
  await generate({ cwd, name: 'b', prove: false })
  await migrate({ cwd })
  return { cwd, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

const codes = async (cwd: string) => {
  const error = await check({ cwd, database: true }).catch((error) => error)
  return (error.details?.result ?? error).findings.map(({ code }: { code: string }) => code).sort()
}

test('check finds what is wrong with a server, repair mends it, and nothing is run again', async () => {
  await using it = await applied()
  const { cwd } = it
  expect(await codes(cwd)).toEqual([])
  await appendFile(join(cwd, 'drizzle/0001_b.sql'), '\n-- a remark')
  const journal = join(cwd, 'drizzle/meta/_journal.json')
  const [first, second] = await db.whens()
  await writeFile(journal, (await readFile(journal, 'utf8')).replace(String(first), String(first! - 5)))
  await db.connection.script('insert into users values (1, 7), (2, 7)')
  await expect(db.connection.script('create unique index concurrently users_age on users (age)')).rejects.toThrow()

  expect(await codes(cwd)).toEqual(['edited', 'restamped'])
  await expect(repair({ cwd, apply: false })).rejects.toMatchObject({
    code: 'REPAIR_INCOMPLETE',
    details: { result: { left: [expect.stringContaining('--accept 0001_b')], database: { length: 2 } } },
  })
  expect(await db.whens()).toEqual([first, second])
  const { left, database } = await repair({ cwd, accept: ['0001_b'], apply: true })
  expect({ left, count: database.length }).toEqual({ left: [], count: 3 })
  expect(await codes(cwd)).toEqual([])
  expect(await db.whens()).toEqual([first! - 5, second])
  expect(await db.one('select count(*)::int from pg_index where not indisvalid')).toBe(0)
  expect(await migrate({ cwd })).toMatchObject({ applied: [], pending: [] })
})

test.each([
  ['drizzle', '__drizzle_migrations'],
  ['public', 'users_ledger'],
])('a server that has the tables and an empty ledger %s.%s: repair enters what is applied', async (schema, table) => {
  await using it = await applied(`{ schema: '${schema}', table: '${table}' }`)
  const { cwd } = it
  const whens = async () =>
    (await db.connection.query(`select created_at from ${schema}.${table} order by 1`)).map(
      ({ created_at }) => created_at,
    )
  const before = await whens()
  await db.connection.script(`delete from ${schema}.${table}; insert into users values (1, 7)`)
  await expect(migrate({ cwd })).rejects.toMatchObject({ code: 'STATEMENT_FAILED' })
  await repair({ cwd, apply: true })
  expect(await whens()).toEqual(before)
  expect(await codes(cwd)).toEqual([])
  expect(await migrate({ cwd })).toMatchObject({ applied: [], pending: [] })
  expect(await db.one('select age from users')).toBe(7)
})

test('what a REINDEX CONCURRENTLY has left beside its index is dropped, and the index stays', async () => {
  await using it = await applied()
  const { cwd } = it
  await db.connection.script('create index users_age on users (age)')
  const reader = await db.open()
  await reader.script('begin; insert into users values (1, 7)')
  const other = await db.open()
  const [{ pid }] = (await other.query('select pg_backend_pid() as pid')) as [{ pid: number }]
  const rebuilt = other.script('reindex index concurrently users_age').catch(() => {})
  await expect.poll(() => db.one(`select to_regclass('users_age_ccnew') is not null`)).toBe(true)
  await db.connection.script(`select pg_cancel_backend(${pid})`)
  await rebuilt
  await reader.script('commit')
  const { database } = await repair({ cwd })
  expect(database.map(({ says }) => says)).toEqual([
    'public.users_age_ccnew on users is an index that was never finished',
  ])
  await repair({ cwd, apply: true })
  expect(
    await db.one(`select string_agg(relname, ' ' order by relname) from pg_class where relname like 'users_age%'`),
  ).toBe('users_age')
})
