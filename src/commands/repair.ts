import { join, relative } from 'node:path'
import type { Connection } from '../dialect/connection.ts'
import { counted } from '../dialect/counted.ts'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { readProviders } from '../drizzle/load.ts'
import { SluiceError } from '../errors.ts'
import { changeFolder } from '../migrate/change.ts'
import type { Folder } from '../migrate/folder.ts'
import { ledgerBooking } from '../migrate/ledger.ts'
import { withoutLedger } from '../migrate/ledger-objects.ts'
import { withSquashed } from '../migrate/squashed.ts'
import { readStatus } from '../migrate/status.ts'
import { readCatalog } from '../postgres/catalog.ts'
import { explain } from '../repair/explain.ts'
import { dropInvalid } from '../repair/invalid-indexes.ts'
import { type LedgerStep, ledgerSteps } from '../repair/ledger-steps.ts'
import { mend, type Repair } from '../repair/mend.ts'
import { readPresent } from '../repair/present.ts'
import type { Tools } from '../repair/remedy.ts'
import { changedLines } from '../repair/text-change.ts'
import { openWorkbench } from '../repair/workbench.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { type Engine, openEngine } from './engine.ts'
import { whileLocked } from './migrations.ts'
import { projectOptions, readProject } from './project.ts'
import { openSeen, seenOptions } from './seen.ts'
import { readText } from './side-files.ts'
import { snapshotOf, storedState } from './state.ts'
import { announce } from './target.ts'
import { writeLedger } from './write-ledger.ts'

const options = {
  apply: { type: 'flag', about: 'do it; without this, everything is shown and nothing is changed' },
  accept: {
    type: 'list',
    value: 'tag',
    about: 'this migration counts as applied as it is now, though it was edited since',
  },
  applied: { type: 'list', value: 'tag', about: 'this migration counts as applied: nothing of it is run' },
  unapplied: { type: 'list', value: 'tag', about: 'this migration counts as not applied: nothing of it is undone' },
  baseline: { type: 'text', value: 'tag', about: 'all migrations up to this one count as applied' },
  ...seenOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Repaired extends Pick<Repair, 'remedies' | 'left'> {
  readonly files: readonly { readonly path: string; readonly lines: readonly string[] }[]
  readonly database: readonly LedgerStep[]
  readonly halted: string | null
  readonly applied: boolean
}

/** Says what would mend a project and its ledger, and does it where that is wanted. */
export const repair = command<typeof options, Repaired>({
  name: 'repair',
  summary: 'Show what mends the migration folder and the ledger, proven on a copy; with --apply, do it.',
  access: 'destroy',
  options,
  result: {
    remedies: '`{ id, effects }` of each way that something is mended, in their order',
    files: '`{ path, lines }` of each file that changes, with the lines that go and come',
    database: '`{ sql, says }` of each statement about the ledger, or about an index that was never finished',
    halted: 'why the migrations do not run on an empty database once all is mended; null where they do',
    left: 'what stays wrong, and why',
    applied: 'whether it was done',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of config.warnings) context.warn(warning)
    return whileLocked(config.out, context, () => mendAll(config, input, context))
  },
  text({ remedies, files, database, halted, left, applied }) {
    const lines = [
      ...remedies.flatMap(({ id, effects }) => [id, ...effects.map((effect) => `  ${effect}`)]),
      ...files.flatMap(({ path, lines }) => [path, ...lines.map((line) => `  ${line}`)]),
      ...database.flatMap(({ sql, says }) => [says, `  ${sql}`]),
    ]
    const proven = halted === null ? ['proven: the migrations run on an empty database'] : []
    const stays = left.map((what) => `not mended: ${what}`)
    if (lines.length === 0) return [left.length === 0 ? 'Nothing to mend.' : 'No remedy is known.', ...stays].join('\n')
    return [...lines, ...proven, ...stays, applied ? 'Done.' : 'Nothing was changed: add --apply to do it.'].join('\n')
  },
})

async function mendAll(config: Config, input: Given, context: Context) {
  const folder = await readPresent(config.out)
  if (!folder.exists) throw new SluiceError('FOLDER_MISSING', { folder: config.out })
  const bench = await openWorkbench(config.out)
  let engine: Engine | undefined
  let seen: Awaited<ReturnType<typeof openSeen>> = null
  try {
    engine = await openEngine(config, context)
    seen = await openSeen(config, input, input.apply ? 'write' : 'read', context)
    if (seen) announce(context, seen.target, { ...config, warnings: [] })
    else refuseLedgerOptions(input)
    const connection = seen?.connection
    const tools: Tools = {
      ...{ dialect: dialects[config.dialect], open: engine.open, providers: await readProviders(config) },
      ...{ signal: context.signal, progress: context.progress, origin: config.out, now: Date.now() },
      snapshot: snapshotOf,
      state: async (of, snapshot) => (await storedState(of, snapshot, dialects[config.dialect])).schema,
    }
    const mended = await mend(bench, tools)
    const database = connection
      ? await databaseSteps(connection, folder, mended, bench.renamed, config, input, tools)
      : { steps: [], left: [] }
    const isWorse = mended.halted.before === null && mended.halted.after !== null
    if (isWorse) throw new SluiceError('REPAIR_NOT_PROVEN', { why: mended.halted.after })
    const files = await shown(mended, config, context)
    if (input.apply) {
      if (Object.keys(mended.change).length > 0) await changeFolder(folder, mended.change)
      if (connection) await write(connection, database.steps, config)
    }
    const left = [...mended.left, ...database.left]
    const result = {
      remedies: mended.remedies,
      files,
      database: database.steps,
      halted: mended.halted.after,
      left,
      applied: input.apply ?? false,
    }
    return left.length === 0
      ? result
      : {
          ...result,
          error: new SluiceError('REPAIR_INCOMPLETE', { count: left.length, what: counted(left.length, 'thing') }),
        }
  } finally {
    await seen?.connection.close()
    await engine?.close()
    await bench.close()
  }
}

/**
 * What is asked of a ledger must not be passed over where there is none to look at.
 * @throws SluiceError `LEDGER_UNSEEN`
 */
function refuseLedgerOptions({ accept, applied, unapplied, baseline }: Given): void {
  const given = Object.entries({ accept, applied, unapplied, baseline }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`],
  )
  if (given.length > 0) throw new SluiceError('LEDGER_UNSEEN', { options: given })
}

async function databaseSteps(
  connection: Connection,
  folder: Folder,
  mended: Repair,
  renamed: ReadonlyMap<string, string>,
  config: Config,
  { accept = [], applied = [], unapplied = [], baseline }: Given,
  tools: Tools,
): Promise<{ readonly steps: readonly LedgerStep[]; readonly left: readonly string[] }> {
  const status = withSquashed(await readStatus(connection, folder, config.ledger))
  const { book } = await ledgerBooking(connection, config.ledger)
  const schema = withoutLedger(await readCatalog(connection), status.ledger)
  // It was mended in a copy, whose path nobody knows.
  const { migrations, layout } = mended.folder
  const then = { path: folder.path, migrations, layout }
  const based = await explain(schema, status, then, renamed, baseline, tools)
  const asked = { accept, unapplied, applied: [...new Set([...based.tags, ...applied])] }
  const steps = ledgerSteps(status, then, renamed, asked, book)
  const edited = status.edited.filter(({ migration: { tag } }) => !accept.includes(renamed.get(tag) ?? tag))
  return {
    steps: [...steps, ...based.steps, ...(await dropInvalid(connection))],
    left: [
      ...based.left,
      ...edited.map(
        ({ migration: { tag } }) => `${tag} was edited after it was applied: --accept ${tag}, or bring back what ran`,
      ),
      ...status.missing
        .filter((entry) => !based.explained.includes(entry))
        .map(
          ({ name, hash }) =>
            `the applied migration ${name ?? hash.slice(0, 12)} is not in the folder: bring back its file`,
        ),
    ],
  }
}

/** An index is dropped without locking anybody out, which takes no transaction. */
function write(connection: Connection, steps: readonly LedgerStep[], { ledger }: Config): Promise<void> {
  const [alone, together] = [true, false].map((is) =>
    steps.map(({ sql }) => sql).filter((sql) => sql.startsWith('drop index concurrently') === is),
  )
  return writeLedger(connection, ledger, together!, alone)
}

async function shown({ change }: Repair, { out }: Config, { cwd }: Context): Promise<Repaired['files']> {
  const files: Repaired['files'][number][] = []
  for (const [name, text] of Object.entries(change).sort()) {
    const path = relative(cwd, join(out, name))
    const lines = text === null ? ['removed here'] : changedLines(await readText(join(out, name)), text)
    files.push({ path, lines })
  }
  return files
}
