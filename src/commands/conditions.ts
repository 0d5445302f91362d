import type { Condition } from '../dialect/kind.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import type { Context } from './context.ts'
import { isStale, readProof } from './stored-proof.ts'

/** What the proof of a migration found that its rows must fulfil. A proof of another text says nothing about this one. */
export async function conditionsOf(
  migration: Migration,
  { path }: Pick<Folder, 'path'>,
  { warn }: Pick<Context, 'warn'>,
): Promise<readonly Condition[]> {
  const proof = await readProof(path, migration.tag)
  if (!proof) return []
  if (!isStale(proof, migration)) {
    if (proof.result === 'failed') warn(`${migration.tag} failed its proof: ${proof.why.join('; ')}`)
    return proof.conditions
  }
  warn(
    `${migration.tag} has changed since it was proven, so its conditions are not checked: sluice prove ${migration.tag}`,
  )
  return []
}
