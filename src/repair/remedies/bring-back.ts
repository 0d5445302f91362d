import { join } from 'node:path'
import { snapshotName } from '../../migrate/layout.ts'
import { git } from '../git.ts'
import type { Remedy } from '../remedy.ts'

/** An entry without a file gets it back out of git; where git knows none, the entry goes, and the history is run without it. */
export const bringBack: Remedy = {
  id: 'bring-back',
  mends: ['sqlMissing'],
  async apply(bench, tags, { origin }) {
    const did: string[] = []
    for (const tag of tags) {
      const text = await lastInGit(origin, `${tag}.sql`)
      if (text !== null) {
        await bench.write(`${tag}.sql`, text)
        did.push(`${tag}.sql comes back as git has it`)
        continue
      }
      const { journal } = await bench.read()
      // The first one may be what a pull has left empty: it is written anew from its snapshot.
      if (journal.entries[0]?.tag === tag) continue
      await bench.setEntries(journal.entries.filter((entry) => entry.tag !== tag))
      await bench.setAside(join('meta', snapshotName(tag)))
      did.push(`the journal names ${tag} no longer: its file is gone, and git does not know it`)
    }
    return { did }
  },
}

/** A file as it was before the commit that removed it. */
async function lastInGit(folder: string, name: string): Promise<string | null> {
  const commit = (await git(folder, 'log', '-1', '--format=%H', '--diff-filter=AM', '--', name))?.trim()
  return commit ? git(folder, 'show', `${commit}:./${name}`) : null
}
