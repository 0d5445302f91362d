import { hashText } from '../schema/hash.ts'
import type { Migration } from './folder.ts'
import type { Entry } from './ledger.ts'

/** A migration and the row that stands for it. */
export interface Match {
  readonly migration: Migration
  readonly entry: Entry
  /** `hash`: the file as it was applied. `restamped`: its `when` changed since. `marked`: entered by hand. `edited`: its text changed since. */
  readonly by: 'hash' | 'restamped' | 'marked' | 'edited'
}

export interface Matches {
  readonly matched: ReadonlyMap<Migration, Match>
  /** Rows that match no migration. */
  readonly missing: readonly Entry[]
}

interface Reason {
  readonly by: Match['by']
  /** What a migration looks for, the most likely first. */
  looksFor(migration: Migration): Iterable<string>
  /** What a row answers to. */
  answersTo(entry: Entry): readonly string[]
}

/** In this order: a row is used up by the first migration that finds it, so a weaker reason never takes what a stronger one can use. */
const reasons: readonly Reason[] = [
  {
    by: 'hash',
    *looksFor(migration) {
      for (const hash of hashes(migration)) yield `${migration.when} ${hash}`
    },
    answersTo: timedHash,
  },
  {
    by: 'marked',
    looksFor: ({ when, tag }) => [`${when} ${tag}`],
    answersTo: timedHash,
  },
  {
    by: 'edited',
    looksFor: ({ when }) => [String(when)],
    answersTo: times,
  },
  { by: 'restamped', looksFor: hashes, answersTo: ({ hash }) => [hash] },
  {
    by: 'marked',
    looksFor: ({ tag }) => [tag],
    answersTo: ({ hash, name }) => (name === null ? [hash] : [hash, name]),
  },
]

/** A row's time, and to the second, which is all that the layout of drizzle-kit 1.0 keeps of it. */
export function times({ createdAt }: Pick<Entry, 'createdAt'>): readonly string[] {
  return [createdAt, createdAt && createdAt - (createdAt % 1000)].map(String)
}

function timedHash(entry: Entry): readonly string[] {
  return times(entry).map((time) => `${time} ${entry.hash}`)
}

/**
 * The file's hash; of a squashed migration what the row of the last one that it replaces may hold; then the hashes of its
 * text with the other line ends, which git may have changed since the row was written.
 */
function* hashes({ hash, sql }: Migration): Generator<string, void, undefined> {
  yield hash
  yield* /^-- sluice:squashed .+/.exec(sql)?.[0].split(' ') ?? []
  if (!sql.includes('\n')) return
  const lf = sql.replaceAll('\r\n', '\n')
  yield hashText(lf)
  yield hashText(lf.replaceAll('\n', '\r\n'))
}

/** Pairs migrations with ledger rows, one row to one migration. */
export function match(migrations: readonly Migration[], entries: readonly Entry[]): Matches {
  const matched = new Map<Migration, Match>()
  const unused = new Set(entries)
  for (const { by, looksFor, answersTo } of reasons) {
    if (unused.size === 0) break
    const rows = new Map<string, Entry[]>()
    for (const entry of unused) {
      for (const answer of answersTo(entry)) rows.set(answer, [...(rows.get(answer) ?? []), entry])
    }
    for (const migration of migrations) {
      if (matched.has(migration)) continue
      for (const wanted of looksFor(migration)) {
        const entry = rows.get(wanted)?.find((row) => unused.has(row))
        if (!entry) continue
        unused.delete(entry)
        matched.set(migration, { migration, entry, by })
        break
      }
    }
  }
  return { matched, missing: [...unused] }
}
