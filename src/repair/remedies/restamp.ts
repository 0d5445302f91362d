import type { Remedy } from '../remedy.ts'

/** A migration that is dated before an earlier one, or in the future, is dated right after the one before it. */
export const restamp: Remedy = {
  id: 'restamp',
  mends: ['whenOutOfOrder', 'whenInFuture'],
  async apply(bench, _tags, { now }) {
    const { journal } = await bench.read()
    const did: string[] = []
    let last = Number.NEGATIVE_INFINITY
    const entries = journal.entries.map((entry) => {
      const isOdd = entry.when <= last || entry.when > now
      const when = isOdd ? (Number.isFinite(last) ? last + 1 : now) : entry.when
      if (isOdd) did.push(`${entry.tag} is dated ${dateText(when)}, not ${dateText(entry.when)}`)
      last = when
      return { ...entry, when }
    })
    await bench.setEntries(entries)
    return { did }
  },
}

const dateText = (ms: number): string => new Date(ms).toISOString()
