import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, extname, isAbsolute, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild'

const asked = Symbol('asked by this plugin')

/**
 * Leaves packages outside the bundle, and hands what is the project's own (tsconfig paths, `#imports`, TypeScript of the
 * workspace) to esbuild. Each specifier is resolved once a folder. `imported` collects the specifiers of packages.
 */
export const packages = (imported: Set<string>): Plugin => ({
  name: 'packages',
  setup(build) {
    const found = new Map<string, Promise<OnResolveResult>>()
    build.onResolve({ filter: /^drizzle-kit$/ }, ({ path }) => ({ path, namespace: 'sluice-define-config' }))
    build.onLoad({ filter: /.*/, namespace: 'sluice-define-config' }, () => ({
      contents: 'export const defineConfig = (config) => config',
    }))
    build.onResolve({ filter: /^[^./]/ }, (args) => {
      if (args.pluginData === asked || isAbsolute(args.path)) return undefined
      if (isBuiltin(args.path) || /^[a-z]{2,}:/.test(args.path)) return { path: args.path, external: true }
      const place = `${args.kind}\0${args.resolveDir}\0${args.path}`
      const known = found.get(place) ?? locate(build, args, imported)
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

async function locate(build: PluginBuild, args: OnResolveArgs, imported: Set<string>): Promise<OnResolveResult> {
  const { path: specifier, importer, resolveDir, kind } = args
  const { errors, ...target } = await build.resolve(specifier, { importer, resolveDir, kind, pluginData: asked })
  if (errors.length > 0) {
    // What is asked for while the code runs may sit in a try block: it fails there, if ever.
    if (kind === 'require-call' || kind === 'dynamic-import') return { path: specifier, external: true }
    return { errors: [{ text: errors[0]!.text }] }
  }
  const { path } = target
  if (!path.includes(`${sep}node_modules${sep}`) || !/\.([cm]?js|node)$/.test(path))
    return { path, namespace: target.namespace, suffix: target.suffix, external: target.external }
  imported.add(specifier)
  if (kind === 'require-call') return { path, external: true }
  return isCommonJs(path) ? { path, namespace: 'sluice-commonjs' } : { path: pathToFileURL(path).href, external: true }
}

/** As Node decides it: by the extension, for `.js` by `type` in the nearest package.json. */
function isCommonJs(path: string): boolean {
  if (extname(path) !== '.js') return extname(path) !== '.mjs'
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type !== 'module'
  }
  return true
}
