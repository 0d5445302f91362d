import type { Dialect } from '../dialect/dialect.ts'
import type { View } from '../dialect/kind.ts'
import type { Change } from '../diff/change.ts'
import { type Key, keyOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'

/** What a plan does to objects of both states besides the changes that they have themselves. */
export interface Replaced {
  /**
   * Dropped and made again: what has a change without a statement, all that refers to it, rigid objects that refer to
   * something whose change they would block, and those that stand on something which goes (a foreign key on a unique
   * constraint that another one takes over from).
   */
  readonly anew: ReadonlySet<Key>
  /** These, what changes in a way that rigid objects block, and what refers to it. */
  readonly touched: ReadonlySet<Key>
}

/** What else must be done for changes that no statement makes, or that rigid objects block. */
export function replaced(
  changes: readonly Change[],
  view: View,
  dialect: Dialect,
  uses: (object: Obj, schema: Schema) => readonly Key[],
): Replaced {
  const result = new Set<Key>()
  const gone: Key[] = []
  const touched = new Set<Key>()
  const open: { readonly key: Key; readonly rigidOnly: boolean }[] = []
  const visit = (key: Key, rigidOnly: boolean) => {
    touched.add(key)
    open.push({ key, rigidOnly })
  }
  for (const change of changes) {
    if (change.verb === 'drop') gone.push(change.key)
    if (change.verb !== 'alter') continue
    const fate = fateOf(change, view, dialect)
    if (fate === 'replace') result.add(change.key)
    if (fate !== 'stay') visit(change.key, fate === 'disturb')
  }
  if (open.length === 0 && gone.length === 0) return { anew: result, touched }
  const users = usersOf(view.from, (object) => uses(object, view.from))
  // Where the plan runs again, what it has changed in place stands on what it uses since then.
  const changed = changes.flatMap((change) => (view.options.guards && change.verb === 'alter' ? [change.to] : []))
  const since = usersOf(changed, (object) => uses(object, view.to))
  // What holds data lets go of what is gone by a change of its own, and goes only with its parent.
  const stays = (user: Obj, k: Key) => {
    const { holdsData, rigid } = dialect.kinds[user.kind]!
    return holdsData && !rigid?.(user, view) && user.parent !== k
  }
  for (const k of gone)
    for (const user of users.get(k) ?? []) {
      // What lies in it goes without it.
      if (view.from.get(k)?.parent === keyOf(user)) continue
      if (view.to.has(keyOf(user)) && !stays(user, k) && finds(user, k, view, dialect)) {
        result.add(keyOf(user))
        visit(keyOf(user), false)
      }
    }
  while (open.length) {
    const { key, rigidOnly } = open.pop()!
    const again = rigidOnly ? [] : (since.get(key) ?? [])
    for (const user of [...(users.get(key) ?? []), ...again]) {
      const k = keyOf(user)
      const now = view.to.get(k)
      if (!now || result.has(k) || (!rigidOnly && stays(user, key))) continue
      const kind = dialect.kinds[user.kind]!
      const goes = !rigidOnly || kind.rigid?.(user, view) || kind.rigid?.(now, view)
      if (goes) result.add(k)
      else if (touched.has(k)) continue
      // What bends itself may carry something rigid: a policy on a column of an enum.
      visit(k, !goes)
    }
  }
  return { anew: result, touched }
}

function fateOf(change: Change & { verb: 'alter' }, view: View, dialect: Dialect): 'replace' | 'disturb' | 'stay' {
  const { fields } = dialect.kinds[change.to.kind]!
  let disturbs = false
  for (const attr of change.attrs) {
    const field = fields[attr]!
    if (field === 'replace') return 'replace'
    if (typeof field !== 'object') continue
    if (field.alter(change, view) === 'replace') return 'replace'
    disturbs ||= field.disturbs?.(change, view) ?? false
  }
  return disturbs ? 'disturb' : 'stay'
}

const finds = (user: Obj, k: Key, { from }: View, dialect: Dialect): boolean =>
  dialect.kinds[user.kind]!.finds?.(user, from).includes(k) ?? false

function usersOf(objects: Iterable<Obj>, uses: (object: Obj) => readonly Key[]): Map<Key, Obj[]> {
  const users = new Map<Key, Obj[]>()
  for (const object of objects)
    for (const k of new Set(uses(object))) {
      const known = users.get(k)
      if (known) known.push(object)
      else users.set(k, [object])
    }
  return users
}
