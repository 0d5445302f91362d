import { SluiceError } from '../errors.ts'
import { type Hash, hash } from './hash.ts'
import { type Key, keyOf, type Obj } from './object.ts'

/** A database state: a flat set of objects, sorted by key. Nesting is a view of it, never storage. */
export class Schema {
  readonly #byKey: ReadonlyMap<Key, Obj>
  #children: ReadonlyMap<Key, readonly Obj[]> | undefined
  #users: ReadonlyMap<Key, readonly Obj[]> | undefined

  /**
   * @throws SluiceError `OBJECT_DUPLICATE` when two objects have one key, `OBJECT_WITHOUT_PARENT` when a parent is not
   * in the set.
   */
  constructor(objects: Iterable<Obj>) {
    const entries = Array.from(objects, (object) => [keyOf(object), object] as const)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    for (const [i, [k]] of entries.entries()) {
      if (i > 0 && entries[i - 1]![0] === k) throw new SluiceError('OBJECT_DUPLICATE', { object: k })
    }
    this.#byKey = new Map(entries)
    for (const [k, { parent }] of entries)
      if (parent && !this.#byKey.has(parent)) throw new SluiceError('OBJECT_WITHOUT_PARENT', { object: k, parent })
  }

  /** The number of objects. */
  get size(): number {
    return this.#byKey.size
  }

  get(k: Key): Obj | undefined {
    return this.#byKey.get(k)
  }

  has(k: Key): boolean {
    return this.#byKey.has(k)
  }

  /** All objects with their keys, in key order. */
  entries(): IterableIterator<[Key, Obj]> {
    return this.#byKey.entries()
  }

  /** The objects that another state does not have, in key order. */
  without(other: Schema): Obj[] {
    const missing: Obj[] = []
    for (const [k, object] of this.#byKey) if (!other.has(k)) missing.push(object)
    return missing
  }

  /** The objects directly below one, in key order. */
  children(k: Key): readonly Obj[] {
    this.#children ??= this.#by(({ parent }) => (parent ? [parent] : []))
    return this.#children.get(k) ?? []
  }

  /** The objects whose attributes name one, in key order. */
  users(k: Key): readonly Obj[] {
    this.#users ??= this.#by(({ refs }) => new Set(refs))
    return this.#users.get(k) ?? []
  }

  /** sha256 of the canonical text: equal for equal states, whatever the order they were given in. */
  hash(): Hash {
    return hash([...this].map(({ kind, id, attrs }) => ({ kind, id: Object.values(id), attrs })))
  }

  #by(keys: (object: Obj) => Iterable<Key>): ReadonlyMap<Key, readonly Obj[]> {
    const found = new Map<Key, Obj[]>()
    for (const object of this)
      for (const k of keys(object)) {
        const beside = found.get(k)
        if (beside) beside.push(object)
        else found.set(k, [object])
      }
    return found
  }

  [Symbol.iterator](): IterableIterator<Obj> {
    return this.#byKey.values()
  }
}
