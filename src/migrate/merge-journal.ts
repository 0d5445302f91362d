import { canonical } from '../schema/hash.ts'
import type { Json } from '../schema/object.ts'
import { type JournalEntry, parseJournal } from './journal.ts'

/** The three versions of a file that git merges. */
export interface Versions<T> {
  /** Where the two branches parted. */
  readonly base: T
  readonly ours: T
  readonly theirs: T
}

/**
 * The journal that holds what both branches hold: an entry is known by its tag, and keeps its `when`, which ledgers know it
 * by. What the branches added comes after the rest, by `when` and whichever is merged into the other; only its `idx`
 * follows its place. Null where both have said something else of one entry.
 * @throws SluiceError `JOURNAL_CONFLICT`, `JOURNAL_INVALID`
 */
export function mergeJournals(texts: Versions<string>, file: string): string | null {
  // Git gives an empty base for a file that both branches have made.
  const { entries } = texts.base.trim() === '' ? { entries: [] } : parseJournal(texts.base, file)
  const versions = { ours: parseJournal(texts.ours, file), theirs: parseJournal(texts.theirs, file) }
  const byTag = {
    base: tagged(entries),
    ours: tagged(versions.ours.entries),
    theirs: tagged(versions.theirs.entries),
  }
  const sides = [versions.ours, versions.theirs]
  const [one, other] = sides.map(({ version, dialect }) => `${version} ${dialect}`)
  if (one !== other || sides.some((side) => tagged(side.entries).size < side.entries.length)) return null
  const kept: JournalEntry[] = []
  const added: JournalEntry[] = []
  for (const tag of new Set([...byTag.base.keys(), ...byTag.ours.keys(), ...byTag.theirs.keys()])) {
    const entry = mergeEntries({ base: byTag.base.get(tag), ours: byTag.ours.get(tag), theirs: byTag.theirs.get(tag) })
    if (entry === null) return null
    if (entry) (byTag.base.has(tag) ? kept : added).push(entry)
  }
  added.sort((a, b) => a.when - b.when || (a.tag < b.tag ? -1 : 1))
  const last = Math.max(-1, ...kept.map(({ idx }) => idx))
  const merged = [...kept, ...added.map((entry, i) => ({ ...entry, idx: last + 1 + i }))]
  const lineEnd = /\r?\n$/.exec(texts.ours)?.[0] ?? ''
  return JSON.stringify({ ...JSON.parse(texts.ours), entries: merged }, null, 2) + lineEnd
}

const tagged = (entries: readonly JournalEntry[]) => new Map(entries.map((entry) => [entry.tag, entry]))

/** Undefined where the merge removes the entry, null where the two sides contradict each other. */
function mergeEntries({ base, ours, theirs }: Versions<JournalEntry | undefined>): JournalEntry | undefined | null {
  if (same(ours, theirs) || same(theirs, base)) return ours
  if (same(ours, base)) return theirs
  return null
}

/** Where an entry stands is decided anew. */
function same(one: JournalEntry | undefined, other: JournalEntry | undefined): boolean {
  const said = (entry: JournalEntry | undefined): Json => (entry ? { ...entry, idx: 0 } : null)
  return canonical(said(one)) === canonical(said(other))
}
