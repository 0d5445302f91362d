import type { Draft, Lock } from '../dialect/kind.ts'
import type { Obj, Pair } from '../schema/object.ts'
import { dotted, ident } from './quote.ts'

/** Moves a thing of a schema to another one, and then gives it its new name. `word` is as ALTER takes it: `TABLE`. */
export function move(word: string, { from, to }: Pair<Obj<'schema' | 'name', unknown>>, lock: Lock): readonly Draft[] {
  const drafts: Draft[] = []
  if (from.id.schema !== to.id.schema)
    drafts.push({
      sql: `ALTER ${word} ${dotted(from.id.schema, from.id.name)} SET SCHEMA ${ident(to.id.schema)}`,
      lock,
    })
  if (from.id.name !== to.id.name)
    drafts.push({ sql: `ALTER ${word} ${dotted(to.id.schema, from.id.name)} RENAME TO ${ident(to.id.name)}`, lock })
  return drafts
}
