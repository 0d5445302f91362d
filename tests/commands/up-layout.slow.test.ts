import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { commandLine } from '../harness/cli.ts'
import { type Project, project } from '../harness/project.ts'

const sluice = commandLine()
const rich = join(import.meta.dirname, '..', 'drizzle', 'rich')

let made: Project
let out: string
beforeEach(async () => {
  made = await project({
    'drizzle.config.ts': `export default {
      dialect: 'postgresql', schema: './src/*.ts', out: './drizzle', driver: 'pglite', dbCredentials: { url: './pg' },
    }`,
  })
  out = join(made.folder, 'drizzle')
  await mkdir(join(made.folder, 'src'))
})
afterEach(() => made[Symbol.asyncDispose]())

async function run(...args: readonly string[]) {
  const { status, stdout, stderr } = await sluice.run(args, { cwd: made.folder })
  return { status, text: stdout + stderr }
}
async function ok(...args: readonly string[]): Promise<string> {
  const { status, text } = await run(...args)
  expect(status, text).toBe(0)
  return text
}
const json = async (...args: readonly string[]) => (await sluice.run([...args, '--json'], { cwd: made.folder })).json
const become = (columns: string) =>
  writeFile(
    join(made.folder, 'src', 'schema.ts'),
    `import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
     export const users = pgTable('us"ers', { id: serial().primaryKey(), ${columns} })`,
  )

/** Every file by its path, but for what lies only here. */
async function files(): Promise<Readonly<Record<string, string>>> {
  const paths = (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
  return Object.fromEntries(
    await Promise.all(paths.sort().map(async (path) => [path, await readFile(join(out, path), 'utf8')] as const)),
  )
}
const shared = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).filter(([path]) => path.endsWith('.sql') || path.endsWith('_journal.json')))

async function query(sql: string) {
  const connection = await openEmbedded({ directory: join(made.folder, 'pg') })
  try {
    return await connection.script(sql)
  } finally {
    await connection.close()
  }
}
const ledger = () => query('select hash, created_at from drizzle.__drizzle_migrations order by id')
const states = async () =>
  (await json('status')).migrations.map(({ tag, state }: { tag: string; state: string }) => `${tag} ${state}`)

/** Changes entries of the journal: their times, say. */
async function inJournal(change: (entry: { when: number; tag: string }, index: number) => object) {
  const file = join(out, 'meta', '_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.map(change) }, null, 2))
}

test('a folder goes there and back with its ledger, and nothing is to be done in either layout', async () => {
  for (const [name, columns] of [
    ['first', 'email: text()'],
    ['zippy', 'email: text().unique()'],
    ['alpha', 'email: text().unique(), age: integer().default(0)'],
  ] as const) {
    await become(columns)
    await ok('generate', '--name', name)
  }
  await ok('generate', '--custom', '--name', 'by hand')
  const start = Date.UTC(2026, 1, 2, 3, 4, 5, 678)
  const times = [start, start + 2_000, start + 2_001, start + 60_000]
  await inJournal((entry, i) => ({ ...entry, when: times[i], more: i }))
  await ok('migrate')
  await writeFile(join(out, '0001_zippy.sql'), `${await readFile(join(out, '0001_zippy.sql'), 'utf8')}\n-- since`)
  const before = await files()
  const rows = await ledger()
  const was = await states()

  expect(await ok('up', '--layout', 'v1')).toContain('0000_first is now 20260202030405_first')
  const after = await files()
  expect(Object.keys(after).filter((path) => path.endsWith('migration.sql'))).toEqual([
    '20260202030405_first/migration.sql',
    '20260202030407_0001_zippy/migration.sql',
    '20260202030407_0002_alpha/migration.sql',
    '20260202030505_by_hand/migration.sql',
  ])
  expect(Object.keys(after).filter((path) => path.startsWith('meta'))).toEqual([])
  expect(await readdir(out)).not.toContain('meta')
  expect((await states()).map((line: string) => line.split(' ')[1])).toEqual([
    'applied',
    'edited',
    'applied',
    'applied',
  ])
  expect(await ok('generate')).toContain('No changes')
  expect(await json('prove', '--check', '20260202030407_0002_alpha')).toMatchObject({ ok: true })
  expect(await ok('up', '--layout', 'v1')).toContain('Nothing to do')
  expect(await ledger()).toEqual(rows)

  await ok('up', '--layout', 'v0')
  expect(shared(await files())).toEqual(shared(before))
  expect(Object.keys(await files())).toEqual(Object.keys(before))
  expect(await ledger()).toEqual(rows)
  expect(await states()).toEqual(was)
  expect(await ok('generate')).toContain('No changes')
  expect(await ok('up', '--layout', 'v0')).toContain('Nothing to do')
})

test('everything that Drizzle can declare comes back, names that want quoting too', async () => {
  await cp(rich, join(made.folder, 'src'), { recursive: true })
  await ok('generate', '--no-prove', '--name', 'rich')
  const snapshot = join(out, 'meta', '0000_snapshot.json')
  const before = JSON.parse(await readFile(snapshot, 'utf8'))
  await ok('up', '--layout', 'v1', '--offline')
  expect(await ok('generate')).toContain('No changes')
  await ok('check')
  await ok('up', '--layout', 'v0', '--offline')
  expect(await ok('generate')).toContain('No changes')
  expect(JSON.parse(await readFile(snapshot, 'utf8'))).toEqual(before)
})

test('what is written and applied in the one layout is applied in the other', async () => {
  await become('email: text()')
  await ok('generate', '--name', 'first')
  await ok('up', '--layout', 'v1', '--offline')
  await become('email: text(), name: text()')
  await ok('generate', '--name', 'second')
  await ok('migrate')
  // As drizzle-orm 1.0 makes it and fills it in
  await query(`
    alter table drizzle.__drizzle_migrations add name text, add applied_at timestamptz default now();
    update drizzle.__drizzle_migrations set created_at = created_at - created_at % 1000`)
  const [first, second] = (await readdir(out)).filter((name) => name !== 'sluice').sort()
  await query(`update drizzle.__drizzle_migrations set name = case id when 1 then '${first}' else '${second}' end`)

  const { ledger: steps } = await json('up', '--layout', 'v0')
  expect(steps).toHaveLength(2)
  expect(await states()).toEqual(['0000_first applied', '0001_second applied'])
  const journal = JSON.parse(await readFile(join(out, 'meta', '_journal.json'), 'utf8'))
  const rows = await query('select name, created_at from drizzle.__drizzle_migrations order by id')
  expect(rows).toEqual(
    journal.entries.map(({ tag, when }: { tag: string; when: number }) => ({ name: tag, created_at: String(when) })),
  )
  await ok('check', '--database', '--history')

  await ok('up', '--layout', 'v1')
  expect(await query('select name from drizzle.__drizzle_migrations order by id')).toEqual([
    { name: first },
    { name: second },
  ])
  await ok('status', '--check')
})

test('another database follows when the command is run again for it', async () => {
  await become('email: text()')
  await ok('generate', '--name', 'first')
  await ok('migrate')
  await query(`
    alter table drizzle.__drizzle_migrations add name text, add applied_at timestamptz default now();
    update drizzle.__drizzle_migrations set name = '0000_first', hash = '0000_first'`)
  await ok('up', '--layout', 'v1', '--offline')
  expect((await json('up', '--layout', 'v1')).ledger).toHaveLength(1)
  const [tag] = (await readdir(out)).filter((name) => name !== 'sluice')
  expect(await query('select name, hash from drizzle.__drizzle_migrations')).toEqual([{ name: tag, hash: tag }])
  await ok('status', '--check')
})

test('what would change its place is not converted', async () => {
  for (const name of ['first', 'second']) {
    await become(name === 'first' ? 'email: text()' : 'email: text(), age: integer()')
    await ok('generate', '--no-prove', '--name', name)
  }
  await inJournal((entry, i) => ({ ...entry, when: 1_700_000_000_000 - i * 5_000 }))
  const before = await files()
  const { status, text } = await run('up', '--layout', 'v1', '--offline')
  expect(status).toBe(1)
  expect(text).toContain('dated before an earlier one')
  expect(text).toContain('sluice repair')
  expect(await files()).toEqual(before)
})

test('a half-run migration is ended first', async () => {
  await become('email: text()')
  await ok('generate', '--name', 'first')
  await ok('generate', '--custom', '--name', 'alone')
  await writeFile(join(out, '0001_alone.sql'), 'create index concurrently a on "us""ers" (email);\nselect 1 / 0;')
  await run('migrate')
  const { status, text } = await run('up', '--layout', 'v1')
  expect(status).toBe(1)
  expect(text).toContain('0001_alone is half run')
})

test('an empty folder has nothing to convert', async () => {
  await mkdir(out)
  expect(await ok('up', '--layout', 'v1', '--offline')).toContain('Nothing to do')
})

test('rows that were kept in one layout are put back in the other', async () => {
  await become('email: text()')
  await ok('generate', '--name', 'first')
  await become('email: text(), note: text()')
  await ok('generate', '--name', 'second')
  await ok('migrate')
  await query(`insert into "us""ers" (email, note) values ('a@b', 'kept')`)
  await ok('rollback', '--allow-loss')
  await ok('up', '--layout', 'v1')
  expect(await ok('migrate', '--restore')).toContain('put back')
  expect(await query(`select note from "us""ers"`)).toEqual([{ note: 'kept' }])

  await ok('rollback', '--allow-loss')
  await ok('up', '--layout', 'v0')
  expect(await ok('migrate')).toContain('sluice migrate --restore')
  await ok('migrate', '--restore')
  expect(await query(`select note from "us""ers"`)).toEqual([{ note: 'kept' }])
})
