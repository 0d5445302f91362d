import { expect, test } from 'vitest'
import { proving } from './proving.ts'

const prove = proving()

test('a table that is spread over partitions has them, and rows in them', async () => {
  const events = `create table events (id int, at int not null) partition by range (at);
    create table early partition of events for values from (0) to (10) partition by list (id);
    create table early_rest partition of early default;`
  const { proof } = await prove.change(events, `${events} create index events_id on events (id);`)

  expect(proof).toMatchObject({ result: 'proven', base: 'neighbourhood', seeded: { rows: 10, notFilled: [] } })
  expect(proof.observed).toMatchObject([{ tables: ['public.early', 'public.early_rest', 'public.events'] }])
})

test('what only the way back makes anew is there: a column that calls a function on a type on a domain', async () => {
  const state = (rule: string) => `create domain word as integer ${rule}; create domain "w ord" as word;
    create type pair as (one "w ord");
    create function len(it pair) returns integer language sql immutable as 'select 1';
    create table t (id int primary key, it pair, len int generated always as (len(it)) stored);`
  const { proof } = await prove.change(state('not null'), state(''))

  expect(proof).toMatchObject({ result: 'proven', why: [], base: 'neighbourhood', down: { result: 'proven', why: [] } })
})
