import { counted } from '../dialect/counted.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { survey } from '../postgres/catalog.ts'
import { changesOf, describe } from '../proof/converge.ts'
import { type Replay, replayOf, type Standing } from '../proof/replay.ts'
import { run } from '../proof/run.ts'
import { keyOf, type Obj } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import type { Tools } from './remedy.ts'

/** How far a history explains a database. */
export interface Point {
  /** So many of the first migrations. */
  readonly count: number
  /** Of the next one so many statements: it is half run. */
  readonly statements: number
  /** Where the database is not as they leave it, as sentences; empty where they explain all of it. */
  readonly differs: readonly string[]
}

/**
 * Runs a history on an empty database, and looks after which of its migrations that is most like the database found, and
 * where none explains all of it, inside those two that are nearest. Where two are alike, the later one: what makes no object
 * has most likely run too. Undefined where it does not run.
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
      progress(`comparing the database with the history: ${count} of ${counted(migrations.length, 'migration')}`)
      const standing = await replay.at(count)
      if ('why' in standing) break
      const differs = await differences(standing, found, dialect)
      await standing.connection.close()
      if (!best || differs.length <= best.differs.length) best = { count, statements: 0, differs }
    }
    if (!best || best.differs.length === 0) return best
    for (const count of [best.count - 1, best.count]) {
      const migration = migrations[count]
      const statements = migration && (await halfRun(replay, count, migration, found, dialect))
      if (statements) return { count, statements, differs: [] }
    }
    return best
  } finally {
    await replay.close()
  }
}

/** How many of its first statements lead to the database found; undefined where none do, or the file commits by itself. */
async function halfRun(
  replay: Replay,
  count: number,
  { sql }: Migration,
  found: Schema,
  dialect: Dialect,
): Promise<number | undefined> {
  const statements = dialect.split(sql)
  if (statements.some(({ mode }) => mode !== 'normal' && mode !== 'alone')) return undefined
  const standing = await replay.at(count)
  if ('why' in standing) return undefined
  let done: number | undefined
  try {
    for (const [i, statement] of statements.entries()) {
      const { failure } = await run(standing.connection, [statement], standing.assumed)
      if (failure) break
      const isFound = (await differences(standing, found, dialect)).length === 0
      if (!isFound && done !== undefined) break
      if (isFound) done = i + 1
    }
  } finally {
    await standing.connection.close()
  }
  return done
}

async function differences({ connection }: Standing, found: Schema, dialect: Dialect): Promise<readonly string[]> {
  const { schema } = await survey(connection)
  return changesOf({ from: managed(found, schema), to: schema }, dialect).map((change) => describe(change, dialect))
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
