import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Metafile } from 'esbuild'
import { type Fact, factOf } from './fact.ts'
import { foldersUp } from './folders-up.ts'
import { isMadeUp } from './graph.ts'
import { isLibrary, type Lookup } from './packages.ts'
import { readMapping } from './tsconfig.ts'

/** What is known of a bundle that was just made. */
export interface Origin {
  readonly metafile: Metafile
  readonly root: string
  readonly lookups: readonly Lookup[]
  /** The files that we read for esbuild, as they were then. */
  readonly sources: readonly Fact[]
}

/**
 * All that the bundle would have to be made again for: the files in it; those beside them, for a new `b.tsx` comes before
 * an old `b.ts`; the manifests and tsconfig files above them; and the places where packages are looked for.
 * Undefined where that cannot be told.
 */
export function factsOf({ metafile, root, lookups, sources }: Origin): readonly Fact[] | undefined {
  const inputs = Object.entries(metafile.inputs)
    .filter(([path]) => !isMadeUp(path))
    .map(([path, { imports }]) => ({ file: join(root, path.replace(/\?.*/, '')), imports }))
  // A package does not change but as a whole: its files are looked at, not what could come to lie beside them.
  const own = inputs.filter(({ file }) => !isLibrary(file))
  const above = [...new Set(own.flatMap(({ file }) => foldersUp(dirname(file))))]
  const mapping = readMapping(above.flatMap((up) => [join(up, 'tsconfig.json'), join(up, 'jsconfig.json')]))
  if (!mapping) return undefined
  const tried = [
    ...own.flatMap(({ file, imports }) =>
      imports.flatMap(({ original = '' }) =>
        original.startsWith('.') || isAbsolute(original) ? [resolve(dirname(file), original)] : [],
      ),
    ),
    ...lookups.flatMap(({ specifier }) => mapping.candidates(specifier)),
    ...own.map(({ file }) => file),
  ]
  const read = new Set(sources.map(([, path]) => path))
  return [
    // In whatever order esbuild came to them: bundles of equal inputs are one.
    ...sources.toSorted(([, a], [, b]) => (a < b ? -1 : 1)),
    ...looks('file', [...inputs.map(({ file }) => file), ...manifests(above, lookups), ...mapping.files], read),
    ...looks(
      'folder',
      tried.flatMap((path) => [path, dirname(path)]),
    ),
    ...looks('link', lookups.flatMap(packageFolders)),
  ]
}

const looks = (aspect: Fact[0], paths: readonly string[], except: ReadonlySet<string> = new Set()) =>
  [...new Set(paths)].filter((path) => !except.has(path)).map((path) => factOf(aspect, path))

const manifests = (above: readonly string[], lookups: readonly Lookup[]) => [
  ...above.flatMap((up) => [join(up, 'package.json'), join(up, '.pnp.cjs')]),
  ...lookups.flatMap(({ packaged }) =>
    packaged === null ? [] : foldersUp(dirname(packaged)).map((up) => join(up, 'package.json')),
  ),
]

/** Where Node looks for the package of a specifier: `a` of `a/b`, `@a/b` of `@a/b/c`. */
function packageFolders({ specifier, folder }: Lookup): readonly string[] {
  const [name] = /^(@[^/]+\/)?[^/]+/.exec(specifier) ?? []
  return name === undefined ? [] : foldersUp(folder).map((up) => join(up, 'node_modules', name))
}
