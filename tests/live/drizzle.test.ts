import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as drizzleMigrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFolder } from '../../src/migrate/folder.ts'
import { migrate } from '../../src/migrate/runner.ts'
import { readStatus, stateLine } from '../../src/migrate/status.ts'
import { live } from '../harness/database.ts'
import { type Files, folderOf } from '../harness/migrations.ts'

const db = live()

let out: string
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'sluice-drizzle-'))
})
afterEach(() => rm(out, { recursive: true }))

const write = async (files: Files) => {
  const { journal, migrations } = folderOf(files)
  await mkdir(join(out, 'meta'), { recursive: true })
  await writeFile(join(out, 'meta', '_journal.json'), journal.text!)
  for (const { tag, sql } of migrations) await writeFile(join(out, `${tag}.sql`), sql)
}

const byDrizzle = async (options: { migrationsSchema?: string; migrationsTable?: string } = {}) => {
  const client = new pg.Client(db.url)
  await client.connect()
  await drizzleMigrate(drizzle(client), { migrationsFolder: out, ...options })
  await client.end()
}

const files = {
  '0000_a': 'create table a (i int);\n--> statement-breakpoint\ninsert into a values (1);',
  '0001_b': '-- Custom SQL migration file, put your code below! --',
  '0002_c': '-- Custom SQL migration file, put your code below! --',
  '0003_d': 'insert into a values (2);\r\n--> statement-breakpoint\r\ninsert into a values (3);',
}

test('what drizzle-orm applied is applied', async () => {
  await write(files)
  await byDrizzle()
  const status = await readStatus(db.connection, await readFolder(out))
  expect(stateLine(status)).toBe('Migration state: 4 applied, 4 expected, 0 pending')
  expect(status).toMatchObject({ edited: [], missing: [], pending: [] })
  expect(await migrate({ connection: db.connection, folder: await readFolder(out) })).toMatchObject({ applied: [] })
})

test('what we applied is applied to drizzle-orm, which goes on after it, and we after that', async () => {
  const ledger = { schema: 'side', table: 'history' }
  const { '0003_d': last, ...first } = files
  await write(first)
  const ours = async () => migrate({ connection: db.connection, folder: await readFolder(out), ledger })
  expect((await ours()).applied).toHaveLength(3)
  await write(files)
  await byDrizzle({ migrationsSchema: 'side', migrationsTable: 'history' })
  await write({ ...files, '0004_e': 'insert into a values (4);' })
  expect((await ours()).applied).toMatchObject([{ tag: '0004_e' }])
  expect(await db.connection.query('select i from a order by i')).toEqual([1, 2, 3, 4].map((i) => ({ i })))
  expect(await db.connection.query('select id, created_at from side.history order by id')).toEqual(
    [1, 2, 3, 4, 5].map((id) => ({ id, created_at: String(id * 1000) })),
  )
})
