import { readFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Loader, Plugin } from 'esbuild'

/** A bundle is one file: what tells a module where it lies is read from variables that each module gets of its own. */
export const fileVariablesOf = {
  __dirname: '__sluice_dirname',
  __filename: '__sluice_filename',
  'import.meta.dirname': '__sluice_dirname',
  'import.meta.filename': '__sluice_filename',
  'import.meta.url': '__sluice_url',
}

/** Declares those variables in every bundled file that speaks of them. */
export const fileVariables: Plugin = {
  name: 'file-variables',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]sx?$/, namespace: 'file' }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      if (!/__dirname|__filename|import\.meta/.test(code)) return undefined
      const values = {
        __sluice_dirname: dirname(path),
        __sluice_filename: path,
        __sluice_url: pathToFileURL(path).href,
      }
      const names = Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
      return { contents: `const ${names.join(', ')};${code.replace(/^#!.*/, '')}`, loader: loaderOf(path) }
    })
  },
}

const loaderOf = (path: string) => extname(path).replace(/[cm]/, '').slice(1) as Loader
