import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { generate } from '../../src/index.ts'
import { queryProject } from './embedded.ts'
import { kitProject } from './kit.ts'

/** What the schema files of these projects begin with. */
const head = `
  import { sql } from 'drizzle-orm'
  import { foreignKey, index, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
`
/** A table of users with further columns. */
export const users = (columns = 'name: text()') => `
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
`

/** A project in which both tools run, on an embedded database of its own. */
export async function started(schema: string) {
  const made = await kitProject(['./schema*.ts'])
  const cwd = made.folder
  const change = (text: string, file = 'schema.ts') => writeFile(join(cwd, file), head + text)
  await change(schema)
  const query = (sql: string) => queryProject(cwd, sql)
  const custom = async (name: string, text: string) => {
    const { file } = await generate({ cwd, name, custom: true })
    await writeFile(join(cwd, file!), text)
  }
  return { cwd, change, custom, query, kit: made.run, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() }
}

/** What drizzle-kit prints, ending with 0, and the newest SQL file that it leaves, in a copy of the project. */
export async function drizzleKit(cwd: string, command: string): Promise<{ text: string; sql: string }> {
  const copy = await mkdtemp(join(tmpdir(), 'sluice-kit-copy-'))
  try {
    const filter = (path: string) => !path.includes('.sluice')
    await cp(cwd, copy, { recursive: true, verbatimSymlinks: true, filter })
    const running = promisify(execFile)(process.execPath, ['node_modules/drizzle-kit/bin.cjs', command], {
      cwd: copy,
      env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
    })
    running.child.stdin?.end()
    const { stdout, stderr } = await running
    const files = await readdir(join(copy, 'drizzle')).catch(() => [])
    const newest = files
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .at(-1)
    return { text: stdout + stderr, sql: newest ? await readFile(join(copy, 'drizzle', newest), 'utf8') : '' }
  } finally {
    await rm(copy, { recursive: true })
  }
}
