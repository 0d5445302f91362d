import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { snapshotName, snapshotPath, sqlPath } from '../../migrate/layout.ts'
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

/** No journal names a folder of drizzle-kit 1.0 that is gone, but the snapshots that follow its own do. */
export const bringBackFolder: Remedy = {
  id: 'bring-back-folder',
  mends: ['snapshotNotInJournal', 'chainBroken'],
  async apply(bench, _names, { origin }) {
    const { path, layout, snapshots, journal } = await bench.read()
    const did: string[] = []
    if (layout === 'v0') return { did }
    const bringBack = async (file: string, text: string | null) => {
      if (text === null) return
      await bench.write(file, text)
      did.push(`${file} comes back as git has it`)
    }
    const tags = new Set(journal.entries.map(({ tag }) => tag))
    for (const tag of snapshots.filter((name) => !tags.has(name)))
      await bringBack(sqlPath('v1', tag), await lastInGit(origin, sqlPath('v1', tag)))
    const asked = new Set<string>()
    for (;;) {
      const { snapshots: now } = await bench.read()
      const id = (await parentsIn(path, now)).find((one) => !asked.has(one))
      if (id === undefined) break
      asked.add(id)
      const found = await folderOf(origin, id)
      if (!found) continue
      const { commit, tag } = found
      for (const file of [snapshotPath('v1', tag), ...(tags.has(tag) ? [] : [sqlPath('v1', tag)])])
        await bringBack(file, await git(origin, 'show', `${commit}:./${file}`))
    }
    return { did }
  },
}

/** The ids that snapshots follow and none has. */
async function parentsIn(path: string, snapshots: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(snapshots.map((tag) => readFile(join(path, snapshotPath('v1', tag)), 'utf8')))
  const all = texts.flatMap((text) => {
    try {
      return [JSON.parse(text) as { readonly id: string; readonly prevIds: readonly string[] }]
    } catch {
      return []
    }
  })
  const ids = new Set(all.map(({ id }) => id))
  return [...new Set(all.flatMap(({ prevIds }) => prevIds))].filter((id) => /[^0-]/.test(id) && !ids.has(id))
}

/** The folder whose snapshot had this id, and a commit that holds it. */
async function folderOf(origin: string, id: string): Promise<{ readonly commit: string; readonly tag: string } | null> {
  const said = `"id": "${id}"`
  const options = ['-1', '--diff-filter=AM', '--format=%H', '--name-only', '--relative', '-S', said]
  const found = await git(origin, 'log', ...options, '--', '.')
  const [commit = '', ...files] = (found ?? '').split('\n').filter(Boolean)
  const file = files.find((name) => /^[^/]+\/snapshot\.json$/.test(name))
  return file === undefined ? null : { commit, tag: file.split('/')[0]! }
}

/** A file as it was before the commit that removed it. */
async function lastInGit(folder: string, name: string): Promise<string | null> {
  const commit = (await git(folder, 'log', '-1', '--format=%H', '--diff-filter=AM', '--', name))?.trim()
  return commit ? git(folder, 'show', `${commit}:./${name}`) : null
}
