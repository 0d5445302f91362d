import { checkConditions } from './conditions.ts'
import { untilLocked } from './lock.ts'
import { type Around, carriedSettings, type Run, retrying, send, settings, type Task } from './run.ts'
import type { Unit } from './unit.ts'

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

async function attempt(run: Run, task: Task, unit: Unit, around: Around): Promise<boolean> {
  const { connection, signal } = run
  const { close } = unit
  signal?.throwIfAborted()
  if (await run.quick?.(run, task, unit, around)) return true
  const pid = await open(run, task, unit)
  if (pid === undefined) {
    await connection.script('rollback')
    return false
  }
  await checkConditions(connection, task.migration, around.conditions)
  const carried = carriedSettings(task)
  if (carried) await connection.script(carried)
  await run.beside?.before?.(task, unit)
  for (const statement of unit.statements) await send(run, task, statement, pid)
  if (close?.mode === 'rollback') {
    await send(run, task, close, pid)
    await connection.script('begin')
  }
  if (around.after) {
    await connection.script(entering(run, { finish: [] }).join('; '))
    await around.after(task)
  }
  const entered = entering(run, around)
  if (close?.mode === 'commit') {
    await connection.script(entered.join('; '))
    await send(run, task, close, pid)
  } else await connection.script([...entered, 'commit'].join('; '))
  return true
}

/** The row is written as who we were at the start, wherever SET ROLE or search_path has led. */
export const entering = (run: Run, { finish }: Pick<Around, 'finish'>): readonly string[] => [
  run.reset,
  ...settings(run, run.lockTimeout, 'local'),
  ...finish,
]

/**
 * Begins, takes the lock for the transaction and reads the ledger again, in one round trip. That is right for a session
 * that holds the lock already, and behind a pooler, where no session is our own.
 * Resolves with the backend's process id; undefined when another run has applied this.
 */
export async function open(run: Run, task: Task, { begin, end }: Unit): Promise<number | undefined> {
  const { connection, lock } = run
  const start = [begin?.text ?? beginning, ...settings(run, run.lockTimeout, 'local')].join('; ')
  if (begin && lock.backend !== undefined) {
    // Its first statement may be SET TRANSACTION, which must come before any query; the session holds the lock already.
    await connection.script(start)
    return lock.backend
  }
  const { take, locked, applied } = asking(run, task)
  const read = `select ${locked} as locked, pg_backend_pid() as pid, ${applied} as applied, ${task.progress?.done ?? 'null'} as done`
  let row: Readonly<Record<string, unknown>> | undefined
  await untilLocked(connection, lock.key, run.waiting, async () => {
    ;[row] = await connection.script(`${start}; ${take}; ${read}`)
    if (row?.locked !== true) await connection.script('rollback')
    return row?.locked === true
  })
  return row?.applied === true || Number(row?.done ?? 0) >= Math.max(end, 1) ? undefined : Number(row?.pid)
}

export const beginning = 'begin isolation level read committed'

/** The lock in a statement of its own: what is read afterwards has a later snapshot. */
export const asking = ({ lock, booking }: Run, { migration }: Task) => ({
  take: `select set_config('sluice.locked', pg_try_advisory_xact_lock(${lock.key})::text, true)`,
  locked: `current_setting('sluice.locked')::bool`,
  applied: booking.isBooked(migration),
})
