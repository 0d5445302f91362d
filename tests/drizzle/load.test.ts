import { expect, test } from 'vitest'
import { loadConfig } from '../../src/drizzle/config.ts'
import { loadSchema } from '../../src/drizzle/load.ts'
import { columnKey } from '../../src/postgres/column.ts'
import { enumKey } from '../../src/postgres/enum.ts'
import { tableKey } from '../../src/postgres/table.ts'
import { keyOf } from '../../src/schema/object.ts'
import { core, load, table, tablesIn } from '../harness/load.ts'
import { project } from '../harness/project.ts'

const tablesOf = async (...given: Parameters<typeof load>) => tablesIn(await load(...given))

test('the schema is a file, a folder, globs, or a list of them', async () => {
  const files = {
    'src/a.ts': table('a'),
    'src/b.ts': table('b'),
    'src/README.md': '#',
    'src/deep/c.ts': table('c'),
    'src/[id]/(x)/d.ts': table('d'),
  }
  expect(await tablesOf(files, { schema: './src/a.ts' })).toEqual(['a'])
  expect(await tablesOf(files, { schema: 'src' })).toEqual(['a', 'b'])
  expect(await tablesOf(files, { schema: './src/**/*.ts' })).toEqual(['a', 'b', 'c', 'd'])
  expect(await tablesOf(files, { schema: ['src/[id]/(x)/d.ts', 'src/deep'] })).toEqual(['c', 'd'])
})

test('a pattern that matches nothing is an error, even beside one that does', async () => {
  await expect(load({ 'src/a.ts': table('a') }, { schema: ['src/a.ts', 'src/b.ts'] })).rejects.toMatchObject({
    code: 'SCHEMA_NOT_FOUND',
    exit: 2,
    details: { pattern: 'src/b.ts' },
  })
})

test('a table that is exported from several files is one table', async () => {
  expect(
    await tablesOf({
      'src/a.ts': table('a'),
      'src/index.ts': `export * from './a'\nexport { a as again } from './a'\nexport { a as default } from './a'`,
    }),
  ).toEqual(['a'])
})

test.each([
  ['each in the schema', 'src/**/*.ts'],
  ['behind an index', 'src/index.ts'],
])('two tables with one name, %s, are refused with the files that declare them', async (_, schema) => {
  const files = {
    'src/index.ts': `export * from './users'\nexport * from './accounts'`,
    'src/users.ts': table('users'),
    'src/accounts.ts': table('users', 'accounts'),
  }
  const error = await load(files, { schema }).catch((caught) => caught)
  expect(error).toMatchObject({ code: 'SCHEMA_DECLARED_TWICE', exit: 2 })
  expect([...error.details.files].sort()).toEqual(['src/accounts.ts', 'src/users.ts'])
})

test('no tables at all is said, not decided', async () => {
  expect(await load({ 'src/a.ts': 'export const x = 1' })).toMatchObject({ empty: true })
  expect(await load({ 'src/a.ts': table('a') })).toMatchObject({ empty: false })
})

test('an import of drizzle-orm/supabase or /neon names the provider', async () => {
  const policy = `${core}import { authenticatedRole } from 'drizzle-orm/supabase'
    export const a = pgTable('a', {}, () => [pgPolicy('p', { to: authenticatedRole, using: sql\`true\` })])`
  expect((await load({ 'src/a.ts': policy })).providers).toEqual(['supabase'])
  expect((await load({ 'src/a.ts': table('a') })).providers).toEqual([])
})

test('values inside expressions are written into them', async () => {
  const text = `${core}import { check, index } from 'drizzle-orm/pg-core'\nimport { and, eq, gt } from 'drizzle-orm'
    export const a = pgTable('a', { n: integer(), s: text() }, (t) => [
      check('c', sql\`\${t.n} > \${5}\`), index('i').on(t.n).where(and(eq(t.s, "it's"), gt(t.n, 3))!) ])`
  const { schema } = await load({ 'src/a.ts': text })
  const attrs = [...schema].filter(({ kind }) => kind === 'check' || kind === 'index').map((object) => object.attrs)
  expect(attrs).toMatchObject([{ expression: '"a"."n" > 5' }, { where: `("a"."s" = 'it''s' and "a"."n" > 3)` }])
})

test('a role that exists is none of ours, nor one of the provider or one that the config excludes', async () => {
  const text = `${core}
    export const a = pgTable('a', { id: integer() })
    export const known = pgRole('known').existing()
    export const ours = pgRole('ours', { createDb: true })
    export const anon = pgRole('anon')
    export const out = pgRole('out')`
  const config = `export default { dialect: 'postgresql', schema: './src/a.ts', entities: {
    roles: { provider: 'supabase', exclude: ['out'] } } }`
  await using made = await project({ 'src/a.ts': text, 'drizzle.config.ts': config })
  const { schema, warnings } = await loadSchema(await loadConfig({ cwd: made.folder }))
  expect([...schema].filter(({ kind }) => kind === 'role')).toMatchObject([
    { id: { name: 'ours' }, attrs: { createDb: true, createRole: false, inherit: true } },
  ])
  expect(warnings.map((warning) => /role (\w+) is left/.exec(warning)?.[1])).toEqual(['anon', 'out'])
})

test('roles of Neon are left to it', async () => {
  const text = `${core}
    export const authenticated = pgRole('authenticated')
    export const anonymous = pgRole('anonymous')
    export const anon = pgRole('anon')`
  const config = `export default { dialect: 'postgresql', schema: './src/a.ts', entities: { roles: { provider: 'neon' } } }`
  await using made = await project({ 'src/a.ts': text, 'drizzle.config.ts': config })
  const { schema, warnings } = await loadSchema(await loadConfig({ cwd: made.folder }))
  expect([...schema].filter(({ kind }) => kind === 'role').map(({ id }) => id.name)).toEqual(['anon'])
  expect(warnings.map((warning) => /role (\w+) is left/.exec(warning)?.[1])).toEqual(['anonymous', 'authenticated'])
})

test('a table of pgTableCreator has the name that its function makes', async () => {
  const text = `${core}import { index, pgTableCreator } from 'drizzle-orm/pg-core'
    const table = pgTableCreator((name) => \`shop_\${name}\`)
    export const items = table('items', { id: integer().primaryKey(), of: integer().references(() => items.id) }, (t) => [
      index().on(t.of)])`
  const { schema } = await load({ 'src/a.ts': text })
  expect([...schema.children(tableKey('public', 'shop_items'))].map(keyOf).sort()).toEqual([
    'column:public.shop_items.id',
    'column:public.shop_items.of',
    'foreignKey:public.shop_items.shop_items_of_shop_items_id_fk',
    'index:public.shop_items.shop_items_of_index',
    'primaryKey:public.shop_items',
  ])
})

test('.link() gives a policy to a table; one that belongs to none is named', async () => {
  const text = `${core}
    export const inside = pgPolicy('inside')
    export const a = pgTable('a', { id: integer() }, () => [inside])
    export const linked = pgPolicy('linked', { using: sql\`true\` }).link(a)
    export const away = pgPolicy('away').link(pgSchema('auth').table('users', { id: integer() }))
    export const lonely = pgPolicy('lonely')`
  const { schema, warnings } = await load({ 'src/a.ts': text })
  const policies = [...schema].filter(({ kind }) => kind === 'policy')
  expect(policies.map((object) => [keyOf(object), object.parent])).toEqual([
    ['policy:auth.users.away', undefined],
    ['policy:public.a.inside', 'table:public.a'],
    ['policy:public.a.linked', 'table:public.a'],
  ])
  expect(schema.get(tableKey('public', 'a'))?.attrs).toMatchObject({ rls: true, rlsDeclared: false })
  expect(warnings).toEqual(['policy lonely belongs to no table: .link(table) gives it to one'])
})

test('an enum made of a TypeScript enum is an enum', async () => {
  const text = `${core}enum Mood { Good = 'good', Bad = 'bad' }\nexport const mood = pgEnum('mood', Mood)
    export const a = pgTable('a', { now: mood().default(Mood.Bad), all: mood().array() })`
  const { schema } = await load({ 'src/a.ts': text })
  expect(schema.get(enumKey('public', 'mood'))?.attrs).toEqual({ values: ['good', 'bad'] })
  expect(schema.get(columnKey('public', 'a', 'now'))).toMatchObject({ attrs: { type: '', default: "'bad'" } })
  expect(schema.get(columnKey('public', 'a', 'all'))?.attrs).toMatchObject({
    type: '[]',
    of: enumKey('public', 'mood'),
  })
})

test.each([
  [
    'two indexes of one schema',
    `index('same').on(t.id)`,
    `index('same').on(t.id)`,
    'index:public.a.same',
    'index:public.b.same',
  ],
  ['an index and a table', `index('b').on(t.id)`, '', 'index:public.a.b', 'table:public.b'],
  [
    'names that differ after 63 bytes',
    `index('${'x'.repeat(63)}1').on(t.id)`,
    `index('${'x'.repeat(63)}2').on(t.id)`,
    /xxx1$/,
    /xxx2$/,
  ],
])('%s cannot share a name', async (_, first, second, ...objects) => {
  const text = `${core}import { index } from 'drizzle-orm/pg-core'
    export const a = pgTable('a', { id: integer() }, (t) => [${first}])
    export const b = pgTable('b', { id: integer() }, (t) => [${second}])`
  await expect(load({ 'src/a.ts': text })).rejects.toMatchObject({
    code: 'NAMES_CLASH',
    exit: 2,
    details: { objects: objects.map((o) => (typeof o === 'string' ? o : expect.stringMatching(o))) },
  })
})

test('an index on an expression needs a name', async () => {
  const text = `${core}import { index } from 'drizzle-orm/pg-core'
    export const a = pgTable('a', { s: text() }, (t) => [index().on(sql\`lower(\${t.s})\`)])`
  await expect(load({ 'src/a.ts': text })).rejects.toMatchObject({
    code: 'INDEX_UNNAMED',
    message: expect.stringContaining('lower("s")'),
  })
})

test.each([
  ['jsonb with a quote', `jsonb().default({ a: "it's" })`, `'{"a":"it''s"}'::jsonb`],
  [
    'an array with quotes and backslashes',
    `text().array().default(['a"b', 'c\\\\d', "e'f"])`,
    `'{"a\\"b","c\\\\d","e''f"}'`,
  ],
  ['a bigint beyond the floats', `bigint({ mode: 'bigint' }).default(9007199254740993n)`, '9007199254740993'],
  ['a point', `point({ mode: 'xy' }).default({ x: 1, y: 2 })`, `'(1,2)'`],
  ['a vector', `vector({ dimensions: 2 }).default([1, 2])`, `'[1,2]'`],
])('a default that drizzle-kit cannot write is SQL: %s', async (_, column, sql) => {
  const text = `import { bigint, jsonb, pgTable, point, text, vector } from 'drizzle-orm/pg-core'
    export const a = pgTable('a', { c: ${column} })`
  const { schema } = await load({ 'src/a.ts': text })
  expect(schema.get(columnKey('public', 'a', 'c'))).toMatchObject({ attrs: { default: sql } })
})

test('a type beyond Drizzle that is used and not exported is warned about', async () => {
  const text = `${core}import { pgCompositeType, pgDomain, pgRange } from 'sluice/postgres'
    const email = pgDomain('em"ail', { schema: 'app', type: 'text' })
    const word = pgDomain('word', { type: 'text' })
    const span = pgRange('span', { subtype: 'date' })
    export const place = pgCompositeType('place', { attributes: { name: word, more: { type: { arrayOf: span } } } })
    export const a = pgTable('a', { mail: email(), mails: email().array(), place: place() })`
  const { schema, warnings } = await load({ 'src/a.ts': text })
  expect(schema.get(columnKey('public', 'a', 'mails'))?.attrs).toMatchObject({ type: '[]', of: 'domain:app.em"ail' })
  expect(warnings).toHaveLength(3)
  expect(warnings.join('\n')).toContain(
    'column:public.a.mail needs domain:app.em"ail, which the schema files do not export',
  )
  expect(warnings.join('\n')).toContain('composite:public.place needs domain:public.word')
  expect(warnings.join('\n')).toContain('composite:public.place needs range:public.span')
})

test.each([
  ['pgComment(hello, "says it")', 'DECLARATION_INVALID', /the function hello is used, and no schema file exports it/],
  [
    `pgTrigger('t', a, { when: 'before', on: 'insert', forEach: 'row', execute: hello })`,
    'TARGET_NOT_DECLARED',
    /function:public\.hello/,
  ],
])('a function that is used and not exported is named: %s', async (use, code, message) => {
  const text = `${core}import { pgComment, pgFunction, pgTrigger } from 'sluice/postgres'
    export const a = pgTable('a', { id: integer() })
    const hello = pgFunction('hello', { returns: 'trigger', language: 'plpgsql', body: 'BEGIN RETURN NEW; END' })
    export const used = ${use}`
  await expect(load({ 'src/a.ts': text })).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
})

test('an enum or a schema that is used and not exported is warned about', async () => {
  const text = `${core}const mood = pgEnum('mood', ['a'])\nconst auth = pgSchema('auth')
    export const a = auth.table('a', { mood: mood() })`
  const { warnings } = await load({ 'src/a.ts': text })
  expect(warnings).toHaveLength(2)
  expect(warnings.join()).toMatch(/schema:auth.*enum:public\.mood/)
})

test.each([
  [
    'a syntax error',
    {
      'src/index.ts': `\nexport * from '../lib/b'`,
      'lib/b.ts': `export * from './c'`,
      'lib/c.ts': `const a = 1\nconst b = = 2`,
    },
    'SCHEMA_NOT_COMPILED',
    'lib/c.ts:2:11: Unexpected "=" (imported by lib/b.ts, imported by src/index.ts)',
  ],
  [
    'a missing file',
    { 'src/index.ts': `export * from '../lib/b'`, 'lib/b.ts': `export * from './nowhere'` },
    'SCHEMA_NOT_COMPILED',
    'lib/b.ts:1:15: Could not resolve "./nowhere" (imported by src/index.ts)',
  ],
  [
    'a missing package',
    { 'src/a.ts': `import x from 'nowhere'\nx()` },
    'SCHEMA_NOT_COMPILED',
    'src/a.ts:1:15: Could not resolve "nowhere"',
  ],
  [
    'a missing export',
    { 'src/a.ts': `import { nope } from '../lib/b'\nnope()`, 'lib/b.ts': 'export const x = 1' },
    'SCHEMA_NOT_COMPILED',
    'src/a.ts:1:10: No matching export in "lib/b.ts" for import "nope"',
  ],
  [
    'a missing export of drizzle-orm',
    {
      'src/index.ts': `export * from '../lib/b'`,
      'lib/b.ts': `\nimport { nope } from 'drizzle-orm'\nexport const x = nope()`,
    },
    'SCHEMA_THREW',
    /lib\/b\.ts:2:10: .*'nope'.* \(imported by src\/index\.ts\)/,
  ],
  [
    'a missing export of a package',
    {
      'src/index.ts': `export * from '../lib/b'`,
      'lib/b.ts': `\nimport { nope } from 'esm'\nexport const x = nope()`,
      'node_modules/esm/package.json': '{ "type": "module", "main": "i.js" }',
      'node_modules/esm/i.js': 'export const x = 1',
    },
    'SCHEMA_THREW',
    /lib\/b\.ts:2:10: .*'nope'.* \(imported by src\/index\.ts\)/,
  ],
  [
    'an undefined symbol',
    {
      'src/index.ts': `export * from '../lib/b'`,
      'lib/b.ts': `interface Gone { a: string }\n\nexport const x = undefinedThing.of()`,
    },
    'SCHEMA_THREW',
    'lib/b.ts:3:18: undefinedThing is not defined (imported by src/index.ts)',
  ],
  [
    'a check of the environment that throws',
    {
      'src/index.ts': `import { url } from '../lib/env'\nexport const x = url`,
      'lib/env.ts': `function need(name: string): string {\n  throw new Error(name + ' is missing')\n}\nexport const url = need('DB_URL')`,
    },
    'SCHEMA_THREW',
    'lib/env.ts:2:9: DB_URL is missing (imported by src/index.ts)',
  ],
  [
    'an exception beside the place of a file',
    { 'src/a.ts': `export const x = undefinedThing.of(__dirname)` },
    'SCHEMA_THREW',
    'src/a.ts:1:18: undefinedThing is not defined',
  ],
  [
    'a syntax error beside the place of a file',
    { 'src/a.ts': `const here = import.meta.url; const x = = 2` },
    'SCHEMA_NOT_COMPILED',
    'src/a.ts:1:41: Unexpected "="',
  ],
  [
    'JSON with a slip',
    { 'src/a.ts': `import b from '../b.json'\nexport const x = b`, 'b.json': '{\n  "a": 1,,\n}' },
    'SCHEMA_NOT_COMPILED',
    /b\.json:2:10: .* \(imported by src\/a\.ts\)/,
  ],
  [
    'a package that throws',
    {
      'src/index.ts': `export * from '../lib/b'`,
      'lib/b.ts': `interface Gone { a: string }\nimport { x } from 'broken'\nexport const y = x()`,
      'node_modules/broken/index.js': `exports.x = () => { throw new Error('not here') }`,
    },
    'SCHEMA_THREW',
    'lib/b.ts:3:18: not here (imported by src/index.ts)',
  ],
  [
    'something thrown that is no error',
    { 'src/a.ts': `export const x = 1\nthrow 'out of order'` },
    'SCHEMA_THREW',
    'out of order',
  ],
  [
    'an exception in a callback',
    { 'src/a.ts': `${core}export const a = pgTable('a', { id: integer() }, () => {\n  throw new Error('late')\n})` },
    'SCHEMA_THREW',
    'src/a.ts:4:9: late',
  ],
])('%s is shown with its place and the chain of imports', async (_, files, code, problem) => {
  const expected = typeof problem === 'string' ? problem : expect.stringMatching(problem)
  await expect(load(files)).rejects.toMatchObject({ code, exit: 2, details: { problems: [expected] } })
})

test('variables of .env are there while the schema files are evaluated, and gone afterwards', async () => {
  const files = {
    '.env': 'SLUICE_TEST_NAME=fromenv',
    'src/a.ts': `${core}export const a = pgTable(process.env.SLUICE_TEST_NAME!, {})`,
  }
  expect(await tablesOf(files)).toEqual(['fromenv'])
  expect(process.env.SLUICE_TEST_NAME).toBeUndefined()
})
