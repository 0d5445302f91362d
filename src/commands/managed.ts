import type { Dialect } from '../dialect/dialect.ts'
import { type Change, subject } from '../diff/change.ts'
import { diff } from '../diff/diff.ts'
import { letGo } from '../diff/let-go.ts'
import type { Config } from '../drizzle/config.ts'
import { loadSchema, readProviders } from '../drizzle/load.ts'
import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { snapshotName } from '../migrate/layout.ts'
import type { Status } from '../migrate/status.ts'
import { plan } from '../plan/plan.ts'
import { readCatalog } from '../postgres/catalog.ts'
import { replayOf, usualLimit } from '../proof/replay.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'
import { openEngine } from './engine.ts'
import { storedState } from './state.ts'

/** How a database loses what is managed. */
export interface Removal {
  readonly statements: readonly string[]
  /** What nobody declared and stays. */
  readonly stays: readonly Key[]
  /** What nobody declared and goes, for it is a part of what is dropped: an index of a table. */
  readonly goesAlong: readonly Key[]
}

/** Plans the way from what a database holds to nothing, as far as it is managed. */
export function removalOf(live: Schema, managed: ReadonlySet<Key>, dialect: Dialect): Removal {
  const pair = managedPart(live, managed, dialect)
  const { changes, ...found } = diff(pair, dialect)
  const statements = plan(pair, { changes, ...found }, dialect).steps.map(({ sql }) => sql)
  const dropped = new Set(changes.flatMap((change: Change) => (change.verb === 'drop' ? [keyOf(subject(change))] : [])))
  const isOf = (object: Obj | undefined): boolean =>
    object?.parent !== undefined && (dropped.has(object.parent) || isOf(live.get(object.parent)))
  const others = [...live].filter((object) => !pair.from.has(keyOf(object)))
  const goes = others.filter(isOf)
  const stays = others.filter((object) => !isOf(object) && !dialect.kinds[object.kind]!.shared)
  return { statements, stays: outermost(stays), goesAlong: outermost(goes) }
}

/** Without what is a part of another one. */
function outermost(objects: readonly Obj[]): readonly Key[] {
  const keys = new Set(objects.map(keyOf))
  return objects.flatMap((object) => (object.parent && keys.has(object.parent) ? [] : [keyOf(object)]))
}

/** What of a database is managed, with what it lies in, and what of that stays. */
function managedPart(live: Schema, managed: ReadonlySet<Key>, dialect: Dialect): Pair<Schema> {
  const isOurs = (object: Obj) => managed.has(keyOf(object)) && !dialect.empty.has(keyOf(object))
  const ours = [...live].filter(isOurs)
  const above = new Map<Key, Obj>()
  const hold = ({ parent }: Obj): void => {
    const object = parent && live.get(parent)
    if (!object || isOurs(object) || above.has(parent)) return
    above.set(parent, object)
    hold(object)
  }
  for (const object of ours) hold(object)
  for (const object of dialect.empty) above.set(keyOf(object), live.get(keyOf(object)) ?? object)
  const to = new Schema(above.values())
  return { from: letGo({ from: new Schema([...above.values(), ...ours]), to }, dialect, [], () => true), to }
}

/**
 * The keys of all that the schema files, the snapshots or the applied migrations make. What migrations make that are
 * written by hand is known from running them on an empty database.
 */
export async function managedKeys(
  folder: Folder,
  { applied, stopped }: Pick<Status, 'applied' | 'stopped'>,
  dialect: Dialect,
  config: Config,
  context: Context,
): Promise<ReadonlySet<Key>> {
  const ran = applied.map(({ migration }) => migration)
  const begun = stopped.map(({ migration }) => migration)
  const keys = new Set<Key>()
  const add = (schema: Schema) => {
    for (const [k] of schema.entries()) keys.add(k)
  }
  add(await declaredOrNothing(config, dialect))
  const names = [...ran.slice(-1), ...begun, ...folder.migrations.slice(-1)].map(({ tag }) =>
    snapshotName(tag, folder.layout),
  )
  for (const name of new Set(names)) {
    if (folder.snapshots.includes(name)) add((await storedState(folder, name, dialect)).schema)
  }
  for (const k of await madeBy(ran, dialect, config, context)) keys.add(k)
  return keys
}

async function declaredOrNothing(config: Config, dialect: Dialect): Promise<Schema> {
  if (config.schema.length === 0) return dialect.empty
  return loadSchema(config).then(
    ({ schema }) => schema,
    (error: unknown) => {
      if (error instanceof SluiceError && error.code === 'SCHEMA_NOT_FOUND') return dialect.empty
      throw error
    },
  )
}

/** What migrations make on an empty database, without what was put there in place of what they count on. */
async function madeBy(
  migrations: readonly Migration[],
  dialect: Dialect,
  config: Config,
  context: Context,
): Promise<readonly Key[]> {
  if (migrations.length === 0) return []
  context.progress('running the applied migrations on an empty database')
  const providers = config.schema.length === 0 ? [] : await readProviders(config).catch(() => [])
  const { open, close } = await openEngine(config, context)
  const replay = replayOf({ dialect, open, migrations, providers, signal: context.signal })
  try {
    const standing = await replay.at(migrations.length)
    if ('why' in standing) {
      context.warn(`what the migrations make besides their snapshots is not known: ${standing.why}`)
      return []
    }
    const { connection, assumed } = standing
    const made = await readCatalog(connection)
    await connection.close()
    const bare = await open({ statementLimit: usualLimit, signal: context.signal })
    for (const sql of assumed.values()) await bare.script(sql)
    const given = await readCatalog(bare)
    await bare.close()
    return made.without(given).map(keyOf)
  } finally {
    await replay.close()
    await close()
  }
}
