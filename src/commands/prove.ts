import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../drizzle/config.ts'
import { readProviders } from '../drizzle/load.ts'
import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { readStatus } from '../migrate/status.ts'
import type { Proof, Proven } from '../proof/proof.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { readMigrations, whileLocked } from './migrations.ts'
import { databaseOptions, openTarget } from './open-target.ts'
import { projectOptions, readProject } from './project.ts'
import { type Standing, standingOf } from './proof-file.ts'
import { proveEach } from './prove-each.ts'
import { proofFailed, proofLines, rowsOf, type Times, timesOf } from './proving.ts'
import { notProven } from './standings.ts'
import { announce, chooseTarget } from './target.ts'

const options = {
  tag: { type: 'words', value: 'tag', about: 'the migrations to prove; by default the newest' },
  pending: { type: 'flag', about: 'prove what the database has not applied' },
  history: { type: 'flag', about: 'prove every migration' },
  check: { type: 'flag', about: 'prove nothing; exit with 1 when a proof is missing, failed or stale' },
  seed: { type: 'text', value: 'file', about: 'prove with the rows that this SQL file inserts' },
  ...databaseOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

/** One migration and its proof. */
interface Line {
  readonly tag: string
  readonly standing: Standing
  readonly why: readonly string[]
  readonly loses: Proof['loses']
  /** By table, how many rows it was seen to insert, update and delete. */
  readonly rows: ReturnType<typeof rowsOf>
  /** Null where nothing was run. */
  readonly ms: Times['ms'] | null
  readonly statementMs: Times['statementMs'] | null
}

/** Proves migrations that are there already: drizzle-kit's, hand-written ones, edited ones. */
export const prove = command<typeof options, { readonly proofs: readonly Line[] }>({
  name: 'prove',
  summary: 'Prove migrations on an embedded Postgres.',
  access: 'write',
  options,
  result: {
    proofs:
      '`{ tag, standing, why, loses, rows, ms, statementMs }` of each migration: what is gone for good after it, `{ inserted, updated, deleted }` by table, its time and that of each statement; `standing` is `proven`, `failed` or `not checked`, with `--check` also `stale` or `unproven`',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    if (!input.pending) for (const warning of config.warnings) context.warn(warning)
    const folder = await readMigrations(context, config)
    const chosen = await choose(folder, config, input, context)
    if (chosen.length === 0) context.report('Nothing to prove.')
    if (input.check) return check(folder, chosen, context)
    return whileLocked(folder.path, context, () => proveAll(folder, chosen, config, input, context))
  },
  text: () => '',
})

/** @throws SluiceError `TAG_UNKNOWN`, `OPTIONS_CONFLICT` */
async function choose(folder: Folder, config: Config, input: Given, context: Context): Promise<readonly Migration[]> {
  const { tag: tags = [], pending, history } = input
  const ways = [tags.length > 0 && 'tags', pending && '--pending', history && '--history'].filter((way) => way)
  if (ways.length > 1) throw new SluiceError('OPTIONS_CONFLICT', { options: ways })
  if (history) return folder.migrations
  if (pending) return readPending(folder, config, input, context)
  if (tags.length === 0) return folder.migrations.slice(-1)
  return tags.map((tag) => {
    const migration = folder.migrations.find((one) => one.tag === tag)
    if (!migration) throw new SluiceError('TAG_UNKNOWN', { tag, folder: folder.path })
    return migration
  })
}

async function readPending(folder: Folder, config: Config, { url }: Given, context: Context) {
  const target = chooseTarget(config, url)
  announce(context, target, config)
  const connection = await openTarget(target, 'read', context)
  try {
    return (await readStatus(connection, folder, config.ledger)).pending
  } finally {
    await connection.close()
  }
}

async function proveAll(
  folder: Folder,
  migrations: readonly Migration[],
  config: Config,
  { seed: file, history: whole = false }: Given,
  context: Context,
) {
  const seed = file === undefined ? null : await readSeed(resolve(context.cwd, file))
  const given = { seed, providers: await readProviders(config), whole }
  const proofs: Line[] = []
  let error: SluiceError | undefined
  for await (const { tag, ...proven } of proveEach(folder, migrations, config, context, given)) {
    const { result, why, loses } = proven.proof
    const isError = result === 'failed' && !error
    context.report(told(tag, proven, isError))
    if (isError) error = proofFailed(tag, { what: 'failed its proof', again: `sluice prove ${tag}` }, proven)
    proofs.push({ tag, standing: result, why, loses, rows: rowsOf(proven.proof), ...timesOf(proven) })
  }
  return { proofs, ...(error && { error }) }
}

/** A proof for a person. What an error says of it is not said here too. */
function told(tag: string, { proof, ms, broken }: Proven, isError: boolean): string {
  const [result, ...lines] = proofLines(proof, ms)
  return [
    `${tag}: ${isError ? proof.result : result}`,
    ...proof.loses.map((what) => `  loses data: ${what}`),
    ...lines.map((line) => `  ${line}`),
    ...broken.map((says) => `  migrate refuses your rows: ${says}`),
    ...(proof.result === 'not checked' && proof.stopped ? [`  to check it on your rows: ${withSeed(tag)}`] : []),
  ].join('\n')
}

const withSeed = (tag: string): string => `sluice prove ${tag} --seed <file.sql>`

/** @throws SluiceError `SEED_NOT_READ` */
const readSeed = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: Error) => {
    throw new SluiceError('SEED_NOT_READ', { file, message: cause.message }, { cause })
  })

async function check(folder: Folder, migrations: readonly Migration[], { report }: Context) {
  const proofs: Line[] = []
  for (const migration of migrations) {
    const { proof, ...standing } = await standingOf(folder, migration)
    const seen = { loses: proof?.loses ?? [], rows: proof ? rowsOf(proof) : {} }
    const line = { tag: migration.tag, ms: null, statementMs: null, ...standing, ...seen }
    report([`${line.tag}: ${line.standing}`, ...line.why].join('; '))
    proofs.push(line)
  }
  const error = notProven(proofs)
  return { proofs, ...(error && { error }) }
}
