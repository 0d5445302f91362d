import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { readSnapshot } from '../drizzle/snapshot/read.ts'
import { writeSnapshot } from '../drizzle/snapshot/write.ts'
import { changeFolder, type FolderChange } from '../migrate/change.ts'
import { command } from './command.ts'
import { lockOf, readMigrations } from './migrations.ts'
import { projectOptions, readProject } from './project.ts'

/** Rewrites old snapshots, so that drizzle-kit takes the folder again. Sluice itself reads them as they are. */
export const up = command({
  name: 'up',
  summary: 'Bring snapshots of older versions of drizzle-kit to the one of today.',
  access: 'write',
  options: projectOptions,
  result: {
    upgraded:
      '`{ file, from }` of each snapshot that was rewritten: its path from the working directory, and the version that it had',
  },
  async run(context, input) {
    const config = await readProject(context, input)
    for (const warning of config.warnings) context.warn(warning)
    const unlock = await lockOf(config.out, context)
    try {
      const folder = await readMigrations(context, config)
      const change: Record<string, string> = {}
      const upgraded: { file: string; from: string }[] = []
      for (const name of folder.snapshots) {
        const path = join('meta', name)
        const file = relative(context.cwd, join(folder.path, path))
        const { version, ...snapshot } = readSnapshot(await readFile(join(folder.path, path), 'utf8'), file)
        if (version === '7') continue
        change[path] = writeSnapshot(snapshot)
        upgraded.push({ file, from: version })
      }
      if (upgraded.length > 0) await changeFolder(folder, change satisfies FolderChange)
      return { upgraded }
    } finally {
      await unlock()
    }
  },
  text({ upgraded }) {
    if (upgraded.length === 0) return 'Nothing to do: all snapshots are of version 7.'
    return upgraded.map(({ file, from }) => `${file}: version ${from} is now 7`).join('\n')
  },
})
