import { storedName } from '../../postgres/implied-name.ts'
import { lex, meaning } from '../../postgres/sql/lex.ts'
import { ident } from '../../postgres/sql/quote.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const long = 'users_that_have_not_confirmed_their_email_address_by_the_end_of_the_month_idx'

/** NAMEDATALEN is 64 (manual 4.1.1). */
export const identifierTooLong: Rule = {
  id: 'identifier-too-long',
  area: 'correctness',
  level: 'warn',
  why: 'Postgres keeps the first 63 bytes of a name and cuts the rest off with a notice: whoever looks for the whole name later does not find it, and two names that begin alike collide.',
  fix: 'Choose a name of at most 63 bytes.',
  bad: { before, migration: `CREATE INDEX CONCURRENTLY "${long}" ON "users" ("email");` },
  good: { before, migration: 'CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");' },
  check({ text }) {
    const seen = new Set<string>()
    return [...lex(text)].flatMap((token) => {
      const { kind, offset } = token
      const name = kind === 'word' || kind === 'name' ? meaning(token) : ''
      const kept = storedName(name)
      if (kept === name || seen.has(name)) return []
      seen.add(name)
      return [
        { message: `${ident(name)} has more than 63 bytes and is kept as ${ident(kept)}`, fix: ident(kept), offset },
      ]
    })
  },
}
