import { execFileSync } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { queryProject } from '../harness/embedded.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const schema = (columns = '') => `
  import { integer, pgTable } from 'drizzle-orm/pg-core'
  export const users = pgTable('Us"ers', { id: integer().primaryKey(), ${columns} })
`
const config = `export default { dialect: 'postgresql', schema: './schema.ts' }`
const steps = { init: '', age: 'age: integer()', size: 'age: integer(), size: integer().default(7)' }

/** A project with three migrations. */
async function made() {
  const { folder: cwd, ...rest } = await project({ 'drizzle.config.ts': config, 'schema.ts': schema() })
  for (const [name, columns] of Object.entries(steps)) {
    await writeFile(join(cwd, 'schema.ts'), schema(columns))
    await sluice.run(['generate', '--name', name, '--no-prove'], { cwd })
  }
  const path = (name: string) => join(cwd, 'drizzle', name)
  const edit = async (name: string, change: (text: string) => string) =>
    writeFile(path(name), change(await readFile(path(name), 'utf8')))
  const editJournal = (change: (entries: Record<string, unknown>[]) => unknown[]) =>
    edit('meta/_journal.json', (text) => {
      const { entries, ...journal } = JSON.parse(text)
      return JSON.stringify({ ...journal, entries: change(entries) }, null, 2)
    })
  const files = async () => (await readdir(path(''), { recursive: true })).toSorted()
  const repair = async (...args: string[]) => (await sluice.run(['repair', '--json', ...args], { cwd })).json
  /** Shows what it would do, does it, and finds nothing any more. */
  const mended = async (...args: string[]) => {
    const before = await files()
    const shown = await repair(...args)
    expect(await files()).toEqual(before)
    expect(shown).toMatchObject({ ok: true, applied: false, left: [], halted: null })
    expect(await repair(...args, '--apply')).toEqual({ ...shown, applied: true })
    expect((await sluice.run(['check', '--json', '--database'], { cwd })).json.findings).toEqual([])
    expect(await repair()).toMatchObject({ remedies: [], files: [], database: [], left: [] })
    return shown
  }
  return { cwd, path, edit, editJournal, repair, mended, ...rest }
}

test('nothing is done where nothing is wrong', async () => {
  await using it = await made()
  expect(await sluice.run(['repair', '--apply'], { cwd: it.cwd })).toMatchObject({
    status: 0,
    stdout: 'Nothing to mend.\n',
  })
})

test('what is asked of a ledger is refused where no database is looked at', async () => {
  await using it = await made()
  const asked = ['--accept', '--applied', '--unapplied', '--baseline'].map((option) => [option, '0000_init'] as const)
  // There is no embedded database yet.
  for (const [option, tag] of asked)
    expect((await it.repair(option, tag)).error).toMatchObject({
      code: 'LEDGER_UNSEEN',
      details: { options: [option] },
    })
  await sluice.run(['migrate'], { cwd: it.cwd })
  expect((await it.repair('--offline', '--unapplied', '0002_size')).error).toMatchObject({ code: 'LEDGER_UNSEEN' })
  expect((await it.repair('--unapplied', '0009_none')).error).toMatchObject({
    code: 'TAG_UNKNOWN',
    details: { folder: it.path('') },
  })
})

test('a chain of snapshots is linked again, and times go up again; the ledger follows', async () => {
  await using it = await made()
  await sluice.run(['migrate'], { cwd: it.cwd })
  await it.edit('meta/0001_snapshot.json', (text) => text.replace(/"prevId": "[^"]+"/, '"prevId": "nobody"'))
  const [first, second] = JSON.parse(await readFile(it.path('meta/_journal.json'), 'utf8')).entries
  await it.editJournal((entries) =>
    entries.map((entry, i) => (i === 1 ? { ...entry, when: first.when - 5, by: 'somebody' } : entry)),
  )
  const { remedies, files, database } = await it.mended()
  expect(remedies.map(({ id }: { id: string }) => id)).toEqual(['restamp', 'relink'])
  expect(files.map(({ path }: { path: string }) => path)).toEqual([
    'drizzle/meta/0001_snapshot.json',
    'drizzle/meta/_journal.json',
  ])
  expect(await readFile(it.path('meta/_journal.json'), 'utf8')).toContain('"by": "somebody"')
  expect(files[0].lines).toEqual([
    '-   "prevId": "nobody",',
    expect.stringMatching(/^\+ {3}"prevId": "[-0-9a-f]{36}",$/),
  ])
  expect(database).toEqual([
    {
      says: 'the row of 0001_age follows: created_at',
      sql: expect.stringMatching(
        `set created_at = ${first.when + 1} where hash = '.*' and created_at is not distinct from ${second.when}$`,
      ),
    },
  ])
})

test('a snapshot that is gone is written from what the migrations make, in the words of those beside it', async () => {
  await using it = await made()
  const wanted = await readFile(it.path('meta/0001_snapshot.json'), 'utf8')
  await rm(it.path('meta/0001_snapshot.json'))
  const { remedies } = await it.mended()
  expect(remedies.map(({ id }: { id: string }) => id)).toEqual(['restore-snapshot', 'relink'])
  const state = (text: string) => ({ ...JSON.parse(text), id: '', prevId: '' })
  expect(state(await readFile(it.path('meta/0001_snapshot.json'), 'utf8'))).toEqual(state(wanted))
  expect(await sluice.run(['generate'], { cwd: it.cwd })).toMatchObject({ stdout: 'No changes\n' })
})

test('two migrations of one prefix get a prefix each, and the one whose snapshot was overwritten gets it back', async () => {
  await using it = await made()
  await it.editJournal((entries) =>
    entries.map((entry, i) => (i === 2 ? { ...entry, idx: 1, tag: '0001_size' } : entry)),
  )
  await cp(it.path('0002_size.sql'), it.path('0001_size.sql'))
  await rm(it.path('0002_size.sql'))
  await cp(it.path('meta/0002_snapshot.json'), it.path('meta/0001_snapshot.json'))
  await rm(it.path('meta/0002_snapshot.json'))
  for (const name of ['down.sql', 'json']) await rm(it.path(`sluice/0002_size.${name}`), { force: true })
  const { remedies } = await it.mended()
  expect(remedies).toMatchObject([
    { id: 'renumber', effects: ['0002_size has the number 2, not 1', '0001_size is called 0002_size'] },
    { id: 'restore-snapshot' },
    { id: 'relink' },
  ])
})

test('a file that no journal names is adopted where it does something, and else set aside', async () => {
  await using it = await made()
  await writeFile(it.path('0003_more.sql'), `ALTER TABLE "Us""ers" ADD COLUMN "more" integer;`)
  await writeFile(it.path('0001_again.sql'), await readFile(it.path('0001_age.sql'), 'utf8'))
  await writeFile(join(it.cwd, 'schema.ts'), schema(`${steps.size}, more: integer()`))
  const { remedies } = await it.mended()
  expect(remedies).toMatchObject([
    {
      id: 'adopt',
      effects: [
        expect.stringMatching(
          /^0001_again\.sql goes to sluice\/aside_0001_again\.sql: it fails after them: .*already exists$/,
        ),
        '0003_more.sql is the newest migration',
      ],
    },
    { id: 'restore-snapshot' },
    { id: 'relink' },
  ])
  expect(await readFile(it.path('sluice/aside_0001_again.sql'), 'utf8')).toContain('"age"')
})

test('an entry without a file gets it back out of git, and goes where git does not know it', async () => {
  await using it = await made()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: it.cwd })
  git('init', '-q')
  git('add', 'drizzle')
  git('commit', '-qm', 'all')
  const text = await readFile(it.path('0001_age.sql'), 'utf8')
  await rm(it.path('0001_age.sql'))
  await it.editJournal((entries) => [
    ...entries,
    { idx: 3, version: '7', when: 9, tag: '0003_gone', breakpoints: true },
  ])
  const { remedies } = await it.mended()
  expect(remedies[0]).toEqual({
    id: 'bring-back',
    effects: [
      '0001_age.sql comes back as git has it',
      'the journal names 0003_gone no longer: its file is gone, and git does not know it',
    ],
  })
  expect(await readFile(it.path('0001_age.sql'), 'utf8')).toBe(text)
})

test('a first migration that holds comments alone is written from its snapshot', async () => {
  await using it = await made()
  const sql = await readFile(it.path('0000_init.sql'), 'utf8')
  await it.edit('0000_init.sql', (text) => `-- Current sql file was generated after introspecting\n/*\n${text}\n*/`)
  const { remedies } = await it.mended()
  expect(remedies).toEqual([{ id: 'write-first', effects: ['0000_init makes what its snapshot says: 1 statement'] }])
  expect(await readFile(it.path('0000_init.sql'), 'utf8')).toBe(sql)
})

test('an edit is accepted, and a migration counts as applied or not, where that is said', async () => {
  await using it = await made()
  await sluice.run(['migrate'], { cwd: it.cwd })
  await it.edit('0001_age.sql', (text) => `${text} -- edited`)
  expect(await it.repair('--apply')).toMatchObject({ ok: false, error: { code: 'REPAIR_INCOMPLETE' }, database: [] })
  await it.mended('--accept', '0001_age')
  expect(await it.repair('--accept', '0001_age')).toMatchObject({ error: { code: 'REPAIR_NOT_NEEDED' } })
  expect(await it.repair('--unapplied', '0002_size', '--apply')).toMatchObject({ ok: true, applied: true })
  const status = async () => (await sluice.run(['status', '--json'], { cwd: it.cwd })).json.state
  expect(await status()).toBe('Migration state: 2 applied, 3 expected, 1 pending')
  expect(await it.repair('--applied', '0002_size', '--apply')).toMatchObject({ ok: true, applied: true })
  expect(await status()).toBe('Migration state: 3 applied, 3 expected, 0 pending')
  expect(await it.repair('--applied', '0009_none')).toMatchObject({
    error: { code: 'TAG_UNKNOWN', details: { folder: it.path('') } },
  })
})

test('the rows of what a squashed migration replaces, and of another line end, are right as they are', async () => {
  await using it = await made()
  await sluice.run(['migrate'], { cwd: it.cwd })
  await it.edit('0000_init.sql', (text) => text.replaceAll('\n', '\r\n'))
  const nothing = { remedies: [], files: [], database: [], left: [] }
  expect(await it.repair()).toMatchObject(nothing)
  expect(await sluice.run(['squash'], { cwd: it.cwd })).toMatchObject({ status: 0 })
  expect(await it.repair('--apply')).toMatchObject(nothing)
  const { json } = await sluice.run(['status', '--json'], { cwd: it.cwd })
  expect(json).toMatchObject({ state: 'Migration state: 1 applied, 1 expected, 0 pending', missing: [] })
})

test('tables without a ledger are explained by the migrations that make them', async () => {
  await using it = await made()
  await sluice.run(['migrate', '--to', '0001_age'], { cwd: it.cwd })
  const forget = ['0000_init', '0001_age'].flatMap((tag) => ['--unapplied', tag])
  expect(await it.repair(...forget, '--apply')).toMatchObject({ ok: true })
  expect((await sluice.run(['migrate', '--json'], { cwd: it.cwd })).json.error.message).toContain('already exists')
  const { database } = await it.repair('--apply')
  expect(database.map(({ says }: { says: string }) => says)).toEqual([
    '0000_init counts as applied',
    '0001_age counts as applied',
  ])
  expect((await sluice.run(['migrate'], { cwd: it.cwd })).status).toBe(0)
})

test('what ran of a file without a ledger is found to the statement, and migrate runs the rest', async () => {
  await using it = await made()
  await sluice.run(['generate', '--custom', '--name', 'more'], { cwd: it.cwd })
  const parts = ['create table one (id int)', 'create table two (id int)', 'create index two_id on two (id)']
  await it.edit('0003_more.sql', () => [...parts, 'create table three (id int)'].join(';\n--> statement-breakpoint\n'))
  for (const done of [1, 3]) {
    await sluice.run(['migrate', '--to', '0002_size'], { cwd: it.cwd })
    await queryProject(it.cwd, `drop schema drizzle cascade; ${parts.slice(0, done).join(';')}`)
    const { database } = await it.repair('--apply')
    expect(database.map(({ says }: { says: string }) => says)).toEqual([
      '0000_init counts as applied',
      '0001_age counts as applied',
      '0002_size counts as applied',
      `0003_more counts as half run, ${done} of 4 statements: sluice migrate runs the rest`,
    ])
    const { status, stderr } = await sluice.run(['migrate'], { cwd: it.cwd })
    expect(status, stderr).toBe(0)
    const rows = await queryProject(
      it.cwd,
      `select relname from pg_class where relname in ('one', 'two', 'two_id', 'three') order by 1`,
    )
    expect(rows.map(({ relname }) => relname)).toEqual(['one', 'three', 'two', 'two_id'])
    await queryProject(it.cwd, 'drop table one, two, three; drop schema drizzle cascade; drop table "Us""ers" cascade')
  }
})

/** A fourth migration of several statements, of which none has run, while the ledger names the three before it. */
async function withMore(...parts: readonly string[]) {
  const it = await made()
  await sluice.run(['generate', '--custom', '--name', 'more'], { cwd: it.cwd })
  await it.edit('0003_more.sql', () => parts.join(';\n--> statement-breakpoint\n'))
  await sluice.run(['migrate', '--to', '0002_size'], { cwd: it.cwd })
  const says = ({ database }: { database: { says: string }[] }) => database.map((step) => step.says)
  return { ...it, says, byHand: (count: number) => queryProject(it.cwd, parts.slice(0, count).join(';')) }
}

test('what ran of a file beyond what the ledger says is found to the statement, and what makes no object stays pending', async () => {
  await using it = await withMore(
    'create table one (id int)',
    'create table two (id int)',
    'insert into one values (1)',
  )
  await sluice.run(['generate', '--custom', '--name', 'rows'], { cwd: it.cwd })
  await it.edit('0004_rows.sql', () => 'insert into one values (2)')
  expect(await it.repair()).toMatchObject({ ok: true, database: [] })
  await it.byHand(1)
  expect(it.says(await it.repair('--apply'))).toEqual([
    '0003_more counts as half run, 1 of 3 statements: sluice migrate runs the rest',
  ])
  const { status, stderr } = await sluice.run(['migrate'], { cwd: it.cwd })
  expect(status, stderr).toBe(0)
  expect(await queryProject(it.cwd, 'select id from one order by 1')).toEqual([{ id: 1 }, { id: 2 }])
})

test('one that the ledger does not name and that makes no object stays pending, older than those applied too', async () => {
  await using it = await withMore('insert into "Us""ers" (id) values (5)')
  await sluice.run(['generate', '--custom', '--name', 'table'], { cwd: it.cwd })
  await it.edit('0004_table.sql', () => 'create table one (id int)')
  await sluice.run(['migrate'], { cwd: it.cwd })
  await it.repair('--unapplied', '0003_more', '--apply')
  expect(await it.repair()).toMatchObject({ ok: true, database: [] })
  await sluice.run(['generate', '--custom', '--name', 'two'], { cwd: it.cwd })
  await it.edit('0005_two.sql', () => 'create table two (id int)')
  await queryProject(it.cwd, 'create table two (id int)')
  const unsure = await it.repair()
  expect(unsure).toMatchObject({
    error: { code: 'REPAIR_INCOMPLETE' },
    left: [expect.stringMatching(/^0003_more .* --applied 0003_more$/)],
  })
  expect(it.says(unsure)).toEqual(['0005_two counts as applied'])
})

test('a migration that somebody ran by hand counts as applied; one that is gone from the database is named', async () => {
  await using it = await withMore('create table one (id int)')
  await it.byHand(1)
  expect(it.says(await it.repair('--apply'))).toEqual(['0003_more counts as applied'])
  await queryProject(it.cwd, 'drop table one')
  await sluice.run(['generate', '--custom', '--name', 'empty'], { cwd: it.cwd })
  expect(await it.repair()).toMatchObject({
    error: { code: 'REPAIR_INCOMPLETE' },
    left: [expect.stringContaining('as 0002_size leaves it; if that is meant: --unapplied 0003_more')],
  })
  await it.repair('--unapplied', '0003_more', '--apply')
  expect((await sluice.run(['migrate'], { cwd: it.cwd })).status).toBe(0)
})

test('rows that name files nobody has go where the migrations explain the database; those of a newer release stay', async () => {
  await using it = await withMore('create table one (id int)')
  await queryProject(it.cwd, `update drizzle.__drizzle_migrations set hash = 'x' || id, created_at = created_at - 5000`)
  expect(it.says(await it.repair('--apply'))).toEqual([
    ...['0000_init', '0001_age', '0002_size'].map((tag) => `${tag} counts as applied`),
    ...[1, 2, 3].map((id) => expect.stringContaining(`the row x${id} goes`)),
  ])
  expect(await sluice.run(['migrate'], { cwd: it.cwd })).toMatchObject({ status: 0 })
  await queryProject(
    it.cwd,
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 33000000000000)`,
  )
  expect(await it.repair()).toMatchObject({
    database: [],
    left: [expect.stringContaining('newer is not in the folder')],
  })
})

test('a database that no point explains is named with the nearest one, and --baseline says which it is', async () => {
  await using it = await made()
  await sluice.run(['migrate', '--to', '0001_age'], { cwd: it.cwd })
  await queryProject(it.cwd, 'drop schema drizzle cascade; alter table "Us""ers" add mine int')
  expect(await it.repair('--apply')).toMatchObject({
    error: { code: 'REPAIR_INCOMPLETE' },
    database: [],
    left: [expect.stringMatching(/nearest to 0001_age, but .*mine.*--baseline 0001_age$/)],
  })
  await it.mended('--baseline', '0001_age')
  expect((await sluice.run(['migrate', '--json'], { cwd: it.cwd })).json.applied).toMatchObject([{ tag: '0002_size' }])
  expect(await it.repair('--baseline', '0009_none')).toMatchObject({
    error: { code: 'TAG_UNKNOWN', details: { folder: it.path('') } },
  })
})

test('a time in the future is set back to right after the one before it, and the ledger follows', async () => {
  await using it = await made()
  const future = Date.now() + 1e9
  await it.editJournal((entries) => entries.map((entry, i) => (i === 1 ? { ...entry, when: future } : entry)))
  await sluice.run(['migrate'], { cwd: it.cwd })
  const { remedies, database } = await it.mended()
  expect(remedies).toMatchObject([{ id: 'restamp', effects: [expect.stringMatching(/^0001_age is dated/)] }])
  expect(database).toMatchObject([{ says: 'the row of 0001_age follows: created_at' }])
  expect((await sluice.run(['migrate', '--json'], { cwd: it.cwd })).json.applied).toEqual([])
})

test('REPAIR_NOT_PROVEN: what git brings back no longer runs with the rest: nothing is changed', async () => {
  await using it = await made()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: it.cwd })
  await it.edit('0001_age.sql', () => 'create table moved (i int)')
  git('init', '-q')
  git('add', 'drizzle')
  git('commit', '-qm', 'all')
  await it.edit('0002_size.sql', () => 'create table moved (i int)')
  await rm(it.path('0001_age.sql'))
  const before = (await readdir(it.path(''), { recursive: true })).toSorted()
  const { error } = await it.repair('--apply')
  expect(error).toMatchObject({ code: 'REPAIR_NOT_PROVEN', message: expect.stringContaining('0002_size, statement 1') })
  expect((await readdir(it.path(''), { recursive: true })).toSorted()).toEqual(before)
})
