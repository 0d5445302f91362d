import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import { survey } from '../../src/postgres/catalog.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { type Server, startServer } from '../harness/server.ts'

let server: Server
const connections: Connection[] = []
beforeAll(async () => {
  server = await startServer()
  connections.push(await connect(await server.createDatabase()), await openEmbedded())
})
afterAll(async () => {
  for (const connection of connections) await connection.close()
  await server?.stop()
})

const everything = `
  create role reader nologin;
  create schema "a.b";
  create type "a.b".state as enum ('new', 'it''s', 'old');
  create sequence "a.b".numbers increment 5 minvalue 5 start 10 cache 2 cycle;
  create table public.users (
    id serial primary key, big bigint generated always as identity, tiny smallserial,
    email varchar(255) not null, born date default '2000-01-01', at timestamptz(3) default now() not null,
    fixed timestamptz default '2024-01-01 00:00:00+02', price numeric(10,2) default 1.50, tags text[] default '{}'::text[],
    state "a.b".state default 'new' not null, states "a.b".state[], shout text generated always as (email || '!') stored,
    data jsonb default '{"a": 1}'::jsonb, length interval default '1 day', bytes bytea default '\\x00ff',
    constraint email_once unique nulls not distinct (email, born), constraint grown check (born < current_date and price > 0)
  );
  create table "a.b"."T" (
    "a.b" int, "C""c" uuid default gen_random_uuid(), up int,
    constraint "T_pk" primary key ("C""c", "a.b"), unique ("a.b"),
    foreign key ("a.b") references public.users on delete cascade on update set default,
    constraint self foreign key (up) references "a.b"."T" ("a.b") on delete set null
  );
  create unique index users_lower on public.users (lower(email), born desc nulls last) where price > 5 and state <> 'old';
  create index users_data on public.users using gin (data jsonb_path_ops) with (fastupdate = off);
  create index users_sum on public.users ((price + 1), email text_pattern_ops);
  alter table public.users enable row level security;
  create policy own on public.users for select to reader using (id in (select "a.b" from "a.b"."T") and email like '%@x');
  create policy mine on public.users as restrictive for all using (true) with check (price between 1 and 5);
  create view public.v as select id from public.users;
  create function public.f() returns trigger language plpgsql as 'begin return new; end';
  create trigger t before update on public.users for each row execute function public.f();
  comment on table public.users is 'x';
  grant select on public.users to reader`

test('the same statements read the same from a server and from the embedded Postgres', async () => {
  const [live, embedded] = await Promise.all(
    connections.map(async (connection) => {
      await connection.script(everything)
      return survey(connection)
    }),
  )
  expect([...live!.schema]).toEqual([...embedded!.schema])
  expect(live!.schema.hash()).toBe(embedded!.schema.hash())
  expect(live!.unmodelled).toEqual(embedded!.unmodelled)
  expect(live!.schema.size).toBeGreaterThan(30)
})

test('the settings of a session do not show in what is read', async () => {
  const [live] = connections
  const before = await survey(live!)
  await live!.script(`
    set search_path = public, "a.b"; set timezone = 'Asia/Tokyo'; set datestyle = 'German'; set intervalstyle = 'iso_8601';
    set quote_all_identifiers = on; set bytea_output = 'escape'; set extra_float_digits = -3`)
  expect([...(await survey(live!)).schema]).toEqual([...before.schema])
})

test('what changes while it is read does not show: one moment of the whole database', async () => {
  const url = await server.createDatabase()
  const [reader, writer] = [await connect(url), await connect(url)]
  connections.push(reader, writer)
  await writer.script('create table a (id int primary key); create table b (id int)')
  let queries = 0
  const disturbed: Connection = {
    ...reader,
    query: async (...args: Parameters<Connection['query']>) => {
      const rows = await reader.query(...args)
      await writer.script(`alter table a add column c${queries} int; create index on b (id)`)
      queries += 1
      return rows
    },
  } as Connection
  const before = await survey(reader)
  const { schema } = await survey(disturbed)
  expect(queries).toBeGreaterThan(5)
  expect([...schema]).toEqual([...before.schema])
  expect((await survey(reader)).schema.size).toBeGreaterThan(schema.size + 10)
})

test('values arrive alike from both', async () => {
  const [live, embedded] = await Promise.all(
    connections.map(async (connection) => {
      await connection.script(`set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'`)
      return connection.query(`
        select 1::int2 a, 2::int4 b, 3::int8 c, 1.50::numeric d, 1.5::float8 e, true f, 'x'::text g, 'x'::name h,
          '2024-02-29'::date i, '2024-02-29 12:00:00.123456'::timestamp j, '2024-02-29 12:00:00+02'::timestamptz k,
          '{"a": [1]}'::jsonb l, '12:00'::time m, '1 day'::interval n, array['a', null] o, array[1, 2] p,
          array[9007199254740993] q, null::text r, 1::oid s, gen_random_uuid() is null t, '1.2.3.4'::inet u`)
    }),
  )
  expect(live).toEqual(embedded)
})
