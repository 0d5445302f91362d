import { counted } from '../dialect/counted.ts'
import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { type SquashedStatus, withSquashed } from '../migrate/squashed.ts'
import { readStatus, type Status, stateLine } from '../migrate/status.ts'
import { survey } from '../postgres/catalog.ts'
import { command } from './command.ts'
import { firstContact, firstContactResult, firstContactText } from './first-contact.ts'
import { readMigrations } from './migrations.ts'
import { databaseOptions, openTarget } from './open-target.ts'
import { projectOptions, readProject } from './project.ts'
import type { Standing } from './proof-file.ts'
import { standingsOf } from './standings.ts'
import { announce, chooseTarget } from './target.ts'
import { unmodelledLines } from './unmodelled.ts'

/** What is applied, pending, edited and missing. Reads only: it needs no ledger and makes none. */
export const status = command({
  name: 'status',
  summary: 'Show what is applied, pending, missing and edited.',
  access: 'read',
  options: {
    ...databaseOptions,
    check: { type: 'flag', about: 'exit with 1 when anything is pending, missing or edited' },
    ...projectOptions,
  },
  result: {
    target: 'the database, without its password',
    folder: 'the migration folder',
    ledger: '`{ schema, table, exists }`: where applied migrations are recorded',
    state: 'the line `Migration state: …`',
    migrations: '`{ tag, state, note }` in journal order; `state` is `applied`, `edited`, `pending` or `stopped`',
    missing: '`{ hash, createdAt, name }` of each row that no migration is like',
    orphans: 'names of `.sql` files that the journal does not name',
    unmodelled:
      '`{ kind, name, what }` of all in the database that no declaration can say, and no migration is compared with; `what` tells what an object has besides, and is null for an object as a whole',
    firstContact: firstContactResult,
  },
  async run(context, input) {
    const config = await readProject(context, input)
    const target = chooseTarget(config, input.url)
    announce(context, target, config)
    const folder = await readMigrations(context, config)
    const connection = await openTarget(target, 'read', context)
    try {
      const read = withSquashed(await readStatus(connection, folder, config.ledger))
      const error = input.check ? notClean(read) : undefined
      return {
        target: target.label,
        folder: folder.path,
        ...asData(read, folder, await standingsOf(folder, read.pending)),
        orphans: folder.orphans,
        unmodelled: (await survey(connection)).unmodelled,
        firstContact: await firstContact(folder, config, nextStep(read) ?? 'sluice generate'),
        ...(error && { error }),
      }
    } finally {
      await connection.close()
    }
  },
  text({ state, migrations, missing, unmodelled, firstContact }) {
    const width = Math.max(0, ...migrations.map(({ tag }) => tag.length))
    return [
      state,
      ...migrations.map(
        ({ tag, state, note }) => `  ${state.padEnd(8)}  ${note ? `${tag.padEnd(width)}  ${note}` : tag}`,
      ),
      ...missing.map(
        ({ hash, createdAt }) => `  missing   ${hash}  entered ${dateText(createdAt)}, and no migration is like it`,
      ),
      ...(unmodelled.length > 0 ? ['', ...unmodelledLines(unmodelled)] : []),
      ...(firstContact ? ['', firstContactText(firstContact)] : []),
    ].join('\n')
  },
})

/** One line a migration, in journal order. */
function asData(status: Status, folder: Folder, standings: ReadonlyMap<Migration, Standing>) {
  const applied = new Map(status.applied.map((match) => [match.migration, match.by]))
  const back = new Map(status.rollingBack.map((progress) => [progress.migration, progress]))
  const stopped = new Map(status.stopped.map((progress) => [progress.migration, progress]))
  const standing = (migration: Migration) => {
    const undone = back.get(migration)?.done
    if (undone !== undefined) return { state: 'stopped', note: `its rollback, after ${counted(undone, 'statement')}` }
    const by = applied.get(migration)
    if (by) return { state: by === 'edited' ? 'edited' : 'applied', note: notes[by] }
    const progress = stopped.get(migration)
    if (!progress) return { state: 'pending', note: proofNotes[standings.get(migration) ?? 'proven'] }
    const { done, changed } = progress
    return {
      state: 'stopped',
      note: `after ${counted(done, 'statement')}${changed ? '; what ran of it has changed since' : ''}`,
    }
  }
  return {
    ledger: { ...status.ledger, exists: status.exists },
    state: stateLine(status),
    migrations: folder.migrations.map((migration) => ({ tag: migration.tag, ...standing(migration) })),
    missing: status.missing,
  }
}

const notes = {
  hash: null,
  edited: 'its file has changed since it was applied',
  restamped: 'its time in the journal has changed since it was applied',
  marked: 'entered by hand',
} as const

const proofNotes = {
  proven: null,
  failed: 'it failed its proof',
  stale: 'its proof is stale',
  unproven: 'unproven',
  'not checked': 'its proof could show nothing',
} as const satisfies Record<Standing, string | null>

const dateText = (ms: number | null) => (ms === null ? 'at an unknown time' : new Date(ms).toISOString())

function notClean(status: SquashedStatus): SluiceError | undefined {
  const next = nextStep(status)
  if (next === undefined) return undefined
  const { pending, edited, missing, rollingBack, halfway } = status
  const lengths = {
    pending,
    edited,
    missing,
    ...(rollingBack.length > 0 && { 'half rolled back': rollingBack }),
    ...(halfway.length > 0 && { 'squashed, and applied in part': halfway }),
  }
  const counts = Object.fromEntries(Object.entries(lengths).map(([word, { length }]) => [word, length]))
  const found = Object.entries(counts).filter(([, count]) => count > 0)
  return new SluiceError('STATUS_NOT_CLEAN', {
    ...counts,
    problems: found.map(([word, count]) => `${count} ${word}`),
    next,
  })
}

/** Undefined where all is as it should be. */
function nextStep({ pending, edited, missing, stopped, rollingBack, halfway }: SquashedStatus): string | undefined {
  if (edited.length > 0)
    return 'bring back the files as they were applied: git log -- <file>; put the change into a new migration'
  if (rollingBack.length > 0) return 'sluice rollback'
  if (halfway.length > 0) return 'apply the rest of what was squashed, from a commit before sluice squash'
  const changed = stopped.find((each) => each.changed)?.migration
  if (changed) return `bring back what ran of ${changed.file}: git log -- ${changed.file}`
  if (pending.length > 0) return 'sluice migrate'
  if (missing.length > 0) return 'deploy the release that has these migrations, or bring back their files'
  return undefined
}
