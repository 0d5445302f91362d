import type { Dialect } from '../dialect/dialect.ts'
import { type History, usualLimit } from '../proof/replay.ts'
import { build, settle } from '../proof/settle.ts'
import { type Assumed, provide } from '../proof/stand-ins.ts'
import type { Schema } from '../schema/schema.ts'

/** What settling a state takes. */
interface Engine extends Pick<History, 'open' | 'providers' | 'signal'> {
  readonly dialect: Dialect
}

/**
 * A declared state as the database words it: made on a database of its own, since what stands in for something that one
 * state lacks may be what another one makes. Rejects with a `DatabaseError` where it cannot be made.
 */
export async function settled(state: Schema, { dialect, open, providers, signal }: Engine): Promise<Schema> {
  const blank = await open({ statementLimit: usualLimit, ...(signal && { signal }) })
  const assumed: Assumed = new Map()
  try {
    await provide(blank, assumed, providers)
    return await settle(blank, assumed, () => blank.script(build(state, dialect)))
  } finally {
    await blank.close()
  }
}
