import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { counted } from '../dialect/counted.ts'
import type { Config } from '../drizzle/config.ts'
import type { Folder } from '../migrate/folder.ts'
import { oddities } from '../migrate/history.ts'
import { type Oddity, oddityText } from '../migrate/oddity.ts'

/** What was found in a project that only drizzle-kit has worked in so far. */
export interface FirstContact {
  readonly dialect: Config['dialect']
  readonly migrations: number
  readonly snapshots: number
  /** The table of applied migrations that the config names. */
  readonly ledger: Config['ledger']
  /** The most important first; `says` is the same as a line. */
  readonly odd: readonly (Oddity & { readonly says: string })[]
  /** The command to type now. */
  readonly next: string
}

/** The key that the commands tell it under. */
export const firstContactResult =
  '`{ dialect, migrations, snapshots, ledger, odd: [{ code, names, says }], next }`: what was found while only drizzle-kit has written migrations; else null'

/** Looks a project over that has migrations, none of them with a file of ours; else null. Reads only. */
export async function firstContact(
  folder: Folder,
  { dialect, ledger }: Config,
  next: string,
): Promise<FirstContact | null> {
  const migrations = folder.journal.entries.length
  if (migrations === 0 || (await hasOurs(folder.path))) return null
  return {
    dialect,
    migrations,
    snapshots: folder.snapshots.length,
    ledger,
    odd: oddities(folder).map((oddity) => ({ ...oddity, says: oddityText(oddity) })),
    next,
  }
}

/** The same for a person: one screen. */
export function firstContactText({ dialect, migrations, snapshots, ledger, odd, next }: FirstContact): string {
  const [first = 'nothing', ...more] = odd.map(({ says }) => says)
  const found = [
    dialect,
    counted(migrations, 'migration'),
    counted(snapshots, 'snapshot'),
    `ledger ${ledger.schema}.${ledger.table}`,
  ]
  return [
    'First contact: so far only drizzle-kit has written migrations here. Nothing was changed.',
    `  found  ${found.join(', ')}`,
    `  odd    ${first}`,
    ...more.map((says) => `         ${says}`),
    `  next   ${next}`,
  ].join('\n')
}

/** The folder's lock lies there too while a command runs. */
async function hasOurs(out: string): Promise<boolean> {
  const names = await readdir(join(out, 'sluice')).catch(() => [])
  return names.some((name) => !name.startsWith('.'))
}
