import type { Folder } from '../migrate/folder.ts'
import { survey } from '../postgres/catalog.ts'
import { changesOf, describe } from '../proof/converge.ts'
import { replayOf } from '../proof/replay.ts'
import { keyOf, type Obj } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import type { Tools } from './remedy.ts'

/** How far a history explains a database. */
export interface Point {
  /** So many of the first migrations. */
  readonly count: number
  /** Where the database is not as they leave it, as sentences; empty where they explain all of it. */
  readonly differs: readonly string[]
}

/**
 * Runs a history on an empty database, and looks after which of its migrations that is most like the database found. Where
 * two are alike, the later one: what makes no object has most likely run too. Undefined where it does not run.
 */
export async function findPoint(
  { migrations }: Pick<Folder, 'migrations'>,
  found: Schema,
  { dialect, open, providers, signal, progress }: Tools,
): Promise<Point | undefined> {
  const replay = replayOf({ dialect, open, migrations, providers, signal })
  let best: Point | undefined
  try {
    for (let count = 0; count <= migrations.length; count++) {
      progress(`comparing the database with what ${count} of ${migrations.length} migrations make`)
      const standing = await replay.at(count)
      if ('why' in standing) break
      const { schema } = await survey(standing.connection)
      await standing.connection.close()
      const differs = changesOf({ from: managed(found, schema), to: schema }, dialect).map((change) =>
        describe(change, dialect),
      )
      if (!best || differs.length <= best.differs.length) best = { count, differs }
    }
  } finally {
    await replay.close()
  }
  return best
}

/** Without what the whole server has, and without schemas that no migration makes: they are somebody else's. */
function managed(found: Schema, made: Schema): Schema {
  const schemas = new Set(['public', ...[...made].flatMap((object) => schemaOf(object) ?? [])])
  const isOurs = (object: Obj) => {
    const schema = schemaOf(object)
    return schema !== undefined && schemas.has(schema)
  }
  return new Schema([...found].filter((object) => made.has(keyOf(object)) || isOurs(object)))
}

const schemaOf = ({ kind, id }: Obj): string | undefined => (kind === 'schema' ? id.name : id.schema)
