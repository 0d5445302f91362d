import { locks } from '../../dialect/kind.ts'
import { acts, script } from '../acts.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY);'
const add = 'ALTER TABLE "users" ADD COLUMN "age" integer;'
const config = { rules: { 'missing-lock-timeout': 'warn' } } as const

/** Off until a project turns it on: `sluice migrate` sets one for every migration, and tries again. */
export const missingLockTimeout: Rule = {
  id: 'missing-lock-timeout',
  area: 'locks',
  level: 'off',
  why: 'A statement that waits for a strong lock makes everybody wait who comes after it, even those that only read: one long query in its way is enough.',
  fix: 'Set lock_timeout before it, so that it gives up and is tried again. `sluice migrate` does so by itself; turn this rule on where something else applies the migrations.',
  bad: { before, migration: add, config },
  good: { before, migration: `SET lock_timeout = '3s';\n${add}`, config },
  check(statement) {
    if (statement.migration.planned || statement !== firstStrong(statement)) return []
    const isSet = statement.migration.statements
      .slice(0, statement.number - 1)
      .some((one) => acts(one, 'VariableSetStmt').some(({ node }) => node.name === 'lock_timeout'))
    if (isSet) return []
    const message = 'it waits for its lock without a limit, and all who come after it wait too'
    return [{ message, fix: script("SET lock_timeout = '3s'") }]
  },
}

/** The first statement that writers have to wait for. */
const firstStrong = ({ migration: { statements } }: Statement): Statement | undefined =>
  statements.find(({ seen, made }) =>
    Object.entries(seen?.locks ?? {}).some(
      ([table, lock]) => !made.has(table) && locks.indexOf(lock) >= locks.indexOf('share'),
    ),
  )
