import type { Dialect } from '../dialect/dialect.ts'
import { canonical } from '../schema/hash.ts'
import { type Key, keyOf, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import { usesOf } from './neighbourhood.ts'

/** Two states without the objects that mention a name which the database cannot know, and without what depends on them. */
export interface Rest {
  readonly pair: Pair<Schema>
  readonly left: ReadonlySet<Key>
}

export function leaveOut(pair: Pair<Schema>, name: string, dialect: Dialect): Rest {
  const word = new RegExp(`(?<![a-z0-9_])${name.replace(/\W/g, '\\$&')}(?![a-z0-9_])`, 'i')
  const left = new Set<Key>()
  const without = (schema: Schema): Schema => {
    const gone = new Set([...schema].filter(({ attrs }) => word.test(canonical(attrs))).map(keyOf))
    for (let size = -1; size < gone.size; ) {
      size = gone.size
      for (const object of schema) if (usesOf(object, schema, dialect).some((k) => gone.has(k))) gone.add(keyOf(object))
    }
    for (const k of gone) left.add(k)
    return new Schema([...schema].filter((object) => !gone.has(keyOf(object))))
  }
  return { pair: { from: without(pair.from), to: without(pair.to) }, left }
}
