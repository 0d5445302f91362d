import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { rebase as command } from '../../src/commands/rebase.ts'
import { type GenerateOptions, generate, migrate, prove, rebase } from '../../src/index.ts'
import { commandLine, read } from '../harness/cli.ts'
import { type Repository, repository } from '../harness/repository.ts'

const sluice = commandLine()

const schema = (columns: string, more = '') => `
  import { sql } from 'drizzle-orm'
  import { boolean, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
  ${more}
`

interface Branches extends Repository {
  /** Changes the schema file, writes the migration and commits both. */
  change(name: string, text: string, options?: GenerateOptions): Promise<void>
  /** Writes an empty migration with this SQL in it, and commits. */
  custom(name: string, sql: string): Promise<void>
  tags(): Promise<readonly string[]>
  sql(tag: string): Promise<string>
}

/** A project with one migration on `main`, and a branch `feature` that begins there and is checked out. */
async function started(text: string, config: object = {}): Promise<Branches> {
  const made = await repository({
    'drizzle.config.json': JSON.stringify({ dialect: 'postgresql', schema: './schema.ts', ...config }),
    'schema.ts': text,
  })
  const cwd = made.folder
  const journal = async () => JSON.parse(await read(cwd, 'drizzle/meta/_journal.json')).entries
  const it: Branches = {
    ...made,
    async change(name, text, options) {
      await made.put('schema.ts', text)
      await generate({ cwd, name, prove: false, ...options })
      await made.commit(name)
    },
    async custom(name, sql) {
      const { file } = await generate({ cwd, name, custom: true })
      await made.put(file!, sql)
      await made.commit(name)
    },
    tags: async () => (await journal()).map(({ tag }: { tag: string }) => tag),
    sql: (tag) => read(cwd, 'drizzle', `${tag}.sql`),
  }
  await generate({ cwd, name: 'init', prove: false })
  await made.commit('init')
  await made.git('switch', '-c', 'feature')
  return it
}

/** Every tag with its files, and nothing else, as drizzle-kit wants it; `generate` finds nothing left to do. */
async function expectWhole(it: Branches, text: string): Promise<void> {
  const cwd = it.folder
  const tags = await it.tags()
  const names = await readdir(join(cwd, 'drizzle'))
  expect(names.filter((name) => name.endsWith('.sql')).sort()).toEqual(tags.map((tag) => `${tag}.sql`).sort())
  const snapshots = (await readdir(join(cwd, 'drizzle/meta'))).filter((name) => !name.startsWith('_')).sort()
  expect(snapshots).toEqual(tags.map((tag) => `${tag.split('_')[0]}_snapshot.json`))
  const ids = await Promise.all(snapshots.map(async (name) => JSON.parse(await read(cwd, 'drizzle/meta', name))))
  expect(ids.slice(1).map(({ prevId }) => prevId)).toEqual(ids.slice(0, -1).map(({ id }) => id))
  const entries = JSON.parse(await read(cwd, 'drizzle/meta/_journal.json')).entries as { idx: number; when: number }[]
  expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, i) => i))
  expect(entries.map(({ when }) => when)).toEqual(entries.map(({ when }) => when).sort((a, b) => a - b))
  await it.put('schema.ts', text)
  expect(await generate({ cwd, prove: false })).toMatchObject({ tag: null })
}

/** `main` and `feature` have each added something, and `main` is being merged into `feature`, with conflicts. */
async function merging(it: Branches, onMain: () => Promise<void>, onFeature: () => Promise<void>): Promise<void> {
  await onFeature()
  await it.git('switch', 'main')
  await onMain()
  await it.git('switch', 'feature')
  expect((await it.git('merge', 'main')).output).toContain('CONFLICT')
}

test('FAILURES 30: in a merge with conflicts in the journal and in a snapshot, ours comes on top of theirs', async () => {
  await using it = await started(schema(''))
  const cwd = it.folder
  await merging(
    it,
    () => it.change('theirs', schema('theirs: text()')),
    async () => {
      await it.change('ours', schema('ours: text()'))
      await it.custom('rows', 'update users set id = id;')
      await it.change('more', schema('ours: text(), more: integer()'))
    },
  )
  await expect(generate({ cwd })).rejects.toMatchObject({ code: expect.stringMatching(/_CONFLICT$/) })
  const before = await read(cwd, 'drizzle/0001_theirs.sql')
  const result = await rebase({ cwd })
  expect(result).toMatchObject({
    onto: 'main',
    kept: ['0001_theirs'],
    moved: [
      { from: '0001_ours', to: '0002_ours', how: 'planned', proof: 'proven' },
      { from: '0002_rows', to: '0003_rows', how: 'kept', proof: 'proven' },
      { from: '0003_more', to: '0004_more', how: 'planned', proof: 'proven' },
    ],
  })
  expect(await it.tags()).toEqual(['0000_init', '0001_theirs', '0002_ours', '0003_rows', '0004_more'])
  expect(await read(cwd, 'drizzle/0001_theirs.sql')).toBe(before)
  expect(await it.sql('0003_rows')).toBe('update users set id = id;')
  await expectWhole(it, schema('theirs: text(), ours: text(), more: integer()'))
  const { proofs } = await prove({ cwd, tag: (await it.tags()).slice(2), check: true })
  expect(proofs.map(({ standing }) => standing)).toEqual(['proven', 'proven', 'proven'])
  await it.commit('merged')
  expect(await rebase({ cwd })).toMatchObject({ onto: null, moved: [] })
})

test('on main, what it has stays as it is, and the merged branch moves', async () => {
  await using it = await started(schema(''))
  await it.change('ours', schema('ours: text()'))
  await it.git('switch', 'main')
  await it.change('theirs', schema('theirs: text()'))
  await it.git('merge', 'feature')
  expect(await rebase({ cwd: it.folder })).toMatchObject({ moved: [{ from: '0001_ours', to: '0002_ours' }] })
  await expectWhole(it, schema('theirs: text(), ours: text()'))
})

test('in a git rebase, each commit that stops moves its own migration', async () => {
  await using it = await started(schema(''))
  const cwd = it.folder
  await it.change('a', schema('a: text()'))
  await it.change('b', schema('a: text(), b: text()'))
  await it.git('switch', 'main')
  await it.change('theirs', schema('theirs: text()'))
  await it.git('switch', 'feature')
  expect((await it.git('rebase', 'main')).output).toContain('CONFLICT')
  expect(await rebase({ cwd })).toMatchObject({ moved: [{ from: '0001_a', to: '0002_a' }] })
  await it.put('schema.ts', schema('theirs: text(), a: text()'))
  await it.git('add', '--all')
  expect((await it.git('rebase', '--continue')).output).toContain('CONFLICT')
  expect(await rebase({ cwd })).toMatchObject({ moved: [{ from: '0002_b', to: '0003_b' }] })
  await it.put('schema.ts', schema('theirs: text(), a: text(), b: text()'))
  await it.git('add', '--all')
  expect(await it.git('rebase', '--continue')).toMatchObject({ status: 0 })
  await expectWhole(it, schema('theirs: text(), a: text(), b: text()'))
})

test('after a merge without conflicts, whose snapshots follow the same one', async () => {
  await using it = await started(schema(''), { migrations: { prefix: 'timestamp' } })
  const cwd = it.folder
  const nextSecond = () => setTimeout(1_100) // the names tell seconds apart; one that is taken counts a second on
  await nextSecond()
  await it.change('ours', schema('ours: text()'))
  await nextSecond()
  await it.git('switch', 'main')
  await it.change('theirs', schema('', `export const posts = pgTable('posts', { id: integer() })`))
  await it.git('switch', 'feature')
  await it.git('merge', '-X', 'ours', 'main')
  const journals = await Promise.all(
    ['feature', 'main'].map(async (branch) =>
      JSON.parse((await it.git('show', `${branch}:drizzle/meta/_journal.json`)).output),
    ),
  )
  const [ours, theirs] = journals
  const entries = [...ours.entries, theirs.entries.at(-1)].sort((a, b) => a.when - b.when)
  await it.put('drizzle/meta/_journal.json', JSON.stringify({ ...ours, entries }, null, 2))
  await it.commit('merge')
  await expect(generate({ cwd })).rejects.toMatchObject({
    code: 'SNAPSHOT_FORKED',
    hint: expect.stringContaining('sluice rebase'),
  })
  const { moved } = await rebase({ cwd })
  expect(moved).toEqual([expect.objectContaining({ from: ours.entries.at(-1).tag, how: 'planned', proof: 'proven' })])
})

test('before any merge, onto a branch that has moved on', async () => {
  await using it = await started(schema(''))
  await it.change('ours', schema('ours: text()'))
  await it.git('switch', 'main')
  await it.change('theirs', schema('theirs: text()'))
  await it.git('switch', 'feature')
  expect(await rebase({ cwd: it.folder, onto: 'main' })).toMatchObject({ moved: [{ to: '0002_ours' }] })
  await expectWhole(it, schema('theirs: text(), ours: text()'))
})

test('answers are kept: a column that ours renames, in a table that theirs renames; labels that both add to an enum', async () => {
  const state = (name: string, column: string, moods: string) =>
    `
      import { integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
      export const mood = pgEnum('mood', [${moods}])
      export const people = pgTable('${name}', { id: integer().primaryKey(), ${column}: text() })
    `
  await using it = await started(state('users', 'name', `'sad', 'ok'`))
  await merging(
    it,
    () => it.change('theirs', state('users', 'name', `'sad', 'ok', 'happy'`)),
    () => it.change('ours', state('people', 'title', `'sad', 'meh', 'ok'`), { rename: ['users=people', 'name=title'] }),
  )
  expect(await rebase({ cwd: it.folder })).toMatchObject({ moved: [{ to: '0002_ours', how: 'planned' }] })
  expect(await it.sql('0002_ours')).toMatch(/RENAME COLUMN "name" TO "title"/)
  await expectWhole(it, state('people', 'title', `'sad', 'meh', 'ok', 'happy'`))
})

test('what both have done is left out; where both changed one thing, the schema files decide', async () => {
  await using it = await started(schema('age: integer()'))
  await merging(
    it,
    () => it.change('theirs', schema('age: integer().default(1), same: text()')),
    async () => {
      await it.change('same', schema('age: integer(), same: text()'))
      await it.change('ours', schema('age: integer().default(2), same: text()'))
      await it.custom('rows', 'update users set id = id;')
    },
  )
  const merged = schema('age: integer().default(3), same: text()')
  await it.put('schema.ts', merged)
  expect(await rebase({ cwd: it.folder })).toMatchObject({
    moved: [
      { from: '0001_same', to: null, how: 'done' },
      { from: '0002_ours', to: '0002_ours', how: 'planned' },
      { from: '0003_rows', to: '0003_rows', how: 'kept' },
    ],
  })
  expect(await it.sql('0002_ours')).toContain('SET DEFAULT 3')
  await expectWhole(it, merged)
})

test('SQL that somebody wrote is kept to the letter; where theirs contradicts it, nothing is changed', async () => {
  await using it = await started(schema('age: integer()'))
  const cwd = it.folder
  const written = 'ALTER TABLE users ALTER age SET DEFAULT 2 /* by hand */;'
  const status = async () => (await it.git('status', '--porcelain')).output
  await merging(
    it,
    () => it.change('theirs', schema('age: integer().default(1)')),
    async () => {
      await it.change('ours', schema('age: integer().default(2)'))
      await writeFile(join(cwd, 'drizzle/0001_ours.sql'), written)
      await it.commit()
    },
  )
  const before = await status()
  await expect(rebase({ cwd })).rejects.toMatchObject({
    code: 'REBASE_CONFLICT',
    exit: 1,
    details: { tags: ['0001_ours'] },
  })
  expect(await status()).toBe(before)
  await it.git('merge', '--abort')
  await it.git('switch', '-c', 'other', 'main~1')
  await it.change('theirs', schema('age: integer(), more: text()'))
  await it.git('switch', 'feature')
  await it.git('merge', 'other')
  expect(await rebase({ cwd })).toMatchObject({ moved: [{ to: '0002_ours', how: 'kept', proof: 'proven' }] })
  expect(await it.sql('0002_ours')).toBe(written)
  await expectWhole(it, schema('age: integer().default(2), more: text()'))
})

test('a migration that does not hold on top of theirs: nothing is changed', async () => {
  await using it = await started(schema('age: integer()'))
  const cwd = it.folder
  await merging(
    it,
    () => it.change('theirs', schema(''), { allowLoss: true }),
    () => it.custom('rows', 'update users set age = 1;'),
  )
  const before = (await it.git('status', '--porcelain')).output
  await expect(rebase({ cwd })).rejects.toMatchObject({ code: 'PROOF_FAILED', details: { tag: '0002_rows' } })
  expect((await it.git('status', '--porcelain')).output).toBe(before)
})

test('what is applied somewhere that can be seen is not moved', async () => {
  await using it = await started(schema(''))
  const cwd = it.folder
  await it.change('ours', schema('ours: text()'))
  await migrate({ cwd })
  await it.git('switch', 'main')
  await it.change('theirs', schema('theirs: text()'))
  await it.git('switch', 'feature')
  await it.git('merge', 'main')
  await expect(rebase({ cwd })).rejects.toMatchObject({ code: 'REBASE_APPLIED', details: { tags: ['0001_ours'] } })
  expect(await rebase({ cwd, offline: true })).toMatchObject({ moved: [{ to: '0002_ours' }] })
})

test('both branches gave their migration one name', async () => {
  await using it = await started(schema(''))
  await merging(
    it,
    () => it.change('add', schema('theirs: text()')),
    () => it.change('add', schema('ours: text()')),
  )
  expect(await rebase({ cwd: it.folder })).toMatchObject({ moved: [{ from: '0001_add', to: '0002_add' }] })
  await expectWhole(it, schema('theirs: text(), ours: text()'))
})

test('a first migration on each side, in a folder below the top of the repository', async () => {
  await using it = await repository({
    "apps/a b'c/drizzle.config.json": JSON.stringify({ dialect: 'postgresql', schema: './schema.ts', out: './db/out' }),
  })
  const cwd = join(it.folder, "apps/a b'c")
  const first = async (name: string, text: string) => {
    await it.put("apps/a b'c/schema.ts", text)
    await generate({ cwd, name, prove: false })
    await it.commit(name)
  }
  await it.git('switch', '-c', 'feature')
  await first(
    'ours',
    schema('', `export const posts = pgTable('posts', { id: integer() })`).replace(/export const users.*/, ''),
  )
  await it.git('switch', 'main')
  await first('theirs', schema(''))
  await it.git('switch', 'feature')
  await it.git('merge', 'main')
  const result = await rebase({ cwd, config: 'drizzle.config.json' })
  expect(result).toMatchObject({ moved: [{ from: '0000_ours', to: '0001_ours', proof: 'proven' }] })
  expect(command.text({ ...result, folder: "it's mine" })).toMatch(/^then: git add --all 'it'\\''s mine'$/m)
})

test('without git it is said that git is missing', async () => {
  await using it = await started(schema(''))
  const path = await mkdtemp(join(tmpdir(), 'sluice-no-git-'))
  const { status, json } = await sluice.run(['rebase', '--json'], { cwd: it.folder, env: { PATH: path } })
  expect({ status, code: json.error.code }).toEqual({ status: 2, code: 'GIT_MISSING' })
  await rm(path, { recursive: true })
})

test('a commit that git does not know, and a folder without git', async () => {
  await using it = await started(schema(''))
  await expect(rebase({ cwd: it.folder, onto: '--all' })).rejects.toMatchObject({ code: 'OPTION_INVALID', exit: 2 })
  await appendFile(join(it.folder, 'schema.ts'), '\n')
  expect(await rebase({ cwd: it.folder })).toMatchObject({ onto: null })
})
