import { spawn } from 'node:child_process'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Context } from './context.ts'
import type { Target } from './target.ts'

/**
 * Runs the config's `seed` through the shell, in the project's root, with the database as DATABASE_URL. What it prints
 * goes to stderr.
 * @throws SluiceError `SEED_COMMAND_FAILED`
 */
export async function runSeed(seed: string, target: Target, { root, env }: Config, { signal }: Context): Promise<void> {
  const child = spawn(seed, {
    shell: true,
    cwd: root,
    env: { ...env, DATABASE_URL: urlOf(target) },
    stdio: ['ignore', 2, 2],
    signal,
  })
  const how = await new Promise<string | null>((resolve) => {
    child.once('error', ({ message }) => resolve(message))
    child.once('close', (status, by) => resolve(status === 0 ? null : by ? `ended by ${by}` : `exit status ${status}`))
  })
  signal.throwIfAborted()
  if (how !== null) throw new SluiceError('SEED_COMMAND_FAILED', { command: seed, how })
}

/** Of the embedded database it is the folder, as the driver pglite takes it. */
function urlOf(target: Target): string {
  if ('directory' in target) return target.directory
  const { to } = target
  if (typeof to === 'string') return to
  const { host, port = 5432, user, password, database, ssl } = to
  const url = new URL(`postgres://${host.includes(':') ? `[${host}]` : host}:${port}/${encodeURIComponent(database)}`)
  if (user !== undefined) url.username = encodeURIComponent(user)
  if (password !== undefined) url.password = encodeURIComponent(password)
  if (ssl) url.searchParams.set('sslmode', ssl === 'verify-full' ? ssl : 'no-verify')
  return url.href
}
