import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Connection } from '../dialect/connection.ts'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { readSnapshot } from '../drizzle/snapshot/read.ts'
import { toVersion9 } from '../drizzle/snapshot/v1/upgrade.ts'
import { writeSnapshot } from '../drizzle/snapshot/write.ts'
import { layouts } from '../drizzle/user-config.ts'
import { SluiceError } from '../errors.ts'
import { changeFolder, type FolderChange } from '../migrate/change.ts'
import type { Folder } from '../migrate/folder.ts'
import { type Layout, snapshotPath } from '../migrate/layout.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { convert } from './convert.ts'
import { followSteps, type RowStep, refuseHalfRun } from './convert-ledger.ts'
import { snapshotsIn } from './folders-state.ts'
import { readMigrations, whileLocked } from './migrations.ts'
import { projectOptions, readProject } from './project.ts'
import { openSeen, seenOptions } from './seen.ts'
import { writeLedger } from './write-ledger.ts'

const options = {
  layout: {
    type: 'text',
    value: 'layout',
    about:
      'convert the folder: v0 is that of drizzle-kit 0.31, with a journal; v1 that of 1.0, a folder for each migration',
    oneOf: layouts,
  },
  ...seenOptions,
  ...projectOptions,
} as const satisfies Options
type Given = Input<typeof options>

interface Result {
  readonly upgraded: readonly { readonly file: string; readonly from: string }[]
  readonly layout: Layout
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly target: string | null
  readonly ledger: readonly RowStep[]
}

/** Rewrites old snapshots, so that drizzle-kit takes the folder again, or the whole folder in another layout. */
export const up = command<typeof options, Result>({
  name: 'up',
  summary: 'Bring snapshots of older versions of drizzle-kit to the one of today, or the folder to another layout.',
  access: 'write',
  options,
  result: {
    upgraded:
      '`{ file, from }` of each snapshot that was rewritten: its path from the working directory, and the version that it had',
    layout: 'the layout of the folder, `v0` or `v1`',
    renamed: '`{ from, to }` of each migration that has another tag by now, or an empty list',
    target: 'with `--layout` the database whose ledger was looked at, without its password; else null',
    ledger: '`{ sql, says }` of each statement that let its rows follow',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of config.warnings) context.warn(warning)
    return whileLocked(config.out, context, async () => {
      const folder = await readMigrations(context, config)
      if (input.layout !== undefined) return await layOut(folder, known(input.layout), config, input, context)
      const { change, upgraded } = folder.layout === 'v1' ? inFolders(folder) : await inMeta(folder, context)
      if (upgraded.length > 0) await changeFolder(folder, change)
      const shown = upgraded.map(({ file, from }) => ({ file: relative(context.cwd, join(folder.path, file)), from }))
      return { upgraded: shown, layout: folder.layout, renamed: [], target: null, ledger: [] }
    })
  },
  text({ upgraded, layout, renamed, target, ledger }) {
    const newest = layout === 'v1' ? '9' : '7'
    const lines = [
      ...upgraded.map(({ file, from }) => `${file}: version ${from} is now ${newest}`),
      ...(renamed.length > 0 ? [`The folder has the layout ${layout} by now:`] : []),
      ...renamed.map(({ from, to }) => `  ${from} is now ${to}`),
      ...(ledger.length > 0 ? [`In the ledger of ${target}:`] : []),
      ...ledger.map(({ says }) => `  ${says}`),
      ...(renamed.length > 0 ? [`For each other database: sluice up --layout ${layout} --url <url>`] : []),
    ]
    if (lines.length > 0) return lines.join('\n')
    return target === null
      ? `Nothing to do: all snapshots are of version ${newest}, and the layout is ${layout}.`
      : `Nothing to do: the layout is ${layout}, and the ledger of ${target} follows it.`
  },
})

/** @throws SluiceError `OPTION_INVALID`: a program may say anything. */
function known(layout: string): Layout {
  const found = layouts.find((each) => each === layout)
  if (!found)
    throw new SluiceError('OPTION_INVALID', { option: 'layout', problem: `it is one of ${layouts.join(', ')}` })
  return found
}

interface Upgrade {
  readonly change: FolderChange
  /** Files inside the folder. */
  readonly upgraded: Result['upgraded']
}

async function inMeta(folder: Folder, { cwd }: Context): Promise<Upgrade> {
  const change: Record<string, string> = {}
  const upgraded: { file: string; from: string }[] = []
  for (const name of folder.snapshots) {
    const file = snapshotPath('v0', name)
    const path = join(folder.path, file)
    const { version, ...snapshot } = readSnapshot(await readFile(path, 'utf8'), relative(cwd, path))
    if (version === '7') continue
    change[file] = writeSnapshot(snapshot)
    upgraded.push({ file, from: version })
  }
  return { change, upgraded }
}

function inFolders(folder: Folder): Upgrade {
  const texts = [...toVersion9(snapshotsIn(folder))].map(([tag, text]) => [snapshotPath('v1', tag), text] as const)
  return { change: Object.fromEntries(texts), upgraded: texts.map(([file]) => ({ file, from: '8' })) }
}

/**
 * Converts the folder where it is not so laid out, and lets the ledger follow; of the two only the ledger where the folder
 * was converted before, for another database say.
 */
async function layOut(folder: Folder, to: Layout, config: Config, input: Given, context: Context): Promise<Result> {
  const seen = await openSeen(config, input, 'write', context)
  try {
    const isNew = folder.layout !== to && folder.migrations.length > 0
    if (isNew && seen) await refuseHalfRun(seen.connection, folder, config.ledger, seen.target.label)
    const converted = isNew ? await convert(folder, dialects[config.dialect], config) : null
    if (converted) await changeFolder(folder, converted.change)
    const now = converted ? await readMigrations(context, config) : folder
    return {
      upgraded: [],
      layout: to,
      renamed: [...(converted?.renamed ?? [])].map(([from, to]) => ({ from, to })),
      target: seen?.target.label ?? null,
      ledger: seen ? await follow(seen.connection, now, config, converted?.renamed) : [],
    }
  } finally {
    await seen?.connection.close()
  }
}

async function follow(
  connection: Connection,
  folder: Folder,
  { ledger }: Config,
  renamed: ReadonlyMap<string, string> = new Map(),
): Promise<readonly RowStep[]> {
  const steps = await followSteps(connection, folder, ledger, renamed)
  if (steps.length > 0)
    await writeLedger(
      connection,
      ledger,
      steps.map(({ sql }) => sql),
    )
  return steps
}
