import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Extension, PGlite } from '@electric-sql/pglite'

/** Where the engine looks for what its packages call `share/…` and `lib/…`. */
const prefix = '/pglite'

/**
 * Gives an open database the files of an extension when a statement first names it: all of them at the start would
 * make every start 250 ms slower.
 */
export function createExtensions(database: PGlite) {
  const provided = new Set(['plpgsql'])

  const provide = async (name: string): Promise<void> => {
    if (provided.has(name)) return
    provided.add(name)
    const bundle = await findBundle(database, name)
    if (!bundle) return
    const { FS } = database.Module
    for (const [path, bytes] of untar(await promisify(gunzip)(await readFile(bundle)))) {
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

async function findBundle(database: PGlite, name: string): Promise<URL | undefined> {
  try {
    const module: Record<string, Extension> =
      name === 'vector'
        ? await import('@electric-sql/pglite-pgvector')
        : await import(`@electric-sql/pglite/contrib/${name.replaceAll('-', '_')}`)
    const extension = module[name.replaceAll('-', '_')]
    return (await extension?.setup(database, {}))?.bundlePath
  } catch {
    return undefined
  }
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
