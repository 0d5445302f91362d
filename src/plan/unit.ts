import type { Dialect } from '../dialect/dialect.ts'
import type { Draft, View } from '../dialect/kind.ts'
import { type Change, subject } from '../diff/change.ts'
import { type Key, keyOf, nameOf, namesOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { replaced } from './replace.ts'
import { dropOrder, inTheWay, whileTaken } from './run-again.ts'

/** Statements that belong together and run in a row: what one change does to one object. */
export interface Unit {
  readonly change: Change
  readonly drafts: readonly Draft[]
  readonly makes: readonly Key[]
  readonly breaks: readonly Key[]
  /** The objects that it changes in place. */
  readonly alters: readonly Key[]
  /** Of what it needs or used, what may change before it or after. */
  readonly besides: readonly Key[]
  /** What must be in its final form before. */
  readonly needs: readonly Key[]
  /** What it used and uses no longer. */
  readonly releases: readonly Key[]
  /** Others may need it without saying so. */
  readonly early: boolean | 'first'
  /** Names that must be free before, and names that are free after. */
  readonly takes: readonly string[]
  readonly frees: readonly string[]
}

/** Turns changes into units: children that their parent's statement makes or drops have none of their own. */
export function toUnits(changes: readonly Change[], undecided: View, dialect: Dialect): Unit[] {
  const kindOf = (object: Obj) => dialect.kinds[object.kind]!
  const uses = (object: Obj, schema: Schema): Key[] => [
    ...(object.parent ? [object.parent] : []),
    ...object.refs,
    ...(kindOf(object).finds?.(object, schema) ?? []),
  ]
  const again = replaced(changes, undecided, dialect, uses)
  const changed = splitReplaced(changes, again.anew, undecided)
  const { guards } = undecided.options
  const split = guards ? [...changed, ...inTheWay(changed, again.anew, undecided, dialect, uses)] : changed
  const dropped = new Map(split.flatMap((c) => (c.verb === 'drop' ? [[c.key, c] as const] : [])))
  const anew = new Set(split.flatMap((c) => (c.verb === 'create' && dropped.has(c.key) ? [c.key] : [])))
  const view = { ...undecided, anew }
  const carrier = carriers(dropped, view, dialect, uses)
  const usesAtDrop = (object: Obj, schema: Schema): Key[] => [
    ...uses(object, schema),
    ...(kindOf(object).outlived?.(object, schema) ?? []),
  ]
  const names = (object: Obj, schema: Schema): Key[] => [
    ...uses(object, schema),
    ...(kindOf(object).reads?.(object, schema) ?? []),
  ]
  const made = new Map<Key, readonly Key[]>()
  // What a statement makes or drops along with its object needs none of its own, so the outer one is written first.
  const written = outermostFirst(split, view).map((change) => {
    const { verb, key } = change
    const isCarried = verb === 'create' ? made.has(key) : verb === 'drop' && carrier(key, change.from) !== key
    const planned = isCarried ? [] : verb === 'drop' ? gone(change.from, view, dialect) : write(change, view, dialect)
    const onlyWhile = guards && verb === 'rename' ? whileTaken(change, changes, view, dialect) : undefined
    const drafts = onlyWhile === undefined ? planned : planned.map((draft) => ({ ...draft, onlyWhile }))
    for (const draft of drafts) for (const k of draft.absorbs ?? []) made.set(k, [...(made.get(k) ?? []), key])
    return { change, drafts }
  })
  const units = new Map<string, Unit[]>()
  const before = guards ? dropOrder([...dropped.values()], view, usesAtDrop) : undefined
  for (const { change, drafts } of written) {
    const { verb, key } = change
    const planned = toUnit(change, drafts, view, dialect, { uses, names })
    const unit =
      verb === 'drop' ? { ...planned, releases: before?.get(key) ?? usesAtDrop(change.from, view.from) } : planned
    const owners = verb === 'drop' ? [carrier(key, change.from)] : verb === 'rename' ? [key] : (made.get(key) ?? [key])
    for (const owner of owners) {
      const id = `${verb} ${owner}`
      const together = units.get(id)
      const part = verb === 'alter' && owner !== key ? alongside(unit, uses(change.from, view.from), view) : unit
      if (!together) units.set(id, [part])
      // What is altered along with another one may come first here.
      else if (owner === key) together.unshift(part)
      else together.push(part)
    }
  }
  return [...Array.from(units.values(), joined), ...loosened(again.touched, view, dialect, uses)]
}

type Drop = Change & { readonly verb: 'drop' }

/** Whose drop takes a dropped object along: its own, where none does. */
function carriers(
  dropped: ReadonlyMap<Key, Drop>,
  view: View,
  { kinds }: Dialect,
  uses: (object: Obj, schema: Schema) => readonly Key[],
): (k: Key, object: Obj) => Key {
  const carrier = (k: Key, object: Obj): Key => {
    const gone = object.parent && dropped.get(object.parent)
    if (!gone || !kinds[object.kind]!.cascades?.(object, view)) return k
    const outer = carrier(gone.key, gone.from)
    return view.options.guards && goesAgain(k, outer) ? k : outer
  }
  // Its table is as it should be the second time and stays then, while what it uses goes once more.
  const goesAgain = (k: Key, outer: Key): boolean => {
    const next = view.to.get(k)
    const { from } = dropped.get(outer)!
    if (!next || kinds[next.kind]!.holdsData) return false
    if (!kinds[from.kind]!.drop(from, view).some(({ unless }) => unless)) return false
    const used = uses(next, view.to).flatMap((one) => dropped.get(one) ?? [])
    return used.some(({ key, from }) => key !== outer && carrier(key, from) !== outer)
  }
  return carrier
}

function outermostFirst(changes: readonly Change[], { from, to }: View): readonly Change[] {
  const byDepth: Change[][] = []
  for (const change of changes) {
    let depth = 0
    for (let at = subject(change).parent; at; at = (to.get(at) ?? from.get(at))?.parent) depth += 1
    byDepth[depth] ??= []
    byDepth[depth]!.push(change)
  }
  return byDepth.flat()
}

/** What stays, although it uses something that is made anew: it lets go of that before, and takes it up again after. */
function loosened(
  touched: ReadonlySet<Key>,
  view: View & Required<Pick<View, 'anew'>>,
  dialect: Dialect,
  uses: (object: Obj, schema: Schema) => readonly Key[],
): readonly Unit[] {
  if (touched.size === 0) return []
  return [...view.from].flatMap((from) => {
    const key = keyOf(from)
    const to = view.to.get(key)
    const { loosen } = dialect.kinds[from.kind]!
    if (!loosen || !to || view.anew.has(key)) return []
    const of = usedThrough(from, (object) => uses(object, view.from).filter((k) => touched.has(k)), view.from)
    if (of.length === 0) return []
    const drafts = loosen({ from, to }, view)
    if (drafts.from.length + drafts.to.length === 0) return []
    const change = { verb: 'alter', key, from, to, attrs: [] } as const
    return [
      { ...nothing, change, drafts: drafts.from, releases: of },
      { ...nothing, change, drafts: drafts.to, needs: of },
    ]
  })
}

/** What an object uses, what that uses, and so on: something is made anew by the change of what it is made of. */
function usedThrough(object: Obj, uses: (object: Obj) => readonly Key[], schema: Schema): readonly Key[] {
  const found = new Set<Key>()
  const visit = (one: Obj): void => {
    for (const k of uses(one)) {
      if (found.has(k)) continue
      found.add(k)
      const next = schema.get(k)
      if (next) visit(next)
    }
  }
  visit(object)
  return [...found]
}

const nothing = {
  early: false,
  makes: [],
  breaks: [],
  alters: [],
  besides: [],
  needs: [],
  releases: [],
  takes: [],
  frees: [],
}

/** An alter whose object must be made anew becomes a drop and a create. */
function splitReplaced(changes: readonly Change[], anew: ReadonlySet<Key>, { from, to }: View): readonly Change[] {
  const rest = changes.filter((c) => !(c.verb === 'alter' && anew.has(c.key)))
  const again = [...anew].flatMap((k): Change[] => [
    { verb: 'drop', key: k, from: from.get(k)! },
    { verb: 'create', key: k, to: to.get(k)! },
  ])
  return [...rest, ...again]
}

/** What is only in the way of a second run is not there the first time, and so is nothing that could be locked. */
function gone(object: Obj, view: View, dialect: Dialect): readonly Draft[] {
  const { drop } = dialect.kinds[object.kind]!
  const drafts = drop(object, view)
  const isThere = view.from.has(keyOf(object)) || (object.parent && namesOf(object.parent).length > 1)
  if (!isThere) return drafts.map((draft) => ({ ...draft, lock: 'none' }))
  const known = asKnown(object, view)
  return known === object
    ? drafts
    : drop(known, view).map(({ loses }, i) => ({ ...drafts[i]!, ...(loses && { loses }) }))
}

/** What made room for a renamed thing goes under a name that nobody knows: a loss is told by the one that it had. */
function asKnown(object: Obj, { before, to }: View): Obj {
  const k = keyOf(object)
  const was = before(k)
  if (!was || to.has(k) || nameOf(keyOf(was)) === nameOf(k)) return object
  const last = Object.keys(object.id).at(-1)!
  return { ...object, id: { ...object.id, [last]: nameOf(keyOf(was)) } }
}

function write(change: Exclude<Change, { verb: 'drop' }>, view: View, dialect: Dialect): readonly Draft[] {
  const kind = dialect.kinds[subject(change).kind]!
  if (change.verb === 'create') return kind.create(change.to, view)
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
  const { claims: claimed, early = false, rigid, unmoved } = dialect.kinds[subject(change).kind]!
  const claims = (object: Obj) => claimed?.(object) ?? []
  const besides = unmoved?.(change) ?? []
  if (change.verb === 'create') {
    // Without a spread: of 1,000 new tables there are 22,000.
    const [makes, needs, takes] = [[change.key], names(change.to, view.to), claims(change.to)]
    return { change, drafts, early, besides, makes, needs, takes, breaks: [], alters: [], releases: [], frees: [] }
  }
  const base = { ...nothing, change, drafts, early, besides }
  if (change.verb === 'drop') return { ...base, breaks: [change.key], frees: claims(change.from) }
  if (change.verb === 'rename')
    return {
      ...base,
      makes: [change.key],
      needs: names(change.to, view.from),
      takes: claims(change.to),
      frees: claims(change.from),
    }
  const named = names(change.to, view.to)
  const kept = new Set(named)
  // What lies in it comes after it, and goes without it.
  const isOutside = (k: Key) => (view.to.get(k) ?? view.from.get(k))?.parent !== change.key
  return {
    ...base,
    alters: [change.key],
    // What is rigid and yet stays is not in the way of its parent's change, and does not notice it.
    besides: [...base.besides, ...(change.to.parent && rigid?.(change.to, view) ? [change.to.parent] : [])],
    needs: named.filter(isOutside),
    releases: uses(change.from, view.from).filter((k) => !kept.has(k) && isOutside(k)),
    takes: claims(change.to).filter((name) => !claims(change.from).includes(name)),
    frees: claims(change.from).filter((name) => !claims(change.to).includes(name)),
  }
}

/** What the change of an object adds to that of another one, whose statements make it: only what is new to it or goes. */
const alongside = (unit: Unit, used: readonly Key[], { to }: View): Unit => ({
  ...unit,
  needs: unit.needs.filter((k) => !used.includes(k)),
  releases: unit.releases.filter((k) => !to.has(k)),
})

/** A change together with those that its statements make, too. */
function joined(units: readonly Unit[]): Unit {
  const [outer, ...rest] = units
  if (rest.length === 0) return outer!
  const own = new Set(units.flatMap(({ makes }) => makes))
  return {
    change: outer!.change,
    drafts: outer!.drafts,
    early: outer!.early,
    makes: [...own],
    breaks: units.flatMap(({ breaks }) => breaks),
    alters: units.flatMap(({ alters }) => alters),
    besides: units.flatMap(({ besides }) => besides),
    needs: units.flatMap(({ needs }) => needs).filter((k) => !own.has(k)),
    releases: units.flatMap(({ releases }) => releases),
    takes: units.flatMap(({ takes }) => takes),
    frees: units.flatMap(({ frees }) => frees),
  }
}
