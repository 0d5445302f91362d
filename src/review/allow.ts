import { place } from '../dialect/place.ts'
import { lex, type Token } from '../postgres/sql/lex.ts'
import type { Rule } from './rule.ts'
import type { Reviewed, Statement } from './statement.ts'

/** A finding that somebody has silenced where it stands. */
export interface Allowed {
  readonly rule: string
  readonly reason: string
  /** The statement that it speaks of: the one that it stands before, in or behind; null in a file that has none. */
  readonly statement: Statement | null
  readonly line: number
  readonly column: number
}

const mark = /^(?:--|\/\*)\s*sluice:allow(?:\s+([\w-]+)[ \t]*:?[ \t]*(.*?))?\s*(?:\*\/)?$/s

/** The `-- sluice:allow <rule> <reason>` of a migration. Behind a statement means on the line that it ends in. */
export function allowedIn({ sql, statements }: Pick<Reviewed, 'sql' | 'statements'>): readonly Allowed[] {
  if (!sql.includes('sluice:allow')) return []
  return commentsIn(sql, statements).flatMap(({ text, offset }) => {
    const found = mark.exec(text)
    if (!found) return []
    const before = statements.findLast((one) => one.offset < offset)
    const behind = before && !sql.slice(before.offset + before.text.length, offset).includes('\n')
    const statement = (behind ? before : (statements.find((one) => one.offset > offset) ?? before)) ?? null
    return [{ rule: found[1] ?? '', reason: found[2] ?? '', statement, ...place(sql, offset) }]
  })
}

/** The comments of a migration, and those in its DO blocks: there their statements stand. */
function commentsIn(sql: string, statements: Reviewed['statements']): readonly Pick<Token, 'text' | 'offset'>[] {
  const blocks = statements.filter(({ acts }) => acts.some(({ node }) => 'DoStmt' in node))
  return [...lex(sql)].flatMap(({ kind, text, offset }) => {
    if (kind === 'comment') return [{ text, offset }]
    const isBody =
      text.startsWith('$') && blocks.some((one) => offset > one.offset && offset < one.offset + one.text.length)
    if (kind !== 'text' || !isBody) return []
    const start = text.indexOf('$', 1) + 1
    const inner = lex(text.slice(start, -start))
    return Array.from(inner).flatMap((one) =>
      one.kind === 'comment' ? [{ text: one.text, offset: offset + start + one.offset }] : [],
    )
  })
}

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const index = 'CREATE INDEX "users_email_idx" ON "users" ("email");'

/** Of a comment that silences nothing: the engine itself looks for them, once all rules have spoken. */
export const unusedAllow: Rule = {
  id: 'unused-allow',
  area: 'correctness',
  level: 'warn',
  why: 'The comment silences a finding that is not there, and would silence it unread if it came back.',
  fix: 'Take the comment away, or correct the id in it.',
  bad: {
    before,
    migration: `-- sluice:allow drop-table nobody reads it\n${index.replace('INDEX', 'INDEX CONCURRENTLY')}`,
  },
  good: {
    before,
    migration: `-- sluice:allow create-index-without-concurrently the table has twenty rows\n${index}`,
  },
}

/** Of a comment that does not say why. */
export const allowWithoutReason: Rule = {
  id: 'allow-without-reason',
  area: 'correctness',
  level: 'warn',
  why: 'Whoever reads the migration next cannot tell whether the reason still holds.',
  fix: 'Say behind the id why it does no harm here.',
  bad: { before, migration: `-- sluice:allow create-index-without-concurrently\n${index}` },
  good: {
    before,
    migration: `-- sluice:allow create-index-without-concurrently the table has twenty rows\n${index}`,
  },
}
