import { type Connection, DatabaseError } from '../dialect/connection.ts'
import { counted } from '../dialect/counted.ts'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import { withoutLedger } from '../migrate/ledger-objects.ts'
import { takeLock } from '../migrate/lock.ts'
import { progressTable } from '../migrate/progress.ts'
import { readStatus } from '../migrate/status.ts'
import { readCatalog } from '../postgres/catalog.ts'
import { schemaKey } from '../postgres/schema.ts'
import { dotted } from '../postgres/sql/quote.ts'
import type { Key } from '../schema/object.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { isLoopback } from './loopback.ts'
import { managedKeys, type Removal, removalOf } from './managed.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { anotherSession, databaseOptions, openTarget } from './open-target.ts'
import { projectOptions, readProject } from './project.ts'
import { show } from './run-events.ts'
import { runSeed } from './seed-command.ts'
import { announce, chooseTarget, type Target } from './target.ts'

const options = {
  force: { type: 'flag', about: 'ask nobody, and reset a database on another host too' },
  seed: { type: 'switch', about: 'do not run the seed command of the config' },
  ...databaseOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Reset {
  readonly target: string
  readonly dropped: readonly string[]
  readonly stays: readonly Key[]
  readonly goesAlong: readonly Key[]
  readonly applied: readonly string[]
  readonly seeded: boolean
}

/** Empties a database of all that is managed, and makes it again. */
export const reset = command<typeof options, Reset>({
  name: 'reset',
  summary: 'Drop what is managed and the ledger, migrate, and seed.',
  access: 'destroy',
  options,
  result: {
    target: 'the database, without its password',
    dropped: 'the statements that dropped what was managed, in order',
    stays: 'the keys of what no schema file, snapshot or migration makes: it was left alone',
    goesAlong: 'the keys of what nobody declared either, and was a part of what was dropped',
    applied: 'the tags of the migrations that were applied then',
    seeded: 'whether the seed command of the config has run',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    const target = chooseTarget(config, input.url)
    announce(context, target, { ...config, warnings: [] }) // migrate has them
    await allow(target, config, input, context)
    const removal = await dropManaged(target, config, context)
    for (const k of removal.goesAlong) context.warn(`${k} is not managed and went with what it was a part of`)
    for (const k of removal.stays) context.warn(`${k} is not managed and stays`)
    const { applied, error } = await migrate.run(context, input)
    const seeds = !error && config.seed !== null && input.seed !== false
    if (seeds) await runSeed(config.seed, target, config, context)
    return {
      target: target.label,
      dropped: removal.statements,
      stays: removal.stays,
      goesAlong: removal.goesAlong,
      applied: applied.map(({ tag }) => tag),
      seeded: seeds,
      ...(error && { error }),
    }
  },
  text: ({ dropped, applied, seeded }) =>
    `Reset: ${counted(dropped.length, 'statement')} to drop, ${counted(applied.length, 'migration')} applied${seeded ? ', seeded' : ''}.`,
})

/** @throws SluiceError `RESET_IN_PRODUCTION`, `RESET_NOT_LOCAL`, `RESET_NOT_CONFIRMED` */
async function allow(target: Target, config: Config, { force }: Given, { prompt }: Context): Promise<void> {
  const { label } = target
  if (config.env.NODE_ENV === 'production') throw new SluiceError('RESET_IN_PRODUCTION', { target: label })
  if (force) return
  if (!isLoopback(target, config)) throw new SluiceError('RESET_NOT_LOCAL', { target: label })
  if (!prompt) return
  const answer = await prompt.text(`All that is managed in ${label} is dropped, with its rows. Type yes to go on`, '')
  if (answer.trim() !== 'yes') throw new SluiceError('RESET_NOT_CONFIRMED', { target: label })
}

/** All or nothing, under the lock of `migrate`, and never with CASCADE: what is in the way is named by the server. */
async function dropManaged(target: Target, config: Config, context: Context): Promise<Removal> {
  const folder = await readMigrations(context, config)
  const dialect = dialects[config.dialect]
  const connection = await openTarget(target, 'write', context)
  try {
    const status = await readStatus(connection, folder, config.ledger)
    const managed = await managedKeys(folder, status, dialect, config, context)
    // The ledger is made before any migration, so they count on its schema.
    const ours = new Set([...managed].filter((k) => k !== schemaKey(config.ledger.schema)))
    const lock = await takeLock(connection, config.ledger, {
      ...anotherSession(target),
      signal: context.signal,
      limit: 60_000,
      onWait: (holder) => show({ type: 'lock-waiting', holder }, context),
    })
    try {
      const live = withoutLedger(await readCatalog(connection), config.ledger)
      const removal = removalOf(live, ours, dialect)
      await run(connection, removal, config)
      return removal
    } finally {
      await lock.release()
    }
  } finally {
    await connection.close()
  }
}

/** In one transaction, and the ledger with it. */
async function run(connection: Connection, { statements }: Removal, { ledger }: Config): Promise<void> {
  const tables = [dotted(ledger.schema, ledger.table), progressTable(ledger)]
  const settings = `set local lock_timeout = '5s'; set local client_min_messages = warning`
  const drops = [...statements, ...tables.map((name) => `drop table if exists ${name}`)]
  try {
    await connection.script(['begin', settings, ...drops, 'commit'].join(';\n'))
  } catch (error) {
    await connection.script('rollback').catch(() => {})
    throw inTheWay(error)
  }
}

/** Something that is not managed uses what is (SQLSTATE dependent_objects_still_exist). */
function inTheWay(error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.state !== '2BP01') return error
  const { message, detail = '' } = error
  return new SluiceError('RESET_BLOCKED', { message, detail: detail.split('\n').join('; ') }, { cause: error })
}
