import type { View } from '../dialect/kind.ts'
import { SluiceError } from '../errors.ts'
import { type Key, nameOf } from '../schema/object.ts'
import type { Unit } from './unit.ts'

/**
 * One stable topological sort, linear in edges (Kahn; ties by verb and key).
 * @throws SluiceError `PLAN_CYCLE`
 */
export function inOrder(units: readonly Unit[], view: View): Unit[] {
  const ranked = units.map((unit) => ({ unit, rank: rank(unit) }))
  const sorted = ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ unit }) => unit)
  const after: number[][] = sorted.map(() => [])
  const waits: number[] = sorted.map(() => 0)
  for (const [before, then] of edges(sorted, view)) {
    after[before]!.push(then)
    waits[then]!++
  }
  const ready = new Heap()
  for (const [i, n] of waits.entries()) if (n === 0) ready.push(i)
  const result: Unit[] = []
  for (let i = ready.pop(); i !== undefined; i = ready.pop()) {
    result.push(sorted[i]!)
    for (const next of after[i]!) if (--waits[next]! === 0) ready.push(next)
  }
  if (result.length < sorted.length) {
    const stuck = sorted.filter((_unit, i) => waits[i]! > 0).map((unit) => `${unit.change.verb} ${unit.change.key}`)
    throw new SluiceError('PLAN_CYCLE', { objects: stuck })
  }
  return result
}

const verbs = ['rename', 'drop', 'alter', 'create']
const rank = ({ change }: Unit): string => `${verbs.indexOf(change.verb)} ${change.key}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What must come before what, as places in the list. */
function* edges(units: readonly Unit[], view: View): Iterable<readonly [before: number, then: number]> {
  const by = (names: (unit: Unit) => readonly string[]) => {
    const places = new Map<string, number[]>()
    for (const [i, unit] of units.entries())
      for (const name of names(unit)) {
        const known = places.get(name)
        if (known) known.push(i)
        else places.set(name, [i])
      }
    return (name: string): readonly number[] => places.get(name) ?? []
  }
  const renames = by((u) => (u.change.verb === 'rename' ? u.makes : []))
  const makers = by((u) => (u.change.verb === 'create' ? u.makes : []))
  const alterers = by((u) => u.alters)
  const breakers = by((u) => u.breaks)
  const freers = by((u) => u.frees)
  const base = baseOf(units, breakers, view)
  for (const [i, unit] of units.entries()) {
    const isRename = unit.change.verb === 'rename'
    const earlier = new Set<number>()
    const later = new Set<number>()
    // The statement speaks the new names. A part stands in no state, its parent does.
    const above = unit.change.verb === 'rename' ? (unit.change.to.parent ?? []) : []
    const own = withAncestors([unit.change.key, ...unit.needs].concat(above), view)
    for (const k of withAncestors([...own, ...unit.releases], view))
      if (!(isRename && k === unit.change.key) && (own.has(k) || speaksOf(k, unit)))
        for (const r of renames(k)) earlier.add(r)
    // What it needs is there and in its final form.
    if (!isRename)
      for (const k of unit.needs) {
        for (const m of makers(k)) earlier.add(m)
        if (!unit.besides.includes(k)) for (const a of alterers(k)) earlier.add(a)
      }
    // What it no longer uses goes only afterwards. Such a thing changes before what leaves it, and after what is gone by then.
    for (const k of unit.releases) {
      for (const b of breakers(k)) later.add(b)
      if (!unit.besides.includes(k)) for (const a of alterers(k)) (unit.alters.length > 0 ? earlier : later).add(a)
    }
    // What is made again is dropped first, and a name is free before it is taken.
    if (!isRename) for (const k of unit.makes) for (const b of breakers(k)) earlier.add(b)
    // What takes the name by a rename, and is then changed or made again, frees it only after that.
    const isLater = (f: number) => isRename && [...units[f]!.breaks, ...units[f]!.alters].includes(unit.change.key)
    for (const name of unit.takes) for (const f of freers(name)) if (!isLater(f)) earlier.add(f)
    earlier.delete(i)
    later.delete(i)
    for (const e of earlier) yield [e, i]
    for (const l of later) if (!earlier.has(l)) yield [i, l]
    if (unit.early) yield* barrier(i, units, base)
  }
}

/** Does it say the name of what it uses no longer? A drop says only its own, of which that may be a part, and may make room for a rename. */
const speaksOf = (k: Key, { change }: Unit): boolean =>
  change.verb !== 'drop' ||
  Object.values(change.from.id).some((name) => name !== nameOf(k) && plain(name).includes(plain(nameOf(k))))

const plain = (text: string): string => text.replaceAll('"', '')

/** What the early ones need, and what can go only after that: no early one stands in its way. */
function baseOf(units: readonly Unit[], breakers: (k: Key) => readonly number[], view: View): ReadonlySet<Key> {
  const early = units.filter((unit) => unit.early)
  const base = withAncestors(
    early.flatMap(({ needs, releases }) => [...needs, ...releases]),
    view,
  )
  // What is added on the way is looked at, too.
  for (const k of base)
    for (const i of breakers(k)) for (const one of withAncestors(units[i]!.releases, view)) base.add(one)
  return base
}

/** What is early comes before all that no early one names, and goes after it or before it. */
function* barrier(
  at: number,
  units: readonly Unit[],
  base: ReadonlySet<Key>,
): Iterable<readonly [before: number, then: number]> {
  const unit = units[at]!
  const goes = unit.change.verb === 'drop' && unit.early !== 'first'
  const other = goes ? 'create' : 'drop'
  for (const [i, { change, early }] of units.entries()) {
    if (early || base.has(change.key) || change.verb === 'rename' || change.verb === other) continue
    yield goes ? [i, at] : [at, i]
  }
}

function withAncestors(keys: readonly Key[], { from, to }: View): Set<Key> {
  const all = new Set<Key>()
  for (const k of keys)
    for (let at: Key | undefined = k; at && !all.has(at); at = (to.get(at) ?? from.get(at))?.parent) all.add(at)
  return all
}

/** The smallest number first. */
class Heap {
  readonly #items: number[] = []

  push(item: number): void {
    const items = this.#items
    let i = items.push(item) - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (items[parent]! <= items[i]!) break
      ;[items[parent], items[i]] = [items[i]!, items[parent]!]
      i = parent
    }
  }

  pop(): number | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (items.length === 0 || last === undefined) return first
    items[0] = last
    for (let i = 0; ; ) {
      const left = 2 * i + 1
      if (left >= items.length) return first
      const child = left + 1 < items.length && items[left + 1]! < items[left]! ? left + 1 : left
      if (items[i]! <= items[child]!) return first
      ;[items[i], items[child]] = [items[child]!, items[i]!]
      i = child
    }
  }
}
