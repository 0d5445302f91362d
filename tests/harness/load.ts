import { loadConfig, type Overrides } from '../../src/drizzle/config.ts'
import { type Loaded, loadSchema } from '../../src/drizzle/load.ts'
import { type Project, project } from './project.ts'

/** Texts by path. */
export type Files = Readonly<Record<string, string>>

/** What schema files of tests begin with. */
export const core = `import { integer, pgEnum, pgPolicy, pgRole, pgSchema, pgTable, pgView, text } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
`

/** A schema file with one table. */
export const table = (name: string, constant = name): string =>
  `${core}export const ${constant} = pgTable('${name}', { id: integer() })\n`

/** Loads the schema files of a throw-away project: `schema` is a glob for all of them unless it is said. */
export async function load(files: Files, overrides: Overrides = {}, links: Files = {}): Promise<Loaded> {
  await using made = await project(files, links)
  return await loadFrom(made, overrides)
}

/** The same of a project that is there. */
export const loadFrom = async ({ folder }: Pick<Project, 'folder'>, overrides: Overrides = {}): Promise<Loaded> =>
  loadSchema(
    await loadConfig({ cwd: folder, overrides: { dialect: 'postgresql', schema: 'src/**/*.ts', ...overrides } }),
  )

/** The names of its tables. */
export const tablesIn = ({ schema }: Loaded): readonly string[] =>
  [...schema].filter(({ kind }) => kind === 'table').map(({ id }) => id.name!)
