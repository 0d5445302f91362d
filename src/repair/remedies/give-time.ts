import { folderTime, timeText } from '../../migrate/layout.ts'
import type { Remedy } from '../remedy.ts'

const second = 1000
const day = 86_400_000

/**
 * A folder of drizzle-kit 1.0 whose name begins with no time gets one a second after the one before it, and so does what
 * would come before it then: their order stays.
 */
export const giveTime: Remedy = {
  id: 'give-time',
  mends: ['timeMissing'],
  async apply(bench, _tags, { now }) {
    const { journal } = await bench.read()
    const tags = journal.entries.map(({ tag }) => tag)
    const firstTimed = tags.findIndex((tag) => folderTime(tag) > 0)
    const start = firstTimed < 0 ? now - (now % day) : folderTime(tags[firstTimed]!) - firstTimed * second
    const moves: { readonly from: string; readonly to: string }[] = []
    let last = ''
    for (const from of tags) {
      const time = last === '' ? start : folderTime(last) + second
      const isInPlace = folderTime(from) > 0 && (last === '' || from.localeCompare(last) > 0)
      const words = folderTime(from) > 0 ? from.slice(15) : from
      const to = isInPlace ? from : `${timeText(time)}_${words}`
      if (to !== from) moves.push({ from, to })
      last = to
    }
    for (const { from, to } of moves.toReversed()) await bench.rename(from, to, true)
    return { did: moves.map(({ from, to }) => `${from} is called ${to}`) }
  },
}
