import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, extname, isAbsolute, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild'
import { foldersUp } from './folders-up.ts'

/**
 * Whether a file is of drizzle-orm or of `sluice/postgres`. These may lie inside a bundle, where Node reads one file
 * instead of a hundred, as long as no other package is there that could bring them along from outside as well.
 */
export const isLibrary = (path: string): boolean =>
  /[\\/]node_modules[\\/](?:drizzle-orm[\\/].+|sluice[\\/]dist[\\/]declare)\.js$/.test(path)

/** A specifier that is no path, looked up from a folder. */
export interface Lookup {
  readonly specifier: string
  readonly folder: string
  /** The file of a package that it led to; null where it is the project's own, or was not found. */
  readonly packaged: string | null
  /** It must stay outside. */
  readonly foreign: boolean
}

const asked = Symbol('asked by this plugin')

/**
 * Leaves packages outside the bundle, and hands what is the project's own (tsconfig paths, `#imports`, TypeScript of the
 * workspace) to esbuild; and drizzle-orm with it where that is to lie `inside`. Each specifier is resolved once a folder,
 * and noted in `lookups`.
 */
export const packages = (lookups: Lookup[], inside: boolean): Plugin => ({
  name: 'packages',
  setup(build) {
    const found = new Map<string, Promise<OnResolveResult>>()
    build.onResolve({ filter: /^(drizzle-kit|server-only|client-only)$/ }, ({ path }) => ({
      path,
      namespace: 'sluice-stand-in',
    }))
    // The config's helper, which need not be installed; and guards that throw wherever no framework bundles them away.
    build.onLoad({ filter: /.*/, namespace: 'sluice-stand-in' }, () => ({
      contents: 'exports.defineConfig = (config) => config',
    }))
    build.onResolve({ filter: /^[^./]/ }, (args) => {
      if (args.pluginData === asked || isAbsolute(args.path)) return undefined
      if (isBuiltin(args.path) || /^[a-z]{2,}:/.test(args.path)) return { path: args.path, external: true }
      const place = `${args.kind}\0${args.resolveDir}\0${args.path}`
      const known = found.get(place) ?? locate(build, args, lookups, inside)
      found.set(place, known)
      return known
    })
    // A CommonJS package is required, not imported: Node finds only some of its named exports.
    build.onResolve({ filter: /.*/, namespace: 'sluice-commonjs' }, ({ path }) => ({ path, external: true }))
    build.onLoad({ filter: /.*/, namespace: 'sluice-commonjs' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)})`,
    }))
  },
})

/** Beside this file, as source or as built. */
const declare = new URL(`./declare${extname(import.meta.url)}`, import.meta.url).href

async function locate(
  build: PluginBuild,
  args: OnResolveArgs,
  lookups: Lookup[],
  inside: boolean,
): Promise<OnResolveResult> {
  const { path: specifier, importer, resolveDir, kind } = args
  const { errors, ...target } = await build.resolve(specifier, { importer, resolveDir, kind, pluginData: asked })
  const { path } = target
  const isPackage = path.includes(`${sep}node_modules${sep}`) && /\.([cm]?js|node)$/.test(path)
  // What is required is the CommonJS copy of a package.
  const foreign = isPackage && (kind === 'require-call' || !isLibrary(path))
  lookups.push({ specifier, folder: resolveDir, packaged: isPackage ? path : null, foreign })
  if (errors.length > 0) {
    // This package need not be installed where the schema files lie.
    if (specifier === 'sluice/postgres') return { path: declare, external: true }
    // What is asked for while the code runs may sit in a try block: it fails there, if ever.
    if (kind === 'require-call' || kind === 'dynamic-import') return { path: specifier, external: true }
    // JSX that is only declared asks for nothing yet.
    if (specifier.endsWith('/jsx-runtime')) return { path: specifier, namespace: 'sluice-stand-in' }
    return { errors: [{ text: errors[0]!.text }] }
  }
  if (!isPackage || (inside && !foreign))
    return { path, namespace: target.namespace, suffix: target.suffix, external: target.external }
  if (kind === 'require-call') return { path, external: true }
  return isCommonJs(path) ? { path, namespace: 'sluice-commonjs' } : { path: pathToFileURL(path).href, external: true }
}

/** As Node decides it: by the extension, for `.js` by `type` in the nearest package.json. */
function isCommonJs(path: string): boolean {
  if (extname(path) !== '.js') return extname(path) !== '.mjs'
  const manifest = foldersUp(dirname(path))
    .map((folder) => join(folder, 'package.json'))
    .find(existsSync)
  return manifest === undefined || JSON.parse(readFileSync(manifest, 'utf8')).type !== 'module'
}
