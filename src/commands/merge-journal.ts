import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import { mergeJournals, type Versions } from '../migrate/merge-journal.ts'
import { git, runGit } from '../repair/git.ts'
import { command, type Options } from './command.ts'
import { projectOptions, readProject } from './project.ts'
import { readText } from './side-files.ts'

const options = {
  files: { type: 'words', value: 'file', about: 'the journals that git passes: %O %A %B' },
  install: { type: 'flag', about: 'have git merge the journal of this project with this command' },
  ...projectOptions,
} as const satisfies Options

/** The merge driver of git for the journal, and what tells git of it. */
export const mergeJournal = command({
  name: 'merge-journal',
  summary: 'Merge the journals of two branches, as the merge driver of git.',
  access: 'write',
  options,
  result: {
    merged: 'the path of the merged journal; null with `--install`',
    attributes: 'with `--install` the file that names the driver, to be committed; else null',
    driver: 'with `--install` the command that git runs, from now on and in this clone; else null',
  },
  async run(context, input) {
    const { files = [], install } = input
    if (install) {
      if (files.length > 0) throw new SluiceError('OPTIONS_CONFLICT', { options: ['--install', ...files] })
      return { merged: null, ...(await installDriver(await readProject(context, input))) }
    }
    if (files.length !== 3)
      throw new SluiceError('OPTION_INVALID', { option: 'merge-journal', problem: 'it takes three files: %O %A %B' })
    const [base, ours, theirs] = files.map((file) => resolve(context.cwd, file)) as [string, string, string]
    await mergeInto({ base, ours, theirs }, context.cwd)
    return { merged: files[1]!, attributes: null, driver: null }
  },
  text({ attributes, driver }) {
    if (driver === null) return ''
    return [
      `${attributes}: commit it`,
      `git config merge.sluice-journal.driver: ${driver}`,
      'The setting is of this clone alone: run the command in every other one, for example in the prepare script.',
    ].join('\n')
  },
})

/**
 * Writes the merged journal in the place of ours. Where that cannot be, the lines that differ stand in it with conflict
 * markers, as git itself leaves them.
 * @throws SluiceError `JOURNAL_NOT_MERGED`
 */
async function mergeInto({ base, ours, theirs }: Versions<string>, cwd: string): Promise<void> {
  const [o, a, b] = await Promise.all([base, ours, theirs].map((file) => readFile(file, 'utf8')))
  const merged = mergedOrWhy({ base: o!, ours: a!, theirs: b! })
  if ('text' in merged) return writeFile(ours, merged.text)
  await git(cwd, 'merge-file', '-L', 'ours', '-L', 'base', '-L', 'theirs', ours, base, theirs)
  throw new SluiceError('JOURNAL_NOT_MERGED', { why: merged.why })
}

function mergedOrWhy(texts: Versions<string>): { readonly text: string } | { readonly why: string } {
  try {
    const text = mergeJournals(texts, '_journal.json')
    return text === null ? { why: 'both have changed one entry' } : { text }
  } catch (error) {
    if (error instanceof SluiceError) return { why: error.message }
    throw error
  }
}

/** Names the driver in the migration folder, for everybody, and says in this clone how it is run. */
async function installDriver({ out, root }: Config): Promise<{ attributes: string; driver: string }> {
  const top = await runGit(root, ['rev-parse', '--show-toplevel'])
  const file = join(out, '.gitattributes')
  const text = (await readText(file)) ?? ''
  if (!text.split(/\r?\n/).includes(attribute)) {
    await mkdir(out, { recursive: true })
    await writeFile(file, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${attribute}\n`)
  }
  // Git runs it with a shell in the top folder of the work tree, where npx may not find the package.
  const bin = fileURLToPath(new URL(`./bin${extname(import.meta.url)}`, import.meta.url))
  const inside = relative(resolve(top), bin)
  const path = inside.startsWith('..') ? bin : inside
  const driver = `node ${quoted(path.split(sep).join('/'))} merge-journal %O %A %B`
  await runGit(root, ['config', 'merge.sluice-journal.name', 'journals of Drizzle migrations'])
  await runGit(root, ['config', 'merge.sluice-journal.driver', driver])
  return { attributes: relative(root, file), driver }
}

const attribute = 'meta/_journal.json merge=sluice-journal'

/** For a shell; git itself reads `%`. */
const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''").replaceAll('%', '%%')}'`
