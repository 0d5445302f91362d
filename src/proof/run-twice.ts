import type { Connection, Statement } from '../dialect/connection.ts'
import { type Unit, units } from '../migrate/unit.ts'
import type { Stopped } from './proof.ts'
import { ended, type Ran, run } from './run.ts'
import { clear } from './seed.ts'
import type { Shape } from './shape.ts'
import { spare } from './spare.ts'
import type { Assumed } from './stand-ins.ts'

/** What a run needs to go on where made-up rows stop it. */
export interface TwiceOptions {
  readonly madeUp: readonly Shape[]
  readonly observe: boolean
  /** Looks for the rows that do not stop it, and goes on with those; else it goes on without any. */
  readonly spares: boolean
  /** Called before the second run, with the number of statements that are done. */
  readonly onAgain?: (committed: number) => Promise<void>
}

/** Runs a migration on made-up rows, and where some of these stop it, on from there without them. */
export async function runTwice(
  connection: Connection,
  statements: readonly Statement[],
  assumed: Assumed,
  { madeUp, observe, spares, onAgain }: TwiceOptions,
): Promise<{ readonly ran: Ran; readonly stopped: Stopped | null }> {
  const ran = await run(connection, statements, assumed, { observe })
  if (!ran.failure || madeUp.length === 0 || ran.failure.error.state === ended) return { ran, stopped: null }
  const { number, error, committed } = ran.failure
  const unit = spares && units(statements).find(({ end }) => end >= number)
  const rows = unit ? await spare(connection, upTo(unit, statements[number - 1]!), madeUp) : 0
  if (rows === 0) await clear(connection, madeUp)
  await onAgain?.(committed)
  const again = await run(connection, statements, assumed, { observe, skip: committed })
  if (again.failure) return { ran: again, stopped: null }
  const observed = [...ran.observed.filter(({ statement }) => statement <= committed), ...again.observed]
  const ms = again.ms.map((time, i) => (i < committed ? ran.ms[i]! : time))
  const locks = new Map([...ran.locks, ...again.locks])
  return { ran: { observed, locks, ms }, stopped: { statement: number, message: error.message, rows } }
}

const upTo = (unit: Unit, last: Statement): Unit => ({
  ...unit,
  statements: unit.statements.slice(0, unit.statements.indexOf(last) + 1),
})
