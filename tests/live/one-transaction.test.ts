import { expect, test } from 'vitest'
import { dryRun } from '../../src/migrate/dry-run.ts'
import { applyAsOne, checkAsOne } from '../../src/migrate/one-transaction.ts'
import { live } from '../harness/database.ts'
import { type Files, folderOf } from '../harness/migrations.ts'

const db = live()

const options = { applyAll: applyAsOne, check: checkAsOne }
const three = {
  '0000_a': 'create table a (i int); insert into a values (1)',
  '0001_b': `set search_path to pg_catalog; set lock_timeout = '1h'; insert into public.a values (2)`,
  '0002_c': `insert into a select 3 where current_setting('lock_timeout') = '5s'`,
}
const rows = async () => (await db.connection.query('select i from a order by i')).map(({ i }) => i)

test('all that is pending is one transaction, with a row for each, and each starts with the settings of the first', async () => {
  expect(await db.run(three, options)).toMatchObject({
    applied: Object.keys(three).map((tag) => ({ tag })),
    pending: [],
  })
  expect(await rows()).toEqual([1, 2, 3])
  expect(await db.one('select count(distinct xmin::text)::int from drizzle.__drizzle_migrations')).toBe(1)
  expect(await db.whens()).toEqual([1000, 2000, 3000])
  expect(await db.one('show search_path')).toBe('"$user", public')
})

test('what fails takes back all of it, and a second run goes from the start', async () => {
  const broken = { ...three, '0002_c': 'insert into a values (3);\ninsert into later values (3);' }
  const { applied, failed, pending } = await db.run(broken, options)
  expect({ applied, pending }).toEqual({ applied: [], pending: Object.keys(three) })
  expect(failed).toMatchObject({ tag: '0002_c', kind: 'statement', committed: 0, at: { statement: 2, line: 2 } })
  expect(await db.one(`select to_regclass('a')`)).toBeNull()
  expect(db.events.filter(({ type }) => type === 'migration-end')).toEqual([])
  expect(await db.run(three, options)).toMatchObject({ pending: [] })
})

test('a condition sees what the migrations before it did, and takes back all of them', async () => {
  const condition = { query: 'select count(*) from a', says: 'rows of "a"' }
  const conditions = ({ tag }: { tag: string }) => (tag === '0001_b' ? [condition] : [])
  expect(await db.run(three, { ...options, conditions })).toMatchObject({
    applied: [],
    failed: { tag: '0001_b', kind: 'condition', refused: [{ rows: 1 }] },
  })
  expect(await db.one(`select to_regclass('a')`)).toBeNull()
})

test('what cannot get a lock is tried again from the start', async () => {
  await db.connection.script('create table held (i int)')
  const holder = await db.open()
  await holder.script('begin; lock table held')
  const files = { ...three, '0002_c': 'alter table held add column j int' }
  const running = db.run(files, { ...options, lockTimeout: 200 })
  await expect.poll(() => db.events.find(({ type }) => type === 'retry')).toMatchObject({ tag: '0002_c' })
  await holder.script('commit')
  expect(await running).toMatchObject({ applied: [{}, {}, {}], pending: [] })
  expect(await rows()).toEqual([1, 2])
})

test('told to stop, it takes back all of it', async () => {
  const stop = new AbortController()
  const files = { ...three, '0002_c': 'select pg_sleep(60)' }
  const running = db.run(files, {
    ...options,
    signal: stop.signal,
    onEvent: (event) => event.type === 'statement-start' && event.sql.includes('sleep') && stop.abort(),
  })
  expect(await running).toMatchObject({
    applied: [],
    interrupted: { tag: '0002_c', committed: 0 },
    pending: Object.keys(three),
  })
  expect(await db.one(`select to_regclass('a')`)).toBeNull()
})

const mood = { '0000_a': `create type mood as enum ('ok'); create table a (m mood)` }
test.each<[string, Files, string]>([
  [
    'CONCURRENTLY',
    { '0000_a': 'select 1;\ncreate index concurrently i on a (i)' },
    'drizzle/0000_a.sql:2:1 must run outside',
  ],
  [
    'a COMMIT',
    { '0000_a': 'select 1;\ncommit;\nselect 2' },
    'drizzle/0000_a.sql:2:1 begins or ends a transaction itself',
  ],
  [
    'a comment that says so',
    { '0000_a': 'select 1;\n-- sluice:commit\nselect 2' },
    'drizzle/0000_a.sql:3:1 needs what stands before',
  ],
  [
    'a label used in its own file',
    { ...mood, '0001_b': `alter type mood add value 'happy';\ninsert into a values ('happy')` },
    'drizzle/0001_b.sql:2:1 needs what stands before it',
  ],
  [
    'a label used in a later file',
    { ...mood, '0001_b': `alter type mood add value 'happy'`, '0002_c': `insert into a values ('happy')` },
    `0002_c uses the label 'happy' of mood, which 0001_b adds`,
  ],
])('%s is refused before anything runs, and named', async (_, files, message) => {
  const refusal = { code: 'TRANSACTION_NOT_ONE', exit: 2, message: expect.stringContaining(message) }
  await expect(db.run(files, options)).rejects.toMatchObject(refusal)
  expect(await db.one(`select to_regnamespace('drizzle')`)).toBeNull()
})

test('so is a migration of which a part is committed', async () => {
  const files = { '0000_a': 'create table a ();\n-- sluice:commit\nselect 1/0' }
  await db.run(files)
  await expect(db.run({ '0000_a': 'create table a ()' }, options)).rejects.toMatchObject({
    code: 'TRANSACTION_NOT_ONE',
    message: expect.stringContaining('a part of 0000_a is committed'),
  })
})

test('a dry run shows one transaction, which does what the run does', async () => {
  const plain = { '0000_a': three['0000_a'], '0001_b': 'insert into a values (2)' }
  const { connection } = db
  const { script } = await dryRun({ connection, folder: folderOf(plain), check: checkAsOne }, true)
  expect(script?.match(/^(begin|commit);$/gm)).toEqual(['begin;', 'commit;'])
  await connection.script(script!)
  expect(await rows()).toEqual([1, 2])
  expect(await db.run(plain, options)).toMatchObject({ applied: [], pending: [] })
})
