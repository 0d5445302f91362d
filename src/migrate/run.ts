import { setTimeout as sleep } from 'node:timers/promises'
import { type Connection, DatabaseError, type Statement } from '../dialect/connection.ts'
import type { Condition } from '../dialect/kind.ts'
import type { Traces } from './concurrent.ts'
import type { Migration } from './folder.ts'
import type { Booking, Ledger } from './ledger.ts'
import type { Lock, LockOptions, Session } from './lock.ts'
import type { Monitor } from './monitor.ts'
import type { MigrateEvent } from './outcome.ts'
import type { ProgressSql } from './progress.ts'
import type { Unit } from './unit.ts'

/** What all migrations of a run share. */
export interface Run {
  readonly connection: Connection
  readonly ledger: Ledger
  readonly lock: Lock
  readonly waiting: LockOptions
  readonly booking: Booking
  /** SQL that makes the session what it was at the start: what a migration has set would hold for the next one and for the ledger. */
  readonly reset: string
  readonly monitor: Monitor
  /** Milliseconds that a statement may wait for a lock. */
  readonly lockTimeout: number
  /** How often a transaction is tried that could not get a lock. */
  readonly attempts: number
  /** The server has `client_connection_check_interval`. */
  readonly checksClient: boolean
  readonly quick: Quick | undefined
  readonly traces: Traces | undefined
  readonly beside: Beside | undefined
  /** The command to type after a failure. */
  readonly again: string
  readonly signal: AbortSignal | undefined
  readonly emit: (event: MigrateEvent) => void
}

/** Another way to run a transaction, with fewer round trips. False where it does not serve: nothing is open then. */
export type Quick = (run: Run, task: Task, unit: Unit, around: Around) => Promise<boolean>

/** What else is done inside the transactions of a migration, and again with them where they are tried again. */
export interface Beside {
  /** Before the first statement of a unit. */
  before?(task: Task, unit: Unit): Promise<void>
  /** After the last statement, before the ledger is written, and as who we were at the start. */
  after?(task: Task): Promise<void>
}

/** What a transaction does besides a migration's own statements. */
export interface Around {
  /** Checked before the first statement. */
  readonly conditions: readonly Condition[]
  /** Our own statements before COMMIT: the ledger's row, the progress. */
  readonly finish: readonly string[]
  /** Done before them. */
  readonly after?: Beside['after']
}

/** One migration under way. */
export interface Task {
  readonly migration: Migration
  readonly statements: readonly Statement[]
  /** Of a migration that is more than one transaction. */
  readonly progress: ProgressSql | undefined
  /** How many statements are committed. */
  done: number
}

/** A statement of a migration that failed. */
export class StatementError extends Error {
  override readonly name = 'StatementError'
  declare readonly cause: DatabaseError
  readonly statement: Statement
  readonly blockers: readonly Session[]

  constructor(statement: Statement, cause: DatabaseError, blockers: readonly Session[]) {
    super(cause.message, { cause })
    this.statement = statement
    this.blockers = blockers
  }
}

/** Sends one statement of the file as it stands. `pid` is the backend that runs it. */
export async function send(
  { connection: { script }, monitor, lockTimeout, signal, emit }: Run,
  task: Task,
  statement: Statement,
  pid: number,
  run: (sql: string) => Promise<unknown> = script,
) {
  signal?.throwIfAborted()
  const { tag } = task.migration
  const number = task.statements.indexOf(statement) + 1
  emit({ type: 'statement-start', tag, statement: number, sql: statement.text })
  const started = performance.now()
  let blockers: readonly Session[] = []
  // Early enough to see the blocker before the server gives up.
  const unwatch = monitor.watch(pid, (lockTimeout || 5_000) * 0.6, (by) => {
    blockers = by
    emit({ type: 'blocked', tag, by })
  })
  try {
    await run(statement.text)
  } catch (error) {
    throw error instanceof DatabaseError ? new StatementError(statement, error, blockers) : error
  } finally {
    unwatch()
  }
  emit({ type: 'statement-end', tag, statement: number, ms: performance.now() - started })
}

/** Nothing but time stands in the way: the lock was not free (55P03), or the server ended a deadlock (40P01). */
export function isTransient(error: unknown): boolean {
  const said = error instanceof StatementError ? error.cause : error
  return said instanceof DatabaseError && (said.state === '55P03' || said.state === '40P01')
}

/** Tries again what could not get a lock, after a pause that grows. */
export async function retrying<T>(
  { attempts, signal, emit }: Run,
  at: Pick<Task, 'migration'>,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isTransient(error) || tried >= attempts || signal?.aborted) throw error
      const wait = Math.round(Math.min(15_000, 250 * 2 ** tried) * (0.5 + Math.random() / 2))
      const by = error instanceof StatementError ? error.blockers : []
      emit({ type: 'retry', tag: at.migration.tag, attempt: tried + 1, wait, message: (error as Error).message, by })
      await sleep(wait, undefined, { signal })
    }
  }
}

/** Takes back what a migration may have set for the session. */
export const resetSession = 'reset session authorization; reset role; reset all'

/**
 * What the committed part of a file has set for the rest of it, `SET search_path` say: each transaction ends with a reset,
 * and a run that goes on where another was killed has a session that knows nothing of it.
 */
export function carriedSettings({ statements, done }: Task): string {
  const sets = /^(?:set\s+(?!local\b|transaction\b|constraints\b)|reset\s|select\s+(?:pg_catalog\.)?set_config\()/i
  return statements
    .slice(0, done)
    .flatMap(({ text }) => (sets.test(text) ? text : []))
    .join('; ')
}

/** Our own settings, for a transaction (`local`) or the session. A killed client's statement must not run on as an orphan. */
export function settings({ checksClient }: Run, lockTimeout: number, local: 'local' | ''): readonly string[] {
  const set = (name: string, ms: number) => `set ${local} ${name} = '${ms}ms'`
  return [set('lock_timeout', lockTimeout), ...(checksClient ? [set('client_connection_check_interval', 500)] : [])]
}
