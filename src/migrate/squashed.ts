import { SluiceError } from '../errors.ts'
import { hashText } from '../schema/hash.ts'
import type { Migration } from './folder.ts'
import type { Entry } from './ledger.ts'
import { times } from './match.ts'
import type { Status } from './status.ts'

/**
 * What the first line of a squashed migration says about the rows of a ledger that stand for it. It is in the file itself,
 * so that whoever has the file knows it: `match`, a bundle, an older release. The ledger stays as it is.
 */
export interface Squashed {
  /** The `when` of every replaced migration: a database has applied all of them, or none. */
  readonly whens: readonly number[]
  /** The `when` of those that an earlier squashed migration replaced, of which a database may have applied none. */
  readonly earlier: readonly number[]
  /** What the row of the last replaced migration may hold as its hash: that of its file, or its tag. */
  readonly last: readonly string[]
}

const line = /^-- sluice:squashed ([\d ]+?)(?: \(([\d ]+)\))? as (.+)/

/** Undefined of every other migration. */
export function squashed(sql: string): Squashed | undefined {
  const [, whens, earlier = '', last] = line.exec(sql) ?? []
  if (!whens) return undefined
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number)
  return { whens: numbers(whens), earlier: numbers(earlier), last: last!.split(' ') }
}

interface Replaced extends Pick<Squashed, 'whens' | 'earlier'> {
  readonly last: Pick<Migration, 'tag' | 'sql'>
}

/** The first line of a migration in the place of others. */
export function squashedLine({ whens, earlier, last }: Replaced): string {
  const lf = last.sql.replaceAll('\r\n', '\n')
  const hashes = new Set([last.sql, lf, lf.replaceAll('\n', '\r\n')].map(hashText))
  const optional = earlier.length > 0 ? ` (${earlier.join(' ')})` : ''
  return `-- sluice:squashed ${whens.join(' ')}${optional} as ${[...hashes].join(' ')} ${last.tag}`
}

/** A status that knows which rows squashed migrations account for. */
export interface SquashedStatus extends Status {
  /** Squashed migrations of which a part is applied. */
  readonly halfway: readonly Migration[]
}

/** Takes the rows of replaced migrations out of what is missing. */
export function withSquashed(status: Status): SquashedStatus {
  const { applied, pending } = status
  const rows = new Map(applied.map(({ migration, entry }) => [migration, entry]))
  let { missing } = status
  const there = new Set([...rows.values(), ...missing].flatMap(times))
  const halfway: Migration[] = []
  for (const migration of [...rows.keys(), ...pending]) {
    const replaced = squashed(migration.sql)
    const row = rows.get(migration)
    // Where it ran itself, there is a row of its own.
    if (!replaced || (row && !replaced.last.includes(row.hash))) continue
    const { whens } = replaced
    const ran = whens.filter((when) => there.has(String(when))).length
    if (ran > 0 && ran < whens.length) halfway.push(migration)
    const isReplaced = isReplacedBy(migration)
    missing = missing.filter((entry) => !isReplaced(entry))
  }
  return { ...status, missing, halfway }
}

/**
 * Is a row of one of the migrations that this one replaces? Its time is compared to the second too: that is all that the
 * layout of drizzle-kit 1.0 keeps of it.
 */
export function isReplacedBy({ sql }: Pick<Migration, 'sql'>): (entry: Entry) => boolean {
  const { whens = [], earlier = [] } = squashed(sql) ?? {}
  const known = new Set([...whens, ...earlier].map(String))
  return (entry) => times(entry).some((time) => known.has(time))
}

/**
 * The same for a run, which cannot begin halfway.
 * @throws SluiceError `SQUASH_HALFWAY`
 */
export function refuseHalfway(status: Status): Status {
  const { halfway, ...rest } = withSquashed(status)
  if (halfway.length > 0) throw new SluiceError('SQUASH_HALFWAY', { tags: halfway.map(({ tag }) => tag) })
  return rest
}
