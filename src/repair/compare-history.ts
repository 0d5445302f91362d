import { DatabaseError } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { subject } from '../diff/change.ts'
import type { Folder } from '../migrate/folder.ts'
import { snapshotName } from '../migrate/layout.ts'
import { readCatalog } from '../postgres/catalog.ts'
import { changesOf, describe } from '../proof/converge.ts'
import { type History, replayOf } from '../proof/replay.ts'
import { type Key, kindOf } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { settled } from './settled.ts'

/** A history that is to be run from the start, and the state that each snapshot stands for. */
export interface Compared extends Pick<History, 'open' | 'providers' | 'signal'> {
  readonly folder: Folder
  readonly dialect: Dialect
  /** The state that a snapshot of the folder stands for, by its name. */
  state(snapshot: string): Promise<Schema>
  progress(text: string): void
}

/** How a history ends on an empty database. */
export interface Comparison {
  /** Why a migration does not run, after its tag; null where all do. */
  readonly halted: string | null
  /** Where the database was not as a snapshot says, after the tag of the first migration that it was so. */
  readonly differs: readonly string[]
}

/** Runs all migrations on an empty database, and holds against each snapshot what they have made by then. */
export async function compareHistory(input: Compared): Promise<Comparison> {
  const { folder, dialect, progress } = input
  const { migrations, snapshots, layout } = folder
  const replay = replayOf({ ...input, migrations })
  const differs: string[] = []
  let known = new Set<string>()
  try {
    for (const [i, { tag }] of migrations.entries()) {
      const snapshot = snapshotName(tag, layout)
      if (!snapshots.includes(snapshot)) continue
      progress(`comparing ${tag} with its snapshot`)
      const standing = await replay.at(i + 1)
      if ('why' in standing) return { halted: standing.why, differs }
      const found = await readCatalog(standing.connection)
      await standing.connection.close()
      const state = await input.state(snapshot)
      const left = await settled(state, input)
        .then((wanted) => driftOf(found, wanted, dialect))
        .catch(whyNot)
      differs.push(...left.filter((says) => !known.has(says)).map((says) => `${tag}: ${says}`))
      known = new Set(left)
    }
    return { halted: null, differs }
  } finally {
    await replay.close()
  }
}

function whyNot(error: unknown): readonly string[] {
  if (error instanceof DatabaseError) return [`its snapshot does not build: ${error.message}`]
  throw error
}

/** What a database has besides is nobody's business, unless it is a part of something declared. */
function driftOf(found: Schema, wanted: Schema, dialect: Dialect): readonly string[] {
  return changesOf({ from: found, to: wanted }, dialect)
    .filter((change) => change.verb !== 'drop' || isPart(subject(change).parent, wanted))
    .map((change) => describe(change, dialect))
}

const isPart = (parent: Key | undefined, wanted: Schema): boolean =>
  parent !== undefined && kindOf(parent) !== 'schema' && wanted.has(parent)
