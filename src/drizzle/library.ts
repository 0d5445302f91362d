import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as orm from 'drizzle-orm'
import type * as casing from 'drizzle-orm/casing'
import type * as core from 'drizzle-orm/pg-core'
import { SluiceError } from '../errors.ts'

/** The project's own drizzle-orm. Its objects are looked at with its own functions, never with another copy's. */
export interface Library {
  readonly orm: typeof orm
  readonly core: typeof core
  readonly casing: typeof casing
}

/** The versions whose public API we have tried. */
const supported = '>=0.40 <1'

/**
 * The first folder from which `drizzle-orm` is found.
 * @throws SluiceError `DRIZZLE_ORM_NOT_FOUND`, `DRIZZLE_ORM_UNSUPPORTED`.
 */
export function libraryFolder(folders: readonly string[]): string {
  for (const folder of folders) {
    const path = resolved(folder)
    if (path === undefined) continue
    const version = versionOf(path)
    if (!/^0\.([4-9]\d|\d{3,})\./.test(version))
      throw new SluiceError('DRIZZLE_ORM_UNSUPPORTED', { version, supported })
    return folder
  }
  throw new SluiceError('DRIZZLE_ORM_NOT_FOUND', { folders })
}

function resolved(folder: string): string | undefined {
  try {
    return createRequire(join(folder, 'index.js')).resolve('drizzle-orm')
  } catch {
    return undefined
  }
}

/** drizzle-orm does not export its package.json, so it is looked for above the entry point. */
function versionOf(path: string): string {
  const manifest = join(dirname(path), 'package.json')
  if (!existsSync(manifest)) return versionOf(dirname(path))
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'))
  return name === 'drizzle-orm' ? version : versionOf(dirname(path))
}
