import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine, read } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const schema = (roles: string, policy = '') => `
  import { integer, pgPolicy, pgRole, pgTable } from 'drizzle-orm/pg-core'
  import { sql } from 'drizzle-orm'
  ${roles}
  export const notes = pgTable('notes', { id: integer().primaryKey() }, () => [${policy}])
`
const admin = `export const admin = pgRole('admin', { createDb: true })`
const policy = `pgPolicy('p', { to: admin, using: sql\`true\` })`

/** A project whose first migration makes a role and a policy to it. */
async function started(entities = '{}') {
  const made = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts', entities: ${entities} }`,
    'schema.ts': schema(admin, policy),
  })
  const cwd = made.folder
  const run = (...args: readonly string[]) => sluice.run(args, { cwd })
  const first = await run('generate', '--name', 'init', '--json')
  expect(first, first.stderr).toMatchObject({ status: 0 })
  return {
    cwd,
    first,
    run,
    change: (...files: Parameters<typeof schema>) => writeFile(join(cwd, 'schema.ts'), schema(...files)),
    [Symbol.asyncDispose]: () => made[Symbol.asyncDispose](),
  }
}

test('a declared role is made where it is not there, and proven; the way back leaves it', async () => {
  await using it = await started()
  expect(await read(it.cwd, 'drizzle/0000_init.sql')).toContain('CREATE ROLE "admin" CREATEDB;')
  expect(it.first.json.proof).toMatchObject({ result: 'proven', assumed: [], down: { result: 'proven' } })
  const down = await read(it.cwd, 'drizzle/sluice/0000_init.down.sql')
  expect(down).toContain('DROP TABLE')
  expect(down).not.toContain('ROLE')
  expect(await it.run('generate')).toMatchObject({ status: 0, stdout: 'No changes\n', stderr: '' })
})

test('a role that is declared no longer stays in the server, and that is said', async () => {
  await using it = await started()
  await it.change('')
  const { status, json, stderr } = await it.run('generate', '--name', 'gone', '--json')
  expect(stderr).toContain('role admin is declared no longer and stays')
  expect({ status, statements: json.statements }).toEqual({
    status: 0,
    statements: ['DROP POLICY "p" ON "public"."notes"', 'ALTER TABLE "public"."notes" DISABLE ROW LEVEL SECURITY'],
  })
  expect(json.proof).toMatchObject({ result: 'proven' })
  expect(JSON.parse(await read(it.cwd, 'drizzle/meta/0001_snapshot.json')).roles).toEqual({})
  expect(await it.run('prove', '0001_gone')).toMatchObject({ status: 0 })
})

test('with entities.roles it is dropped, once that is allowed', async () => {
  await using it = await started('{ roles: true }')
  await it.change('')
  const { json } = await it.run('generate', '--name', 'gone', '--json')
  expect(json.error).toMatchObject({ code: 'LOSS_NOT_ALLOWED' })
  const allowed = await it.run('generate', '--name', 'gone', '--allow-loss', '--json')
  expect(allowed.json).toMatchObject({
    loses: ['the role "admin", its password and memberships'],
    proof: { result: 'proven' },
  })
  expect(await read(it.cwd, 'drizzle/0001_gone.sql')).toContain('DROP ROLE "admin";')
  expect(await it.run('prove', '0001_gone')).toMatchObject({ status: 0 })
})

test('a renamed role takes its policies along', async () => {
  await using it = await started('{ roles: { exclude: ["other"] } }')
  await it.change(`export const admin = pgRole('Bo"ss', { createDb: true })`, policy)
  const asked = await it.run('generate', '--json')
  expect(asked.json.error).toMatchObject({ code: 'ANSWERS_MISSING' })
  const { json } = await it.run('generate', '--name', 'boss', '--rename', 'admin=Bo"ss', '--json')
  expect(json).toMatchObject({ statements: ['ALTER ROLE "admin" RENAME TO "Bo""ss"'], proof: { result: 'proven' } })
})
