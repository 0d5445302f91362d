import { type Connection, DatabaseError, type Statement } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'
import { survey } from '../postgres/catalog.ts'
import { type Key, keyOf } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { takeCensus, unexpected } from './census.ts'
import { conditionsOf, obey } from './conditions.ts'
import { converge } from './converge.ts'
import { goDown } from './down.ts'
import type { FailedAt, Proof } from './proof.ts'
import type { ProveInput } from './prove-input.ts'
import { type Failure, runTwice } from './run.ts'
import { seed } from './seed.ts'
import type { Assumed } from './stand-ins.ts'
import { wishesOf } from './wishes.ts'

/** A database that stands where a migration begins. */
export interface Base {
  readonly name: 'neighbourhood' | 'history'
  readonly connection: Connection
  readonly assumed: Assumed
  /** The state that the migration should lead to, as the database words it: at least these objects of it. */
  settle(keys: ReadonlySet<Key>): Promise<Schema>
}

/** The migration that is tried out. */
export interface Subject {
  readonly statements: readonly Statement[]
  /** The objects that the declared states differ in. */
  readonly touched: ReadonlySet<Key>
  /** The file holds the plan's statements and no others. */
  readonly own: boolean
}

/** What a proof says besides what it is bound to, and what is printed and not stored. */
export interface Examined extends Omit<Proof, 'version' | 'from' | 'to' | 'sql' | 'own'> {
  readonly statements: readonly number[]
  readonly failure?: FailedAt
}

/** Fills the database, runs the migration, looks at what became of it, and goes back down. */
export async function tryOut(input: ProveInput, base: Base, subject: Subject): Promise<Examined> {
  const { dialect, diff } = input
  const { connection, assumed } = base
  const plan = subject.own ? input.plan : null
  await insertOwn(connection, input.seed)
  const filled = await seed(connection, plan ? wishesOf(plan, diff) : new Map())
  const conditions = plan ? conditionsOf(plan, dialect) : []
  const removed = await obey(connection, conditions, filled.tables)
  const before = await survey(connection)
  const rows = await takeCensus(connection, before.schema)

  const { ran, stopped } = await runTwice(connection, subject.statements, assumed, filled.tables)
  const found = {
    engine: engineOf(connection),
    base: base.name,
    seeded: { rows: filled.rows - removed, notFilled: filled.notFilled },
    conditions,
    stopped,
    observed: ran.observed,
    statements: ran.ms,
  }
  const assumptions = () => [...assumed.keys()].sort()
  if (ran.failure) {
    const { number, statement, error } = ran.failure
    const why = [`statement ${number}, line ${statement.line}: ${error.message}`]
    const failure = failedAt(ran.failure)
    return { ...found, result: 'failed', why, assumed: assumptions(), changed: [], down: null, failure }
  }

  const after = await survey(connection)
  const { left, changed } = await converge({ from: before, to: after }, input, base, subject)
  const was = (k: Key) => keyOf(diff.before(k) ?? after.schema.get(k)!)
  const lost =
    plan && !stopped
      ? unexpected(rows, await takeCensus(connection, after.schema), { touched: subject.touched, before: was })
      : []
  const down = input.down === null ? null : await goDown(input.down, { base, filled, before, rows, subject, dialect })
  const why = [...left, ...lost, ...(down?.result === 'failed' ? ['the down migration does not lead back'] : [])]
  const result = why.length ? 'failed' : 'proven'
  return { ...found, result, why, assumed: assumptions(), changed, down }
}

async function insertOwn(connection: Connection, sql: string | null): Promise<void> {
  if (sql === null) return
  await connection.script(sql).catch((error: unknown) => {
    if (!(error instanceof DatabaseError)) throw error
    throw new SluiceError('SEED_FAILED', { message: error.message, state: error.state }, { cause: error })
  })
}

/** `embedded PostgreSQL 18.6` from `server_version_num` 180006. */
export const engineOf = ({ version }: Connection): string =>
  `embedded PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`

function failedAt({ number, statement, error }: Failure): FailedAt {
  const { line, column, text } = statement
  const { state, message, detail, hint } = error
  return { statement: number, line, column, text, state, message, ...(detail && { detail }), ...(hint && { hint }) }
}
