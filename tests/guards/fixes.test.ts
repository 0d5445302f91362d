import { expect, test } from 'vitest'
import { postgres } from '../../src/postgres/postgres.ts'
import { lex, meaning, type Token } from '../../src/postgres/sql/lex.ts'
import { ident } from '../../src/postgres/sql/quote.ts'
import type { Example, Finding, Rule } from '../../src/review/rule.ts'
import { rules } from '../../src/review/rules/index.ts'
import { embedded } from '../harness/embedded.ts'
import { reviewed } from '../harness/review.ts'

const database = embedded()

/** Where a fix goes that does not take the place of the statement: before it, or behind the migration. */
const beside: Readonly<Record<string, 'before' | 'behind'>> = {
  'drop-used-by-function': 'before',
  'missing-lock-timeout': 'before',
  'policy-without-rls': 'before',
  'foreign-key-without-index': 'behind',
  'missing-grant': 'behind',
  'naming-convention': 'behind',
  'redundant-index': 'behind',
  'security-definer-search-path': 'behind',
  'several-permissive-policies': 'behind',
  'table-without-primary-key': 'behind',
  'table-without-rls': 'behind',
  'tenant-without-policies': 'behind',
}

/** What finds the rows that are in the way, and mends nothing by itself. */
const looks = ['narrowing-type-change', 'unique-over-rows']

/** A definition of a column in place of another, by the name that both begin with; a name in place of another. */
const columns = [
  'char-type',
  'json-instead-of-jsonb',
  'serial-instead-of-identity',
  'small-key',
  'timestamp-without-time-zone',
  'varchar-limit',
]
const names = ['identifier-too-long', 'name-collision']

/** What has a place to be filled in, or is said in words: there is no SQL that would be right for everybody. */
const words = [
  'add-required-column-without-default',
  'add-stored-generated-column',
  'allow-without-reason',
  'attach-partition-without-check',
  'does-not-run',
  'drop-column',
  'drop-constraint',
  'drop-not-null',
  'drop-schema',
  'drop-table',
  'enum-value-removed',
  'exclusion-constraint',
  'insert-policy-without-check',
  'missing-object',
  'policy-using-true',
  'rls-without-policy',
  'set-logged',
  'syntax-error',
  'table-rewrite',
  'transaction-control',
  'truncate',
  'unused-allow',
  'update-without-where',
]

const isInWords = (fix: string): boolean =>
  /<[^>]*[a-z][^>]*>/.test(fix) || fix.split('\n').every((line) => line.startsWith('--')) || /^Take/.test(fix)

const mended = rules.filter(({ id, area }) => area !== 'history' && !words.includes(id))

test('what is said in words is on the list', async () => {
  const found: string[] = []
  for (const { id, bad } of rules.filter(({ area }) => area !== 'history')) {
    await database.empty()
    const { findings } = await reviewed(database.connection, bad)
    if (findings.every(({ fix }) => isInWords(fix))) found.push(id)
  }
  expect(found).toEqual(words)
})

test.for(mended)('the fix of $id runs, and nothing is found any more', async ({ id, bad }: Rule) => {
  expect(await leftOf(id, bad)).toEqual([])
})

test.for(mended)('the fix of $id quotes every name', async ({ id, bad }: Rule) => {
  expect(await leftOf(id, hostile(bad))).toEqual([])
})

/** What is still found of a rule, and of SQL that does not run, where its fix has been written into an example. */
async function leftOf(id: string, example: Example): Promise<readonly string[]> {
  const { findings } = await reviewed(database.connection, example)
  await database.empty()
  const migration = withFix(id, example.migration, findings.find(({ rule }) => rule === id)!)
  const again = await reviewed(database.connection, { ...example, migration })
  expect(again.findings.every(({ evidence }) => evidence.by === 'observation')).toBe(true)
  const wrong = ['syntax-error', 'missing-object', 'does-not-run', ...(looks.includes(id) ? [] : [id])]
  return again.findings.filter(({ rule }) => wrong.includes(rule)).map(({ rule, message }) => `${rule}: ${message}`)
}

/** At the front of each name: what would end a name, a clause or a line, what replaces, and what takes more than a byte. */
const trap = '" ADD USING ( NOT NULL,é$&;--'

/** An example in which every name that stands in quotes is one that only quotes can write, in bodies too. */
function hostile({ before, migration, config = {}, ...rest }: Example): Example {
  const { tenant, ...others } = config
  const asTenant = tenant && { tenant: { column: trap + tenant.column, role: trap + tenant.role } }
  return { ...rest, before: trapped(before), migration: trapped(migration), config: { ...others, ...asTenant } }
}

function trapped(sql: string): string {
  const edit = ({ kind, text }: Token) => {
    if (kind === 'name') return ident(trap + meaning({ kind, text, offset: 0 }))
    const [, open = '', body = '', close = ''] = /^(\$\w*\$|')(.*)(\1)$/s.exec(text) ?? []
    return kind === 'text' && body.includes('"') ? open + trapped(body) + close : text
  }
  return [...lex(sql)].reduceRight(
    (text, token) => text.slice(0, token.offset) + edit(token) + text.slice(token.offset + token.text.length),
    sql,
  )
}

/** The migration as somebody would write it who does what the finding says. */
function withFix(id: string, migration: string, { fix, line, column, statement }: Finding): string {
  const pieces = postgres.split(migration)
  const { text, offset } = pieces[statement! - 1]!
  const own = (with_: string) => migration.slice(0, offset) + with_ + migration.slice(offset + text.length)
  if (beside[id] === 'behind') return `${migration}\n${fix}`
  if (beside[id] === 'before') return own(`${fix}\n${text}`)
  const place =
    migration
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length +
    (line > 1 ? 1 : 0) +
    column -
    1
  if (names.includes(id)) {
    const [name] = lex(migration.slice(place))
    return migration.slice(0, place) + fix + migration.slice(place + name!.text.length)
  }
  if (columns.includes(id)) {
    const start = migration.lastIndexOf([...lex(fix)][0]!.text, place)
    return (
      migration.slice(0, start) + fix + migration.slice(start).replace(/^(?:"(?:[^"]|"")*"|[^",;()]|\([^)]*\))*/, '')
    )
  }
  // Of two statements it makes one.
  const first = id === 'alters-that-could-be-one' ? pieces[statement! - 2]!.offset : offset
  return migration.slice(0, first) + fix + migration.slice(offset + text.length).replace(/^;/, '')
}
