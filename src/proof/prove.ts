import { hashSql } from '../schema/hash.ts'
import { examine } from './examine.ts'
import type { Proven } from './proof.ts'
import type { ProveInput } from './prove-input.ts'

export type { ProveInput }

/**
 * Shows on a throw-away database that a migration runs, leads where it should, keeps the rows that it does not say it
 * loses, and that its down migration leads back. What fails is reported, not thrown.
 *
 * @throws SluiceError `SEED_FAILED` when the user's own rows cannot be inserted.
 */
export async function prove(input: ProveInput): Promise<Proven> {
  const started = performance.now()
  const { failure, statements, broken, locks, ...found } = await examine(input)
  input.signal?.throwIfAborted()
  return {
    proof: { version: 1, ...input.bound, sql: hashSql(input.sql), ...found },
    ms: performance.now() - started,
    statements,
    broken,
    locks,
    ...(failure && { failure }),
  }
}
