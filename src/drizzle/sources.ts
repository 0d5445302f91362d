import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Loader, Plugin } from 'esbuild'
import { digest, type Fact } from './fact.ts'
import { withFileVariables } from './file-variables.ts'
import { isLibrary } from './packages.ts'

const code = /\.[cm]?[jt]sx?$/
const text = /\.(sql|txt|md|graphql|gql)$/

/**
 * Reads the files of a bundle, and notes in `facts` what the code among them was. What is neither code nor JSON is
 * nothing that tables are made of, but must not stop them: text is its text, all else (styles, images) its path.
 */
export const sources = (facts: Fact[]): Plugin => ({
  name: 'sources',
  setup({ onLoad }) {
    onLoad({ filter: code, namespace: 'file' }, async ({ path }) => {
      const bytes = await readFile(path)
      facts.push(['file', path, digest(bytes)])
      const contents = withFileVariables(bytes.toString('utf8'), path)
      // No place in drizzle-orm is ever named: its own source maps need not be read.
      return {
        contents: isLibrary(path) ? contents.replace(/\/\/# sourceMappingURL=.*/, '') : contents,
        loader: loaderOf(path),
      }
    })
    onLoad({ filter: /./, namespace: 'file' }, async ({ path, with: { type } }) => {
      if (path.endsWith('.json') || type) return undefined
      const value = text.test(path) ? await readFile(path, 'utf8') : path
      return { contents: `module.exports = ${JSON.stringify(value)}`, loader: 'js' }
    })
  },
})

const loaderOf = (path: string) => extname(path).replace(/[cm]/, '').slice(1) as Loader
