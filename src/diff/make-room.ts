import type { Dialect } from '../dialect/dialect.ts'
import { depthOf, type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Candidate } from './answers.ts'
import type { Change } from './change.ts'

/** What something new of another kind takes the name of, while an object that stays goes over from the one to the other. */
export function yieldNames({ from, to }: Pair<Schema>, dialect: Dialect): readonly Candidate[] {
  const { kinds } = dialect
  const claims = claimsIn(dialect)
  const gone = from.without(to).filter((object) => kinds[object.kind]!.rename && claims(object).length > 0)
  if (gone.length === 0) return []
  const came = new Map(to.without(from).flatMap((object) => claims(object).map((name) => [name, keyOf(object)])))
  const goesOver = (user: Obj, k: Key | undefined) => k !== undefined && to.get(keyOf(user))?.refs.includes(k)
  return gone
    .filter((old) => from.users(keyOf(old)).some((user) => claims(old).some((name) => goesOver(user, came.get(name)))))
    .map(goesAside)
}

/**
 * What is dropped, or renamed without a question, while something else is renamed to its name, and what it is called then: a
 * text that calls that one by its new name would be taken for one of the object that leaves it.
 */
export function leavingNames(changes: readonly Change[], from: Schema, dialect: Dialect): ReadonlyMap<Key, Obj> {
  const { kinds } = dialect
  const claims = claimsIn(dialect)
  const isNamed = (k: Key) => [...from].some((one) => kinds[one.kind]!.finds?.(one, from).includes(k))
  const moved = changes.flatMap((c) => (c.verb === 'rename' && !c.aside ? [c] : []))
  if (moved.length === 0) return new Map()
  const quiet = moved.filter((c) => !kinds[c.from.kind]!.holdsData)
  const gone = changes.flatMap((c) => (c.verb === 'drop' && kinds[c.from.kind]!.rename ? [goesAside(c.from)] : []))
  const holders = new Map([...gone, ...quiet].flatMap((c) => claims(c.from).map((name) => [name, c] as const)))
  return new Map(
    moved.flatMap((taker) => {
      const leaving = claims(taker.to)
        .flatMap((name) => holders.get(name) ?? [])
        .filter(({ from: old }) => old !== taker.from && depthOf(old) === depthOf(taker.to))
      return leaving.length > 0 && isNamed(keyOf(taker.from))
        ? leaving.map(({ from: old, to }): [Key, Obj] => [keyOf(old), to])
        : []
    }),
  )
}

/** It is called something else from then on, so that its name is free before it is dropped. */
export const goesAside = (object: Obj): Candidate => ({ from: object, to: renamedAside(object), aliases: [] })

function renamedAside(object: Obj): Obj {
  const [name, value] = Object.entries(object.id).at(-1)!
  return { ...object, id: { ...object.id, [name]: `old__${value}` } }
}

const claimsIn =
  ({ kinds }: Dialect) =>
  (object: Obj): readonly string[] =>
    kinds[object.kind]!.claims?.(object) ?? []
