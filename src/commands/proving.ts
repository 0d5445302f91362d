import type { Dialect } from '../dialect/dialect.ts'
import { diff } from '../diff/diff.ts'
import { SluiceError } from '../errors.ts'
import { openEmbedded } from '../postgres/embed.ts'
import type { Proof, Proven } from '../proof/proof.ts'
import { type ProveInput, prove } from '../proof/prove.ts'
import type { Context } from './context.ts'

type Given = Omit<ProveInput, 'open' | 'signal' | 'dialect'>

/** Proves one migration on an embedded database in memory. */
export async function proveOnce(
  dialect: Dialect,
  tag: string,
  given: Given,
  { signal, progress }: Context,
): Promise<Proven> {
  progress(`proving ${tag}`)
  return prove({ ...given, dialect, signal, open: (options) => openEmbedded(options) })
}

/** A migration written by hand: no plan, and no change of the declared state. */
export const byHand = (schema: Given['pair']['from'], dialect: Dialect) => {
  const pair = { from: schema, to: schema }
  return { pair, diff: diff(pair, dialect), plan: null }
}

/** What a failed proof says, as the error of a command that writes nothing. */
export function proofFailed(tag: string, { proof, failure }: Proven): SluiceError {
  return new SluiceError('PROOF_FAILED', { tag, why: proof.why, ...(failure && { failure }) })
}

/** A proof in a few lines: how it ended, what it rests on, what it asks of the rows. */
export function proofLines(proof: Proof, ms?: number): string[] {
  const { result, why, engine, assumed, seeded, stopped } = proof
  const time = ms === undefined ? '' : ` in ${(ms / 1000).toFixed(1)} s`
  const rows = `${seeded.rows} made-up rows`
  return [
    result === 'proven' ? `proven${time} on ${engine}, with ${rows}` : `${result}: ${why.join('; ')}`,
    ...(assumed.length > 0 ? [`assumed: ${assumed.join(', ')}`] : []),
    ...seeded.notFilled.map(({ table, why }) => `no rows in ${table}: ${why}`),
    ...(stopped ? [`some rows stop statement ${stopped.statement}: ${stopped.message}`] : []),
  ]
}
