import { relative } from 'node:path'
import type { Statement } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { snapshotName, snapshotPath } from '../migrate/layout.ts'
import type { Down } from '../migrate/rollback.ts'
import { lossesOf, plan, type Step } from '../plan/plan.ts'
import { dropsRows, removesRows } from '../postgres/sql/removes-rows.ts'
import { type Taken, takenWith } from '../postgres/trash/trash-keep.ts'
import { keysOf } from '../proof/converge.ts'
import type { Key, Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { reversed } from './answers.ts'
import { downText } from './migration-text.ts'
import { snapshotsOf } from './proof-file.ts'
import { proveInput } from './proving.ts'
import { readText, sluiceFiles } from './side-files.ts'

/** The way back from a migration, and what goes with it. */
export interface WayBack extends Down {
  /** It was written by nobody and follows from the snapshots. */
  readonly isPlanned: boolean
  /** All that is gone for good after it, as noun phrases. */
  readonly losses: readonly string[]
  /** What of that can be kept before these statements run; before the first one, where they are not told apart. */
  takenBefore(statements: readonly Statement[], all: readonly Statement[]): readonly Taken[]
  /** The declared states after the migration and before it; null where there is no snapshot of them. */
  readonly pair: Pair<Schema> | null
  /** The objects that they differ in. */
  readonly touched: readonly Key[]
}

/**
 * The down file of a migration, or what follows from the snapshots where there is none.
 * @throws SluiceError `ROLLBACK_UNKNOWN`, `SNAPSHOT_…`, `OWN_FILE_INVALID`
 */
export async function wayBack(
  folder: Folder,
  migration: Migration,
  dialect: Dialect,
  config: Config,
): Promise<WayBack> {
  const { tag } = migration
  const file = sluiceFiles(folder.path, tag).down
  const written = await readText(file)
  const missing = missingSnapshot(folder, migration)
  const known = missing === null ? await declared(folder, migration, dialect, config) : null
  const sql = written ?? known?.sql ?? (dialect.split(migration.sql).length === 0 ? '' : null)
  if (sql === null) {
    const why = missing === null ? 'the snapshots before and after it do not differ' : `there is no ${missing}`
    throw new SluiceError('ROLLBACK_UNKNOWN', { tag, why, file: relative(config.root, file) })
  }
  const lossy = known?.lossy ?? []
  return {
    migration,
    sql,
    file: written === null ? `${file} (planned)` : file,
    isPlanned: written === null,
    losses: [...lossesOf(lossy), ...lossesWritten(dialect.split(sql), lossy)],
    takenBefore: (statements, all) => known?.taken(goingIn(lossy, statements, all)) ?? [],
    pair: known?.pair ?? null,
    touched: known?.touched ?? [],
  }
}

/** The path of a snapshot that should be there, before or after a migration, and is not. */
function missingSnapshot(folder: Folder, migration: Migration): string | null {
  const { from, to } = snapshotsOf(folder, migration.tag)
  const previous = folder.migrations[folder.migrations.indexOf(migration) - 1]
  const { layout } = folder
  const path = (tag: string) => snapshotPath(layout, snapshotName(tag, layout))
  if (to === undefined) return path(migration.tag)
  return previous && from !== snapshotName(previous.tag, layout) ? path(previous.tag) : null
}

/** What the snapshots say of the way back. */
async function declared(folder: Folder, migration: Migration, dialect: Dialect, { breakpoints, manner }: Config) {
  const { pair, diff } = await proveInput(folder, migration, dialect)
  const back = { from: pair.to, to: pair.from }
  const undone = await reversed(pair, diff, dialect)
  const { steps } = plan(back, undone, dialect, manner)
  return {
    pair: back,
    sql: steps.length === 0 ? null : downText(steps, breakpoints, dialect),
    lossy: steps.filter(({ loses }) => loses !== null),
    touched: [...diff.changes, ...undone.changes].flatMap(keysOf),
    taken: (some: readonly Step[]) =>
      takenWith(
        some.map(({ change }) => change.key),
        undone.from,
        undone.before,
      ),
  }
}

/** The steps that go with some statements of a file; who has written another text takes all that goes with its first one. */
function goingIn(lossy: readonly Step[], statements: readonly Statement[], all: readonly Statement[]): readonly Step[] {
  const has = (some: readonly Statement[], { sql }: Step) => some.some(({ text }) => words(text) === words(sql))
  const isFirst = statements.length > 0 && statements[0] === all[0]
  return lossy.filter((step) => has(statements, step) || (isFirst && !has(all, step)))
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What statements that somebody wrote say that they remove, and no snapshot tells. */
function lossesWritten(statements: readonly Statement[], lossy: readonly Step[]): readonly string[] {
  return statements.flatMap(({ text }, i) =>
    removesRows(text) || (lossy.length === 0 && dropsRows(text))
      ? [`what statement ${i + 1} removes (${words(text).slice(0, 80)}), of which nothing is kept`]
      : [],
  )
}
