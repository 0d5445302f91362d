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
  /** Of what it needs, what may change before it or after. */
  readonly besides?: Key
  /** What must be in its final form before. */
  readonly needs: readonly Key[]
  /** What it used and uses no longer. */
  readonly releases: readonly Key[]
  /** Others may need it without saying so. */
  readonly early: boolean
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
  const names = (object: Obj, schema: Schema): Key[] => [
    ...uses(object, schema),
    ...(kindOf(object).reads?.(object, schema) ?? []),
  ]
  const units = new Map<string, Unit>()
  for (const change of split) {
    const object = subject(change)
    const owner =
      change.verb === 'drop'
        ? carrier(object)
        : change.verb === 'create'
          ? (made.get(change.key) ?? change.key)
          : change.key
    const unit = toUnit(change, drafts.get(change)!, view, dialect, { uses, names })
    const id = `${change.verb} ${owner}`
    const known = units.get(id)
    units.set(id, known ? merge(known, unit, owner) : unit)
  }
  const anew = new Set(split.flatMap((c) => (c.verb === 'create' && dropped.has(c.key) ? [c.key] : [])))
  return [...units.values(), ...loosened(anew, view, dialect, uses)]
}

/** What stays, although it uses something that is made anew: it lets go of that before, and takes it up again after. */
function loosened(
  anew: ReadonlySet<Key>,
  view: View,
  dialect: Dialect,
  uses: (object: Obj, schema: Schema) => readonly Key[],
): readonly Unit[] {
  if (anew.size === 0) return []
  return [...view.from].flatMap((from) => {
    const key = keyOf(from)
    const to = view.to.get(key)
    const { loosen } = dialect.kinds[from.kind]!
    if (!loosen || !to || anew.has(key)) return []
    const now = uses(to, view.to)
    const of = uses(from, view.from).filter((k) => anew.has(k) && now.includes(k))
    if (of.length === 0) return []
    const drafts = loosen({ from, to }, of, view)
    const change = { verb: 'alter', key, from, to, attrs: [] } as const
    return [
      { ...nothing, change, drafts: drafts.from, releases: of },
      { ...nothing, change, drafts: drafts.to, needs: of },
    ]
  })
}

const nothing = { early: false, makes: [], breaks: [], needs: [], releases: [], takes: [], frees: [] }

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
  { uses, names }: Readonly<Record<'uses' | 'names', (object: Obj, schema: Schema) => readonly Key[]>>,
): Unit {
  const { claims: claimed, early = false, rigid } = dialect.kinds[subject(change).kind]!
  const claims = (object: Obj) => claimed?.(object) ?? []
  const base = { ...nothing, change, drafts, early }
  if (change.verb === 'create')
    return { ...base, makes: [change.key], needs: names(change.to, view.to), takes: claims(change.to) }
  if (change.verb === 'drop')
    return { ...base, breaks: [change.key], releases: uses(change.from, view.from), frees: claims(change.from) }
  if (change.verb === 'rename')
    return {
      ...base,
      makes: [change.key],
      needs: names(change.to, view.from),
      takes: claims(change.to),
      frees: claims(change.from),
    }
  const needs = names(change.to, view.to)
  const kept = new Set(needs)
  return {
    ...base,
    alters: change.key,
    // What is rigid and yet stays is not in the way of its parent's change, and does not notice it.
    ...(change.to.parent && rigid?.(change.to) && { besides: change.to.parent }),
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
    early: main.early,
    makes: [...own],
    breaks: [...a.breaks, ...b.breaks],
    needs: [...a.needs, ...b.needs].filter((k) => !own.has(k)),
    releases: [...a.releases, ...b.releases],
    takes: [...a.takes, ...b.takes],
    frees: [...a.frees, ...b.frees],
  }
}
