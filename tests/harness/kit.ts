import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A throw-away project in which the real drizzle-kit runs. */
export interface KitProject extends AsyncDisposable {
  readonly folder: string
  /** Runs `drizzle-kit` with these arguments; everything that it printed. It ends with 0 after most errors too. */
  run(...args: readonly string[]): Promise<string>
  /** The text of its newest snapshot. */
  snapshot(): Promise<string>
}

/** `schema`: globs or files, absolute or in the project's folder. Further keys of the config in `config`. */
export async function kitProject(schema: readonly string[], config: object = {}): Promise<KitProject> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-kit-'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  const text = JSON.stringify({ dialect: 'postgresql', schema, out: './drizzle', ...config })
  await writeFile(join(folder, 'drizzle.config.json'), text)
  const meta = join(folder, 'drizzle', 'meta')
  return {
    folder,
    run: (...args) =>
      new Promise((resolve, reject) => {
        execFile(
          process.execPath,
          ['node_modules/drizzle-kit/bin.cjs', ...args],
          { cwd: folder, env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' } },
          (error, stdout, stderr) => (error && !stdout ? reject(error) : resolve(stdout + stderr)),
        ).stdin?.end()
      }),
    async snapshot() {
      const files = await readdir(meta)
      return readFile(
        join(
          meta,
          files
            .filter((file) => !file.startsWith('_'))
            .sort()
            .at(-1)!,
        ),
        'utf8',
      )
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Schema files of this repository that use every attribute of every kind. */
export const richSchema = [join(root, 'tests/drizzle/rich/*.ts')]
