import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Folder, type Migration, snapshotName } from '../migrate/folder.ts'
import type { Proof } from '../proof/proof.ts'
import { hashSql } from '../proof/prove.ts'
import { type Hash, hash } from '../schema/hash.ts'
import type { Json } from '../schema/object.ts'

/** The files that Sluice keeps beside a migration. drizzle-kit reads every file in `meta/`, so they lie elsewhere. */
export const sluiceFiles = (out: string, tag: string) => ({
  own: join(out, 'sluice', `${tag}.json`),
  proof: join(out, 'sluice', `${tag}.proof.json`),
  down: join(out, 'sluice', `${tag}.down.sql`),
})

/** A proof's text as it is stored. */
export const proofText = (proof: Proof): string => `${JSON.stringify(proof, null, 2)}\n`

/** What is stored of a migration's proof: null where there is none, or none that can be read. */
export async function readProof(out: string, tag: string): Promise<Proof | null> {
  const text = await readText(sluiceFiles(out, tag).proof)
  try {
    const proof = text === null ? null : (JSON.parse(text) as Proof)
    return proof?.version === 1 ? proof : null
  } catch {
    return null
  }
}

/** What a proof is bound to besides the migration's SQL. */
export interface Bound {
  readonly from: Hash | null
  readonly to: Hash | null
  readonly own: Hash | null
}

/** The hashes of three texts; a text that is not there has none. */
export const bind = (from: string | null, to: string | null, own: string | null): Bound => ({
  from: snapshotHash(from),
  to: snapshotHash(to),
  own: own === null ? null : hashSql(own),
})

/** The hashes of what now lies in the folder. */
export async function boundOf(folder: Folder, tag: string): Promise<Bound> {
  const { from, to } = snapshotsOf(folder, tag)
  const meta = (name: string | undefined) => (name ? readText(join(folder.path, 'meta', name)) : null)
  return bind(await meta(from), await meta(to), await readText(sluiceFiles(folder.path, tag).own))
}

/** The names of the snapshots before and after a migration: its own, and the one before it by name. */
export function snapshotsOf({ snapshots }: Folder, tag: string): { from: string | undefined; to: string | undefined } {
  const own = snapshotName(tag)
  return {
    from: snapshots.findLast((name) => name < own),
    to: snapshots.find((name) => name === own),
  }
}

/** Was the proof made for another text than the migration has now? */
export const isStale = (proof: Proof, { sql }: Pick<Migration, 'sql'>): boolean => proof.sql !== hashSql(sql)

const snapshotHash = (text: string | null) => (text === null ? null : hash(JSON.parse(text) as Json))

/** A file's text; null where there is none. */
export const readText = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
