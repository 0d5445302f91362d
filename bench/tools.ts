import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Contestant, run } from './measure.ts'
import type { Layout } from './migrations.ts'
import { writeSchema } from './schema.ts'

const root = join(import.meta.dirname, '..')

/** A migration tool, with the packages that its projects see. */
export interface Tool {
  readonly name: string
  readonly bin: string
  readonly packages: string
  readonly layout: Layout
}

export const sluice: Tool = {
  name: 'sluice',
  bin: join(root, 'dist', 'bin.js'),
  packages: join(root, 'node_modules'),
  layout: 'journal',
}

export const kit: Tool = {
  name: 'drizzle-kit 0.31.11',
  bin: join(root, 'node_modules', 'drizzle-kit', 'bin.cjs'),
  packages: join(root, 'node_modules'),
  layout: 'journal',
}

const version = '1.0.0-rc.5'

/**
 * drizzle-kit 1.0, in a folder of its own: it looks for `drizzle-orm` beside itself, and here that is 0.45. Installed when
 * it is first needed; undefined where that fails, offline say.
 */
export async function newKit(): Promise<Tool | undefined> {
  const home = join(root, '.sluice', 'bench', version)
  const packages = join(home, 'node_modules')
  const bin = join(packages, 'drizzle-kit', 'bin.cjs')
  if (!existsSync(bin)) {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), '{ "private": true }')
    const wanted = [`drizzle-kit@${version}`, `drizzle-orm@${version}`, 'pg@8.23.1']
    await run('npm', ['install', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error', ...wanted], home).catch(
      ({ message }: Error) =>
        console.error(`drizzle-kit ${version} is left out: it could not be installed\n${message}`),
    )
  }
  return existsSync(bin) ? { name: `drizzle-kit ${version}`, bin, packages, layout: 'folders' } : undefined
}

/** A throw-away project of one tool. */
export interface Project {
  readonly tool: Tool
  readonly folder: string
  /** The migration folder. */
  readonly out: string
  /** Writes the schema files anew. */
  declare(tables: number, options?: { readonly added?: boolean }): void
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>
  /** The tool with these arguments, to be measured. */
  contestant(args: readonly string[], more?: Partial<Contestant>): Contestant
}

/** The folder of all projects of a run. */
export const makeHome = (): string => mkdtempSync(join(tmpdir(), 'sluice-bench-'))

export function makeProject(home: string, tool: Tool): Project {
  const folder = mkdtempSync(join(home, 'project-'))
  symlinkSync(tool.packages, join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    join(folder, 'drizzle.config.ts'),
    `export default {
  dialect: 'postgresql',
  schema: './schema/*.ts',
  out: './drizzle',
  dbCredentials: { url: process.env.DATABASE_URL ?? '' },
}
`,
  )
  // With it there, what Sluice caches lies in the project.
  mkdirSync(join(folder, '.sluice'))
  writeFileSync(join(folder, '.sluice', '.gitignore'), '*\n')
  return {
    tool,
    folder,
    out: join(folder, 'drizzle'),
    declare: (tables, options) => writeSchema(join(folder, 'schema'), tables, options),
    run: async (args, env) => (await run(process.execPath, [tool.bin, ...args], folder, env)).stdout,
    contestant: (args, more) => ({
      name: tool.name,
      program: process.execPath,
      args: [tool.bin, ...args],
      cwd: folder,
      ...more,
    }),
  }
}

/** A project whose one migration says what its schema files say. */
export async function makeUnchanged(home: string, tool: Tool, tables: number): Promise<Project> {
  const project = makeProject(home, tool)
  project.declare(tables)
  await project.run(tool === sluice ? ['generate', '--no-prove'] : ['generate'])
  return project
}

/** Removes what Sluice keeps from run to run. */
export function forget({ folder }: Project): void {
  rmSync(join(folder, '.sluice', 'cache'), { recursive: true, force: true })
}
