import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { DatabaseError } from '../../dialect/connection.ts'
import { invariant, SluiceError } from '../../errors.ts'
import { hashText } from '../../schema/hash.ts'
import { EngineThread } from './embed-thread.ts'

/** What turns a fresh cluster of 39 MB into 14 MB: the databases that only CREATE DATABASE would read are dropped. */
const statements = [
  `update pg_database set datistemplate = false, datallowconn = true where datname in ('template0', 'template1')`,
  'drop database template0',
  'drop database template1',
  'vacuum freeze',
  'checkpoint',
]

/**
 * The packed data directory that an embedded database starts from: the one that ships beside this file, else the one in
 * the cache, else a new one (3 s), which the cache then keeps. Every call gives its own bytes (14 MB, 25 ms).
 */
export async function readTemplate(cache: string): Promise<Uint8Array> {
  const name = await templateName()
  for (const folder of [dirname(fileURLToPath(import.meta.url)), cache]) {
    const pack = await unseal(join(folder, name))
    if (pack) return pack
  }
  const pack = await makePack()
  // A cache that cannot be written costs the next run time, not this one its answer.
  await seal(join(cache, name), pack).catch(() => {})
  return pack
}

/** Makes the template and writes it into a folder: what the build ships. Returns the file's path. */
export async function buildTemplate(folder: string): Promise<string> {
  const path = join(folder, await templateName())
  await seal(path, await makePack())
  return path
}

/** Names the template after all that decides its bytes. */
async function templateName(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8'))
  return `template-${hashText([version, ...statements].join('\n')).slice(0, 16)}.br`
}

async function makePack(): Promise<Uint8Array> {
  const thread = new EngineThread({ make: statements })
  try {
    const reply = await thread.first
    invariant('pack' in reply, 'the thread that makes the template answered something else')
    return reply.pack
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    throw new SluiceError('EMBEDDED_FAILED', { target: 'its template', message: error.message }, { cause: error })
  } finally {
    await thread.end('the template is made')
  }
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Writes a compressed file behind its own checksum; whole, or not at all, whoever else writes the same one. */
async function seal(path: string, pack: Uint8Array): Promise<void> {
  // Quality 9 of 11: 1.6 MB in 0.8 s; 11 takes 20 s.
  const bytes = await promisify(brotliCompress)(pack, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${randomUUID()}`
  try {
    await writeFile(temporary, Buffer.concat([sha256(bytes), bytes]))
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Reads what `seal` wrote; undefined when it is missing or damaged. */
async function unseal(path: string): Promise<Uint8Array | undefined> {
  const file = await readFile(path).catch(() => undefined)
  if (!file || !sha256(file.subarray(32)).equals(file.subarray(0, 32))) return undefined
  // One chunk that takes all of it: small ones would be put together again, in as much memory once more.
  return promisify(brotliDecompress)(file.subarray(32), { chunkSize: 16 * 1024 * 1024 })
}
