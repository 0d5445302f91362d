import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { serverPackage, serverVersions } from '../../src/postgres/server/server-package.ts'

/** What `npm ci` installs. */
const installed = '16'

/** The major version that the tests of this process run on. */
export const major = process.env.SLUICE_POSTGRES ?? installed

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The folder with `bin`, `lib` and `share` of a major version; it may have to be installed first. */
export async function serverFolder(of = major): Promise<string> {
  if (of !== installed) return join(homeOf(of), 'node_modules', serverPackage, 'native')
  const programs = (await import(serverPackage)) as { readonly initdb: string }
  return dirname(dirname(programs.initdb))
}

const homeOf = (of: string): string => join(root, '.sluice', 'servers', of)

/** Installs the server of a major version beside the caches of this checkout, where it is not there yet. */
export async function installServer(of: string): Promise<void> {
  const version = serverVersions[of]
  if (!version) throw new Error(`no server of Postgres ${of}: there are ${Object.keys(serverVersions).join(', ')}`)
  if (of === installed || existsSync(await serverFolder(of))) return
  const home = homeOf(of)
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'package.json'), '{ "private": true }')
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', home]
  await promisify(execFile)('npm', ['install', ...options, `${serverPackage}@${version}`])
}
