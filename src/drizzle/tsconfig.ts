import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { foldersUp } from './folders-up.ts'

/** Where the `paths` and `baseUrl` of some tsconfig files may lead. */
export interface Mapping {
  /** Every tsconfig file that was looked for, those that they extend included. */
  readonly files: readonly string[]
  /** The paths, without extension, that a specifier may stand for: more than will be tried rather than fewer. */
  candidates(specifier: string): readonly string[]
}

interface Tsconfig {
  readonly extends?: string | readonly string[]
  readonly compilerOptions?: { readonly baseUrl?: string; readonly paths?: Readonly<Record<string, readonly string[]>> }
}

/** Reads tsconfig files; undefined where one of them extends something that is not found where it usually lies. */
export function readMapping(files: readonly string[]): Mapping | undefined {
  const found = new Map<string, Tsconfig | undefined>(files.map((file) => [file, parse(file)]))
  for (const [file, config] of found)
    for (const target of [config?.extends ?? []].flat()) {
      const extended = extendedBy(target, dirname(file)).map((path) => [path, found.get(path) ?? parse(path)] as const)
      if (!extended.some(([, config]) => config)) return undefined
      for (const [path, config] of extended) found.set(path, config)
    }
  const options = [...found].flatMap(([file, config]) => ({ folder: dirname(file), ...config?.compilerOptions }))
  const roots = options.flatMap(({ folder, baseUrl }) => (baseUrl === undefined ? [] : [resolve(folder, baseUrl)]))
  const bases = [...new Set([...roots, ...options.map(({ folder }) => folder)])]
  const paths = options.flatMap(({ paths = {} }) => Object.entries(paths))
  return {
    files: [...found.keys()],
    candidates: (specifier) => [
      ...roots.map((root) => resolve(root, specifier)),
      ...paths
        .flatMap(([pattern, targets]) => substituted(pattern, targets, specifier))
        .flatMap((target) => bases.map((base) => resolve(base, target))),
    ],
  }
}

function extendedBy(target: string, folder: string): readonly string[] {
  const isPath = target.startsWith('.') || isAbsolute(target)
  const places = isPath ? [resolve(folder, target)] : foldersUp(folder).map((up) => join(up, 'node_modules', target))
  return places.flatMap((place) => [place, `${place}.json`, join(place, 'tsconfig.json')])
}

function substituted(pattern: string, targets: readonly string[], specifier: string): readonly string[] {
  const [before = '', after] = pattern.split('*')
  const matches = after === undefined ? specifier === before : specifier.startsWith(before) && specifier.endsWith(after)
  if (!matches) return []
  const middle = specifier.slice(before.length, specifier.length - (after ?? '').length)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript's own variable
  return targets.map((target) => target.replace('*', () => middle).replace('${configDir}', '.'))
}

/** JSON with comments and trailing commas; undefined where there is none. */
function parse(file: string): Tsconfig | undefined {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    const bare = text.replace(/("(?:[^"\\]|\\.)*")|\/\/.*|\/\*[\s\S]*?\*\//g, '$1')
    return JSON.parse(bare.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, '$1'))
  } catch {
    return undefined
  }
}
