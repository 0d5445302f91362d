import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { SluiceError } from '../../errors.ts'
import { serverFolder } from './server-package.ts'

/** A server on a free loopback port, gone with all its files when it is stopped. */
export interface ThrowAway {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts a server of this major version from the npm package that brings one; takes about two seconds.
 * @throws SluiceError `SHADOW_AS_ROOT`, `SHADOW_SERVER_MISSING`, `SHADOW_NOT_STARTED`
 */
export async function startThrowAway(major: number, root: string, signal: AbortSignal): Promise<ThrowAway> {
  const folder = await serverFolder(major, root)
  if (process.getuid?.() === 0) throw new SluiceError('SHADOW_AS_ROOT', { major })
  const home = await mkdtemp(join(tmpdir(), 'sluice-shadow-'))
  const watcher = spawn(process.execPath, ['-e', watch, home], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watcher.unref()
  let server: ChildProcess | undefined
  const stop = async () => {
    const ended = server?.exitCode === null && new Promise((done) => server?.once('exit', done))
    server?.kill('SIGINT')
    await ended
    await rm(home, { recursive: true, force: true })
    watcher.kill()
  }
  try {
    const [bin, data, password] = [join(folder, 'native', 'bin'), join(home, 'data'), randomBytes(16).toString('hex')]
    const env = { ...process.env, ...(await libraries(folder, home)) }
    await writeFile(join(home, 'password'), password, { mode: 0o600 })
    const who = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${join(home, 'password')}`]
    const how = ['-D', data, ...who, '-E', 'UTF8', '--locale=C', '-N']
    await promisify(execFile)(join(bin, 'initdb'), how, { cwd: home, env, signal })
    const port = await freePort()
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      'max_locks_per_transaction=1024',
    ]
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
    server = spawn(join(bin, 'postgres'), args, { cwd: home, env, stdio: ['ignore', 'ignore', 'pipe'] })
    await ready(server, signal)
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    await stop()
    signal.throwIfAborted()
    const { stderr, message } = error as Error & { stderr?: string }
    throw new SluiceError('SHADOW_NOT_STARTED', { major, message: (stderr || message).trim() }, { cause: error })
  }
}

/**
 * A script that waits for its input to end, which it does however this process ends, and then ends the server and removes its
 * files: for two seconds, since initdb may be under way and a server just about to start.
 */
const watch = `
  const { readFileSync, rmSync } = require('node:fs')
  const home = process.argv[1]
  process.stdin.resume().on('end', () => {
    const end = () => {
      try {
        const pid = Number(readFileSync(home + '/data/postmaster.pid', 'utf8').split('\\n')[0])
        if (pid > 0) process.kill(pid, 'SIGQUIT')
      } catch {}
      try {
        rmSync(home, { recursive: true, force: true })
      } catch {}
    }
    end()
    const again = setInterval(end, 100)
    setTimeout(() => clearInterval(again), 2000)
  })`

/** The short names of its libraries: links, which npm packages cannot hold and an install script may not have made. */
async function libraries(folder: string, home: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const lib = join(home, 'lib')
  await mkdir(lib)
  for (const { source, target } of JSON.parse(text) as readonly { source: string; target: string }[])
    await symlink(join(folder, source), join(lib, basename(target)))
  const places = [lib, join(folder, 'native', 'lib')].join(delimiter)
  return { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: places }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Waits for the line that Postgres writes once it takes connections. */
const ready = (server: ChildProcess, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    let log = ''
    signal.addEventListener('abort', reject, { once: true })
    server.stderr!.on('data', (chunk) => {
      log = (log + chunk).slice(-10_000)
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(log)))
  })
