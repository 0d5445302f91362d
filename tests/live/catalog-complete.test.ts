import { expect, test } from 'vitest'
import { survey, unmodelledText } from '../../src/postgres/catalog.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { keyOf } from '../../src/schema/object.ts'
import { live } from '../harness/database.ts'

const db = live()

/**
 * One object of everything that Postgres has, by the catalog that keeps it: how it is made, and what a survey calls it, as
 * a key where it is modelled, or else in words.
 */
const everything: Readonly<Record<string, readonly (readonly [sql: string, ...called: readonly string[]])[]>> = {
  pg_authid: [['create role reader', 'role:reader']],
  pg_namespace: [['create schema app', 'schema:app']],
  pg_extension: [['create extension pg_trgm', 'extension:pg_trgm']],
  pg_language: [
    [
      'create trusted language mine handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator',
      'language mine',
    ],
  ],
  pg_type: [
    [`create type app.mood as enum ('sad', 'glad')`, 'enum:app.mood'],
    [`create domain app.email as text check (value like '%@%')`, 'domain:app.email'],
    ['create type app.pair as (a int, b int)', 'composite:app.pair'],
    ['create type app.span as range (subtype = int, multirange_type_name = app.spans)', 'range:app.span'],
    ['create type app.shell', 'type app.shell'],
  ],
  pg_proc: [
    [
      `create function app.plus(text, text) returns text immutable language sql as 'select $1 || $2'`,
      'function:app.plus.text, text',
    ],
    [`create procedure app.run() language sql as 'select 1'`, 'function:app.run.'],
    ['create aggregate app.total(int) (sfunc = int4pl, stype = int)', 'aggregate app.total(integer)'],
    [`create function app.c(internal) returns internal language internal as 'prsd_lextype'`, 'function:app.c.internal'],
    [`create function app.touch() returns trigger language plpgsql as 'begin return new; end'`, 'function:app.touch.'],
  ],
  pg_collation: [[`create collation app.plain (locale = 'C')`, 'collation app.plain']],
  pg_conversion: [
    [`create conversion app.there for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1`, 'conversion app.there'],
  ],
  pg_operator: [
    [
      'create operator app.||| (leftarg = text, rightarg = text, function = app.plus)',
      'operator app.|||(pg_catalog.text,pg_catalog.text)',
    ],
  ],
  pg_opfamily: [['create operator family app.kin using btree', 'operator family app.kin USING btree']],
  pg_opclass: [
    [
      'create operator class app.ints for type int using btree family app.kin as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int)',
      'operator class app.ints USING btree',
    ],
  ],
  pg_amop: [
    [
      `create function app.same(int, text) returns boolean language sql as 'select $1::text = $2'`,
      'function:app.same.integer, text',
    ],
    [
      'create operator app.=== (leftarg = int, rightarg = text, function = app.same)',
      'operator app.===(integer,pg_catalog.text)',
    ],
    [
      'alter operator family integer_ops using hash add operator 1 app.=== (int, text)',
      'operator of access method operator 1 (integer, pg_catalog.text) of pg_catalog.integer_ops USING hash',
    ],
  ],
  pg_amproc: [
    [
      'alter operator family integer_ops using hash add function 1 (oid, oid) hashoid(oid)',
      'function of access method function 1 (pg_catalog.oid, pg_catalog.oid) of pg_catalog.integer_ops USING hash',
    ],
  ],
  pg_cast: [['create cast (text as point) with inout', 'cast (pg_catalog.text AS pg_catalog.point)']],
  pg_transform: [
    [
      'create transform for int language sql (from sql with function prsd_lextype(internal), to sql with function int4recv(internal))',
      'transform for integer language sql',
    ],
  ],
  pg_am: [['create access method heap2 type table handler heap_tableam_handler', 'access method heap2']],
  pg_ts_parser: [
    [
      'create text search parser app.parser (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)',
      'text search parser app.parser',
    ],
  ],
  pg_ts_template: [
    [
      'create text search template app.template (init = dsimple_init, lexize = dsimple_lexize)',
      'text search template app.template',
    ],
  ],
  pg_ts_dict: [
    ['create text search dictionary app.words (template = pg_catalog.simple)', 'text search dictionary app.words'],
  ],
  pg_ts_config: [
    [
      'create text search configuration app.simpler (copy = pg_catalog.simple)',
      'text search configuration app.simpler',
    ],
  ],
  pg_class: [
    ['create table app.t (id int primary key, a text default $$x$$, b int check (b > 0))', 'table:app.t'],
    ['create sequence app.numbers', 'sequence:app.numbers'],
    ['create view app.v as select id from app.t', 'view:app.v'],
    ['create materialized view app.m as select id from app.t', 'materializedView:app.m'],
    ['create table app.heir () inherits (app.t)', 'table app.heir: INHERITS'],
    ['create table app.parent (id int) partition by range (id)', 'table:app.parent'],
    ['create table app.child partition of app.parent for values from (1) to (9)', 'table:app.child'],
    ['create index by_a on app.t (a)', 'index:app.t.by_a'],
    ['create table app.typed of app.pair', 'table app.typed: OF app.pair'],
  ],
  pg_attrdef: [['select', 'column:app.t.a']],
  pg_constraint: [['alter table app.t add unique (b)', 'unique:app.t.t_b_key']],
  pg_rewrite: [['create rule quiet as on insert to app.t do instead nothing', 'rule quiet on app.t']],
  pg_trigger: [
    ['create trigger touch before insert on app.t for each row execute function app.touch()', 'trigger:app.t.touch'],
  ],
  pg_policy: [['create policy own on app.t', 'policy:app.t.own']],
  pg_statistic_ext: [['create statistics app.st on id, a from app.t', 'statistics object app.st']],
  pg_default_acl: [
    [
      'alter default privileges in schema app grant select on tables to reader',
      'defaultPrivilege:app.current_user.tables.reader',
    ],
  ],
  pg_foreign_data_wrapper: [['create foreign data wrapper away', 'foreign-data wrapper away']],
  pg_foreign_server: [
    ['create server far foreign data wrapper away', 'server far'],
    ['create foreign table app.distant (id int) server far', 'foreign table app.distant'],
  ],
  pg_user_mapping: [['create user mapping for reader server far', 'user mapping reader on server far']],
  pg_publication: [['create publication news for table app.t', 'publication:news']],
  pg_subscription: [
    [
      `create subscription letters connection '' publication news with (connect = false, slot_name = none)`,
      'subscription letters',
    ],
  ],
  pg_event_trigger: [
    [`create function app.seen() returns event_trigger language plpgsql as 'begin end'`, 'function:app.seen.'],
    ['create event trigger watch on ddl_command_end execute function app.seen()', 'event trigger watch'],
  ],
  pg_description: [
    [`comment on table app.t is 'x'`, 'comment:app.t.table'],
    [`comment on statistics app.st is 'y'`, 'comment on statistics object app.st'],
  ],
  pg_seclabel: [
    [
      `set allow_system_table_mods = on; insert into pg_seclabel values ('app.t'::regclass, 'pg_class'::regclass, 0, 'guard', 'secret')`,
      'security label on table app.t',
    ],
  ],
}

/** Catalogs whose rows are parts of what another catalog names. */
const parts: Readonly<Record<string, string>> = {
  pg_aggregate: 'pg_proc',
  pg_attribute: 'pg_class',
  pg_enum: 'pg_type',
  pg_foreign_table: 'pg_class',
  pg_index: 'pg_class',
  pg_inherits: 'pg_class',
  pg_partitioned_table: 'pg_class',
  pg_publication_namespace: 'pg_publication',
  pg_publication_rel: 'pg_publication',
  pg_range: 'pg_type',
  pg_sequence: 'pg_class',
  pg_ts_config_map: 'pg_ts_config',
}

/** Catalogs that hold nothing of a database's schema, and why. */
const beside: Readonly<Record<string, string>> = {
  pg_auth_members: 'who belongs to whom is administered, not migrated',
  pg_database: 'the whole database is one of its rows',
  pg_db_role_setting: 'how sessions are set up, for a role or a database as a whole',
  pg_depend: 'follows from the objects',
  pg_init_privs: 'what an extension or initdb granted',
  pg_largeobject: 'rows',
  pg_largeobject_metadata: 'rows',
  pg_parameter_acl: 'of the whole server',
  pg_replication_origin: 'of the whole server',
  pg_shdepend: 'follows from the objects',
  pg_shdescription: 'of the whole server',
  pg_shseclabel: 'of the whole server',
  pg_statistic: 'measured from rows',
  pg_statistic_ext_data: 'measured from rows',
  pg_subscription_rel: 'how far a subscription has come',
  pg_tablespace: 'a folder of the server; what lies in one is told of',
}

test('one object of everything that Postgres has is modelled, or named as not modelled', async () => {
  const made = Object.values(everything).flat()
  for (const [sql] of made) await db.connection.script(sql)
  const { schema, unmodelled } = await survey(db.connection)
  const words = unmodelled.map(unmodelledText)
  const found = new Set([...Array.from(schema, keyOf), ...words])
  const expected = new Set(made.flatMap(([, ...called]) => called))
  expect({
    passedOver: [...expected].filter((name) => !found.has(name)),
    // A row type, an index of a key, an object of an extension.
    tooMany: words.filter((name) => !expected.has(name)),
  }).toEqual({ passedOver: [], tooMany: [] })
  for (const catalog of Object.keys(everything)) {
    const numbered = ['pg_description', 'pg_seclabel'].includes(catalog) ? 'objoid' : 'oid'
    expect(await db.one(`select count(*)::int4 from ${catalog} where ${numbered} >= 16384`), catalog).not.toBe(0)
  }
})

test('no catalog is passed over', async () => {
  const known = new Set([everything, parts, beside].flatMap((some) => Object.keys(some)))
  expect(Object.values(parts).filter((whole) => !(whole in everything))).toEqual([])
  // The server's version may be any, that of the embedded one is the newest.
  const embedded = await openEmbedded()
  for (const connection of [db.connection, embedded]) {
    const rows = await connection.query<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r'`,
    )
    expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
  }
  await embedded.close()
})
