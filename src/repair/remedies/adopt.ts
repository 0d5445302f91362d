import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diff } from '../../diff/diff.ts'
import type { Folder } from '../../migrate/folder.ts'
import { folderTime, snapshotName, snapshotPath, sqlPath } from '../../migrate/layout.ts'
import { nextTag } from '../../migrate/tag.ts'
import { readCatalog } from '../../postgres/catalog.ts'
import { replayOf } from '../../proof/replay.ts'
import { run } from '../../proof/run.ts'
import type { Mended, Remedy, Tools } from '../remedy.ts'
import type { Workbench } from '../workbench.ts'

/**
 * A file that no journal names is tried where the history ends: what changes something there becomes the newest migration,
 * and what has nothing to do any more, or cannot run, is set aside.
 */
export const adopt: Remedy = {
  id: 'adopt',
  mends: ['sqlNotInJournal'],
  async apply(bench, files, tools) {
    const did: string[] = []
    for (const file of files) did.push(await settle(bench, file, tools))
    return { did }
  },
}

/** A snapshot that belongs to no entry is set aside. */
export const setAside: Remedy = {
  id: 'set-aside',
  mends: ['snapshotNotInJournal'],
  async apply(bench, names): Promise<Mended> {
    const { layout } = await bench.read()
    const did: string[] = []
    for (const name of names) {
      const path = snapshotPath(layout, name)
      did.push(`${path} goes to ${await bench.setAside(path)}`)
    }
    return { did }
  },
}

async function settle(bench: Workbench, file: string, tools: Tools): Promise<string> {
  const folder = await bench.read()
  tools.progress(`trying ${file}`)
  const why = await whyNot(await readFile(join(folder.path, file), 'utf8'), folder.migrations, tools)
  if (why !== null) return `${file} goes to ${await bench.setAside(file)}: ${why}`
  const tag = file.replace(/\.sql$/, '')
  const name = folder.layout === 'v1' ? await putLast(bench, folder, tag) : await enterLast(bench, folder, tag, tools)
  return `${file} is the newest migration${name === tag ? '' : `, called ${name}`}`
}

/** A folder of its own, a second after the last one. */
async function putLast(bench: Workbench, folder: Folder, tag: string): Promise<string> {
  const { tag: name } = nextTag(folder, { name: wordsOf(tag), now: folderTime(folder.migrations.at(-1)!.tag) })
  await bench.move(`${tag}.sql`, sqlPath('v1', name))
  return name
}

/** The last entry of the journal. */
async function enterLast(bench: Workbench, folder: Folder, tag: string, tools: Tools): Promise<string> {
  const { entries } = folder.journal
  const when = (entries.at(-1)?.when ?? tools.now) + 1
  const idx = Math.max(-1, ...entries.map((entry) => entry.idx)) + 1
  const last = entries.at(-1)?.tag ?? ''
  const name = snapshotName(tag) > snapshotName(last) ? tag : `${next(last)}_${wordsOf(tag)}`
  if (name !== tag) await bench.rename(tag, name, false)
  await bench.setEntries([...entries, { idx, version: '7', when, tag: name, breakpoints: true }])
  return name
}

const wordsOf = (tag: string): string => tag.replace(/^\d+_?/, '') || 'adopted'

const next = (tag: string): string => {
  const digits = /^\d+/.exec(tag)?.[0] ?? '0000'
  return String(BigInt(digits) + 1n).padStart(digits.length, '0')
}

/** Null where the file runs after these migrations and changes something. */
async function whyNot(
  sql: string,
  migrations: readonly { readonly tag: string; readonly sql: string }[],
  { dialect, open, providers, signal }: Tools,
): Promise<string | null> {
  const replay = replayOf({ dialect, open, migrations, providers, signal })
  try {
    const standing = await replay.at(migrations.length)
    if ('why' in standing) return `the migrations before it do not run: ${standing.why}`
    const { connection, assumed } = standing
    try {
      const from = await readCatalog(connection)
      const { failure } = await run(connection, dialect.split(sql), assumed)
      if (failure) return `it fails after them: ${failure.error.message}`
      const to = await readCatalog(connection)
      const changes = diff({ from, to }, dialect).changes
      return changes.length > 0 || dialect.split(sql).some(({ text }) => /^(?:insert|update|delete)\b/i.test(text))
        ? null
        : 'it changes nothing after them'
    } finally {
      await connection.close()
    }
  } finally {
    await replay.close()
  }
}
