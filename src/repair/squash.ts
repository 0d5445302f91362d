import { type Connection, DatabaseError } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { diff } from '../diff/diff.ts'
import { plan } from '../plan/plan.ts'
import { readCatalog, type Survey, survey, type Unmodelled, unmodelledText } from '../postgres/catalog.ts'
import { changesRows } from '../postgres/sql/changes-rows.ts'
import { type Census, differences, takeCensus } from '../proof/census.ts'
import { changesOf, describe } from '../proof/converge.ts'
import { type Halt, type History, replayOf, type Standing, usualLimit } from '../proof/replay.ts'
import { run } from '../proof/run.ts'
import { build, settle } from '../proof/settle.ts'
import type { Assumed } from '../proof/stand-ins.ts'
import { canonical } from '../schema/hash.ts'
import { type Key, keyOf, type Obj } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'

/** The migrations that are to be one. */
export interface Squash extends History {
  /** The state that the last of them declares: its texts are those that somebody wrote. */
  readonly declared: Schema
  /** Joins statements to the text of a file. */
  text(statements: readonly { readonly sql: string; readonly apart: boolean }[]): string
  progress(text: string): void
}

/** One migration in the place of several. */
export interface Squashed {
  readonly sql: string
  /** Statements of theirs that it repeats as they were: what writes rows, and what makes objects that no plan makes. */
  readonly kept: readonly Kept[]
  /** Statements that write rows and that it leaves out: on an empty database they change nothing. */
  readonly leftOut: readonly (Kept & { readonly why: string })[]
  /** What was put in place of what the migrations do not make. */
  readonly assumed: readonly string[]
}

interface Kept {
  readonly tag: string
  readonly sql: string
}

/** Why there is none. */
export type Refusal = { readonly halted: string } | { readonly differences: readonly string[] }

/** A database that is done, as far as another one can be held against it. */
interface Found {
  readonly survey: Survey
  readonly rows: Census
  readonly sequences: string
}

/**
 * Plans one migration that leads an empty database to where several lead it, and shows that it does: the same objects, the
 * same rows, the same sequences.
 */
export async function squash(input: Squash): Promise<Squashed | Refusal> {
  const { dialect, progress } = input
  progress('running the migrations')
  const replayed = await replay(input)
  if ('why' in replayed) return { halted: replayed.why }
  const { found: wanted, assumed } = replayed
  progress('planning one in their place')
  const made = await compose(input, wanted, assumed)
  progress('comparing')
  const again = await onBlank(input, assumed, async (connection) => {
    const { failure } = await run(connection, dialect.split(made.sql), new Map(assumed))
    return failure ? failure.error.message : lookAt(connection)
  })
  const left = typeof again === 'string' ? [again] : await compare(input, wanted, again)
  if (left.length === 0) return { ...made, assumed: [...assumed.keys()].sort() }
  return { differences: [...left, ...made.leftOut.map(({ tag, sql, why }) => `${tag}: ${why} (${short(sql)})`)] }
}

async function replay(input: Squash): Promise<{ readonly found: Found; readonly assumed: Assumed } | Halt> {
  const history = replayOf(input)
  try {
    const standing: Standing | Halt = await history.at(input.migrations.length)
    if ('why' in standing) return standing
    const { connection, assumed } = standing
    try {
      return { found: await lookAt(connection), assumed }
    } finally {
      await connection.close()
    }
  } finally {
    await history.close()
  }
}

/** A new database with the stand-ins that the migrations counted on. */
async function onBlank<T>(
  { open, signal, statementLimit = usualLimit }: Squash,
  assumed: Assumed,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await open({ statementLimit, ...(signal && { signal }) })
  try {
    for (const sql of assumed.values()) await connection.script(sql)
    return await use(connection)
  } finally {
    await connection.close()
  }
}

async function lookAt(connection: Connection): Promise<Found> {
  const found = await survey(connection)
  const rows = await takeCensus(connection, found.schema)
  const sequences = await connection.query(
    'select schemaname, sequencename, last_value::text from pg_sequences order by 1, 2',
  )
  return { survey: found, rows, sequences: canonical(sequences as never) }
}

async function compose(input: Squash, wanted: Found, assumed: Assumed): Promise<Omit<Squashed, 'assumed'>> {
  const { dialect, migrations, text } = input
  return onBlank(input, assumed, async (connection) => {
    const given = await readCatalog(connection)
    const state = await worded(input, wanted.survey.schema, connection, assumed)
    const pair = { from: given, to: state }
    const steps = plan(pair, diff(pair, dialect), dialect).steps
    const { failure } = await run(connection, dialect.split(text(steps)), new Map(assumed))
    const statements = migrations.flatMap(({ tag, sql }) => dialect.split(sql).map((one) => ({ ...one, tag })))
    const kept: Kept[] = []
    const leftOut: Squashed['leftOut'][number][] = []
    let missing = lacking(wanted.survey, await survey(connection))
    for (const { tag, text: sql, mode } of failure ? [] : statements) {
      if (changesRows(sql)) {
        const why = await refused(connection, sql)
        if (why === null) kept.push({ tag, sql })
        else leftOut.push({ tag, sql, why })
      } else if (mode === 'normal' && missing.some(({ name }) => sql.toLowerCase().includes(lastName(name)))) {
        const left = await leaves(connection, sql, wanted.survey)
        if (left === null || left.length >= missing.length) continue
        await connection.script(closed(`begin; ${sql}`, 'commit'))
        missing = left
        kept.push({ tag, sql })
      }
    }
    const all = [...steps, ...kept.map(({ sql }) => ({ sql: closed(sql), apart: false }))]
    return { sql: text(all), kept, leftOut }
  })
}

/** The state as the catalog has it, in the words of the declaration wherever the two mean the same. */
async function worded(input: Squash, found: Schema, connection: Connection, assumed: Assumed): Promise<Schema> {
  const { dialect, declared } = input
  const settled = await settle(connection, new Map(assumed), () => connection.script(build(declared, dialect))).catch(
    unlessOfDatabase,
  )
  if (!settled) return found
  const differ = new Set(changesOf({ from: found, to: settled }, dialect).map(({ key }) => key))
  const said = (object: Obj): Obj => {
    const k = keyOf(object)
    const own = declared.get(k)
    if (!own || differ.has(k)) return object
    return { ...own, attrs: { ...own.attrs, ...ignored(object, dialect) } }
  }
  return new Schema(Array.from(found, said))
}

/** What is no difference still decides in which order things stand: the columns of a table. */
function ignored({ kind, attrs }: Obj, dialect: Dialect): Obj['attrs'] {
  const { fields } = dialect.kinds[kind]!
  return Object.fromEntries(Object.entries(attrs).filter(([name]) => fields[name] === 'ignore'))
}

/** Why a statement does not run here; null where it did. */
async function refused(connection: Connection, sql: string): Promise<string | null> {
  try {
    await connection.script(closed(`begin; ${sql}`, 'commit'))
    return null
  } catch (error) {
    await connection.script('rollback')
    if (error instanceof DatabaseError) return error.message
    throw error
  }
}

/** What of the objects that no plan makes is still missing after a statement, which is undone; null where it does not run. */
async function leaves(connection: Connection, sql: string, wanted: Survey): Promise<readonly Unmodelled[] | null> {
  try {
    await connection.script(`begin; ${sql}`)
    return lacking(wanted, await survey(connection, { transaction: false }))
  } catch (error) {
    unlessOfDatabase(error)
    return null
  } finally {
    await connection.script('rollback')
  }
}

/** A statement, and what follows it: a text may end in a comment. */
const closed = (sql: string, next?: string): string => {
  const text = /--[^\n]*$/.test(sql) ? `${sql}\n` : sql
  return next === undefined ? text : `${text}; ${next}`
}

const lastName = (name: string): string =>
  name.replace(/\(.*/s, '').split('.').at(-1)!.replaceAll('"', '').toLowerCase()

const lacking = (wanted: Survey, found: Survey): readonly Unmodelled[] => {
  const there = new Set(found.unmodelled.map(unmodelledText))
  return wanted.unmodelled.filter((one) => !there.has(unmodelledText(one)))
}

async function compare(input: Squash, wanted: Found, found: Found): Promise<readonly string[]> {
  const { dialect } = input
  const objects = changesOf({ from: found.survey.schema, to: wanted.survey.schema }, dialect)
  const missing = lacking(wanted.survey, found.survey)
  const more = lacking(found.survey, wanted.survey)
  return [
    ...objects.map((change) => describe(change, dialect)),
    ...missing.map((one) => `${unmodelledText(one)} is missing`),
    ...more.map((one) => `${unmodelledText(one)} is there and should not be`),
    ...(await compareRows(input, wanted, found)),
    ...(objects.length === 0 && wanted.sequences !== found.sequences ? ['the sequences stand elsewhere'] : []),
  ]
}

/** What the same migrations make otherwise when they run again, as a time or a random value, is no difference. */
async function compareRows(input: Squash, wanted: Found, found: Found): Promise<readonly string[]> {
  const differ = (other: Found, revalued: ReadonlySet<Key>) =>
    differences(wanted.rows, other.rows, { revalued, before: (k) => k })
  const first = differ(found, new Set())
  if (first.length === 0) return []
  const again = await replay(input)
  if ('why' in again) return [again.why]
  const volatile = new Set(differ(again.found, new Set()).map(({ of }) => of))
  return differ(found, volatile).map(({ says }) => says)
}

function unlessOfDatabase(error: unknown): undefined {
  if (error instanceof DatabaseError) return undefined
  throw error
}

const short = (sql: string): string => {
  const line = sql.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
