import { schemaKey } from '../../postgres/schema.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { acts, isAbsent, strings } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE SCHEMA "billing";'

export const dropSchema: Rule = {
  id: 'drop-schema',
  area: 'loss',
  level: 'error',
  agreeable: true,
  why: 'With CASCADE all tables of the schema and their rows are gone for good. Code that still names the schema fails in either case.',
  fix: 'Drop what is in it by name, so that it can be read what is lost, and say where the schema goes that nobody needs it.',
  bad: { before, migration: 'DROP SCHEMA "billing" CASCADE;' },
  good: { before, migration: '-- sluice:allow drop-schema it is empty since release 41\nDROP SCHEMA "billing";' },
  check: (statement) =>
    acts(statement, 'DropStmt').flatMap(({ node, act }) =>
      node.removeType !== 'OBJECT_SCHEMA'
        ? []
        : strings(node.objects)
            .filter((name) => !isAbsent(statement, node.missing_ok, schemaKey(name)))
            .map((name) => ({
              message: `the schema ${ident(name)}${node.behavior === 'DROP_CASCADE' ? ' and all that is in it' : ''} is gone for good`,
              fix: '-- sluice:allow drop-schema <why nobody needs it any more>',
              offset: act.offset,
            })),
    ),
}
