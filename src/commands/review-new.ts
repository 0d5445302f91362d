import type { Config } from '../drizzle/config.ts'
import type { Loaded } from '../drizzle/load.ts'
import type { SluiceError } from '../errors.ts'
import type { Proven } from '../proof/proof.ts'
import { conventionsOf } from '../review/conventions.ts'
import { loadParser } from '../review/parse.ts'
import { type Finding, review } from '../review/review.ts'
import { fromProof, unseen } from '../review/watch.ts'
import type { Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { failedFor } from './review-failed.ts'

/** A migration that was planned just now. */
interface New {
  readonly tag: string
  /** From the working directory. */
  readonly file: string
  readonly sql: string
  readonly pair: Pair<Schema>
  readonly proven: Proven | null
  /** What the schema files say besides: whose roles they count on, and what programs fill. */
  readonly loaded: Pick<Loaded, 'providers' | 'runtimeDefaults'>
}

/** What review has to say of a new migration, on what its proof has seen; an error only where the config asks for it. */
export async function reviewNew(
  { tag, file, sql, pair, proven, loaded }: New,
  { manner, review: given }: Config,
): Promise<{ readonly findings: readonly Finding[]; readonly error?: SluiceError }> {
  const input = {
    tag,
    file,
    sql,
    before: pair.from,
    after: pair.to,
    planned: true,
    postgres: manner.postgres ?? 14,
    sizes: null,
    conventions: conventionsOf(given, loaded.providers),
    diagnoses: [],
    runtimeDefaults: loaded.runtimeDefaults,
    sighting: proven ? fromProof(proven) : unseen('it was not proven'),
  }
  const { findings } = review(input, await loadParser())
  const errors = given.block === 'error' ? findings.filter(({ level }) => level === 'error') : []
  if (errors.length === 0) return { findings }
  return { findings, error: failedFor(errors) }
}
