import type { Connection } from '../dialect/connection.ts'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import { traces } from '../migrate/detach.ts'
import { type Beginning, dryRun as showRun } from '../migrate/dry-run.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { withoutLedger } from '../migrate/ledger-objects.ts'
import type { Applied, Failure, Interruption } from '../migrate/outcome.ts'
import {
  asMigration,
  backwards,
  type RollbackOptions,
  type RolledBack,
  rollback as runBack,
} from '../migrate/rollback.ts'
import type { Task } from '../migrate/run.ts'
import { readStatus, type Status } from '../migrate/status.ts'
import type { Unit } from '../migrate/unit.ts'
import { readCatalog } from '../postgres/catalog.ts'
import { keep, keepSql } from '../postgres/trash/trash-keep.ts'
import { hashSql } from '../schema/hash.ts'
import type { Schema } from '../schema/schema.ts'
import { command, type Input, type Options } from './command.ts'
import { compareBack, type Differences } from './compare-back.ts'
import type { Context } from './context.ts'
import { namingDirect } from './direct-url.ts'
import { interruption } from './failure.ts'
import { readMigrations } from './migrations.ts'
import { anotherSession, databaseOptions, openTarget } from './open-target.ts'
import { projectOptions, readProject } from './project.ts'
import { lockTimeoutOption, readLockTimeout, show } from './run-events.ts'
import { readProof } from './stored-proof.ts'
import { announce, chooseTarget, type Target } from './target.ts'
import { type WayBack, wayBack } from './way-back.ts'

const options = {
  to: { type: 'text', value: 'tag', about: 'the last migration that stays' },
  steps: { type: 'text', value: 'number', about: 'how many migrations to roll back; by default one' },
  allowLoss: { type: 'flag', about: 'roll back though data is lost; rows are kept in the schema sluice_trash' },
  dryRun: { type: 'flag', about: 'print the SQL with its transactions and run nothing' },
  ...lockTimeoutOption,
  ...databaseOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Result {
  readonly target: string
  readonly rolledBack: readonly Applied[]
  readonly applied: readonly string[]
  readonly loses: readonly string[]
  readonly kept: readonly string[]
  readonly left: readonly string[]
  readonly drift: readonly string[]
  readonly failed: Pick<Failure, 'kind' | 'tag' | 'committed'> | null
  readonly interrupted: Interruption | null
  readonly script: string | null
}

/** Leads back from the newest applied migrations. */
export const rollback = command<typeof options, Result>({
  name: 'rollback',
  summary: 'Undo the newest applied migrations, and verify it.',
  access: 'destroy',
  options,
  result: {
    target: 'the database, without its password',
    rolledBack: '`{ tag, ms, statements }` of each migration that this run rolled back',
    applied: 'the tags that are applied now',
    loses: 'all that is gone for good after it, as noun phrases',
    kept: 'the tables in the schema `sluice_trash` that hold what was lost',
    left: 'where the database is not as declared afterwards, though it was to be or was before',
    drift: 'where it is not as declared and was not before',
    failed: 'null, or `{ kind, tag, committed }`, as `migrate` has it',
    interrupted: 'null, or `{ tag, committed }` of the migration that was under way',
    script: 'with `--dry-run` the SQL, else null',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    const target = chooseTarget(config, input.url)
    const said = input.dryRun ? { ...context, report: (line: string) => context.report(`-- ${line}`) } : context
    announce(said, target, config)
    const folder = await readMigrations(context, config)
    const connection = await openTarget(target, input.dryRun ? 'read' : 'write', context)
    try {
      const status = await readStatus(connection, folder, config.ledger)
      const ways: WayBack[] = []
      const manner = { postgres: Math.floor(connection.version / 10_000), ...config.manner }
      for (const migration of choose(folder, status, input))
        ways.push(await wayBack(folder, migration, dialects[config.dialect], { ...config, manner }))
      const loses = [...new Set(ways.flatMap(({ losses }) => losses))]
      const task = { config, target, folder, connection, status, ways, loses, context: said, input }
      return input.dryRun ? await dryRun(task) : await rollBack(task)
    } finally {
      await connection.close()
    }
  },
  text({ rolledBack, failed, script }) {
    if (script !== null) return script.trimEnd()
    return rolledBack.length === 0 && failed === null ? 'Nothing to roll back.' : ''
  },
})

interface RollbackTask {
  readonly config: Config
  readonly target: Target
  readonly folder: Folder
  readonly connection: Connection
  readonly status: Status
  readonly ways: readonly WayBack[]
  readonly loses: readonly string[]
  readonly context: Context
  readonly input: Given
}

/**
 * The applied migrations to roll back, the newest first.
 * @throws SluiceError `OPTIONS_CONFLICT`, `OPTION_INVALID`, `TAG_UNKNOWN`
 */
function choose({ path, migrations }: Folder, { applied }: Status, { to, steps }: Given): readonly Migration[] {
  if (to !== undefined && steps !== undefined)
    throw new SluiceError('OPTIONS_CONFLICT', { options: ['--to', '--steps'] })
  const count = Number(steps ?? 1)
  if (!Number.isInteger(count) || count < 1)
    throw new SluiceError('OPTION_INVALID', {
      option: '--steps',
      problem: `${JSON.stringify(steps)} is no number from 1`,
    })
  const newest = applied.map(({ migration }) => migration).reverse()
  if (to === undefined) return newest.slice(0, count)
  const last = migrations.findIndex(({ tag }) => tag === to)
  if (last < 0) throw new SluiceError('TAG_UNKNOWN', { tag: to, folder: path })
  return newest.filter((migration) => migrations.indexOf(migration) > last)
}

const nothing = { rolledBack: [], kept: [], left: [], drift: [], failed: null, interrupted: null, script: null }

async function dryRun(task: RollbackTask): Promise<Result> {
  const { target, connection, status, ways, loses } = task
  const beginning: Beginning = (migration, { statements }, all) => {
    const way = wayOf(ways, migration)
    return keepSql(connection, way.migration.tag, way.takenBefore(statements, all))
  }
  const { script = '' } = await showRun(backwards(runOf(task)), false, beginning)
  return { ...nothing, target: target.label, applied: tagsOf(status), loses, script }
}

const tagsOf = ({ applied }: Status) => applied.map(({ migration }) => migration.tag)

const wayOf = (ways: readonly WayBack[], migration: Migration): WayBack =>
  ways.find((one) => asMigration(one).tag === migration.tag)!

const runOf = ({ config, target, folder, connection, ways, context, input }: RollbackTask): RollbackOptions => ({
  connection,
  folder,
  ledger: config.ledger,
  traces,
  downs: ways,
  signal: context.signal,
  onEvent: (event) => {
    context.event?.(event)
    show(event, context, 'ran')
  },
  ...anotherSession(target),
  ...readLockTimeout(input),
})

async function rollBack(task: RollbackTask): Promise<Result> {
  const { config, target, folder, connection, status, ways, loses, context } = task
  await allow(task)
  await warnOfUnproven(folder, ways, context)
  const before = await stateOf(task)
  const kept = new Map<string, readonly string[]>()
  const beside = { before: (task: Task, unit: Unit) => keepBefore(task, unit, ways, connection, kept) }
  const outcome = await namingDirect(runBack({ ...runOf(task), beside }), target, config)
  const found = await compare(task, before, outcome)
  const tables = [...kept.values()].flat()
  for (const name of tables) context.report(`  kept ${name}`)
  const error = whyNot(outcome, found, ways, context)
  const { failed, interrupted, rolledBack } = outcome
  const gone = new Set(rolledBack.map(({ tag }) => tag))
  return {
    target: target.label,
    rolledBack,
    applied: tagsOf(status).filter((tag) => !gone.has(tag)),
    loses,
    kept: tables,
    ...found,
    failed: failed ? { kind: failed.kind, tag: failed.tag, committed: failed.committed } : null,
    interrupted: interrupted ?? null,
    script: null,
    ...(error && { error }),
  }
}

/**
 * Lets a rollback pass that loses nothing, or whose loss is wanted.
 * @throws SluiceError `ROLLBACK_LOSES`
 */
async function allow({ loses, input: { allowLoss }, context: { prompt } }: RollbackTask): Promise<void> {
  if (loses.length === 0 || allowLoss) return
  const list = loses.map((loss) => `\n  ${loss}`).join('')
  const question = `The rollback loses data:${list}\nRoll back, and keep what can be kept in sluice_trash?`
  if (await prompt?.confirm(question)) return
  throw new SluiceError('ROLLBACK_LOSES', { losses: loses })
}

/** A way back that nobody has proven is said first: what it leaves is compared in any case. */
async function warnOfUnproven({ path }: Folder, ways: readonly WayBack[], { warn }: Context): Promise<void> {
  for (const { migration, sql, isPlanned } of ways) {
    const { tag } = migration
    const down = (await readProof(path, tag))?.down
    if (isPlanned) warn(`${tag} has no down migration: its way back was planned from the snapshots`)
    else if (down?.sql !== hashSql(sql)) warn(`the way back of ${tag} is without a proof: sluice prove ${tag}`)
    else if (down.result === 'failed') warn(`the way back of ${tag} failed its proof: ${down.why.join('; ')}`)
  }
}

/** Copies what the statements of a transaction take away, inside of it. */
async function keepBefore(
  { migration, statements }: Task,
  { statements: some }: Unit,
  ways: readonly WayBack[],
  connection: Connection,
  kept: Map<string, readonly string[]>,
): Promise<void> {
  const way = wayOf(ways, migration)
  const taken = way.takenBefore(some, statements)
  if (taken.length === 0) return
  kept.set(`${migration.tag} ${some[0]?.offset}`, await keep(connection, way.migration.tag, taken))
}

const stateOf = async ({ connection, config }: RollbackTask): Promise<Schema> =>
  withoutLedger(await readCatalog(connection), config.ledger)

/** Compares with the declared state of the migration that is the newest now. */
async function compare(
  task: RollbackTask,
  before: Schema,
  { rolledBack, failed, interrupted }: RolledBack,
): Promise<Differences> {
  const { config, ways, context } = task
  const none = { left: [], drift: [] }
  if (rolledBack.length === 0 || interrupted || failed) return none
  const [newest, oldest] = [ways[0]?.pair, ways.at(-1)?.pair]
  if (!newest || !oldest) {
    context.warn('not compared with the declared state, for a snapshot is missing')
    return none
  }
  const read = { from: before, to: await stateOf(task) }
  const touched = ways.flatMap((way) => way.touched)
  const declared = { from: newest.from, to: oldest.to }
  const found = await compareBack(read, declared, touched, dialects[config.dialect], config, context)
  if (typeof found === 'string') {
    context.warn(`not compared with the declared state, which does not build: ${found}`)
    return none
  }
  for (const says of found.drift) context.warn(`not as declared, before the rollback either: ${says}`)
  return found
}

function whyNot(
  { failed, interrupted }: RolledBack,
  { left }: Differences,
  ways: readonly WayBack[],
  { signal }: Context,
): SluiceError | undefined {
  if (failed) return failed.error
  if (interrupted) return interruption(signal)
  if (left.length === 0) return undefined
  const { migration, file } = ways.at(-1)!
  return new SluiceError('ROLLBACK_DIVERGED', { tag: migration.tag, file, left })
}
