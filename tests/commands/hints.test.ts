import { execFile } from 'node:child_process'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { toSluiceError } from '../../src/commands/failure.ts'
import { withGrant } from '../../src/commands/missing-right.ts'
import type { SluiceError } from '../../src/errors.ts'
import { commandLine } from '../harness/cli.ts'
import { embedded } from '../harness/embedded.ts'
import { project } from '../harness/project.ts'

const run = promisify(execFile)
const sluice = commandLine()
const database = embedded()

test('an edit that is committed: the command of the hint shows the file as it was applied', async () => {
  await using made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': `
      import { integer, pgTable } from 'drizzle-orm/pg-core'
      export const users = pgTable('users', { id: integer() })`,
  })
  const cwd = made.folder
  const commit = async () => {
    await run('git', ['add', '--all', 'drizzle'], { cwd })
    await run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', 'commit', '-m', 'a'], {
      cwd,
    })
  }
  await run('git', ['init'], { cwd })
  await sluice.run(['generate', '--name', 'a', '--no-prove'], { cwd })
  await commit()
  expect(await sluice.run(['migrate'], { cwd })).toMatchObject({ status: 0 })
  await appendFile(join(cwd, 'drizzle', '0000_a.sql'), 'select 1')
  await commit()
  const { status, json } = await sluice.run(['migrate', '--json'], { cwd })
  expect({ status, code: json.error.code }).toEqual({ status: 1, code: 'HISTORY_EDITED' })
  const [, args = ''] = /git (log [^)]+)\)/.exec(json.error.hint) ?? []
  const { stdout } = await run('git', args.split(' '), { cwd })
  expect(stdout).toMatch(/^\+create table .*users/im)
  expect(stdout).toContain('select 1')
})

test('a right that is missing: the hint is the grant that gives it', async () => {
  const { connection } = database
  await connection.script('create schema drizzle; create role app; create table drizzle."Ledger" (id serial)')
  const steps = [
    { asks: 'select * from drizzle."Ledger"', grant: 'grant usage on schema drizzle to <user>' },
    {
      asks: 'insert into drizzle."Ledger" default values',
      grant: 'grant select, insert, update, delete on drizzle."Ledger" to <user>',
    },
    {
      asks: 'insert into drizzle."Ledger" default values',
      grant: 'grant usage on sequence drizzle."Ledger_id_seq" to <user>',
    },
  ]
  for (const { asks, grant } of steps) {
    await connection.script('set role app')
    const { code, exit, hint } = await refusal(asks)
    expect({ code, exit }).toEqual({ code: 'DATABASE_RIGHT_MISSING', exit: 3 })
    await connection.script('reset role')
    const [said = ''] = /grant .* to <user>/.exec(hint) ?? []
    expect(said.replace('<schema>', 'drizzle')).toBe(grant)
    await connection.script(grant.replace('<user>', 'app'))
  }
  await connection.script('set role app')
  await connection.query('insert into drizzle."Ledger" default values')
})

/** What a user is told of the error that this SQL brings about. */
const refusal = (sql: string): Promise<SluiceError> =>
  database.connection.query(sql).then(
    () => expect.unreachable(sql),
    (error) => toSluiceError(withGrant(error), new AbortController().signal),
  )
