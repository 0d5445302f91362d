import type { PgSequence } from 'drizzle-orm/pg-core'
import { sequence } from '../../postgres/sequence.ts'
import { sequenceOwner } from '../../postgres/sequence-owner.ts'
import { keyOf, type Obj } from '../../schema/object.ts'
import type { SequenceOptions } from '../declare/sequence-options.ts'
import type { Reader } from './reader.ts'
import { sequenceAttrs } from './sequence.ts'
import { type Known, targetKey, targetOf } from './target.ts'

interface Given {
  readonly sequence: PgSequence
  readonly options: SequenceOptions
}

/**
 * A sequence with what is said of it beyond Drizzle, and the column that it goes with.
 * @throws SluiceError `TARGET_NOT_DECLARED`
 */
export function readSequenceOptions({ sequence: of, options }: Given, reader: Reader, known: Known): Obj[] {
  const target = (on: Parameters<typeof targetKey>[0]) =>
    targetOf('pgSequenceOptions', targetKey(on, reader, known), known)
  const found = target(of)
  if (!sequence.is(found)) return []
  const attrs = options.type ? sequenceAttrs(of.seqOptions, options.type) : found.attrs
  if (!options.ownedBy) return [{ ...found, attrs }]
  const column = keyOf(target(options.ownedBy))
  return [{ ...found, attrs }, sequenceOwner.make(found.id, { column }, keyOf(found), [column])]
}
