import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SluiceError } from '../errors.ts'
import type { Built } from './build.ts'
import { findBundle, keepBundle, type Stored, writeBundle } from './bundle-cache.ts'
import { cacheFolder } from './cache.ts'
import type { Entry } from './entry.ts'
import { chainOf, type Graph } from './graph.ts'
import { problemText } from './problem.ts'
import { thrownAt } from './thrown-at.ts'

/** What evaluated code exports, and what is known of its files. */
export interface Evaluated {
  readonly exports: Readonly<Record<string, unknown>>
  /** Every bundled file with those that import it; what lies in a package is not among them. */
  readonly graph: Graph
  /** The specifiers of the packages that were imported: `drizzle-orm/pg-core`. */
  readonly packages: ReadonlySet<string>
  /** Runs a callback that the code left behind; what it throws gets its place in the source. */
  run<T>(callback: () => T): T
}

/**
 * Bundles an entry with all it imports and evaluates the result once. Where nothing has changed since two earlier runs, its
 * bundle is taken from the cache, without esbuild.
 * @throws SluiceError `entry.errors.compile` or `.run`, with `file:line:column` and the chain of imports that led there.
 */
export async function evaluate(entry: Entry): Promise<Evaluated> {
  const bundle = await findOrBuild(entry)
  if ('file' in bundle) return evaluateFile(entry, bundle)
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'sluice-')))
  try {
    const file = await writeBundle(join(folder, 'bundle'), bundle)
    return await evaluateFile(entry, { ...bundle, file }, bundle.map)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The specifiers of the packages that an entry would import; nothing is evaluated.
 * @throws SluiceError `entry.errors.compile`
 */
export const importedPackages = async (entry: Entry): Promise<readonly string[]> => (await findOrBuild(entry)).packages

async function findOrBuild(entry: Entry): Promise<Stored | Built> {
  const cache = cacheFolder(entry.root)
  const found = await findBundle(cache, entry)
  if (found?.final) return found
  const { build } = await import('./build.ts')
  const built = await build(entry, { again: found !== undefined })
  return (await keepBundle(cache, entry, built)) ?? built
}

async function evaluateFile(entry: Entry, { file, graph, packages }: Stored, map?: string): Promise<Evaluated> {
  const traced = (error: unknown) => {
    const place = thrownAt(error, { file, map: map ?? readFileSync(`${file}.map`, 'utf8'), graph })
    const message = error instanceof Error ? error.message : String(error)
    const problem = problemText({ message, ...(place && { place, chain: chainOf(graph, place.file) }) }, entry.root)
    return new SluiceError(entry.errors.run, { problems: [problem] }, { cause: error })
  }
  // Another run of the same process gets modules of its own, which see the variables of now.
  const url = `${pathToFileURL(file)}?${randomUUID()}`
  const exports = await import(url).catch((error: unknown) => {
    throw traced(error)
  })
  const run = <T>(callback: () => T): T => {
    try {
      return callback()
    } catch (error) {
      throw error instanceof SluiceError ? error : traced(error)
    }
  }
  return { exports, graph, packages: new Set(packages), run }
}
