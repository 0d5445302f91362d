import { sql } from 'drizzle-orm'
import { integer, pgSchema, pgTable, pgView, text } from 'drizzle-orm/pg-core'
import { pgExtension, pgFunction, pgProcedure, pgTrigger } from 'sluice/postgres'
import { expect, test } from 'vitest'
import { routine } from '../../src/postgres/function.ts'
import { trigger } from '../../src/postgres/trigger.ts'
import { load } from '../harness/load.ts'

const users = pgTable('users', { id: integer(), eMail: text('e-mail') })
const posts = pgTable('posts', { id: integer(), author: integer() })
const names = pgView('names').as((db) => db.select().from(users))
const touch = pgFunction('touch', { returns: 'trigger', language: 'plpgsql', body: '' })
const row = { when: 'before', forEach: 'row', execute: touch } as const

// What does not compile is the test; nothing is called.
const typed = () => {
  pgTrigger('a', users, { ...row, on: { update: [users.eMail] }, condition: ({ old }) => sql`${old.eMail} = 'x'` })
  // @ts-expect-error: the table has no such column
  pgTrigger('a', users, { ...row, on: { update: [users.email] } })
  // @ts-expect-error: a column of another table
  pgTrigger('a', users, { ...row, on: ['insert', { update: [posts.author] }] })
  // @ts-expect-error: no such column in the row
  pgTrigger('a', users, { ...row, on: 'update', condition: ({ new: now }) => sql`${now.email} = 'x'` })
  // @ts-expect-error: no such event
  pgTrigger('a', users, { ...row, on: 'select' })
  // @ts-expect-error: a table is no function
  pgTrigger('a', users, { ...row, on: 'insert', execute: posts })
  // @ts-expect-error: a procedure is no function
  pgTrigger('a', users, { ...row, on: 'insert', execute: pgProcedure('p', { language: 'sql', body: '' }) })
  pgTrigger('a', names, { ...row, when: 'instead of', on: ['insert', 'update'] })
  // @ts-expect-error: a view has no columns for a trigger
  pgTrigger('a', names, { ...row, when: 'instead of', on: { update: [names.id] } })
  pgFunction('f', {
    args: [{ type: users.id }, { type: { arrayOf: users } }],
    returns: { setOf: users },
    language: 'sql',
    body: '',
  })
  // @ts-expect-error: no such mode
  pgFunction('f', { args: [{ type: 'text', mode: 'table' }], language: 'sql', body: '' })
  // @ts-expect-error: no such volatility
  pgFunction('f', { volatility: 'constant', language: 'sql', body: '' })
  // @ts-expect-error: a procedure has no result
  pgProcedure('p', { returns: 'text', language: 'sql', body: '' })
  pgExtension('vector', { schema: pgSchema('ext'), version: '0.8' })
  // @ts-expect-error: a version is a text
  pgExtension('vector', { version: 8 })
  text().default(pgFunction('f', { returns: 'text', language: 'sql', body: '' })())
}

test('columns, events and modes are typed', () => expect(typed).toBeTypeOf('function'))

const head = `
  import { sql } from 'drizzle-orm'
  import { integer, pgEnum, pgSchema, pgTable, text, varchar } from 'drizzle-orm/pg-core'
  import * as pg from 'sluice/postgres'
  export const app = pgSchema('app')
  export const mood = app.enum('Mo od', ['ok'])
  export const plain = pgEnum('plain', ['ok'])
  export const users = pgTable('users', { id: integer(), firstName: text(), code: varchar({ length: 3 }).array(), moods: mood().array() })
  export const of = (...args: unknown[]) => ({ language: 'sql', body: 'select 1', returns: 'void', args: args.map((type) => ({ type })) })
`
const loaded = async (code: string, casing?: string) => {
  const config = casing
    ? { 'drizzle.config.json': JSON.stringify({ dialect: 'postgresql', schema: 'src/schema.ts', casing }) }
    : {}
  const { schema } = await load({ 'src/schema.ts': head + code, ...config })
  return [...schema]
}

test.each([
  [`'int'`, 'integer'],
  [`'int4[]'`, 'integer[]'],
  [`'varchar(20)[3]'`, 'character varying[]'],
  [`'timestamptz(3)'`, 'timestamp with time zone'],
  [`'double precision'`, 'double precision'],
  [`'BOOL'`, 'boolean'],
  [`'app.thing'`, 'app.thing'],
  [`'plain'`, '"public"."plain"'],
  [`'app."Mo od"[]'`, '"app"."Mo od"[]'],
  ['mood', '"app"."Mo od"'],
  ['{ arrayOf: mood }', '"app"."Mo od"[]'],
  ['users', '"public"."users"'],
  ['users.id', 'integer'],
  ['users.code', 'character varying[]'],
  ['users.moods', '"app"."Mo od"[]'],
])('a function of %s is told apart as %s', async (type, args) => {
  const objects = await loaded(`export const f = pg.pgFunction('f', of(${type}))`)
  expect(objects.filter(routine.is).map(({ id }) => id)).toEqual([{ schema: 'public', name: 'f', args }])
})

test('settings are lists of names where Postgres takes lists, and values elsewhere', async () => {
  const objects = await loaded(`export const all = [
    { search_path: '' }, { search_path: [] }, { search_path: 'app, "Mixed Case"' }, { search_path: ['$user', 'app'] }, { 'my.list': 'a, b', work_mem: '1MB', jit: false },
  ].map((set, i) => pg.pgFunction('f' + i, { ...of(), set }))`)
  expect(objects.filter(routine.is).map(({ attrs }) => attrs.set)).toEqual([
    { search_path: '""' },
    { search_path: '""' },
    { search_path: 'app, "Mixed Case"' },
    { search_path: '"$user", app' },
    { 'my.list': 'a, b', work_mem: '1MB', jit: 'false' },
  ])
})

test('columns of a condition and of UPDATE OF have the names that the casing gives them', async () => {
  const objects = await loaded(
    `
    export const touch = pg.pgFunction('touch', { schema: app, returns: 'trigger', language: 'plpgsql', body: '' })
    export const trigger = pg.pgTrigger('t', users, {
      when: 'before', forEach: 'row', on: { update: [users.firstName] }, execute: touch,
      condition: ({ old, new: now }) => sql\`\${old.firstName} <> \${now.firstName}\`,
    })`,
    'snake_case',
  )
  expect(objects.find(trigger.is)?.attrs).toMatchObject({
    columns: ['column:public.users.first_name'],
    condition: 'old."first_name" <> new."first_name"',
    function: 'function:app.touch.',
  })
})

test('a trigger of a table that is not exported is an error that names it', async () => {
  const away = `pg.pgTrigger('t', pgTable('away', { id: integer() }), { when: 'before', forEach: 'row', on: 'insert', execute: { schema: 'public', name: 'f' } })`
  await expect(loaded(`export const t = ${away}`)).rejects.toMatchObject({ code: 'TARGET_NOT_DECLARED', exit: 2 })
})

test('a function that is declared twice is an error, an overload is not', async () => {
  const twice = (a: string, b: string) =>
    loaded(`export const a = pg.pgFunction('f', of(${a})); export const b = pg.pgFunction('f', of(${b}))`)
  await expect(twice(`'int'`, `'integer'`)).rejects.toMatchObject({ code: 'SCHEMA_DECLARED_TWICE' })
  expect((await twice(`'int'`, `'text'`)).filter(routine.is)).toHaveLength(2)
})
