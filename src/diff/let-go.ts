import type { Dialect } from '../dialect/dialect.ts'
import { keyOf, type Obj, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import { parseRename, spells } from './answers.ts'

/** The old state without what the whole server shares, is gone from the new one, and `stays` there with what is said of it: let go, not dropped. */
export function letGo(
  { from, to }: Pair<Schema>,
  dialect: Dialect,
  renames: readonly string[],
  stays: (object: Obj) => boolean,
): Schema {
  const left = from.without(to).filter((object) => {
    const isRenamed = renames.flatMap(parseRename).some((said) => spells(said.from, keyOf(object)))
    return dialect.kinds[object.kind]!.shared && !isRenamed && stays(object)
  })
  if (left.length === 0) return from
  const gone = new Set(left.map(keyOf))
  return new Schema(
    [...from].filter((object) => !gone.has(keyOf(object)) && (object.parent === undefined || !gone.has(object.parent))),
  )
}
