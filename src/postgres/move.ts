import type { Draft, Lock } from '../dialect/kind.ts'
import type { Obj, Pair } from '../schema/object.ts'
import { relationExists, typeExists } from './exists.ts'
import { dotted, ident } from './quote.ts'

/** As statements name the two kinds of views. */
export type ViewWord = 'VIEW' | 'MATERIALIZED VIEW'

/** Moves a thing of a schema to another one, and then gives it its new name. */
export function move(
  word: 'TABLE' | 'SEQUENCE' | 'TYPE' | 'DOMAIN' | ViewWord,
  { from, to }: Pair<Obj<'schema' | 'name', unknown>>,
  lock: Lock,
): readonly Draft[] {
  const drafts: Draft[] = []
  const unless = (word === 'TYPE' || word === 'DOMAIN' ? typeExists : relationExists)(to.id.schema, to.id.name)
  if (from.id.schema !== to.id.schema)
    drafts.push({
      sql: `ALTER ${word} ${dotted(from.id.schema, from.id.name)} SET SCHEMA ${ident(to.id.schema)}`,
      lock,
      unless,
    })
  if (from.id.name !== to.id.name)
    drafts.push({
      sql: `ALTER ${word} ${dotted(to.id.schema, from.id.name)} RENAME TO ${ident(to.id.name)}`,
      lock,
      unless,
    })
  return drafts
}
