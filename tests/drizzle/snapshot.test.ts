import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lay, nothingBeyond } from '../../src/drizzle/snapshot/overlay.ts'
import type { TableJson } from '../../src/drizzle/snapshot/postgres/format.ts'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { beyondSnapshot, newSnapshotId, originId, writeSnapshot } from '../../src/drizzle/snapshot/write.ts'
import { headLength, readSnapshotHead } from '../../src/migrate/snapshot-head.ts'
import { columnKey } from '../../src/postgres/column.ts'
import { enumKey } from '../../src/postgres/enum.ts'
import { materializedView } from '../../src/postgres/materialized-view.ts'
import type { Parameters } from '../../src/postgres/parameters.ts'
import { schema as schemaKind } from '../../src/postgres/schema.ts'
import { tableKey } from '../../src/postgres/table.ts'
import { view } from '../../src/postgres/view.ts'
import { keyOf } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'
import { someSchema } from '../harness/arbitrary/state.ts'
import { type KitProject, kitProject, richSchema } from '../harness/kit.ts'

let kit: KitProject
let text: string

beforeAll(async () => {
  kit = await kitProject(richSchema)
  await kit.run('generate', '--name', 'rich')
  text = await kit.snapshot()
})
afterAll(() => kit[Symbol.asyncDispose]())

/** The entries of every map as text, where only the order of the maps themselves is left out. */
function entries(snapshot: string): readonly string[] {
  const { tables, enums, schemas, sequences, roles, policies, views, ...rest } = JSON.parse(snapshot)
  const maps = [enums, schemas, sequences, roles, policies, views]
  const inTables = (Object.values(tables) as TableJson[]).flatMap<unknown>(({ columns, ...table }) => [
    Object.keys(table),
    columns,
    ...Object.values(table).flatMap<unknown>((value) => (typeof value === 'object' ? Object.entries(value) : value)),
  ])
  return [...inTables, ...maps.flatMap(Object.entries), Object.keys(JSON.parse(snapshot)), rest]
    .map((entry) => JSON.stringify(entry))
    .sort()
}

test('what drizzle-kit wrote is written again to the letter, but for the order of names', () => {
  const written = writeSnapshot(readSnapshot(text, 'rich'))
  expect(JSON.parse(written)).toEqual(JSON.parse(text))
  expect(entries(written)).toEqual(entries(text))
  expect(written).toHaveLength(text.length)
  expect(writeSnapshot(readSnapshot(written, 'again'))).toBe(written)
})

test('the order of the tables and constraints in a file changes nothing', () => {
  const { tables, ...rest } = JSON.parse(text)
  const reversed = { ...rest, tables: Object.fromEntries(Object.entries(tables).reverse()) }
  expect(writeSnapshot(readSnapshot(JSON.stringify(reversed), 'reversed'))).toBe(
    writeSnapshot(readSnapshot(text, 'rich')),
  )
})

test('drizzle-kit checks a folder whose newest snapshot is ours, and finds nothing to generate', async () => {
  const [file] = (await readdir(join(kit.folder, 'drizzle/meta'))).filter((name) => name.endsWith('_snapshot.json'))
  await writeFile(join(kit.folder, 'drizzle/meta', file!), writeSnapshot(readSnapshot(text, file!)))
  expect(await kit.run('check')).toContain("Everything's fine")
  expect(await kit.run('generate')).toContain('No schema changes')
})

test('every attribute arrives', () => {
  const { schema } = readSnapshot(text, 'rich')
  const attrs = (...names: [string, string, string]) => schema.get(columnKey(...names))?.attrs
  expect(attrs('public', 'defaults', 'flag')).toMatchObject({ default: 'true', plainDefault: true })
  expect(attrs('public', 'defaults', 'flagSql')).toMatchObject({ default: 'true', plainDefault: false })
  expect(attrs('public', 'arrays', 'mood_grid')).toMatchObject({ type: '[2][]', of: enumKey('public', 'mood') })
  expect(attrs('o.d\\d', 'constructor', 'odd')).toMatchObject({ type: '', of: enumKey('public', 'brackets[]') })
  expect(attrs('public', 'serials', 'big')).toMatchObject({ type: 'bigserial', serial: 'serials_big_seq' })
  expect(schema.get(tableKey('public', 'notes'))?.attrs).toMatchObject({ rls: true, rlsDeclared: false })
  expect(schema.get(tableKey('public', 'locked'))?.attrs).toMatchObject({ rls: true, rlsDeclared: true })
})

test('a schema that nobody exports is not declared, yet its tables are there', () => {
  const { schema } = readSnapshot(text, 'rich')
  expect([...schema].filter(({ kind }) => kind === 'schema').map(({ id }) => id.name)).toEqual([
    'o.d\\d',
    'public',
    'shop',
  ])
  expect(schema.get(tableKey('auth', 'users'))).toMatchObject({ kind: 'table' })
})

test('what `drizzle-kit pull` and its older versions write in other words is the same state', () => {
  const json = JSON.parse(text)
  const { moods } = json.tables['public.arrays'].columns
  delete moods.typeSchema
  for (const key of Object.values<Record<string, unknown>>(json.tables['public.egg'].foreignKeys))
    key.schemaTo = 'public'
  for (const name of ['policies', 'checkConstraints', 'isRLSEnabled']) delete json.tables['public.egg'][name]
  for (const name of ['roles', 'policies', 'views']) delete json[name]
  json.internal = { tables: { arrays: { columns: { moods: { isArray: true, dimensions: 1, rawType: 'mood' } } } } }
  const read = readSnapshot(JSON.stringify(json), 'pulled')
  const plain = JSON.stringify({ ...JSON.parse(text), roles: {}, policies: {}, views: {} })
  expect(read.schema.hash()).toBe(readSnapshot(plain, 'rich').schema.hash())
})

test('a default that is a list or an object keeps its value', () => {
  const json = JSON.parse(text)
  json.tables['public.types'].columns.embedding.default = [1, 2, "it's"]
  const read = readSnapshot(JSON.stringify(json), 'list')
  expect(read.schema.get(columnKey('public', 'types', 'embedding'))?.attrs.default).toBe(`'[1,2,"it''s"]'`)
  expect(JSON.parse(writeSnapshot(read))).toEqual(json)
})

test('names of Object.prototype are names', () => {
  const json = JSON.parse(text)
  const { columns } = json.tables['public.notes']
  columns.constructor = { ...columns.body, name: 'constructor' }
  const own = JSON.parse(`{ "__proto__": ${JSON.stringify({ ...columns.body, name: '__proto__' })} }`)
  json.tables['public.notes'].columns = Object.fromEntries([...Object.entries(columns), ...Object.entries(own)])
  const written = writeSnapshot(readSnapshot(JSON.stringify(json), 'prototype'))
  expect(Object.keys(JSON.parse(written).tables['public.notes'].columns)).toEqual([
    'owner',
    'body',
    'constructor',
    '__proto__',
  ])
})

test('the head of a snapshot tells its ids without the rest', () => {
  const snapshot = { id: newSnapshotId(), prevId: originId, schema: new Schema([]) }
  const { id, prevId } = snapshot
  expect(readSnapshotHead(writeSnapshot(snapshot).slice(0, headLength))).toEqual({ id, prevId, version: '7' })
  expect(readSnapshotHead(text.slice(0, headLength))).toMatchObject({ prevId: originId })
  expect(readSnapshotHead('{ "version": "7", "id": "1", "prevId": "0" }')).toBeUndefined()
})

test('an empty state is a snapshot too', () => {
  const empty = writeSnapshot({ id: newSnapshotId(), prevId: originId, schema: new Schema([]) })
  expect([...readSnapshot(empty, 'empty').schema].map(keyOf)).toEqual(['schema:public'])
})

test('any state comes back from its snapshot and what lies beside it', () => {
  fc.assert(
    fc.property(someSchema, (schema) => {
      const text = writeSnapshot({ id: 'b', prevId: 'a', schema })
      const beyond = beyondSnapshot(schema) ?? nothingBeyond
      expect([...lay(beyond, readSnapshot(text, 'any').schema)]).toEqual([...schema])
    }),
  )
})

test('options of views that were read off a database are written as drizzle-kit has them', () => {
  const declared = { definition: 'SELECT 1 AS a', columns: ['a'], declares: {} }
  const state = (options: { readonly [by in 'plain' | 'stored']: Parameters }) =>
    new Schema([
      schemaKind.make({ name: 'public' }, {}),
      view.make({ schema: 'public', name: 'plain' }, { ...declared, with: options.plain }),
      materializedView.make(
        { schema: 'public', name: 'stored' },
        { ...declared, with: options.stored, using: null, tablespace: null, withNoData: false },
      ),
    ])
  const read = state({
    plain: { security_barrier: 'on', security_invoker: 'false', check_option: 'local' },
    stored: { fillfactor: '70', autovacuum_vacuum_scale_factor: '0.1', vacuum_index_cleanup: 'off' },
  })
  const { views } = JSON.parse(writeSnapshot({ id: 'b', prevId: 'a', schema: read }))
  expect(views).toMatchObject({
    'public.plain': { with: { securityBarrier: true, securityInvoker: false, checkOption: 'local' } },
    'public.stored': { with: { fillfactor: 70, autovacuumVacuumScaleFactor: 0.1, vacuumIndexCleanup: 'off' } },
  })
})
