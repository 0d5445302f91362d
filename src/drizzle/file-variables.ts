import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Place } from './problem.ts'

/** A bundle is one file: what tells a module where it lies is read from variables that each module gets of its own. */
export const fileVariablesOf = {
  __dirname: '__sluice_dirname',
  __filename: '__sluice_filename',
  'import.meta.dirname': '__sluice_dirname',
  'import.meta.filename': '__sluice_filename',
  'import.meta.url': '__sluice_url',
}

/** The code of a file, which declares those variables where it speaks of them. */
export const withFileVariables = (code: string, path: string): string =>
  `${declarations(code, path)}${code.replace(/^#!.*/, '')}`

/** A place in code that declares them, as it is in the file: they stand before its first line. */
export function placeInFile(place: Place): Place {
  if (place.line > 1) return place
  const before = declarations(readFileSync(place.file, 'utf8'), place.file)
  return { ...place, column: Math.max(1, place.column - before.length) }
}

function declarations(code: string, path: string): string {
  if (!/__dirname|__filename|import\.meta/.test(code)) return ''
  const values = {
    __sluice_dirname: dirname(path),
    __sluice_filename: path,
    __sluice_url: pathToFileURL(path).href,
  }
  const names = Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
  return `const ${names.join(', ')};`
}
