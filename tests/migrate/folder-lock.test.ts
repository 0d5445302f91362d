import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { readFolder } from '../../src/migrate/folder.ts'
import { lockFolder } from '../../src/migrate/folder-lock.ts'
import { writeMigration } from '../../src/migrate/write.ts'
import { first, inNewFolder, newMigration } from '../harness/new-migration.ts'

let out: string
let home: string
inNewFolder((made) => {
  home = made.home
  out = made.out
})

test('the second waits for the first, and says for whom', async () => {
  const release = await lockFolder(out)
  const told: number[] = []
  const order: string[] = []
  const secondRun = lockFolder(out, { onWait: (pid) => told.push(pid) }).then((end) => {
    order.push('second')
    return end
  })
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  order.push('first')
  await writeMigration(await readFolder(out), first)
  await release()
  await (await secondRun)()
  expect(order).toEqual(['first', 'second'])
  expect(told).toEqual([process.pid])
  expect(existsSync(join(out, 'sluice', '.lock'))).toBe(false)
})

test('eight at once write eight migrations', async () => {
  await Promise.all(
    Array.from({ length: 8 }, async (_, number) => {
      const release = await lockFolder(out)
      const { migrations } = await readFolder(out)
      await writeMigration(
        await readFolder(out),
        newMigration(migrations.length, `${String(migrations.length).padStart(4, '0')}_run_${number}`),
      )
      await release()
    }),
  )
  const { migrations } = await readFolder(out)
  expect(migrations.map(({ idx }) => idx)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('after the time limit the error names the process', async () => {
  const release = await lockFolder(out)
  await expect(lockFolder(out, { wait: 0 })).rejects.toMatchObject({
    code: 'FOLDER_BUSY',
    exit: 3,
    message: expect.stringContaining(`process ${process.pid} `),
    hint: expect.stringContaining(join(out, 'sluice', '.lock')),
  })
  await release()
})

test('a lock file that nobody can read is named', async () => {
  await writeMigration(await readFolder(out), first)
  const lock = join(out, 'sluice', '.lock')
  for (const text of ['', '{"pid":', 'null', '{}']) {
    await writeFile(lock, text)
    await expect(lockFolder(out, { wait: 0 })).rejects.toMatchObject({
      code: 'LOCK_FILE_INVALID',
      exit: 3,
      message: expect.stringContaining(lock),
      hint: expect.stringContaining(`remove ${lock}`),
    })
  }
  expect(await readdir(join(out, 'sluice'))).toContain('.lock')
  await rm(lock)
  await (await lockFolder(out))()
})

test.skipIf(process.platform === 'win32')(
  'in a directory that was removed it is an error, not a wait',
  () => {
    const url = (path: string) => new URL(`../../${path}`, import.meta.url).href
    const script = `
    const { lockFolder } = await import(${JSON.stringify(url('src/migrate/folder-lock.ts'))})
    process.chdir(${JSON.stringify(home)})
    process.cwd()
    await (await import('node:fs/promises')).rmdir(${JSON.stringify(home)})
    await lockFolder('drizzle').catch(({ code }) => console.log(code))`
    const args = ['--import', url('tests/harness/typescript.js'), '--input-type=module', '-e', script]
    expect(spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 }).stdout).toBe('ENOENT\n')
  },
  30_000,
)

test('what a killed one left of its waiting is removed', async () => {
  await writeMigration(await readFolder(out), first)
  const dead = join(out, 'sluice', '.lock.0b0d')
  await writeFile(dead, '{}')
  await utimes(dead, 0, 0)
  await (await lockFolder(out))()
  expect(existsSync(dead)).toBe(false)
})

test('a run that writes nothing leaves no folder', async () => {
  await (await lockFolder(out))()
  expect(existsSync(out)).toBe(false)
  await (await lockFolder(relative(process.cwd(), out)))()
  expect(existsSync(out)).toBe(false)
  await mkdir(out)
  await (await lockFolder(out))()
  expect(await readdir(out)).toEqual([])
})
