import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generate, migrate } from '../src/index.ts'
import { started, users } from './harness/beside-kit.ts'

// What drizzle-kit loses, and what becomes of it here.

const two = `insert into users values (1, 'Ann'), (2, 'Eve')`

test('FAILURES 2: a column that becomes required truncates nothing: migrate refuses while rows have none, or fills them', async () => {
  for (const backfill of [[], ['users.age=7']]) {
    await using it = await started(users())
    const { cwd } = it
    await generate({ cwd, name: 'init', prove: false })
    await it.custom('rows', two)
    await migrate({ cwd })
    await it.change(users('name: text(), age: integer().notNull()'))
    const { statements, conditions, proof, loses } = await generate({ cwd, name: 'age', backfill })
    expect(proof).toMatchObject({ result: 'proven' })
    expect({ loses, all: statements.join(';') }).toEqual({ loses: [], all: expect.not.stringMatching(/truncate/i) })
    if (backfill.length > 0) await migrate({ cwd })
    else {
      expect(conditions).toMatchObject([{ option: expect.stringContaining('--backfill users.age=') }])
      await expect(migrate({ cwd })).rejects.toMatchObject({ code: 'CONDITION_REFUSED', exit: 1 })
    }
    const age = backfill.length > 0 ? { age: 7 } : {}
    expect(await it.query('select * from users order by id')).toEqual([
      { id: 1, name: 'Ann', ...age },
      { id: 2, name: 'Eve', ...age },
    ])
  }
})

test('FAILURES 5: what nobody declared is not touched: tables, schemas, extensions, their objects', async () => {
  await using it = await started(users('name: text(), old: text()'))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  await migrate({ cwd })
  await it.query(`
    create extension pg_trgm; create schema theirs; create table theirs.users (id int); insert into theirs.users values (1);
    create table mine (id int); insert into mine values (1), (2); create view seen as select id from users;
    create sequence counts; create type mood as enum ('ok'); create index by_hand on users (name);
    create function one() returns int language sql as 'select 1'; create policy own on mine using (true)`)
  const ours = (schema: string) => `${schema}::regnamespace::text !~ '^pg_|drizzle|sluice'`
  const all = `
    select 'relation ' || oid::regclass as what from pg_class where oid >= 16384 and ${ours('relnamespace')}
    union all select 'function ' || oid::regprocedure from pg_proc where oid >= 16384
    union all select 'type ' || oid::regtype from pg_type where oid >= 16384 and ${ours('typnamespace')}
    union all select 'policy ' || polname from pg_policy union all select 'extension ' || extname from pg_extension
    order by what`
  const before = await it.query(all)
  expect(before.length).toBeGreaterThan(40)
  await it.change(users('name: text()'))
  const { statements } = await generate({ cwd, name: 'drop', allowLoss: true })
  expect(statements).toEqual(['ALTER TABLE "public"."users" DROP COLUMN "old"'])
  await migrate({ cwd })
  expect(await it.query(all)).toEqual(before)
  expect(
    await it.query(
      'select (select count(*)::int from mine) as mine, (select count(*)::int from theirs.users) as theirs',
    ),
  ).toEqual([{ mine: 2, theirs: 1 }])
})

test('FAILURES 7: a down migration is written and proven, and leads back with the rows', async () => {
  await using it = await started(users('name: text(), age: integer()'))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  await it.custom('rows', `insert into users values (1, 'Ann', 7), (2, 'Eve', null)`)
  await migrate({ cwd })
  const rows = 'select * from users order by id'
  const before = await it.query(rows)
  await it.change(
    users(`title: text(), age: integer().default(1)`) +
      `export const posts = pgTable('posts', { id: integer() }, (t) => [index('by_id').on(t.id)])`,
  )
  const { tag, proof, down } = await generate({ cwd, name: 'more', rename: ['users.name=title'] })
  expect({ down, proof: proof?.down }).toMatchObject({
    down: true,
    proof: { result: 'proven', why: [], restores: 'structure and rows' },
  })
  await migrate({ cwd })
  expect(await it.query(rows)).not.toEqual(before)
  await it.query(await readFile(join(cwd, 'drizzle/sluice', `${tag}.down.sql`), 'utf8'))
  expect(await it.query(rows)).toEqual(before)
  expect(await it.query(`select to_regclass('posts') as posts`)).toEqual([{ posts: null }])
})

test('FAILURES 7: a way back that cannot bring back the rows says so', async () => {
  await using it = await started(users('name: text()'))
  const { cwd } = it
  await generate({ cwd, name: 'init', prove: false })
  await it.change(users('age: integer()'))
  await expect(generate({ cwd, name: 'other', create: ['users.age'] })).rejects.toMatchObject({
    code: 'LOSS_NOT_ALLOWED',
    exit: 2,
  })
  const { proof } = await generate({ cwd, name: 'other', create: ['users.age'], allowLoss: true })
  expect(proof?.down).toMatchObject({ result: 'proven', restores: 'structure' })
})
