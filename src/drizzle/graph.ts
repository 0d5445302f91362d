import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { isLibrary } from './packages.ts'

/** Every file of a bundle that is the project's own, as an absolute path, with the files that import it directly. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** What esbuild says about a finished bundle; the entry, made-up modules and drizzle-orm are left out. */
export function graphOf(metafile: Metafile, root: string): Graph {
  const graph = new Map<string, string[]>()
  const inputs = Object.entries(metafile.inputs).filter(([path]) => !isMadeUp(path) && !isLibrary(path))
  for (const [path] of inputs) graph.set(join(root, path), [])
  for (const [path, { imports }] of inputs)
    for (const { path: target } of imports) graph.get(join(root, target))?.push(join(root, path))
  return graph
}

/** The shortest way by which a file came in: its importer, the importer's importer, up to a file that was asked for. */
export function chainOf(graph: Graph, file: string): readonly string[] {
  const from = new Map<string, string | null>([[file, null]])
  let last = file
  for (const current of from.keys()) {
    last = current
    const importers = graph.get(current) ?? []
    if (importers.length === 0) break
    for (const importer of importers) if (!from.has(importer)) from.set(importer, current)
  }
  const chain: string[] = []
  for (let step: string | null = last; step !== null && step !== file; step = from.get(step) ?? null)
    chain.unshift(step)
  return chain
}

/** What esbuild names and no file is: the entry, and modules of our plugins. */
export const isMadeUp = (path: string): boolean => /(^|\/)<entry>$|^sluice-[\w-]+:/.test(path)
