import { snapshotName } from '../../migrate/layout.ts'
import type { Remedy } from '../remedy.ts'

/**
 * Every entry gets the number of its place, and a file whose prefix does not come after the one before it gets the next
 * prefix: two migrations of one prefix share a snapshot file, and drizzle-kit takes the last file by name for the newest.
 */
export const renumber: Remedy = {
  id: 'renumber',
  mends: ['idxTwice', 'prefixTwice', 'headNotLast'],
  async apply(bench) {
    const { journal } = await bench.read()
    const did: string[] = []
    const owners = new Map(journal.entries.map(({ tag }) => [snapshotName(tag), tag]))
    const moves: { readonly from: string; readonly to: string; readonly owns: boolean }[] = []
    let last = ''
    const entries = journal.entries.map((entry, idx) => {
      const { tag } = entry
      const [prefix = ''] = tag.split('_')
      const next = prefix > last ? prefix : after(last)
      const to = next + tag.slice(prefix.length)
      if (entry.idx !== idx) did.push(`${to} has the number ${idx}, not ${entry.idx}`)
      if (to !== tag) {
        did.push(`${tag} is called ${to}`)
        moves.push({ from: tag, to, owns: owners.get(snapshotName(tag)) === tag })
      }
      last = next
      return { ...entry, idx, tag: to }
    })
    // The last one first: a new name may be the old one of a later migration.
    for (const { from, to, owns } of moves.toReversed()) await bench.rename(from, to, owns)
    await bench.setEntries(entries)
    return { did }
  },
}

/** The next number, as wide: `0009` and `0010`. */
function after(prefix: string): string {
  const digits = /^\d+/.exec(prefix)?.[0] ?? '0'
  return String(BigInt(digits) + 1n).padStart(digits.length, '0')
}
