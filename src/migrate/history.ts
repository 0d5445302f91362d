import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { canonical } from '../schema/hash.ts'
import type { Json } from '../schema/object.ts'
import type { Listing } from './folder.ts'
import { inFolders } from './history-v1.ts'
import type { JournalEntry } from './journal.ts'
import { snapshotName } from './layout.ts'
import { type Oddity, type OddityCode, oddityWords } from './oddity.ts'
import { asHead, headLength, readSnapshotHead, type SnapshotHead } from './snapshot-head.ts'

/** A snapshot of which no more than its beginning was read. */
interface Stored extends SnapshotHead {
  /** Its name in `meta/`. */
  readonly name: string
  readonly file: string
  /** Bytes. */
  readonly size: number
}

type Found = Partial<Record<OddityCode, readonly string[]>>

/**
 * What is odd in a migration folder, the most important first. Of most snapshots the first bytes are read, so that it is
 * cheap for a thousand of them. `now`: milliseconds since 1970.
 */
export function oddities(listing: Listing, now: number = Date.now()): readonly Oddity[] {
  const found: Found =
    listing.layout === 'v1' ? inFolders(listing) : { ...inJournal(listing, now), ...inSnapshots(listing) }
  return (Object.keys(oddityWords) as OddityCode[]).flatMap((code) => {
    const names = found[code] ?? []
    return names.length > 0 ? [{ code, names }] : []
  })
}

/** How many of the newest snapshots a fork is looked for among: a merge brings them side by side. */
const near = 50

/**
 * The snapshots that follow the same one as the newest does: each was made on its own branch, so the newest does not hold
 * the other's changes. Several first ones are no fork: a history may begin anew.
 */
export function besideNewest(listing: Listing): readonly string[] {
  const [newest, ...others] = newestFirst(listing, near)
  if (!newest || isFirst(newest)) return []
  return others.flatMap((other) => (other?.prevId === newest.prevId ? [other.name] : []))
}

/**
 * The migrations that share the newest snapshot, where it follows the one before them as if it was of one migration only.
 * Those that drizzle-kit writes within a second share it, too: it follows a lost one then, and holds the changes of all.
 */
export function sharingNewest(listing: Listing): readonly string[] {
  const [newest, before] = newestFirst(listing, 2)
  if (!newest || !(before ? newest.prevId === before.id : isFirst(newest))) return []
  const { entries } = listing.journal
  const tags = new Set(entries.flatMap(({ tag }) => (snapshotName(tag) === newest.name ? [tag] : [])))
  return tags.size > 1 ? [...tags] : []
}

/** The newest snapshots, as many as that; undefined where one cannot be read. */
const newestFirst = ({ path, snapshots }: Listing, count: number): readonly (Stored | undefined)[] =>
  snapshots
    .slice(-count)
    .reverse()
    .map((name) => readStored(path, name))

const isFirst = ({ prevId }: SnapshotHead): boolean => /^[0-]*$/.test(prevId)

function inJournal({ path, journal: { entries }, orphans }: Listing, now: number): Found {
  const tags = (odd: (entry: JournalEntry, index: number) => boolean) => entries.filter(odd).map(({ tag }) => tag)
  let newest = Number.NEGATIVE_INFINITY
  return {
    sqlMissing: tags(({ tag }) => !existsSync(join(path, `${tag}.sql`))),
    tagTwice: tags(repeated(({ tag }) => tag)),
    // drizzle-orm applies what is dated after the newest that it has applied.
    whenOutOfOrder: tags(({ when }) => {
      const late = when <= newest
      newest = Math.max(newest, when)
      return late
    }),
    whenInFuture: tags(({ when }) => when > now),
    sqlNotInJournal: orphans,
    idxTwice: tags(repeated(({ idx }) => idx)),
    idxNotSequential: tags(({ idx }, index) => idx !== index),
    whenRound: tags(({ when }) => when % 10_000 === 0),
  }
}

function inSnapshots({ path, journal: { entries }, snapshots }: Listing): Found {
  const read = snapshots.map((name) => [name, readStored(path, name)] as const)
  const byName = new Map(read)
  const different = entries.filter(unlike(repeated(({ tag }) => tag)))
  const owners = different.filter(unlike(repeated(({ tag }) => snapshotName(tag))))
  const chain = owners.flatMap(({ tag }) => byName.get(snapshotName(tag)) ?? [])
  const links = chain.slice(1).map((to, index) => ({ from: chain[index]!, to }))
  const tagOf = new Map(owners.map(({ tag }) => [snapshotName(tag), tag]))
  const tags = (of: readonly Stored[]) => of.map(({ name }) => tagOf.get(name) ?? name)
  const forked = chain.filter(repeated(({ prevId }) => prevId))
  const expected = entries.at(-1) && snapshotName(entries.at(-1)!.tag)
  return {
    snapshotUnreadable: read.filter(([, stored]) => !stored).map(([name]) => name),
    headNotLast: expected === undefined ? [] : snapshots.filter((name) => name > expected),
    prefixTwice: different.filter(repeated(({ tag }) => snapshotName(tag))).map(({ tag }) => tag),
    snapshotIdTwice: tags(chain.filter(repeated(({ id }) => id))),
    forked: tags(forked),
    snapshotOutdated: tags(chain.filter(({ version }) => Number(version) < 7)),
    snapshotMissing: owners.filter(({ tag }) => !byName.has(snapshotName(tag))).map(({ tag }) => tag),
    chainBroken: tags(
      links.filter(({ from, to }) => to.prevId !== from.id && !forked.includes(to)).map(({ to }) => to),
    ),
    snapshotNotInJournal: snapshots.filter((name) => !tagOf.has(name)),
    stateUnchanged: tags(links.filter(({ from, to }) => isSameState(from, to)).map(({ to }) => to)),
  }
}

function readStored(path: string, name: string): Stored | undefined {
  const file = join(path, 'meta', name)
  const { size } = statSync(file)
  const head = readSnapshotHead(beginning(file)) ?? wholeHead(file)
  return head && { ...head, name, file, size }
}

function beginning(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(headLength)
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, headLength, 0))
  } finally {
    closeSync(descriptor)
  }
}

function wholeHead(file: string): SnapshotHead | undefined {
  try {
    return asHead(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** The copy that `drizzle-kit generate --custom` makes has its keys in another order, but not another size. */
function isSameState(from: Stored, to: Stored): boolean {
  return from.size === to.size && stateText(from) === stateText(to)
}

function stateText({ file }: Stored): string {
  const { id, prevId, ...state } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Json>
  return canonical(state)
}

/** Is one before it like this? For `filter`. */
function repeated<T>(by: (item: T) => unknown): (item: T) => boolean {
  const seen = new Set<unknown>()
  return (item) => {
    const is = seen.has(by(item))
    seen.add(by(item))
    return is
  }
}

const unlike =
  <T>(odd: (item: T) => boolean) =>
  (item: T): boolean =>
    !odd(item)
