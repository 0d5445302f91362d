import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build as esbuild } from 'esbuild'
import { SluiceError } from '../errors.ts'
import { compileProblems } from './compile-problems.ts'
import type { Entry } from './entry.ts'
import type { Fact } from './fact.ts'
import { factsOf } from './facts.ts'
import { fileVariablesOf } from './file-variables.ts'
import { type Graph, graphOf, isMadeUp } from './graph.ts'
import { type Lookup, packages } from './packages.ts'
import { sources } from './sources.ts'

/** An entry and all that it imports, as one module. */
export interface Built {
  readonly code: string
  readonly map: string
  readonly graph: Graph
  /** The specifiers of the packages that stayed outside. */
  readonly packages: readonly string[]
  /** What it was made from; undefined where that cannot be told. */
  readonly facts: readonly Fact[] | undefined
  /** It would be the same if it were made `again`. */
  readonly final: boolean
}

/**
 * Bundles an entry. Everything below a `node_modules` folder stays outside and is imported by its absolute path, so the
 * bundle may lie anywhere and still gets the project's own instances. What is bundled `again` was not changed since the last
 * run and may not be until the next: then drizzle-orm lies inside where it is the only package. That takes twice as long as to
 * load its hundred files once, and to load one file instead is a third of every run that finds the bundle.
 * @throws SluiceError `entry.errors.compile`, with `file:line:column` and the chain of imports that led there.
 */
export async function build(entry: Entry, { again }: { again: boolean }): Promise<Built> {
  const whole = again && (await bundle(entry, { inside: true }))
  if (whole) return whole
  const built = (await bundle(entry, { inside: false }))!
  return again ? { ...built, final: true } : built
}

/** Undefined where drizzle-orm was to lie inside and another package is there, which might import it as well. */
async function bundle(entry: Entry, { inside }: { inside: boolean }): Promise<Built | undefined> {
  const lookups: Lookup[] = []
  const read: Fact[] = []
  const options = { ...settings(entry), plugins: [packages(lookups, inside), sources(read)] }
  const result = await esbuild(options).catch((failure: unknown) => ({ failure }))
  if (inside && lookups.some(({ foreign }) => foreign)) return undefined
  if ('failure' in result) {
    const problems = await compileProblems(result.failure, options, esbuild)
    throw new SluiceError(entry.errors.compile, { problems }, { cause: result.failure })
  }
  const { metafile } = result
  const packaged = lookups.filter(({ packaged }) => packaged !== null)
  const [map, code] = result.outputFiles
  return {
    code: code!.text,
    map: anywhere(map!.text, entry.root),
    graph: graphOf(metafile, entry.root),
    packages: [...new Set(packaged.map(({ specifier }) => specifier))].sort(),
    facts: factsOf({ metafile, root: entry.root, lookups, sources: read }),
    final: inside || packaged.length === 0 || packaged.some(({ foreign }) => foreign),
  }
}

/** A source map whose sources are URLs, so that it is right wherever the bundle lies. */
function anywhere(map: string, root: string): string {
  const { sources, ...rest } = JSON.parse(map) as { sources: readonly string[] }
  const url = (path: string) => (isMadeUp(path) ? path : pathToFileURL(resolve(root, path)).href)
  return JSON.stringify({ ...rest, sources: sources.map(url) })
}

const settings = ({ code, folder, root }: Entry) =>
  ({
    stdin: { contents: code, resolveDir: folder, sourcefile: '<entry>' },
    absWorkingDir: root,
    outfile: join(root, 'bundle.mjs'),
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
    sourcesContent: false,
    logLevel: 'silent',
    define: fileVariablesOf,
    banner: {
      js: "import { createRequire as __sluiceRequire } from 'node:module'; const require = __sluiceRequire(import.meta.url);",
    },
  }) satisfies BuildOptions
