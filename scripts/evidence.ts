/**
 * What statements lock, rewrite and read, seen on real servers of every major version: `npm run evidence` writes
 * docs/evidence.md. `-- --majors 16` looks at some, and prints instead.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '../src/postgres/server/connect.ts'
import { serverVersions } from '../src/postgres/server/server-package.ts'
import { startServer } from '../tests/harness/server.ts'
import { installServer } from '../tests/harness/server-package.ts'
import { type Claim, claims } from './evidence/claims.ts'
import { observe, type Seen } from './evidence/observe.ts'

const { values } = parseArgs({ options: { majors: { type: 'string' } } })
const majors = values.majors?.split(',') ?? Object.keys(serverVersions).sort()

/** What was seen, by claim and major version; null where the version does not take the statement. */
const seen = new Map<Claim, Map<string, Seen | null>>()
for (const claim of Object.values(claims).flat()) seen.set(claim, new Map())
for (const major of majors) {
  await installServer(major)
  const server = await startServer([], major)
  try {
    const url = await server.createDatabase()
    const [connection, watcher] = [await connect(url), await connect(url)]
    for (const [claim, byMajor] of seen)
      byMajor.set(major, Number(major) < (claim.since ?? 0) ? null : await observe(connection, watcher, claim))
    await connection.close()
    await watcher.close()
  } finally {
    await server.stop()
  }
}

/** `share-row-exclusive on orders and users, reads orders` */
function cell(one: Seen | null): string {
  if (one === null) return '–'
  const byLock = new Map<string, string[]>()
  for (const [table, lock] of Object.entries(one.locks).sort())
    byLock.set(lock, [...(byLock.get(lock) ?? []), plain(table)])
  const locks = [...byLock]
    .filter(([lock]) => lock !== 'access-share')
    .map(([lock, tables]) => `${lock} on ${tables.join(', ')}`)
  const rewrote = one.rewrote.length > 0 ? ['**rewrites**'] : []
  const scanned =
    one.rewrote.length === 0 && one.scanned.length > 0 ? [`reads ${one.scanned.map(plain).join(', ')}`] : []
  return [...locks, ...rewrote, ...scanned].join('; ') || 'nothing'
}

const plain = (table: string): string => table.replace(/^public\./, '')

/** Where what is commonly said is not what was seen on any of the servers. */
function contradiction({ statement, said }: Claim, byMajor: ReadonlyMap<string, Seen | null>): string | undefined {
  const all = [...byMajor.values()].filter((one) => one !== null)
  if (!said || all.length === 0) return undefined
  const { says, rewrites, scans, lock } = said
  const wrong = all.every(
    (one) =>
      (rewrites !== undefined && one.rewrote.length > 0 !== rewrites) ||
      (scans !== undefined && one.scanned.length > 0 !== scans) ||
      (lock !== undefined && !Object.values(one.locks).includes(lock)),
  )
  return wrong ? `- \`${statement}\`: it is said that ${says}. Seen: ${cell(all.at(-1)!)}.` : undefined
}

/** One cell for versions that agree. */
function cells(byMajor: ReadonlyMap<string, Seen | null>): readonly string[] {
  return majors.map((major) => cell(byMajor.get(major) ?? null))
}

const sections = Object.entries(claims).map(([title, list]) => {
  const rows = list.map((claim) => {
    const each = cells(seen.get(claim)!)
    const known = each.filter((one) => one !== '–')
    const same = new Set(known).size === 1
    const shown = same
      ? [known.length === majors.length ? 'all' : `from ${claim.since}`, known[0]!]
      : ['differs', majors.map((major, i) => `${major}: ${each[i]}`).join('<br>')]
    return `| \`${claim.statement.replaceAll('|', '\\|')}\` | ${shown.join(' | ')} |`
  })
  return `## ${title}\n\n| statement | versions | what it did |\n|---|---|---|\n${rows.join('\n')}\n`
})
const contradicted = [...seen].flatMap(([claim, byMajor]) => contradiction(claim, byMajor) ?? [])

const page = `# Evidence

Written by \`npm run evidence\`, which runs every statement on Postgres ${majors.join(', ')} with tables of 1,000 rows, and looks at
\`pg_locks\`, at the file of each table before and after (another one: the table was rewritten), and at how many times all of its rows were
read. The rules of \`sluice review\` claim nothing else.

The lock is the strongest that the statement takes on each table that was there before it; ACCESS SHARE, which keeps only ACCESS EXCLUSIVE out, is left
out. ACCESS EXCLUSIVE keeps out reads and writes, SHARE and SHARE ROW EXCLUSIVE writes, SHARE UPDATE EXCLUSIVE neither. It is held until the transaction
ends. Of a statement that refuses a transaction it is the first one that it asks for, read while another session is in its way.

## Where it is not as commonly said

${contradicted.join('\n')}

${sections.join('\n')}`

if (values.majors === undefined) writeFileSync(join(import.meta.dirname, '..', 'docs', 'evidence.md'), page)
else process.stdout.write(page)
