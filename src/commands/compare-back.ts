import { DatabaseError } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { letGo } from '../diff/let-go.ts'
import type { Config } from '../drizzle/config.ts'
import { readProviders } from '../drizzle/load.ts'
import { changesOf, describe, keysOf, outermost } from '../proof/converge.ts'
import { usualLimit } from '../proof/replay.ts'
import { build, settle } from '../proof/settle.ts'
import { type Assumed, provide } from '../proof/stand-ins.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'
import { openEngine } from './engine.ts'

/** Where a database is not as its newest migration declares. */
export interface Differences {
  /** Of what was to change, and of what changed: as sentences. */
  readonly left: readonly string[]
  /** Of what was left alone: it was not as declared before either. */
  readonly drift: readonly string[]
}

/**
 * Holds a database after a rollback against the declared state, both as one engine words them. Where that cannot be, says
 * why.
 */
export async function compareBack(
  read: Pair<Schema>,
  declared: Pair<Schema>,
  touched: readonly Key[],
  dialect: Dialect,
  config: Config,
  context: Context,
): Promise<Differences | string> {
  const made = changesOf(read, dialect).flatMap(keysOf)
  const looked = new Set([...touched, ...made.filter((k) => declared.from.has(k) || declared.to.has(k))])
  context.progress('comparing with the declared state')
  const { open, close } = await openEngine(config, context)
  try {
    const connection = await open({ statementLimit: usualLimit, signal: context.signal })
    try {
      const assumed: Assumed = new Map()
      await provide(connection, assumed, await readProviders(config))
      const settled = (schema: Schema) => settle(connection, assumed, () => connection.script(build(schema, dialect)))
      const to = leftOpen(await settled(declared.to), declared.to, dialect)
      const different = (from: Schema) => changesOf({ from: letGo({ from, to }, dialect, [], () => true), to }, dialect)
      const plain = different(read.to)
      // Another version of the server words some texts in another way; what does not build here is held as it is.
      const changes = plain.length === 0 ? plain : different(await settled(read.to).catch(asItIs(read.to)))
      const says = (some: typeof changes) => outermost(some).map((change) => describe(change, dialect))
      const isLooked = (change: (typeof changes)[number]) => keysOf(change).some((k) => looked.has(k))
      return {
        left: says(changes.filter(isLooked)),
        drift: says(changes.filter((change) => !isLooked(change) && change.verb !== 'drop')),
      }
    } finally {
      await connection.close()
    }
  } catch (error) {
    if (error instanceof DatabaseError) return error.message
    throw error
  } finally {
    await close()
  }
}

/** The settled state says what its engine has brought, also where the declared one takes anything: the version of an extension. */
function leftOpen(settled: Schema, declared: Schema, { kinds }: Dialect): Schema {
  const open = (object: Obj) =>
    Object.entries(declared.get(keyOf(object))?.attrs ?? {}).filter(([name, value]) => {
      const field = kinds[object.kind]!.fields[name]
      return value === null && typeof field === 'object' && field.same?.(object.attrs[name]!, null)
    })
  return new Schema(
    Array.from(settled, (object) => ({ ...object, attrs: { ...object.attrs, ...Object.fromEntries(open(object)) } })),
  )
}

const asItIs =
  (schema: Schema) =>
  (error: unknown): Schema => {
    if (error instanceof DatabaseError) return schema
    throw error
  }
