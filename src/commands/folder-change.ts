import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FolderChange } from '../migrate/change.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { snapshotName } from '../migrate/layout.ts'
import { readText, sluiceFiles } from './side-files.ts'

/** What makes the migrations of `rebuilt` out of what lies in `out`, and removes those of `source` that it has no more. */
export async function changeTo(rebuilt: Folder, source: Folder, out: string): Promise<FolderChange> {
  const filesOf = ({ tag }: Migration) => [
    `${tag}.sql`,
    join('meta', snapshotName(tag)),
    ...Object.values(sluiceFiles('', tag)),
  ]
  const stays = new Set(rebuilt.migrations.map(({ tag }) => tag))
  const gone = source.migrations.filter(({ tag }) => !stays.has(tag))
  const change: Record<string, string | null> = {}
  for (const path of gone.flatMap(filesOf)) if (existsSync(join(out, path))) change[path] = null
  for (const path of [join('meta', '_journal.json'), ...rebuilt.migrations.flatMap(filesOf)]) {
    const text = await readText(join(rebuilt.path, path))
    if (text === null) continue
    if (text === (await readText(join(out, path)))) delete change[path]
    else change[path] = text
  }
  return change
}
