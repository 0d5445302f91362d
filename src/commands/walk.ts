import type { Dialect } from '../dialect/dialect.ts'
import { SluiceError } from '../errors.ts'
import type { Folder } from '../migrate/folder.ts'
import { snapshotName } from '../migrate/layout.ts'
import { readCatalog } from '../postgres/catalog.ts'
import type { Standing } from '../proof/replay.ts'
import { run } from '../proof/run.ts'
import { stray } from '../proof/stray.ts'
import type { ReviewInput } from '../review/review.ts'
import { unseen, watch } from '../review/watch.ts'
import type { Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { declaredBy } from './proving.ts'
import type { Chosen } from './review-each.ts'
import { statesOf, storedState } from './state.ts'

/** What was seen of a migration: `strays` is where it does not lead to its snapshot. */
type Seen = Pick<ReviewInput, 'before' | 'after' | 'sighting'> & { readonly strays: readonly string[] }

/** A database on its way through a history. */
export class Walk {
  #standing: Standing | null = null
  #why = ''
  #done = 0
  /** The state where it stands, once it was read. */
  #state: Schema | null = null
  #last: { readonly name: string | undefined; readonly stored: ReturnType<typeof storedState> } | null = null
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

  /** Runs what lies between without a look, and watches this one. `compare`: hold it against its snapshot. */
  async to({ tag, sql, place }: Chosen, { compare }: { readonly compare: boolean }): Promise<Seen> {
    for (; this.#standing && this.#done < place; this.#done += 1) {
      this.#state = null
      const between = this.#folder.migrations[this.#done]!
      const { failure } = await run(this.#standing.connection, this.#dialect.split(between.sql), this.#standing.assumed)
      if (failure) await this.#halt(`${between.tag} does not run: ${failure.error.message}`)
    }
    if (!this.#standing) return { ...(await this.#declared(tag)), sighting: unseen(this.#why), strays: [] }
    const { connection, assumed } = this.#standing
    const before = this.#state ?? (await readCatalog(connection))
    const given = assumed.size
    const sighting = await watch(this.#standing, sql, this.#dialect)
    this.#done = Math.max(this.#done, place + 1)
    if (sighting.why !== '') {
      await this.#halt(`${tag} does not run: ${sighting.refused?.message ?? sighting.why}`)
      return { before, after: (await this.#declared(tag)).after, sighting, strays: [] }
    }
    const after = await readCatalog(connection)
    this.#state = after
    // What stands in for something is no doing of the migration that came upon it.
    const strays =
      compare && assumed.size === given
        ? await this.#strays({ from: before, to: after }, { tag, sql }, this.#standing)
        : []
    return { before, after, sighting, strays }
  }

  /** Where the database is not as the snapshot of a migration that has just run says. */
  async #strays(read: Pair<Schema>, migration: Pick<Chosen, 'tag' | 'sql'>, standing: Standing) {
    const { snapshots, layout } = this.#folder
    if (!snapshots.includes(snapshotName(migration.tag, layout))) return []
    const declared = await declaredBy(this.#folder, migration, this.#dialect, this.#read).catch(unlessOfInput)
    return declared ? stray(read, standing, { ...declared, dialect: this.#dialect }) : []
  }

  /** Each snapshot but the last is read as one migration's after and kept as the next one's before. */
  readonly #read: typeof storedState = (folder, name, dialect) => {
    const known = this.#last?.name === name ? this.#last : null
    this.#last = known ?? { name, stored: storedState(folder, name, dialect) }
    return this.#last.stored
  }

  /** What the snapshots say, where no database stands: null where there is none, or none that can be read. */
  async #declared(tag: string): Promise<{ readonly before: Schema | null; readonly after: Schema | null }> {
    const states = await statesOf(this.#folder, tag, this.#dialect).catch(unlessOfInput)
    if (!states) return { before: null, after: null }
    const { before, after } = states
    return { before: before.schema, after: after.text === null ? null : after.schema }
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

/** Snapshots that cannot be read, or whose answers no longer fit, say nothing. */
function unlessOfInput(error: unknown): undefined {
  if (error instanceof SluiceError) return undefined
  throw error
}
