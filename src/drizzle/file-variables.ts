import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A bundle is one file: what tells a module where it lies is read from variables that each module gets of its own. */
export const fileVariablesOf = {
  __dirname: '__sluice_dirname',
  __filename: '__sluice_filename',
  'import.meta.dirname': '__sluice_dirname',
  'import.meta.filename': '__sluice_filename',
  'import.meta.url': '__sluice_url',
}

/** The code of a file, which declares those variables where it speaks of them. */
export function withFileVariables(code: string, path: string): string {
  if (!/__dirname|__filename|import\.meta/.test(code)) return code
  const values = {
    __sluice_dirname: dirname(path),
    __sluice_filename: path,
    __sluice_url: pathToFileURL(path).href,
  }
  const names = Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
  return `const ${names.join(', ')};${code.replace(/^#!.*/, '')}`
}
