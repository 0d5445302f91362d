import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { type KitProject, kitProject, richSchema } from '../harness/kit.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sluice = commandLine()

/** What a generate that succeeds prints. */
async function generate(kit: KitProject, ...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await sluice.run(['generate', ...args], { cwd: kit.folder })
  expect(status, stdout + stderr).toBe(0)
  return stdout
}

/** drizzle-kit takes the folder as its own and sees the schema files as they stand in it. */
async function agrees(kit: KitProject): Promise<void> {
  expect(await kit.run('check')).toContain("Everything's fine")
  expect(await kit.run('generate')).toContain('No schema changes')
}

const states = [
  `
  import { pgTable, serial, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: serial().primaryKey(), email: text().notNull() })`,
  `
  import { sql } from 'drizzle-orm'
  import { index, integer, pgEnum, pgPolicy, pgSchema, serial, text, pgTable } from 'drizzle-orm/pg-core'
  export const plan = pgEnum('plan', ['free', 'paid'])
  export const shop = pgSchema('shop')
  export const users = pgTable('users', { id: serial().primaryKey(), email: text().notNull().unique(), plan: plan().default('free') })
  export const orders = shop.table('orders', { id: serial().primaryKey(), by: integer().references(() => users.id, { onDelete: 'cascade' }) },
    (t) => [index().on(t.by.desc()), pgPolicy('own', { for: 'select', using: sql\`\${t.by} = 1\` })])`,
  `
  import { integer, pgEnum, pgSchema, serial, text, pgTable } from 'drizzle-orm/pg-core'
  export const plan = pgEnum('plan', ['free', 'trial', 'paid'])
  export const shop = pgSchema('shop')
  export const users = pgTable('users', { id: serial().primaryKey(), email: text().notNull().unique(), plan: plan().default('free') })
  export const orders = shop.table('orders', { id: serial().primaryKey(), by: integer().references(() => users.id), total: integer().default(0) })`,
]

test('one folder can go back and forth between drizzle-kit and us', async () => {
  await using kit = await kitProject(['./schema.ts'])
  const become = (state: string) => writeFile(join(kit.folder, 'schema.ts'), state)
  await become(states[0]!)
  await generate(kit, '--name', 'ours')
  await agrees(kit)
  await become(states[1]!)
  expect(await kit.run('generate', '--name', 'theirs')).toContain('0001_theirs.sql')
  expect(await generate(kit)).toContain('No changes')
  await become(states[2]!)
  await generate(kit, '--name', 'ours_again')
  await agrees(kit)
  const files = await readdir(join(kit.folder, 'drizzle/sluice'))
  expect(files).toEqual(expect.arrayContaining(['0000_ours.proof.json', '0002_ours_again.down.sql']))
})

test('a folder of drizzle-kit that uses everything shows no changes when we take it over', async () => {
  await using kit = await kitProject(richSchema)
  await kit.run('generate')
  expect(await generate(kit)).toContain('No changes')
})

test('a folder of ours that uses everything is complete to drizzle-kit', async () => {
  await using kit = await kitProject(richSchema)
  await generate(kit, '--no-prove')
  await agrees(kit)
})

test('drizzle-kit works on beside what it cannot see, and we keep it through its migrations', async () => {
  await using kit = await kitProject(['./src/schema.ts'])
  await mkdir(join(kit.folder, 'src/node_modules'), { recursive: true })
  await symlink(root, join(kit.folder, 'src/node_modules/sluice'))
  const become = (column: string, body: string) =>
    writeFile(
      join(kit.folder, 'src/schema.ts'),
      `import { integer, pgTable, text } from 'drizzle-orm/pg-core'
       import { pgComment, pgFunction, pgTableOptions, pgTrigger } from 'sluice/postgres'
       export const users = pgTable('users', { id: integer().primaryKey(), email: text(), ${column} })
       export const options = pgTableOptions(users, { with: { fillfactor: 80 } })
       export const touch = pgFunction('touch', { returns: 'trigger', language: 'plpgsql', body: 'begin ${body} end' })
       export const touched = pgTrigger('touched', users, { when: 'before', on: 'update', forEach: 'row', execute: touch })
       export const said = pgComment(users, 'people')`,
    )
  await become('', 'return new;')
  await generate(kit, '--name', 'ours')
  await agrees(kit)
  await become('name: text()', 'return new;')
  expect(await kit.run('generate', '--name', 'theirs')).toContain('0001_theirs.sql')
  expect(await generate(kit)).toContain('No changes')
  await become('name: text()', 'return null;')
  expect(await kit.run('generate')).toContain('No schema changes')
  expect(await generate(kit, '--name', 'ours_again')).toContain('1 statement\n')
  const sql = await readFile(join(kit.folder, 'drizzle/0002_ours_again.sql'), 'utf8')
  expect(sql).toMatch(/^CREATE OR REPLACE FUNCTION "public"."touch"/)
  await agrees(kit)
})
