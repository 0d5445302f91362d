import { expect, test } from 'vitest'
import { commandLine, read } from '../harness/cli.ts'
import { type Repository, repository } from '../harness/repository.ts'

const sluice = commandLine()
const path = 'drizzle/meta/_journal.json'

type Entries = readonly (readonly [tag: string, when: number])[]

const journal = (entries: Entries) =>
  JSON.stringify(
    {
      version: '7',
      dialect: 'postgresql',
      entries: entries.map(([tag, when], idx) => ({ idx, version: '7', when, tag, breakpoints: true })),
    },
    null,
    2,
  )

const entriesIn = async ({ folder }: Repository) =>
  JSON.parse(await read(folder, path)).entries.map((entry: { idx: number; when: number; tag: string }) => [
    entry.idx,
    entry.tag,
    entry.when,
  ])

/** A repository with a branch `feature`, checked out, and `main`, which have parted. */
async function parted(base: Entries | null, main: Entries, feature: Entries): Promise<Repository> {
  const made = await repository({
    'drizzle.config.json': JSON.stringify({ dialect: 'postgresql', schema: './schema.ts' }),
    'a file': '',
    ...(base && { [path]: journal(base) }),
  })
  expect(await sluice.run(['merge-journal', '--install'], { cwd: made.folder })).toMatchObject({ status: 0 })
  await made.commit()
  await made.git('switch', '-c', 'feature')
  await made.put(path, journal(feature))
  await made.commit()
  await made.git('switch', 'main')
  await made.put(path, journal(main))
  await made.commit()
  await made.git('switch', 'feature')
  return made
}

test.each([
  ['main into a branch', 'feature', 'main'],
  ['a branch into main', 'main', 'feature'],
])('%s: the journal holds what both have, by their time, and no conflict', async (_, into, from) => {
  const old = [
    ['0000_init', 1],
    ['0001_next', 2],
  ] as const
  await using made = await parted(old, [...old, ['0002_theirs', 5]], [...old, ['0002_ours', 4], ['0003_ours', 6]])
  await made.git('switch', into)
  expect(await made.git('merge', from)).toMatchObject({ status: 0 })
  expect(await entriesIn(made)).toEqual([
    [0, '0000_init', 1],
    [1, '0001_next', 2],
    [2, '0002_ours', 4],
    [3, '0002_theirs', 5],
    [4, '0003_ours', 6],
  ])
})

test('both branches made the first migration', async () => {
  await using made = await parted(null, [['0000_theirs', 5]], [['0000_ours', 4]])
  expect(await made.git('merge', 'main')).toMatchObject({ status: 0 })
  expect(await entriesIn(made)).toEqual([
    [0, '0000_ours', 4],
    [1, '0000_theirs', 5],
  ])
})

test('what one branch has removed is gone, and what it has changed is changed', async () => {
  const old = [
    ['0000_init', 1],
    ['0001_next', 2],
  ] as const
  await using made = await parted(
    old,
    [
      ['0000_init', 1],
      ['0001_next', 3],
    ],
    [
      ['0001_next', 2],
      ['0002_ours', 4],
    ],
  )
  expect(await made.git('merge', 'main')).toMatchObject({ status: 0 })
  expect(await entriesIn(made)).toEqual([
    [1, '0001_next', 3],
    [2, '0002_ours', 4],
  ])
})

test('what both have changed differently is left as a conflict, with both sides', async () => {
  await using made = await parted([['0000_init', 1]], [['0000_init', 2]], [['0000_init', 3]])
  const { status, output } = await made.git('merge', 'main')
  expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining('JOURNAL_NOT_MERGED') })
  const text = await read(made.folder, path)
  expect(text).toMatch(/<<<<<<< ours.*"when": 3.*=======.*"when": 2.*>>>>>>> theirs/s)
})

test('a second installation changes nothing', async () => {
  await using made = await parted(null, [], [])
  await sluice.run(['merge-journal', '--install'], { cwd: made.folder })
  expect(await read(made.folder, 'drizzle/.gitattributes')).toBe('meta/_journal.json merge=sluice-journal\n')
  expect((await made.git('status', '--short')).output).toBe('')
})

test('without three files it says which', async () => {
  await using made = await repository({})
  const { status, stderr } = await sluice.run(['merge-journal', 'a'], { cwd: made.folder })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('%O %A %B') })
})
