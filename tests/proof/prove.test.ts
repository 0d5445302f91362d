import { expect, test } from 'vitest'
import { check } from '../../src/postgres/check.ts'
import { tableKey } from '../../src/postgres/table.ts'
import { Schema } from '../../src/schema/schema.ts'
import { proving } from './proving.ts'

const prove = proving()

const users = `create table users (id serial primary key, name text not null, email text not null unique, bio text);`
const posts = `create table posts (id bigint generated always as identity primary key,
  author integer not null references users(id) on delete cascade, title varchar(80) not null, score numeric(6,2));`

test('a new column is proven, up and down, on made-up rows', async () => {
  const { proof } = await prove.change(users + posts, `${users + posts} alter table users add column age integer;`)

  expect(proof).toMatchObject({ result: 'proven', why: [], base: 'neighbourhood', stopped: null, conditions: [] })
  expect(proof.seeded).toEqual({ rows: 10, notFilled: [] })
  expect(proof.observed).toEqual([
    { statement: 1, lock: 'access-exclusive', tables: ['public.users'], rewrote: [], rows: {}, loses: [] },
  ])
  expect(proof.loses).toEqual([])
  expect(proof.down).toMatchObject({ result: 'proven', why: [], restores: 'structure and rows' })
})

test('rows that stop a migration go, published or not', async () => {
  const published = (more: string, what: string) => `create table "t ""'" (a text, b int not null${more});
    create publication "p ""'" for table "t ""'" (b) with (publish = 'insert, ${what}');`
  const { proof } = await prove.change(published('', 'delete'), published(', c int not null', 'update, delete'))

  expect(proof).toMatchObject({ result: 'proven', why: [], down: { result: 'proven' } })
})

test('the same migration gives the same proof', async () => {
  const once = () => prove.change(users + posts, `${users} ${posts} create index posts_title on posts (title);`)
  const [a, b] = [await once(), await once()]

  expect(JSON.stringify(a.proof)).toBe(JSON.stringify(b.proof))
})

test('a renamed column keeps its values', async () => {
  const { proof } = await prove.change(users, users.replace('bio text', 'about text'), {
    rename: ['column:public.users.bio=about'],
  })

  expect(proof).toMatchObject({ result: 'proven', why: [], seeded: { rows: 10 }, down: { result: 'proven' } })
})

test('a lost column comes back without its values by the down migration', async () => {
  const { proof } = await prove.change(users, users.replace(', bio text', ''))

  expect(proof).toMatchObject({
    result: 'proven',
    why: [],
    loses: ['the column "public"."users"."bio" and its values'],
  })
  expect(proof.down).toMatchObject({ result: 'proven', stopped: null, restores: 'structure' })
})

test('a lost table comes back empty by the down migration', async () => {
  const { proof } = await prove.change(`${users} create table notes (id int primary key, text text);`, users)

  expect(proof).toMatchObject({ result: 'proven', why: [], loses: ['the table "public"."notes" and its rows'] })
  expect(proof.down).toMatchObject({ result: 'proven', stopped: null, restores: 'structure' })
})

test('a down migration that loses rows which the migration has left fails', async () => {
  const { proof } = await prove.change(users, `${users} alter table users add column age integer;`, {
    down: 'alter table users drop column age; truncate users',
  })

  expect(proof.result).toBe('failed')
  expect(proof.why).toEqual(['the down migration does not lead back: table public.users holds 0 rows, it held 10'])
})

test('a hand-written down migration may leave what the migration did to rows', async () => {
  const sql = `insert into users (name, email) values ('new', 'new'); update users set bio = 'none'`
  const { proof } = await prove.byHand(users, sql, { down: 'select 1' })

  expect(proof).toMatchObject({ result: 'proven', down: { result: 'proven', restores: 'structure' } })
})

test('a hand-written down migration may take back what the migration did to rows', async () => {
  const sql = `insert into users (name, email) values ('new', 'new')`
  const { proof } = await prove.byHand(users, sql, { down: `delete from users where email = 'new'` })

  expect(proof).toMatchObject({ result: 'proven', down: { result: 'proven', restores: 'structure and rows' } })
})

test('a hand-written down migration that does neither fails', async () => {
  const sql = `update users set bio = 'none'`
  const { proof } = await prove.byHand(users, sql, { down: `update users set bio = 'other'` })

  expect(proof.why).toEqual([
    'the down migration does not lead back: the values of column public.users.bio are not what they were',
  ])
})

test('a down migration that some rows stop is proven without them, and says so', async () => {
  const { proof } = await prove.change(users, users.replace(', name text not null', ''))

  expect(proof.result).toBe('proven')
  expect(proof.down).toMatchObject({ result: 'proven', stopped: { statement: 1 } })
  expect(proof.down?.stopped?.message).toContain('contains null values')
})

test('a dropped table that others refer to is proven with them', async () => {
  const { proof } = await prove.change(
    users + posts,
    `create table posts (id bigint generated always as identity primary key,
    author integer not null, title varchar(80) not null, score numeric(6,2));`,
  )

  expect(proof).toMatchObject({ result: 'proven', why: [], seeded: { rows: 20, notFilled: [] } })
})

test('what only some rows break is a condition of the proof', async () => {
  const { proof } = await prove.change(users, users.replace('bio text', 'bio text not null'))

  expect(proof).toMatchObject({ result: 'proven', stopped: null })
  expect(proof.conditions).toEqual([
    {
      statement: 1,
      query: 'SELECT count(*) FROM "public"."users" WHERE "bio" IS NULL',
      says: 'rows of "public"."users" have no "bio", which becomes required',
    },
  ])
  expect(proof.seeded.rows).toBe(10)
})

test('a required column without a value is proven on the empty table', async () => {
  const { proof } = await prove.change(users + posts, `${users + posts} alter table users add column age int not null;`)

  expect(proof).toMatchObject({ result: 'proven', stopped: null, seeded: { rows: 0 } })
  expect(proof.conditions).toHaveLength(1)
})

test('a text becomes a number on rows whose texts are numbers', async () => {
  const { proof } = await prove.change(users, users.replace('bio text', 'bio integer'))

  expect(proof).toMatchObject({ result: 'proven', why: [], stopped: null, seeded: { rows: 10 } })
  expect(proof.observed[0]).toMatchObject({ lock: 'access-exclusive', rewrote: ['public.users'] })
})

test('a new enum value is committed before the default that uses it', async () => {
  const from = `create type mood as enum ('calm'); create table notes (id int primary key, mood mood not null default 'calm');`
  const to = `create type mood as enum ('calm', 'wild'); create table notes (id int primary key, mood mood not null default 'wild');`
  const { proof } = await prove.change(from, to)

  expect(proof).toMatchObject({ result: 'proven', why: [], seeded: { rows: 10, notFilled: [] } })
  expect(proof.observed).toHaveLength(2)
})

test('a condition that cannot be asked before the migration is left to its statement', async () => {
  const from = `create type mood as enum ('calm'); create table notes (id int primary key, mood mood, size int);`
  const to = `create type mood as enum ('calm', 'wild'); create table notes (id int primary key, mood mood, size text,
    constraint tame check (mood <> 'wild'), constraint short check (length(size) < 100), constraint positive check (id > 0));`
  const { proof } = await prove.change(from, to)

  expect(proof).toMatchObject({ result: 'proven', why: [] })
  expect(proof.conditions.map(({ says }) => says)).toEqual(['rows of "public"."notes" break the check "positive"'])
})

test('a down migration leads back where some rows stopped the migration', async () => {
  const to = `${users} create index on users ((1 / (length(name) - length(name))));`
  const { proof } = await prove.change(users, to)

  expect(proof).toMatchObject({ result: 'proven', why: [], stopped: { statement: 1 }, down: { result: 'proven' } })
})

test('a down migration that does not lead back says why', async () => {
  const { proof } = await prove.change(users, `${users} alter table users add column age integer;`, {
    down: 'select 1',
  })

  expect(proof.result).toBe('failed')
  expect(proof.why).toEqual([
    'the down migration does not lead back: column public.users.age is there and should not be',
  ])
})

test('SQL that does not lead to the declared state fails and names the object', async () => {
  const { proof } = await prove.change(users, `${users} alter table users add column age integer;`, {
    sql: 'alter table users add column age bigint',
    down: null,
  })

  expect(proof).toMatchObject({ result: 'failed', base: 'history', down: null })
  expect(proof.why).toEqual(['column public.users.age: its type is "bigint" and should be "integer"'])
})

test('a statement that fails is shown with its place and the words of the server', async () => {
  const { proof, failure } = await prove.byHand(users, '-- two\nselect 1;\n  alter table user add column a int')

  expect(proof).toMatchObject({ result: 'failed', why: ['statement 2, line 3: syntax error at or near "user"'] })
  expect(failure).toMatchObject({ statement: 2, line: 3, column: 3, state: '42601' })
})

test('hand-written SQL is proven on the history, with what it changed', async () => {
  const { proof } = await prove.byHand(
    `${users} insert into users (name, email) values ('a', 'a'), ('b', 'b');`,
    `update users set bio = name; delete from users where name = 'a';
     create table extra (id int); create function f() returns int language sql as 'select 1'`,
  )

  expect(proof).toMatchObject({ result: 'proven', base: 'history', seeded: { rows: 0 } })
  expect(proof.changed).toEqual(['created function public.f', 'created table public.extra'])
  expect(proof.loses).toEqual(['rows of "public"."users" (statement 2)'])
  expect(proof.observed.slice(0, 2)).toMatchObject([
    { lock: 'row-exclusive', rows: { 'public.users': { inserted: 0, updated: 2, deleted: 0 } } },
    { rows: { 'public.users': { inserted: 0, updated: 0, deleted: 1 } } },
  ])
})

test('hand-written SQL that breaks something declared fails', async () => {
  const { proof } = await prove.byHand(users, 'alter table users drop constraint users_email_key')

  expect(proof).toMatchObject({ result: 'failed', why: ['unique constraint public.users.users_email_key is missing'] })
})

test('hand-written SQL that made-up rows stop is not checked: it needs real data', async () => {
  const { proof } = await prove.byHand(users, 'update users set name = name; create unique index on users ((1))')

  expect(proof).toMatchObject({ result: 'not checked', stopped: { statement: 2, rows: 0 } })
  expect(proof.why).toEqual([
    expect.stringMatching(/^needs real data: made-up rows stop statement 2: could not create/),
  ])
  expect(proof.changed).toEqual(['created index public.users.users_expr_idx'])
})

test('so is what raises an exception on made-up rows', async () => {
  const { proof } = await prove.byHand(
    users,
    `do $$ begin if exists (select from users) then raise 'rows!'; end if; end $$`,
  )

  expect(proof).toMatchObject({ result: 'not checked', why: ['needs real data: made-up rows stop statement 1: rows!'] })
})

test('where made-up rows stop hand-written SQL beside rows of the user, it is checked on those', async () => {
  const { proof } = await prove.byHand(
    users + posts,
    'update users set bio = 1; update posts set score = 1 / (id - 3)',
    {
      seed: `insert into users (name, email) values ('a', 'a')`,
    },
  )

  expect(proof).toMatchObject({ result: 'proven', stopped: { statement: 2, message: 'division by zero' } })
  expect(proof.observed[0]).toMatchObject({ rows: { 'public.users': { updated: 1 } } })
})

test('SQL that breaks something declared fails, whether rows stop it or not', async () => {
  const { proof } = await prove.byHand(
    users,
    'create unique index on users ((1)); alter table users drop constraint users_email_key',
  )

  expect(proof).toMatchObject({ result: 'failed', stopped: { statement: 1 } })
  expect(proof.why).toEqual(['unique constraint public.users.users_email_key is missing'])
})

test('what hand-written SQL removes is told as lost, whatever way it takes', async () => {
  const tables = 'create table a (id int, x text); create table b (id int); create table "c.""d" (id int);'
  const { proof } = await prove.byHand(
    `${tables} create table e (id int);`,
    `alter table a rename column x to y; alter table a drop column y; truncate b; delete from "c.""d" where id > 1000;
     do $$ begin truncate e; end $$; create table passing (id int); drop table passing; alter table a add x text`,
  )

  expect(proof.loses).toEqual([
    'the column "public"."a"."y" and its values (statement 2)',
    'rows of "public"."b" (statement 3)',
    'rows of "public"."c.""d" (statement 4)',
    'rows of "public"."e"',
  ])
  expect(proof.changed).toEqual([
    'the values of column public.a.x are not what they were',
    'table public.e holds 0 rows, it held 10',
  ])
})

test('a dropped table of hand-written SQL is told as lost, and so are rows that go with others', async () => {
  const { proof } = await prove.byHand(
    `${users + posts} create table old (id int);`,
    'drop table old; delete from users where id < 3',
  )

  expect(proof).toMatchObject({ result: 'failed', why: ['table public.old is missing'] })
  expect(proof.loses).toEqual([
    'the table "public"."old" and its rows (statement 1)',
    'rows of "public"."posts" (statement 2)',
    'rows of "public"."users" (statement 2)',
  ])
})

test('a table that no statement was seen to change keeps its content, or is named', async () => {
  const { proof } = await prove.byHand(
    users,
    `alter table users alter column bio type text using name; alter table users alter column name type varchar`,
    { down: null },
  )

  expect(proof.changed).toEqual(['the values of column public.users.bio are not what they were'])
})

test('rows of our own plan that a statement refuses are left out, and the others are kept', async () => {
  const to = `${users + posts} alter table posts add note text; create index on users ((1 / (id - 3)));`
  const { proof } = await prove.change(users + posts, to)

  // One user, and the post that refers to it.
  expect(proof).toMatchObject({ result: 'proven', why: [], seeded: { rows: 20 } })
  expect(proof.stopped).toMatchObject({ message: 'division by zero', rows: 18 })
  expect(proof.down).toMatchObject({ result: 'proven', restores: 'structure and rows' })
})

test('a history that does not run leaves the migration unchecked', async () => {
  const { proof } = await prove.byHand(users, 'select 1', {
    earlier: [{ tag: '0000_lost', sql: 'alter table gone add column a int' }],
  })

  expect(proof.result).toBe('not checked')
  expect(proof.why).toEqual([
    'the migrations before it do not run: 0000_lost, statement 1: relation "gone" does not exist',
  ])
})

test('a statement that does not end is ended', async () => {
  const { proof } = await prove.byHand(users, 'select count(*) from generate_series(1, 1e12)', { statementLimit: 1500 })

  expect(proof.result).toBe('failed')
  expect(proof.why[0]).toContain('it ran for more than 1500 ms')
})

test('a file with its own BEGIN and COMMIT is run as it stands', async () => {
  const { proof, statements } = await prove.byHand(
    users,
    'begin; update users set bio = 1; commit; create index concurrently extra on users (bio); begin; drop index extra; commit',
  )

  expect(proof).toMatchObject({
    result: 'proven',
    why: [],
    changed: [],
  })
  expect(proof.observed.map(({ statement, lock }) => [statement, lock])).toEqual([
    [2, 'row-exclusive'],
    [4, null],
    [6, 'access-exclusive'],
  ])
  expect(statements).toHaveLength(7)
})

test('a name that the server cuts to 63 bytes is no difference', async () => {
  const from = await prove.stateOf(users)
  const name = `${'long_'.repeat(20)}check`
  const long = check.make(
    { schema: 'public', table: 'users', name },
    { expression: `bio <> ''` },
    tableKey('public', 'users'),
  )
  const { proof } = await prove.pair({ from, to: new Schema([...from, long]) })

  expect(proof).toMatchObject({ result: 'proven', why: [], changed: [], down: { result: 'proven' } })
})

test('a checkout with CRLF holds the same statements', async () => {
  const { proof } = await prove.change(users, `${users} create table a (id int, b int);`, {
    sql: 'CREATE TABLE "public"."a" (\r\n\t"id" integer,\r\n\t"b" integer\r\n);',
  })

  expect(proof).toMatchObject({ result: 'proven', base: 'neighbourhood' })
})

test('a column that becomes required is filled by the backfill', async () => {
  const { proof } = await prove.change(users, `${users} alter table users add column age integer not null;`, {
    backfill: ['column:public.users.age', 'length(name)'],
  })

  expect(proof).toMatchObject({ result: 'proven', why: [], conditions: [], stopped: null, seeded: { rows: 10 } })
  expect(proof.observed[1]).toMatchObject({ rows: { 'public.users': { updated: 10 } } })
})
