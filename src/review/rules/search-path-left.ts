import { acts, script } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE SCHEMA "billing";'
const create = 'CREATE TABLE "invoices" ("id" bigint PRIMARY KEY);'

export const searchPathLeft: Rule = {
  id: 'search-path-left',
  area: 'correctness',
  level: 'warn',
  why: 'SET holds until the session ends. What runs in it afterwards, the next migration or a request that gets the connection from a pool, looks for its tables elsewhere.',
  fix: 'Say SET LOCAL, which ends with the transaction, or name the schema in front of each table.',
  bad: { before, migration: `SET search_path = "billing";\n${create}` },
  good: { before, migration: `SET LOCAL search_path = "billing";\n${create}` },
  check: (statement) =>
    acts(statement, 'VariableSetStmt').flatMap(({ node, act }) => {
      if (node.name !== 'search_path' || node.is_local || node.kind !== 'VAR_SET_VALUE') return []
      const later = statement.migration.statements.slice(statement.number)
      const back = later.some((one) =>
        acts(one, 'VariableSetStmt').some(
          ({ node }) =>
            node.kind === 'VAR_RESET_ALL' || (node.name === 'search_path' && /RESET|DEFAULT/.test(node.kind ?? '')),
        ),
      )
      if (back) return []
      return [
        {
          message: 'the search path stays so after the migration',
          fix: script(act.text.replace(/^(\s*SET)(?:\s+SESSION)?\b/i, '$1 LOCAL')),
          offset: act.offset,
        },
      ]
    }),
}
