/**
 * The main job, as a person would type it, on a copy of examples/tenants: `npm run demo`. Every command's exit status is
 * checked, so a demo that runs to its end shows what it says. `--transcript` prints it as the README holds it.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const root = join(import.meta.dirname, '..')
const folder = join(mkdtempSync(join(tmpdir(), 'sluice-demo-')), 'tenants')
const transcript = process.argv.includes('--transcript')

/** Without what differs from run to run. */
const steady = (text: string) =>
  stripVTControlCharacters(text)
    .replaceAll(`${folder}/`, '')
    .replace(/\b\d+(\.\d+)? (ms|s)\b/g, '… s')

function show(text: string): void {
  process.stdout.write(transcript ? steady(text) : text)
}

function say(text: string): void {
  show(`\n# ${text}\n`)
}

function type(command: string, status: number): void {
  show(`$ ${command}\n`)
  const [program, ...args] = command.match(/'[^']*'|\S+/g)!.map((word) => word.replaceAll("'", ''))
  const [file, rest] =
    program === 'npx' ? [process.execPath, [join(root, 'dist/bin.js'), ...args.slice(1)]] : [program!, args]
  const env = { ...process.env, NODE_ENV: '', DATABASE_URL: '' }
  // One pipe for both, so that the lines stand in the order in which a terminal shows them.
  const both = ['-c', 'exec "$0" "$@" 2>&1', file, ...rest]
  const { stdout, status: got } = spawnSync('sh', both, { cwd: folder, env, encoding: 'utf8' })
  show(stdout)
  if (got !== status) throw new Error(`${command} ended with ${got}, expected ${status}`)
}

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, 'src/schema', file)
  const text = readFileSync(path, 'utf8')
  const edited = text.replace(from, to)
  if (edited === text) throw new Error(`nothing to edit in ${file}`)
  writeFileSync(path, edited)
}

function add(file: string, text: string): void {
  writeFileSync(join(folder, file), text)
}

try {
  cpSync(join(root, 'examples/tenants'), folder, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=demo', '-c', 'user.email=demo@example.com', ...args], {
      cwd: folder,
      stdio: 'ignore',
    })
  add('.gitignore', 'node_modules\n')
  git('init', '-q')
  const commit = () => {
    git('add', '-A')
    git('commit', '-qm', 'demo')
  }
  commit()

  say('Adopt: a project of drizzle-kit, its four migrations, and a database that has none of them.')
  type('npx sluice generate', 0)
  type('npx sluice migrate', 0)

  say('Add a table: comments.ts, exported from the index.')
  add(
    'src/schema/comments.ts',
    `import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { baseColumns, tenantColumns, tenantPolicies } from './base'
import { researchPlans } from './research'

export const comments = pgTable(
  'comments',
  {
    ...baseColumns,
    ...tenantColumns,
    planId: uuid().notNull().references(() => researchPlans.id, { onDelete: 'cascade' }),
    body: text().notNull(),
  },
  (t) => [...tenantPolicies('comments', t.organizationId)],
)
`,
  )
  edit('index.ts', /^/, "export * from './comments'\n")
  type('npx sluice generate --name comments', 0)

  say('Rename a column: question becomes brief. Nobody guesses.')
  edit('research.ts', 'question: text()', 'brief: text()')
  type('npx sluice generate --name brief', 2)
  type('npx sluice generate --name brief --rename research_plans.question=brief', 0)

  say('Drop a column: the values would be gone, so it is refused.')
  edit('research.ts', /^ +keywords: .*\n/m, '')
  type('npx sluice generate --name no_keywords', 2)
  edit(
    'research.ts',
    /^( +)budgetUsd: /m,
    "$1keywords: text().array().notNull().default(sql`'{}'::text[]`),\n$1budgetUsd: ",
  )

  say('Rows by hand: a migration of your own.')
  type('npx sluice generate --custom --name first_customer', 0)
  add(
    'drizzle/0006_first_customer.sql',
    `INSERT INTO organization (id, name, slug, created_at) VALUES ('acme', 'Acme', 'acme', now());
INSERT INTO research_plans (organization_id, title, brief) VALUES ('acme', 'Bridges', 'Which bridges need repair?');
`,
  )
  type('npx sluice prove', 0)
  type('npx sluice migrate', 0)
  commit()

  say('A change that only some rows break: every plan needs a budget from now on.')
  edit(
    'research.ts',
    'budgetUsd: numeric({ precision: 10, scale: 2 })',
    'budgetUsd: numeric({ precision: 10, scale: 2 }).notNull()',
  )
  type('npx sluice generate --name budget', 0)
  type('npx sluice migrate', 1)

  say('Say what the old rows shall have, and write it again.')
  type('git checkout -q -- drizzle', 0)
  type('git clean -fdq drizzle', 0)
  type("npx sluice generate --name budget --backfill 'research_plans.budget_usd=100'", 0)
  type('npx sluice migrate', 0)
  type('npx sluice status', 0)
} finally {
  rmSync(join(folder, '..'), { recursive: true, force: true })
}
