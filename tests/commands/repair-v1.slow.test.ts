import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check, generate, migrate, type RepairOptions, repair, status } from '../../src/index.ts'
import { queryProject } from '../harness/embedded.ts'
import { repository } from '../harness/repository.ts'

const schema = (columns = '', more = '') => `
  import { integer, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('Us"ers', { id: integer().primaryKey(), ${columns} })
  ${more}
`
const posts = `export const posts = pgTable('posts', { id: integer().primaryKey(), size: integer().default(7) })`
const steps = [
  ['init', schema()],
  ['age', schema('age: integer()', posts)],
  ['size', schema('age: integer().default(1), size: integer()', posts)],
  ['last', schema('age: integer().default(1), size: integer(), last: text()', posts)],
] as const

/** A project with four migrations in the layout of drizzle-kit 1.0, committed where that is said. */
async function made({ commit = false, count = 4 } = {}) {
  const it = await repository({
    'drizzle.config.json': JSON.stringify({ dialect: 'postgresql', schema: './schema.ts', layout: 'v1' }),
  })
  const cwd = it.folder
  const out = join(cwd, 'drizzle')
  for (const [name, text] of steps.slice(0, count)) {
    await it.put('schema.ts', text)
    await generate({ cwd, name, prove: false })
  }
  if (commit) await it.commit()
  const tags = (await readdir(out)).filter((name) => name !== 'sluice').sort()
  const files = async () => (await readdir(out, { recursive: true })).toSorted()
  const snapshot = (tag: string) => join(out, tag, 'snapshot.json')
  return {
    ...it,
    cwd,
    out,
    tags: tags as [string, string, string, string],
    files,
    snapshot,
    read: async (tag: string) => JSON.parse(await readFile(snapshot(tag), 'utf8')),
    edit: async (tag: string, change: (text: string) => string) =>
      writeFile(snapshot(tag), change(await readFile(snapshot(tag), 'utf8'))),
    /** Shows what it would do and changes nothing, does just that, and then there is nothing wrong any more. */
    async mended(options: RepairOptions = {}) {
      const before = await files()
      const shown = await repair({ cwd, ...options })
      expect(await files()).toEqual(before)
      expect(shown).toMatchObject({ applied: false, left: [], halted: null })
      expect(await repair({ cwd, ...options, apply: true })).toEqual({ ...shown, applied: true })
      const { findings } = await check({ cwd, history: true }).catch((error) => error.details.result)
      expect(findings.filter(({ stands }: { stands: boolean }) => stands)).toEqual([])
      expect(await generate({ cwd, prove: false })).toMatchObject({ tag: null })
      return shown
    },
  }
}

test('a snapshot that is gone is written from what the migrations make, and the next one follows it as before', async () => {
  await using it = await made()
  const [, age, size] = it.tags
  const [was, next] = [await it.read(age), await it.read(size)]
  await rm(it.snapshot(age))
  const { remedies } = await it.mended()
  expect(remedies.map(({ id }) => id)).toEqual(['restore-snapshot'])
  const now = await it.read(age)
  expect({ ...now, footprints: [] }).toEqual({ ...was, footprints: [] })
  expect(await it.read(size)).toEqual(next)
})

test('two that are gone side by side', async () => {
  await using it = await made()
  const [, age, size, last] = it.tags
  const { id } = await it.read(size)
  await rm(it.snapshot(age))
  await rm(it.snapshot(size))
  await it.mended()
  expect(await it.read(size)).toMatchObject({ id, prevIds: [(await it.read(age)).id] })
  expect(await it.read(last)).toMatchObject({ prevIds: [id] })
})

test('one that git has left in conflict', async () => {
  await using it = await made({ count: 2 })
  await it.edit(it.tags[1], (text) => `<<<<<<< HEAD\n${text}\n=======\n>>>>>>> other\n`)
  const { remedies } = await it.mended()
  expect(remedies.map(({ id }) => id)).toEqual(['restore-snapshot'])
})

test('a folder that is gone comes back as git has it, and so do several', async () => {
  await using it = await made({ commit: true })
  const [, age, size] = it.tags
  const before = await it.files()
  for (const tag of [age, size]) await rm(join(it.out, tag), { recursive: true })
  await it.commit('gone')
  const { remedies } = await it.mended()
  expect(remedies.map(({ id }) => id)).toEqual(['bring-back-folder'])
  expect(await it.files()).toEqual(before)
  await rm(join(it.out, age, 'migration.sql'))
  await it.mended()
  expect(await it.files()).toEqual(before)
})

test('a folder that nobody knows is done without, and what followed it follows the one before', async () => {
  await using it = await made()
  const [init, , , last] = it.tags
  await rm(join(it.out, last), { recursive: true })
  await it.put('schema.ts', steps[2][1])
  await it.put('later', '')
  await generate({ cwd: it.cwd, custom: true, name: 'empty' })
  await generate({ cwd: it.cwd, custom: true, name: 'rows' })
  const [empty] = (await readdir(it.out)).filter((name) => name.endsWith('_empty'))
  await rm(join(it.out, empty!), { recursive: true })
  const { remedies } = await it.mended()
  expect(remedies.map(({ id }) => id)).toEqual(['relink'])
  expect((await it.read(init)).type).toBe('base')
})

test('a folder that somebody copied gets an id of its own', async () => {
  await using it = await made({ count: 2 })
  const [, age] = it.tags
  await generate({ cwd: it.cwd, custom: true, name: 'rows' })
  const rows = (await readdir(it.out)).find((name) => name.endsWith('_rows'))!
  const copy = rows.replace(/^\d+/, (time) => String(BigInt(time) + 1n))
  await cp(join(it.out, rows), join(it.out, copy), { recursive: true })
  const { remedies } = await it.mended()
  expect(remedies.map(({ id }) => id)).toEqual(['relink'])
  const ids = await Promise.all([age, rows, copy].map(async (tag) => (await it.read(tag)).id))
  expect(new Set(ids).size).toBe(3)
  expect((await it.read(copy)).prevIds).toEqual([ids[1]])
})

test('a folder without a time gets one in its place, and the ledger follows', async () => {
  await using it = await made({ count: 2 })
  const { cwd } = it
  const [init, age] = it.tags
  await rename(join(it.out, init), join(it.out, '0000_init'))
  await rename(join(it.out, age), join(it.out, 'zz_age'))
  await migrate({ cwd })
  const { remedies, database } = await it.mended()
  expect(remedies.map(({ id }) => id)).toEqual(['give-time'])
  expect(database.length).toBeGreaterThan(0)
  expect(await status({ cwd, check: true })).toMatchObject({
    missing: [],
    migrations: [{ state: 'applied' }, { state: 'applied' }],
  })
  expect(await migrate({ cwd })).toMatchObject({ applied: [] })
})

test('loose SQL becomes the newest folder where it does something, and is else set aside, as a snapshot alone is', async () => {
  await using it = await made({ count: 2 })
  const { cwd } = it
  await writeFile(join(it.out, '0007_rows.sql'), `insert into posts (id) values (1);`)
  await writeFile(join(it.out, 'old.sql'), 'create table posts ();')
  await cp(join(it.out, it.tags[1]), join(it.out, '29990101000000_alone'), { recursive: true })
  await rm(join(it.out, '29990101000000_alone', 'migration.sql'))
  const { remedies } = await it.mended()
  expect(remedies.map(({ id }) => id)).toEqual(['adopt', 'set-aside', 'restore-snapshot'])
  const tags = (await readdir(it.out)).filter((name) => name !== 'sluice').sort()
  expect(tags).toEqual([...it.tags, expect.stringMatching(/^\d{14}_rows$/)])
  expect(await readdir(join(it.out, 'sluice'))).toEqual(
    expect.arrayContaining(['aside_old.sql', 'aside_29990101000000_alone_snapshot.json']),
  )
  await migrate({ cwd })
  expect(await queryProject(cwd, 'select size from posts')).toEqual([{ size: 7 }])
})

test('a first migration that holds comments alone is written from its snapshot', async () => {
  await using it = await made({ count: 2 })
  const file = join(it.out, it.tags[0], 'migration.sql')
  await writeFile(file, '/* as drizzle-kit pull leaves it */')
  const { remedies } = await it.mended()
  expect(remedies.map(({ id }) => id)).toEqual(['write-first'])
  expect(await readFile(file, 'utf8')).toContain('CREATE TABLE')
})

test('a database without a ledger, an edit that is accepted, and a time to the millisecond that stays', async () => {
  await using it = await made({ count: 2 })
  const { cwd } = it
  await migrate({ cwd })
  await queryProject(cwd, 'drop table drizzle.__drizzle_migrations')
  const { database } = await it.mended()
  expect(database.map(({ says }) => says)).toEqual(it.tags.map((tag) => `${tag} counts as applied`))
  await queryProject(cwd, 'update drizzle.__drizzle_migrations set created_at = created_at + 678')
  expect(await repair({ cwd })).toMatchObject({ database: [] })
  await writeFile(join(it.out, it.tags[0], 'migration.sql'), 'CREATE TABLE "Us""ers" ("id" integer PRIMARY KEY);')
  await expect(repair({ cwd })).rejects.toMatchObject({ code: 'REPAIR_INCOMPLETE' })
  await repair({ cwd, accept: [it.tags[0]], apply: true })
  expect(await status({ cwd, check: true })).toMatchObject({ missing: [] })
})
