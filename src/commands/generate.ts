import { relative } from 'node:path'
import type { Dialect } from '../dialect/dialect.ts'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { loadSchema } from '../drizzle/load.ts'
import { nothingBeyond } from '../drizzle/snapshot/overlay.ts'
import { prefixes } from '../drizzle/user-config.ts'
import { SluiceError } from '../errors.ts'
import type { Folder } from '../migrate/folder.ts'
import { readFolderLazily } from '../migrate/lazy-folder.ts'
import { nextTag } from '../migrate/tag.ts'
import { type NewMigration, writeMigration } from '../migrate/write.ts'
import { lossesOf } from '../plan/plan.ts'
import { replayOf } from '../proof/replay.ts'
import { answerOptions, readAnswers } from './answers.ts'
import { command, type Input, type Options, type Reported } from './command.ts'
import { compared } from './compared.ts'
import type { Context } from './context.ts'
import { draft } from './draft.ts'
import { openEngine } from './engine.ts'
import { firstContact, firstContactResult } from './first-contact.ts'
import { type Generated, generatedText, report, unchanged } from './generated.ts'
import { allowLoss } from './loss.ts'
import { whileLocked } from './migrations.ts'
import { ownText } from './own-file.ts'
import { projectOptions, readProject } from './project.ts'
import { bind } from './proof-file.ts'
import { proofFailed, proveOnce, type Unproven } from './proving.ts'
import { withoutUnmanaged } from './shared.ts'
import { newestUnread, type State, type Unread } from './state.ts'
import { proofText } from './stored-proof.ts'

const options = {
  name: { type: 'text', value: 'name', about: 'the name of the migration; by default two made-up words' },
  custom: { type: 'flag', about: 'write an empty migration for SQL of your own' },
  ...answerOptions,
  backfill: { type: 'list', value: 'column=sql', about: 'fill a column that becomes required: users.age=0' },
  allowLoss: { type: 'flag', about: 'write it though it loses data' },
  prove: { type: 'switch', about: 'write it without a proof' },
  down: { type: 'switch', about: 'write no down migration' },
  dialect: { type: 'text', value: 'name', about: 'postgresql' },
  schema: { type: 'list', value: 'path', about: 'a schema file, a folder or a glob' },
  out: { type: 'text', value: 'folder', about: 'the migration folder' },
  casing: { type: 'text', value: 'casing', about: 'how names are cased', oneOf: ['camelCase', 'snake_case'] },
  prefix: { type: 'text', value: 'prefix', about: 'how file names begin', oneOf: prefixes },
  breakpoints: { type: 'switch', about: 'write no --> statement-breakpoint between statements' },
  online: { type: 'flag', about: 'keep tables open to reads and writes: more statements, in more transactions' },
  guards: { type: 'flag', about: 'write statements that may run a second time: IF NOT EXISTS' },
  ...projectOptions,
} as const satisfies Options

type Given = Input<typeof options>

const overrides = ({ dialect, schema, out, casing, breakpoints, prefix, online, guards }: Given) => ({
  dialect,
  schema,
  out,
  casing,
  breakpoints,
  prefix,
  online,
  guards,
})

/** Writes the migration from the newest snapshot to the schema files, once it is proven. */
export const generate = command<typeof options, Generated>({
  name: 'generate',
  summary: 'Write a migration for what has changed in the schema files, and prove it.',
  access: 'write',
  options,
  result: {
    tag: 'the new migration; null where nothing has changed',
    file: 'the path of its SQL file, from the working directory; null where nothing has changed',
    statements: 'its statements, in order; none with `--custom`',
    loses: 'all that is gone for good after it, as noun phrases',
    anew: 'the keys of what is dropped and made again; all else changes in place',
    conditions: '`{ says, option }`: what some rows may break, and the option that helps or null',
    down: 'whether a down migration was written',
    proof:
      'the proof as it is stored in `<out>/sluice/<tag>.proof.json`, and `ms`, the time it took, with `statementMs`, that of each statement; null where there is none',
    findings: 'what review has to say of it, as `sluice review` prints it; none with `--custom`',
    firstContact: firstContactResult,
  },
  async run(context, input) {
    if (input.custom) refusePlanning(input)
    const config = await readProject(context, input, overrides(input))
    for (const warning of config.warnings) context.warn(warning)
    return whileLocked(config.out, context, async () => {
      const folder = laidOut(await readFolderLazily(config.out), config, context)
      const dialect = dialects[config.dialect]
      const newest = await newestUnread(folder, dialect, config, context)
      const task = { config, dialect, folder, newest, input, context }
      return await (input.custom ? writeCustom(task) : writePlanned(task))
    })
  },
  text: generatedText,
})

/**
 * What is said about planned statements would be lost on SQL of the user's own.
 * @throws SluiceError `OPTIONS_CONFLICT`
 */
function refusePlanning(input: Given): void {
  const option = planningOf(input)[0] ?? (input.allowLoss && '--allow-loss')
  if (option) throw new SluiceError('OPTIONS_CONFLICT', { options: ['--custom', option] })
}

/** The options given that say something of a change. */
function planningOf({ rename, create, answers, backfill }: Given): readonly string[] {
  const planning = {
    '--rename': rename?.length,
    '--create': create?.length,
    '--answers': answers,
    '--backfill': backfill?.length,
  }
  return Object.entries(planning).flatMap(([option, used]) => (used ? [option] : []))
}

/** A folder is worked in as it is laid out; one without migrations is laid out as the config says. */
function laidOut(folder: Folder, { layout }: Config, { warn }: Context): Folder {
  if (folder.journal.text === undefined && folder.journal.entries.length === 0)
    return { ...folder, layout: layout ?? 'v0' }
  if (layout !== null && layout !== folder.layout)
    warn(`the migration folder has the layout ${folder.layout}, and stays so: sluice up --layout ${layout} converts it`)
  return folder
}

/** What all steps of a run share. */
interface Task {
  readonly config: Config
  readonly dialect: Dialect
  readonly folder: Folder
  readonly newest: Unread
  readonly input: Given
  readonly context: Context
}

async function writePlanned(task: Task): Promise<Reported<Generated>> {
  const { config, dialect, newest, input, context } = task
  const answers = await readAnswers(context.cwd, input)
  const loaded = await loadSchema(config)
  const { schema, empty, providers, warnings } = loaded
  for (const warning of warnings) context.warn(warning)
  const comparison = compared(config.root, newest, schema)
  if (planningOf(input).length === 0 && (await comparison.isSame())) return nothingToDo(task)
  const from = newest.read()
  if (empty) refuseEmpty(from, config)
  const { breakpoints, manner } = config
  const wishes = { answers, backfill: input.backfill ?? [], down: input.down ?? true, breakpoints, manner }
  const left = withoutUnmanaged({ from: from.schema, to: schema }, dialect, answers, config, context)
  const planned = await draft({ from: left, to: schema }, dialect, wishes, context)
  if (!planned) {
    // What is let go with a warning is warned of each time.
    if (left.size === from.schema.size) await comparison.keep()
    return nothingToDo(task)
  }
  await allowLoss(lossesOf(planned.plan.steps), input.allowLoss ?? false, context)

  const next = await name(task)
  const { tag } = next
  const { sql, down } = planned
  const { text: snapshot, beyond: lost } = from.follow(schema)
  // What went must not come back from an earlier file.
  const beyond = lost ?? (from.beyond && nothingBeyond)
  const own = ownText({ ...planned.said, beyond })
  const given = { ...planned, providers, seed: null, bound: bind(from, snapshot, own) }
  const proven = input.prove === false ? null : await proveNext(task, tag, given)
  if (proven?.proof.result === 'failed') {
    const again = 'sluice generate (with --no-prove it is written without a proof)'
    throw proofFailed(tag, { what: 'was not written: it failed its proof', again }, proven)
  }
  const side = {
    ...(own !== null && { [`${tag}.json`]: own }),
    ...(down !== null && { [`${tag}.down.sql`]: down }),
    ...(proven && { [`${tag}.proof.json`]: proofText(proven.proof) }),
  }
  const file = await write(task, { ...next, sql, snapshot, side })
  const { reviewNew } = await import('./review-new.ts')
  const { findings, error } = await reviewNew(
    { tag, file, sql, pair: { from: left, to: schema }, proven, loaded },
    config,
  )
  if (config.verbose) for (const { sql } of planned.plan.steps) context.report(`${sql};`)
  return { ...report(planned, tag, file, proven, findings), ...(error && { error }) }
}

const nothingToDo = async ({ folder, config }: Task): Promise<Generated> => ({
  ...unchanged,
  firstContact: await firstContact(folder, config, 'sluice status'),
})

/** Proves the migration that comes after those of the folder. */
async function proveNext(
  { config, dialect, folder, context }: Task,
  tag: string,
  given: Omit<Unproven, 'open' | 'before'>,
) {
  const { open, close } = await openEngine(config, context, { soon: true })
  const replay = replayOf({ ...folder, dialect, providers: given.providers, open, signal: context.signal })
  const before = () => replay.at(folder.migrations.length)
  try {
    return await proveOnce(dialect, tag, { ...given, open, before }, context)
  } finally {
    await replay.close()
    await close()
  }
}

/** An empty migration and a copy of the last snapshot, as drizzle-kit writes them. */
async function writeCustom(task: Task): Promise<Generated> {
  const from = task.newest.read()
  const next = await name(task)
  const sql = '-- Custom SQL migration file, put your code below! --'
  const snapshot = from.follow(from.schema).text
  return { ...unchanged, tag: next.tag, file: await write(task, { ...next, sql, snapshot, side: {} }) }
}

/** @throws SluiceError `SCHEMA_EMPTY` */
function refuseEmpty({ schema }: State, config: Config): void {
  const tables = [...schema].filter(({ kind }) => kind === 'table').length
  if (tables > 0) throw new SluiceError('SCHEMA_EMPTY', { tables, schema: config.schema })
}

async function name({ folder, config: { prefix }, input, context: { prompt } }: Task) {
  const name = input.name ?? (await prompt?.text('Name of the migration (Enter for a made-up one)', ''))
  return nextTag(folder, { prefix, name })
}

/** Returns the path of the SQL file. */
async function write({ folder, config, context }: Task, files: Omit<NewMigration, 'version' | 'breakpoints'>) {
  const [file] = await writeMigration(folder, { version: '7', breakpoints: config.breakpoints, ...files })
  return relative(context.cwd, file!)
}
