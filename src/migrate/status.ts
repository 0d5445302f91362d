import type { Connection } from '../dialect/connection.ts'
import { split } from '../postgres/sql/split.ts'
import type { Folder, Migration } from './folder.ts'
import { defaultLedger, type Entry, type Ledger, readLedger } from './ledger.ts'
import { type Match, match } from './match.ts'
import { type Progress, ranHash, readProgress } from './progress.ts'

/** How a migration folder and a database's ledger stand to each other. */
export interface Status {
  readonly ledger: Ledger
  /** There is a ledger table. */
  readonly exists: boolean
  /** Entries that have their row, in journal order, the edited ones too. */
  readonly applied: readonly Match[]
  /** Entries without a row, in journal order. */
  readonly pending: readonly Migration[]
  /** Those of `applied` whose file changed since. */
  readonly edited: readonly Match[]
  /** Rows that no entry matches. */
  readonly missing: readonly Entry[]
  /** Pending migrations that began and did not end; `changed`: what ran of them is no longer what their file says. */
  readonly stopped: readonly (Unfinished & { readonly changed: boolean })[]
  /** Applied migrations whose rollback began and did not end. */
  readonly rollingBack: readonly Unfinished[]
}

type Unfinished = Progress & { readonly migration: Migration }

/** Compares the folder with the ledger. Reads only: neither schema nor table is made. */
export async function readStatus(
  connection: Connection,
  folder: Pick<Folder, 'migrations'>,
  ledger: Ledger = defaultLedger,
): Promise<Status> {
  const entries = await readLedger(connection, ledger)
  const unfinished = entries ? await readProgress(connection, ledger) : []
  const { matched, missing } = match(folder.migrations, entries ?? [])
  const applied = folder.migrations.flatMap((migration) => matched.get(migration) ?? [])
  const pending = folder.migrations.filter((migration) => !matched.has(migration))
  const among = (migrations: readonly Migration[]): Status['rollingBack'] =>
    unfinished.flatMap((progress) => {
      const migration = migrations.find(({ when }) => when === progress.createdAt)
      return migration ? [{ ...progress, migration }] : []
    })
  return {
    ledger,
    exists: entries !== undefined,
    applied,
    pending,
    edited: applied.filter(({ by }) => by === 'edited'),
    missing,
    rollingBack: among(applied.map(({ migration }) => migration)),
    stopped: among(pending).map((progress) => {
      const { migration, done, begun, hash } = progress
      return { ...progress, changed: ranHash(split(migration.sql), done, begun) !== hash }
    }),
  }
}

/** `Migration state: 3 applied, 5 expected, 2 pending`: rows that have their entry, entries, entries without a row. */
export function stateLine({ applied, pending }: Pick<Status, 'applied' | 'pending'>): string {
  return `Migration state: ${applied.length} applied, ${applied.length + pending.length} expected, ${pending.length} pending`
}
