import type { Connection } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { diff } from '../diff/diff.ts'
import { plan } from '../plan/plan.ts'
import { readCatalog } from '../postgres/catalog.ts'
import { materializedView } from '../postgres/materialized-view.ts'
import { schema } from '../postgres/schema.ts'
import { view } from '../postgres/view.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import { neighbourhood, usesOf } from './neighbourhood.ts'
import type { ProveInput } from './prove-input.ts'
import type { Standing } from './replay.ts'
import { build, settle } from './settle.ts'
import { type Assumed, assuming, provide } from './stand-ins.ts'

/** A database that stands where a migration begins. */
export interface Base extends Standing {
  readonly name: 'neighbourhood' | 'history'
  /** The state that the migration should lead to, as the database words it: at least these objects of it. */
  settle(keys: ReadonlySet<Key>): Promise<Schema>
}

/** Builds the objects around a change from their declaration. Rejects with a `DatabaseError` where they need others. */
export async function fromDeclared(
  connection: Connection,
  near: Pair<Schema>,
  { dialect, providers }: ProveInput,
  assumed: Assumed,
): Promise<Base> {
  await provide(connection, assumed, providers)
  const settled = await settle(connection, assumed, () => connection.script(build(near.to, dialect)))
  const script = build(near.from, dialect)
  await assuming(connection, assumed, () => connection.script(`begin; ${script}; commit`))
  return { name: 'neighbourhood', connection, assumed, settle: async () => settled }
}

/** Stands where the migrations before this one lead to. `state`: what is there when it is asked to settle, where that is known. */
export const fromHistory = (
  { connection, assumed }: Standing,
  { dialect, pair, diff }: Pick<ProveInput, 'dialect' | 'pair' | 'diff'>,
  state?: Schema,
): Base => ({
  name: 'history',
  connection,
  assumed,
  // Where the history stands, so that what nobody declares is there.
  settle(keys) {
    const near = neighbourhood(pair, diff, keys, dialect)
    return settle(connection, assumed, () => rebuild(near, connection, dialect, state))
  },
})

/** Puts the declared objects in the place of those that stand, and makes again what they need and went along with these. */
async function rebuild(
  near: Pair<Schema>,
  connection: Connection,
  dialect: Dialect,
  state: Schema | undefined,
): Promise<void> {
  const read = () => readCatalog(connection, { transaction: false })
  const [before, after] = [declared(near.from), declared(near.to)]
  const standing = state ?? (await read())
  await connection.script(drops(standing, new Set([...before, ...after].map(keyOf)), dialect))
  const rest = await read()
  const all = over(standing, after)
  const wanted = new Map(after.map((object) => [keyOf(object), object]))
  for (const object of wanted.values())
    for (const k of usesOf(object, all, dialect)) {
      const used = all.get(k)
      if (used && !rest.has(k)) wanted.set(k, used)
    }
  await connection.script(build(over(rest, wanted.values()), dialect, rest))
}

/** Without the views that somebody else makes and the schema files only read from. */
const declared = (state: Schema): readonly Obj[] =>
  [...state].filter((object) => !((view.is(object) || materializedView.is(object)) && object.attrs.definition === null))

const over = (state: Schema, objects: Iterable<Obj>): Schema =>
  new Schema(new Map([...state, ...objects].map((object) => [keyOf(object), object])).values())

/** The statements that drop these objects with all that needs them. What others are in, or all databases share, stays. */
function drops(standing: Schema, keys: ReadonlySet<Key>, dialect: Dialect): string {
  const isIn = (object: Obj): boolean =>
    keys.has(keyOf(object)) || (object.parent ? isIn(standing.get(object.parent)!) : false)
  const stays = (object: Obj): boolean => {
    const { shared, early, cascades } = dialect.kinds[object.kind]!
    if (cascades && object.parent) return stays(standing.get(object.parent)!)
    return Boolean(shared || early || schema.is(object))
  }
  const from = new Schema([...standing].filter((object) => stays(object) || isIn(object)))
  const to = new Schema([...from].filter(stays))
  return plan({ from, to }, diff({ from, to }, dialect), dialect)
    .steps.flatMap(({ sql }) => (sql.startsWith('DROP ') ? `${dialect.guarded({ sql })} CASCADE` : []))
    .join(';\n')
}
