import { SluiceError } from '../errors.ts'
import type { Folder } from './folder.ts'
import { folderTime, snapshotName, timeText } from './layout.ts'
import { adjectives, nouns } from './words.ts'

/** How file names begin, as drizzle-kit's config spells it. */
type Prefix = 'index' | 'timestamp' | 'supabase' | 'unix' | 'none'

interface TagOptions {
  readonly prefix?: Prefix
  /** What follows the prefix; default: two made-up words. */
  readonly name?: string | undefined
  /** Milliseconds since 1970. */
  readonly now?: number
}

/** What a new migration is called and when it counts as made. */
export interface NewTag {
  readonly idx: number
  readonly tag: string
  readonly when: number
}

/**
 * The name, number and time of the next migration. `when` is later than that of every entry, or drizzle-orm would skip
 * the migration. Its snapshot comes last by name, or drizzle-kit would go on taking another one for the newest.
 * @throws SluiceError `PREFIX_NONE`, `PREFIX_SORTS_BEFORE`
 */
export function nextTag(
  { journal: { entries }, layout, snapshots }: Folder,
  { prefix = 'index', name, now = Date.now() }: TagOptions = {},
): NewTag {
  const words = sanitised(name) || madeUp()
  if (layout === 'v1')
    return { idx: entries.length, ...nextFolder([...entries.map(({ tag }) => tag), ...snapshots], words, now) }
  const idx = Math.max(-1, ...entries.map((entry) => entry.idx)) + 1
  const when = Math.max(now, ...entries.map((entry) => entry.when + 1))
  const newest = snapshots.at(-1) ?? ''
  // A few more steps than one: a snapshot without an entry, several migrations in one second.
  for (let step = 0; step < 100; step += 1) {
    const tag = `${prefixes[prefix](idx + step, now + step * 1000)}_${words}`
    if (snapshotName(tag) > newest) return { idx, tag, when }
  }
  throw new SluiceError('PREFIX_SORTS_BEFORE', { prefix, newest })
}

/** In the layout of drizzle-kit 1.0 the name begins with the time, a second after the last one where that is later than now. */
function nextFolder(folders: readonly string[], words: string, now: number): Omit<NewTag, 'idx'> {
  const time = Math.max(now, ...folders.map((folder) => folderTime(folder) + 1000))
  return { tag: `${timeText(time)}_${words}`, when: time - (time % 1000) }
}

const timestamp = (_: number, ms: number) => timeText(ms)

const prefixes: Record<Prefix, (idx: number, ms: number) => string> = {
  index: (idx) => String(idx).padStart(4, '0'),
  timestamp,
  supabase: timestamp,
  unix: (_, ms) => String(Math.floor(ms / 1000)),
  none: () => {
    throw new SluiceError('PREFIX_NONE')
  },
}

/** drizzle-kit takes a name as it is and fails on a slash after it has changed the journal; we keep what any file system takes. */
const sanitised = (name = '') =>
  name
    .normalize('NFC')
    .trim()
    .replace(/[\s\p{Cc}/\\:*?"<>|]+/gu, '_')

const madeUp = () => `${oneOf(adjectives)}_${oneOf(nouns)}`

const oneOf = (words: readonly string[]) => words[Math.floor(Math.random() * words.length)]!
