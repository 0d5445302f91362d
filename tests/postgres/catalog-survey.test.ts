import { describe, expect, test } from 'vitest'
import { readCatalog, survey, unmodelledText } from '../../src/postgres/catalog.ts'
import { columnKey } from '../../src/postgres/column.ts'
import { key, keyOf } from '../../src/schema/object.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()

describe('what a schema cannot say', () => {
  test('is named, object by object', async () => {
    await database.connection.script(
      `
      create role reader;
      create extension pg_trgm;
      create domain email as text check (value like '%@%');
      create type pair as (a int, b int);
      create type span as range (subtype = int);
      create table t (
        id int primary key, code int unique, a text, mail email, during int4range,
        constraint once exclude using gist (during with &&),
        constraint later check (id > 0) no inherit);
      create table u (id int references t (code) match full);
      create table parent (id int) partition by range (id);
      create table child partition of parent for values from (1) to (9);
      create table other partition of parent (id default 5) for values from (10) to (19);
      create view v as select id from t;
      create materialized view m as select id from t;
      create index on m (id);
      create function g() returns trigger language plpgsql as 'begin return new; end';
      create trigger touch before insert on t for each row execute function g();
      create rule quiet as on insert to u do instead nothing;
      create publication news for table t;
      create statistics st on id, a from t;
      `,
    )
    await database.connection.script(`
      comment on table t is 'x'; comment on statistics st is 'y';
      grant insert on t to reader with grant option; set role reader; grant insert on t to public; reset role;
      revoke insert on u from postgres;
      alter table u replica identity full`)
    const { schema, unmodelled } = await survey(database.connection)
    expect(unmodelled.map(unmodelledText)).toEqual(
      [
        'check public.t.later: NO INHERIT',
        'comment on statistics object public.st',
        'foreign key public.u.u_id_fkey: MATCH FULL',
        'rule quiet on public.u',
        'statistics object public.st',
        'grant on table public.t: insert to public, granted by reader',
        'grant on table public.u: insert revoked from the owner',
        'table public.u: REPLICA IDENTITY',
        'table public.other: columns unlike those of its table',
      ].sort(),
    )
    expect(schema.get(columnKey('public', 't', 'mail'))?.attrs).toMatchObject({
      type: '',
      of: key('domain', 'public', 'email'),
    })
    expect(schema.has(key('table', 'public', 'child'))).toBe(true)
    for (const k of [
      key('view', 'public', 'v'),
      key('materializedView', 'public', 'm'),
      key('index', 'public', 'm', 'm_id_idx'),
    ])
      expect(schema.has(k), k).toBe(true)
  })

  test('is named for the rarest kinds too', async () => {
    await database.connection.script(`
      create role reader;
      create aggregate total(int) (sfunc = int4pl, stype = int);
      create collation plain (locale = 'C');
      create function plus(text, text) returns text language sql as 'select $1 || $2';
      create operator ||| (leftarg = text, rightarg = text, function = plus);
      create cast (text as point) with inout;
      create text search configuration simpler (copy = pg_catalog.simple);
      create foreign data wrapper away;
      create server far foreign data wrapper away;
      create foreign table distant (id int) server far;
      alter default privileges for role reader revoke delete on tables from reader`)
    const { schema, unmodelled } = await survey(database.connection)
    expect(unmodelled.map(unmodelledText)).toEqual([
      'aggregate public.total(integer)',
      'cast (pg_catalog.text AS pg_catalog.point)',
      'collation public.plain',
      'default acl for role reader on tables',
      'foreign table public.distant',
      'foreign-data wrapper away',
      'operator public.|||(pg_catalog.text,pg_catalog.text)',
      'server far',
      'text search configuration public.simpler',
    ])
    expect([...schema].map(keyOf)).toEqual(['function:public.plus.text, text', 'role:reader', 'schema:public'])
    await database.connection.script(`
      drop cast (text as point); drop foreign data wrapper away cascade`)
  })

  test('a constraint that does not hold for the rows yet', async () => {
    await database.connection.script(`
      create table t (a int); alter table t add constraint c check (a > 0) not valid;
      alter table t add constraint n not null a not valid`)
    expect((await survey(database.connection)).unmodelled.map(unmodelledText)).toEqual([
      'check public.t.c: NOT VALID',
      'constraint public.t.n: NOT NULL a NOT VALID',
    ])
  })
})

describe('reading', () => {
  test('hostile names come back as they are', async () => {
    const names = ['a.b', 'it"s', "it's", 'back\\slash', 'select', ' space ', 'Ünïcödé😀', 'x'.repeat(63)]
    const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
    for (const name of names) {
      const n = quote(name)
      await database.connection.script(`
        create schema ${n}; create type ${n}.${n} as enum ('${name.replaceAll("'", "''")}');
        create table ${n}.t (${n} serial, e ${n}.${n}, constraint ${n} unique (${n}));
        create policy ${n} on ${n}.t using (${n} > 0)`)
    }
    const schema = await readCatalog(database.connection)
    for (const name of names) {
      expect(schema.get(columnKey(name, 't', name))?.attrs).toMatchObject({ type: 'serial', default: null })
      expect(schema.get(columnKey(name, 't', 'e'))?.attrs).toMatchObject({ of: key('enum', name, name) })
      expect(schema.get(key('enum', name, name))?.attrs).toEqual({ values: [name] })
      expect(schema.get(key('unique', name, 't', name))?.attrs).toMatchObject({ columns: [columnKey(name, 't', name)] })
      expect(schema.has(key('policy', name, 't', name))).toBe(true)
    }
  })

  test('inside an open transaction sees its changes, keeps it open, and leaves its settings', async () => {
    const { connection } = database
    await connection.script(`begin; set local search_path = pg_catalog, public; create table public.t (id int)`)
    const schema = await readCatalog(connection, { transaction: false })
    expect(schema.has(key('table', 'public', 't'))).toBe(true)
    expect(await connection.query(`select current_setting('search_path') as path`)).toEqual([
      { path: 'pg_catalog, public' },
    ])
    await connection.script('rollback')
    expect((await readCatalog(connection)).has(key('table', 'public', 't'))).toBe(false)
  })

  test('a role that may do nothing reads the same', async () => {
    await database.connection.script(`
      create role nobody; create schema closed; revoke all on schema public from public;
      create table closed.t (id serial primary key, a int default 5 check (a > 0)); create view closed.v as table closed.t;
      create index on closed.t (a) where a > 7; alter table closed.t enable row level security;
      create policy p on closed.t using (a > 1)`)
    const owner = await survey(database.connection)
    await database.connection.script('set role nobody')
    const nobody = await survey(database.connection)
    expect([...nobody.schema]).toEqual([...owner.schema])
    expect(nobody.unmodelled).toEqual(owner.unmodelled)
  })

  test('leaves no transaction and no setting behind', async () => {
    await database.connection.script(`set search_path = public`)
    await readCatalog(database.connection)
    await database.connection.script('create table still_writable (id int)')
    expect(await database.connection.query(`select current_setting('search_path') as path`)).toEqual([
      { path: 'public' },
    ])
  })

  test('300 tables take as many queries as none', async () => {
    let calls = 0
    const { connection } = database
    const counting = {
      ...connection,
      query: (...args: Parameters<typeof connection.query>) => {
        calls++
        return connection.query(...args)
      },
    } as typeof connection
    await readCatalog(counting)
    const few = calls
    const tables = Array.from(
      { length: 300 },
      (_, i) =>
        `create table t${i} (id serial primary key, up int references t${Math.max(0, i - 1)}, name text); create index on t${i} (name)`,
    )
    for (let i = 0; i < tables.length; i += 50) await connection.script(tables.slice(i, i + 50).join(';'))
    const schema = await readCatalog(counting)
    expect(calls).toBe(2 * few)
    const counted = (kind: string) => [...schema].filter((object) => object.kind === kind).length
    expect([counted('table'), counted('column'), counted('foreignKey'), counted('index')]).toEqual([300, 900, 300, 300])
  })
})
