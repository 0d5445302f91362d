import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import { SluiceError } from '../errors.ts'
import type { BundledMigration } from '../migrate/bundled.ts'
import type { Folder } from '../migrate/folder.ts'
import { command } from './command.ts'
import { conditionsOf } from './conditions.ts'
import type { Context } from './context.ts'
import { readMigrations } from './migrations.ts'
import { projectOptions, readProject } from './project.ts'
import { readText } from './side-files.ts'

/** Writes the migrations as a module, for programs that have no migration folder where they run. */
export const bundle = command({
  name: 'bundle',
  summary: 'Write the migrations as a module for sluice/migrator.',
  access: 'write',
  options: {
    out: {
      type: 'text',
      value: 'file',
      about: 'the module: .ts, .mts, .js or .mjs; by default sluice/migrations.ts in the migration folder',
    },
    check: { type: 'flag', about: 'write nothing; exit with 1 when the module is not what the folder makes' },
    ...projectOptions,
  },
  result: {
    file: 'the module, from the working directory',
    tags: 'the migrations in it',
    changed: 'whether it differs from what was there',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of config.warnings) context.warn(warning)
    const folder = await readMigrations(context, config)
    const path = resolve(context.cwd, input.out ?? join(folder.path, 'sluice', 'migrations.ts'))
    const text = moduleText(await bundled(folder, context), extname(path))
    const changed = (await readText(path)) !== text
    const file = relative(context.cwd, path)
    const tags = folder.migrations.map(({ tag }) => tag)
    if (!input.check && changed) await replace(path, text)
    const stale = input.check && changed
    const again = input.out === undefined ? 'sluice bundle' : `sluice bundle --out ${input.out}`
    return { file, tags, changed, ...(stale && { error: new SluiceError('BUNDLE_STALE', { file, again }) }) }
  },
  text({ file, tags, changed }) {
    const count = `${tags.length} migration${tags.length === 1 ? '' : 's'}`
    const from = file.split(sep).join('/')
    return [
      `${file}: ${count}${changed ? '' : ', as it was'}`,
      `  import { migrate } from 'sluice/migrator'`,
      `  import { migrations } from '${from.startsWith('.') ? from : `./${from}`}'`,
      '  await migrate(db, { migrations })',
    ].join('\n')
  },
})

const bundled = (folder: Folder, context: Context): Promise<readonly BundledMigration[]> =>
  Promise.all(
    folder.migrations.map(async (migration) => {
      const { tag, when, hash, sql } = migration
      return { tag, when, hash, sql, conditions: await conditionsOf(migration, folder, context) }
    }),
  )

/** SQL as JSON strings: in a template literal a CRLF would become an LF, and the text no longer that of its hash. */
function moduleText(migrations: readonly BundledMigration[], extension: string): string {
  const list = JSON.stringify(migrations, null, 2)
  const typed = {
    '.ts': `import type { BundledMigration } from 'sluice/migrator'\n\nexport const migrations: readonly BundledMigration[] = ${list}`,
    '.js': `/** @type {readonly import('sluice/migrator').BundledMigration[]} */\nexport const migrations = ${list}`,
  }[extension.replace(/^\.m/, '.')]
  if (typed !== undefined) return `// Made from the migration folder by sluice bundle.\n${typed}\n`
  throw new SluiceError('OPTION_INVALID', { option: '--out', problem: `a module ends in .ts, .mts, .js or .mjs` })
}

/** The whole file or nothing. */
async function replace(file: string, text: string): Promise<void> {
  const draft = `${file}.sluice-tmp`
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(draft, text, { flush: true })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}
