import { columnKey } from '../../postgres/column.ts'
import { routine } from '../../postgres/function.ts'
import { signature, word } from '../../postgres/function-text.ts'
import { dotted, ident } from '../../postgres/sql/quote.ts'
import { key } from '../../schema/object.ts'
import { acts, alters, listed } from '../acts.ts'
import { oneLine } from '../report/report.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY, "phone" text);
CREATE FUNCTION "phone_of"(bigint) RETURNS text LANGUAGE sql AS 'select "phone" from "users" where "id" = $1';`
const drop =
  '-- sluice:allow drop-column no code has read it since release 41\nALTER TABLE "users" DROP COLUMN "phone";'
const table = '-- sluice:allow drop-table nobody reads it\nDROP TABLE "users";'

/** The body of such a function is a string to Postgres: it lets go of what the body names. */
export const dropUsedByFunction: Rule = {
  id: 'drop-used-by-function',
  area: 'loss',
  level: 'error',
  why: 'A function whose body is a string still names what is dropped. Postgres does not look into it, so the drop succeeds, and the function fails when it is called next.',
  fix: 'Replace or drop the function in the same migration, before the drop.',
  bad: { before, migration: table },
  good: { before, migration: `DROP FUNCTION "phone_of"(bigint);\n${drop}` },
  check: (statement) => {
    const { after } = statement.migration
    const dropped = [
      ...acts(statement, 'DropStmt').flatMap(({ node, act }) =>
        /^OBJECT_(?:TABLE|VIEW|MATVIEW|SEQUENCE)$/.test(node.removeType ?? '')
          ? (node.objects ?? []).map((object) => {
              const { schema, name, sql } = listed(object)
              return { needs: [name], what: sql, act, key: key('table', schema, name) }
            })
          : [],
      ),
      ...alters(statement, 'AT_DropColumn').map(({ table, command, act }) => {
        const name = command.name ?? ''
        const column = columnKey(table.schema, table.name, name)
        return { needs: [table.name, name], what: `${table.sql}.${ident(name)}`, act, key: column }
      }),
    ]
    // What comes again further down is there when the function is called.
    const lost = dropped.filter((one) => !after?.has(one.key))
    const functions = lost.length === 0 || !after ? [] : [...after].filter(routine.is)
    return lost.flatMap(({ needs, what, act }) =>
      functions
        .filter(({ attrs }) => attrs.body !== null && needs.every((name) => names(attrs.body!, name)))
        .map((object) => {
          const called = dotted(object.id.schema, object.id.name)
          return {
            message: `the function ${called} still names ${what}, and fails when it is called`,
            fix: `DROP ${word(object)} ${signature(object)}; -- or CREATE OR REPLACE it without ${oneLine(what)}`,
            offset: act.offset,
          }
        }),
    )
  },
}

const names = (body: string, name: string): boolean =>
  new RegExp(`(?<![\\w$])${name.replaceAll('"', '""').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w$])`).test(body)
