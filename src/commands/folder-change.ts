import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FolderChange } from '../migrate/change.ts'
import type { Folder } from '../migrate/folder.ts'
import { type Layout, snapshotName, snapshotPath, sqlPath } from '../migrate/layout.ts'
import { readText, sluiceFiles } from './side-files.ts'

/** All files that a migration may have, by their path inside the folder. */
export const filesOf = (layout: Layout, tag: string): readonly string[] => [
  sqlPath(layout, tag),
  snapshotPath(layout, snapshotName(tag, layout)),
  ...Object.values(sluiceFiles('', tag)),
]

/** What makes the migrations of `rebuilt` out of what lies in `out`, and removes those of `source` that it has no more. */
export async function changeTo(rebuilt: Folder, source: Folder, out: string): Promise<FolderChange> {
  const { layout } = rebuilt
  const stays = new Set(rebuilt.migrations.map(({ tag }) => tag))
  const gone = source.migrations.filter(({ tag }) => !stays.has(tag))
  const change: Record<string, string | null> = {}
  for (const path of gone.flatMap(({ tag }) => filesOf(layout, tag)))
    if (existsSync(join(out, path))) change[path] = null
  const journal = layout === 'v0' ? [join('meta', '_journal.json')] : []
  for (const path of [...journal, ...rebuilt.migrations.flatMap(({ tag }) => filesOf(layout, tag))]) {
    const text = await readText(join(rebuilt.path, path))
    if (text === null) continue
    if (text === (await readText(join(out, path)))) delete change[path]
    else change[path] = text
  }
  return change
}
