import { execFile } from 'node:child_process'
import { SluiceError } from '../errors.ts'

/**
 * Runs git in a folder, as a program of its own and never through a shell. Resolves with what it prints, without the last
 * line end.
 * @throws SluiceError `GIT_FAILED`, `GIT_MISSING`
 */
export function runGit(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C', ...env }, maxBuffer: 1 << 28 }
    execFile('git', [...args], options, (cause, stdout, stderr) => {
      if (!cause) return resolve(stdout.replace(/\r?\n$/, ''))
      if (cause.code === 'ENOENT') return reject(new SluiceError('GIT_MISSING', {}, { cause }))
      const message = stderr.trim() || cause.message
      reject(new SluiceError('GIT_FAILED', { command: `git ${args.join(' ')}`, message }, { cause }))
    })
  })
}

/** The same; null where there is no git, no repository, or git refuses. */
export const git = (folder: string, ...args: readonly string[]): Promise<string | null> =>
  runGit(folder, args).catch(() => null)
