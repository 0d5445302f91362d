import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** How a run of the command line ended. */
export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** The document that `--json` prints. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of every command
  readonly json: any
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Called with what was written so far, and the process. */
  readonly onOutput?: (text: string, child: { kill(signal: NodeJS.Signals): void }) => void
}

/** The real command line, bundled once for a test file and run as its own process, with no terminal. */
export function commandLine(): {
  run(args: readonly string[], options: RunOptions): Promise<Ended>
  readonly bin: string
} {
  let folder: string
  beforeAll(async () => {
    // Inside the repository, whose packages it imports.
    await mkdir(join(root, '.sluice'), { recursive: true })
    folder = await mkdtemp(join(root, '.sluice', 'test-'))
    await build({
      entryPoints: {
        bin: join(root, 'src/cli/bin.ts'),
        declare: join(root, 'src/drizzle/declare.ts'),
        'embed-worker': join(root, 'src/postgres/embedded/embed-worker.ts'),
      },
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      logLevel: 'error',
    })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return {
    get bin() {
      return join(folder, 'bin.js')
    },
    run: (args, options) => run(join(folder, 'bin.js'), args, options),
  }
}

function run(bin: string, args: readonly string[], { cwd, env = {}, onOutput }: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { PATH, HOME } = process.env
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const text = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (chunk) => {
        text[stream] += chunk
        onOutput?.(text.stdout + text.stderr, child)
      })
    child.on('error', reject)
    child.on('close', (status) =>
      resolve({ status, ...text, json: args.includes('--json') ? JSON.parse(text.stdout) : undefined }),
    )
  })
}

/** A file's text. */
export const read = (...path: readonly string[]): Promise<string> => readFile(join(...path), 'utf8')
