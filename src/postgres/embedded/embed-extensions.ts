import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { PGlite } from '@electric-sql/pglite'

/** Where the engine looks for what its packages call `share/…` and `lib/…`. */
const prefix = '/pglite'

/**
 * Gives an open database the files of an extension when a statement first names it: all of them at the start would
 * make every start 250 ms slower.
 */
export function createExtensions(database: PGlite) {
  const provided = new Set(['plpgsql'])

  const provide = async (name: string): Promise<void> => {
    const bundle = bundles[name] ?? name
    if (provided.has(bundle)) return
    provided.add(bundle)
    const archive = await readBundle(bundle)
    if (!archive) return
    const { FS } = database.Module
    for (const [path, bytes] of untar(archive)) {
      const [, folder, file] = /^(.*)\/(.+)$/.exec(`${prefix}/${path}`)!
      FS.mkdirTree(folder!)
      // A library is compiled now, asynchronously: what the engine would do when it starts.
      if (path.endsWith('.so')) await preload(FS, folder!, file!, bytes)
      else FS.writeFile(`${folder}/${file}`, bytes)
      const [, requires] = (path.endsWith('.control') && /^requires = '(.*)'/m.exec(bytes.toString())) || []
      for (const other of requires?.split(/,\s*/) ?? []) await provide(other)
    }
  }

  return {
    /** Provides what the text creates; a name that nobody knows is left to the server's own message. */
    async provideFor(sql: string): Promise<void> {
      for (const [, name] of sql.matchAll(/create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)/gi))
        await provide(name!.toLowerCase())
    },
    /** Provides what an existing database was left with: its functions live in the extension's library. */
    async provideInstalled(): Promise<void> {
      const { rows } = await database.query<{ name: string }>('select extname::text as name from pg_extension')
      for (const { name } of rows) await provide(name)
    },
  }
}

const preload = (FS: PGlite['Module']['FS'], folder: string, file: string, bytes: Uint8Array) =>
  new Promise<void>((resolve, reject) =>
    FS.createPreloadedFile(folder, file, bytes as unknown as string, true, true, resolve, () =>
      reject(new Error(`the library ${file} does not load`)),
    ),
  )

/** Extensions that lie in a bundle of another name: contrib/spi of Postgres's source holds four. */
const bundles: Readonly<Record<string, string>> = {
  autoinc: 'spi',
  insert_username: 'spi',
  moddatetime: 'spi',
  refint: 'spi',
}

/** A bundle's tar archive, which lies beside the package's entry; undefined for one that there is not. */
async function readBundle(name: string): Promise<Buffer | undefined> {
  const entry = import.meta.resolve(name === 'vector' ? '@electric-sql/pglite-pgvector' : '@electric-sql/pglite')
  const archive = await readFile(new URL(`./${name}.tar.gz`, entry)).catch(() => undefined)
  return archive && promisify(gunzip)(archive)
}

/** The plain files of a tar archive (POSIX ustar: a header of 512 bytes, the name first, the size in octal at 124). */
function* untar(archive: Buffer): Generator<readonly [path: string, bytes: Buffer]> {
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const field = (offset: number, length: number) =>
      archive.toString('latin1', at + offset, at + offset + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(field(124, 12), 8)
    if (!field(0, 100).endsWith('/')) yield [field(0, 100), archive.subarray(at + 512, at + 512 + size)]
    at += 512 + Math.ceil(size / 512) * 512
  }
}
