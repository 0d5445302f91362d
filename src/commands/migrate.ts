import { SluiceError } from '../errors.ts'
import { traces } from '../migrate/detach.ts'
import { dryRun } from '../migrate/dry-run.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { applyAsOne } from '../migrate/one-transaction.ts'
import type { Outcome } from '../migrate/outcome.ts'
import { quick } from '../migrate/quick.ts'
import type { Task } from '../migrate/run.ts'
import { type MigrateOptions, migrate as runMigrations } from '../migrate/runner.ts'
import { refuseHalfway, withSquashed } from '../migrate/squashed.ts'
import { readStatus, type Status } from '../migrate/status.ts'
import { applyTogether } from '../migrate/together.ts'
import { backupOf } from './backup.ts'
import { checkRun } from './check-run.ts'
import { command } from './command.ts'
import { conditionsOf } from './conditions.ts'
import { namingDirect } from './direct-url.ts'
import { interruption } from './failure.ts'
import { keptRows } from './kept-rows.ts'
import { readMigrations } from './migrations.ts'
import { anotherSession, databaseOptions, openTarget } from './open-target.ts'
import { projectOptions, readProject } from './project.ts'
import { lockTimeoutOption, readLockTimeout, show } from './run-events.ts'
import { warnOfUnproven } from './standings.ts'
import { readProof } from './stored-proof.ts'
import { announce, chooseTarget } from './target.ts'

/** Applies what is pending, in order, and verifies what it did. */
export const migrate = command({
  name: 'migrate',
  summary: 'Apply what is pending, and verify it.',
  access: 'destroy',
  options: {
    ...databaseOptions,
    to: { type: 'text', value: 'tag', about: 'the last migration to apply' },
    dryRun: { type: 'flag', about: 'print the SQL with its transactions and run nothing' },
    restore: { type: 'flag', about: 'put back the rows that a rollback has kept in the schema sluice_trash' },
    ...lockTimeoutOption,
    outOfOrder: {
      type: 'text',
      value: 'allow|refuse',
      oneOf: ['allow', 'refuse'],
      about: 'may a pending migration stand before an applied one? by default what the config says, else allow',
    },
    singleTransaction: { type: 'flag', about: 'apply all that is pending in one transaction: all of it or nothing' },
    backup: { type: 'flag', about: 'before the first statement, copy the database into .sluice with pg_dump' },
    ...projectOptions,
  },
  result: {
    target: 'the database, without its password',
    before: '`{ applied, expected, pending }`: how many migrations, before the run',
    after: 'the same after it',
    applied: '`{ tag, ms, statements }` of each migration that this run applied',
    pending: 'the tags that are still to be applied',
    missing: '`{ hash, createdAt, name }` of each row that no migration is like',
    failed:
      'null, or `{ kind, tag, committed, at }`: a `statement`, `condition`, `lock`, `connection` or `ledger`; how many statements of it are committed; `{ file, line, column, statement, of, sql, excerpt }`',
    interrupted: 'null, or `{ tag, committed }` of the migration that was under way',
    backup: 'the file that `--backup` has written, else null; `pg_restore` reads it',
    restored:
      'with `--restore`, `{ what, rows, of, left }` of each table whose rows came back, or of its columns; `left` is where those are that found no place',
    script: 'with `--dry-run` the SQL, else null',
  },
  async run(context, input) {
    const { signal } = context
    const said = input.dryRun ? { ...context, report: (line: string) => context.report(`-- ${line}`) } : context
    if (input.dryRun && input.restore)
      throw new SluiceError('OPTIONS_CONFLICT', { options: ['--dry-run', '--restore'] })
    const lockTimeout = readLockTimeout(input)
    const { outOfOrder, singleTransaction = false } = input
    const config = await readProject(context, input, { outOfOrder })
    const target = chooseTarget(config, input.url)
    announce(said, target, config)
    const folder = await readMigrations(context, config)
    const only = upTo(folder, input.to)
    const connection = await openTarget(target, input.dryRun ? 'read' : 'write', context)
    try {
      const { pending, missing } = refuseHalfway(await readStatus(connection, folder, config.ledger))
      await warnOfUnproven(folder, pending.filter(only), context)
      const backup = input.backup && !input.dryRun && (await backupOf(target, connection, config, context))
      let copy: string | null = null
      const rows = keptRows(connection, folder, said)
      const options: MigrateOptions = {
        connection,
        folder,
        ledger: config.ledger,
        quick,
        ...(input.restore && { beside: { after: ({ migration }: Task) => rows.restore(migration) } }),
        traces,
        applyAll: singleTransaction ? applyAsOne : applyTogether,
        only,
        signal,
        async check(due, status, locked) {
          await checkRun(folder, config, singleTransaction, due, status)
          if (!backup || !locked || due.length === 0) return
          copy = await backup.write()
          context.report(`  backup ${copy}`)
        },
        conditions: (migration) => conditionsOf(migration, folder, context),
        onEvent: (read) => {
          // The rows of what a squashed migration replaces are accounted for.
          const event = read.type === 'missing' ? { ...read, entries: missing } : read
          if (event.type === 'missing' && missing.length === 0) return
          context.event?.(event)
          show(event, said)
        },
        ...anotherSession(target),
        ...lockTimeout,
      }
      const run = input.dryRun ? dryRun(options, singleTransaction) : runMigrations(options)
      const outcome = await namingDirect(run, target, config)
      const error = await whyNot(outcome, folder.path, signal)
      const restored = error || input.dryRun ? [] : await rows.end(outcome.after, input.restore ?? false)
      return { target: target.label, ...asData(outcome), backup: copy, restored, ...(error && { error }) }
    } finally {
      await connection.close()
    }
  },
  text({ applied, pending, restored, script }) {
    if (script !== null) return script.trimEnd()
    return applied.length === 0 && pending.length === 0 && restored.length === 0 ? 'Nothing to apply.' : ''
  },
})

/** @throws SluiceError `TAG_UNKNOWN` */
function upTo({ path, migrations }: Folder, last: string | undefined): (migration: Migration) => boolean {
  if (last === undefined) return () => true
  const index = migrations.findIndex(({ tag }) => tag === last)
  if (index < 0) throw new SluiceError('TAG_UNKNOWN', { tag: last, folder: path })
  const wanted = new Set(migrations.slice(0, index + 1))
  return (migration) => wanted.has(migration)
}

const asData = ({ before, after, applied, pending, script, failed, interrupted }: Outcome) => ({
  before: counts(before),
  after: counts(after),
  applied,
  pending,
  missing: withSquashed(after).missing,
  failed: failed ? { kind: failed.kind, tag: failed.tag, committed: failed.committed, at: failed.at ?? null } : null,
  interrupted: interrupted ?? null,
  script: script ?? null,
})

const counts = ({ applied, pending }: Status) => ({
  applied: applied.length,
  expected: applied.length + pending.length,
  pending: pending.length,
})

async function whyNot({ failed, interrupted }: Outcome, out: string, signal: AbortSignal) {
  if (!failed) return interrupted && interruption(signal)
  const { kind, tag, error } = failed
  if (kind !== 'statement') return error
  const role = /^role "(.+)" does not exist$/s.exec(String(error.details.message))?.[1]
  const assumed = (await readProof(out, tag))?.assumed.find((what) => what === `role ${role}`)
  return assumed ? new SluiceError('ASSUMED_MISSING', { ...error.details, assumed }, { cause: error.cause }) : error
}
