/** A data directory as one piece of memory: the names of its folders and files, and where each file's bytes are. */
export interface Pack {
  /** Parents before children, each with a leading slash. */
  readonly folders: readonly string[]
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Writes a pack as bytes: the length of the table of contents, the table as JSON, then the files back to back. */
export function writePack({ folders, files }: Pack): Uint8Array {
  const table = Buffer.from(JSON.stringify({ folders, files: [...files].map(([path, { length }]) => [path, length]) }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(table.length)
  return Buffer.concat([length, table, ...files.values()])
}

/** Reads what `writePack` wrote; the files are views of `bytes`, not copies. */
export function readPack(bytes: Uint8Array): Pack {
  const start = 4 + Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32LE()
  const table: { folders: string[]; files: [string, number][] } = JSON.parse(
    Buffer.from(bytes.subarray(4, start)).toString(),
  )
  const files = new Map<string, Uint8Array>()
  let offset = start
  for (const [path, length] of table.files) {
    files.set(path, bytes.subarray(offset, offset + length))
    offset += length
  }
  return { folders: table.folders, files }
}
