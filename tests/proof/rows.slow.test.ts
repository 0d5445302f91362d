import { expect, test } from 'vitest'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { index } from '../../src/postgres/index.ts'
import { differences, takeCensus } from '../../src/proof/census.ts'
import type { Key, Obj } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'
import { embedded } from '../harness/embedded.ts'
import { proving } from './proving.ts'

const database = embedded()
const prove = proving()

const people = `create table people (id serial primary key, name text not null, state text not null, flag boolean, age int);`

test('lost rows and changed values are seen, whatever the order of the rows', async () => {
  const { connection } = database
  await connection.script(`${people} create table kept (id int); insert into kept values (1), (2);
    insert into people (name, state, age) select 'n' || i, 's', i from generate_series(1, 5) i`)
  const census = async () => takeCensus(connection, await readCatalog(connection))
  const before = await census()
  await connection.script(`delete from people where id = 1; insert into people select 1, 'n1', 's', null, 1;
    update kept set id = 3 where id = 1; alter table people add column note text`)
  const after = await census()
  const plain = { revalued: new Set<never>(), before: <K>(k: K) => k }

  expect(differences(before, after, plain).map(({ says }) => says)).toEqual([
    'the values of column public.kept.id are not what they were',
  ])
  await connection.script('truncate people')
  expect(differences(before, await census(), plain)).toContainEqual({
    of: 'table:public.people',
    fewer: true,
    says: 'table public.people holds 0 rows, it held 5',
  })
})

test('values that change places are seen, though each column holds what it held', async () => {
  const { connection } = database
  await connection.script(`create table "key.ed" ("i.d" int primary key, name text, "hash" text, note text);
    create table plain (name text, age int); create table apart (a int, b text, c text, primary key (b, a));
    insert into "key.ed" values (1, 'a', 'x', null), (2, 'b', 'y', 'n'), (3, 'c', 'z', 'm');
    insert into plain values ('a', 1), ('b', 2), (null, 3); insert into apart values (1, 'a', 'x'), (2, 'a', 'y')`)
  const census = async () => takeCensus(connection, await readCatalog(connection))
  const seen = async (sql: string, revalued: readonly Key[] = []) => {
    const before = await census()
    await connection.script(sql)
    const found = differences(before, await census(), { revalued: new Set(revalued), before: (k) => k })
    return found.filter(({ of }) => /key.*ed|plain|apart/.test(of)).map(({ says }) => says)
  }
  const swap = (column: string) =>
    `update "key.ed" k set ${column} = o.${column} from "key.ed" o where k."i.d" + o."i.d" = 3`

  expect(await seen(swap('"hash"'))).toEqual([
    'the values of column public.key.ed.hash stand in other rows than before',
  ])
  expect(await seen(swap('note'))).toEqual(['the values of column public.key.ed.note stand in other rows than before'])
  expect(await seen('alter table "key.ed" add more int; update "key.ed" set "i.d" = "i.d" where "i.d" = 1')).toEqual([])
  expect(await seen(swap('name'), ['column:public.key\\.ed.name' as Key])).toEqual([])
  expect(await seen('update plain set age = 3 - age where age < 3')).toEqual([
    'the rows of public.plain hold values of each other',
  ])
  expect(await seen('update plain set age = age where age = 1; alter table plain rename name to title')).toEqual([])
  expect(await seen(`update apart set c = case c when 'x' then 'y' else 'x' end`)).toEqual([
    'the values of column public.apart.c stand in other rows than before',
  ])
})

test('a table that no statement names is compared by content, and so is one that is written anew', async () => {
  const { proof } = await prove.byHand(
    'create table notes (id int primary key, n int not null, kept int not null); create table other (id int primary key, n int)',
    'alter table notes alter column n type int using 11 - n; alter table other add column more int',
  )

  expect(proof).toMatchObject({ seeded: { rows: 20 }, loses: [] })
  expect(proof.changed).toEqual([
    'created column public.other.more',
    'the values of column public.notes.n stand in other rows than before',
  ])
})

test('a column that gets another default or becomes required must keep what it holds', async () => {
  const to = people
    .replace('state text not null', `state text not null default 'new'`)
    .replace('age int', 'age int not null')
  const { proof } = await prove.change(people, to, {
    sql: `alter table people alter state type text using 'x', alter state set default 'new';
      alter table people alter age type int using 7, alter age set not null;`,
  })

  expect(proof.changed).toEqual([
    'the values of column public.people.age are not what they were',
    'the values of column public.people.state are not what they were',
  ])
})

test('made-up rows are such that a new check, a new key and a narrower type take them', async () => {
  const to = people
    .replace('age int', 'age smallint check (age >= 18)')
    .replace('state text', 'state varchar(5)')
    .replace('name text not null', 'name text not null unique')
  const { proof } = await prove.change(people, to)

  expect(proof).toMatchObject({ result: 'proven', stopped: null })
  expect(proof.seeded.rows).toBeGreaterThan(4)
})

test('made-up rows that repeat a value which becomes unique are fewer', async () => {
  const { proof } = await prove.change(people, `${people} create unique index people_flag on people (flag);`)

  expect(proof).toMatchObject({ result: 'proven', stopped: null, conditions: [{ statement: 1 }] })
  expect(proof.seeded.rows).toBe(3)
})

test('a label of an enum goes on rows that do not use it', async () => {
  const mood = (labels: string) =>
    `create type mood as enum (${labels}); create table notes (id int primary key, mood mood not null, moods mood[]);`
  const { proof } = await prove.change(mood(`'calm', 'wild', 'odd'`), mood(`'odd', 'calm'`))

  expect(proof).toMatchObject({ result: 'proven', stopped: null, seeded: { rows: 10 } })
  expect(proof.conditions.length).toBeGreaterThan(0)
})

test("the user's own rows come first, and the rest is made up", async () => {
  const pets = 'create table pets (id int primary key, owner int not null references people (id));'
  const { proof } = await prove.change(people + pets, `${people + pets} alter table pets add column name text;`, {
    seed: `insert into people (name, state) values ('a', 'b'); insert into pets values (1, 1), (2, 1)`,
  })

  expect(proof).toMatchObject({ result: 'proven', seeded: { rows: 0, notFilled: [] } })
})

test("the user's rows that do not fit are an error", async () => {
  await expect(prove.byHand(people, 'select 1', { seed: 'insert into people (nam) values (1)' })).rejects.toMatchObject(
    {
      code: 'SEED_FAILED',
      message: expect.stringContaining('column "nam" of relation "people" does not exist'),
    },
  )
})

test('an index built concurrently is proven outside a transaction', async () => {
  const from = await prove.stateOf(people)
  const to = await prove.stateOf(`${people} create index people_age on people (age);`)
  const concurrent = (object: Obj) =>
    index.is(object) && object.id.name === 'people_age'
      ? { ...object, attrs: { ...object.attrs, concurrently: true } }
      : object
  const { proof } = await prove.pair({ from, to: new Schema([...to].map(concurrent)) })

  expect(proof).toMatchObject({
    result: 'proven',
    observed: [{ statement: 1, lock: null }],
    down: { result: 'proven' },
  })
})

test('a default that calls a function is proven on the history, where no schema file declares it', async () => {
  const history = `create function next_code() returns text language sql volatile as $$ select 'c' $$;`
  const from = `${history} create table orders (id int primary key, code text default next_code());`
  const to = `${from} alter table orders add column note text default next_code();`
  const { proof } = await prove.change(from, to, { undeclared: ['function'] })
  const { proof: declared } = await prove.change(from, to)

  expect(proof).toMatchObject({ result: 'proven', why: [], base: 'history', seeded: { rows: 10 } })
  expect(declared).toMatchObject({ result: 'proven', why: [], base: 'neighbourhood', seeded: { rows: 10 } })
})

test('an interrupted proof ends at once', async () => {
  const controller = new AbortController()
  const proof = prove.byHand(people, 'select pg_sleep(60)', { signal: controller.signal })
  setTimeout(() => controller.abort(new Error('enough')), 1500)

  await expect(proof).rejects.toThrow('enough')
})
