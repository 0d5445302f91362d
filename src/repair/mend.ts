import { counted } from '../dialect/counted.ts'
import type { FolderChange } from '../migrate/change.ts'
import type { Folder } from '../migrate/folder.ts'
import { oddities } from '../migrate/history.ts'
import { replayOf } from '../proof/replay.ts'
import { type Finding, finding, fromOddity } from './finding.ts'
import { remedies } from './remedies/index.ts'
import type { Tools } from './remedy.ts'
import type { Workbench } from './workbench.ts'

/** What was done to a copy of a folder. */
export interface Repair {
  readonly remedies: readonly { readonly id: string; readonly effects: readonly string[] }[]
  readonly change: FolderChange
  /** What is still wrong, or could not be done, and why. */
  readonly left: readonly string[]
  /** The folder as it will be. */
  readonly folder: Folder
  /** Why the migrations do not run on an empty database: before, and now. Null where they do. */
  readonly halted: { readonly before: string | null; readonly after: string | null }
}

/** Applies to a copy of a folder every remedy that something was found for, in their order, and runs what comes of it. */
export async function mend(bench: Workbench, tools: Tools): Promise<Repair> {
  const before = await haltOf(await bench.read(), tools)
  const done: Repair['remedies'][number][] = []
  const left: string[] = []
  for (const { id, mends, apply } of remedies) {
    const found = await findingsOf(bench, before, tools)
    const names = found.filter(({ code }) => mends.includes(code)).flatMap((one) => one.names)
    if (names.length === 0) continue
    const { did, cannot = [] } = await apply(bench, names, tools)
    if (did.length > 0) done.push({ id, effects: did })
    left.push(...cannot)
  }
  const change = await bench.change()
  const folder = await bench.read()
  const after = Object.keys(change).length === 0 ? before : await haltOf(folder, tools)
  const standing = oddities(folder, tools.now)
    .map((oddity) => fromOddity(oddity))
    .filter(({ stands }) => stands)
  return {
    remedies: done,
    change,
    left: [
      ...left,
      ...standing.map(({ says }) => says),
      ...(after === null ? [] : [`${after}: no remedy is known for it`]),
    ],
    folder,
    halted: { before, after },
  }
}

async function findingsOf(bench: Workbench, halted: string | null, { now }: Tools): Promise<readonly Finding[]> {
  const found = oddities(await bench.read(), now).map((oddity) => fromOddity(oddity))
  return [...found, ...finding('historyHalts', halted === null ? [] : [halted])]
}

async function haltOf({ migrations }: Folder, { dialect, open, providers, signal, progress }: Tools) {
  progress(`running ${counted(migrations.length, 'migration')} on an empty database`)
  const replay = replayOf({ dialect, open, migrations, providers, signal })
  try {
    const standing = await replay.at(migrations.length)
    if ('why' in standing) return standing.why
    await standing.connection.close()
    return null
  } finally {
    await replay.close()
  }
}
