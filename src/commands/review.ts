import { readFileSync, statSync } from 'node:fs'
import { basename, posix, resolve } from 'node:path'
import * as v from 'valibot'
import { ownVersion } from '../drizzle/cache.ts'
import type { Config } from '../drizzle/config.ts'
import { loadSchema, readProviders } from '../drizzle/load.ts'
import { findingLevels } from '../drizzle/user-config.ts'
import { SluiceError } from '../errors.ts'
import { type Folder, readFolder } from '../migrate/folder.ts'
import { git, runGit } from '../repair/git.ts'
import { type Conventions, conventionsOf } from '../review/conventions.ts'
import { asGithub } from '../review/report/github.ts'
import { asMarkdown } from '../review/report/markdown.ts'
import type { Report } from '../review/report/report.ts'
import { asSarif } from '../review/report/sarif.ts'
import { asText } from '../review/report/text.ts'
import { type Finding, type Review, reviewStray } from '../review/review.ts'
import { rules } from '../review/rules/index.ts'
import { readSizes } from '../review/sizes.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { byFile, type Diagnoses } from './diagnoses.ts'
import { ofFolder, ofLedger } from './history-findings.ts'
import { databaseOptions, openTarget } from './open-target.ts'
import { projectOptions, readProject } from './project.ts'
import { type Chosen, reviewEach, shownPath } from './review-each.ts'
import { failedFor } from './review-failed.ts'
import { announce, chooseTarget } from './target.ts'

const formats = ['text', 'json', 'sarif', 'github', 'markdown'] as const

const options = {
  tag: { type: 'words', value: 'tag', about: 'the migrations to review, as tags or files; by default the newest' },
  since: { type: 'text', value: 'ref', about: 'review what was added or changed since this commit or branch of git' },
  history: { type: 'flag', about: 'review every migration' },
  format: { type: 'text', value: 'format', about: 'how to print it; json is --json', oneOf: formats, asJson: 'json' },
  level: { type: 'text', value: 'level', about: 'leave out what weighs less', oneOf: findingLevels },
  baseline: { type: 'text', value: 'file', about: 'leave out what this file has: what --json printed earlier' },
  database: { type: 'flag', about: 'ask the database how large the tables are, and what it has applied' },
  ...databaseOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Reviewed extends Report {
  /** Null where it is for a person, or the document that `--json` prints. */
  readonly format: Exclude<(typeof formats)[number], 'text' | 'json'> | null
  /** How many findings the baseline has, which are left out. */
  readonly known: number
}

/** Reads migrations before they run. Writes nothing. */
export const review = command<typeof options, Reviewed>({
  name: 'review',
  summary: 'Read migrations before they run: what they lock, rewrite, lose and break.',
  access: 'read',
  options,
  result: {
    format: '`sarif`, `github` or `markdown` where it was to be printed so, else null',
    migrations:
      '`{ tag, file, statements, timeline }` of each: the timeline is `{ table, lock, from, to }`, which table is locked how from which statement to which, what is held longest first',
    findings:
      '`{ rule, level, file, line, column, statement, message, why, fix, evidence }`; `evidence` is `{ by, says, locks, rewrote }`: `observation` on an engine, `text` and why nothing ran, or `history`; `statement` is null where it is of the whole file',
    known: 'how many findings the baseline has, which are left out',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of [...config.warnings, ...unknownRules(config)]) context.warn(warning)
    const folder = await readFolder(config.out)
    if (!folder.exists) throw new SluiceError('FOLDER_MISSING', { folder: config.out })
    const chosen = await choose(folder, input, context)
    const asked = await askDatabase(folder, config, input, context)
    const files = { findings: ofFolder(folder, config), by: 'the journal and the snapshots' }
    const diagnoses = byFile(folder, files, ...(asked ? [asked.ledger] : []))
    const providers = await readProviders(config)
    const runtimeDefaults = await runtimeDefaultsOf(config, chosen, context)
    const given = { providers, sizes: asked?.sizes ?? null, diagnoses, runtimeDefaults }
    const reviews: Review[] = []
    for await (const one of reviewEach(folder, chosen, config, context, given)) reviews.push(one)
    const { level = 'info' } = input
    const format = input.format === 'text' || input.format === 'json' ? null : (input.format ?? null)
    const least = findingLevels.indexOf(level as (typeof findingLevels)[number])
    const all = [
      ...reviews.flatMap(({ findings }) => findings),
      ...ofStrays([...folder.migrations, ...chosen], diagnoses, conventionsOf(config.review, providers), context),
    ]
    const fresh = input.baseline === undefined ? all : without(all, readBaseline(resolve(context.cwd, input.baseline)))
    // A program that reads annotations knows the repository, and not where in it this ran.
    const prefix = format === 'github' || format === 'sarif' ? await prefixOf(context) : ''
    const fromRoot = (file: string) => (prefix === '' ? file : posix.normalize(prefix + file))
    const findings = fresh
      .filter((one) => findingLevels.indexOf(one.level) <= least)
      .map((one) => ({ ...one, file: fromRoot(one.file) }))
    const migrations = reviews.map(({ findings: _, ...one }) => ({ ...one, file: fromRoot(one.file) }))
    const errors = fresh.filter((one) => one.level === 'error')
    return {
      format: format as Reviewed['format'],
      migrations,
      findings,
      known: all.length - fresh.length,
      ...(errors.length > 0 && { error: failedFor(errors) }),
    }
  },
  text({ format, ...report }) {
    if (format === 'sarif') return asSarif(report, rules, ownVersion())
    if (format === 'github') return asGithub(report)
    if (format === 'markdown') return asMarkdown(report)
    const known = report.known > 0 ? `\n\n${report.known} more that the baseline has` : ''
    return (asText(report) || 'Nothing to review.') + known
  },
})

/** @throws SluiceError `TAG_UNKNOWN`, `OPTIONS_CONFLICT`, `REF_UNKNOWN`, `GIT_…` */
async function choose(folder: Folder, { tag: words = [], since, history }: Given, context: Context) {
  const ways = [words.length > 0 && 'tags', since !== undefined && '--since', history && '--history'].filter(
    (way) => way,
  )
  if (ways.length > 1) throw new SluiceError('OPTIONS_CONFLICT', { options: ways })
  const all = folder.migrations.map(({ tag, file, sql }, place): Chosen => ({ tag, file, sql, place }))
  if (history) return all
  if (since !== undefined) {
    const changed = new Set(await changedSince(since, folder.path))
    return all.filter(({ file }) => changed.has(file))
  }
  if (words.length === 0) return all.slice(-1)
  const chosen = words.map((word): Chosen => {
    const path = resolve(context.cwd, word)
    const known = all.find(({ tag, file }) => tag === word || file === path)
    if (known) return known
    if (!word.endsWith('.sql') || !statSync(path, { throwIfNoEntry: false })?.isFile())
      throw new SluiceError('TAG_UNKNOWN', { tag: word, folder: folder.path })
    return { tag: basename(path, '.sql'), file: path, sql: readFileSync(path, 'utf8'), place: all.length }
  })
  // Once is enough: the second time it would find its own tables.
  return [...new Map(chosen.map((one) => [one.file, one])).values()]
}

/** The files of a folder that are not as they were where this branch left the other one; absolute paths. */
async function changedSince(ref: string, folder: string): Promise<readonly string[]> {
  const isThere = await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
  if (isThere === null && (await runGit(folder, ['rev-parse', '--git-dir'])))
    throw new SluiceError('REF_UNKNOWN', { ref })
  const base = (await git(folder, 'merge-base', ref, 'HEAD')) ?? ref
  const changed = await runGit(folder, ['diff', '--name-only', '--relative', '-z', '--diff-filter=d', base, '--', '.'])
  const untracked = await runGit(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'])
  return `${changed}\0${untracked}`.split('\0').flatMap((path) => (path === '' ? [] : [resolve(folder, path)]))
}

async function prefixOf({ cwd }: Context): Promise<string> {
  const top = await git(cwd, 'rev-parse', '--show-prefix')
  return top ?? ''
}

/** What stands in files of the folder that are no migrations. */
function ofStrays(
  migrations: readonly { readonly file: string }[],
  diagnoses: Diagnoses,
  conventions: Conventions,
  context: Context,
): readonly Finding[] {
  const known = new Set(migrations.map(({ file }) => file))
  return [...diagnoses].flatMap(([path, own]) => {
    if (known.has(path)) return []
    const sql = path.endsWith('.sql') ? readFileSync(path, 'utf8') : ''
    return reviewStray({ file: shownPath(path, context), sql, diagnoses: own, conventions })
  })
}

/** What the database has to say, where it is asked: how large its tables are, and what is wrong with what it has applied. */
async function askDatabase(folder: Folder, config: Config, { database, url }: Given, context: Context) {
  if (!database && url === undefined) return null
  const target = chooseTarget(config, url)
  announce(context, target, { ...config, warnings: [] })
  const connection = await openTarget(target, 'read', context)
  try {
    const findings = await ofLedger(connection, folder, config)
    return { sizes: await readSizes(connection), ledger: { findings, by: `the ledger of ${target.label}` } }
  } finally {
    await connection.close()
  }
}

/** The columns that programs fill: the schema files are loaded only where a migration makes one required. */
async function runtimeDefaultsOf(config: Config, chosen: readonly Chosen[], { warn }: Context) {
  const mayNeed = ({ sql }: Chosen) => /\bALTER\b/i.test(sql) && /\bNOT\s+NULL\b|\bDROP\s+DEFAULT\b/i.test(sql)
  if (config.schema.length === 0 || !chosen.some(mayNeed)) return new Map()
  try {
    return (await loadSchema(config)).runtimeDefaults
  } catch (error) {
    if (!(error instanceof SluiceError)) throw error
    warn(`the schema files do not load, so nobody knows what $defaultFn fills: ${error.message}`)
    return new Map()
  }
}

function unknownRules({ review: { rules: given = {} } }: Config): readonly string[] {
  const known = new Set(rules.map(({ id }) => id))
  return Object.keys(given).flatMap((id) =>
    known.has(id) ? [] : [`review.rules in the config names "${id}", which is no rule and has no effect`],
  )
}

const baselineFormat = v.object({
  findings: v.array(v.object({ rule: v.string(), file: v.string(), message: v.string() })),
})
type Known = v.InferOutput<typeof baselineFormat>['findings'][number]

/** @throws SluiceError `BASELINE_NOT_READ` */
function readBaseline(file: string): readonly Known[] {
  try {
    return v.parse(baselineFormat, JSON.parse(readFileSync(file, 'utf8'))).findings
  } catch (cause) {
    throw new SluiceError('BASELINE_NOT_READ', { file, message: (cause as Error).message }, { cause })
  }
}

/** What is found more often than the baseline has it; lines move and tables grow, so they say nothing. */
function without(findings: readonly Finding[], known: readonly Known[]): readonly Finding[] {
  const left = new Map<string, number>()
  const named = ({ rule, file, message }: Known) =>
    JSON.stringify([rule, file, message.replace(/ \(about [^()]+ rows?\)/g, '')])
  for (const one of known) left.set(named(one), (left.get(named(one)) ?? 0) + 1)
  return findings.filter((one) => {
    const count = left.get(named(one)) ?? 0
    left.set(named(one), count - 1)
    return count <= 0
  })
}
