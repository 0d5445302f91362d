import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { type KitProject, kitProject, richSchema } from '../harness/kit.ts'

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
