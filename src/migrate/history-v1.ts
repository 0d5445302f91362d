import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Listing } from './folder.ts'
import { folderTime, snapshotPath } from './layout.ts'
import type { OddityCode } from './oddity.ts'

/** What is looked at of a snapshot of drizzle-kit 1.0. */
interface Head {
  readonly tag: string
  readonly id: string
  readonly prevIds: readonly string[]
  readonly version: number
  /** It leads to the state that it started from. */
  readonly unchanged: boolean
}

/** What is odd in a folder in the layout of drizzle-kit 1.0. */
export function inFolders({ path, journal: { entries }, snapshots, orphans }: Listing) {
  const read = snapshots.map((tag) => [tag, readHead(path, tag)] as const)
  const heads = read.flatMap(([, head]) => head ?? [])
  const seen = new Map<string, Head>()
  const found: Partial<Record<OddityCode, string[]>> = {}
  const note = (code: OddityCode, tags: readonly string[]) => {
    if (tags.length > 0) found[code] = [...(found[code] ?? []), ...tags]
  }
  note(
    'snapshotUnreadable',
    read.flatMap(([tag, head]) => (head ? [] : [tag])),
  )
  for (const head of heads) {
    if (seen.has(head.id)) note('snapshotIdTwice', [head.tag])
    // A migration must come after those that it follows, or it could run before them.
    if (head.prevIds.some((id) => /[^0-]/.test(id) && !seen.has(id))) note('chainBroken', [head.tag])
    if (head.version < 9) note('snapshotOutdated', [head.tag])
    if (head.unchanged) note('stateUnchanged', [head.tag])
    seen.set(head.id, head)
  }
  const tags = entries.map(({ tag }) => tag)
  note(
    'snapshotMissing',
    tags.filter((tag) => !snapshots.includes(tag)),
  )
  note(
    'timeMissing',
    tags.filter((tag) => folderTime(tag) === 0),
  )
  note('sqlNotInJournal', orphans)
  note(
    'snapshotNotInJournal',
    snapshots.filter((tag) => !tags.includes(tag)),
  )
  return found
}

function readHead(path: string, tag: string): Head | undefined {
  try {
    const { id, prevIds, version, deltas } = JSON.parse(readFileSync(join(path, snapshotPath('v1', tag)), 'utf8'))
    if (typeof id !== 'string' || !Array.isArray(prevIds)) return undefined
    return { tag, id, prevIds, version: Number(version), unchanged: Array.isArray(deltas) && deltas.length === 0 }
  } catch {
    return undefined
  }
}
