import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diff } from '../../diff/diff.ts'
import { snapshotName } from '../../migrate/layout.ts'
import { survey } from '../../postgres/catalog.ts'
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
    for (const name of names) await bench.setAside(join('meta', name))
    return { did: names.map((name) => `meta/${name} goes to sluice/aside_${name}`) }
  },
}

async function settle(bench: Workbench, file: string, tools: Tools): Promise<string> {
  const folder = await bench.read()
  tools.progress(`trying ${file}`)
  const why = await whyNot(await readFile(join(folder.path, file), 'utf8'), folder.migrations, tools)
  if (why !== null) {
    await bench.setAside(file)
    return `${file} goes to sluice/aside_${file}: ${why}`
  }
  const { entries } = folder.journal
  const tag = file.replace(/\.sql$/, '')
  const when = (entries.at(-1)?.when ?? tools.now) + 1
  const idx = Math.max(-1, ...entries.map((entry) => entry.idx)) + 1
  const last = entries.at(-1)?.tag ?? ''
  const name = snapshotName(tag) > snapshotName(last) ? tag : `${next(last)}_${tag.replace(/^\d+_?/, '') || 'adopted'}`
  if (name !== tag) await bench.rename(tag, name, false)
  await bench.setEntries([...entries, { idx, version: '7', when, tag: name, breakpoints: true }])
  return `${file} is the newest migration${name === tag ? '' : `, called ${name}`}`
}

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
      const before = await survey(connection)
      const { failure } = await run(connection, dialect.split(sql), assumed)
      if (failure) return `it fails after them: ${failure.error.message}`
      const after = await survey(connection)
      const changes = diff({ from: before.schema, to: after.schema }, dialect).changes
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
