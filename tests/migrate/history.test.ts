import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFolder } from '../../src/migrate/folder.ts'
import { oddities } from '../../src/migrate/history.ts'
import { oddityText, oddityWords } from '../../src/migrate/oddity.ts'

let out: string
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'sluice-history-'))
})
afterEach(() => rm(out, { recursive: true }))

const origin = '00000000-0000-0000-0000-000000000000'
const now = 50_000_123

interface Made {
  readonly tag: string
  readonly idx?: number
  readonly when?: number
  readonly sql?: false
  /** Over what a sound history would have; false: there is none. */
  readonly snapshot?: false | Readonly<Record<string, unknown>>
}

/** A history that is sound but for what is said of its migrations. */
async function history(...made: readonly Made[]): Promise<void> {
  await mkdir(join(out, 'meta'))
  const entries = made.map(({ tag, idx, when }, at) => ({
    idx: idx ?? at,
    version: '7',
    when: when ?? 1_000_001 * (at + 1),
    tag,
    breakpoints: true,
  }))
  await writeFile(join(out, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }))
  for (const [at, { tag, sql, snapshot }] of made.entries()) {
    if (sql !== false) await writeFile(join(out, `${tag}.sql`), '')
    const sound = {
      id: `id ${at}`,
      prevId: at ? `id ${at - 1}` : origin,
      version: '7',
      dialect: 'postgresql',
      tables: { at },
    }
    if (snapshot !== false) await put(`${tag.split('_')[0]}_snapshot.json`, { ...sound, ...snapshot })
  }
}

const put = (name: string, content: unknown) =>
  writeFile(join(out, 'meta', name), typeof content === 'string' ? content : JSON.stringify(content))

const found = async () =>
  Object.fromEntries(oddities(await listFolder(out), now).map(({ code, names }) => [code, names]))

const [a, b, c] = [{ tag: '0000_a' }, { tag: '0001_b' }, { tag: '0002_c' }]

test('nothing is odd in a sound history, nor where there is none', async () => {
  expect(await found()).toEqual({})
  await history(a, b, c)
  expect(await found()).toEqual({})
})

test.each([
  ['sqlMissing', [a, { ...b, sql: false }], ['0001_b']],
  ['whenOutOfOrder', [a, b, { ...c, when: 1_500_001 }], ['0002_c']],
  ['whenInFuture', [a, { ...b, when: now + 1 }], ['0001_b']],
  ['whenRound', [a, { ...b, when: 2_000_000 }], ['0001_b']],
  ['idxNotSequential', [a, { ...b, idx: 5 }], ['0001_b']],
  ['snapshotMissing', [a, { ...b, snapshot: false }], ['0001_b']],
  ['snapshotOutdated', [a, { ...b, snapshot: { version: '6' } }], ['0001_b']],
  ['chainBroken', [a, { ...b, snapshot: { prevId: 'else' } }], ['0001_b']],
  ['forked', [a, b, { ...c, snapshot: { prevId: 'id 0' } }], ['0002_c']],
  ['stateUnchanged', [a, b, { ...c, snapshot: { tables: { at: 1 } } }], ['0002_c']],
] as const)('%s', async (code, made, names) => {
  await history(...made)
  expect(await found()).toEqual({ [code]: names })
})

test('what two share is told of the second', async () => {
  await history(
    a,
    { ...b, idx: 0 },
    { ...c, snapshot: { id: 'id 0' } },
    { tag: '0001_d', snapshot: { id: 'id 1', prevId: 'id 0' } },
  )
  expect(await found()).toEqual({
    headNotLast: ['0002_snapshot.json'],
    prefixTwice: ['0001_d'],
    snapshotIdTwice: ['0002_c'],
    idxTwice: ['0001_b'],
    idxNotSequential: ['0001_b'],
  })
})

test('a tag twice is one thing, not four', async () => {
  await history(a, b)
  const file = join(out, 'meta', '_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8'))
  journal.entries.push({ ...journal.entries[1], idx: 2, when: 3_000_001 })
  await writeFile(file, JSON.stringify(journal))
  expect(await found()).toEqual({ tagTwice: ['0001_b'] })
})

test('files that the journal does not know, and one that is no snapshot', async () => {
  await history(a, b)
  await writeFile(join(out, '0001_other.sql'), '')
  await put('0000_old_snapshot.json', '<<<<<<< HEAD')
  await put('0002_snapshot.json', { id: 'x', prevId: 'y', version: '7', dialect: 'postgresql' })
  expect(await found()).toEqual({
    snapshotUnreadable: ['0000_old_snapshot.json'],
    headNotLast: ['0002_snapshot.json'],
    sqlNotInJournal: ['0001_other.sql'],
    snapshotNotInJournal: ['0000_old_snapshot.json', '0002_snapshot.json'],
  })
})

test('ids are found wherever they stand in the file', async () => {
  await history(a, b)
  await put('0001_snapshot.json', { tables: {}, version: '7', prevId: 'id 0', id: 'id 1', dialect: 'postgresql' })
  expect(await found()).toEqual({})
})

test('of an old snapshot no more than the first bytes are read', async () => {
  await history(a, b, c)
  const head = { id: 'id 0', prevId: origin, version: '7', dialect: 'postgresql' }
  await put('0000_snapshot.json', `${JSON.stringify(head).slice(0, -1)},"tables":{${' '.repeat(300)}<<<<<<< HEAD`)
  expect(await found()).toEqual({})
  await put('0000_snapshot.json', `{${' '.repeat(300)}<<<<<<< HEAD`)
  expect(await found()).toEqual({ snapshotUnreadable: ['0000_snapshot.json'] })
})

test('the most important stands first, with its number and two names', async () => {
  await history(...[a, b, c].map((made) => ({ ...made, sql: false as const })), { tag: '0003_d', when: 1_000_002 })
  const odd = oddities(await listFolder(out), now)
  expect(odd.map(oddityText)).toEqual([
    '3 journal entries have no SQL file (0000_a, 0001_b, …)',
    '1 migration is dated before an earlier one: drizzle-kit skips it where that one is applied (0003_d)',
  ])
  expect(Object.keys(oddityWords).indexOf(odd[0]!.code)).toBe(0)
})
