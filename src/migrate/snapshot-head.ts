/** What stands at the beginning of a snapshot file. */
export interface SnapshotHead {
  readonly id: string
  /** The id of the snapshot that this one follows. */
  readonly prevId: string
  readonly version: string
}

/** How much of a file `readSnapshotHead` needs at most, in bytes, in every snapshot that drizzle-kit wrote. */
export const headLength = 256

// Every drizzle-kit writes these four first, in one order or another.
const start = /^\s*\{(?:\s*"(?:id|prevId|version|dialect)":\s*"[^"\\]*",){4}/

/** The ids and the version out of the beginning of a snapshot; undefined where they do not stand there. */
export function readSnapshotHead(text: string): SnapshotHead | undefined {
  const found = start.exec(text)?.[0]
  return found === undefined ? undefined : asHead(JSON.parse(`${found.slice(0, -1)}}`))
}

/** The same out of the parsed file. */
export function asHead(json: unknown): SnapshotHead | undefined {
  const { id, prevId, version } = Object(json) as Record<string, unknown>
  const are = typeof id === 'string' && typeof prevId === 'string' && typeof version === 'string'
  return are ? { id, prevId, version } : undefined
}
