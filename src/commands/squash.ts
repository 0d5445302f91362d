import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { readProviders } from '../drizzle/load.ts'
import { SluiceError } from '../errors.ts'
import { changeFolder, type FolderChange, writeSide } from '../migrate/change.ts'
import { type Folder, type Migration, readFolder } from '../migrate/folder.ts'
import { withFirstEntry } from '../migrate/journal.ts'
import { snapshotName, snapshotPath, sqlPath } from '../migrate/layout.ts'
import { squashed, squashedLine } from '../migrate/squashed.ts'
import type { Proof } from '../proof/proof.ts'
import { squash as plan, type Squashed } from '../repair/squash.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { openEngine } from './engine.ts'
import { asFirst } from './first-snapshot.ts'
import { changeTo, filesOf } from './folder-change.ts'
import { migrationText } from './migration-text.ts'
import { readMigrations, whileLocked } from './migrations.ts'
import { beyondAt, ownText } from './own-file.ts'
import { projectOptions, readProject } from './project.ts'
import { proveEach } from './prove-each.ts'
import { look, seenOptions } from './seen.ts'
import { sluiceFiles } from './side-files.ts'
import { stateUpTo } from './state.ts'
import { proofText } from './stored-proof.ts'
import { inTemporary } from './temporary.ts'

const options = {
  to: { type: 'text', value: 'tag', about: 'the last migration to replace; by default the newest' },
  name: {
    type: 'text',
    value: 'name',
    about:
      'the name of the one in their place; by default squashed, and that of the last one in the layout of drizzle-kit 1.0',
  },
  ...seenOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Result extends Pick<Squashed, 'kept' | 'leftOut'> {
  readonly tag: string | null
  readonly file: string | null
  readonly replaced: readonly string[]
  readonly proof: Proof['result'] | null
}

/** Replaces the oldest migrations by one. */
export const squash = command<typeof options, Result>({
  name: 'squash',
  summary: 'Replace the oldest migrations by one that leads to the same database.',
  access: 'write',
  options,
  result: {
    tag: 'the migration in their place; null where there are not two to replace',
    file: 'the path of its SQL file, from the working directory; null likewise',
    replaced: 'the tags that are gone',
    kept: '`{ tag, sql }` of each statement that is repeated as it was: what writes rows, and what makes objects that no declaration can say',
    leftOut:
      '`{ tag, sql, why }` of each statement that writes rows, does not run on the schema of now, and changes nothing on an empty database',
    proof: 'how its own proof ended; null likewise',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of config.warnings) context.warn(warning)
    return whileLocked(config.out, context, async () => {
      const folder = await readMigrations(context, config)
      const replaced = upTo(folder, input.to)
      if (replaced.length < 2) return { tag: null, file: null, replaced: [], kept: [], leftOut: [], proof: null }
      await refusePending(folder, replaced, config, input, context)
      return await inTemporary((temporary) => replace({ folder, replaced, config, input, context, temporary }))
    })
  },
  text({ tag, file, replaced, kept, leftOut, proof }) {
    if (tag === null) return 'Nothing to squash: it takes two migrations.'
    return [
      `${file}: in place of ${replaced.length} migrations, and leads to the same database`,
      ...kept.map(({ tag, sql }) => `  kept of ${tag}: ${oneLine(sql)}`),
      ...leftOut.map(({ tag, sql, why }) => `  left out of ${tag}: ${oneLine(sql)} (${why})`),
      `  ${proof}`,
      'A database that has applied all of these has applied this one: nothing runs there.',
    ].join('\n')
  },
})

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ')

/** @throws SluiceError `TAG_UNKNOWN` */
function upTo({ path, migrations }: Folder, last: string | undefined): readonly Migration[] {
  if (last === undefined) return migrations
  const index = migrations.findIndex(({ tag }) => tag === last)
  if (index < 0) throw new SluiceError('TAG_UNKNOWN', { tag: last, folder: path })
  return migrations.slice(0, index + 1)
}

/**
 * A database that has applied a part of them could apply neither the rest nor the one in their place.
 * @throws SluiceError `SQUASH_PENDING`
 */
async function refusePending(
  folder: Folder,
  replaced: readonly Migration[],
  config: Config,
  input: Given,
  context: Context,
): Promise<void> {
  const seen = await look(folder, config, input, context)
  const pending = replaced.filter((migration) => seen?.status.pending.includes(migration))
  if (pending.length > 0 && pending.length < replaced.length)
    throw new SluiceError('SQUASH_PENDING', { target: seen!.target, tags: pending.map(({ tag }) => tag) })
}

interface Task {
  readonly folder: Folder
  readonly replaced: readonly Migration[]
  readonly config: Config
  readonly input: Given
  readonly context: Context
  readonly temporary: string
}

async function replace({ folder, replaced, config, input, context, temporary }: Task): Promise<Result> {
  const { layout, path } = folder
  const last = replaced.at(-1)!
  const tag = tagOf(folder, last, input.name)
  const gone = new Set(replaced.map((migration) => migration.tag))
  const file = join(path, sqlPath(layout, tag))
  if (!gone.has(tag) && existsSync(file)) throw new SluiceError('MIGRATION_EXISTS', { file })
  const snapshot = snapshotName(last.tag, layout)
  if (!folder.snapshots.includes(snapshot))
    throw new SluiceError('SNAPSHOT_MISSING', { tag: last.tag, file: join(path, snapshotPath(layout, snapshot)) })

  const { sql, kept, leftOut } = await planOne(folder, replaced, config, context)
  const copy = join(temporary, basename(folder.path))
  await cp(folder.path, copy, {
    recursive: true,
    filter: (path) => !basename(path).startsWith('.') || path === folder.path,
  })
  await changeFolder({ ...folder, path: copy }, await changeOf(folder, replaced, tag, `${lineOf(replaced)}\n${sql}`))
  const rebuilt = await readFolder(copy)
  const proof = await proveAgain(rebuilt, config, context)
  await changeFolder(folder, await changeTo(rebuilt, folder, folder.path))
  return { tag, file: relative(context.cwd, file), replaced: [...gone], kept, leftOut, proof }
}

/**
 * What the migration in their place is called. By its name drizzle-orm 1.0 knows that a migration is applied, before that
 * by its time.
 * @throws SluiceError `OPTION_INVALID`
 */
function tagOf({ layout }: Folder, last: Migration, name: string | undefined): string {
  if (layout === 'v0') return `${last.tag.split('_')[0]}_${name ?? 'squashed'}`
  const problem = `drizzle-orm 1.0 would run it again where ${last.tag} is applied: it keeps that name`
  if (name !== undefined) throw new SluiceError('OPTION_INVALID', { option: '--name', problem })
  return last.tag
}

/** @throws SluiceError `SQUASH_HALTED`, `SQUASH_DIFFERS` */
async function planOne(folder: Folder, replaced: readonly Migration[], config: Config, context: Context) {
  const dialect = dialects[config.dialect]
  const { open, close } = await openEngine(config, context)
  try {
    const planned = await plan({
      ...{ dialect, open, migrations: replaced, signal: context.signal, progress: context.progress },
      providers: await readProviders(config),
      declared: (await stateUpTo(folder, snapshotName(replaced.at(-1)!.tag, folder.layout), dialect)).schema,
      text: (statements) => migrationText(statements, config.breakpoints, dialect),
    })
    if ('halted' in planned) throw new SluiceError('SQUASH_HALTED', { why: planned.halted })
    if ('differences' in planned) throw new SluiceError('SQUASH_DIFFERS', { differences: planned.differences })
    return planned
  } finally {
    await close()
  }
}

/** The rows that the new migration is known by: those of all that it replaces. */
function lineOf(replaced: readonly Migration[]): string {
  return squashedLine({
    whens: replaced.map(({ when }) => when),
    earlier: replaced.flatMap((migration) => {
      const before = squashed(migration.sql)
      return before ? [...before.earlier, ...before.whens.slice(0, -1)] : []
    }),
    last: replaced.at(-1)!,
  })
}

async function changeOf(
  folder: Folder,
  replaced: readonly Migration[],
  tag: string,
  sql: string,
): Promise<FolderChange> {
  const { path, layout, journal } = folder
  const { idx, when, breakpoints, tag: last } = replaced.at(-1)!
  const gone = replaced.flatMap((migration) => filesOf(layout, migration.tag))
  const beyond = await beyondAt(folder, snapshotName(last, layout))
  const own = ownText({ answers: { rename: [], create: [] }, backfill: new Map(), manner: {}, beyond })
  const { version } = journal.entries.find((entry) => entry.tag === last)!
  const entry = { idx, version, when, tag, breakpoints }
  const tags = new Set(replaced.map((migration) => migration.tag))
  return {
    ...Object.fromEntries(gone.filter((file) => existsSync(join(path, file))).map((file) => [file, null])),
    [sqlPath(layout, tag)]: sql,
    ...(await asFirst(folder, last)),
    ...(own !== null && { [join('sluice', `${tag}.json`)]: own }),
    ...(layout === 'v0' && { [join('meta', '_journal.json')]: withFirstEntry(journal, entry, tags) }),
  }
}

/** Proves the new migration, and the one after it, whose proof names the snapshot before it. */
async function proveAgain(folder: Folder, config: Config, context: Context): Promise<Proof['result']> {
  const [first, second] = folder.migrations
  const again = second && existsSync(sluiceFiles(folder.path, second.tag).proof) ? [first!, second] : [first!]
  let result: Proof['result'] = 'not checked'
  for await (const { tag, proof } of proveEach(folder, again, config, context, {
    providers: await readProviders(config),
  })) {
    if (tag !== first!.tag) continue
    result = proof.result
    if (proof.result !== 'failed') continue
    // The migrations that it replaces did not lead there either, and it leads where they did.
    const why = proof.why.map((one) => `its snapshot says otherwise than the migrations that it replaces: ${one}`)
    result = 'not checked'
    await writeSide(folder.path, `${tag}.proof.json`, proofText({ ...proof, result, why }))
  }
  return result
}
