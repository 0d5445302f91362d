import type { Migration } from '../migrate/folder.ts'
import type { Proof } from '../proof/proof.ts'
import { hashSql } from '../schema/hash.ts'
import { proofFile, readText } from './side-files.ts'

/** A proof's text as it is stored. */
export const proofText = (proof: Proof): string => `${JSON.stringify(proof, null, 2)}\n`

/** What is stored of a migration's proof: null where there is none, or none that can be read. */
export async function readProof(out: string, tag: string): Promise<Proof | null> {
  const text = await readText(proofFile(out, tag))
  try {
    const proof = text === null ? null : (JSON.parse(text) as Proof)
    return proof?.version === 1 ? proof : null
  } catch {
    return null
  }
}

/** Was the proof made for another text than the migration has now? */
export const isStale = (proof: Proof, { sql }: Pick<Migration, 'sql'>): boolean => proof.sql !== hashSql(sql)
