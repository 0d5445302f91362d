import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { split } from '../../src/postgres/sql/split.ts'
import { run } from '../../src/proof/run.ts'
import { seed } from '../../src/proof/seed.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()

async function filled(sql: string) {
  await database.connection.script(sql)
  const { rows, notFilled } = await seed(database.connection)
  return { rows, notFilled }
}

const types = [
  ...['smallint', 'integer', 'bigint', 'real', 'double precision', 'numeric', 'numeric(4,2)', 'numeric(2,2)', 'money'],
  ...['boolean', 'text', 'varchar', 'varchar(3)', 'char(2)', '"char"', 'name', 'uuid', 'bytea', 'json', 'jsonb', 'xml'],
  ...['date', 'time', 'timetz', 'timestamp', 'timestamptz(3)', 'interval', 'inet', 'cidr', 'macaddr', 'macaddr8'],
  ...['point', 'line', 'lseg', 'box', 'path', 'polygon', 'circle', 'bit(5)', 'varbit(3)', 'tsvector', 'tsquery'],
  ...['int4range', 'int8multirange', 'numrange', 'daterange', 'tstzrange', 'tsmultirange', 'pg_lsn', 'jsonpath'],
  ...[
    'text[]',
    'integer[][]',
    'jsonb[]',
    'point[]',
    'varchar(4)[]',
    'timestamptz[]',
    'mood',
    'mood[]',
    'short',
    'short[]',
  ],
]

test('a value is made up for every common type, alone and where it is required', async () => {
  const tables = types.map((type, i) => `create table t${i} (value ${type} not null);`)
  const { rows, notFilled } = await filled(`
    create type mood as enum ('calm', 'wild; "odd"'); create domain short as varchar(5) check (length(value) > 2);
    ${tables.join('\n')}`)

  expect(notFilled).toEqual([])
  expect(rows).toBe(10 * types.length)
})

test('the types of pgvector get vectors of their size', async () => {
  const { rows } = await filled(`create extension vector;
    create table t (a vector(3) not null, b halfvec(1536) not null, c sparsevec(8) not null)`)

  expect(rows).toBe(10)
})

test('rows fit a partition', async () => {
  const { rows, notFilled } = await filled(`
    create table years (id int, "a.t" date, primary key (id, "a.t")) partition by range ("a.t");
    create table years_23 partition of years for values from ('2023-01-01') to ('2024-01-01');
    create table nested (id int, kind text, no int) partition by list (kind);
    create table nested_a partition of nested for values in ('it''s', null) partition by range (no, id);
    create table nested_a_1 partition of nested_a for values from (5, 7) to (6, 0);
    create table hashed (id int) partition by hash (id);
    create table hashed_0 partition of hashed for values with (modulus 1, remainder 0);
    create table rest (id int) partition by range (id);
    create table rest_far partition of rest for values from (900) to (999);
    create table rest_all partition of rest default;
    create table empty (id int) partition by range (id)`)
  expect(notFilled).toEqual([{ table: 'public.empty', why: expect.stringContaining('no partition of relation') }])
  expect(rows).toBe(40)
})

test('keys are unique, references hold, and a row can be inserted afterwards', async () => {
  const { rows, notFilled } = await filled(`
    create table owner (id bigint generated always as identity primary key, code varchar(4) unique, flag boolean,
      boss bigint references owner (id), unique (code, flag));
    create table child (parent bigint references owner (id));
    create table pair (a bigint references owner (id), b uuid, primary key (a, b));
    create table leaf (id serial primary key, a bigint not null, b uuid not null,
      foreign key (a, b) references pair (a, b));`)
  await database.connection.script(
    `insert into owner (code) values ('new'); insert into leaf (a, b) select a, b from pair limit 1`,
  )

  expect(notFilled).toEqual([])
  expect(rows).toBe(40)
})

test('tables that refer to each other are filled, and refer to each other', async () => {
  const { rows, notFilled } = await filled(`
    create table team (id int primary key, lead int); create table person (id int primary key, team int not null references team (id));
    alter table team add foreign key (lead) references person (id);`)
  const [{ led }] = (await database.connection.query('select count(lead)::int4 as led from team')) as [{ led: number }]

  expect({ rows, notFilled, led }).toEqual({ rows: 20, notFilled: [], led: 10 })
})

test('a foreign key to the own table may share a column with another one', async () => {
  const { rows, notFilled } = await filled(`
    create table thread (id uuid primary key);
    create table message (id uuid primary key, thread uuid not null references thread (id), parent uuid,
      unique (thread, id), foreign key (thread, parent) references message (thread, id));
    create table node (id int primary key, root int not null references node (id))`)

  expect({ rows, notFilled }).toEqual({ rows: 30, notFilled: [] })
})

test('simple checks are kept', async () => {
  const { rows, notFilled } = await filled(`
    create table t (
      age int check (age >= 18 and age < 21),
      price numeric(8,2) not null check (price > 100),
      share real check (share between 0 and 1),
      state text not null check (state in ('on', 'off')),
      kind varchar(9) not null check (kind = any (array['a', 'b'])),
      code text not null check (length(code) >= 12),
      short text check (char_length(short) <= 3),
      starts date not null, ends date not null, check (ends > starts),
      color text not null default '#aabbcc' check (color ~ '^#[0-9a-f]{6}$'),
      source text not null check (source <> 'web' or color is not null))`)

  expect(notFilled).toEqual([])
  expect(rows).toBe(10)
})

test('a table that cannot be filled is named with the reason, and so is what refers to it', async () => {
  const { notFilled } = await filled(`
    create table coded (code text primary key check (code ~ '^[A-Z]{3}$'));
    create table user_of (code text not null references coded (code));
    create type two as (a int, b int); create table odd (value two not null)`)

  expect(notFilled).toEqual([
    { table: 'public.coded', why: expect.stringContaining('violates check constraint "coded_code_check"') },
    { table: 'public.odd', why: 'no value is made up for the type two of its required column "value"' },
    { table: 'public.user_of', why: 'it refers to public.coded, which has no rows' },
  ])
})

test('names that need quotes are quoted', async () => {
  const { rows } =
    await filled(`create schema "My App"; create table "My App"."a.b" ("x""y" int primary key, "select" text not null check (length("select") > 3));
    create table t (r int references "My App"."a.b")`)

  expect(rows).toBe(20)
})

test('rows that are there stay as they are', async () => {
  const { rows } = await filled(
    'create table t (id int primary key); insert into t values (7); create table u (t int references t)',
  )

  expect(rows).toBe(10)
  expect(await database.connection.query('select id from t')).toEqual([{ id: 7 }])
})

test('every table of the example is filled', async () => {
  const folder = resolve(import.meta.dirname, '../../examples/tenants/drizzle')
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()) {
    const { failure } = await run(database.connection, split(await readFile(join(folder, file), 'utf8')), new Map())
    expect(failure).toBeUndefined()
  }
  const { notFilled, tables } = await seed(database.connection)

  expect(notFilled).toEqual([])
  expect(tables).toHaveLength(19)
})
