import type { Draft, Lock } from '../dialect/kind.ts'
import type { Obj, Pair } from '../schema/object.ts'
import { relationExists, routineExists, typeExists } from './exists.ts'
import { dotted, ident } from './sql/quote.ts'

/** As statements name the two kinds of views. */
export type ViewWord = 'VIEW' | 'MATERIALIZED VIEW'

/** Moves a thing of a schema to another one, and then gives it its new name. `args`: a function is told by them. */
export function move(
  word: 'TABLE' | 'SEQUENCE' | 'TYPE' | 'DOMAIN' | 'FUNCTION' | ViewWord,
  { from, to }: Pair<Obj<'schema' | 'name', unknown>>,
  lock: Lock,
  args = '',
): readonly Draft[] {
  const drafts: Draft[] = []
  const unless = exists(word, args)(to.id.schema, to.id.name)
  if (from.id.schema !== to.id.schema)
    drafts.push({
      sql: `ALTER ${word} ${dotted(from.id.schema, from.id.name)}${args} SET SCHEMA ${ident(to.id.schema)}`,
      lock,
      unless,
    })
  if (from.id.name !== to.id.name)
    drafts.push({
      sql: `ALTER ${word} ${dotted(to.id.schema, from.id.name)}${args} RENAME TO ${ident(to.id.name)}`,
      lock,
      unless,
    })
  return drafts
}

function exists(word: Parameters<typeof move>[0], args: string): (schema: string, name: string) => string {
  if (word === 'FUNCTION') return (schema, name) => routineExists(`${dotted(schema, name)}${args}`)
  return word === 'TYPE' || word === 'DOMAIN' ? typeExists : relationExists
}
