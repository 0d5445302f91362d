import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '../dialect/connection.ts'
import type { Condition } from '../dialect/kind.ts'
import { SluiceError } from '../errors.ts'
import { split } from '../postgres/sql/split.ts'
import { apply, type Work } from './apply.ts'
import type { Traces } from './concurrent.ts'
import { failure, locate } from './failure.ts'
import type { Folder, Migration } from './folder.ts'
import { createLedger, type Ledger, ledgerBooking } from './ledger.ts'
import { type Lock, type LockOptions, takeLock, untilLocked } from './lock.ts'
import { monitored } from './monitor.ts'
import type { Applied, Failure, Interruption, MigrateEvent, Outcome } from './outcome.ts'
import { progressSql, progressTable } from './progress.ts'
import { type Beside, type Quick, type Run, resetSession } from './run.ts'
import { readStatus, type Status, stateLine } from './status.ts'
import { units } from './unit.ts'

export interface MigrateOptions {
  /** One session, used by nobody else during the run. */
  readonly connection: Connection
  /** Opens another session on the same database: it names who is in the way, and tells a pooler. */
  readonly connect?: () => Promise<Connection | undefined>
  readonly folder: Pick<Folder, 'migrations'>
  readonly ledger?: Ledger
  /** Which of the pending ones to apply. Default: all. */
  readonly only?: (migration: Migration) => boolean
  /** Milliseconds that a statement may wait for a lock before its transaction is rolled back and tried again. Default 5,000. */
  readonly lockTimeout?: number
  /** How often a transaction is tried. Default 10. */
  readonly attempts?: number
  /** Milliseconds to wait for another run to end. Default: ten minutes. */
  readonly lockWait?: number
  /**
   * Throws where the run is not to begin. Asked before it, and again under the lock and right before the first statement.
   * `due`: what it is to apply.
   */
  readonly check?: (due: readonly Migration[], status: Status, locked?: boolean) => void | Promise<void>
  /** What must hold before a migration's first statement. */
  readonly conditions?: (migration: Migration) => readonly Condition[] | Promise<readonly Condition[]>
  /** Tried first for each transaction. Not part of `sluice/migrator`, for its size. */
  readonly quick?: Quick
  /** Of more statements than those that everybody reads. */
  readonly traces?: Traces
  /** Another way to apply what is pending. Not part of it either. */
  readonly applyAll?: typeof applyAll
  /** What else is done inside the transactions. */
  readonly beside?: Beside
  /** Another direction. Default: from what is pending to what is applied. */
  readonly direction?: Direction
  /** Cancels the running statement, rolls back and ends the run. */
  readonly signal?: AbortSignal
  readonly onEvent?: (event: MigrateEvent) => void
}

/** Where a run leads. */
export interface Direction {
  /** The command of it. */
  readonly again: string
  /** Reads how things stand: `pending` is what the run is to do, and `applied` what is done. */
  readonly read: typeof readStatus
  readonly booking: typeof ledgerBooking
}

const forward: Direction = { again: 'sluice migrate', read: readStatus, booking: ledgerBooking }

/**
 * Applies what is pending, each migration by its identity and in a transaction of its own, under a lock.
 *
 * @throws SluiceError for what the user can mend before anything has run: `HISTORY_EDITED`, `PROGRESS_CHANGED`,
 * `CONNECTION_POOLED`, `LEDGER_NOT_MADE`, `LOCK_HELD`. What stops the run later is in the outcome.
 */
export async function migrate(options: MigrateOptions): Promise<Outcome> {
  const { signal, onEvent: emit = () => {} } = options
  const { before, due, untouched } = await prospect(options)
  if (due.length === 0) return untouched // needs no lock and makes no ledger

  try {
    signal?.throwIfAborted()
    return await runLocked(options, emit, before)
  } catch (error) {
    if (!signal?.aborted || error instanceof SluiceError) throw error
    return { ...untouched, interrupted: { committed: 0 } }
  }
}

/** How things stand before a run, and what it is to apply. */
export interface Prospect {
  readonly before: Status
  readonly due: readonly Migration[]
  /** What is reported where nothing is applied. */
  readonly untouched: Outcome
}

/**
 * Compares the folder with the ledger and says what there is to apply; reads only.
 * @throws SluiceError `HISTORY_EDITED`, `PROGRESS_CHANGED`
 */
export async function prospect({
  connection,
  folder,
  ledger,
  only = all,
  check,
  direction = forward,
  onEvent,
}: MigrateOptions): Promise<Prospect> {
  const before = refuse(await direction.read(connection, folder, ledger), direction)
  onEvent?.({ type: 'state', line: stateLine(before) })
  if (before.missing.length > 0) onEvent?.({ type: 'missing', entries: before.missing })
  const due = before.pending.filter(only)
  await check?.(due, before)
  return { before, due, untouched: report(before, before, []) }
}

const all = () => true

async function runLocked(options: MigrateOptions, emit: Run['emit'], before: Status): Promise<Outcome> {
  const { ledger } = before
  const {
    connection,
    connect,
    folder,
    signal,
    lockTimeout = 5_000,
    attempts = 10,
    lockWait = 600_000,
    only = all,
    direction = forward,
  } = options
  const { read, again } = direction
  const waiting: LockOptions = {
    connect,
    signal,
    limit: lockWait,
    onWait: (holder) => emit({ type: 'lock-waiting', holder }),
  }
  const monitor = monitored(connect)
  const lock = await takeLock(connection, ledger, waiting)
  try {
    if (!before.exists) await makeLedger(connection, ledger, lock, waiting)
    const booking = await direction.booking(connection, ledger)
    const checksClient = await canCheckClient(connection)
    const run: Run = {
      connection,
      ledger,
      lock,
      waiting,
      booking,
      reset: [resetSession, connection.restore].filter(Boolean).join('; '),
      monitor,
      lockTimeout,
      attempts,
      checksClient,
      quick: options.quick,
      traces: options.traces,
      beside: options.beside,
      again,
      signal,
      emit,
    }
    const status = refuse(await read(connection, folder, ledger), direction) // another run may have ended meanwhile
    const due = status.pending.filter(only)
    const work = due.map((migration) => prepare(run, migration, status))
    await options.check?.(due, status, true)
    const result = await cancelOnAbort(run, () => (options.applyAll ?? applyAll)(run, work, options.conditions))
    if (result.interrupted || result.failed?.kind === 'connection') {
      return { ...report(before, expected(status, result.applied), result.applied), ...result }
    }
    const after = await read(connection, folder, ledger)
    emit({ type: 'state', line: stateLine(after) })
    const failed = result.failed ?? verify(status, after, result.applied)
    return { ...report(before, after, result.applied), ...(failed && { failed }) }
  } finally {
    await lock.release()
    await monitor.close()
  }
}

/** Cancels what is running, again and again: a cancel that arrives before the server has begun the statement is lost. */
async function cancelOnAbort<T>({ connection, signal }: Run, work: () => Promise<T>): Promise<T> {
  let ended = false
  const onAbort = async () => {
    while (!ended) {
      await connection.cancel().catch(() => {})
      if (connection.embedded) return
      await sleep(1_000, undefined, { ref: false })
    }
  }
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    return await work()
  } finally {
    ended = true
    signal?.removeEventListener('abort', onAbort)
  }
}

export interface Result {
  readonly applied: readonly Applied[]
  readonly failed?: Failure
  readonly interrupted?: Interruption
}

/** Applies one migration after the other until one fails. */
async function applyAll(run: Run, works: readonly Work[], conditionsOf: ConditionsOf): Promise<Result> {
  const applied: Applied[] = []
  for (const work of works)
    try {
      applied.push(...(await applyOne(run, work, conditionsOf)))
    } catch (error) {
      return stopped(run, work, applied, error)
    }
  return { applied }
}

export type ConditionsOf = MigrateOptions['conditions']

/** What a run has done that ends at this migration. */
export function stopped(run: Run, { task }: Work, applied: readonly Applied[], error: unknown): Result {
  if (run.signal?.aborted) return { applied, interrupted: { tag: task.migration.tag, committed: task.done } }
  return { applied, failed: failure(run, task, error) }
}

/** None where another run has applied it meanwhile. */
export async function applyOne(run: Run, work: Work, conditionsOf: ConditionsOf): Promise<readonly Applied[]> {
  const { task } = work
  const { tag } = task.migration
  const statements = task.statements.length
  const started = performance.now()
  run.signal?.throwIfAborted()
  const resumed = task.done > 0 || work.begun
  run.emit({ type: 'migration-start', tag, statements, ...(resumed && { resumesAt: task.done + 1 }) })
  const conditions = resumed ? [] : ((await conditionsOf?.(task.migration)) ?? [])
  if (!(await apply(run, work, conditions))) return []
  const ms = performance.now() - started
  run.emit({ type: 'migration-end', tag, ms })
  return [{ tag, ms, statements }]
}

/** @throws SluiceError `CONNECTION_POOLED` when a statement needs a session of its own and there is none. */
function prepare({ connection, ledger, lock, again }: Run, migration: Migration, status: Status): Work {
  const statements = split(migration.sql)
  const stopped = status.stopped.find((each) => each.migration === migration)
  const done = stopped?.done ?? 0
  const cut = units(statements, done)
  const alone = cut.find((unit) => unit.alone)?.statements[0]
  if (alone && lock.backend === undefined) {
    const { file, line, column } = locate({ migration, statements }, alone)
    const details = { place: `${file}:${line}:${column}`, target: connection.label, again, direct: 'postgres://…' }
    throw new SluiceError('CONNECTION_POOLED', details)
  }
  const whole = cut.length <= 1 && !alone && !stopped
  const progress = whole ? undefined : progressSql(ledger, migration, statements)
  return {
    task: { migration, statements, progress, done },
    units: cut,
    begun: stopped?.begun ?? false,
  }
}

/** Two `CREATE … IF NOT EXISTS` at once fail, so the transaction takes the lock too. */
async function makeLedger(connection: Connection, ledger: Ledger, { key }: Lock, waiting: LockOptions): Promise<void> {
  await untilLocked(connection, key, waiting, async () => {
    try {
      const [row] = await connection.script(`begin; select pg_try_advisory_xact_lock(${key}) as locked`)
      if (row?.locked === true) await createLedger(connection, ledger)
      await connection.script('commit')
      return row?.locked === true
    } catch (error) {
      await connection.script('rollback').catch(() => {})
      throw error
    }
  })
}

/** Not before Postgres 14, and not on every platform (manual 20.3, client_connection_check_interval). */
async function canCheckClient({ version, embedded, script }: Connection): Promise<boolean> {
  if (embedded || version < 140_000) return false
  const set = `begin; set local client_connection_check_interval = '500ms'; rollback`
  return script(set).then(
    () => true,
    () => script('rollback').then(() => false),
  )
}

/** @throws SluiceError when what was applied, or half applied, has changed since, or is half rolled back. */
function refuse(status: Status, { again }: Direction): Status {
  const { edited, stopped, rollingBack } = status
  if (edited.length > 0) throw historyEdited(edited)
  for (const { migration } of rollingBack) throw new SluiceError('ROLLBACK_UNFINISHED', { tag: migration.tag })
  const changed = stopped.find((each) => each.changed)
  if (changed) {
    const { migration, done, begun } = changed
    const { tag, file, when } = migration
    const details = { tag, file, when, ran: done + (begun ? 1 : 0), table: progressTable(status.ledger), again }
    throw new SluiceError('PROGRESS_CHANGED', details)
  }
  return status
}

export function historyEdited(edited: Status['edited']): SluiceError {
  const files = edited.map(({ migration }) => migration.file)
  const tags = edited.map(({ migration }) => migration.tag)
  return new SluiceError('HISTORY_EDITED', { tags, files, paths: files.join(' ') })
}

function report(before: Status, after: Status, applied: readonly Applied[]): Outcome {
  return { applied, pending: after.pending.map(({ tag }) => tag), missing: after.missing, before, after }
}

/** What the status must be, where it cannot be read any more. */
function expected(status: Status, applied: readonly Applied[]): Status {
  const tags = new Set(applied.map(({ tag }) => tag))
  return { ...status, pending: status.pending.filter(({ tag }) => !tags.has(tag)) }
}

/** Count and hashes: every row that was there still is, and every new one is as it was written. */
function verify(before: Status, after: Status, applied: readonly Applied[]): Failure | undefined {
  const now = new Map(after.applied.map(({ migration, by }) => [migration.tag, by]))
  const lost = before.applied.filter(({ migration }) => !now.has(migration.tag)).map(({ migration }) => migration.tag)
  const wrong = [...lost, ...applied.filter(({ tag }) => now.get(tag) !== 'hash').map(({ tag }) => tag)]
  if (wrong.length === 0) return undefined
  const ledger = `${after.ledger.schema}.${after.ledger.table}`
  return {
    kind: 'ledger',
    tag: wrong[0]!,
    committed: 0,
    error: new SluiceError('LEDGER_DISAGREES', { tags: wrong, ledger }),
  }
}
