import { counted } from '../dialect/counted.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { readCatalog } from '../postgres/catalog.ts'
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
  /** The places of those that make no difference to what is there: whether they have run, nothing tells. */
  readonly unseen: readonly number[]
  /** Where the database is not as they leave it, as sentences; empty where they explain all of it. */
  readonly differs: readonly string[]
}

/**
 * Runs a history on an empty database, and looks after which of its migrations that is most like the database found, and
 * where none explains all of it, inside those two that are nearest. Where two are alike, the later one: what makes no object
 * has most likely run too. `known`: of so many a ledger says that they have run. It is right where the database is as they
 * leave it, else it is wrong by one or there are more; where two are alike then, the earlier one: of what makes no object
 * it knows better. Undefined where the history does not run.
 */
export async function findPoint(
  { migrations }: Pick<Folder, 'migrations'>,
  found: Schema,
  { dialect, open, providers, signal, progress }: Tools,
  known?: number,
): Promise<Point | undefined> {
  const replay = replayOf({ dialect, open, migrations, providers, signal })
  let last: Point | undefined
  const look = async (count: number): Promise<Point | undefined> => {
    progress(`comparing the database with the history: ${count} of ${counted(migrations.length, 'migration')}`)
    const standing = await replay.at(count)
    if ('why' in standing) return undefined
    const differs = await differences(standing, found, dialect)
    await standing.connection.close()
    const isUnseen = count > 0 && last?.count === count - 1 && last.differs.join('\n') === differs.join('\n')
    last = { count, statements: 0, differs, unseen: [...(last?.unseen ?? []), ...(isUnseen ? [count - 1] : [])] }
    return last
  }
  try {
    let best = known === undefined ? undefined : await look(known)
    if (best?.differs.length === 0) return best
    for (let count = Math.max(0, (known ?? 0) - 1); count <= migrations.length; count++) {
      const point = await look(count)
      if (!point) break
      const left = point.differs.length - (best?.differs.length ?? Number.POSITIVE_INFINITY)
      if (left < 0 || (left === 0 && (known === undefined || best!.count < known))) best = point
    }
    if (!best || best.differs.length === 0) return best
    const unseen = last?.unseen ?? []
    for (let count = Math.max(0, best.count - 1); count < migrations.length; count++) {
      const statements = await halfRun(replay, count, migrations[count]!, found, dialect)
      if (statements) return { count, statements, differs: [], unseen: unseen.filter((place) => place < count) }
      if (count >= best.count && !unseen.includes(count)) break
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
  const schema = await readCatalog(connection)
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
