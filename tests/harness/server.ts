import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { major, serverFolder } from './server-package.ts'

/** A real Postgres on a free loopback port, with an empty data directory of its own. */
export interface Server {
  readonly port: number
  /** The address of a new, empty database, as the superuser `postgres`. */
  createDatabase(): Promise<string>
  /** Ends the server at once, as a crash would (`SIGQUIT`), and starts it again with `start`. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Ends the server and removes its files. */
  stop(): Promise<void>
}

const password = 'p:ss/w@rd'
const run = promisify(execFile)

/** Starts a server of a major version; takes about two seconds. The test file that starts it stops it. */
export async function startServer(settings: readonly string[] = [], of = major): Promise<Server> {
  const home = await mkdtemp(join(tmpdir(), 'sluice-server-'))
  await chmod(home, 0o755)
  const user = unprivileged()
  if (user) await chown(home, user.uid, user.gid)
  const bin = await binaries(await serverFolder(of), home, user)
  const data = join(home, 'data')
  await writeFile(join(home, 'password'), password)
  await run(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C',
      '-A',
      'scram-sha-256',
      '-N',
      `--pwfile=${home}/password`,
    ],
    { cwd: home, ...user },
  )
  const port = await freePort()
  const options = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${home}`,
    'fsync=off',
    'max_connections=200',
    ...settings,
  ]
  const args = ['-D', data, '-p', String(port), ...options.flatMap((setting) => ['-c', setting])]
  let child: ChildProcess | undefined
  const endWithTests = () => child?.kill('SIGQUIT')
  process.on('exit', endWithTests)

  const end = async (signal: 'SIGQUIT' | 'SIGINT') => {
    const ended = child && new Promise((done) => child?.once('exit', done))
    child?.kill(signal)
    await ended
    child = undefined
  }
  const start = async () => {
    child = spawn(join(bin, 'postgres'), args, { cwd: home, stdio: ['ignore', 'ignore', 'pipe'], ...user })
    await ready(child)
  }
  await start()
  let made = 0
  return {
    port,
    start,
    kill: () => end('SIGQUIT'),
    createDatabase: async () => {
      const name = `test_${++made}`
      const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`
    },
    stop: async () => {
      await end('SIGINT')
      process.off('exit', endWithTests)
      await rm(home, { recursive: true, force: true })
    },
  }
}

export interface User {
  readonly uid: number
  readonly gid: number
}

/** Postgres and pgbouncer refuse to run as root: then they run as `nobody`. */
export function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody']).stdout.toString())
  return { uid: id('-u'), gid: id('-g') }
}

/** The folder of the programs; a copy of it where the unprivileged user cannot reach the package. */
async function binaries(native: string, home: string, user: User | undefined): Promise<string> {
  await linkLibraries(native)
  const reachable = spawnSync(join(native, 'bin', 'initdb'), ['--version'], { ...user }).status === 0
  if (reachable) return join(native, 'bin')
  await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(home, 'native', 'bin')
}

/** What the package's own install script does; npm runs no install scripts that nobody has approved. */
async function linkLibraries(native: string): Promise<void> {
  const links: readonly { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  )
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (existsSync(path)) continue
    await symlink(relative(dirname(target), source), path).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(native, 'bin', program)
    if (existsSync(path)) await chmod(path, 0o755)
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** Waits for the line that Postgres writes once it takes connections. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (chunk) => {
      log = (log + chunk).slice(-10_000)
      if (log.includes('ready to accept connections')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`Postgres ended with ${code}:\n${log}`)))
  })
}
