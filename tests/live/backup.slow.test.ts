import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../src/index.ts'
import { serverVersions } from '../../src/postgres/server/server-package.ts'
import { folderOf } from '../harness/migrations.ts'
import { project } from '../harness/project.ts'
import { startServer } from '../harness/server.ts'
import { installServer } from '../harness/server-package.ts'

const version = Number(/\d+/.exec(String(spawnSync('pg_dump', ['--version']).stdout))?.[0] ?? 0)
const of = Object.keys(serverVersions).findLast((major) => Number(major) <= version)
const missing = of ? '' : ' (left out: there is no pg_dump of 14 or newer; apt-get install postgresql-client)'

test.runIf(of)(
  `the real pg_dump writes what pg_restore reads, as it was before the first statement${missing}`,
  async () => {
    await installServer(of!)
    const server = await startServer([], of)
    try {
      const url = await server.createDatabase()
      const files = { '0000_a': 'create table a (i int)', '0001_b': 'create table b (i int)' }
      await using made = await project({
        'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './schema.ts' }`,
        'drizzle/meta/_journal.json': folderOf(files).journal.text!,
        ...Object.fromEntries(Object.entries(files).map(([tag, sql]) => [`drizzle/${tag}.sql`, sql])),
      })
      const cwd = made.folder
      await migrate({ cwd, url, to: '0000_a' })
      const { backup } = await migrate({ cwd, url, backup: true })
      const list = execFileSync('pg_restore', ['--list', join(cwd, backup!)]).toString()
      expect(list).toMatch(/TABLE DATA public a /)
      expect(list).not.toMatch(/TABLE public b /)
    } finally {
      await server.stop()
    }
  },
)
