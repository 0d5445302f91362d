import { MemoryFS, type PGlite } from '@electric-sql/pglite'
import { type Pack, readPack, writePack } from './pack.ts'

/** Where PGlite keeps its data directory inside the emulated file system. */
const root = '/pglite/data'

/** What we touch of emscripten's memory file system beyond its documented calls; PGlite's version is pinned for it. */
interface Node {
  readonly node_ops: { mknod(parent: Node, name: string, mode: number, device: number): Node }
  contents: Uint8Array
  usedBytes: number
}

/**
 * A file system in memory that starts from a pack without copying it: each file's node points into the pack's bytes,
 * which the engine then writes to. So a pack serves one database.
 */
export class PackFS extends MemoryFS {
  readonly #pack: Uint8Array

  constructor(pack: Uint8Array) {
    super()
    this.#pack = pack
  }

  override async initialSyncFs(): Promise<void> {
    const { FS } = this.pg!.Module
    const { folders, files } = readPack(this.#pack)
    FS.mkdirTree(root)
    const nodes = new Map<string, Node>([['', FS.lookupPath(root, {}).node as unknown as Node]])
    const make = (path: string, mode: number): Node => {
      const slash = path.lastIndexOf('/')
      const parent = nodes.get(path.slice(0, slash))!
      return parent.node_ops.mknod(parent, path.slice(slash + 1), mode, 0)
    }
    for (const path of folders) nodes.set(path, make(path, 0o040700))
    for (const [path, bytes] of files) {
      const node = make(path, 0o100600)
      node.contents = bytes
      node.usedBytes = bytes.length
    }
  }
}

/** Packs the data directory that lies in the memory file system of a database; it is closed by then, or has just made a checkpoint. */
export function packFiles(FS: PGlite['Module']['FS']): Uint8Array {
  const pack = { folders: [] as string[], files: new Map<string, Uint8Array>() } satisfies Pack
  const walk = (path: string) => {
    for (const name of FS.readdir(root + path)) {
      if (name === '.' || name === '..') continue
      const child = `${path}/${name}`
      if (FS.isDir(FS.stat(root + child).mode)) {
        pack.folders.push(child)
        walk(child)
      } else pack.files.set(child, FS.readFile(root + child))
    }
  }
  walk('')
  return writePack(pack)
}
