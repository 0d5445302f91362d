import { describe, expect, test } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { plan } from '../../src/plan/plan.ts'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { embedded } from '../harness/embedded.ts'

// What refers to a thing that changes, against the changes: Postgres blocks some, follows others, and drops the dependent of
// others in silence. A plan leads to the declared state through all of them.

const database = embedded()

/** The names and types that a change is about. */
interface Base {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly label: string
  /** What the enum column is of. */
  readonly mood: string
}

const before: Base = { table: 'b', column: 'c', type: 'integer', label: 'sad', mood: 'mood' }

/** The statements that make it, by the base that it refers to. */
type Dependent = (base: Base) => string

const condition = ({ column, label }: Base) => `"${column}" > 0 AND e = '${label}'`
const numbers = ({ column }: Base) => `"${column}" > 0`

const dependents: Readonly<Record<string, Dependent>> = {
  policy: (b) =>
    `ALTER TABLE ${b.table} ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON ${b.table} USING (${condition(b)})`,
  'policy of another table': (b) => `CREATE TABLE o (id integer); ALTER TABLE o ENABLE ROW LEVEL SECURITY;
      CREATE POLICY p ON o USING (EXISTS (SELECT FROM ${b.table} WHERE ${b.table}."${b.column}" = o.id AND ${b.table}.e = '${b.label}'))`,
  'generated column': (b) => `ALTER TABLE ${b.table} ADD COLUMN g boolean GENERATED ALWAYS AS (${condition(b)}) STORED`,
  'own default': (b) =>
    `ALTER TABLE ${b.table} ALTER COLUMN "${b.column}" SET DEFAULT 7, ALTER COLUMN e SET DEFAULT '${b.label}'`,
  check: (b) => `ALTER TABLE ${b.table} ADD CONSTRAINT k CHECK (${condition(b)})`,
  index: (b) => `CREATE INDEX i ON ${b.table} ("${b.column}", e)`,
  'index with an expression': (b) => `CREATE INDEX i ON ${b.table} (("${b.column}" * 2)) WHERE e = '${b.label}'`,
  'partial index': (b) => `CREATE UNIQUE INDEX i ON ${b.table} (id) WHERE ${numbers(b)}`,
  'unique constraint': (b) => `ALTER TABLE ${b.table} ADD CONSTRAINT u UNIQUE ("${b.column}")`,
  'referencing foreign key': (b) =>
    `CREATE TABLE r (k ${b.type} PRIMARY KEY); INSERT INTO r VALUES (2); ALTER TABLE ${b.table} ADD CONSTRAINT f FOREIGN KEY ("${b.column}") REFERENCES r`,
  'referenced foreign key': (b) =>
    `ALTER TABLE ${b.table} ADD CONSTRAINT u UNIQUE ("${b.column}"); CREATE TABLE r (k ${b.type} REFERENCES ${b.table} ("${b.column}")); INSERT INTO r VALUES (2)`,
}

/** What becomes of the base; null where nothing that refers to it can stay. */
const changes: Readonly<
  Record<string, { readonly to: Base | null; readonly rename?: readonly string[]; readonly drops?: string }>
> = {
  'another type': { to: { ...before, type: 'bigint' } },
  'the enum column becomes text': { to: { ...before, mood: 'text' } },
  'the column is renamed': { to: { ...before, column: 'C 2' }, rename: ['b.c=b.C 2'] },
  'the table is renamed': { to: { ...before, table: 'b2' }, rename: ['table:b=b2'] },
  'a label is renamed': { to: { ...before, label: 'unhappy' }, rename: ['enumValue:mood.sad=unhappy'] },
  'the column is dropped': { to: null, drops: 'ALTER TABLE b DROP COLUMN c CASCADE' },
  'the table is dropped': { to: null, drops: 'DROP TABLE b CASCADE' },
}

const make = ({ table, column, type, label, mood }: Base, dependent: Dependent) => `
  CREATE TYPE mood AS ENUM ('${label}', 'happy');
  CREATE TABLE ${table} (id integer PRIMARY KEY, "${column}" ${type}, e ${mood});
  INSERT INTO ${table} VALUES (1, 2, '${label}');
  ${dependent({ table, column, type, label, mood })}`

async function stateOf(script: string): Promise<Schema> {
  const { connection } = database
  await connection.script(`BEGIN; ${script}`)
  const schema = await readCatalog(connection, { transaction: false })
  await connection.script('ROLLBACK')
  return schema
}

describe.each(Object.entries(dependents))('%s', (_name, dependent) => {
  test.each(Object.entries(changes))('%s', async (_change, { to, rename = [], drops }) => {
    const { connection } = database
    const from = make(before, dependent)
    const pair = { from: await stateOf(from), to: await stateOf(to ? make(to, dependent) : `${from}; ${drops}`) }
    await connection.script(from)
    const there = diff(pair, postgres, { rename, create: [] })
    expect(there.questions).toEqual([])
    const { steps } = plan(pair, there, postgres)
    for (const { sql } of steps) await connection.script(sql)
    const left = diff({ from: await postgres.read(connection), to: pair.to }, postgres)
    expect(
      left.changes.map(({ verb, key }) => `${verb} ${key}`),
      steps.map(({ sql }) => sql).join('\n'),
    ).toEqual([])
    if (!to) return
    const rows = await connection.query(`SELECT id, "${to.column}"::int AS c, e::text FROM ${to.table}`)
    expect(rows).toEqual([{ id: 1, c: 2, e: to.label }])
  })
})
