import { execFile } from 'node:child_process'

/** What git says in a folder; null where there is no git, no repository, or git refuses. */
export const git = (folder: string, ...args: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    execFile('git', [...args], { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout) => resolve(error ? null : stdout))
  })
