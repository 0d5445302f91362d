import { open, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import { git } from './git.ts'

/** What a page of documentation says of itself in its front matter. */
interface Page {
  readonly file: string
  /** As they stand in `source_paths`: from the root of the repository, the project or the page. */
  readonly sources: readonly string[]
  /** `last_verified_at` in milliseconds since 1970: the end of it, where it is a day. */
  readonly verified: number
}

/** More of a page is not read: front matter comes first. */
const beginning = 4_096

/**
 * The pages of documentation below a folder whose sources changed after somebody has verified them, or are gone: Markdown
 * with `source_paths` and `last_verified_at` in its front matter.
 */
export async function outdatedPages(root: string): Promise<readonly string[]> {
  const top = (await git(root, 'rev-parse', '--show-toplevel'))?.trim() ?? null
  const outdated: string[] = []
  for (const file of await findPages(root, top !== null)) {
    const page = await readPage(join(root, file))
    if (!page) continue
    const roots = [...(top === null ? [] : [top]), root, dirname(page.file)]
    for (const source of page.sources)
      if ((await changedAt(source, roots, top)) > page.verified) {
        outdated.push(relative(root, page.file))
        break
      }
  }
  return outdated.sort()
}

async function findPages(root: string, hasGit: boolean): Promise<readonly string[]> {
  const listed = hasGit ? await git(root, 'ls-files', '-z', '-co', '--exclude-standard', '*.md', '*.mdx') : null
  if (listed !== null) return listed.split('\0').filter(Boolean)
  return glob('**/*.{md,mdx}', { cwd: root, ignore: ['**/node_modules/**', '**/dist/**'] })
}

async function readPage(file: string): Promise<Page | undefined> {
  const text = await readBeginning(file)
  const matter = /^---\r?\n(.*?)\r?\n---/s.exec(text)?.[1]
  if (!matter?.includes('source_paths')) return undefined
  const { source_paths, last_verified_at } = Object(await parseMatter(matter)) as Record<string, unknown>
  const sources = [source_paths].flat().filter((source) => typeof source === 'string')
  return { file, sources, verified: timeOf(String(last_verified_at)) }
}

/** Somebody else's YAML that is none: such a page says nothing. */
async function parseMatter(text: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

const day = 86_400_000

/** A page without a date was never verified. */
function timeOf(date: string): number {
  const time = Date.parse(date)
  if (Number.isNaN(time)) return Number.NEGATIVE_INFINITY
  return /^\d{4}-\d\d-\d\d$/.test(date) ? time + day : time
}

async function readBeginning(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return ''
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** When a source last changed, in milliseconds since 1970: its last commit, or the file itself where it is not committed as it is. */
async function changedAt(source: string, roots: readonly string[], top: string | null): Promise<number> {
  for (const root of roots) {
    const path = resolve(root, source)
    const there = await stat(path).catch(() => undefined)
    if (!there) continue
    if (top === null) return newest(path)
    const dirty = await git(top, 'status', '--porcelain', '--', path)
    if (dirty !== '') return newest(path)
    return Date.parse((await git(top, 'log', '-1', '--format=%cI', '--', path))?.trim() ?? '') || 0
  }
  return Number.POSITIVE_INFINITY
}

/** The latest change below a path. */
async function newest(path: string): Promise<number> {
  const there = await stat(path)
  const names = there.isDirectory() ? await readdir(path, { withFileTypes: true, recursive: true }) : []
  let time = there.mtimeMs
  for (const one of names) if (one.isFile()) time = Math.max(time, (await stat(join(one.parentPath, one.name))).mtimeMs)
  return time
}
