import type { Counting } from '../../../postgres/sequence.ts'
import type { SequenceJson } from './format.ts'

type Numbers = Omit<SequenceJson, 'name' | 'schema'>

/** The options of a sequence or an identity. drizzle-kit always writes them all; what is missing is the server's default. */
export const readNumbers = (json: Numbers): Counting => ({
  increment: json.increment ?? null,
  start: json.startWith ?? null,
  min: json.minValue ?? null,
  max: json.maxValue ?? null,
  cache: json.cache ?? null,
  cycle: json.cycle ?? false,
})

export const writeNumbers = (attrs: Counting) => ({
  ...(attrs.increment !== null && { increment: attrs.increment }),
  ...(attrs.start !== null && { startWith: attrs.start }),
  ...(attrs.min !== null && { minValue: attrs.min }),
  ...(attrs.max !== null && { maxValue: attrs.max }),
  ...(attrs.cache !== null && { cache: attrs.cache }),
  cycle: attrs.cycle,
})
