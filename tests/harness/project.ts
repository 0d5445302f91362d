import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** A throw-away project with drizzle-orm installed. */
export interface Project extends AsyncDisposable {
  readonly folder: string
}

/** `files`: text by path. `links`: further packages, as the folder that each one's name points to. */
export async function project(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): Promise<Project> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'sluice-project-')))
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const [path, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) await put(path, text)
  const all = { 'drizzle-orm': join(packages, 'drizzle-orm'), ...links }
  for (const [name, target] of Object.entries(all)) {
    await mkdir(dirname(join(folder, 'node_modules', name)), { recursive: true })
    await symlink(resolve(folder, target), join(folder, 'node_modules', name))
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
