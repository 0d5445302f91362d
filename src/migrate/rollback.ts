import { SluiceError } from '../errors.ts'
import { dotted } from '../postgres/sql/quote.ts'
import { split } from '../postgres/sql/split.ts'
import { hashText } from '../schema/hash.ts'
import type { Migration } from './folder.ts'
import { type Entry, isRow, type Ledger } from './ledger.ts'
import type { Match } from './match.ts'
import type { Applied, Failure, Interruption } from './outcome.ts'
import { progressTable, ranHash } from './progress.ts'
import { type Direction, historyEdited, type MigrateOptions, migrate } from './runner.ts'
import { isReplacedBy, refuseHalfway } from './squashed.ts'
import { readStatus, type Status, stateLine } from './status.ts'

/** The way back from an applied migration. */
export interface Down {
  readonly migration: Migration
  readonly sql: string
  /** The path of the file, or what it would have. */
  readonly file: string
}

export interface RollbackOptions extends Omit<MigrateOptions, 'only' | 'direction'> {
  /** The newest migration first, without a gap. */
  readonly downs: readonly Down[]
}

/** A run is reported, not thrown. */
export interface RolledBack {
  /** What this run rolled back, in order. */
  readonly rolledBack: readonly Applied[]
  readonly failed?: Failure
  readonly interrupted?: Interruption
}

/**
 * Runs the way back of migrations, each as `migrate` runs a migration: under the same lock, in a transaction of its own
 * that takes the ledger's row away with its last statement, and going on where an earlier run stopped.
 *
 * @throws SluiceError for what the user can mend before anything has run: `HISTORY_EDITED`, `PROGRESS_CHANGED`,
 * `ROLLBACK_MISSING`, `ROLLBACK_MIGRATION_STOPPED`, `ROLLBACK_NOT_NEWEST`, `SQUASH_HALFWAY`, `CONNECTION_POOLED`, `LOCK_HELD`.
 */
export async function rollback(options: RollbackOptions): Promise<RolledBack> {
  const { applied, failed, interrupted } = await migrate(backwards(options))
  const tags = new Map(options.downs.map((down) => [asMigration(down).tag, down.migration.tag]))
  return {
    rolledBack: applied.map((one) => ({ ...one, tag: tags.get(one.tag)! })),
    ...(failed && { failed }),
    ...(interrupted && { interrupted }),
  }
}

/** A run of the ways back: those of applied migrations are pending, and those of others are done. */
export function backwards({ downs, onEvent, ...options }: RollbackOptions): MigrateOptions {
  const steps = downs.map((down) => ({ ...down, step: asMigration(down) }))
  let status: Status | undefined
  let rows: ReadonlyMap<Migration, readonly Entry[]> = new Map()
  const direction: Direction = {
    again: 'sluice rollback',
    async read(connection, folder, ledger) {
      const raw = await readStatus(connection, folder, ledger)
      status = refuse(refuseHalfway(raw), downs)
      const matches = new Map(status.applied.map((match) => [match.migration, match]))
      const open = steps.filter(({ migration }) => matches.has(migration))
      rows = new Map(open.map(({ migration, step }) => [step, rowsOf(matches.get(migration)!, raw.missing)]))
      return {
        ...status,
        applied: steps.filter((one) => !open.includes(one)).map(({ step }) => done(step)),
        pending: open.map(({ step }) => step),
        edited: [],
        missing: [],
        rollingBack: [],
        stopped: status.rollingBack.flatMap((progress) => {
          const step = open.find(({ migration }) => migration === progress.migration)?.step
          if (!step) return []
          const { done, begun, hash } = progress
          return [{ ...progress, migration: step, changed: ranHash(split(step.sql), done, begun) !== hash }]
        }),
      }
    },
    booking: async (_, ledger) => ({
      book: (step) => removal(ledger, rows.get(step)!),
      isBooked: (step) => `not exists (select ${standing(ledger, rows.get(step)!.slice(0, 1))})`,
    }),
  }
  return {
    ...options,
    direction,
    onEvent: (event) => onEvent?.(event.type === 'state' && status ? { ...event, line: stateLine(status) } : event),
  }
}

/** The way back as something to apply, named after its file: `0003_x.down`. */
export const asMigration = ({ migration, sql, file }: Down): Migration => ({
  ...migration,
  tag: `${migration.tag}.down`,
  sql,
  file,
  hash: hashText(sql),
})

const done = (migration: Migration): Match => ({
  migration,
  entry: { hash: migration.hash, createdAt: migration.when, name: null },
  by: 'hash',
})

/** The row of a migration; of a squashed one, those of all that it replaces. */
function rowsOf({ migration, entry }: Match, missing: readonly Entry[]): readonly Entry[] {
  return [entry, ...missing.filter(isReplacedBy(migration))]
}

const removal = (ledger: Ledger, rows: readonly Entry[]): string => `delete ${standing(ledger, rows)}`

const standing = ({ schema, table }: Ledger, rows: readonly Entry[]): string =>
  `from ${dotted(schema, table)} where ${rows.map(isRow).join(' or ')}`

/** @throws SluiceError where these migrations are not the last ones that the database has applied, as they are now */
function refuse(status: Status, downs: readonly Down[]): Status {
  const { applied, edited, missing, stopped, ledger } = status
  const going = new Set(downs.map(({ migration }) => migration))
  const changed = edited.filter(({ migration }) => going.has(migration))
  if (changed.length > 0) throw historyEdited(changed)
  for (const { migration, done } of stopped) {
    const { tag, when } = migration
    throw new SluiceError('ROLLBACK_MIGRATION_STOPPED', { tag, done, when, table: progressTable(ledger) })
  }
  const first = Math.min(...downs.map(({ migration }) => migration.when))
  const unknown = missing.filter(({ createdAt }) => createdAt === null || createdAt > first)
  if (unknown.length > 0) {
    const entries = unknown.map(({ name, hash }) => name ?? hash.slice(0, 12))
    throw new SluiceError('ROLLBACK_MISSING', { entries })
  }
  const oldest = applied.findIndex(({ migration }) => going.has(migration))
  const after = oldest < 0 ? [] : applied.slice(oldest).filter(({ migration }) => !going.has(migration))
  if (after.length > 0)
    throw new SluiceError('ROLLBACK_NOT_NEWEST', { tags: after.map(({ migration }) => migration.tag) })
  return status
}
