import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const config = { rules: { 'concurrently-under-drizzle': 'error' } } as const

/** drizzle-orm's migrate() of 0.31 runs all that is due in one transaction (PgDialect.migrate); 25001 from the server. */
export const concurrentlyUnderDrizzle: Rule = {
  id: 'concurrently-under-drizzle',
  area: 'history',
  level: 'off',
  why: 'drizzle-kit migrate and drizzle-orm wrap all migrations that are due in one transaction, where Postgres refuses such a statement: nothing of them is applied. `sluice migrate` runs it outside; turn this rule on where drizzle applies the migrations.',
  fix: 'Apply the migrations with `sluice migrate`, or with migrate() of `sluice/migrator`; or do without CONCURRENTLY, and let writes wait.',
  bad: { before, migration: 'CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");', config },
  good: {
    before,
    migration:
      '-- sluice:allow create-index-without-concurrently drizzle applies it, and the table is small\nCREATE INDEX "users_email_idx" ON "users" ("email");',
    config,
  },
  check: ({ mode }) =>
    mode === 'alone'
      ? [
          {
            message: 'it runs only outside of a transaction, and drizzle’s own migrate() has one around all migrations',
            fix: '-- sluice migrate runs it by itself',
          },
        ]
      : [],
}
