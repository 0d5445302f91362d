import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Dialect } from '../dialect/dialect.ts'
import type { Config } from '../drizzle/config.ts'
import { nothingBeyond, type Overlay } from '../drizzle/snapshot/overlay.ts'
import { readSnapshot } from '../drizzle/snapshot/read.ts'
import type { Rows } from '../drizzle/snapshot/v1/deltas.ts'
import * as v1 from '../drizzle/snapshot/v1/write.ts'
import * as v0 from '../drizzle/snapshot/write.ts'
import { SluiceError } from '../errors.ts'
import type { FolderChange } from '../migrate/change.ts'
import { type Folder, readFolder } from '../migrate/folder.ts'
import { oddities } from '../migrate/history.ts'
import { type JournalEntry, parseJournal, withEntries } from '../migrate/journal.ts'
import { folderNames, snapshotName, snapshotPath, sqlPath } from '../migrate/layout.ts'
import { type OddityCode, oddityText } from '../migrate/oddity.ts'
import { nextTag } from '../migrate/tag.ts'
import { canonical } from '../schema/hash.ts'
import type { Json } from '../schema/object.ts'
import { snapshotsIn } from './folders-state.ts'
import { keptJournal } from './former-names.ts'
import { ownText, readOwn } from './own-file.ts'
import { boundOf } from './proof-file.ts'
import { readText, sluiceFiles } from './side-files.ts'
import { stateUpTo } from './state.ts'
import { proofText, readProof } from './stored-proof.ts'
import { inTemporary } from './temporary.ts'

/** A folder in the other layout. */
export interface Converted {
  readonly change: FolderChange
  /** Tags by those that they had. */
  readonly renamed: ReadonlyMap<string, string>
}

const journalPath = join('meta', '_journal.json')

/** What a folder may have that the other layout cannot hold, or holds as something else. */
const inTheWay: ReadonlySet<OddityCode> = new Set([
  'tagTwice',
  'snapshotUnreadable',
  'headNotLast',
  'prefixTwice',
  'snapshotIdTwice',
  'forked',
  'whenOutOfOrder',
  'snapshotNotInJournal',
  'timeMissing',
])

/**
 * All files of a folder in the other layout: the same SQL to the byte, and snapshots of the same states.
 * @throws SluiceError `FOLDER_NOT_CONVERTIBLE`, `SNAPSHOT_…`, `OWN_FILE_INVALID`
 */
export async function convert(folder: Folder, dialect: Dialect, config: Config): Promise<Converted> {
  const odd = oddities(folder).filter(
    ({ code }) => inTheWay.has(code) || (code === 'chainBroken' && folder.layout === 'v1'),
  )
  if (odd.length > 0) throw notConvertible(folder, odd.map(oddityText))
  const became = folder.layout === 'v0' ? await inFolders(folder, dialect) : await inJournal(folder, dialect, config)
  const { renamed } = became
  const next = { ...became.files, ...(await sideFiles(folder, became)) }
  return inTemporary(async (copy) => {
    for (const [path, text] of Object.entries(next)) {
      await mkdir(dirname(join(copy, path)), { recursive: true })
      await writeFile(join(copy, path), text)
    }
    const made = await readFolder(copy, config.dialect)
    if (!isInOrder(folder, made, renamed)) throw notConvertible(folder, ['two of its migrations would change places'])
    return { change: { ...next, ...(await proofs(folder, made, renamed)), ...(await gone(folder, next)) }, renamed }
  })
}

/** drizzle-orm 1.0 sorts folders as people do, and drizzle-kit 1.0 as computers do. */
const isInOrder = (folder: Folder, { layout, migrations }: Folder, renamed: Made['renamed']): boolean =>
  folder.migrations.every(({ tag, hash }, i) => {
    const [before, made] = [migrations[i - 1], migrations[i]]
    if (made?.tag !== renamed.get(tag) || made?.hash !== hash) return false
    return layout === 'v0' || before === undefined || made.tag.localeCompare(before.tag) > 0
  })

const notConvertible = ({ path, layout }: Folder, why: readonly string[]) => {
  const next = layout === 'v0' ? 'sluice repair' : 'bring back what was committed (git log --stat)'
  return new SluiceError('FOLDER_NOT_CONVERTIBLE', { path, why, next })
}

interface Made {
  /** Texts by path: SQL, snapshots, and the journal. */
  readonly files: Readonly<Record<string, string>>
  readonly renamed: ReadonlyMap<string, string>
  /** What each snapshot cannot hold, by the tag that its migration had. */
  readonly beyond: ReadonlyMap<string, Overlay | null>
}

async function inFolders(folder: Folder, dialect: Dialect): Promise<Made> {
  const renamed = folderNames(folder.migrations)
  const files: Record<string, string> = { [keptJournal]: folder.journal.text! }
  const beyond = new Map<string, Overlay | null>()
  let [parents, from]: [readonly string[], Rows] = [[], new Map()]
  for (const { tag, sql } of folder.migrations) {
    const next = renamed.get(tag)!
    files[sqlPath('v1', next)] = sql
    const name = snapshotName(tag)
    if (!folder.snapshots.includes(name)) continue
    const { schema, text } = await stateUpTo(folder, name, dialect)
    const { id } = readSnapshot(text!, name)
    const to = v1.rowsOf(schema, from)
    files[snapshotPath('v1', next)] = v1.writeSnapshot({ id, parents, from, to, version: '9' })
    beyond.set(tag, v1.beyondRows(schema, to))
    parents = [id]
    from = to
  }
  return { files, renamed, beyond }
}

async function inJournal(folder: Folder, dialect: Dialect, config: Config): Promise<Made> {
  const text = await readText(join(folder.path, keptJournal))
  const kept = text === null ? [] : parseJournal(text, keptJournal).entries
  const names = folderNames(kept)
  const known = new Map(kept.map((entry) => [names.get(entry.tag)!, entry]))
  const all = snapshotsIn(folder)
  const entries: JournalEntry[] = []
  const files: Record<string, string> = {}
  const renamed = new Map<string, string>()
  const beyond = new Map<string, Overlay | null>()
  let prevId = v0.originId
  for (const { tag, when, sql, breakpoints } of folder.migrations) {
    const words = tag.replace(/^\d{14}_?/, '')
    const given = { journal: { ...folder.journal, entries }, layout: 'v0', snapshots: snapshotNames(entries) } as const
    const entry = known.get(tag) ?? {
      version: '7',
      breakpoints,
      ...nextTag({ ...folder, ...given }, { prefix: config.prefix, name: words, now: when }),
    }
    entries.push(entry)
    renamed.set(tag, entry.tag)
    files[sqlPath('v0', entry.tag)] = sql
    const stored = all.find((each) => each.tag === tag)
    if (!stored) continue
    const { id } = stored.json
    const { schema } = await stateUpTo(folder, tag, dialect)
    files[snapshotPath('v0', snapshotName(entry.tag))] = v0.writeSnapshot({ id, prevId, schema })
    beyond.set(tag, v0.beyondSnapshot(schema))
    prevId = id
  }
  const journal = { version: '7', dialect: config.dialect, entries: [], ...(text !== null && { text }) }
  const isSame = text !== null && canonical(entries as unknown as Json) === canonical(kept as unknown as Json)
  files[journalPath] = isSame ? text : withEntries(journal, entries)
  return { files, renamed, beyond }
}

const snapshotNames = (entries: readonly JournalEntry[]) => entries.map(({ tag }) => snapshotName(tag)).sort()

/** Our own files under the new names; what the snapshots cannot hold is another thing in each layout. */
async function sideFiles({ path, migrations }: Folder, made: Made): Promise<Readonly<Record<string, string>>> {
  const side: Record<string, string> = {}
  let said: Overlay | null = null
  for (const { tag } of migrations) {
    const [before, after] = [sluiceFiles(path, tag), sluiceFiles('', made.renamed.get(tag)!)]
    for (const what of ['down', 'proof'] as const) {
      const text = await readText(before[what])
      if (text !== null) side[after[what]] = text
    }
    const beyond: Overlay | null = made.beyond.has(tag) ? made.beyond.get(tag)! : said
    const isNew = canonical(beyond as unknown as Json) !== canonical(said as unknown as Json)
    const own = ownText({ ...(await readOwn(path, tag)), beyond: isNew ? (beyond ?? nothingBeyond) : null })
    if (own !== null) side[after.own] = own
    said = beyond
  }
  return side
}

/** A proof that holds goes on holding: it is bound to the same states as they are told now. */
async function proofs(
  folder: Folder,
  made: Folder,
  renamed: Made['renamed'],
): Promise<Readonly<Record<string, string>>> {
  const bound: Record<string, string> = {}
  for (const { tag } of folder.migrations) {
    const proof = await readProof(folder.path, tag)
    if (!proof) continue
    const was = await boundOf(folder, tag)
    if (proof.from !== was.from || proof.to !== was.to || proof.own !== was.own) continue
    const next = renamed.get(tag)!
    bound[sluiceFiles('', next).proof] = proofText({ ...proof, ...(await boundOf(made, next)) })
  }
  return bound
}

/** What was there before and has no place in the other layout. */
async function gone(folder: Folder, next: Readonly<Record<string, string>>): Promise<Readonly<Record<string, null>>> {
  const { path, layout, migrations, snapshots } = folder
  const old = [
    layout === 'v1' ? keptJournal : journalPath,
    ...snapshots.map((name) => snapshotPath(layout, name)),
    ...migrations.flatMap(({ tag }) => [sqlPath(layout, tag), ...Object.values(sluiceFiles('', tag))]),
  ]
  const there = new Set((await readdir(path, { recursive: true })) as string[])
  return Object.fromEntries(old.filter((each) => there.has(each) && !(each in next)).map((each) => [each, null]))
}
