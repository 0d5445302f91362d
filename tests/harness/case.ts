import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../../src/dialect/connection.ts'
import type { Manner } from '../../src/dialect/kind.ts'
import type { Answers } from '../../src/diff/answers.ts'
import { loadConfig } from '../../src/drizzle/config.ts'
import { loadSchema } from '../../src/drizzle/load.ts'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { build } from '../../src/proof/settle.ts'
import type { Pair } from '../../src/schema/object.ts'
import type { Schema } from '../../src/schema/schema.ts'

/** A folder of `tests/cases`: two states, rows that the first one holds, and the answers that lead to the second. */
export interface Case {
  readonly name: string
  readonly folder: string
  /** The states are SQL, or schema files of Drizzle. */
  readonly language: 'sql' | 'ts'
  readonly seed: string
  readonly answers: Answers
  /** How the plan is written; `answers.json` says it, too. */
  readonly manner: Partial<Manner>
  /** The oldest major version that has what the states use. */
  readonly since: number
  /** The extensions that the states count on. */
  readonly extensions: readonly string[]
}

/** All cases below a folder, by name. */
export function readCases(root: string): Case[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter(({ name }) => name === 'from.sql' || name === 'from.ts')
    .map(({ name: file, parentPath: folder }): Case => {
      const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '')
      const said = JSON.parse(read('answers.json') || '{}') as Partial<Answers & Manner>
      const { rename = [], create = [], ...manner } = said
      const extensions = `${read('from.sql')} ${read('to.sql')}`.matchAll(/create extension (\w+)/gi)
      return {
        name: folder.slice(root.length + 1),
        folder,
        language: file === 'from.ts' ? 'ts' : 'sql',
        seed: read('seed.sql'),
        answers: { rename, create },
        manner,
        since: Math.max(Number(read('since') || 14), manner.postgres ?? 14),
        extensions: Array.from(extensions, ([, name]) => name!),
      }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The two states of a case. */
export interface States {
  /** What is compared and planned: what a catalog holds, or what the schema files declare. */
  readonly pair: Pair<Schema>
  /** How the database words both. */
  readonly settled: Pair<Schema>
  /** Statements that make each. */
  readonly sql: Pair<string>
}

/** Reads the states of a case; the database is left as it was. */
export async function statesOf({ folder, language }: Case, connection: Connection): Promise<States> {
  const both = async <A, B>({ from, to }: Pair<A>, read: (side: A) => Promise<B>): Promise<Pair<B>> => ({
    from: await read(from),
    to: await read(to),
  })
  const settle = async (script: string) => {
    await connection.script(`BEGIN; ${script}`)
    const schema = await readCatalog(connection, { transaction: false })
    await connection.script('ROLLBACK')
    return schema
  }
  if (language === 'sql') {
    const file = async (name: string) => readFileSync(join(folder, name), 'utf8')
    const sql = await both({ from: 'from.sql', to: 'to.sql' }, file)
    const settled = await both(sql, settle)
    return { pair: settled, settled, sql }
  }
  const pair = await both({ from: 'from.ts', to: 'to.ts' }, (file) => declaredIn(folder, file))
  const sql = await both(pair, async (schema) => build(schema, postgres))
  return { pair, settled: await both(sql, settle), sql }
}

/** What a schema file declares; `drizzle.config.json` beside it may say more. */
async function declaredIn(folder: string, file: string): Promise<Schema> {
  const overrides = { dialect: 'postgresql', schema: file }
  const { schema } = await loadSchema(await loadConfig({ cwd: folder, overrides }))
  return schema
}
