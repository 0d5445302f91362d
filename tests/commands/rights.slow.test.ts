import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine, read } from '../harness/cli.ts'
import { project } from '../harness/project.ts'

const sluice = commandLine()

const schema = (code: string) => `
  import { integer, pgRole, pgSchema, pgTable, serial, text } from 'drizzle-orm/pg-core'
  import { pgComment, pgDefaultPrivileges, pgGrant, pgRevoke } from 'sluice/postgres'
  export const orders = pgTable('Or"der', { id: serial().primaryKey(), note: text('no.te') })
  const reader = pgRole("re'a\\"der").existing()
  ${code}`

test('grants, default privileges and comments are generated, proven with stand-in roles, and then there are no changes', async () => {
  await using it = await project({
    'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
    'schema.ts': schema(`
      export const a = pgGrant({ on: orders, privileges: ['select'], to: reader })
      export const b = pgGrant({ on: { sequenceOf: orders.id }, privileges: 'all', to: 'anon' })
      export const c = pgComment(orders, 'It\\'s "all"\\n--> of them; $$')
      export const d = pgDefaultPrivileges({ on: 'tables', privileges: 'all', to: 'anon' })`),
  })
  const run = (...args: readonly string[]) => sluice.run(args, { cwd: it.folder })
  const first = await run('generate', '--name', 'a', '--json')
  expect(first.json, first.stderr).toMatchObject({
    ok: true,
    proof: { result: 'proven', assumed: ['role anon', `role re'a"der`] },
  })
  expect((await run('generate')).stdout).toBe('No changes\n')

  await writeFile(
    join(it.folder, 'schema.ts'),
    schema(`
      export const a = pgGrant({ on: [orders, orders.note], privileges: ['insert'], to: [reader, 'service role'] })
      export const c = pgComment(orders.note, 'a note')
      export const d = pgDefaultPrivileges({ on: 'tables', privileges: ['select'], to: 'anon', withGrantOption: true })
      export const e = pgRevoke({ on: { schema: 'public' }, privileges: 'all', from: 'public' })
      export const more = pgSchema('more')
      export const f = pgDefaultPrivileges({ in: more, on: 'types', privileges: 'all', to: reader })`),
  )
  const second = await run('generate', '--name', 'b', '--json')
  expect(second.json, second.stderr).toMatchObject({
    ok: true,
    proof: { result: 'proven', down: { result: 'proven' } },
  })
  expect((await run('generate')).stdout).toBe('No changes\n')
  const all = await run('prove', '--history', '--json')
  expect(all.json.proofs, all.stderr).toMatchObject([{ standing: 'proven' }, { standing: 'proven' }])
  expect(await readdir(join(it.folder, 'drizzle/sluice'))).toContain('0001_b.json')
  expect(await read(it.folder, 'drizzle/0001_b.sql')).toContain(
    `GRANT INSERT ("no.te") ON TABLE "public"."Or""der" TO "re'a""der"`,
  )
})
