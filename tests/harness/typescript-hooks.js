import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

// Every embedded Postgres has a thread of its own, and to start esbuild in each costs more than the engine does.
const cache = new URL('../../node_modules/.cache/typescript/', import.meta.url)

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const text = await readFile(fileURLToPath(url), 'utf8')
  const file = new URL(`${createHash('sha256').update(`1 ${url} ${text}`).digest('hex')}.js`, cache)
  const source = await readFile(file, 'utf8').catch(() => compile(text, file))
  return { format: 'module', source, shortCircuit: true }
}

/**
 * @param {string} text
 * @param {URL} file
 */
async function compile(text, file) {
  const { transform } = await import('esbuild')
  const { code } = await transform(text, { loader: 'ts', format: 'esm', target: 'node20', sourcemap: 'inline' })
  const temporary = new URL(`${file.href}.${process.pid}.${Math.random()}`)
  await mkdir(cache, { recursive: true })
  await writeFile(temporary, code)
  await rename(temporary, file)
  return code
}
