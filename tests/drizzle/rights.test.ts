import { integer, pgEnum, pgTable, serial } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { pgComment, pgDefaultPrivileges, pgGrant, pgRevoke } from '../../src/drizzle/declare.ts'
import { key } from '../../src/schema/object.ts'
import { core, load } from '../harness/load.ts'

const ours = `import { pgComment, pgDefaultPrivileges, pgGrant, pgRevoke } from 'sluice/postgres'\n`
const users = `export const users = pgTable('users', { id: integer().primaryKey(), firstName: text().unique() })\n`

const declared = (code: string, overrides = {}) => load({ 'src/schema.ts': `${core}${ours}${users}${code}` }, overrides)

test('grants to one role on one thing add up, and revokes take away from them', async () => {
  const { schema } = await declared(`
    export const a = pgGrant({ on: users, privileges: ['select', 'insert'], to: 'reader' })
    export const b = pgGrant({ on: users, privileges: ['delete', 'select'], to: ['reader'], withGrantOption: true })
    export const c = pgGrant({ on: users, privileges: 'all', to: 'writer' })
    export const d = pgRevoke({ on: users, privileges: ['truncate', 'trigger', 'references'], from: 'writer' })`)
  const granted = (to: string) => schema.get(key('grant', 'public', 'users', 'table', to))?.attrs
  expect(granted('reader')).toMatchObject({
    privileges: ['delete', 'insert', 'select'],
    grantable: ['delete', 'select'],
  })
  expect(granted('writer')).toMatchObject({ privileges: ['delete', 'insert', 'select', 'update'], grantable: [] })
})

test('a revoke of what default privileges give leaves the rest of it', async () => {
  const { schema } = await declared(`
    export const all = pgDefaultPrivileges({ on: 'tables', privileges: ['select', 'insert'], to: 'app' })
    export const but = pgRevoke({ on: users, privileges: ['insert'], from: 'app' })`)
  expect(schema.get(key('grant', 'public', 'users', 'table', 'app'))?.attrs).toMatchObject({ privileges: ['select'] })
})

test('names are in the casing of the project, and parts are found by the names that they have there', async () => {
  const { schema } = await declared(
    `export const notes = [pgComment(users.firstName, 'a'), pgComment({ constraint: 'users_firstName_unique', on: users }, 'b'),
      pgComment({ constraint: 'users_pkey', on: users }, 'c'), pgComment(pgEnum('mood', ['x']), '')]
     export const one = pgGrant({ on: users.firstName, privileges: ['select'], to: 'reader' })`,
    { casing: 'snake_case' },
  )
  const text = (...names: string[]) => schema.get(key('comment', ...names))?.attrs.text
  expect(text('public', 'users', 'first_name', 'column')).toBe('a')
  expect(text('public', 'users', 'users_firstName_unique', 'unique')).toBe('b')
  expect(text('public', 'users', 'primaryKey')).toBe('c')
  expect([...schema].filter(({ kind }) => kind === 'comment')).toHaveLength(3)
  expect(schema.has(key('grant', 'public', 'users', 'first_name', 'column', 'reader'))).toBe(true)
})

test('what stands in a schema that nobody exports can be granted and commented on', async () => {
  const { schema } = await declared(`
    const auth = pgSchema('auth').table('users', { id: integer() })
    export const may = pgGrant({ on: [auth, auth.id], privileges: ['select'], to: 'app' })
    export const said = pgComment(auth.id, 'theirs')`)
  expect(schema.get(key('grant', 'auth', 'users', 'table', 'app'))).not.toHaveProperty('parent')
  expect(schema.get(key('comment', 'auth', 'users', 'id', 'column'))?.id).toMatchObject({ table: 'users', name: 'id' })
})

test.each([
  [`pgComment({ constraint: 'no', on: users }, 'x')`, 'public.users has no constraint no'],
  [`pgComment({ index: 'no', on: users }, 'x')`, 'public.users has no index no'],
  [`pgGrant({ on: { sequenceOf: users.id }, privileges: ['usage'], to: 'r' })`, 'public.users.id has no sequence'],
])('%s is refused', async (code, says) => {
  await expect(declared(`export const one = ${code}`)).rejects.toMatchObject({
    code: 'DECLARATION_INVALID',
    exit: 2,
    message: expect.stringContaining(says),
  })
})

test('two comments on one thing are refused with their files', async () => {
  await expect(
    declared(`export const a = pgComment(users, 'x'); export const b = pgComment(users, 'y')`),
  ).rejects.toMatchObject({
    code: 'SCHEMA_DECLARED_TWICE',
    details: { object: 'comment:public.users.table', files: ['src/schema.ts'] },
  })
})

test('two objects of one name are refused', async () => {
  const code = `export const t = pgTable('t', { a: integer() }, (t) => [check('c', sql\`true\`), check('c', sql\`false\`)])`
  await expect(
    load({ 'src/a.ts': `${core}import { check } from 'drizzle-orm/pg-core'\n${code}` }),
  ).rejects.toMatchObject({
    code: 'OBJECT_DUPLICATE',
  })
})

test('privileges are those of the thing', () => {
  const t = pgTable('t', { id: serial(), n: integer() })
  const e = pgEnum('e', ['a'])
  pgGrant({ on: t, privileges: ['delete', 'truncate'], to: 'public' })
  pgGrant({ on: [t.id, t.n], privileges: ['references'], to: 'public' })
  pgGrant({ on: { sequenceOf: t.id }, privileges: ['usage'], to: 'public' })
  pgGrant({ on: e, privileges: ['usage'], to: 'public' })
  pgDefaultPrivileges({ on: 'functions', privileges: ['execute'], to: 'public' })
  // @ts-expect-error a table has no usage
  pgGrant({ on: t, privileges: ['usage'], to: 'public' })
  // @ts-expect-error a column cannot be deleted from
  pgGrant({ on: t.id, privileges: ['delete'], to: 'public' })
  // @ts-expect-error a type has nothing to select
  pgRevoke({ on: e, privileges: ['select'], from: 'public' })
  // @ts-expect-error nothing is executed of a table
  pgDefaultPrivileges({ on: 'tables', privileges: ['execute'], to: 'public' })
  // @ts-expect-error somebody must be named
  pgDefaultPrivileges({ on: 'tables', privileges: ['select'] })
  // @ts-expect-error a part belongs to something
  pgComment({ constraint: 'c' }, 'x')
})
