import type { Dialect } from '../dialect/dialect.ts'
import { dialects } from '../dialects.ts'
import type { Answers } from '../diff/answers.ts'
import { carryOver } from '../diff/carry-over.ts'
import { diff } from '../diff/diff.ts'
import type { Config } from '../drizzle/config.ts'
import { loadSchema } from '../drizzle/load.ts'
import { nothingBeyond } from '../drizzle/snapshot/overlay.ts'
import { SluiceError } from '../errors.ts'
import { type Folder, type Migration, readFolder } from '../migrate/folder.ts'
import { nextTag } from '../migrate/tag.ts'
import { writeMigration } from '../migrate/write.ts'
import { lossesOf } from '../plan/plan.ts'
import { isOwn } from '../proof/examine.ts'
import type { Key, Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { answerOptions, readAnswers } from './answers.ts'
import type { Input } from './command.ts'
import type { Context } from './context.ts'
import { draft } from './draft.ts'
import { allowLoss } from './loss.ts'
import { type Own, ownText, readOwn } from './own-file.ts'
import { proveInput } from './proving.ts'
import { withoutUnmanaged } from './shared.ts'
import { newestState } from './state.ts'

/** What became of a migration that was to be moved. */
export interface Moved {
  readonly from: string
  /** Its new tag; null where there is nothing left to do. */
  readonly to: string | null
  /** `planned`: anew, from the difference. `kept`: its SQL, which somebody wrote. `done`: by the other branch, or along with an earlier one. */
  readonly how: 'planned' | 'kept' | 'done'
}

export const moveOptions = {
  ...answerOptions,
  allowLoss: { type: 'flag', about: 'write it though it loses data' },
} as const

/** What all migrations that are moved share. */
export interface Move {
  /** The folder that they come from. */
  readonly source: Folder
  /** The path of the folder that they are put on top of. */
  readonly target: string
  readonly config: Config
  readonly input: Input<typeof moveOptions>
  readonly context: Context
}

/**
 * Puts migrations on top of a folder, each with what it changes: planned anew, or with its own SQL where that is not what
 * would be planned. From the first one whose change the folder contradicts, one migration leads to the schema files.
 * @throws SluiceError `REBASE_CONFLICT`, and what planning throws
 */
export async function moveAll(move: Move, migrations: readonly Migration[]): Promise<readonly Moved[]> {
  const moved: Moved[] = []
  let merged = false
  for (const [i, migration] of migrations.entries()) {
    const subject = await readSubject(move, migration)
    if (merged && subject.isPlanned) moved.push({ from: migration.tag, to: null, how: 'done' })
    else if (subject.conflicts.length === 0) moved.push(await carry(move, subject))
    else {
      moved.push(await mergeRest(move, subject, migrations.slice(i)))
      merged = true
    }
  }
  return moved
}

type Subject = Awaited<ReturnType<typeof readSubject>>

/** A migration, what it changes, and where that leads from the state that the target now ends in. */
async function readSubject({ source, target, config, context }: Move, migration: Migration) {
  const dialect = dialects[config.dialect]
  const folder = await readFolder(target)
  const state = await newestState(folder, dialect, config, context)
  const { diff: change, plan, down } = await proveInput(source, migration, dialect)
  const read = await readOwn(source.path, migration.tag)
  // Of what drizzle-kit has written, the SQL is the answer.
  const own = { ...read, answers: { ...read.answers, rename: [...read.answers.rename, ...change.renames] } }
  return {
    ...{ migration, folder, state, own, down, dialect },
    created: new Set(change.changes.flatMap(({ verb, key }) => (verb === 'create' ? [key] : []))),
    isPlanned: plan !== null && isOwn(dialect.split(migration.sql.replaceAll('\r\n', '\n')), plan, dialect),
    isChange: change.changes.length > 0,
    loses: plan ? lossesOf(plan.steps) : [],
    ...carryOver(change, state.schema, dialect),
  }
}

async function carry(move: Move, subject: Subject): Promise<Moved> {
  const { migration, own, down, schema, isPlanned, state } = subject
  const { tag: from, sql } = migration
  if (!isPlanned) return { from, to: await write(move, subject, { sql, down, schema, said: own }), how: 'kept' }
  const planned = await planAnew(move, subject, { from: state.schema, to: schema }, own)
  if (planned === null) return { from, to: null, how: 'done' }
  return { from, to: await write(move, subject, { ...planned, schema }), how: 'planned' }
}

/** The schema files hold what both branches meant: whoever merged them has decided. */
async function mergeRest(move: Move, subject: Subject, rest: readonly Migration[]): Promise<Moved> {
  const { config, input, context } = move
  const { migration, state, dialect, conflicts } = subject
  const subjects = await Promise.all(rest.map((one) => readSubject(move, one)))
  const tags = subjects.filter((one) => one.isChange && !one.isPlanned).map((one) => one.migration.tag)
  if (tags.length > 0) throw new SluiceError('REBASE_CONFLICT', { tags, objects: conflicts })
  const said = await readAnswers(context.cwd, input)
  const { schema } = await loadSchema(config)
  const from = withoutUnmanaged({ from: state.schema, to: schema }, dialect, said, config, context)
  const owns = subjects.filter((one) => one.isPlanned).map((one) => one.own)
  const own = {
    answers: {
      rename: [...said.rename, ...owns.flatMap(({ answers }) => answers.rename)],
      create: [...said.create, ...owns.flatMap(({ answers }) => answers.create)],
    },
    backfill: new Map(owns.flatMap(({ backfill }) => [...backfill])),
    manner: subject.own.manner,
  }
  const planned = await planAnew(move, subject, { from, to: schema }, own)
  if (planned === null) return { from: migration.tag, to: null, how: 'done' }
  const known = new Set(subjects.flatMap(({ loses }) => loses))
  const losses = lossesOf(planned.plan.steps).filter((loss) => !known.has(loss))
  await allowLoss(losses, input.allowLoss ?? false, context)
  return { from: migration.tag, to: await write(move, subject, { ...planned, schema }), how: 'planned' }
}

type Said = Pick<Own, 'answers' | 'backfill' | 'manner'>

/** Null where the target is there already. */
function planAnew({ context }: Move, { migration, down, dialect, created }: Subject, pair: Pair<Schema>, own: Said) {
  const wishes = {
    answers: fitting(pair, dialect, own.answers, created),
    backfill: [...own.backfill].map(([column, sql]) => `${column}=${sql}`),
    down: down !== null,
    breakpoints: migration.breakpoints,
    manner: own.manner,
  }
  return draft(pair, dialect, wishes, context)
}

/**
 * The answers to what is asked now: without those that nothing asks for any more, since the other branch has renamed or made
 * the same, and with those that follow from what the migration was known to make.
 */
function fitting(
  pair: Pair<Schema>,
  dialect: Dialect,
  { rename, create }: Answers,
  created: ReadonlySet<Key>,
): Answers {
  const answers = { rename: [...new Set(rename)], create: [...new Set(create)] }
  try {
    const made = diff(pair, dialect, answers).questions.flatMap(({ to }) => (created.has(to) ? [to] : []))
    return made.length === 0 ? answers : fitting(pair, dialect, { rename, create: [...create, ...made] }, created)
  } catch (error) {
    if (!(error instanceof SluiceError) || error.code !== 'ANSWER_UNMATCHED') throw error
    const unused = new Set(error.details.answers as readonly string[])
    const used = (texts: readonly string[]) => texts.filter((text) => !unused.has(text))
    return fitting(pair, dialect, { rename: used(rename), create: used(create) }, created)
  }
}

interface Written {
  readonly sql: string
  readonly down: string | null
  readonly schema: Schema
  readonly said: Said
}

/** Writes the migration as the newest one of the target. Returns its tag. */
async function write(
  { config: { prefix } }: Move,
  { migration, folder, state }: Subject,
  { sql, down, schema, said }: Written,
): Promise<string> {
  const { breakpoints } = migration
  const name = migration.tag.split('_').slice(1).join('_') || undefined
  const next = nextTag(folder, { prefix, name })
  const { text: snapshot, beyond } = state.follow(schema)
  // What went must not come back from an earlier file.
  const own = ownText({ ...said, beyond: beyond ?? (state.beyond && nothingBeyond) })
  const side = {
    ...(own !== null && { [`${next.tag}.json`]: own }),
    ...(down !== null && { [`${next.tag}.down.sql`]: down }),
  }
  await writeMigration(folder, { ...next, version: '7', breakpoints, sql, snapshot, side })
  return next.tag
}
