import type { Condition } from '../dialect/kind.ts'
import { dotted, literal } from '../postgres/quote.ts'
import { checkConditions } from './conditions.ts'
import { untilLocked } from './lock.ts'
import { carriedSettings, type Run, retrying, send, settings, type Task } from './run.ts'
import type { Unit } from './unit.ts'

/** What a transaction does besides a migration's own statements. */
export interface Around {
  /** Checked before the first statement. */
  readonly conditions: readonly Condition[]
  /** Our own statements before COMMIT: the ledger's row, the progress. */
  readonly finish: readonly string[]
}

/**
 * Runs one unit in one transaction, with the row that says so; tried again while it cannot get a lock.
 * False when another run has done it meanwhile.
 */
export function transaction(run: Run, task: Task, unit: Unit, around: Around): Promise<boolean> {
  return retrying(run, task, async () => {
    try {
      return await attempt(run, task, unit, around)
    } catch (error) {
      await run.connection.script(`rollback; ${run.reset}`).catch(() => {}) // a lost session has rolled back by itself
      throw error
    }
  })
}

async function attempt(run: Run, task: Task, unit: Unit, { conditions, finish }: Around): Promise<boolean> {
  const { connection, signal } = run
  const { close } = unit
  signal?.throwIfAborted()
  const { pid, taken } = await open(run, task, unit)
  if (taken) {
    await connection.script('rollback')
    return false
  }
  await checkConditions(connection, task.migration, conditions)
  const carried = carriedSettings(task)
  if (carried) await connection.script(carried)
  for (const statement of unit.statements) await send(run, task, statement, pid)
  if (close?.mode === 'rollback') {
    await send(run, task, close, pid)
    await connection.script('begin')
  }
  // The row is written as who we were at the start, wherever SET ROLE or search_path has led.
  const entered = [run.reset, settings(run, run.lockTimeout, 'local'), ...finish]
  if (close?.mode === 'commit') {
    await connection.script(entered.join('; '))
    await send(run, task, close, pid)
  } else await connection.script([...entered, 'commit'].join('; '))
  return true
}

interface Opened {
  readonly pid: number
  /** Another run has applied this. */
  readonly taken: boolean
}

/**
 * Begins, takes the lock for the transaction and reads the ledger again, in one round trip. That is right for a session
 * that holds the lock already, and behind a pooler, where no session is our own.
 */
async function open(run: Run, task: Task, { begin, end }: Unit): Promise<Opened> {
  const { connection, lock, lockTimeout, ledger } = run
  const { when, hash } = task.migration
  const start = `${begin?.text ?? 'begin isolation level read committed'}; ${settings(run, lockTimeout, 'local')}`
  if (begin && lock.backend !== undefined) {
    // Its first statement may be SET TRANSACTION, which must come before any query; the session holds the lock already.
    await connection.script(start)
    return { pid: lock.backend, taken: false }
  }
  const name = dotted(ledger.schema, ledger.table)
  const read = `select current_setting('sluice.locked')::bool as locked, pg_backend_pid() as pid,
    exists (select from ${name} where created_at = ${when} and hash = ${literal(hash)}) as applied,
    ${task.progress?.done ?? 'null'} as done`
  // The lock in a statement of its own: what is read afterwards has a later snapshot.
  const take = `select set_config('sluice.locked', pg_try_advisory_xact_lock(${lock.key})::text, true)`
  let row: Readonly<Record<string, unknown>> | undefined
  await untilLocked(connection, lock.key, run.waiting, async () => {
    ;[row] = await connection.script(`${start}; ${take}; ${read}`)
    if (row?.locked !== true) await connection.script('rollback')
    return row?.locked === true
  })
  return { pid: Number(row?.pid), taken: row?.applied === true || Number(row?.done ?? 0) >= Math.max(end, 1) }
}
