import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import type { FolderChange } from '../migrate/change.ts'
import type { Folder } from '../migrate/folder.ts'
import type { JournalEntry } from '../migrate/journal.ts'
import { snapshotName, snapshotPath, sqlPath } from '../migrate/layout.ts'
import { readPresent } from './present.ts'

/** A copy of a migration folder that remedies work on: what comes of it is looked at and tried before anything is changed. */
export interface Workbench {
  /** Of the copy. */
  readonly path: string
  /** What a migration is called now, by the tag that it had; without a word it has kept its own. */
  readonly renamed: Map<string, string>
  /** The copy as it is now. */
  read(): Promise<Folder>
  write(path: string, text: string): Promise<void>
  move(from: string, to: string): Promise<void>
  /** Out of everybody's way and yet not lost: into `sluice/`, as `aside_<name>`. Returns its new path. */
  setAside(path: string): Promise<string>
  setEntries(entries: readonly JournalEntry[]): Promise<void>
  /** A migration with all of its files; its snapshot only where it is its own. */
  rename(tag: string, to: string, withSnapshot: boolean): Promise<void>
  /** What the original has to become. */
  change(): Promise<FolderChange>
  close(): Promise<void>
}

const journalPath = join('meta', '_journal.json')

/** Copies a folder. What is underway there, its lock say, stays behind. */
export async function openWorkbench(origin: string): Promise<Workbench> {
  const home = await mkdtemp(join(tmpdir(), 'sluice-repair-'))
  const path = join(home, 'copy')
  for (const name of await filesOf(origin)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await copyFile(join(origin, name), join(path, name), constants.COPYFILE_FICLONE)
  }
  const renamed = new Map<string, string>()
  const file = (name: string) => join(path, name)
  const move = async (from: string, to: string) => {
    if (!existsSync(file(from))) return
    await mkdir(dirname(file(to)), { recursive: true })
    await rename(file(from), file(to))
  }
  return {
    path,
    renamed,
    read: () => readPresent(path),
    async write(name, text) {
      await mkdir(dirname(file(name)), { recursive: true })
      await writeFile(file(name), text)
    },
    move,
    async setAside(name) {
      const aside = join('sluice', `aside_${name.replace(/^meta./, '').replaceAll(sep, '_')}`)
      await move(name, aside)
      return aside
    },
    async setEntries(entries) {
      const raw = JSON.parse(await readFile(file(journalPath), 'utf8'))
      // What somebody else has written into an entry stays there.
      const known = new Map(raw.entries.map((entry: JournalEntry) => [renamed.get(entry.tag) ?? entry.tag, entry]))
      const written = entries.map((entry) => ({ ...Object(known.get(entry.tag)), ...entry }))
      await writeFile(file(journalPath), JSON.stringify({ ...raw, entries: written }, null, 2))
    },
    async rename(tag, to, withSnapshot) {
      const { layout } = await readPresent(path)
      const snapshot = (name: string) => snapshotPath(layout, snapshotName(name, layout))
      await move(sqlPath(layout, tag), sqlPath(layout, to))
      if (withSnapshot) await move(snapshot(tag), snapshot(to))
      for (const end of ['.json', '.proof.json', '.down.sql'])
        await move(join('sluice', `${tag}${end}`), join('sluice', `${to}${end}`))
      const first = [...renamed].find(([, now]) => now === tag)?.[0] ?? tag
      renamed.set(first, to)
    },
    async change() {
      const [before, after] = [await filesOf(origin), await filesOf(path)]
      const change: Record<string, string | null> = {}
      for (const name of after) {
        const text = await readFile(file(name), 'utf8')
        if (!before.has(name) || (await readFile(join(origin, name), 'utf8')) !== text) change[name] = text
      }
      for (const name of before) if (!after.has(name)) change[name] = null
      return change
    },
    close: () => rm(home, { recursive: true, force: true }),
  }
}

/** All files of a folder but those of a run that is underway, by their path inside. */
async function filesOf(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.sluice-tmp'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name))),
  )
}
