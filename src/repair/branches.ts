import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { SluiceError } from '../errors.ts'
import { git, runGit } from './git.ts'

/** Two branches that have parted. */
export interface Branches {
  /** The commit whose migrations stay as they are, and what it is called. */
  readonly kept: { readonly commit: string; readonly name: string }
  /** The commit whose migrations are put on top of them; null for the work tree. */
  readonly moved: string | null
  /** The commit where they parted; null where they have none in common. */
  readonly base: string | null
  /** Git has merged them already. */
  readonly merged: boolean
}

/**
 * The branches that a git repository is bringing together: those of a merge, a rebase or a cherry-pick under way; else the
 * one that is checked out and `onto`, by default the main one; else those of the last merge. The main branch stays as it
 * is, whichever is merged into the other. Null where there is nothing to bring together.
 * @throws SluiceError `GIT_FAILED`, `GIT_MISSING`, `OPTION_INVALID`
 */
export async function branchesOf(folder: string, onto?: string): Promise<Branches | null> {
  const head = await runGit(folder, ['rev-parse', '--verify', 'HEAD^{commit}'])
  const commitOf = (name: string) =>
    git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)
  const chosen = onto === undefined ? null : await commitOf(onto)
  if (onto !== undefined && chosen === null)
    throw new SluiceError('OPTION_INVALID', { option: '--onto', problem: `git knows no commit ${onto}` })

  const replayed = (await isRebasing(folder)) ? await commitOf('REBASE_HEAD') : await commitOf('CHERRY_PICK_HEAD')
  if (replayed !== null) {
    const base = await commitOf(`${replayed}^`)
    return { ...{ moved: replayed, base, merged: false }, kept: await named(folder, chosen ?? head) }
  }
  const merging = await commitOf('MERGE_HEAD')
  if (merging !== null) return side(folder, { head, other: merging, chosen, merged: false })
  const other = chosen ?? (await mainCommit(folder))
  if (other !== null && (await git(folder, 'merge-base', '--is-ancestor', other, head)) === null) {
    const base = await git(folder, 'merge-base', head, other)
    return { ...{ moved: null, base, merged: false }, kept: await named(folder, other) }
  }
  const merge = await git(folder, 'rev-list', '--merges', '--max-count=1', head)
  if (!merge) return null
  const [first, second] = await Promise.all([commitOf(`${merge}^1`), commitOf(`${merge}^2`)])
  return side(folder, { head: first!, other: second!, chosen, merged: true })
}

interface Merge {
  readonly head: string
  readonly other: string
  readonly chosen: string | null
  readonly merged: boolean
}

async function side(folder: string, { head, other, chosen, merged }: Merge): Promise<Branches> {
  const keepsHead = chosen === null ? await isOnMain(folder) : chosen === head
  const [kept, moved] = keepsHead ? [head, other] : [other, head]
  return { kept: await named(folder, kept), moved, base: await git(folder, 'merge-base', head, other), merged }
}

async function isRebasing(folder: string): Promise<boolean> {
  for (const name of ['rebase-merge', 'rebase-apply']) {
    const path = await git(folder, 'rev-parse', '--git-path', name)
    if (path !== null && existsSync(resolve(folder, path))) return true
  }
  return false
}

const mainNames = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

async function mainCommit(folder: string): Promise<string | null> {
  for (const name of mainNames) {
    const commit = await git(folder, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`)
    if (commit !== null) return commit
  }
  return null
}

async function isOnMain(folder: string): Promise<boolean> {
  const branch = await git(folder, 'symbolic-ref', '--quiet', '--short', 'HEAD')
  const main = await git(folder, 'rev-parse', '--abbrev-ref', 'origin/HEAD')
  return main === null ? branch === 'main' || branch === 'master' : main === `origin/${branch}`
}

async function named(folder: string, commit: string): Promise<Branches['kept']> {
  const name = await git(folder, 'name-rev', '--name-only', '--no-undefined', commit)
  return { commit, name: name ?? commit.slice(0, 10) }
}

/** Writes a folder as it is in a commit; nothing where it is not in it. `path`: from the top of the repository, which is `folder`. */
export async function checkOut(folder: string, commit: string, path: string, into: string): Promise<void> {
  const tree = await git(folder, 'rev-parse', '--verify', '--quiet', `${commit}:${path}`)
  if (tree === null) return
  const index = { GIT_INDEX_FILE: `${into}.index` }
  await runGit(folder, ['read-tree', tree], index)
  await runGit(folder, ['checkout-index', '--all', `--prefix=${into}/`], index)
}
