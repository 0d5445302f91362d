import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hashText } from '../../src/schema/hash.ts'
import { commandLine } from '../harness/cli.ts'
import { corpusProjects } from '../harness/corpus.ts'
import { kitProject } from '../harness/kit.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

/** Every file of a project but its packages, with its hash. */
async function everyFile(cwd: string): Promise<Record<string, string>> {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = files.map(async (file) => [file.slice(cwd.length + 1), hashText(await readFile(file, 'utf8'))])
  return Object.fromEntries(await Promise.all(texts))
}

const schema = (columns = '') => `
  import { integer, pgTable } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${columns} })
`

/** What `drizzle-kit generate` leaves of two runs. */
async function fresh() {
  const made = await kitProject(['./schema.ts'])
  for (const [name, columns] of Object.entries({ init: '', age: 'age: integer()' })) {
    await writeFile(join(made.folder, 'schema.ts'), schema(columns))
    await made.run('generate', '--name', name)
  }
  return made
}

const screen = (odd: string, next: string) => `
First contact: so far only drizzle-kit has written migrations here. Nothing was changed.
  found  postgresql, 2 migrations, 2 snapshots, ledger drizzle.__drizzle_migrations
  odd    ${odd}
  next   ${next}
`

test('a project of drizzle-kit is shown what it has, once for all, and nothing is changed', async () => {
  await using made = await fresh()
  const cwd = made.folder
  const before = await everyFile(cwd)
  expect(await sluice.run(['generate'], { cwd })).toMatchObject({
    status: 0,
    stdout: `No changes\n${screen('nothing', 'sluice status')}`,
    stderr: '',
  })
  const told = {
    dialect: 'postgresql',
    migrations: 2,
    snapshots: 2,
    ledger: { schema: 'drizzle', table: '__drizzle_migrations' },
    odd: [],
    next: 'sluice status',
  }
  expect((await sluice.run(['generate', '--json'], { cwd })).json).toMatchObject({ tag: null, firstContact: told })

  const status = await sluice.run(['status', '--check'], { cwd })
  expect(status).toMatchObject({ status: 1, stdout: expect.stringMatching(/2 pending\n/) })
  expect(status.stdout.endsWith(screen('nothing', 'sluice migrate'))).toBe(true)
  expect((await sluice.run(['status', '--json'], { cwd })).json.firstContact).toEqual({
    ...told,
    next: 'sluice migrate',
  })
  expect(await everyFile(cwd)).toEqual(before)

  await sluice.run(['migrate'], { cwd })
  expect((await sluice.run(['status'], { cwd })).stdout.endsWith(screen('nothing', 'sluice generate'))).toBe(true)

  await writeFile(join(cwd, 'schema.ts'), schema('size: integer(), age: integer()'))
  const written = await sluice.run(['generate', '--json', '--name', 'size'], { cwd })
  expect(written.json).toMatchObject({ ok: true, tag: '0002_size', firstContact: null })
  expect((await sluice.run(['generate'], { cwd })).stdout).toBe('No changes\n')
  expect((await sluice.run(['status', '--json'], { cwd })).json.firstContact).toBeNull()
})

test('what is odd stands in lines of its own', async () => {
  await using made = await fresh()
  const file = join(made.folder, 'drizzle/meta/_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8'))
  journal.entries[1].when = journal.entries[0].when - 1
  await writeFile(file, JSON.stringify(journal))
  await writeFile(join(made.folder, 'drizzle/0002_by_hand.sql'), '')
  const { stdout, status } = await sluice.run(['generate'], { cwd: made.folder })
  expect(status).toBe(0)
  const lines = [
    '1 migration is dated before an earlier one: drizzle-kit skips it where that one is applied (0001_age)',
    '1 SQL file is in no journal: nobody applies it (0002_by_hand.sql)',
  ]
  expect(stdout).toBe(`No changes\n${screen(lines.join('\n         '), 'sluice status')}`)
})

test('a project without migrations is no first contact', async () => {
  const config = `export default { dialect: 'postgresql', schema: './schema.ts' }`
  await using made = await project({ 'drizzle.config.ts': config, 'schema.ts': schema() })
  await mkdir(join(made.folder, 'drizzle'))
  expect((await sluice.run(['status', '--json'], { cwd: made.folder })).json.firstContact).toBeNull()
})

const projects = corpusProjects('first contact with the real histories')

describe.skipIf(projects.length === 0)('first contact with a real history', () => {
  test.for(projects)('$name', async ({ out, anomalies }) => {
    const config = `export default { dialect: 'postgresql' }`
    await using made = await project({ 'drizzle.config.ts': config })
    const cwd = made.folder
    await cp(out, join(cwd, 'drizzle'), { recursive: true })
    const before = await everyFile(cwd)
    const { status, stdout } = await sluice.run(['status'], { cwd })
    expect(status).toBe(0)
    const [, shown = ''] = stdout.split('\nFirst contact: ')
    const odd = shown.split('\n').filter((line) => /^(?: {2}odd {4}| {9})\d/.test(line))
    const counts = odd.map((line) => Number(/\d+/.exec(line)))
    expect(counts.toSorted()).toEqual(
      Object.values(anomalies)
        .map(({ count }) => count)
        .toSorted(),
    )
    expect(shown.split('\n').length).toBeLessThan(24)
    expect(await everyFile(cwd)).toEqual(before)
  })
})
