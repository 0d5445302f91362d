import { schemaKey } from '../postgres/schema.ts'
import { tableKey } from '../postgres/table.ts'
import { type Key, keyOf } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import type { Ledger } from './ledger.ts'
import { progressName } from './progress.ts'

/**
 * What a database holds, without the ledger, the table of unfinished migrations and what is a part of them; without their
 * schema too, where nothing else lies in it and it is not `public`.
 */
export function withoutLedger(live: Schema, { schema, table }: Ledger): Schema {
  const gone = new Set<Key>()
  const leaveOut = (k: Key): void => {
    if (live.has(k)) gone.add(k)
    for (const part of live.children(k)) leaveOut(keyOf(part))
  }
  leaveOut(tableKey(schema, table))
  leaveOut(tableKey(schema, progressName))
  const isLast = schema !== 'public' && live.children(schemaKey(schema)).every((object) => gone.has(keyOf(object)))
  if (gone.size > 0 && isLast) gone.add(schemaKey(schema))
  return new Schema([...live].filter((object) => !gone.has(keyOf(object))))
}
