import { resolve } from 'node:path'
import type { build as Build, BuildFailure, BuildOptions, Plugin } from 'esbuild'
import { placeInFile } from './file-variables.ts'
import { chainOf } from './graph.ts'
import { problemText } from './problem.ts'

type Options = BuildOptions & { readonly absWorkingDir: string }

/**
 * What esbuild holds against the sources, one text a problem. A failed build does not tell how a file came in, so
 * the imports are followed once more.
 */
export async function compileProblems(
  failure: unknown,
  options: Options,
  build: typeof Build,
): Promise<readonly string[]> {
  const { errors } = failure as BuildFailure
  const root = options.absWorkingDir
  const graph = new Map<string, string[]>()
  await build({ ...options, plugins: [importers(graph), ...(options.plugins ?? [])] }).catch(() => undefined)
  return errors.map(({ text, location }) => {
    if (!location || location.file.endsWith('<entry>')) return text
    const { file, line, column } = location
    const place = placeInFile({ file: resolve(root, file), line, column: column + 1 })
    return problemText({ message: text, place, chain: chainOf(graph, place.file) }, root)
  })
}

const importers = (graph: Map<string, string[]>): Plugin => ({
  name: 'importers',
  setup(build) {
    build.onResolve({ filter: /.*/, namespace: 'file' }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData !== undefined || importer.endsWith('<entry>')) return undefined
      const target = await build.resolve(path, { importer, resolveDir, kind, pluginData: importers })
      graph.set(target.path, [...(graph.get(target.path) ?? []), importer])
      return undefined
    })
  },
})
