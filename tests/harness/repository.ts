import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Project, project } from './project.ts'

const run = promisify(execFile)
const who = [
  'user.name=a',
  'user.email=a@example.org',
  'commit.gpgsign=false',
  'init.defaultBranch=main',
  'core.editor=true',
]

/** A throw-away project under git, with everything committed on `main`. */
export interface Repository extends Project {
  /** Runs git; what it printed and how it ended. */
  git(...args: readonly string[]): Promise<{ readonly status: number; readonly output: string }>
  put(path: string, text: string): Promise<void>
  commit(message?: string): Promise<void>
}

export async function repository(files: Readonly<Record<string, string>>): Promise<Repository> {
  const made = await project({ '.gitignore': 'node_modules\n.sluice\n', ...files })
  const cwd = made.folder
  const git = async (...args: readonly string[]) => {
    const all = [...who.flatMap((setting) => ['-c', setting]), ...args]
    try {
      const { stdout, stderr } = await run('git', all, { cwd })
      return { status: 0, output: stdout + stderr }
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
      return { status: code, output: stdout + stderr }
    }
  }
  const commit = async (message = 'a') => {
    await git('add', '--all')
    await git('commit', '-m', message)
  }
  await git('init')
  await commit()
  return {
    ...made,
    git,
    commit,
    async put(path, text) {
      await mkdir(dirname(join(cwd, path)), { recursive: true })
      await writeFile(join(cwd, path), text)
    },
  }
}
