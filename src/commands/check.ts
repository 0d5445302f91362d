import { relative } from 'node:path'
import { counted } from '../dialect/counted.ts'
import { dialects } from '../dialects.ts'
import { subject } from '../diff/change.ts'
import { diff } from '../diff/diff.ts'
import type { Config } from '../drizzle/config.ts'
import { loadSchema, readProviders } from '../drizzle/load.ts'
import { SluiceError } from '../errors.ts'
import { type Folder, readMigration } from '../migrate/folder.ts'
import { presentIn } from '../migrate/lazy-folder.ts'
import { compareHistory } from '../repair/compare-history.ts'
import { outdatedPages } from '../repair/docs-pages.ts'
import { type Finding, finding } from '../repair/finding.ts'
import { readPresent } from '../repair/present.ts'
import { keyOf, namesOf } from '../schema/object.ts'
import { command, type Input, type Options } from './command.ts'
import { compared } from './compared.ts'
import type { Context } from './context.ts'
import { openEngine } from './engine.ts'
import { ofFolder, ofLedger, unlessOfSnapshot } from './history-findings.ts'
import { databaseOptions, openTarget } from './open-target.ts'
import { projectOptions, readProject } from './project.ts'
import { withoutUnmanaged } from './shared.ts'
import { namesBeside } from './side-files.ts'
import { newestUnread, type State, storedState, type Unread } from './state.ts'
import { isStale, readProof } from './stored-proof.ts'
import { announce, chooseTarget } from './target.ts'

const options = {
  database: { type: 'flag', about: 'look also at what the database has applied' },
  history: { type: 'flag', about: 'run all migrations on an empty database, and compare with the snapshots' },
  ...databaseOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Checked {
  readonly folder: string
  readonly migrations: number
  readonly findings: readonly Finding[]
}

/** Looks a project over. Reads only. */
export const check = command<typeof options, Checked>({
  name: 'check',
  summary: 'Look over journal, files and snapshots, and say what is wrong and what mends it.',
  access: 'read',
  options,
  result: {
    folder: 'the migration folder, from the working directory',
    migrations: 'how many the journal names',
    findings:
      '`{ code, stands, names, says, remedy }`, the most important first: whether somebody should mend it, the tags, files or objects that it is about, the same as a line, and the command that mends it or null',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of config.warnings) context.warn(warning)
    const folder = await readPresent(config.out)
    if (!folder.exists) throw new SluiceError('FOLDER_MISSING', { folder: config.out })
    const findings = [
      ...ofFolder(folder, config),
      ...(input.database || input.url !== undefined ? await ofDatabase(folder, config, input, context) : []),
      ...(await ofProofs(folder)),
      ...(await ofSchema(folder, config, context)),
      ...(input.history ? await ofHistory(folder, config, context) : []),
      ...finding('docsOutdated', await outdatedPages(config.root)),
    ]
    const standing = findings.filter(({ stands }) => stands)
    const found = {
      folder: relative(context.cwd, folder.path) || '.',
      migrations: folder.journal.entries.length,
      findings,
    }
    if (standing.length === 0) return found
    const next = [...new Set(standing.flatMap(({ remedy }) => remedy ?? []))]
    return {
      ...found,
      error: new SluiceError('CHECK_FAILED', {
        count: standing.length,
        what: counted(standing.length, 'thing'),
        folder: found.folder,
        next: next[0],
      }),
    }
  },
  text({ folder, migrations, findings }) {
    const head = `${folder}: ${counted(migrations, 'migration')}`
    if (findings.length === 0) return `${head}, nothing wrong`
    return [
      head,
      ...findings.flatMap(({ code, stands, says, remedy }) => [
        `  ${stands ? 'wrong ' : 'remark'}  ${code}: ${says}`,
        ...(remedy === null ? [] : [`          ${remedy}`]),
      ]),
    ].join('\n')
  },
})

async function ofDatabase(folder: Folder, config: Config, { url }: Given, context: Context) {
  const target = chooseTarget(config, url)
  announce(context, target, { ...config, warnings: [] })
  const connection = await openTarget(target, 'read', context)
  try {
    return await ofLedger(connection, folder, config)
  } finally {
    await connection.close()
  }
}

/** Only what a stored proof says of itself: to compare the states too is the business of `prove --check`. */
async function ofProofs(folder: Folder): Promise<readonly Finding[]> {
  const [stale, failed]: [string[], string[]] = [[], []]
  const names = namesBeside(folder.path)
  for (const entry of presentIn(folder).filter(({ tag }) => names.has(`${tag}.proof.json`))) {
    const migration = readMigration(folder, entry)
    const proof = await readProof(folder.path, entry.tag)
    if (proof && isStale(proof, migration)) stale.push(migration.tag)
    else if (proof?.result === 'failed') failed.push(migration.tag)
  }
  return [...finding('proofStale', stale), ...finding('proofFailed', failed)]
}

/** Are the schema files ahead of the newest snapshot? Where that cannot be read, another finding says so. */
async function ofSchema(folder: Folder, config: Config, context: Context): Promise<readonly Finding[]> {
  if (config.schema.length === 0) return []
  const dialect = dialects[config.dialect]
  const quiet = { ...context, warn: () => {} }
  const newest = await newestUnread(folder, dialect, config, quiet).catch(unlessOfSnapshot)
  if (!newest) return []
  const { schema } = await loadSchema(config)
  if (await compared(config.root, newest, schema).isSame()) return []
  const from = readIfCan(newest)
  if (!from) return []
  const answers = { rename: [], create: [] }
  const pair = {
    from: withoutUnmanaged({ from: from.schema, to: schema }, dialect, answers, config, quiet),
    to: schema,
  }
  const { changes, questions } = diff(pair, dialect, answers)
  const names = [
    ...changes.map(
      (change) => `${change.verb} ${dialect.kinds[subject(change).kind]!.word} ${spelled(keyOf(subject(change)))}`,
    ),
    ...questions.map(({ kind, to }) => `new or renamed ${kind} ${spelled(to)}`),
  ]
  return finding('schemaAhead', names)
}

function readIfCan(newest: Unread): State | undefined {
  try {
    return newest.read()
  } catch (error) {
    return unlessOfSnapshot(error)
  }
}

const spelled = (k: ReturnType<typeof keyOf>): string => namesOf(k).join('.')

async function ofHistory(folder: Folder, config: Config, context: Context): Promise<readonly Finding[]> {
  const dialect = dialects[config.dialect]
  const providers = await readProviders(config)
  const { open, close } = await openEngine(config, context)
  try {
    const { halted, differs } = await compareHistory({
      ...{ folder, dialect, open, providers, signal: context.signal, progress: context.progress },
      state: async (name) => (await storedState(folder, name, dialect)).schema,
    })
    return [...finding('historyHalts', halted === null ? [] : [halted]), ...finding('historyDiffers', differs)]
  } finally {
    await close()
  }
}
