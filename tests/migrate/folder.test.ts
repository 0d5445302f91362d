import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newestSnapshot, readFolder } from '../../src/migrate/folder.ts'
import { oddities } from '../../src/migrate/history.ts'
import { parseJournal, withEntry } from '../../src/migrate/journal.ts'
import { nextTag } from '../../src/migrate/tag.ts'
import { corpus } from '../harness/corpus.ts'

let home: string
let out: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-folder-'))
  out = join(home, 'drizzle')
})
afterEach(() => rm(home, { recursive: true }))

const entry = (tag: string, when: number, idx: number) => ({ idx, version: '7', when, tag, breakpoints: true })

/** A folder with these migrations, made at 1000, 2000…, and their snapshots. */
async function write(...tags: readonly string[]) {
  await mkdir(join(out, 'meta'), { recursive: true })
  const entries = tags.map((tag, idx) => entry(tag, (idx + 1) * 1000, idx))
  await writeFile(
    join(out, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }, null, 2),
  )
  for (const tag of tags) {
    await writeFile(join(out, `${tag}.sql`), `-- ${tag}`)
    await writeFile(join(out, 'meta', `${tag.split('_')[0]}_snapshot.json`), `{"tag":"${tag}"}`)
  }
}

describe('a folder', () => {
  test('that is missing reads as an empty one', async () => {
    const folder = await readFolder(out)
    expect(folder).toMatchObject({ exists: false, migrations: [], orphans: [] })
    expect(await newestSnapshot(folder)).toBeUndefined()
    expect(nextTag(folder, { name: 'first', now: 5 })).toEqual({ idx: 0, tag: '0000_first', when: 5 })
  })

  test('has its migrations in journal order, with the hash that drizzle-orm writes', async () => {
    await write('0001_b', '0000_a')
    await writeFile(join(out, '0001_b.sql'), 'select 1;\r\n')
    const { migrations } = await readFolder(out)
    expect(migrations.map(({ tag, when }) => [tag, when])).toEqual([
      ['0001_b', 1000],
      ['0000_a', 2000],
    ])
    expect(migrations[0]).toMatchObject({
      file: join(out, '0001_b.sql'),
      sql: 'select 1;\r\n',
      hash: createHash('sha256').update('select 1;\r\n').digest('hex'),
    })
  })

  test('names the SQL files that the journal does not', async () => {
    await write('0000_a')
    await writeFile(join(out, '0001_by_hand.sql'), '')
    await writeFile(join(out, 'notes.md'), '')
    expect((await readFolder(out)).orphans).toEqual(['0001_by_hand.sql'])
  })

  test('whose entry has no file says which', async () => {
    await write('0000_a', '0001_b')
    await rm(join(out, '0001_b.sql'))
    await expect(readFolder(out)).rejects.toMatchObject({
      code: 'MIGRATION_FILE_MISSING',
      exit: 3,
      message: expect.stringContaining(join(out, '0001_b.sql')),
      hint: expect.stringContaining(`git checkout -- ${join(out, '0001_b.sql')}`),
    })
  })

  test('in the layout of drizzle-kit 1.0 has a migration in each folder, in the order of their names', async () => {
    for (const name of ['20261121085615_b', '20261121085614_zippy_sumo', 'sluice', 'untimed']) {
      await mkdir(join(out, name), { recursive: true })
      if (name !== 'sluice') await writeFile(join(out, name, 'migration.sql'), name)
    }
    await writeFile(join(out, '20261121085615_b', 'snapshot.json'), '{}')
    await writeFile(join(out, '0000_by_hand.sql'), '')
    const folder = await readFolder(out)
    expect(folder).toMatchObject({ layout: 'v1', orphans: ['0000_by_hand.sql'], snapshots: ['20261121085615_b'] })
    expect(folder.migrations.map(({ tag, when, sql }) => [tag, when, sql])).toEqual([
      ['20261121085614_zippy_sumo', Date.UTC(2026, 10, 21, 8, 56, 14), '20261121085614_zippy_sumo'],
      ['20261121085615_b', Date.UTC(2026, 10, 21, 8, 56, 15), '20261121085615_b'],
      ['untimed', 0, 'untimed'],
    ])
    expect(nextTag(folder, { name: 'x', now: 5 })).toMatchObject({ tag: '20261121085616_x', idx: 3 })
  })

  test('that is a file says what the system says', async () => {
    await writeFile(out, '')
    await expect(readFolder(out)).rejects.toMatchObject({
      code: 'FOLDER_NOT_READABLE',
      exit: 3,
      message: expect.stringContaining('ENOTDIR'),
    })
  })
})

describe('a journal', () => {
  const rejects = async (text: string) => {
    await mkdir(join(out, 'meta'), { recursive: true })
    await writeFile(join(out, 'meta', '_journal.json'), text)
    return expect(readFolder(out)).rejects
  }

  test('that is not JSON names the file and the place', async () => {
    const text = '{\n  "version": "7",\n  "entries": [,]\n}'
    await (await rejects(text)).toMatchObject({
      code: 'JOURNAL_INVALID',
      exit: 3,
      message: expect.stringContaining(`${join('meta', '_journal.json')}:3:15`),
    })
  })

  test('with conflict markers says so, with another hint', async () => {
    const text = '{\n  "entries": [\n<<<<<<< HEAD\n    {},\n=======\n    {}\n>>>>>>> b\n  ]\n}'
    await (await rejects(text)).toMatchObject({
      code: 'JOURNAL_CONFLICT',
      message: expect.stringContaining('_journal.json:3:1'),
      hint: expect.stringContaining('sluice rebase'),
    })
  })

  test.each([
    ['{"version":"7","dialect":"mysql","entries":[]}', '"dialect" is "mysql"'],
    ['{"version":"7","dialect":"postgresql","entries":[{"idx":0}]}', '"entries.0.version"'],
    [
      '{"version":"7","dialect":"postgresql","entries":[{"idx":0,"version":"7","when":1,"tag":""}]}',
      '"entries.0.tag" is "", not a string',
    ],
    ['[]', ''],
  ])('%s', async (text, problem) => {
    await (await rejects(text)).toMatchObject({
      code: 'JOURNAL_INVALID',
      message: expect.stringContaining(problem),
    })
  })

  test('of an old drizzle-kit is read', () => {
    const text = '{"version":"5","dialect":"pg","entries":[{"idx":0,"version":"5","when":1,"tag":"0000_a"}]}'
    expect(parseJournal(text, 'j')).toMatchObject({
      dialect: 'postgresql',
      entries: [{ tag: '0000_a', breakpoints: true }],
    })
  })

  test('keeps what it does not know when an entry is added', () => {
    const text =
      '{"note":1,"version":"7","dialect":"pg","entries":[{"tag":"0000_a","idx":0,"version":"7","when":1,"by":"me"}]}'
    expect(withEntry(parseJournal(text, 'j'), entry('0001_b', 2, 1))).toBe(
      JSON.stringify(
        {
          note: 1,
          version: '7',
          dialect: 'pg',
          entries: [{ tag: '0000_a', idx: 0, version: '7', when: 1, by: 'me' }, entry('0001_b', 2, 1)],
        },
        null,
        2,
      ),
    )
  })

  test('is written byte for byte as drizzle-kit writes it', async () => {
    await symlink(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(home, 'node_modules'))
    await writeFile(
      join(home, 'schema.ts'),
      `import { integer, pgTable } from 'drizzle-orm/pg-core'\nexport const a = pgTable('a', { id: integer() })\n`,
    )
    const kit = ['node_modules/drizzle-kit/bin.cjs', 'generate', '--dialect', 'postgresql', '--schema', 'schema.ts']
    await promisify(execFile)(process.execPath, [...kit, '--name', 'a'], { cwd: home })
    await promisify(execFile)(process.execPath, [...kit, '--name', 'b', '--custom'], { cwd: home })
    const theirs = await readFile(join(out, 'meta', '_journal.json'), 'utf8')
    const journal = parseJournal(theirs, 'j')
    let ours = withEntry({ version: '7', dialect: 'postgresql', entries: [] }, journal.entries[0]!)
    ours = withEntry(parseJournal(ours, 'j'), journal.entries[1]!)
    expect(ours).toBe(theirs)
    const folder = await readFolder(out)
    expect((await newestSnapshot(folder))?.file).toBe(join(out, 'meta', '0001_snapshot.json'))
    expect(nextTag(folder, { name: 'c' })).toMatchObject({ idx: 2, tag: '0002_c' })
  }, 30_000)
})

describe('the newest snapshot', () => {
  test('is the last file by name', async () => {
    await write('0000_a', '0001_b')
    await writeFile(join(out, 'meta', '_notes.json'), '')
    expect(await newestSnapshot(await readFolder(out))).toEqual({
      file: join(out, 'meta', '0001_snapshot.json'),
      text: '{"tag":"0001_b"}',
      warning: undefined,
    })
  })

  test('comes with a warning where the journal ends elsewhere', async () => {
    await write('0001_b', '0000_a')
    const newest = await newestSnapshot(await readFolder(out))
    expect(newest?.text).toBe('{"tag":"0001_b"}')
    expect(newest?.warning).toContain("the journal's last entry is 0000_a")
  })

  test('that is missing says which', async () => {
    await write('0000_a', '0001_b')
    await rm(join(out, 'meta', '0001_snapshot.json'))
    await expect(newestSnapshot(await readFolder(out))).rejects.toMatchObject({
      code: 'SNAPSHOT_MISSING',
      exit: 3,
      message: expect.stringContaining('0001_snapshot.json'),
    })
  })
})

describe('the name of the next migration', () => {
  const now = Date.UTC(2026, 10, 21, 8, 56, 14, 321)
  const next = async (options: Parameters<typeof nextTag>[1]) => nextTag(await readFolder(out), { now, ...options }).tag

  test('has the prefix that the config asks for', async () => {
    await write('0000_a', '0001_b')
    expect(await next({ name: 'x' })).toBe('0002_x')
    expect(await next({ name: 'x', prefix: 'timestamp' })).toBe('20261121085614_x')
    expect(await next({ name: 'x', prefix: 'supabase' })).toBe('20261121085614_x')
    expect(await next({ name: 'x', prefix: 'unix' })).toBe('1795251374_x')
    await expect(next({ name: 'x', prefix: 'none' })).rejects.toMatchObject({ code: 'PREFIX_NONE', exit: 2 })
  })

  test('is made up of two words where none is given', async () => {
    expect(await next({})).toMatch(/^0000_[a-z]+_[a-z]+$/)
    expect(await next({ name: '  ' })).toMatch(/^0000_[a-z]+_[a-z]+$/)
  })

  test('can be a file name anywhere', async () => {
    expect(await next({ name: 'add user.name: ../x\\y\n' })).toBe('0000_add_user.name_.._x_y')
    expect(await next({ name: 'größe' })).toBe('0000_größe')
  })

  test('comes after every snapshot, also two in one second or one without an entry', async () => {
    await write('20261121085614_a')
    expect(await next({ name: 'x', prefix: 'timestamp' })).toBe('20261121085615_x')
    await rm(out, { recursive: true })
    await write('0000_a')
    await writeFile(join(out, 'meta', '0001_snapshot.json'), '{}')
    expect(await next({ name: 'x' })).toBe('0002_x')
  })

  test('is refused where it would sort before the newest snapshot', async () => {
    await write('20261121085614_a')
    await expect(next({ name: 'x' })).rejects.toMatchObject({ code: 'PREFIX_SORTS_BEFORE', exit: 2 })
  })

  test('is later than every entry, also one from the future', async () => {
    await write('0000_a', '0001_b')
    const folder = await readFolder(out)
    expect(nextTag(folder, { now: 1500 }).when).toBe(2001)
    expect(nextTag(folder, { now: 9000 }).when).toBe(9000)
  })
})

describe('folders of real projects', async () => {
  const projects = await readdir(corpus).catch(() => [])
  if (projects.length === 0) {
    const leftOut = `left out: reading the folders of real projects, since ${corpus} is missing`
    console.warn(leftOut)
    test.skip(leftOut)
  }

  test.each(projects)('%s', async (project) => {
    const { layout, stats } = JSON.parse(await readFile(join(corpus, project, 'project.json'), 'utf8'))
    const path = join(corpus, project, 'drizzle')
    const folder = await readFolder(path)
    expect(folder.migrations).toHaveLength(stats.migrations)
    expect(folder.layout).toBe(layout)
    if (layout === 'v1') return expect(oddities(folder).map(({ code }) => code)).toEqual(['snapshotOutdated'])
    expect((await newestSnapshot(folder))?.text).toContain(`"dialect": "${folder.journal.dialect}"`)
    expect(nextTag(folder).tag > folder.migrations.at(-1)!.tag).toBe(true)
  })
})
