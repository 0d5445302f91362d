import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import type { Context } from './context.ts'
import { type Standing, standingOf } from './proof-file.ts'

/**
 * What the proofs of these migrations are worth now. Left out is what was written before the first migration that has a
 * file of ours: nobody has promised a proof of it.
 */
export async function standingsOf(
  folder: Folder,
  migrations: readonly Migration[],
): Promise<ReadonlyMap<Migration, Standing>> {
  const names = await readdir(join(folder.path, 'sluice')).catch(() => [])
  const first = folder.migrations.findIndex(({ tag }) => names.some((name) => name.startsWith(`${tag}.`)))
  const standings = new Map<Migration, Standing>()
  if (first < 0) return standings
  const ours = new Set(folder.migrations.slice(first))
  for (const migration of migrations)
    if (ours.has(migration)) standings.set(migration, (await standingOf(folder, migration)).standing)
  return standings
}

/** Why some of these migrations do not count as proven: the proof is missing, failed, or was made for other files. */
export function notProven(
  lines: readonly { readonly tag: string; readonly standing: Standing }[],
): SluiceError | undefined {
  const bad = lines.filter(({ standing }) => standing !== 'proven' && standing !== 'not checked')
  if (bad.length === 0) return undefined
  return new SluiceError('PROOF_MISSING', {
    problems: bad.map(({ tag, standing }) => `${tag} is ${standing}`),
    tags: bad.map(({ tag }) => tag).join(' '),
  })
}

/** Names the migrations that nobody has proven, in one line. */
export async function warnOfUnproven(
  folder: Folder,
  migrations: readonly Migration[],
  { warn }: Pick<Context, 'warn'>,
): Promise<void> {
  const standings = await standingsOf(folder, migrations)
  const tags = [...standings].flatMap(([{ tag }, standing]) => (standing === 'unproven' ? [tag] : []))
  if (tags.length > 0) warn(`without a proof: ${tags.join(', ')}; sluice prove ${tags.join(' ')}`)
}
