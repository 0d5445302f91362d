import { realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Config } from '../drizzle/config.ts'
import { readProviders } from '../drizzle/load.ts'
import { SluiceError } from '../errors.ts'
import { changeFolder } from '../migrate/change.ts'
import { type Folder, listFolder, type Migration, readFolder } from '../migrate/folder.ts'
import { oddities } from '../migrate/history.ts'
import { newJournal } from '../migrate/journal.ts'
import type { Provider } from '../proof/stand-ins.ts'
import { branchesOf, checkOut } from '../repair/branches.ts'
import { runGit } from '../repair/git.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { changeTo } from './folder-change.ts'
import { newestIn } from './folders-state.ts'
import { whileLocked } from './migrations.ts'
import { type Moved, moveAll, moveOptions } from './move-migration.ts'
import { projectOptions, readProject } from './project.ts'
import { proveEach } from './prove-each.ts'
import { proofFailed, proofLines } from './proving.ts'
import { look, seenOptions } from './seen.ts'
import { shellQuoted } from './shell.ts'
import { readText } from './side-files.ts'
import { inTemporary } from './temporary.ts'

const options = {
  onto: {
    type: 'text',
    value: 'commit',
    about: 'the branch whose migrations stay as they are; by default the other one',
  },
  ...moveOptions,
  prove: { type: 'switch', about: 'write them without a proof' },
  ...seenOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Rebased {
  readonly onto: string | null
  readonly kept: readonly string[]
  readonly moved: readonly (Moved & { readonly proof: string | null })[]
  readonly folder: string
  readonly changed: readonly string[]
}

/** Puts the migrations of one branch on top of those of another. */
export const rebase = command<typeof options, Rebased>({
  name: 'rebase',
  summary: 'Put our migrations on top of those that another branch brought.',
  access: 'write',
  options,
  result: {
    onto: 'the branch whose migrations stay as they are; null where there is nothing to do',
    kept: 'the tags that it brought',
    moved:
      '`{ from, to, how, proof }` of each migration of ours: its tag before and after, null where nothing is left to do; `planned` anew, `kept` as somebody wrote it, or `done` by the other branch or along with an earlier one; how its proof ended or null',
    folder: 'the migration folder, from the working directory',
    changed: 'the files that were written or removed, from the working directory',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of config.warnings) context.warn(warning)
    return whileLocked(config.out, context, async () => {
      return await inTemporary(async (temporary) => {
        const task = await prepare(config, input.onto, temporary)
        if (task) return await carryOut(task, config, input, context)
        return { onto: null, kept: [], moved: [], folder: shown(config, context), changed: [] }
      })
    })
  },
  text({ onto, kept, moved, folder }) {
    if (onto === null) return 'Nothing to rebase.'
    return [
      `onto ${onto}, which brought ${kept.join(', ')}`,
      ...moved.map(({ from, to, how }) => `  ${from}: ${to === null ? words.done : `now ${to}, ${words[how]}`}`),
      `then: git add --all ${shellQuoted(folder)}`,
    ].join('\n')
  },
})

const shown = ({ out }: Config, { cwd }: Context): string => relative(cwd, out) || '.'

const words: Readonly<Record<Moved['how'], string>> = {
  planned: 'planned anew',
  kept: 'its SQL as it was',
  done: 'nothing is left of it to do',
}

/** What is to be moved onto what. */
interface Task {
  readonly onto: string
  /** A copy of the folder that ours are put on top of. */
  readonly target: Folder
  readonly source: Folder
  readonly brought: readonly Migration[]
  readonly ours: readonly Migration[]
}

/** Looks what each branch has; null where one of them has brought nothing. */
async function prepare(
  { out, root, dialect }: Config,
  onto: string | undefined,
  temporary: string,
): Promise<Task | null> {
  const branches = await branchesOf(root, onto)
  if (!branches || (branches.merged && !(await isForked(out)))) return null
  const { kept, moved, base } = branches
  const top = await runGit(root, ['rev-parse', '--show-toplevel'])
  const path = relative(await realpath(top), join(await realpath(root), relative(root, out)))
    .split(sep)
    .join('/')
  const at = async (commit: string, name: string) => {
    const folder = join(temporary, name)
    await checkOut(top, commit, path, folder)
    return folder
  }
  const target = await readFolder(await at(kept.commit, 'kept'), dialect)
  const source = await readFolder(moved === null ? out : await at(moved, 'moved'), dialect)
  const { journal } = await listFolder(base === null ? join(temporary, 'none') : await at(base, 'base'), dialect)
  const before = new Set(journal.entries.map(({ tag }) => tag))
  const there = new Map(target.migrations.map(({ tag, hash }) => [tag, hash]))
  const brought = target.migrations.filter(({ tag }) => !before.has(tag))
  const ours = source.migrations.filter(({ tag, hash }) => !before.has(tag) && there.get(tag) !== hash)
  if (brought.length === 0 || ours.length === 0) return null
  if (source.layout !== target.layout)
    throw new SluiceError('LAYOUTS_DIFFER', { onto: kept.name, layout: target.layout })
  return { onto: kept.name, target, source, brought, ours }
}

/**
 * Git has merged the files, and nobody the history: two snapshots follow one, or share a name; in the layout of drizzle-kit
 * 1.0, where two may follow one, they touch the same thing.
 */
async function isForked(out: string): Promise<boolean> {
  try {
    const listing = await listFolder(out)
    if (listing.layout === 'v1') newestIn(listing, out)
    const odd = new Set(oddities(listing).map(({ code }) => code))
    return odd.has('forked') || odd.has('prefixTwice') || odd.has('snapshotUnreadable')
  } catch (error) {
    if (error instanceof SluiceError && ['JOURNAL_CONFLICT', 'SNAPSHOT_BRANCHES_CONFLICT'].includes(error.code))
      return true
    throw error
  }
}

async function carryOut(task: Task, config: Config, input: Given, context: Context): Promise<Rebased> {
  const { onto, target, source, brought, ours } = task
  await refuseApplied(task, config, input, context)
  const moved = await moveAll({ source, target: target.path, config, input, context }, ours)
  const made = new Set(moved.map(({ to }) => to))
  const rebuilt = await readFolder(target.path, config.dialect)
  const migrations = rebuilt.migrations.filter(({ tag }) => made.has(tag))
  const proofs = new Map<string, string>()
  if (input.prove !== false && migrations.length > 0)
    for await (const proven of proveEach(rebuilt, migrations, config, context, await surroundings(config))) {
      const { tag, proof } = proven
      const again = 'sluice rebase (with --no-prove they are written without a proof)'
      if (proof.result === 'failed')
        throw proofFailed(tag, { what: `does not hold on top of ${onto}, so nothing was changed`, again }, proven)
      proofs.set(tag, proof.result)
      for (const line of [tag, ...proofLines(proof, proven.ms).map((line) => `  ${line}`)]) context.report(line)
    }
  const change = await changeTo(rebuilt, source, config.out)
  const journal = (await readText(join(config.out, 'meta', '_journal.json'))) ?? undefined
  await changeFolder(
    { path: config.out, journal: { ...newJournal(config.dialect), ...(journal !== undefined && { text: journal }) } },
    change,
  )
  return {
    onto,
    kept: brought.map(({ tag }) => tag),
    moved: moved.map((one) => ({ ...one, proof: one.to === null ? null : (proofs.get(one.to) ?? null) })),
    folder: shown(config, context),
    changed: Object.keys(change).map((path) => relative(context.cwd, join(config.out, path))),
  }
}

/** What the schema files say of the database's host; nothing while they hold the conflict markers of the merge. */
async function surroundings(config: Config): Promise<{ readonly providers: readonly Provider[] }> {
  try {
    return { providers: await readProviders(config) }
  } catch (error) {
    if (error instanceof SluiceError && error.code === 'SCHEMA_NOT_COMPILED') return { providers: [] }
    throw error
  }
}

/** @throws SluiceError `REBASE_APPLIED` */
async function refuseApplied({ target, ours }: Task, config: Config, input: Given, context: Context): Promise<void> {
  // What the other branch brought comes first: two empty migrations have one hash.
  const seen = await look({ ...target, migrations: [...target.migrations, ...ours] }, config, input, context)
  const applied = new Set(seen?.status.applied.map(({ migration }) => migration))
  const tags = ours.filter((migration) => applied.has(migration)).map(({ tag }) => tag)
  if (tags.length > 0) throw new SluiceError('REBASE_APPLIED', { tags, target: seen!.target })
}
