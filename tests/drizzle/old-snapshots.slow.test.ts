import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { commandLine } from '../harness/cli.ts'
import { kitProject } from '../harness/kit.ts'

const sluice = commandLine()
const folder = join(import.meta.dirname, 'old')
const old = { v5: ['pg', '5'], v6: ['postgresql', '6'] } as const

/** A project whose one migration was written by an old drizzle-kit, as the journal says. */
async function oldProject(name: keyof typeof old) {
  const project = await kitProject([join(folder, 'schema.ts')])
  await project.run('generate', '--name', 'init')
  const meta = join(project.folder, 'drizzle', 'meta')
  const [dialect, version] = old[name]
  const journal = JSON.parse(await readFile(join(meta, '_journal.json'), 'utf8'))
  const entries = [{ ...journal.entries[0], version }]
  await writeFile(join(meta, '_journal.json'), JSON.stringify({ version, dialect, entries }))
  await writeFile(join(meta, '0000_snapshot.json'), await readFile(join(folder, `${name}.json`)))
  return project
}

test.each(['v5', 'v6'] as const)('a snapshot of %s means what drizzle-kit up makes of it', async (name) => {
  await using project = await oldProject(name)
  const before = readSnapshot(await project.snapshot(), name)
  expect(await project.run('up')).toContain('0000_snapshot.json')
  const after = readSnapshot(await project.snapshot(), 'up')
  expect([before.version, after.version]).toEqual([old[name][1], '7'])
  expect(before.id).toBe(after.id)
  expect([...before.schema]).toEqual([...after.schema])
})

test.each(['v5', 'v6'] as const)('sluice up makes of %s what drizzle-kit takes', async (name) => {
  await using project = await oldProject(name)
  const { folder: cwd } = project
  const before = readSnapshot(await project.snapshot(), name)
  const up = async () => (await sluice.run(['up', '--json'], { cwd })).json
  expect(await up()).toMatchObject({ ok: true, upgraded: [{ file: 'drizzle/meta/0000_snapshot.json' }] })
  expect([...readSnapshot(await project.snapshot(), 'up').schema]).toEqual([...before.schema])
  expect(await project.run('check')).toContain("Everything's fine")
  expect(await project.run('generate')).toContain('No schema changes')
  expect(await up()).toMatchObject({ upgraded: [] })
})

// drizzle-kit refuses a folder with one old snapshot, with or without a new one beside it, until its `up` has run.
test.each(['v5', 'v6'] as const)('generate goes on after %s, and drizzle-kit goes on after us', async (name) => {
  await using project = await oldProject(name)
  const { folder: cwd } = project
  const run = (...args: readonly string[]) => sluice.run(['generate', ...args], { cwd })
  expect(await run()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^No changes\n/) })
  await writeFile(
    join(cwd, 'more.ts'),
    `import * as pg from 'drizzle-orm/pg-core'\nexport const more = pg.pgTable('more', { id: pg.integer().primaryKey() })\n`,
  )
  await writeFile(
    join(cwd, 'drizzle.config.json'),
    JSON.stringify({ dialect: 'postgresql', schema: [join(folder, 'schema.ts'), './more.ts'], out: './drizzle' }),
  )
  expect(await project.run('generate')).toContain('Run drizzle-kit up')
  expect(await run('--name', 'more')).toMatchObject({ status: 0, stdout: expect.stringContaining('0001_more.sql') })
  expect(await run()).toMatchObject({ status: 0, stdout: 'No changes\n' })
  expect(await project.run('check')).toContain('0000_snapshot.json is not of the latest version')
  expect(await project.run('up')).toContain("Everything's fine")
  expect(await project.run('check')).toContain("Everything's fine")
  expect(await project.run('generate')).toContain('No schema changes')
  expect((await readdir(join(cwd, 'drizzle'))).sort()).toEqual([
    expect.stringMatching(/^0000_/),
    '0001_more.sql',
    'meta',
    'sluice',
  ])
})
