import { expect, test } from 'vitest'
import { extension } from '../../src/postgres/extension.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { schemaKey } from '../../src/postgres/schema.ts'
import { key, keyOf } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'
import { proving } from './proving.ts'

const prove = proving()

const notes = 'create table notes (id uuid primary key, owner uuid);'
const policy = (condition: string) =>
  `create policy own on notes for all to authenticated using (${condition}); alter table notes enable row level security;`

/** Two states as declared text, since their objects stand on what no schema file declares. */
const made = (given: string) => `create role authenticated; ${given}`

test('a role that nobody declares is made for the proof, and listed', async () => {
  const { proof } = await prove.change(made(notes), made(notes + policy('true')), { undeclared: ['role'] })

  expect(proof).toMatchObject({ result: 'proven', base: 'neighbourhood', assumed: ['role authenticated'] })
})

test('a policy that asks for the signed-in user gets the functions of Supabase', async () => {
  const auth = `create schema auth; create function auth.uid() returns uuid language sql as 'select null::uuid';`
  const { proof } = await prove.change(made(auth + notes), made(auth + notes + policy('owner = (select auth.uid())')), {
    undeclared: ['role', 'function'],
  })

  expect(proof).toMatchObject({ result: 'proven', assumed: ['role authenticated', 'what supabase provides'] })
})

test('a provider that the project names is there from the start', async () => {
  const { proof } = await prove.byHand(notes, 'grant select on notes to anonymous; select auth.user_id()', {
    providers: ['neon'],
  })

  expect(proof).toMatchObject({ result: 'proven', assumed: ['what neon provides'] })
})

test('an extension is created where something needs it', async () => {
  const from = 'create table t (id int primary key, name text not null);'
  const index = 'create index t_name on t using gin (name gin_trgm_ops);'
  const { proof } = await prove.change(
    `create extension pg_trgm; create extension vector; ${from}`,
    `create extension pg_trgm; create extension vector; ${from} ${index} alter table t add column v vector(3);`,
    { undeclared: ['extension'] },
  )

  expect(proof).toMatchObject({
    result: 'proven',
    assumed: ['extension pg_trgm', 'extension vector'],
    down: { result: 'proven' },
  })
})

test('a declared extension is made where something needs it, and is not assumed', async () => {
  const from = 'create schema ext; create table t (id int primary key, name text not null);'
  const { proof } = await prove.change(
    from,
    `create schema ext; create extension citext schema ext; create extension pg_trgm;
     create table t (id int primary key, name text not null);
     create index t_name on t using gin (name gin_trgm_ops);`,
  )

  expect(proof).toMatchObject({ result: 'proven', assumed: [], down: { result: 'proven' } })
})

test('a migration that makes an extension which the engine lacks is not checked, and says so', async () => {
  const place = postgres.empty
  const lacking = extension.make({ name: 'postgis' }, { schema: schemaKey('public'), version: null }, undefined, [])
  const { proof } = await prove.pair({ from: place, to: new Schema([...place, lacking]) })

  expect(proof).toMatchObject({ result: 'not checked', down: null })
  expect(proof.why).toEqual([
    'the engine lacks an extension: extension "postgis" is not available; shadow in the config names a server that has it',
  ])
})

test('the history brings its own roles and extensions, which are not assumed', async () => {
  const { proof } = await prove.byHand(
    'create role authenticated nologin; create extension vector; create table t (v vector(3) not null);',
    'grant select on t to authenticated',
  )

  expect(proof).toMatchObject({ result: 'proven', base: 'history', assumed: [], seeded: { rows: 10 } })
})

/** A state with columns of a type that only PostGIS brings: a domain stands in for it while the state is read. */
async function withGeometry(tables: string): Promise<Schema> {
  const state = await prove.stateOf(`create domain geometry as text; ${tables}`)
  const geometry = key('domain', 'public', 'geometry')
  return new Schema(
    [...state].flatMap((object) => {
      if (keyOf(object) === geometry) return []
      if (!object.refs.includes(geometry)) return [object]
      return [{ ...object, attrs: { ...object.attrs, type: 'geometry', of: null }, refs: [] }]
    }),
  )
}

test('what needs an extension that the engine lacks is left out with what depends on it', async () => {
  const places = 'create table places (id int primary key, name text, at geometry);'
  const from = await withGeometry(places)
  const to = await withGeometry(`${places} alter table places add column note text;`)
  const { proof } = await prove.pair({ from, to })

  expect(proof).toMatchObject({ result: 'proven', seeded: { rows: 10 } })
  expect(proof.assumed).toEqual(['no column:public.places.at: the engine has no extension postgis'])
})

test('a change of what needs such an extension is not checked, and says why', async () => {
  const from = await prove.stateOf('create table places (id int primary key);')
  const to = await withGeometry('create table places (id int primary key, at geometry);')
  const { proof } = await prove.pair({ from, to }, { earlier: [{ tag: '0000_a', sql: 'create extension postgis' }] })

  expect(proof.result).toBe('not checked')
  expect(proof.why[0]).toMatch(/0000_a, statement 1: .* extension "postgis" is not available; shadow in the config/)
})
