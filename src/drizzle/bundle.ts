import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildOptions } from 'esbuild'
import { type ErrorCode, SluiceError } from '../errors.ts'
import { compileProblems } from './compile-problems.ts'
import { fileVariables, fileVariablesOf } from './file-variables.ts'
import { chainOf, type Graph, graphOf } from './graph.ts'
import { packages } from './packages.ts'
import { problemText } from './problem.ts'
import { thrownAt } from './thrown-at.ts'

/** The code to run: an entry module as text, and where its imports start from. */
export interface Entry {
  readonly code: string
  readonly folder: string
  /** Paths in messages are relative to it. */
  readonly root: string
  /** What to say of code that does not compile or resolve, and of code that throws. */
  readonly errors: { readonly compile: ErrorCode; readonly run: ErrorCode }
}

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
 * Bundles an entry with all it imports and evaluates the result once. Everything below a `node_modules` folder stays
 * outside and is imported by its absolute path, so the bundle can lie in the temporary folder and still gets the
 * project's own instances.
 * @throws SluiceError `entry.errors.compile` or `.run`, with `file:line:column` and the chain of imports that led there.
 */
export async function evaluate(entry: Entry): Promise<Evaluated> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'sluice-'))
  try {
    return await evaluateIn(folder, entry)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function evaluateIn(folder: string, entry: Entry): Promise<Evaluated> {
  const { build } = await import('esbuild')
  const imported = new Set<string>()
  const file = join(folder, 'bundle.mjs')
  const options = { ...settings(entry, file), plugins: [packages(imported), fileVariables] }
  const built = await build(options).catch(async (failure) => {
    const problems = await compileProblems(failure, options, build)
    throw new SluiceError(entry.errors.compile, { problems }, { cause: failure })
  })
  const [map, code] = built.outputFiles
  await Promise.all([writeFile(file, code!.contents), writeFile(`${file}.map`, map!.contents)])
  const graph = graphOf(built.metafile, entry.root)
  const traced = (error: unknown) => {
    const place = thrownAt(error, { file, map: map!.text, graph })
    const message = error instanceof Error ? error.message : String(error)
    const problem = problemText({ message, ...(place && { place, chain: chainOf(graph, place.file) }) }, entry.root)
    return new SluiceError(entry.errors.run, { problems: [problem] }, { cause: error })
  }
  const exports = await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw traced(error)
  })
  const run = <T>(callback: () => T): T => {
    try {
      return callback()
    } catch (error) {
      throw error instanceof SluiceError ? error : traced(error)
    }
  }
  return { exports, graph, packages: imported, run }
}

const settings = ({ code, folder, root }: Entry, outfile: string) =>
  ({
    stdin: { contents: code, resolveDir: folder, sourcefile: '<entry>' },
    absWorkingDir: root,
    outfile,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // No `module` condition: a package must be the file that Node itself would load.
    conditions: [],
    // A file imported only for its effect must run, whatever its package says about side effects.
    ignoreAnnotations: true,
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'silent',
    define: fileVariablesOf,
    banner: {
      js: "import { createRequire as __sluiceRequire } from 'node:module'; const require = __sluiceRequire(import.meta.url);",
    },
  }) satisfies BuildOptions
