import { lex, meaning } from '../../postgres/sql/lex.ts'
import { literal } from '../../postgres/sql/quote.ts'
import { actsBefore, commit, script, strings } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TYPE "mood" AS ENUM ('good');
CREATE TABLE "people" ("id" bigint PRIMARY KEY, "mood" "mood");`
const add = `ALTER TYPE "mood" ADD VALUE 'bad'`
const use = `ALTER TABLE "people" ALTER COLUMN "mood" SET DEFAULT 'bad'`

/** 55P04, unless the type is new in the transaction too (manual, ALTER TYPE, Notes). */
export const enumValueUsedAtOnce: Rule = {
  id: 'enum-value-used-at-once',
  area: 'correctness',
  level: 'error',
  fails: true,
  why: 'Postgres refuses a new value of an enum in the transaction that adds it: the migration fails every time.',
  fix: 'Leave BEGIN and COMMIT out: `sluice migrate` commits before the first statement that uses the value. For other tools, use it in the next migration.',
  bad: {
    before,
    migration: script('BEGIN', add, use, 'COMMIT'),
    config: { rules: { 'transaction-control': 'off' } },
  },
  good: { before, migration: script(add, use) },
  check: (statement) => {
    const { refused } = statement.migration.sighting
    // What ran, ran: the value stands in a text, or its type is new.
    if (statement.seen || (refused && (refused.statement !== statement.number || refused.state !== '55P04'))) return []
    const added = actsBefore(statement, 'AlterEnumStmt').filter(({ node }) => node.newVal && !node.oldVal)
    if (added.length === 0) return []
    const texts = new Set([...lex(statement.text)].flatMap((token) => (token.kind === 'text' ? [meaning(token)] : [])))
    const fresh = actsBefore(statement, 'CreateEnumStmt').map(({ node }) => strings(node.typeName).join('.'))
    return added
      .filter(({ node }) => texts.has(node.newVal!) && !fresh.includes(strings(node.typeName).join('.')))
      .map(({ node, by }) => ({
        message: `it uses the value ${literal(node.newVal!)}, which statement ${by} adds in the same transaction`,
        fix: script(commit, statement.text),
      }))
  },
}
