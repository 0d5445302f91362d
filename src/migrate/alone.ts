import { DatabaseError, type Statement } from '../dialect/connection.ts'
import { concurrent, settle } from './concurrent.ts'
import type { Session } from './lock.ts'
import { carriedSettings, type Run, retrying, StatementError, send, settings, type Task } from './run.ts'

/**
 * Runs one statement that refuses a transaction. Before it, its progress row says `begun`: a run that dies in between
 * leaves that behind, and the next one asks the catalog whether the statement took effect.
 */
export async function alone(run: Run, task: Task, statement: Statement, begun: boolean): Promise<void> {
  const { connection, lock, lockTimeout, reset, signal, emit } = run
  const { progress, migration } = task
  // A statement runs alone only with a progress row and a session of its own.
  const [set, backend] = [progress!.set, lock.backend!]
  const read = run.traces ?? { concurrent, settle }
  const traces = read.concurrent(statement.text)
  // CONCURRENTLY blocks nobody while it waits, but starts from nothing when its wait is cut off.
  const session = settings(run, traces ? 0 : lockTimeout, '')
  const onWait = (by: readonly Session[]) => emit({ type: 'blocked', tag: migration.tag, by })
  const carried = carriedSettings(task)
  let before = begun
  await retrying(run, task, async () => {
    if (carried) await connection.script(carried)
    const left = traces && (await read.settle(connection, traces, { begun: before, signal, onWait }))
    if (left === 'done') return
    await connection.script(`${reset}; ${set(task.done, true)}`)
    await connection.script([...session, carried].filter(Boolean).join('; '))
    try {
      await send(run, task, statement, backend)
    } catch (error) {
      // It failed in plain sight, so nothing has to be found out by the next run.
      before = false
      if (error instanceof StatementError) await connection.script(`${reset}; ${set(task.done)}`).catch(ignoreLost)
      throw error
    }
  })
  await connection.script(`${reset}; ${set(task.done + 1)}`)
}

function ignoreLost(error: unknown): void {
  if (!(error instanceof DatabaseError)) throw error
}
