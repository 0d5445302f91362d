import { conditionsOf } from '../commands/conditions.ts'
import { interruption, toSluiceError } from '../commands/failure.ts'
import type { Condition } from '../dialect/kind.ts'
import { SluiceError } from '../errors.ts'
import { type BundledMigration, bundledFolder } from '../migrate/bundled.ts'
import { type Folder, type Migration, readFolder } from '../migrate/folder.ts'
import { defaultLedger } from '../migrate/ledger.ts'
import type { MigrateEvent, Outcome } from '../migrate/outcome.ts'
import { migrate as run } from '../migrate/runner.ts'
import { borrow } from '../postgres/server/borrow.ts'

/** Where the migrations are: in a folder, or in the program (`sluice bundle`). */
export type Migrations = { readonly migrationsFolder: string } | { readonly migrations: readonly BundledMigration[] }

/** What `migrate` takes besides the database; the first two as drizzle-orm's. */
export interface MigratorOptions {
  /** The schema of the ledger. Default `drizzle`. */
  readonly migrationsSchema?: string | undefined
  /** The table of the ledger. Default `__drizzle_migrations`. */
  readonly migrationsTable?: string | undefined
  /** Milliseconds that a statement waits for a lock before its transaction is rolled back and tried again. Default 5,000. */
  readonly lockTimeout?: number | undefined
  /** Cancels the running statement, rolls back and ends the run. On PGlite the statement runs to its end first. */
  readonly signal?: AbortSignal | undefined
  readonly onEvent?: ((event: MigratorEvent) => void) | undefined
}

/** What happens during a run, as it happens. */
export type MigratorEvent = MigrateEvent | { readonly type: 'warning'; readonly message: string }

/** How a run ended that did all it was to do. */
export type Migrated = Omit<Outcome, 'failed' | 'interrupted' | 'script'>

/**
 * Applies what is pending: what drizzle-orm's `migrate()` does, with the same ledger, under a lock, each migration by its
 * identity and in a transaction of its own. `db` is a drizzle db of node-postgres, postgres-js or PGlite, or a Client or
 * Pool of pg; one session of it is used, and given back with the settings that it had.
 *
 * @throws SluiceError with the message of the command line: `STATEMENT_FAILED`, `CONDITION_REFUSED`, `HISTORY_EDITED`,
 * `LOCK_HELD`, `DRIVER_UNSUPPORTED`, `INTERRUPTED`, …
 */
export async function migrate(db: unknown, options: Migrations & MigratorOptions): Promise<Migrated> {
  const { migrationsSchema, migrationsTable, lockTimeout, signal = new AbortController().signal } = options
  const { onEvent = () => {} } = options
  const { folder, conditions } = await migrationsOf(options, (message) => onEvent({ type: 'warning', message }))
  try {
    signal.throwIfAborted()
    const { failed, interrupted, ...outcome } = await borrow(
      db,
      (connection, connect) =>
        run({
          connection,
          folder,
          ledger: {
            schema: migrationsSchema ?? defaultLedger.schema,
            table: migrationsTable ?? defaultLedger.table,
          },
          conditions,
          signal,
          onEvent,
          ...(connect && { connect }),
          ...(lockTimeout !== undefined && { lockTimeout }),
        }),
      signal,
    )
    if (failed) throw failed.error
    if (interrupted) throw interruption(signal)
    return outcome
  } catch (error) {
    throw toSluiceError(error, signal)
  }
}

interface Source {
  readonly folder: Pick<Folder, 'path' | 'migrations'>
  readonly conditions: (migration: Migration) => readonly Condition[] | Promise<readonly Condition[]>
}

async function migrationsOf(from: Migrations, warn: (message: string) => void): Promise<Source> {
  if ('migrations' in from) {
    const { migrations } = from
    return { folder: bundledFolder(migrations), conditions: ({ idx }) => migrations[idx]?.conditions ?? [] }
  }
  const folder = await readFolder(from.migrationsFolder)
  if (!folder.exists) throw new SluiceError('FOLDER_MISSING', { folder: folder.path })
  return { folder, conditions: (migration) => conditionsOf(migration, folder, { warn }) }
}
