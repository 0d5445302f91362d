import type { Dialect } from '../dialect/dialect.ts'
import { letGo } from '../diff/let-go.ts'
import { type Survey, survey } from '../postgres/catalog.ts'
import { hashSql } from '../schema/hash.ts'
import type { Key, Pair } from '../schema/object.ts'
import type { Base } from './base.ts'
import { type Census, differences, takeCensus } from './census.ts'
import { changesOf, describe } from './converge.ts'
import type { DownProof } from './proof.ts'
import { runTwice } from './run-twice.ts'
import type { Filled } from './seed.ts'

/** What the way back is held against. */
export interface Origin {
  readonly base: Base
  readonly filled: Filled
  readonly before: Survey
  /** The rows before the migration, and those after it; null where the migration ran without them. */
  readonly rows: Pair<Census> | null
  /** What an object of the state before is called after the migration; undefined where it is gone. */
  now(k: Key): Key | undefined
  readonly revalued: ReadonlySet<Key>
  readonly isLossy: boolean
  readonly dialect: Dialect
}

/**
 * Runs the down migration after the migration: the database must be as it was. Of the rows, it must keep what the migration
 * has left; where the migration has changed or lost some, it may leave them so.
 */
export async function goDown(sql: string, origin: Origin): Promise<DownProof> {
  const { base, filled, before, dialect } = origin
  const { connection, assumed } = base
  const { ran, stopped } = await runTwice(connection, dialect.split(sql), assumed, {
    madeUp: filled.tables,
    observe: false,
    spares: false,
  })
  const said = { sql: hashSql(sql), stopped }
  if (ran.failure) {
    const { number, statement, error } = ran.failure
    const why = [`statement ${number}, line ${statement.line}: ${error.message}`]
    return { ...said, result: 'failed', why, restores: 'structure' }
  }
  const after = await survey(connection)
  const pair = { from: after.schema, to: before.schema }
  const kept = { ...pair, from: letGo(pair, dialect, [], () => true) }
  const left = changesOf(kept, dialect).map((change) => describe(change, dialect))
  const rows = stopped ? null : origin.rows
  const { lost, same } = rows ? compare(rows, await takeCensus(connection, after.schema), origin) : nothing
  const why = [...left, ...lost]
  return { ...said, result: why.length ? 'failed' : 'proven', why, restores: same ? 'structure and rows' : 'structure' }
}

/** What can be said of rows that were not kept. */
const nothing = { lost: [], same: false }

/** What is neither as it was at the start nor as the migration left it, and whether all is as it was. */
function compare({ from, to }: Pair<Census>, end: Census, { revalued, now, isLossy }: Origin) {
  const changed = differences(from, end, { revalued, before: (k) => k })
  const since = new Set(differences(to, end, { revalued, before: now }).map(({ of }) => of))
  const lost = changed.filter(({ of }) => since.has(of)).map(({ says }) => says)
  return { lost, same: changed.length === 0 && !isLossy }
}
