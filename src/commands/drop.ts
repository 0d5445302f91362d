import { existsSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { counted } from '../dialect/counted.ts'
import { SluiceError } from '../errors.ts'
import { changeFolder } from '../migrate/change.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { withoutEntry } from '../migrate/journal.ts'
import { snapshotName, snapshotPath, sqlPath } from '../migrate/layout.ts'
import { command, type Options } from './command.ts'
import { readMigrations, whileLocked } from './migrations.ts'
import { projectOptions, readProject } from './project.ts'
import { look, type Seen, seenOptions } from './seen.ts'
import { sluiceFiles } from './side-files.ts'

const options = {
  tag: { type: 'words', value: 'tag', about: 'the migration to remove; it must be the newest' },
  ...seenOptions,
  ...projectOptions,
} as const satisfies Options

interface Dropped {
  readonly tag: string
  readonly removed: readonly string[]
  readonly target: string | null
}

/** Removes the newest migration with all of its files. */
export const drop = command<typeof options, Dropped>({
  name: 'drop',
  summary: 'Remove the newest migration, which no database has applied.',
  access: 'write',
  options,
  result: {
    tag: 'the migration that was removed',
    removed: 'the files that went, from the working directory',
    target: 'the database that has not applied it, without its password; null where none was looked at',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of config.warnings) context.warn(warning)
    return whileLocked(config.out, context, async () => {
      const folder = await readMigrations(context, config)
      const migration = newest(folder, input.tag)
      const seen = await look(folder, config, input, context)
      if (seen) refuseApplied(migration, seen)
      else context.warn('no database was looked at: one that has applied this migration keeps what it made')
      const files = filesOf(folder, migration)
      for (const file of files) context.report(relative(context.cwd, join(folder.path, file)))
      const gone = Object.fromEntries(files.map((file) => [file, null]))
      const entry = { [join('meta', '_journal.json')]: withoutEntry(folder.journal, migration.tag) }
      await changeFolder(folder, { ...gone, ...(folder.layout === 'v0' && entry) })
      const removed = files.map((file) => relative(context.cwd, join(folder.path, file)))
      return { tag: migration.tag, removed, target: seen?.target ?? null }
    })
  },
  text: ({ tag, removed }) =>
    `Removed ${tag}: ${counted(removed.length, 'file')}, and its entry where there is a journal.`,
})

/** @throws SluiceError `DROP_NOTHING`, `TAG_UNKNOWN`, `DROP_NOT_NEWEST`, `OPTION_INVALID` */
function newest({ path, migrations }: Folder, tags: readonly string[] = []): Migration {
  const last = migrations.at(-1)
  if (!last) throw new SluiceError('DROP_NOTHING', { folder: path })
  for (const tag of tags) {
    if (!migrations.some((one) => one.tag === tag)) throw new SluiceError('TAG_UNKNOWN', { tag, folder: path })
    if (tag !== last.tag) throw new SluiceError('DROP_NOT_NEWEST', { tag, newest: last.tag })
  }
  return last
}

/** @throws SluiceError `DROP_APPLIED` */
function refuseApplied(migration: Migration, { target, status }: Seen): void {
  const isApplied = status.applied.some((match) => match.migration === migration)
  const stopped = status.stopped.find((progress) => progress.migration === migration)
  if (!isApplied && !stopped) return
  const how = stopped ? `has run ${stopped.done} statements of ${migration.tag}` : `has applied ${migration.tag}`
  const hint = stopped ? 'sluice migrate, then sluice rollback' : 'sluice rollback'
  throw new SluiceError('DROP_APPLIED', { tag: migration.tag, target, how, next: hint })
}

/** The files of a migration that are there, from the folder. Its snapshot may be another's too, by its name. */
function filesOf({ path, layout, migrations, snapshots }: Folder, { tag }: Migration): readonly string[] {
  const { own, proof, down } = sluiceFiles(path, tag)
  const snapshot = snapshotName(tag, layout)
  const isShared = migrations.some((one) => one.tag !== tag && snapshotName(one.tag, layout) === snapshot)
  return [
    sqlPath(layout, tag),
    ...(snapshots.includes(snapshot) && !isShared ? [snapshotPath(layout, snapshot)] : []),
    ...[own, down, proof].filter(existsSync).map((file) => join('sluice', basename(file))),
  ]
}
