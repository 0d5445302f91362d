import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import * as v from 'valibot'
import { counted } from '../dialect/counted.ts'
import { ownVersion } from '../drizzle/cache.ts'
import type { Config } from '../drizzle/config.ts'
import { readProviders } from '../drizzle/load.ts'
import { findingLevels } from '../drizzle/user-config.ts'
import { SluiceError } from '../errors.ts'
import type { Folder } from '../migrate/folder.ts'
import { git, runGit } from '../repair/git.ts'
import { asGithub } from '../review/report/github.ts'
import { asMarkdown } from '../review/report/markdown.ts'
import type { Report } from '../review/report/report.ts'
import { asSarif } from '../review/report/sarif.ts'
import { asText } from '../review/report/text.ts'
import type { Finding, Review } from '../review/review.ts'
import { rules } from '../review/rules/index.ts'
import { readSizes } from '../review/sizes.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { readMigrations } from './migrations.ts'
import { databaseOptions, openTarget } from './open-target.ts'
import { projectOptions, readProject } from './project.ts'
import { type Chosen, reviewEach } from './review-each.ts'
import { announce, chooseTarget } from './target.ts'

const formats = ['text', 'json', 'sarif', 'github', 'markdown'] as const

const options = {
  tag: { type: 'words', value: 'tag', about: 'the migrations to review, as tags or files; by default the newest' },
  since: { type: 'text', value: 'ref', about: 'review what was added or changed since this commit or branch of git' },
  history: { type: 'flag', about: 'review every migration' },
  format: { type: 'text', value: 'format', about: 'how to print it', oneOf: formats },
  level: { type: 'text', value: 'level', about: 'leave out what weighs less', oneOf: findingLevels },
  baseline: { type: 'text', value: 'file', about: 'leave out what this file has: what --json printed earlier' },
  database: { type: 'flag', about: 'say how large the tables are, by the estimates of the database' },
  ...databaseOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Reviewed extends Report {
  readonly format: (typeof formats)[number]
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
    format: 'how it was to be printed',
    migrations:
      '`{ tag, file, statements, timeline }` of each: the timeline is `{ table, lock, from, to }`, which table is locked how from which statement to which, what is held longest first',
    findings:
      '`{ rule, level, file, line, column, statement, message, why, fix, evidence }`; `evidence` is `{ by, says, locks, rewrote }`: `observation` on an engine, or `text` and why nothing ran',
    known: 'how many findings the baseline has, which are left out',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of [...config.warnings, ...unknownRules(config)]) context.warn(warning)
    const folder = await readMigrations(context, config)
    const chosen = await choose(folder, input, context)
    const sizes = input.database || input.url !== undefined ? await sizesOf(config, input, context) : null
    const providers = await readProviders(config)
    const reviews: Review[] = []
    for await (const one of reviewEach(folder, chosen, config, context, { providers, sizes })) reviews.push(one)
    const { format = 'text', level = 'info' } = input
    const least = findingLevels.indexOf(level as (typeof findingLevels)[number])
    const all = reviews.flatMap(({ findings }) => findings)
    const fresh = input.baseline === undefined ? all : without(all, readBaseline(resolve(context.cwd, input.baseline)))
    // A program that reads annotations knows the repository, and not where in it this ran.
    const prefix = format === 'github' || format === 'sarif' ? await prefixOf(context) : ''
    const findings = fresh
      .filter((one) => findingLevels.indexOf(one.level) <= least)
      .map((one) => ({ ...one, file: prefix + one.file }))
    const migrations = reviews.map(({ findings: _, ...one }) => ({ ...one, file: prefix + one.file }))
    const errors = fresh.filter((one) => one.level === 'error')
    return {
      format: format as Reviewed['format'],
      migrations,
      findings,
      known: all.length - fresh.length,
      ...(errors.length > 0 && {
        error: new SluiceError('REVIEW_FAILED', { what: counted(errors.length, 'error'), rule: errors[0]!.rule }),
      }),
    }
  },
  text({ format, ...report }) {
    if (format === 'json')
      return JSON.stringify(
        { command: 'review', ok: report.findings.every(({ level }) => level !== 'error'), ...report },
        null,
        2,
      )
    if (format === 'sarif') return asSarif(report, rules, ownVersion())
    if (format === 'github') return asGithub(report)
    if (format === 'markdown') return asMarkdown(report)
    const known = report.known > 0 ? `\n\n${report.known} more that the baseline has` : ''
    return (report.migrations.length === 0 ? 'Nothing to review.' : asText(report)) + known
  },
})

/** @throws SluiceError `TAG_UNKNOWN`, `OPTIONS_CONFLICT`, `GIT_…` */
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
  return words.map((word) => {
    const path = resolve(context.cwd, word)
    const known = all.find(({ tag, file }) => tag === word || file === path)
    if (known) return known
    if (!word.endsWith('.sql') || !existsSync(path))
      throw new SluiceError('TAG_UNKNOWN', { tag: word, folder: folder.path })
    return { tag: basename(path, '.sql'), file: path, sql: readFileSync(path, 'utf8'), place: all.length }
  })
}

/** The files of a folder that are not as they were where this branch left the other one; absolute paths. */
async function changedSince(ref: string, folder: string): Promise<readonly string[]> {
  const base = (await git(folder, 'merge-base', ref, 'HEAD')) ?? ref
  const changed = await runGit(folder, ['diff', '--name-only', '--relative', '-z', '--diff-filter=d', base, '--', '.'])
  const untracked = await runGit(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'])
  return `${changed}\0${untracked}`.split('\0').flatMap((path) => (path === '' ? [] : [resolve(folder, path)]))
}

async function prefixOf({ cwd }: Context): Promise<string> {
  const top = await git(cwd, 'rev-parse', '--show-prefix')
  return top ?? ''
}

async function sizesOf(config: Config, { url }: Given, context: Context): Promise<ReadonlyMap<string, number>> {
  const target = chooseTarget(config, url)
  announce(context, target, { ...config, warnings: [] })
  const connection = await openTarget(target, 'read', context)
  try {
    return await readSizes(connection)
  } finally {
    await connection.close()
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

/** What is found more often than the baseline has it; lines move, so they say nothing. */
function without(findings: readonly Finding[], known: readonly Known[]): readonly Finding[] {
  const left = new Map<string, number>()
  const named = ({ rule, file, message }: Known) => JSON.stringify([rule, file, message])
  for (const one of known) left.set(named(one), (left.get(named(one)) ?? 0) + 1)
  return findings.filter((one) => {
    const count = left.get(named(one)) ?? 0
    left.set(named(one), count - 1)
    return count <= 0
  })
}
