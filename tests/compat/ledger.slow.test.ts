import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { commandLine } from '../harness/cli.ts'
import { type KitProject, kitProject } from '../harness/kit.ts'

const line = commandLine()

/** What a command that succeeds prints. */
async function sluice(kit: KitProject, ...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await line.run(args, { cwd: kit.folder })
  expect(status, stdout + stderr).toBe(0)
  return stdout
}

const first = `
  import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: serial().primaryKey(), email: text().notNull().unique() })`
const second = `${first}
  export const posts = pgTable('posts', { id: serial().primaryKey(), by: integer().references(() => users.id) })`

const project = () => kitProject(['./schema.ts'], { driver: 'pglite', dbCredentials: { url: './pg' } })

/** Takes over a state of the schema file and writes its migration. */
async function generate(kit: KitProject, schema: string, name: string): Promise<void> {
  await writeFile(join(kit.folder, 'schema.ts'), schema)
  await sluice(kit, 'generate', '--name', name)
}

/** drizzle-orm's own runner, as an application calls it when it starts. */
async function startApplication(kit: KitProject): Promise<readonly unknown[]> {
  const client = await PGlite.create(join(kit.folder, 'pg'))
  try {
    await migrate(drizzle(client), { migrationsFolder: join(kit.folder, 'drizzle') })
    const { rows } = await client.query('select hash, created_at from drizzle.__drizzle_migrations order by id')
    return rows
  } finally {
    await client.close()
  }
}

const states = async (kit: KitProject): Promise<readonly string[]> => {
  const { migrations } = JSON.parse(await sluice(kit, 'status', '--json'))
  return migrations.map(({ tag, state }: { tag: string; state: string }) => `${tag} ${state}`)
}

test("drizzle-orm's own migrate applies our folder, and our status says so; we go on from there", async () => {
  await using kit = await project()
  await generate(kit, first, 'first')
  await startApplication(kit)
  expect(await states(kit)).toEqual(['0000_first applied'])
  await generate(kit, second, 'second')
  expect(await states(kit)).toEqual(['0000_first applied', '0001_second pending'])
  await sluice(kit, 'migrate')
  expect(await states(kit)).toEqual(['0000_first applied', '0001_second applied'])
  expect(await startApplication(kit)).toHaveLength(2)
})

test('what we applied is applied to drizzle-orm, which applies only the rest', async () => {
  await using kit = await project()
  await generate(kit, first, 'first')
  await sluice(kit, 'migrate')
  const [row] = await startApplication(kit)
  await generate(kit, second, 'second')
  const rows = await startApplication(kit)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toEqual(row)
  await sluice(kit, 'status', '--check')
})

test('what takes more than one transaction drizzle-orm cannot apply, as the file says; we can', async () => {
  await using kit = await project()
  const moods = (labels: string, column: string) => `
    import { integer, pgEnum, pgTable } from 'drizzle-orm/pg-core'
    export const mood = pgEnum('mood', [${labels}])
    export const users = pgTable('users', { id: integer(), mood: mood()${column} })`
  await generate(kit, moods(`'sad'`, ''), 'first')
  await startApplication(kit)
  await generate(kit, moods(`'sad', 'ok'`, `.default('ok')`), 'second')
  const sql = await readFile(join(kit.folder, 'drizzle/0001_second.sql'), 'utf8')
  expect(sql).toMatch(/^-- drizzle-orm.* cannot apply it/m)
  await expect(startApplication(kit)).rejects.toMatchObject({ cause: { code: '55P04' } })
  await sluice(kit, 'migrate')
  expect(await states(kit)).toEqual(['0000_first applied', '0001_second applied'])
  expect(await startApplication(kit)).toHaveLength(2)
})

test('drizzle-kit migrate applies our folder', async () => {
  await using kit = await project()
  await generate(kit, first, 'first')
  // Ours is there in a moment; the one that drizzle-kit would make takes seconds
  await (await openEmbedded({ directory: join(kit.folder, 'pg') })).close()
  expect(await kit.run('migrate')).toContain('migrations applied successfully')
  expect(await states(kit)).toEqual(['0000_first applied'])
})
