import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files that Sluice keeps beside a migration. drizzle-kit reads every file in `meta/`, so they lie elsewhere. */
export const sluiceFiles = (out: string, tag: string) => ({
  own: join(out, 'sluice', `${tag}.json`),
  proof: proofFile(out, tag),
  down: join(out, 'sluice', `${tag}.down.sql`),
})

export const proofFile = (out: string, tag: string): string => join(out, 'sluice', `${tag}.proof.json`)

/** The names of all that Sluice keeps in a migration folder: of a thousand migrations that have nothing there, one look says so. */
export function namesBeside(out: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(join(out, 'sluice')))
  } catch {
    return new Set()
  }
}

/** A file's text; null where there is none. */
export async function readText(path: string): Promise<string | null> {
  // Most files that are asked for are not there, and to be told so by an exception takes ten times as long.
  if (!existsSync(path)) return null
  return readFile(path, 'utf8')
}
