import type { Connection } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { survey } from '../postgres/catalog.ts'
import { enumType } from '../postgres/enum.ts'
import { materializedView } from '../postgres/materialized-view.ts'
import { dotted } from '../postgres/quote.ts'
import { schema } from '../postgres/schema.ts'
import { sequence } from '../postgres/sequence.ts'
import { table } from '../postgres/table.ts'
import { view } from '../postgres/view.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import { neighbourhood } from './neighbourhood.ts'
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
  const settled = await settle(build(near.to, dialect), connection, assumed)
  const script = build(near.from, dialect)
  await assuming(connection, assumed, () => connection.script(`begin; ${script}; commit`))
  return { name: 'neighbourhood', connection, assumed, settle: async () => settled.schema }
}

/** Stands where the migrations before this one lead to. */
export const fromHistory = ({ connection, assumed }: Standing, { dialect, pair, diff }: ProveInput): Base => ({
  name: 'history',
  connection,
  assumed,
  // Where the history stands, so that its functions, roles and extensions are there.
  async settle(keys) {
    const near = neighbourhood(pair, diff, keys, dialect)
    const script = await rebuild(near, connection, dialect)
    return (await settle(script, connection, assumed)).schema
  },
})

/** What is in the way of an object that is made again, and is no part of another. */
function wordOf(object: Obj): string | null {
  if (table.is(object)) return 'TABLE'
  if (view.is(object)) return object.attrs.definition === null ? null : 'VIEW'
  if (materializedView.is(object)) return object.attrs.definition === null ? null : 'MATERIALIZED VIEW'
  if (enumType.is(object)) return 'TYPE'
  return sequence.is(object) ? 'SEQUENCE' : null
}

/** The statements that put the declared objects in the place of those that stand. */
async function rebuild(near: Pair<Schema>, connection: Connection, dialect: Dialect): Promise<string> {
  const standing = (await survey(connection)).schema
  const schemas = [...standing].filter((object) => schema.is(object) && near.to.has(keyOf(object)))
  const drops = [...near.from, ...near.to].flatMap((object) => {
    const word = wordOf(object)
    return word ? [`DROP ${word} IF EXISTS ${dotted(...Object.values(object.id))} CASCADE`] : []
  })
  return [...drops, build(near.to, dialect, new Schema(schemas))].join(';\n')
}
