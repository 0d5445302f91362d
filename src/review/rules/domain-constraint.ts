import { ident } from '../../postgres/sql/quote.ts'
import { acts, at, clause, commit, only, script, strings } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE DOMAIN "amount" AS integer;
CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "total" "amount");`
const add = 'ALTER DOMAIN "amount" ADD CONSTRAINT "amount_positive" CHECK (VALUE > 0)'

/** Every column of the domain is read (manual, ALTER DOMAIN, Notes), under SHARE on its table. */
export const domainConstraint: Rule = {
  id: 'domain-constraint',
  area: 'locks',
  level: 'warn',
  why: 'Postgres reads every table that has a column of the domain, and writes to all of them wait until it has read the last one.',
  fix: 'Add the constraint NOT VALID and validate it in a transaction of its own. For NOT NULL: CHECK (VALUE IS NOT NULL).',
  bad: { before, migration: `${add};` },
  good: {
    before,
    migration: script(`${add} NOT VALID`, commit, 'ALTER DOMAIN "amount" VALIDATE CONSTRAINT "amount_positive"'),
  },
  check: (statement) =>
    acts(statement, 'AlterDomainStmt').flatMap(({ node, act }) => {
      const constraint = only(node.def, 'Constraint')
      const adds = node.subtype === 'C' && constraint && !constraint.skip_validation
      if (!adds && node.subtype !== 'O') return []
      const used =
        !statement.seen?.locks || Object.keys(statement.seen.locks).some((table) => !statement.made.has(table))
      if (!used) return []
      const domain = strings(node.typeName)
      const sql = domain.map(ident).join('.')
      const name = ident(constraint?.conname ?? `${domain.at(-1)}_set`)
      const what = adds
        ? clause(act, constraint.location).replace(/^CONSTRAINT\s+(?:"(?:[^"]|"")*"|\S+)\s+/i, '')
        : 'CHECK (VALUE IS NOT NULL)'
      return [
        {
          message: `every table that uses the domain ${sql} is read, and writes to them wait`,
          fix: script(
            `ALTER DOMAIN ${sql} ADD CONSTRAINT ${name} ${what} NOT VALID`,
            commit,
            `ALTER DOMAIN ${sql} VALIDATE CONSTRAINT ${name}`,
          ),
          offset: constraint ? at(act, constraint.location) : act.offset,
        },
      ]
    }),
}
