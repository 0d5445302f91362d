import { expect, test } from 'vitest'
import { proving } from './proving.ts'

// What earlier migrations have made is there when a migration written by hand is held against the declared states.

const prove = proving()

const people = `
  create type mood as enum ('ok', 'bad');
  create table people (id int primary key, name text not null, mood mood);
  create function greeting(mood) returns text language sql immutable as $$ select 'I am ' || $1::text $$;
  create function touch() returns trigger language plpgsql as $$ begin new.name := trim(new.name); return new; end $$;
  create trigger tidy before insert on people for each row execute function touch();
  create view names as select id, name from people;
  create materialized view greetings as select id, greeting(mood) as says from people;
  create unique index greetings_id on greetings (id);
`

/** Hand-written SQL between declared states, after a history that made the first one. */
const byHand = async (from: string, to: string, sql: string, undeclared: readonly string[] = []) => {
  const { proof } = await prove.change(from, to, { sql: `-- by hand\n${sql}; select 1`, down: null, undeclared })
  expect(proof.base).toBe('history')
  return proof
}

test('functions, triggers, views and materialized views that stand are as declared', async () => {
  const sql = `alter table people add column age int; drop view names; create view names as select id, name, age from people`

  expect(await byHand(people, `${people} ${sql};`, sql)).toMatchObject({ result: 'proven', why: [], changed: [] })
})

test('each of them may change, and is held against what is declared', async () => {
  const to = people
    .replace(`'I am '`, `'I feel '`)
    .replace('before insert on people', 'before insert or update on people')
    .replace('select id, name from', 'select id, upper(name) as name from')
  const sql = `
    create or replace function greeting(mood) returns text language sql immutable as $$ select 'I feel ' || $1::text $$;
    create or replace trigger tidy before insert or update on people for each row execute function touch();
    create or replace view names as select id, upper(name) as name from people`

  expect(await byHand(people, to, sql)).toMatchObject({ result: 'proven', why: [] })
  const half = sql.replace('upper(name)', 'lower(name)').replace('insert or update', 'insert')
  expect((await byHand(people, to, half)).why).toEqual([
    expect.stringMatching(/^trigger public.people.tidy: its events? /),
    expect.stringMatching(/^view public.names: its definition is .*lower.* and should be .*upper/),
  ])
})

test('domains, composite types, partitions and sequences that stand are as declared, and may change', async () => {
  const history = `
    create domain email as text check (value like '%@%'); create type place as (street text, zip text);
    create sequence numbers; create table visits (id int default nextval('numbers'), by email, at int, spot place)
      partition by range (at);
    create table early partition of visits for values from (0) to (10);
    create function first_of(email) returns text language sql immutable as $$ select split_part($1, '@', 1) $$;
    create view guests as select first_of(by) as name, (spot).zip from visits;
  `
  const sql = `alter domain email set default 'a@b'; create table late partition of visits for values from (10) to (20);
    alter table visits add column note text; alter sequence numbers cache 5`

  expect(await byHand(history, `${history} ${sql};`, sql)).toMatchObject({ result: 'proven', why: [], changed: [] })
  const wrong = sql.replace(`'a@b'`, `'b@c'`).replace('from (10)', 'from (11)')
  expect((await byHand(history, `${history} ${sql};`, wrong)).why).toEqual([
    expect.stringMatching(/^domain public.email: its default /),
    expect.stringMatching(/^table public.late: its partitionOf /),
  ])
})

test('what nobody declares and something declared needs is there, though it needs what is made again', async () => {
  const history = `
    create type mood as enum ('ok', 'bad');
    create table people (id int primary key, name text not null, mood mood);
    create function greeting(mood) returns text language sql immutable as $$ select 'I am ' || $1::text $$;
    create function said(int) returns text language sql stable as $$ select greeting(mood) from people where id = $1 $$;
    create table notes (id int primary key, says text, check (says <> greeting('ok')));
  `
  const sql = `alter table people add column age int; alter table notes add column more text default greeting('bad')`
  const proof = await byHand(history, `${history} ${sql};`, sql, ['function'])

  expect(proof).toMatchObject({ result: 'proven', why: [], changed: [] })
})

test('a view that nobody declares is there for one that is declared', async () => {
  const hidden = 'create table people (id int primary key, name text); create view mine as select id, name from people;'
  const history = `${hidden} create materialized view theirs as select id from mine;`
  const sql =
    'drop materialized view theirs; create materialized view theirs as select id, name from mine; alter table people add age int'
  const proof = await byHand(history, `${history} ${sql};`, sql, ['view'])

  expect(proof).toMatchObject({ result: 'proven', why: [], changed: [] })
})

test('roles, extensions and schemas of the history are taken as they stand', async () => {
  const history = `
    create schema app; create extension citext schema app; create role reader; comment on schema app is 'ours';
    create table app.people (id int primary key, name app.citext); grant usage on schema app to reader;
    grant select on app.people to reader;
  `
  const sql = 'alter table app.people add column more app.citext; grant update on app.people to reader'

  expect(await byHand(history, `${history} ${sql};`, sql)).toMatchObject({ result: 'proven', why: [], changed: [] })
})
