import { relative, sep } from 'node:path'
import type { Dialect } from '../dialect/dialect.ts'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Folder } from '../migrate/folder.ts'
import { survey } from '../postgres/catalog.ts'
import { replayOf, type Standing } from '../proof/replay.ts'
import { run } from '../proof/run.ts'
import type { Provider } from '../proof/stand-ins.ts'
import { conventionsOf } from '../review/conventions.ts'
import { loadParser } from '../review/parse.ts'
import { type Review, type ReviewInput, review } from '../review/review.ts'
import { unseen, watch } from '../review/watch.ts'
import type { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'
import { openEngine } from './engine.ts'
import { statesOf } from './state.ts'
import { isStale, readProof } from './stored-proof.ts'

/** Something to review: a migration of the folder, or a file that would come after them. */
export interface Chosen {
  readonly tag: string
  readonly file: string
  readonly sql: string
  /** How many migrations of the folder come before it. */
  readonly place: number
}

/** What all reviews of a run share. */
interface Given {
  readonly providers: readonly Provider[]
  readonly sizes: ReadonlyMap<string, number> | null
}

/** Reviews migrations in the order of the folder. One embedded database goes from each to the next. */
export async function* reviewEach(
  folder: Folder,
  chosen: readonly Chosen[],
  config: Config,
  context: Context,
  { providers, sizes }: Given,
): AsyncGenerator<Review> {
  const dialect = dialects[config.dialect]
  const inOrder = chosen.toSorted((a, b) => a.place - b.place)
  const first = inOrder[0]?.place ?? 0
  const parse = await loadParser()
  const { open, close } = await openEngine(config, context, { soon: chosen.length > 0 })
  const replay = replayOf({ ...folder, dialect, providers, open, signal: context.signal }, first)
  const walk = new Walk(folder, dialect)
  const shared = { postgres: config.manner.postgres ?? 14, sizes, conventions: conventionsOf(config.review, providers) }
  try {
    const standing = await replay.at(first)
    walk.begin(standing, first)
    for (const one of inOrder) {
      context.progress(`reviewing ${one.tag}`)
      const { tag, sql } = one
      const file = relative(context.cwd, one.file).split(sep).join('/')
      const proof = await readProof(folder.path, tag)
      const planned = proof?.base === 'neighbourhood' && !isStale(proof, { sql })
      yield review({ tag, file, sql, planned, ...shared, ...(await walk.to(one)) }, parse)
    }
  } finally {
    await walk.close()
    await replay.close()
    await close()
  }
}

/** A database on its way through a history. */
class Walk {
  #standing: Standing | null = null
  #why = ''
  #done = 0
  /** The state where it stands, once it was read. */
  #state: Schema | null = null
  readonly #folder: Folder
  readonly #dialect: Dialect

  constructor(folder: Folder, dialect: Dialect) {
    this.#folder = folder
    this.#dialect = dialect
  }

  begin(standing: Standing | { readonly why: string }, done: number): void {
    if ('why' in standing) this.#why = `the migrations before it do not run: ${standing.why}`
    else this.#standing = standing
    this.#done = done
  }

  /** Runs what lies between without a look, and watches this one. */
  async to({ tag, sql, place }: Chosen): Promise<Pick<ReviewInput, 'before' | 'after' | 'sighting'>> {
    for (; this.#standing && this.#done < place; this.#done += 1) {
      this.#state = null
      const between = this.#folder.migrations[this.#done]!
      const { failure } = await run(this.#standing.connection, this.#dialect.split(between.sql), this.#standing.assumed)
      if (failure) await this.#halt(`${between.tag} does not run: ${failure.error.message}`)
    }
    if (!this.#standing) return { ...(await this.#declared(tag)), sighting: unseen(this.#why) }
    const { connection } = this.#standing
    const before = this.#state ?? (await survey(connection)).schema
    const sighting = await watch(this.#standing, sql, this.#dialect)
    this.#done = Math.max(this.#done, place + 1)
    if (sighting.why !== '') {
      await this.#halt(`${tag} does not run: ${sighting.refused?.message ?? sighting.why}`)
      return { before, after: (await this.#declared(tag)).after, sighting }
    }
    this.#state = (await survey(connection)).schema
    return { before, after: this.#state, sighting }
  }

  /** What the snapshots say, where no database stands: null where there is none, or none that can be read. */
  async #declared(tag: string): Promise<{ readonly before: Schema | null; readonly after: Schema | null }> {
    try {
      const { before, after } = await statesOf(this.#folder, tag, this.#dialect)
      return { before: before.schema, after: after.text === null ? null : after.schema }
    } catch (error) {
      if (!(error instanceof SluiceError)) throw error
      return { before: null, after: null }
    }
  }

  async #halt(why: string): Promise<void> {
    this.#why = why
    await this.close()
  }

  async close(): Promise<void> {
    await this.#standing?.connection.close()
    this.#standing = null
  }
}
