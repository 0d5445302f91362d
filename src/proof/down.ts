import type { Dialect } from '../dialect/dialect.ts'
import { type Survey, survey } from '../postgres/catalog.ts'
import { hashSql } from '../schema/hash.ts'
import type { Base } from './base.ts'
import { type Census, takeCensus, unexpected } from './census.ts'
import { changesOf, describe } from './converge.ts'
import type { DownProof } from './proof.ts'
import { runTwice } from './run.ts'
import type { Filled } from './seed.ts'
import type { Subject } from './trial.ts'

/** What the way back is held against. */
export interface Origin {
  readonly base: Base
  readonly filled: Filled
  readonly before: Survey
  readonly rows: Census
  readonly subject: Subject
  readonly dialect: Dialect
}

/** Runs the down migration after the migration: the database must be as it was, with the rows that neither of them loses. */
export async function goDown(sql: string, origin: Origin): Promise<DownProof> {
  const { base, filled, before, rows, subject, dialect } = origin
  const { connection, assumed } = base
  const { ran, stopped } = await runTwice(connection, dialect.split(sql), assumed, filled.tables, false)
  const said = { sql: hashSql(sql), stopped }
  if (ran.failure) {
    const { number, statement, error } = ran.failure
    return { ...said, result: 'failed', why: [`statement ${number}, line ${statement.line}: ${error.message}`] }
  }
  const after = await survey(connection)
  const left = changesOf({ from: after.schema, to: before.schema }, dialect).map((change) => describe(change, dialect))
  const lost = stopped
    ? []
    : unexpected(rows, await takeCensus(connection, after.schema), { touched: subject.touched, before: (k) => k })
  const why = [...left, ...lost]
  return { ...said, result: why.length ? 'failed' : 'proven', why }
}
