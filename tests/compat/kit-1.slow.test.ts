import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { describe, expect, test } from 'vitest'
import { newKit } from '../../bench/tools.ts'
import { commandLine } from '../harness/cli.ts'
import { corpus, corpusProjects } from '../harness/corpus.ts'

const kit = await newKit()
if (!kit) console.warn('left out: all that needs drizzle-kit 1.0, which could not be installed')

const line = commandLine()
const root = join(import.meta.dirname, '..', '..')

/** A project of ours and one of drizzle-kit 1.0, each with its own drizzle-orm, with one migration folder. */
async function twoProjects(schema: string) {
  const home = await mkdtemp(join(tmpdir(), 'sluice-kit-1-'))
  const [ours, theirs] = [join(home, 'ours'), join(home, 'theirs')]
  const packages = [
    [ours, join(root, 'node_modules')],
    [theirs, kit!.packages],
  ] as const
  for (const [folder, modules] of packages) {
    await mkdir(folder)
    await symlink(modules, join(folder, 'node_modules'))
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    await writeFile(
      join(folder, 'drizzle.config.ts'),
      `export default {
        dialect: 'postgresql', schema: './schema.ts', out: '../drizzle', layout: 'v1', driver: 'pglite', dbCredentials: { url: '../pg' },
      }`,
    )
  }
  const become = async (text: string) => {
    for (const folder of [ours, theirs]) await writeFile(join(folder, 'schema.ts'), text)
  }
  await become(schema)
  const out = join(home, 'drizzle')
  return {
    home,
    out,
    become,
    async sluice(...args: readonly string[]) {
      const { status, stdout, stderr } = await line.run(args, { cwd: ours })
      expect(status, stdout + stderr).toBe(0)
      return stdout + stderr
    },
    async kit(...args: readonly string[]) {
      const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' }
      const running = promisify(execFile)(process.execPath, [kit!.bin, ...args], { cwd: theirs, env })
      running.child.stdin?.end()
      const { stdout, stderr } = await running.catch((error: { stdout: string; stderr: string }) => error)
      return stdout + stderr
    },
    tags: async () => (await readdir(out)).filter((name) => name !== 'sluice').sort(),
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  }
}

// Names are given where the two versions of Drizzle make up different ones.
const states = [
  `
  import { pgTable, serial, text } from 'drizzle-orm/pg-core'
  export const users = pgTable('us.ers', { id: serial().primaryKey(), email: text().notNull() })`,
  `
  import { sql } from 'drizzle-orm'
  import { check, foreignKey, index, integer, pgEnum, pgPolicy, pgRole, pgSchema, pgSequence, pgTable, pgView, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
  export const plan = pgEnum('plan', ['free', "it's"])
  export const shop = pgSchema('sh.op')
  export const clerk = pgRole('clerk', { createDb: true })
  export const numbers = pgSequence('numbers', { increment: 2, cache: 5 })
  export const users = pgTable('us.ers', { id: serial().primaryKey(), email: text().notNull().unique('mail once'), plan: plan().default('free'), age: integer().default(0) },
    () => [check('adult', sql\`age >= 0\`)])
  export const orders = shop.table('orders', { id: integer().generatedAlwaysAsIdentity(), by: integer(), other: integer() },
    (t) => [primaryKey({ name: 'orders key', columns: [t.id, t.by] }), index('by whom').on(t.by.desc(), t.other), pgPolicy('own', { to: clerk, for: 'select', using: sql\`true\` }),
      foreignKey({ name: 'by user', columns: [t.by], foreignColumns: [users.id] }).onDelete('cascade'), unique('other once').on(t.other, t.by).nullsNotDistinct()])
  export const young = pgView('young').with({ securityInvoker: true }).as((qb) => qb.select().from(users))`,
]
const third = states[1]!.replace(`'free', `, `'free', 'trial', `).replace('default(0)', 'default(1).notNull()')

describe.skipIf(!kit)('with drizzle-kit 1.0.0-rc.5', () => {
  test('one folder can go back and forth between drizzle-kit and us', { timeout: 300_000 }, async () => {
    await using both = await twoProjects(states[0]!)
    await both.sluice('generate', '--name', 'ours')
    expect(await both.kit('check')).toContain("Everything's fine")
    expect(await both.kit('generate')).toContain('No schema changes')
    await both.become(states[1]!)
    expect(await both.kit('generate', '--name', 'theirs')).toContain('_theirs')
    expect(await both.sluice('generate')).toContain('No changes')
    await both.become(third)
    await both.sluice('generate', '--name', 'ours_again')
    expect(await both.kit('check')).toContain("Everything's fine")
    expect(await both.kit('generate')).toContain('No schema changes')
    await both.sluice('check', '--history')
    expect((await both.tags()).map((tag) => tag.slice(15))).toEqual(['ours', 'theirs', 'ours_again'])
  })

  test('drizzle-kit takes what we made of a folder of 0.31', { timeout: 300_000 }, async () => {
    await using both = await twoProjects(states[0]!)
    const config = join(both.home, 'ours', 'drizzle.config.ts')
    await writeFile(config, (await readFile(config, 'utf8')).replace(`layout: 'v1',`, ''))
    await both.sluice('generate', '--name', 'first')
    await both.become(states[1]!)
    await both.sluice('generate', '--name', 'second')
    await both.sluice('up', '--layout', 'v1', '--offline')
    expect(await both.kit('check')).toContain("Everything's fine")
    expect(await both.kit('generate')).toContain('No schema changes')
    expect(await both.kit('up')).toContain("Everything's fine")
  })

  test('drizzle-kit sees that a migration of ours and one of its own do not go together', {
    timeout: 300_000,
  }, async () => {
    await using both = await twoProjects(states[0]!)
    await both.sluice('generate', '--name', 'first')
    await both.become(states[0]!.replace('.notNull()', ''))
    await both.sluice('generate', '--no-prove', '--name', 'ours')
    const [, ours] = await both.tags()
    await cp(join(both.out, ours!), join(both.home, 'kept'), { recursive: true })
    await rm(join(both.out, ours!), { recursive: true })
    await both.become(states[0]!.replace('email: text().notNull()', 'id2: text()'))
    await both.kit(
      'generate',
      '--name',
      'theirs',
      '--hints',
      '[{"type":"create","kind":"column","entity":["public","us.ers","id2"]}]',
    )
    await cp(join(both.home, 'kept'), join(both.out, ours!), { recursive: true })
    expect(await both.tags()).toHaveLength(3)
    expect(await both.kit('check')).toMatch(/conflict/i)
  })
})

/** drizzle-orm's own runner, of 0.45 or of 1.0, as an application calls it when it starts; what it has in its ledger. */
async function startApplication(pg: PGlite, migrationsFolder: string, version: '0.45' | '1.0') {
  if (version === '0.45') await migrate(drizzle(pg), { migrationsFolder })
  else {
    const at = (path: string) => pathToFileURL(join(kit!.packages, 'drizzle-orm', path)).href
    const orm = await import(/* @vite-ignore */ at('pglite/index.js'))
    const migrator = await import(/* @vite-ignore */ at('pglite/migrator.js'))
    await migrator.migrate(orm.drizzle({ client: pg }), { migrationsFolder })
  }
  return (await pg.query('select * from drizzle.__drizzle_migrations order by id')).rows
}

describe.skipIf(!kit)('with the runners of drizzle-orm', () => {
  const columns = ['id: serial().primaryKey()', 'name: text()', 'age: integer()', 'more: text()']
  const schema = (count: number) => `
    import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'
    export const users = pgTable('us.ers', { ${columns.slice(0, count).join(', ')} })`

  /** What our command line does to a database that PGlite has open meanwhile it cannot: it is closed for that time. */
  async function withDatabase<T>(home: string, use: (pg: PGlite) => Promise<T>, name = 'pg'): Promise<T> {
    const pg = await PGlite.create(join(home, name))
    try {
      return await use(pg)
    } finally {
      await pg.close()
    }
  }

  test('nothing runs again, whoever applied it and in which layout', { timeout: 300_000 }, async () => {
    await using both = await twoProjects(schema(1))
    const config = join(both.home, 'ours', 'drizzle.config.ts')
    await writeFile(config, (await readFile(config, 'utf8')).replace(`layout: 'v1',`, ''))
    const start = (version: '0.45' | '1.0') => withDatabase(both.home, (pg) => startApplication(pg, both.out, version))
    for (const [count, name] of [
      [1, 'zippy'],
      [2, 'alpha'],
    ] as const) {
      await both.become(schema(count))
      await both.sluice('generate', '--name', name)
    }
    // Two in one second
    const journal = join(both.out, 'meta', '_journal.json')
    const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
    const at = Date.UTC(2026, 1, 2, 3, 4, 5, 678)
    const timed = entries.map((entry: object, i: number) => ({ ...entry, when: at + i }))
    await writeFile(journal, JSON.stringify({ ...rest, entries: timed }, null, 2))
    expect(await start('0.45')).toHaveLength(2)

    await both.sluice('up', '--layout', 'v1')
    expect(await start('1.0')).toMatchObject([
      { name: '20260202030405_0000_zippy' },
      { name: '20260202030405_0001_alpha' },
    ])
    await both.sluice('status', '--check')
    await both.become(schema(3))
    await both.sluice('generate', '--name', 'third')
    expect(await start('1.0')).toHaveLength(3)

    await both.sluice('up', '--layout', 'v0')
    expect(await start('0.45')).toHaveLength(3)
    await both.become(schema(4))
    await both.sluice('generate', '--name', 'fourth')
    expect(await start('0.45')).toHaveLength(4)

    await both.sluice('up', '--layout', 'v1')
    const rows = await start('1.0')
    expect(rows).toHaveLength(4)
    expect(new Set(rows.map((row) => (row as { name: string }).name)).size).toBe(4)
    await both.sluice('status', '--check')
  })

  test('a squashed folder runs once on a new database and not at all where its parts are applied; a restored snapshot is one', {
    timeout: 300_000,
  }, async () => {
    await using both = await twoProjects(schema(1))
    const start = (name?: string) => withDatabase(both.home, (pg) => startApplication(pg, both.out, '1.0'), name)
    for (const count of [1, 2, 3]) {
      await both.become(schema(count))
      await both.sluice('generate', '--no-prove', '--name', `step${count}`)
    }
    expect(await start()).toHaveLength(3)
    const [, second] = await both.tags()
    await both.sluice('squash', '--to', second!)
    expect(await both.tags()).toHaveLength(2)
    expect(await both.kit('check')).toContain("Everything's fine")
    expect(await both.kit('generate')).toContain('No schema changes')
    expect(await start()).toHaveLength(3)
    expect(await start('new')).toMatchObject([{ name: second }, { name: expect.stringMatching(/_step3$/) }])
    await both.sluice('status', '--check')

    const [, third] = await both.tags()
    await rm(join(both.out, third!, 'snapshot.json'))
    await both.sluice('repair', '--apply')
    expect(await both.kit('check')).toContain("Everything's fine")
    expect(await both.kit('generate')).toContain('No schema changes')
  })

  test('a database that was made in the new layout goes back', { timeout: 300_000 }, async () => {
    await using both = await twoProjects(schema(1))
    await both.sluice('generate', '--name', 'first')
    const start = (version: '0.45' | '1.0') => withDatabase(both.home, (pg) => startApplication(pg, both.out, version))
    await both.sluice('up', '--layout', 'v0', '--offline')
    await both.sluice('up', '--layout', 'v1', '--offline')
    expect(await start('1.0')).toHaveLength(1)
    await both.sluice('up', '--layout', 'v0')
    expect(await start('0.45')).toHaveLength(1)
  })
})

/** A copy of a real history, with nothing beside it. */
async function copyOf(history: string) {
  const home = await mkdtemp(join(tmpdir(), 'sluice-there-'))
  const out = join(home, 'drizzle')
  await cp(history, out, { recursive: true })
  await writeFile(join(home, 'drizzle.config.json'), '{ "dialect": "postgresql", "out": "./drizzle" }')
  await writeFile(join(home, 'kit.config.ts'), `export default { dialect: 'postgresql', out: './drizzle' }`)
  if (kit) await symlink(kit.packages, join(home, 'node_modules'))
  return {
    sluice: async (...args: readonly string[]) =>
      (await line.run([...args, '--offline', '--json'], { cwd: home })).json,
    /** What drizzle-kit 1.0 says of the folder. */
    async check() {
      const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' }
      const args = [kit!.bin, 'check', '--config', 'kit.config.ts']
      return (await promisify(execFile)(process.execPath, args, { cwd: home, env })).stdout
    },
    /** SQL and journal, by path. */
    async shared() {
      const paths = (await readdir(out, { recursive: true })).filter((path) =>
        /\.sql$|^meta.*_journal\.json$/.test(path),
      )
      return Promise.all(paths.sort().map(async (path) => [path, await readFile(join(out, path), 'utf8')]))
    },
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  }
}

const projects = corpusProjects('real histories in the layout of drizzle-kit 1.0')

describe.skipIf(projects.length === 0)('a real history', () => {
  test.for(projects)('$name goes there and back, once it is mended', { timeout: 300_000 }, async ({ out }) => {
    await using copy = await copyOf(out)
    let before = await copy.shared()
    let there = await copy.sluice('up', '--layout', 'v1')
    if (!there.ok) {
      expect(there.error).toMatchObject({
        code: 'FOLDER_NOT_CONVERTIBLE',
        hint: expect.stringContaining('sluice repair'),
      })
      expect(await copy.sluice('repair', '--apply')).toMatchObject({ ok: true })
      before = await copy.shared()
      there = await copy.sluice('up', '--layout', 'v1')
    }
    expect(there).toMatchObject({ ok: true, layout: 'v1' })
    if (kit) expect(await copy.check()).toContain("Everything's fine")
    expect(await copy.sluice('up', '--layout', 'v0')).toMatchObject({ ok: true })
    expect(await copy.shared()).toEqual(before)
  })

  test('of an older drizzle-kit 1.0 is brought to the one of today', { timeout: 300_000 }, async () => {
    await using copy = await copyOf(join(corpus, 'motormetrics', 'drizzle'))
    const sql = await copy.shared()
    expect((await copy.sluice('up')).upgraded).toHaveLength(22)
    if (kit) expect(await copy.check()).toContain("Everything's fine")
    expect((await copy.sluice('up')).upgraded).toEqual([])
    expect(await copy.sluice('up', '--layout', 'v0')).toMatchObject({ ok: true })
    expect(await copy.sluice('up', '--layout', 'v1')).toMatchObject({ ok: true })
    expect(await copy.shared()).toEqual(sql)
  })
})
