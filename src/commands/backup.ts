import { execFile } from 'node:child_process'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { Connection } from '../dialect/connection.ts'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Credentials } from '../postgres/server/connect.ts'
import type { Context } from './context.ts'
import { stateFolder } from './open-target.ts'
import type { Target } from './target.ts'

const run = promisify(execFile)

/** A database to copy, and the programs to do it with. */
export interface Backup {
  /** Writes the copy and returns its path, from the working directory. */
  write(): Promise<string>
}

/**
 * Finds out whether this machine's pg_dump can copy the database.
 * @throws SluiceError `BACKUP_EMBEDDED`, `BACKUP_TOOL_MISSING`, `BACKUP_TOOL_OLDER`
 */
export async function backupOf(
  target: Target,
  { version, label }: Connection,
  config: Config,
  context: Context,
): Promise<Backup> {
  if (!('to' in target))
    throw new SluiceError('BACKUP_EMBEDDED', { target: label, directory: relative(context.cwd, target.directory) })
  const { env } = config
  const major = Math.floor(version / 10_000)
  const { stdout } = await run('pg_dump', ['--version'], { env }).catch((cause: NodeJS.ErrnoException) => {
    throw new SluiceError('BACKUP_TOOL_MISSING', { major, message: cause.message }, { cause })
  })
  const tool = Number(/\d+/.exec(stdout)?.[0])
  if (tool < major) throw new SluiceError('BACKUP_TOOL_OLDER', { tool, major })
  return { write: () => dump(target, config, context) }
}

/** @throws SluiceError `BACKUP_FAILED` */
async function dump({ to, label }: Target & { to: string | Credentials }, config: Config, context: Context) {
  const { signal, cwd, progress } = context
  const access = typeof to === 'string' ? fromUrl(to) : fromCredentials(to)
  const home = join(config.root, '.sluice')
  await stateFolder(home)
  const file = join(home, `${access.database.replace(/[^\w.-]+/g, '_')}-${stamp(new Date())}.dump`)
  const unfinished = `${file}.part`
  progress(`pg_dump to ${file}`)
  try {
    await writeFile(unfinished, '', { mode: 0o600 }) // pg_dump itself would let everybody read it
    const args = ['--format=custom', '--no-password', `--file=${unfinished}`, ...access.args]
    await run('pg_dump', args, { env: { ...config.env, ...access.env }, signal })
    await rename(unfinished, file)
  } catch (cause) {
    await rm(unfinished, { force: true })
    if (signal.aborted) throw cause
    const { stderr, message } = cause as Error & { stderr?: string }
    throw new SluiceError('BACKUP_FAILED', { target: label, message: stderr?.trim() || message })
  }
  return relative(cwd, file)
}

/** `2026-01-31T12-00-00-000Z`: no file system minds it. */
const stamp = (now: Date): string => now.toISOString().replace(/[:.]/g, '-')

/** How pg_dump is told where to go: other users of the machine see its arguments, and not its environment. */
interface Access {
  readonly database: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

function fromUrl(text: string): Access {
  const url = new URL(text)
  const password = url.searchParams.get('password') ?? decodeURIComponent(url.password)
  url.password = ''
  // What only the driver knows, libpq refuses.
  for (const name of ['password', 'uselibpqcompat']) url.searchParams.delete(name)
  if (url.searchParams.get('sslmode') === 'no-verify') url.searchParams.set('sslmode', 'require')
  return {
    database: decodeURIComponent(url.pathname.slice(1)),
    args: [`--dbname=${url.href}`],
    env: password ? { PGPASSWORD: password } : {},
  }
}

function fromCredentials({ host, port = 5432, user, password, database, ssl }: Credentials): Access {
  const mode = ssl === false ? 'disable' : typeof ssl === 'string' ? ssl : ssl && 'require'
  const env = { PGHOST: host, PGPORT: String(port), PGDATABASE: database, PGUSER: user, PGPASSWORD: password }
  const said = Object.entries({ ...env, PGSSLMODE: mode }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return { database, args: [], env: Object.fromEntries(said) }
}
