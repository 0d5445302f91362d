import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { commandLine } from '../harness/cli.ts'

const sluice = commandLine()
const cwd = tmpdir()
const run = (...args: readonly string[]) => sluice.run(args, { cwd })

test('--version prints the version and nothing else', async () => {
  expect(await run('--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
})

test('--help names every command, and each command its options', async () => {
  const { status, stdout } = await run('--help')
  expect(status).toBe(0)
  for (const name of ['generate', 'migrate', 'status', 'prove']) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
  const help = await run('generate', '--help')
  expect(help.status).toBe(0)
  for (const option of ['--rename <', '--no-prove', '--allow-loss', '--env-file <', '--json'])
    expect(help.stdout).toContain(option)
})

test('what is misspelt is an error that names what was meant', async () => {
  const command = await run('genrate')
  expect(command).toMatchObject({ status: 2, stdout: '' })
  expect(command.stderr).toContain('did you mean generate?')
  const option = await run('generate', '--alow-loss')
  expect(option).toMatchObject({ status: 2, stdout: '' })
  expect(option.stderr).toContain('did you mean --allow-loss?')
  expect((await run('generate', '--no-prov')).stderr).toContain('did you mean --no-prove?')
})

test('a value that is missing, wrong or too much is an error', async () => {
  expect((await run('generate', '--name')).stderr).toContain('--name: it takes a value: <name>')
  expect((await run('generate', '--rename', '--custom')).stderr).toContain('--rename: it takes a value')
  expect((await run('generate', '--prefix', 'roman')).stderr).toContain('--prefix: "roman" is none of index')
  expect((await run('generate', '--custom=maybe')).stderr).toContain('--custom: it takes no value')
  expect((await run('migrate', '0001_init')).stderr).toContain('migrate takes no argument 0001_init')
  expect((await run('migrate', '--lock-timeout', 'soon')).stderr).toContain('"soon" is no time')
  expect((await run('status', '--cwd', '/nowhere/at/all')).stderr).toContain('there is no folder /nowhere/at/all')
})

test('an empty value is an error: a variable that is not set must not change what a command does', async () => {
  for (const option of ['--out', '--config', '--schema', '--rename', '--name'])
    for (const args of [[option, ''], [`${option}=`]])
      expect(await run('generate', ...args)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(`${option}: it is empty`),
      })
})

test('an option that takes one value takes it once', async () => {
  const { status, stderr } = await run('generate', '--name', 'a', '--name', 'b')
  expect(status).toBe(2)
  expect(stderr).toContain('--name: it is given twice')
})

test('what is off by default can be turned on, and nothing else', async () => {
  const off = await run('status', '--json=false')
  expect(off).toMatchObject({ status: 2, stdout: '' })
  expect(off.stderr).toContain('--json: it takes no value')
  const negative = await run('status', '--no-json')
  expect(negative).toMatchObject({ status: 2, stdout: '' })
  expect(negative.stderr).toContain('did you mean --json?')
})

test('with --json a wrong option is a document too', async () => {
  const { status, json, stderr } = await run('status', '--jsn', '--json')
  expect(status).toBe(2)
  expect(stderr).toBe('')
  expect(json).toMatchObject({
    command: 'status',
    ok: false,
    error: { code: 'OPTION_UNKNOWN', details: { option: '--jsn' } },
  })
  expect(json.error.hint).toContain('did you mean --json?')
})

test('who reads may leave early', async () => {
  const child = spawn(process.execPath, [sluice.bin, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk
  })
  const status = await new Promise((resolve) => child.on('close', resolve))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
