import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLine } from '../harness/cli.ts'
import { corpusProjects } from '../harness/corpus.ts'
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
