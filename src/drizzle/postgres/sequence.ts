import type { PgSequence, PgSequenceOptions } from 'drizzle-orm/pg-core'
import { integerRange, integers } from '../../postgres/integers.ts'
import { schemaKey } from '../../postgres/schema.ts'
import { ordinarySequence, type SequenceAttrs, sequence } from '../../postgres/sequence.ts'

export function readSequence({ seqName, schema = 'public', seqOptions }: PgSequence) {
  return sequence.make(
    { schema, name: seqName ?? '' },
    sequenceAttrs(seqOptions, ordinarySequence.type),
    schemaKey(schema),
  )
}

/** What is left open follows the type of the numbers. */
export const sequenceAttrs = (options: PgSequenceOptions | undefined, type: SequenceAttrs['type']): SequenceAttrs => ({
  type,
  ...sequenceOptions(options, integers[type]),
})

/**
 * The options of an identity column's sequence. drizzle-kit gives every descending one the least value of a smallint,
 * and so do we: its snapshots must not look changed.
 */
export function identityOptions(options: PgSequenceOptions | undefined, type: string) {
  const { max } = integerRange(type) ?? integers.smallint
  return sequenceOptions(options, { min: integers.smallint.min, max })
}

/** Spells out what was left open, as drizzle-kit does. */
function sequenceOptions(options: PgSequenceOptions = {}, range: { readonly min: string; readonly max: string }) {
  const increment = text(options.increment) ?? '1'
  const descending = Number.parseFloat(increment) < 0
  const min = text(options.minValue) ?? (descending ? range.min : '1')
  const max = text(options.maxValue) ?? (descending ? '-1' : range.max)
  return {
    increment,
    start: text(options.startWith) ?? (descending ? max : min),
    min,
    max,
    cache: text(options.cache) ?? '1',
    cycle: options.cycle ?? false,
  }
}

/**
 * A float beyond the ends of a bigint means that end: `drizzle-kit pull` writes 9223372036854775807 as a number, which no
 * float holds, and `generate` then writes 9223372036854776000, which no server takes.
 */
function text(value: number | string | undefined): string | undefined {
  if (typeof value !== 'number' || Math.abs(value) < 2 ** 63) return value === undefined ? undefined : String(value)
  return integers.bigint[value < 0 ? 'min' : 'max']
}
