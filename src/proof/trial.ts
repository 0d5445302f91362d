import { type Connection, DatabaseError, type Statement } from '../dialect/connection.ts'
import { SluiceError } from '../errors.ts'
import { survey } from '../postgres/catalog.ts'
import type { Key } from '../schema/object.ts'
import type { Base } from './base.ts'
import { type Census, takeCensus } from './census.ts'
import { askable, brokenOf, conditionsOf, obey } from './conditions.ts'
import { engineOf, limitOf } from './engine.ts'
import { judge } from './judge.ts'
import type { FailedAt, Proof, Proven, Stated } from './proof.ts'
import type { ProveInput } from './prove-input.ts'
import type { Failure } from './run.ts'
import { runTwice } from './run-twice.ts'
import { seed } from './seed.ts'
import { readShapes } from './shape.ts'
import type { Assumed } from './stand-ins.ts'
import { wishesOf } from './wishes.ts'

/** The migration that is tried out. */
export interface Subject {
  readonly statements: readonly Statement[]
  /** The objects that the declared states differ in. */
  readonly touched: ReadonlySet<Key>
  /** Those of them whose values may be others afterwards. */
  readonly revalued: ReadonlySet<Key>
  /** The file holds the plan's statements and no others. */
  readonly own: boolean
}

/** What a proof says besides what it is bound to, and what is printed and not stored. */
export interface Examined
  extends Omit<Proof, 'version' | 'from' | 'to' | 'sql' | 'own'>,
    Pick<Proven, 'statements' | 'broken' | 'failure' | 'locks'> {}

/** Fills the database, runs the migration, looks at what became of it, and goes back down. */
export async function tryOut(input: ProveInput, base: Base, subject: Subject): Promise<Examined> {
  const { dialect, diff } = input
  const { connection, assumed } = base
  const plan = subject.own ? input.plan : null
  const conditions = plan ? await askable(connection, conditionsOf(plan, dialect)) : []
  const broken = input.seed === null ? [] : await insertOwn(connection, input.seed, conditions)
  const filled = await seed(connection, plan ? wishesOf(plan, diff) : undefined)
  const removed = await obey(connection, conditions, filled.tables)
  const before = await survey(connection)
  let rows: Census | null = await takeCensus(connection, before.schema)
  const { ran, stopped } = await runTwice(connection, subject.statements, assumed, {
    madeUp: filled.tables,
    observe: true,
    spares: subject.own,
    onAgain: async (committed) => {
      rows = committed === 0 ? await takeCensus(connection, before.schema) : null
    },
  })
  const found = {
    ...unchecked('', engineOf(connection), assumed),
    base: base.name,
    seeded: { rows: filled.rows - removed, notFilled: filled.notFilled },
    conditions,
    stopped,
    observed: ran.observed,
    statements: ran.ms,
    locks: ran.locks,
    broken,
  }
  if (!ran.failure) return { ...found, ...(await judge(input, base, subject, { filled, before, rows, ran, stopped })) }
  const { number, statement, error } = ran.failure
  const limit = limitOf(error, connection)
  if (limit) return { ...found, why: [limit] }
  const why = [`statement ${number}, line ${statement.line}: ${error.message}`]
  return { ...found, result: 'failed', why, failure: failedAt(ran.failure) }
}

/** A proof that shows nothing, and why. */
export const unchecked = (why: string, engine: string, assumed: Assumed): Examined => ({
  engine,
  result: 'not checked',
  why: [why],
  base: null,
  assumed: [...assumed.keys()].sort(),
  seeded: { rows: 0, notFilled: [] },
  conditions: [],
  stopped: null,
  loses: [],
  changed: [],
  observed: [],
  down: null,
  statements: [],
  locks: new Map(),
  broken: [],
})

/** Keeps those of the user's rows that `migrate` would not refuse, and says what the others break. */
async function insertOwn(connection: Connection, sql: string, conditions: readonly Stated[]): Promise<string[]> {
  await connection.script(sql).catch((error: unknown) => {
    if (!(error instanceof DatabaseError)) throw error
    throw new SluiceError('SEED_FAILED', { message: error.message, state: error.state }, { cause: error })
  })
  const broken = await brokenOf(connection, conditions)
  if (broken.length > 0) await obey(connection, conditions, await readShapes(connection))
  return broken
}

function failedAt({ number, statement, error }: Failure): FailedAt {
  const { line, column, text } = statement
  const { state, message, detail, hint } = error
  return { statement: number, line, column, text, state, message, ...(detail && { detail }), ...(hint && { hint }) }
}
