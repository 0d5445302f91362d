import type { View } from '../dialect/kind.ts'
import { canonical } from '../schema/hash.ts'
import { type Key, keyOf, kindOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Attribute } from './attribute.ts'
import type { Composite } from './composite.ts'
import type { Domain } from './domain.ts'
import { onlyAdds } from './enum-values.ts'
import { isType } from './names.ts'
import type { Range } from './range.ts'

type Needs<O> = (pair: Pair<O>, view: View) => boolean

/** What of a type no statement changes in place, by its kind. */
const needs: Readonly<Record<string, Needs<never>>> = {
  enum: losesLabels,
  domain: domainNeeds,
  composite: compositeNeeds,
  range: rangeNeeds,
}

/** Is the type made anew in this plan, by a change of its own or of one that it stands on? A column that leaves it has then been text since. */
export function isRemade(k: Key, view: View): boolean {
  const [from, to] = [view.from.get(k), view.to.get(k)]
  if (!from || !to) return false
  const pair = { from, to }
  return ((needs as Record<string, Needs<Obj>>)[to.kind]?.(pair, view) ?? false) || standsOnRemade(pair, view)
}

/** Did it stand on one that is made anew? That one's statements make this anew, too. */
export const standsOnRemade = ({ from }: Pair<Obj>, view: View): boolean => basesOf(from).some((k) => isRemade(k, view))

/** The types that it stands on. */
const basesOf = (object: Obj | undefined): readonly Key[] => object?.refs.filter((k) => isType(kindOf(k))) ?? []

/**
 * Of what a text of an object names, before and after, what is made anew while the object itself stays: it must let go of
 * that. `own` is its type, or itself where it is one: what stands on a type that is made anew is converted with it.
 */
export const lettingGo = (named: Pair<readonly Key[]>, own: Key | null, view: View): readonly Key[] =>
  named.from.filter((k) =>
    view.anew?.has(k) ? named.to.includes(k) : isRemade(k, view) && !(own && stackOn(k, view).includes(own)),
  )

/** A type, and all that stand on it and stay, though perhaps on another one: each after those that it stands on. */
export function stackOn(root: Key, { from, to }: Pair<Schema>): readonly Key[] {
  const stack = new Set([root])
  // What is added on the way is looked at, too.
  for (const base of stack)
    for (const k of from.users(base).map(keyOf)) if (isType(kindOf(k)) && to.has(k)) stack.add(k)
  return basesFirst([...stack], from)
}

/** Types in an order in which they can be made. */
export function basesFirst(types: readonly Key[], schema: Schema): readonly Key[] {
  const sorted = new Set<Key>()
  const visit = (k: Key): void => {
    for (const base of basesOf(schema.get(k))) if (types.includes(base)) visit(base)
    sorted.add(k)
  }
  for (const k of types) visit(k)
  return [...sorted]
}

function losesLabels({ from, to }: Pair<Obj<string, { readonly values: readonly string[] }>>): boolean {
  return !onlyAdds({ from: from.attrs.values, to: to.attrs.values })
}

function domainNeeds({ from, to }: Pair<Domain>, view: View): boolean {
  return (
    differs({ from: from.attrs, to: to.attrs }, ['type', 'of', 'collation']) ||
    (isTightened({ from, to }) && isHeldInside(keyOf(to), view.from))
  )
}

const differs = <A extends object>({ from, to }: Pair<A>, attrs: readonly (keyof A)[]): boolean =>
  attrs.some((attr) => canonical((from[attr] ?? null) as never) !== canonical((to[attr] ?? null) as never))

/** Does it ask more of its values than before? */
function isTightened({ from, to }: Pair<Domain>): boolean {
  const many = ({ attrs }: Domain, text: string) => Object.values(attrs.checks).filter((one) => one === text).length
  return (
    (to.attrs.notNull && !from.attrs.notNull) ||
    Object.values(to.attrs.checks).some((check) => many(to, check) > many(from, check))
  )
}

/** Do other values hold its values, as the elements of an array do? There Postgres does not look at them (validateDomainConstraint). */
export const isHeldInside = (k: Key, schema: Schema): boolean =>
  schema.users(k).some(({ kind, id, attrs }) => {
    if (kind === 'column') return attrs.type !== ''
    return kind === 'domain' ? attrs.type !== '' || isHeldInside(keyOf({ kind, id }), schema) : kind === 'composite'
  })

/** Attributes can go and come at the end; one in another place, or of another type while there are values, cannot be. */
function compositeNeeds({ from, to }: Pair<Composite>, view: View): boolean {
  const [was, is] = [from.attrs.attributes, to.attrs.attributes]
  const kept = was.filter((one) => is.some(({ name }) => name === one.name))
  if (kept.some(({ name }, i) => is[i]?.name !== name)) return true
  return kept.some((one, i) => !sameAttribute(one, is[i]!)) && isHeld(keyOf(to), view.from)
}

export const sameAttribute = (from: Attribute, to: Attribute): boolean =>
  !differs({ from, to }, ['type', 'of', 'collation'])

/** Are there columns of it, or of what is made of it? */
export const isHeld = (k: Key, schema: Schema): boolean =>
  schema.users(k).some(({ kind, id }) => kind === 'column' || (isType(kind) && isHeld(keyOf({ kind, id }), schema)))

function rangeNeeds({ from, to }: Pair<Range>): boolean {
  return differs({ from: from.attrs, to: to.attrs }, ['type', 'of', 'collation', 'opclass', 'diff', 'multirange'])
}
