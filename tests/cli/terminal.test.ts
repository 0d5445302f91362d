import { spawn, spawnSync } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine, read } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

// Node has no pseudo-terminal of its own.
const python = spawnSync('python3', ['-c', 'import pty']).status === 0
if (!python) console.warn('left out: what a person sees and types at a terminal, since there is no python3 to make one')
const relay = `
import os, pty, sys
status = pty.spawn(['sh', '-c', 'stty cols 100 rows 40; exec "$@"', 'sh', *sys.argv[1:]])
sys.exit(os.waitstatus_to_exitcode(status))
`

/** Runs at a terminal and types an answer each time that one of the texts is shown. */
function atTerminal(
  args: readonly string[],
  cwd: string,
  answers: readonly (readonly [shown: string, keys: string])[],
) {
  return new Promise<{ status: number | null; output: string }>((resolve) => {
    const { PATH, HOME } = process.env
    const child = spawn('python3', ['-c', relay, process.execPath, sluice.bin, ...args], {
      cwd,
      env: { PATH, HOME, TERM: 'xterm' },
    })
    let output = ''
    let seen = 0
    const left = [...answers]
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
      const at = left[0] ? output.indexOf(left[0][0], seen) : -1
      if (at < 0) return
      seen = at + left[0]![0].length
      child.stdin.write(left.shift()![1])
    })
    child.on('close', (status) => resolve({ status, output }))
  })
}

const schema = (column: string) => `
  import { integer, pgTable, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('users', { id: integer().primaryKey(), ${column}: text() })
`

test.skipIf(!python)('at a terminal the keys answer what is asked, and Ctrl-C ends with 130', async () => {
  await using made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema('name'),
  })
  const cwd = made.folder
  const first = await atTerminal(['generate', '--no-prove'], cwd, [['Name of the migration', 'init\r']])
  expect(first.status, first.output).toBe(0)
  await writeFile(join(cwd, 'schema.ts'), schema('title'))

  const ended = await atTerminal(['generate', '--no-prove'], cwd, [['What is the column', '\u0003']])
  expect(ended.status, ended.output).toBe(130)
  expect(await readdir(join(cwd, 'drizzle'))).not.toContain('0001_title.sql')

  const second = await atTerminal(['generate', '--no-prove'], cwd, [
    ['What is the column', '\r'],
    ['Name of the migration', 'title\r'],
  ])
  expect(second.status, second.output).toBe(0)
  expect(await read(cwd, 'drizzle/0001_title.sql')).toContain('RENAME COLUMN "name" TO "title"')
})

test.skipIf(!python)(
  'migrate shows the statement and its time at a terminal, and nothing of that off one',
  async () => {
    const tag = '0000_slow'
    const entries = [{ idx: 0, version: '7', when: 1, tag, breakpoints: true }]
    await using made = await project({
      'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
      'drizzle/meta/_journal.json': JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
      [`drizzle/${tag}.sql`]: 'create table a (id int);\nselect pg_sleep(1.5)',
    })
    const { status, output } = await atTerminal(['migrate'], made.folder, [])
    expect(status, output).toBe(0)
    const times = [...output.matchAll(/0000_slow:2 select pg_sleep\(1\.5\) (\d+\.\d) s/g)].map(([, time]) =>
      Number(time),
    )
    expect(new Set(times).size).toBeGreaterThan(1)
    // The line is wiped before the result is written.
    expect(output).toContain('\r\u001B[K  applied 0000_slow in ')
    await rm(join(made.folder, '.sluice'), { recursive: true })
    const plain = await sluice.run(['migrate'], { cwd: made.folder })
    for (const shown of ['pg_sleep', '\u001B', '\r']) expect(plain.stdout + plain.stderr).not.toContain(shown)
  },
)

test.skipIf(!python)('a yes at a terminal allows a loss', async () => {
  await using made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema('name'),
  })
  const cwd = made.folder
  await sluice.run(['generate', '--no-prove'], { cwd })
  await writeFile(join(cwd, 'schema.ts'), schema('title'))
  const args = ['generate', '--no-prove', '--name', 'gone', '--create', 'users.title']
  const generate = (keys: string) => atTerminal(args, cwd, [['loses data', keys]])
  const no = await generate('\r')
  expect(no.status, no.output).toBe(2)
  expect(no.output).toContain('LOSS_NOT_ALLOWED')
  const yes = await generate('y')
  expect(yes.status, yes.output).toBe(0)
  expect(await read(cwd, 'drizzle/0001_gone.sql')).toContain('DROP COLUMN "name"')
})
