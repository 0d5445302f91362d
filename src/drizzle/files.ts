import { readdir, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { SluiceError } from '../errors.ts'

/**
 * The schema files that `schema` of a config means, as absolute paths: each pattern is a file, a folder (the files that
 * lie in it directly, as drizzle-kit reads it) or a glob.
 * @throws SluiceError `SCHEMA_NOT_FOUND` for the first pattern that matches no file: a file that was moved must not look
 * like tables that were dropped.
 */
export async function findFiles(patterns: readonly string[], root: string): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const pattern of patterns) {
    const files = (await Promise.all((await matches(pattern, root)).map(filesAt))).flat()
    if (files.length === 0) throw new SluiceError('SCHEMA_NOT_FOUND', { pattern, root })
    for (const file of files.sort()) found.add(file)
  }
  return [...found]
}

/** A path that exists is meant literally: `app/(shop)/[id]/schema.ts` is full of signs that a glob would read. */
async function matches(pattern: string, root: string): Promise<readonly string[]> {
  const path = resolve(root, pattern)
  if (await stat(path).catch(() => null)) return [path]
  return glob(sep === '\\' ? pattern.replaceAll('\\', '/') : pattern, {
    cwd: root,
    absolute: true,
    onlyFiles: false,
    expandDirectories: false,
    ignore: pattern.includes('node_modules') ? [] : ['**/node_modules/**'],
  })
}

async function filesAt(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return isCode(path) ? [resolve(path)] : []
  const entries = await readdir(path, { withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory() && isCode(entry.name))
    .map((entry) => join(resolve(path), entry.name))
}

const isCode = (path: string) => /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path)
