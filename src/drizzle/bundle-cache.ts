import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Built } from './build.ts'
import { isOurs, namesIn, ownVersion, prune } from './cache.ts'
import type { Entry } from './entry.ts'
import { digest, type Fact, hold } from './fact.ts'

/** A bundle in a folder of its own: `bundle.mjs`, `bundle.mjs.map`, and `about.json` with the rest. */
export type Stored = Pick<Built, 'graph' | 'packages' | 'final'> & { readonly file: string }

/** `about.json` */
interface About {
  readonly facts: readonly Fact[]
  readonly graph: readonly (readonly [file: string, importers: readonly string[]])[]
  readonly packages: readonly string[]
  readonly final: boolean
}

/** To be raised when bundles are made in another way. */
const format = 3

/** The stored bundle of an entry that would be the same if it were made now; a `final` one before others. */
export async function findBundle(cache: string, entry: Entry): Promise<Stored | undefined> {
  if (!(await isOurs(cache))) return undefined
  let found: Stored | undefined
  for (const name of await namesIn(cache, prefixOf(entry))) {
    const folder = join(cache, name)
    const about = await readWhole(folder, name)
    if (!about) await rm(folder, { recursive: true, force: true }).catch(() => {})
    if (!about || !hold(about.facts)) continue
    const now = new Date()
    await utimes(folder, now, now).catch(() => {})
    const { graph, packages, final } = about
    found = { file: join(folder, 'bundle.mjs'), graph: new Map(graph), packages, final }
    if (final) break
  }
  return found
}

/** Stores a bundle, whole or not at all; undefined where that is not possible. Removes what is old. */
export async function keepBundle(cache: string, entry: Entry, built: Built): Promise<Stored | undefined> {
  const { code, facts, graph, packages, final } = built
  if (!facts) return undefined
  const about = JSON.stringify({ facts, graph: [...graph], packages, final } satisfies About)
  const folder = join(cache, `${prefixOf(entry)}${digest(about + code)}`)
  const draft = join(cache, `draft-${randomUUID()}`)
  try {
    await mkdir(cache, { recursive: true, mode: 0o700 })
    if (!(await isOurs(cache))) return undefined
    await writeBundle(draft, built)
    await writeFile(join(draft, 'about.json'), about)
    // Where another process has just stored the same one, this fails, and theirs will do.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
    await prune(cache).catch(() => {})
    return existsSync(folder) ? { file: join(folder, 'bundle.mjs'), graph, packages, final } : undefined
  } catch {
    await rm(draft, { recursive: true, force: true }).catch(() => {})
    return undefined
  }
}

/** Writes a bundle and its map into a new folder; resolves with the path to import. */
export async function writeBundle(folder: string, { code, map }: Built): Promise<string> {
  await mkdir(folder, { mode: 0o700 })
  const file = join(folder, 'bundle.mjs')
  await Promise.all([writeFile(file, code), writeFile(`${file}.map`, map)])
  return file
}

async function readWhole(folder: string, name: string): Promise<About | undefined> {
  try {
    const [about, code] = await Promise.all(
      ['about.json', 'bundle.mjs'].map((file) => readFile(join(folder, file), 'utf8')),
    )
    return name.endsWith(digest(about! + code!)) ? JSON.parse(about!) : undefined
  } catch {
    return undefined
  }
}

const prefixOf = ({ code, folder, root }: Entry): string => {
  const { platform, arch, versions, env } = process
  const made = [format, ownVersion(), versions.node.split('.')[0], platform, arch, env.NODE_PATH ?? '']
  return `bundle-${digest(JSON.stringify([...made, code, folder, root]))}-`
}
