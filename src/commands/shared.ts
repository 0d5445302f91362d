import type { Dialect } from '../dialect/dialect.ts'
import type { Answers } from '../diff/answers.ts'
import { diff } from '../diff/diff.ts'
import { letGo } from '../diff/let-go.ts'
import type { Config } from '../drizzle/config.ts'
import { isManagedRole } from '../drizzle/roles.ts'
import { plan } from '../plan/plan.ts'
import { keyOf, nameOf, type Obj, type Pair } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'

/** The old state without the roles that are no longer declared, where the config does not let us drop them; each with a warning. */
export function withoutUnmanaged(
  pair: Pair<Schema>,
  dialect: Dialect,
  { rename }: Answers,
  { entities }: Config,
  { warn }: Context,
): Schema {
  const from = letGo(pair, dialect, rename, (object) => !isManagedRole(nameOf(keyOf(object)), entities))
  for (const object of pair.from.without(from))
    warn(
      `${object.kind} ${nameOf(keyOf(object))} is declared no longer and stays: all databases of a server share it, so it is dropped only where the config says entities: { roles: true }`,
    )
  return from
}

/** The old state without the shared objects that a migration, though it declares them no longer, does not drop. */
export const withoutKept = (pair: Pair<Schema>, dialect: Dialect, { rename }: Answers, sql: string): Schema =>
  letGo(pair, dialect, rename, (object) => !dropOf(object, dialect).every((statement) => sql.includes(statement)))

function dropOf(object: Obj, dialect: Dialect): readonly string[] {
  const pair = { from: new Schema([...dialect.empty, object]), to: dialect.empty }
  return plan(pair, diff(pair, dialect), dialect).steps.map(({ sql }) => sql)
}
