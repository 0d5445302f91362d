import { existsSync } from 'node:fs'
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { corpus, corpusProjects } from '../harness/corpus.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()
const projects = corpusProjects('the repair of the real histories')

/** Why a real history cannot be mended whole. */
const unmended: Readonly<Record<string, RegExp>> = {
  grnyte: /relation "\w+" does not exist/,
}

describe.skipIf(projects.length === 0)('repair of a real history', () => {
  test.for(projects)('$name', async ({ name, out }) => {
    await using it = await project({ 'drizzle.config.ts': `export default { dialect: 'postgresql' }` })
    const cwd = it.folder
    await cp(out, join(cwd, 'drizzle'), { recursive: true })
    const { json } = await sluice.run(['repair', '--apply', '--offline', '--json'], { cwd })
    if (unmended[name]) expect(json.left.join()).toMatch(unmended[name])
    else expect(json).toMatchObject({ ok: true, left: [], halted: null })
    const { findings } = (await sluice.run(['check', '--json'], { cwd })).json
    expect(findings.filter(({ stands }: { stands: boolean }) => stands)).toEqual([])
  })
})

const folders = join(corpus, 'motormetrics', 'drizzle')

test.skipIf(!existsSync(folders))(
  'a real history of drizzle-kit 1.0, with a snapshot that is gone, then as one migration',
  async () => {
    await using it = await project({ 'drizzle.config.ts': `export default { dialect: 'postgresql' }` })
    const out = join(it.folder, 'drizzle')
    const json = async (...args: readonly string[]) => (await sluice.run([...args, '--json'], { cwd: it.folder })).json
    const standing = async () =>
      (await json('check')).findings
        .filter(({ stands }: { stands: boolean }) => stands)
        .map(({ code }: { code: string }) => code)
    await cp(folders, out, { recursive: true })
    expect(await standing()).toEqual(['snapshotOutdated'])
    await json('up')
    expect(await json('repair', '--offline')).toMatchObject({ ok: true, remedies: [], left: [], halted: null })
    const [, second] = (await readdir(out)).filter((name) => name !== 'sluice').sort()
    await rm(join(out, second!, 'snapshot.json'))
    expect(await standing()).toEqual(['snapshotMissing', 'chainBroken'])
    expect(await json('repair', '--apply', '--offline')).toMatchObject({ ok: true, left: [], halted: null })
    expect(await standing()).toEqual([])
    expect(await json('squash', '--offline')).toMatchObject({ ok: true, replaced: { length: 22 } })
    expect(await standing()).toEqual([])
  },
)
