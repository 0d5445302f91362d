import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, unprivileged } from './server.ts'

// Debian puts it where not every user looks.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }

/** Whether this machine has the real pgbouncer. */
export const hasPgbouncer = spawnSync('pgbouncer', ['--version'], { env }).status === 0

/** Starts the real pgbouncer before the database of `url`: three sessions, which anybody may use. */
export async function startPgbouncer(
  url: string,
  mode: 'transaction' | 'session',
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const home = await mkdtemp(join(tmpdir(), 'sluice-pgbouncer-'))
  await chmod(home, 0o755)
  const listen = await freePort()
  const file = join(home, 'pgbouncer.ini')
  await writeFile(
    file,
    `[databases]
* = host=${hostname} port=${port} user=${username} password='${decodeURIComponent(password)}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listen}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
default_pool_size = 3
`,
  )
  const child = spawn('pgbouncer', [file], { env, stdio: ['ignore', 'ignore', 'pipe'], ...unprivileged() })
  const ended = once(child, 'exit')
  const endWithTests = () => child.kill('SIGKILL')
  process.on('exit', endWithTests)
  await new Promise<void>((ready, reject) => {
    let log = ''
    child.stderr.on('data', (chunk) => {
      log += chunk
      if (log.includes('process up')) ready()
    })
    ended.then(([code]) => reject(new Error(`pgbouncer ended with ${code}:\n${log}`)), reject)
  })
  return {
    url: `postgres://anybody@127.0.0.1:${listen}${pathname}`,
    async stop() {
      child.kill('SIGKILL')
      await ended
      process.off('exit', endWithTests)
      await rm(home, { recursive: true })
    },
  }
}
