import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type FolderChange, writeSide } from '../../src/migrate/change.ts'
import { readFolder } from '../../src/migrate/folder.ts'
import { lockFolder } from '../../src/migrate/folder-lock.ts'
import { type NewMigration, writeMigration } from '../../src/migrate/write.ts'
import { first, inNewFolder, newMigration } from '../harness/new-migration.ts'

let out: string
let home: string
inNewFolder((made) => {
  home = made.home
  out = made.out
})

const second = newMigration(1, '0001_second')

/** Every file of the folder but the lock, with its text. */
async function contents(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  if (!existsSync(out)) return found
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !entry.name.startsWith('.lock'))
      found[path.slice(out.length + 1)] = await readFile(path, 'utf8')
  }
  return found
}

const write = async (made: NewMigration) => writeMigration(await readFolder(out), made)

test('a migration is written with all of its files', async () => {
  expect((await write(first))[0]).toBe(join(out, '0000_first.sql'))
  await write(second)
  const found = await contents()
  expect(Object.keys(found).sort()).toEqual([
    '0000_first.sql',
    '0001_second.sql',
    'meta/0000_snapshot.json',
    'meta/0001_snapshot.json',
    'meta/_journal.json',
    'sluice/0000_first.down.sql',
    'sluice/0000_first.proof.json',
    'sluice/0001_second.down.sql',
    'sluice/0001_second.proof.json',
  ])
  const { migrations, orphans } = await readFolder(out)
  expect(migrations.map(({ tag, sql }) => [tag, sql])).toEqual([
    ['0000_first', '-- 0000_first'],
    ['0001_second', '-- 0001_second'],
  ])
  expect(orphans).toEqual([])
})

test('a file that is there is never overwritten', async () => {
  await write(first)
  await writeFile(join(out, '0001_second.sql'), 'by hand')
  await expect(write(second)).rejects.toMatchObject({ code: 'MIGRATION_EXISTS', exit: 2 })
  expect((await contents())['0001_second.sql']).toBe('by hand')
  expect((await readFolder(out)).migrations).toHaveLength(1)
})

test('a journal that changed since it was read is left as it is', async () => {
  await write(first)
  const read = await readFolder(out)
  await write(second)
  const before = await contents()
  await expect(writeMigration(read, newMigration(1, '0001_other'))).rejects.toMatchObject({ code: 'FOLDER_CHANGED' })
  expect(await contents()).toEqual(before)
})

test('a file of our own is replaced as a whole', async () => {
  await write(first)
  await writeSide(out, '0000_first.proof.json', 'new')
  expect((await contents())['sluice/0000_first.proof.json']).toBe('new')
  expect(Object.keys(await contents())).toHaveLength(5)
})

/** Runs the writing of a migration, or a change of the folder, in a process of its own, with the folder's lock, as `generate` does. */
function inChild(
  made: NewMigration,
  { env = {}, shell = '', uid, change }: { env?: object; shell?: string; uid?: number; change?: FolderChange } = {},
) {
  const url = (path: string) => new URL(`../../${path}`, import.meta.url).href
  const script = `
    const { lockFolder } = await import(${JSON.stringify(url('src/migrate/folder-lock.ts'))})
    const { readFolder } = await import(${JSON.stringify(url('src/migrate/folder.ts'))})
    const { writeMigration } = await import(${JSON.stringify(url('src/migrate/write.ts'))})
    const { changeFolder } = await import(${JSON.stringify(url('src/migrate/change.ts'))})
    const release = await lockFolder(${JSON.stringify(out)})
    try {
      const folder = await readFolder(${JSON.stringify(out)})
      const change = ${JSON.stringify(change ?? null)}
      await (change ? changeFolder(folder, change) : writeMigration(folder, ${JSON.stringify(made)}))
      console.log('written')
    } catch (error) {
      console.log(error.code, error.message)
    }
    await release()`
  const imports = ['tests/harness/typescript.js', ...('CRASH_AT' in env ? ['tests/harness/crash-at.js'] : [])]
  const args = [...imports.flatMap((path) => ['--import', url(path)]), '--input-type=module', '-e', script]
  const options = { env: { ...process.env, ...env }, encoding: 'utf8', ...(uid && { uid }) } as const
  return shell
    ? spawnSync('/bin/sh', ['-c', `${shell}; exec "$@"`, 'sh', process.execPath, ...args], options)
    : spawnSync(process.execPath, args, options)
}

describe('a run that is killed', () => {
  test('leaves nothing after the next one, or the whole migration, wherever it was killed', async () => {
    await write(first)
    const before = await contents()
    const found = new Set<'nothing' | 'all'>()
    let at = 1
    for (; at < 60; at += 1) {
      const { signal, stdout, stderr } = inChild(second, { env: { CRASH_AT: String(at) } })
      // drizzle-orm, which may come next, reads a whole journal at any time.
      expect((await readFolder(out)).migrations.length).toBeGreaterThan(0)
      if (signal === null) {
        expect(stdout + stderr).toBe('written\n')
        break
      }
      expect(signal).toBe('SIGKILL')
      await (await lockFolder(out))()
      const { migrations, orphans } = await readFolder(out)
      expect(orphans).toEqual([])
      if (migrations.length === 1) expect(await contents()).toEqual(before)
      else {
        expect(Object.keys(await contents())).toHaveLength(9)
        expect((await contents())['sluice/0001_second.proof.json']).toBe(second.side['0001_second.proof.json'])
        await rm(out, { recursive: true })
        await write(first)
      }
      found.add(migrations.length === 1 ? 'nothing' : 'all')
    }
    expect(found).toEqual(new Set(['nothing', 'all']))
    // Lock, folders, five drafts, five names, the note of what is pending.
    expect(at).toBeGreaterThan(14)
  }, 120_000)

  test('the very first time leaves no folder, or the migration', async () => {
    for (const at of [4, 8, 12]) {
      expect(inChild(first, { env: { CRASH_AT: String(at) } }).signal).toBe('SIGKILL')
      await (await lockFolder(out))()
      const files = Object.keys(await contents())
      expect([0, 5]).toContain(files.length)
      expect(existsSync(join(out, 'meta'))).toBe(files.length > 0)
      await rm(out, { recursive: true, force: true })
    }
    expect(inChild(first).stdout).toBe('written\n')
  }, 60_000)

  test('does not cost what somebody changed since', async () => {
    await write(first)
    // The SQL file and the snapshot have their names, our own files and the journal do not.
    expect(inChild(second, { env: { CRASH_AT: '4', CRASH_ON: 'rename' } }).signal).toBe('SIGKILL')
    expect(existsSync(join(out, '0001_second.sql'))).toBe(true)
    await writeFile(join(out, 'meta', '0001_snapshot.json'), 'of drizzle-kit')
    await (await lockFolder(out))()
    const found = await contents()
    expect(found['meta/0001_snapshot.json']).toBe('of drizzle-kit')
    expect(found['0001_second.sql']).toBeUndefined()
  }, 60_000)

  test('while it replaced and removed files leaves all as it was, or as it was to be', async () => {
    const replaced = { ...first, sql: '-- anew' }
    const wanted = {
      '0000_first.sql': '-- anew',
      '0001_second.sql': null,
      'meta/0001_snapshot.json': null,
      more: 'more',
    }
    const found = new Set<string>()
    let at = 1
    for (; at < 60; at += 1) {
      await rm(out, { recursive: true, force: true })
      await write(first)
      await write(second)
      const before = await contents()
      const journal = before['meta/_journal.json']!.replace(/,\s*\{[^}]*second[^}]*\}/, '')
      const change = { ...wanted, 'meta/_journal.json': journal }
      const { signal } = inChild(replaced, { env: { CRASH_AT: String(at) }, change })
      await readFolder(out)
      await (await lockFolder(out))()
      const after = await contents()
      if (after['0000_first.sql'] === '-- anew')
        expect(after).toEqual(
          Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, text]) => text !== null)),
        )
      else expect(after).toEqual(before)
      found.add(after['0000_first.sql']!)
      if (signal === null) break
    }
    expect(found).toEqual(new Set(['-- 0000_first', '-- anew']))
    expect(at).toBeGreaterThan(10)
  }, 120_000)

  test('while it gave each migration a folder leaves the one layout or the other, and no empty folder', async () => {
    const change = {
      'a/migration.sql': '-- 0000_first',
      'a/snapshot.json': '{}',
      '0000_first.sql': null,
      'meta/0000_snapshot.json': null,
      'meta/_journal.json': null,
    }
    const found = new Set<string>()
    let at = 1
    for (; at < 60; at += 1) {
      await rm(out, { recursive: true, force: true })
      await write(first)
      const before = await contents()
      const { signal } = inChild(first, { env: { CRASH_AT: String(at) }, change })
      expect((await readFolder(out)).migrations.map(({ sql }) => sql)).toEqual(['-- 0000_first'])
      await (await lockFolder(out))()
      const { layout } = await readFolder(out)
      found.add(layout)
      if (layout === 'v0') expect(await contents()).toEqual(before)
      else expect((await readdir(out)).sort()).toEqual(['a', 'sluice'])
      if (layout === 'v0') expect(existsSync(join(out, 'a'))).toBe(false)
      if (signal === null) break
    }
    expect(found).toEqual(new Set(['v0', 'v1']))
    expect(at).toBeGreaterThan(10)
  }, 120_000)

  test('while it replaced a file that somebody changes then is for a person to look at', async () => {
    await write(first)
    const change = { '0000_first.sql': '-- anew', 'meta/0000_snapshot.json': '{}' }
    expect(inChild(first, { env: { CRASH_AT: '3', CRASH_ON: 'rename' }, change }).signal).toBe('SIGKILL')
    await writeFile(join(out, 'meta', '0000_snapshot.json'), 'of a person')
    await expect(lockFolder(out)).rejects.toMatchObject({
      code: 'FOLDER_HALF_CHANGED',
      exit: 3,
      message: expect.stringContaining('meta/0000_snapshot.json changed meanwhile'),
    })
    expect((await contents())['meta/0000_snapshot.json']).toBe('of a person')
  }, 60_000)
})

describe('what cannot be written leaves the folder as it was', () => {
  let before: Record<string, string>
  beforeEach(async () => {
    await write(first)
    before = await contents()
  })

  test('a name that is too long', async () => {
    const tag = `0001_${'long'.repeat(70)}`
    await expect(write(newMigration(1, tag))).rejects.toMatchObject({
      code: 'FOLDER_NOT_WRITABLE',
      exit: 3,
      message: expect.stringContaining('ENAMETOOLONG'),
    })
    expect(await contents()).toEqual(before)
  })

  test('a file where a folder must be', async () => {
    await rm(join(out, 'sluice'), { recursive: true })
    await writeFile(join(out, 'sluice'), 'in the way')
    const release = await lockFolder(out)
    await expect(write(second)).rejects.toMatchObject({ code: 'FOLDER_NOT_WRITABLE', exit: 3 })
    await release()
    const { 'sluice/0000_first.down.sql': _, 'sluice/0000_first.proof.json': __, ...rest } = before
    expect(await contents()).toEqual({ ...rest, sluice: 'in the way' })
  })

  test.skipIf(process.platform === 'win32')('a disk that takes no more', async () => {
    const large = { ...second, snapshot: 'x'.repeat(60_000) }
    // A limit for the size of a file: the write fails halfway, as on a full disk.
    const { stdout } = inChild(large, { shell: `trap '' XFSZ; ulimit -f 16` })
    expect(stdout).toMatch(/^FOLDER_NOT_WRITABLE nothing was written to .*EFBIG/)
    expect(await contents()).toEqual(before)
  })

  test.skipIf(process.platform === 'win32')('a folder that is read-only', async (context) => {
    // Root may write everywhere, so its test runs as another user.
    const uid = process.getuid?.() === 0 ? 65534 : undefined
    const folders = [out, join(out, 'meta'), join(out, 'sluice')]
    await chmod(home, 0o755)
    for (const folder of folders) {
      if (uid) await chown(folder, uid, uid)
      await chmod(folder, 0o555)
    }
    const { stdout, stderr } = inChild(second, { ...(uid && { uid }) })
    for (const folder of folders) await chmod(folder, 0o755)
    if (uid && stderr.includes('EACCES') && !stdout) {
      console.warn('left out: a read-only folder, since this repository is not readable by other users than root')
      return context.skip()
    }
    expect(stdout + stderr).toMatch(/^FOLDER_NOT_WRITABLE nothing was written to .*EACCES/)
    expect(await contents()).toEqual(before)
  })

  test.skipIf(process.platform !== 'linux')('a full disk', async (context) => {
    await mkdir(join(home, 'small'))
    const small = join(home, 'small')
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', small]).status !== 0) {
      console.warn('left out: a full disk, since this user may not mount one')
      return context.skip()
    }
    try {
      out = join(small, 'drizzle')
      await write(first)
      const full = await contents()
      await expect(write({ ...second, snapshot: 'x'.repeat(200_000) })).rejects.toMatchObject({
        code: 'FOLDER_NOT_WRITABLE',
        message: expect.stringContaining('ENOSPC'),
      })
      expect(await contents()).toEqual(full)
    } finally {
      spawnSync('umount', [small])
    }
  })
})
