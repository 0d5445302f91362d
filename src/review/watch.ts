import type { Dialect } from '../dialect/dialect.ts'
import { engineOf, limitOf } from '../proof/engine.ts'
import type { Observed } from '../proof/observe.ts'
import type { Proven } from '../proof/proof.ts'
import type { Standing } from '../proof/replay.ts'
import { run } from '../proof/run.ts'
import type { Seen, Sighting } from './statement.ts'
import { readUngranted } from './ungranted.ts'

/** Of a migration that nothing ran of. */
export const unseen = (why: string): Sighting => ({
  engine: null,
  seen: new Map(),
  refused: null,
  why,
  ungranted: [],
})

/** Runs a migration where the ones before it lead to, and tells what each statement did. It stays there, as far as it ran. */
export async function watch({ connection, assumed }: Standing, sql: string, dialect: Dialect): Promise<Sighting> {
  const { observed, locks, failure } = await run(connection, dialect.split(sql), assumed, { observe: true })
  const found = { engine: engineOf(connection), seen: seenOf(observed, locks), ungranted: [] }
  if (!failure) {
    const ungranted = /\bPOLICY\b/i.test(sql) ? await readUngranted(connection, assumed) : []
    return { ...found, refused: null, why: '', ungranted }
  }
  const { number, error } = failure
  const { state, message, position } = error
  const limit = limitOf(error, connection)
  return {
    ...found,
    refused: limit ? null : { statement: number, state, message, position },
    why: limit ?? `statement ${number} does not run: ${message}`,
  }
}

/** What a proof has seen: nothing is run again. */
export const fromProof = ({ proof, locks }: Proven): Sighting => ({
  engine: proof.engine,
  seen: seenOf(proof.observed, locks),
  refused: null,
  why: proof.why.join('; '),
  ungranted: [],
})

const seenOf = (observed: readonly Observed[], locks: Proven['locks']): ReadonlyMap<number, Seen> =>
  new Map(
    observed.map(({ statement, rewrote, rows, loses }) => [
      statement,
      { rewrote, rows, loses, locks: locks.get(statement) ?? null },
    ]),
  )
