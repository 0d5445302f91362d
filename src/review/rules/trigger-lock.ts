import { ident } from '../../postgres/sql/quote.ts'
import { acts, locked, named, only, script, stands, strings, type TableName, tableOf } from '../acts.ts'
import type { Act } from '../parse.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY);
CREATE FUNCTION "stamp"() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';`
const create = 'CREATE TRIGGER "users_stamp" BEFORE UPDATE ON "users" FOR EACH ROW EXECUTE FUNCTION "stamp"()'

/** CREATE TRIGGER takes SHARE ROW EXCLUSIVE (manual 13.3.2), DROP TRIGGER ACCESS EXCLUSIVE. */
export const triggerLock: Rule = {
  id: 'trigger-lock',
  area: 'locks',
  level: 'info',
  why: 'Creating a trigger takes a SHARE ROW EXCLUSIVE lock, which writes wait for; dropping one takes ACCESS EXCLUSIVE, which reads wait for too. Both last no time by themselves, but as long as their transaction.',
  fix: 'Let it stand in a transaction of its own, with nothing after it that takes long.',
  bad: { before, migration: script(create, 'SELECT 1') },
  good: { before, migration: script(create) },
  check: (statement) =>
    touched(statement).flatMap(({ table, name, act, verb, who }) => {
      const last = statement.transaction.statements.at(-1) === statement
      const least = verb === 'created' ? 'share-row-exclusive' : 'access-exclusive'
      if (last || !stands(statement, table) || !locked(statement, table, least)) return []
      return [
        {
          message: `the trigger ${ident(name)} is ${verb}, and ${who} of ${table.sql} wait until the transaction ends`,
          fix: `-- sluice:commit\n${script(act.text)}\n-- sluice:commit`,
          offset: act.offset,
        },
      ]
    }),
}

interface Touched {
  readonly table: TableName
  readonly name: string
  readonly act: Act
  readonly verb: 'created' | 'dropped'
  readonly who: string
}

const touched = (statement: Statement): readonly Touched[] => [
  ...acts(statement, 'CreateTrigStmt').map(({ node, act }): Touched => {
    return { table: tableOf(node.relation), name: node.trigname ?? '', act, verb: 'created', who: 'writes' }
  }),
  ...acts(statement, 'DropStmt').flatMap(({ node, act }) =>
    node.removeType !== 'OBJECT_TRIGGER'
      ? []
      : (node.objects ?? []).map((object): Touched => {
          const parts = strings(only(object, 'List')?.items)
          const table = named(parts.at(-3), parts.at(-2))
          return { table, name: parts.at(-1) ?? '', act, verb: 'dropped', who: 'reads and writes' }
        }),
  ),
]
