import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { corpusProjects } from '../harness/corpus.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const schema = (columns = '') => `
  import { integer, pgTable } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
`
const config = `export default { dialect: 'postgresql', schema: './schema.ts' }`

/** A project with two migrations. */
async function made() {
  const { folder: cwd, ...rest } = await project({ 'drizzle.config.ts': config, 'schema.ts': schema() })
  await sluice.run(['generate', '--name', 'init', '--no-prove'], { cwd })
  await writeFile(join(cwd, 'schema.ts'), schema('age: integer()'))
  await sluice.run(['generate', '--name', 'age'], { cwd })
  const edit = async (path: string, change: (text: string) => string) => {
    const file = join(cwd, 'drizzle', path)
    await writeFile(file, change(await readFile(file, 'utf8')))
  }
  const codes = async (...args: string[]) => {
    const { status, json } = await sluice.run(['check', '--json', ...args], { cwd })
    const standing = json.findings.filter((one: { stands: boolean }) => one.stands)
    expect(status).toBe(standing.length > 0 ? 1 : 0)
    return standing.map((one: { code: string; names: string[]; remedy: string }) => [one.code, one.names, one.remedy])
  }
  return { cwd, edit, codes, ...rest }
}

test('nothing is wrong with what generate writes', async () => {
  await using it = await made()
  expect(await sluice.run(['check', '--history', '--database'], { cwd: it.cwd })).toMatchObject({
    status: 0,
    stdout: 'Database: embedded .sluice/postgres\ndrizzle: 2 migrations, nothing wrong\n',
  })
})

test('each thing that is wrong has a code, its evidence and a remedy, and ends with 1', async () => {
  await using it = await made()
  await it.edit('meta/_journal.json', (text) => {
    const { entries, ...rest } = JSON.parse(text)
    return JSON.stringify({
      ...rest,
      entries: [...entries, { idx: 1, version: '7', when: entries[0].when, tag: '0002_gone', breakpoints: true }],
    })
  })
  await it.edit('meta/0001_snapshot.json', (text) => text.replace(/"prevId": "[^"]+"/, '"prevId": "somebody-elses"'))
  await writeFile(join(it.cwd, 'drizzle/0003_orphan.sql'), '')
  expect(await it.codes()).toEqual([
    ['sqlMissing', ['0002_gone'], 'sluice repair'],
    ['whenOutOfOrder', ['0002_gone'], 'sluice repair'],
    ['snapshotMissing', ['0002_gone'], 'sluice repair'],
    ['chainBroken', ['0001_age'], 'sluice repair'],
    ['sqlNotInJournal', ['0003_orphan.sql'], 'sluice repair'],
    ['idxTwice', ['0002_gone'], 'sluice repair'],
  ])
  const { status, stdout, stderr } = await sluice.run(['check'], { cwd: it.cwd })
  expect(status).toBe(1)
  expect(stdout).toContain(
    '  wrong   sqlMissing: 1 journal entry has no SQL file (0002_gone)\n          sluice repair\n',
  )
  expect(stderr).toContain('CHECK_FAILED')
})

test('schema files that are ahead of the last snapshot are named, with what is new in them', async () => {
  await using it = await made()
  await writeFile(join(it.cwd, 'schema.ts'), schema('age: integer().notNull(), size: integer()'))
  expect(await it.codes()).toEqual([
    ['schemaAhead', ['alter column public.users.age', 'create column public.users.size'], 'sluice generate'],
  ])
})

test('what was edited, deleted or moved in time after it was applied is found in the ledger', async () => {
  await using it = await made()
  await sluice.run(['migrate'], { cwd: it.cwd })
  expect(await it.codes('--database')).toEqual([])
  await it.edit('0001_age.sql', (text) => `${text} -- edited`)
  expect(await it.codes('--database')).toEqual([
    ['edited', ['0001_age'], expect.stringContaining('sluice repair --accept 0001_age')],
    ['proofStale', ['0001_age'], 'sluice prove 0001_age'],
  ])
  await it.edit('0001_age.sql', (text) => text.replace(' -- edited', ''))
  await it.edit('meta/_journal.json', (text) => {
    const journal = JSON.parse(text)
    journal.entries[0].when -= 1
    return JSON.stringify(journal)
  })
  expect(await it.codes('--database')).toEqual([['restamped', ['0000_init'], 'sluice repair']])
  await it.edit('meta/_journal.json', (text) => {
    const { entries, ...journal } = JSON.parse(text)
    return JSON.stringify({ ...journal, entries: [{ ...entries[0], when: entries[0].when + 1 }] })
  })
  const deleted = (await it.codes('--database')).find(([code]: [string]) => code === 'deleted')
  expect(deleted).toEqual([
    'deleted',
    [expect.stringMatching(/^[0-9a-f]{12} of 20/)],
    expect.stringContaining('git log'),
  ])
})

test('a proof that failed stays a finding until it is mended', async () => {
  await using it = await made()
  await it.edit('0001_age.sql', (text) => text.replace('integer', 'bigint'))
  await sluice.run(['prove', '0001_age'], { cwd: it.cwd })
  expect(await it.codes()).toEqual([['proofFailed', ['0001_age'], 'sluice prove 0001_age']])
})

test('a history that does not lead to its snapshots is named with the migration where it parts from them', async () => {
  await using it = await made()
  await it.edit('0001_age.sql', (text) => text.replace('integer', 'bigint'))
  const [differs] = (await it.codes('--history')).filter(([code]: [string]) => code === 'historyDiffers')
  expect(differs).toEqual([
    'historyDiffers',
    ['0001_age: column public.users.age: its type is "bigint" and should be "integer"'],
    'correct it with a new migration: sluice generate --custom',
  ])
  await it.edit('0000_init.sql', () => 'create table nonsense (')
  const [halts] = (await it.codes('--history')).filter(([code]: [string]) => code === 'historyHalts')
  expect(halts[1]).toEqual(['0000_init, statement 1: syntax error at end of input'])
})

test('a page of documentation is outdated once a source of it changes after it was verified', async () => {
  await using it = await made()
  const page = (date: string, source: string) =>
    `---\nsource_paths:\n  - ${source}\nlast_verified_at: ${date}\n---\n# Page\n`
  await mkdir(join(it.cwd, 'docs'))
  await writeFile(join(it.cwd, 'docs/old.md'), page('2020-01-01', 'schema.ts'))
  await writeFile(join(it.cwd, 'docs/new.md'), page('2099-01-01', 'schema.ts'))
  await writeFile(join(it.cwd, 'docs/gone.md'), page('2099-01-01', 'src/gone.ts'))
  await writeFile(join(it.cwd, 'docs/plain.md'), '---\ntitle: source_paths are not named\n---\n')
  await writeFile(join(it.cwd, 'docs/broken.md'), '---\nsource_paths: [\n---\n')
  const outdated = [['docsOutdated', ['docs/gone.md', 'docs/old.md'], expect.any(String)]]
  expect(await it.codes()).toEqual(outdated)

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: it.cwd,
      env: { ...process.env, GIT_COMMITTER_DATE: '2019-12-31T00:00:00Z' },
    })
  git('init', '-q')
  git('add', 'schema.ts', 'docs')
  git('commit', '-qm', 'all')
  // What counts is the commit, and not when the file was checked out.
  expect(await it.codes()).toEqual([['docsOutdated', ['docs/gone.md'], expect.any(String)]])
  await writeFile(join(it.cwd, 'schema.ts'), `${schema('age: integer()')} // changed`)
  expect(await it.codes()).toEqual(outdated)
})

test('a folder that is not there is an error, and one without migrations is not', async () => {
  await using it = await project({ 'drizzle.config.ts': config, 'schema.ts': `import 'drizzle-orm'` })
  expect(await sluice.run(['check', '--json'], { cwd: it.folder })).toMatchObject({
    status: 2,
    json: { error: { code: 'FOLDER_MISSING' } },
  })
  await mkdir(join(it.folder, 'drizzle'))
  expect((await sluice.run(['check'], { cwd: it.folder })).status).toBe(0)
  await rm(join(it.folder, 'drizzle'), { recursive: true })
})

const projects = corpusProjects('what check finds in the real histories')

describe.skipIf(projects.length === 0)('check of a real history', () => {
  test.for(projects)('$name', async ({ out, anomalies }) => {
    await using it = await project({ 'drizzle.config.ts': `export default { dialect: 'postgresql' }` })
    await cp(out, join(it.folder, 'drizzle'), { recursive: true })
    const { status, json } = await sluice.run(['check', '--json'], { cwd: it.folder })
    const counts = json.findings.map(({ names }: { names: string[] }) => names.length)
    expect(counts.toSorted()).toEqual(
      Object.values(anomalies)
        .map(({ count }) => count)
        .toSorted(),
    )
    expect(status).toBe(json.findings.some(({ stands }: { stands: boolean }) => stands) ? 1 : 0)
  })
})
