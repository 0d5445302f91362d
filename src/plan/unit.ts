import type { Dialect } from '../dialect/dialect.ts'
import type { Draft, View } from '../dialect/kind.ts'
import { type Change, subject } from '../diff/change.ts'
import { type Key, keyOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { replaced } from './replace.ts'

/** Statements that belong together and run in a row: what one change does to one object. */
export interface Unit {
  readonly change: Change
  readonly drafts: readonly Draft[]
  readonly makes: readonly Key[]
  readonly breaks: readonly Key[]
  /** The object that it changes in place. */
  readonly alters?: Key
  /** What must be in its final form before. */
  readonly needs: readonly Key[]
  /** What it used and uses no longer. */
  readonly releases: readonly Key[]
  /** Names that must be free before, and names that are free after. */
  readonly takes: readonly string[]
  readonly frees: readonly string[]
}

/** Turns changes into units: children that their parent's statement makes or drops have none of their own. */
export function toUnits(changes: readonly Change[], view: View, dialect: Dialect): Unit[] {
  const kindOf = (object: Obj) => dialect.kinds[object.kind]!
  const uses = (object: Obj, schema: Schema): Key[] => [
    ...(object.parent ? [object.parent] : []),
    ...object.refs,
    ...(kindOf(object).finds?.(object, schema) ?? []),
  ]
  const split = splitReplaced(changes, view, dialect, uses)
  const dropped = new Map(split.flatMap((c) => (c.verb === 'drop' ? [[c.key, c] as const] : [])))
  const carrier = (object: Obj): Key => {
    const gone = object.parent && dropped.get(object.parent)
    return gone && kindOf(object).cascades?.(object, view) ? carrier(gone.from) : keyOf(object)
  }
  const made = new Map<Key, Key>()
  const drafts = new Map<Change, readonly Draft[]>()
  for (const change of split) {
    drafts.set(change, write(change, view, dialect))
    for (const draft of drafts.get(change)!) for (const k of draft.absorbs ?? []) made.set(k, change.key)
  }
  const units = new Map<string, Unit>()
  for (const change of split) {
    const object = subject(change)
    const owner =
      change.verb === 'drop'
        ? carrier(object)
        : change.verb === 'create'
          ? (made.get(change.key) ?? change.key)
          : change.key
    const unit = toUnit(change, drafts.get(change)!, view, dialect, uses)
    const id = `${change.verb} ${owner}`
    const known = units.get(id)
    units.set(id, known ? merge(known, unit, owner) : unit)
  }
  return [...units.values()]
}

/** An alter whose object must be made anew becomes a drop and a create. */
function splitReplaced(
  changes: readonly Change[],
  view: View,
  dialect: Dialect,
  uses: (object: Obj, schema: Schema) => readonly Key[],
): readonly Change[] {
  const again = replaced(changes, view, dialect, uses)
  const rest = changes.filter((c) => !(c.verb === 'alter' && again.has(c.key)))
  const anew = [...again].flatMap((k): Change[] => [
    { verb: 'drop', key: k, from: view.from.get(k)! },
    { verb: 'create', key: k, to: view.to.get(k)! },
  ])
  return [...rest, ...anew]
}

function write(change: Change, view: View, dialect: Dialect): readonly Draft[] {
  const kind = dialect.kinds[subject(change).kind]!
  if (change.verb === 'create') return kind.create(change.to, view)
  if (change.verb === 'drop') return kind.drop(change.from, view)
  if (change.verb === 'rename') return kind.rename?.(change, view) ?? []
  const done = new Set<string>()
  return change.attrs.flatMap((attr) => {
    const field = kind.fields[attr]!
    if (typeof field !== 'object' || done.has(attr)) return []
    for (const companion of field.with ?? []) done.add(companion)
    const drafts = field.alter(change, view)
    return drafts === 'replace' ? [] : drafts
  })
}

function toUnit(
  change: Change,
  drafts: readonly Draft[],
  view: View,
  dialect: Dialect,
  uses: (object: Obj, schema: Schema) => readonly Key[],
): Unit {
  const claims = (object: Obj) => dialect.kinds[object.kind]!.claims?.(object) ?? []
  const base = { change, drafts, makes: [], breaks: [], needs: [], releases: [], takes: [], frees: [] }
  if (change.verb === 'create')
    return { ...base, makes: [change.key], needs: uses(change.to, view.to), takes: claims(change.to) }
  if (change.verb === 'drop')
    return { ...base, breaks: [change.key], releases: uses(change.from, view.from), frees: claims(change.from) }
  if (change.verb === 'rename')
    return { ...base, makes: [change.key], takes: claims(change.to), frees: claims(change.from) }
  const needs = uses(change.to, view.to)
  const kept = new Set(needs)
  return {
    ...base,
    alters: change.key,
    needs,
    releases: uses(change.from, view.from).filter((k) => !kept.has(k)),
    takes: claims(change.to).filter((name) => !claims(change.from).includes(name)),
    frees: claims(change.from).filter((name) => !claims(change.to).includes(name)),
  }
}

/** Two changes that one statement makes. The owner's own statements stand for both. */
function merge(a: Unit, b: Unit, owner: Key): Unit {
  const main = a.change.key === owner ? a : b
  const own = new Set([...a.makes, ...b.makes])
  return {
    change: main.change,
    drafts: main.drafts,
    makes: [...own],
    breaks: [...a.breaks, ...b.breaks],
    needs: [...a.needs, ...b.needs].filter((k) => !own.has(k)),
    releases: [...a.releases, ...b.releases],
    takes: [...a.takes, ...b.takes],
    frees: [...a.frees, ...b.frees],
  }
}
