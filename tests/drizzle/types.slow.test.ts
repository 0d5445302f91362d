import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { loadConfig } from '../../src/drizzle/config.ts'
import { loadSchema } from '../../src/drizzle/load.ts'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { writeSnapshot } from '../../src/drizzle/snapshot/write.ts'
import { columnKey } from '../../src/postgres/column.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { sequenceKey } from '../../src/postgres/sequence.ts'
import { build } from '../../src/proof/settle.ts'
import { keyOf } from '../../src/schema/object.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { embedded } from '../harness/embedded.ts'
import { kitProject } from '../harness/kit.ts'
import { project } from '../harness/project.ts'
import { bigints } from './types/bigints.ts'
import * as defaults from './types/defaults.ts'
import * as unlikeKit from './types/unlike-kit.ts'

const database = embedded()
const file = (name: string) => fileURLToPath(new URL(`types/${name}.ts`, import.meta.url))
const extensions = 'CREATE EXTENSION citext; CREATE EXTENSION vector;'
const attrs = (schema: Schema) => Object.fromEntries([...schema].map((object) => [keyOf(object), object.attrs]))

/** What we load, and what drizzle-kit makes of the same file. */
async function both(name: string) {
  await using kit = await kitProject([file(name)])
  await kit.run('generate', '--name', 'first')
  const snapshot = readSnapshot(await kit.snapshot(), name)
  const { schema } = await loadSchema(await loadConfig({ cwd: kit.folder }))
  await writeFile(join(kit.folder, 'drizzle/meta/0000_snapshot.json'), writeSnapshot({ ...snapshot, schema }))
  return { kit: snapshot.schema, ours: schema, second: await kit.run('generate') }
}

async function load(name: string): Promise<Schema> {
  const config = JSON.stringify({ dialect: 'postgresql', schema: file(name) })
  await using folder = await project({ 'drizzle.config.json': config })
  return (await loadSchema(await loadConfig({ cwd: folder.folder }))).schema
}

test.each(['columns', 'defaults', 'enums', 'geometry'])(
  '%s: the schema is what drizzle-kit reads, and writes again',
  async (name) => {
    const { kit, ours, second } = await both(name)
    expect(attrs(ours)).toEqual(attrs(kit))
    expect(ours.hash()).toBe(kit.hash())
    expect(second).toContain('No schema changes')
  },
)

test.each(['columns', 'defaults', 'enums', 'unlike-kit', 'bigints'])(
  '%s: made, read back, made again: the same',
  async (name) => {
    const { connection } = database
    const made = async (schema: Schema) => {
      await database.empty()
      await connection.script(`${extensions} ${build(schema, postgres)}`)
      return postgres.read(connection)
    }
    const settled = await made(await load(name))
    const again = await made(settled)
    expect(diff({ from: settled, to: again }, postgres).changes).toEqual([])
    expect(again.size).toBe(settled.size)
  },
)

/** A row that consists of defaults, in the words of Drizzle. */
async function defaultRow(table: Table, schema: Schema): Promise<Record<string, unknown>> {
  const { connection } = database
  await connection.script(`${extensions} ${build(schema, postgres)}`)
  const [row] = await connection.query(`INSERT INTO "${getTableName(table)}" DEFAULT VALUES RETURNING *`)
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => {
      const value = row![column.name]
      return [key, value === null ? null : column.mapFromDriverValue(value)]
    }),
  )
}

const declared = (table: Table) =>
  Object.fromEntries(Object.entries(getTableColumns(table)).map(([key, column]) => [key, column.default]))

test('a default gives the value that was declared', async () => {
  const { half, ...row } = await defaultRow(defaults.values, await load('defaults'))
  expect(row).toEqual({ ...declared(defaults.values), half: undefined })
  expect(half).toEqual([1, 2])
})

test('a bigint is a default, at which drizzle-kit ends', async () => {
  await using kit = await kitProject([file('bigints')])
  expect(await kit.run('generate')).toContain('Do not know how to serialize a BigInt')
  expect(await defaultRow(bigints, await load('bigints'))).toEqual(declared(bigints))
})

/** What a row has in the columns of a drizzle-kit migration, each in a table of its own; undefined where it is refused. */
async function kitRow(table: Table): Promise<Record<string, unknown>> {
  const { connection } = database
  await using kit = await kitProject([file('unlike-kit')])
  await kit.run('generate', '--name', 'first')
  const sql = await readFile(join(kit.folder, 'drizzle/0000_first.sql'), 'utf8')
  const lines = new Map([...sql.matchAll(/^\t("\w+") (.+?),?$/gm)].map(([, name, rest]) => [name, rest]))
  const row: Record<string, unknown> = {}
  for (const [key, column] of Object.entries(getTableColumns(table))) {
    const line = lines.get(`"${column.name}"`)
    expect(line).toContain(' DEFAULT ')
    try {
      await connection.script(`DROP TABLE IF EXISTS one; CREATE TABLE one (v ${line})`)
      const [{ v }] = (await connection.query('INSERT INTO one DEFAULT VALUES RETURNING *')) as [{ v: unknown }]
      row[key] = v === null ? null : column.mapFromDriverValue(v)
    } catch {
      row[key] = undefined
    }
  }
  return row
}

describe('where drizzle-kit is wrong', () => {
  const table = unlikeKit.values
  let theirs: Record<string, unknown>
  let ours: Record<string, unknown>
  beforeAll(async () => {
    await database.empty()
    ours = await defaultRow(table, await load('unlike-kit'))
    theirs = await kitRow(table)
  })
  test.each(Object.keys(getTableColumns(table)))('%s is what was declared', (key) => {
    const value = declared(table)[key]
    expect(ours[key]).toEqual(value)
    expect(theirs[key], 'drizzle-kit has learnt it').not.toEqual(value)
  })
})

test('a custom type is the one that is meant', async () => {
  const { connection } = database
  await connection.script('CREATE DOMAIN "MyType" AS integer; CREATE DOMAIN mytype AS text; CREATE EXTENSION citext')
  await connection.script(build(await load('spelled'), postgres))
  const schema = await postgres.read(connection)
  const types = ['capitals', 'capitalList', 'loud', 'loudLength', 'collatedList'].map((name) => {
    const { of, type } = schema.get(columnKey('public', 'spelled', name))?.attrs ?? {}
    return `${of ?? ''}${type}`
  })
  const mine = 'domain:public.MyType'
  expect(types).toEqual([mine, `${mine}[]`, 'citext', 'character varying(5)', 'text[]'])
})

test('the ends of a bigint are not rounded', async () => {
  const schema = await load('unlike-kit')
  const ends = ['-9223372036854775808', '9223372036854775807']
  expect(schema.get(columnKey('public', 'ends', 'id'))?.attrs.identity).toMatchObject({ min: ends[0], max: ends[1] })
  expect(schema.get(sequenceKey('public', 'rounded'))?.attrs).toMatchObject({ max: ends[1], start: '9007199254740993' })
})
