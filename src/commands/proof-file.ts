import { join } from 'node:path'
import type { Overlay } from '../drizzle/snapshot/overlay.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { snapshotName, snapshotPath } from '../migrate/layout.ts'
import type { Proof } from '../proof/proof.ts'
import { type Hash, hash, hashSql } from '../schema/hash.ts'
import type { Json } from '../schema/object.ts'
import { rowsBefore, rowsText } from './folders-state.ts'
import { beyondAt } from './own-file.ts'
import { readText, sluiceFiles } from './side-files.ts'
import { isStale, readProof } from './stored-proof.ts'

/** What a proof is bound to besides the migration's SQL. */
export interface Bound {
  readonly from: Hash | null
  readonly to: Hash | null
  readonly own: Hash | null
}

/** A state as it is stored: its snapshot, and what that cannot hold. */
type Bindable = { readonly text: string | null; readonly beyond: Overlay | null }

/** The hashes of the state before, the snapshot after and our own file; what is not there has none. */
export const bind = (from: Bindable, to: string | null, own: string | null): Bound => ({
  from: from.beyond === null ? snapshotHash(from.text) : hash([parsed(from.text), from.beyond as unknown as Json]),
  to: snapshotHash(to),
  own: own === null ? null : hashSql(own),
})

/** The hashes of what now lies in the folder. */
export async function boundOf(folder: Folder, tag: string): Promise<Bound> {
  const { from, to } = snapshotsOf(folder, tag)
  const { path, layout } = folder
  const read = async (name: string | undefined) => (name ? readText(join(path, snapshotPath(layout, name))) : null)
  const text = layout === 'v1' ? rowsText(rowsBefore(folder, tag)) : await read(from)
  const before = { text, beyond: from ? await beyondAt(folder, from) : null }
  return bind(before, await read(to), await readText(sluiceFiles(path, tag).own))
}

/** The names of the snapshots before and after a migration: its own, and the one before it by name. */
export function snapshotsOf(
  { snapshots, layout }: Folder,
  tag: string,
): { from: string | undefined; to: string | undefined } {
  const own = snapshotName(tag, layout)
  return {
    from: snapshots.findLast((name) => name < own),
    to: snapshots.find((name) => name === own),
  }
}

/** What the stored proof of a migration is worth now. */
export type Standing = Proof['result'] | 'stale' | 'unproven'

/** Compares a stored proof with what it is bound to, and says what has changed since. */
export async function standingOf(
  folder: Folder,
  migration: Migration,
): Promise<{ readonly standing: Standing; readonly why: readonly string[]; readonly proof: Proof | null }> {
  const proof = await readProof(folder.path, migration.tag)
  if (!proof) return { standing: 'unproven', why: [], proof }
  const bound = await boundOf(folder, migration.tag)
  const down = await readText(sluiceFiles(folder.path, migration.tag).down)
  const changed = {
    'its SQL': isStale(proof, migration),
    'the snapshot before it': proof.from !== bound.from,
    'its snapshot': proof.to !== bound.to,
    'its answers': proof.own !== bound.own,
    'its down migration': (proof.down?.sql ?? null) !== (down === null ? null : hashSql(down)),
  }
  const why = Object.entries(changed).flatMap(([what, is]) => (is ? [`${what} has changed`] : []))
  return why.length > 0 ? { standing: 'stale', why, proof } : { standing: proof.result, why: proof.why, proof }
}

const parsed = (text: string | null) => (text === null ? null : (JSON.parse(text) as Json))
const snapshotHash = (text: string | null) => (text === null ? null : hash(parsed(text)))
