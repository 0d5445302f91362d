import { type Connection, DatabaseError, type Statement } from '../dialect/connection.ts'
import { traces as reader } from '../migrate/detach.ts'
import { resetSession } from '../migrate/run.ts'
import { type Unit, units } from '../migrate/unit.ts'
import { removesRows } from '../postgres/sql/removes-rows.ts'
import { type Locks, locksOf, look, type Observed, observed } from './observe.ts'
import { type Assumed, assuming } from './stand-ins.ts'

/** What came of running a migration's statements. */
export interface Ran {
  readonly observed: readonly Observed[]
  /** By statement; none of one that committed by itself. */
  readonly locks: ReadonlyMap<number, Locks>
  /** Milliseconds, by statement. */
  readonly ms: readonly number[]
  readonly failure?: Failure
}

/** The statement that the database refused. */
export interface Failure {
  readonly statement: Statement
  /** From 1. */
  readonly number: number
  readonly error: DatabaseError
  /** How many statements are committed. */
  readonly committed: number
}

/** query_canceled: what the embedded engine says of itself when it was ended. */
export const ended = '57014'

/** Where a run starts, and what it does besides running. */
export interface RunOptions {
  /** The number of statements that are done. Default: 0. */
  readonly skip?: number
  readonly observe?: boolean
}

/**
 * Runs the statements of a file in the transactions that the runner would use. What is missing and has a stand-in is put
 * in its place. A refused statement is reported; what its transaction did is rolled back.
 */
export async function run(
  connection: Connection,
  statements: readonly Statement[],
  assumed: Assumed,
  { skip = 0, observe = false }: RunOptions = {},
): Promise<Ran> {
  const seen: Observed[] = []
  const locks = new Map<number, Locks>()
  const ms = statements.map(() => 0)
  let committed = skip
  for (const unit of units(statements)) {
    if (unit.end <= skip) continue
    let number = 0
    const send = async (statement: Statement) => {
      number = statements.indexOf(statement) + 1
      const started = performance.now()
      await connection.script(statement.text)
      ms[number - 1] = performance.now() - started
      return number
    }
    try {
      seen.push(...(await assuming(connection, assumed, () => runUnit(connection, unit, send, observe ? locks : null))))
      await connection.script(resetSession)
      committed = unit.end
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      // An engine that was ended has rolled back by itself.
      await connection.script(`rollback; ${resetSession}`).catch(() => {})
      const failure = { statement: statements[Math.max(number, 1) - 1]!, number, error, committed }
      return { observed: seen, locks, ms, failure }
    }
  }
  return { observed: seen, locks, ms }
}

/** `send` returns the statement's number. `locks`: where to note those that are seen; null where nobody looks. */
async function runUnit(
  connection: Connection,
  { alone, begin, statements, close }: Unit,
  send: (statement: Statement) => Promise<number>,
  locks: Map<number, Locks> | null,
): Promise<readonly Observed[]> {
  const seen: Observed[] = []
  if (begin) await send(begin)
  else if (!alone) await connection.script('begin')
  const first = locks ? await look(connection, 'all') : undefined
  let before = first
  for (const statement of statements) {
    const traces = alone && reader.concurrent(statement.text)
    if (traces) await reader.settle(connection, traces, { begun: false, signal: undefined, onWait: () => {} })
    const number = await send(statement)
    if (!first || !before) continue
    // Only what stood before is told of: where nothing did, there is nothing to look at.
    const after = first.size > 0 ? await look(connection, alone ? 'all' : 'locked') : first
    const what = observed(number, { first, before, after }, removesRows(statement.text))
    if (!alone) locks?.set(number, locksOf({ first, before, after }))
    seen.push(alone ? { ...what, lock: null, tables: [] } : what)
    before = after
  }
  if (close) await send(close)
  else if (!alone) await connection.script('commit')
  return seen
}
