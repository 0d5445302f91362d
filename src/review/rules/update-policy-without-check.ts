import { lex } from '../../postgres/sql/lex.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { acts, script, tableOf } from '../acts.ts'
import type { Act } from '../parse.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;`
const create = 'CREATE POLICY "notes_update" ON "notes" FOR UPDATE USING ("owner" = current_user)'

/** Contrary to what is often said the new row is not unchecked: USING holds for it too (manual, CREATE POLICY). */
export const updatePolicyWithoutCheck: Rule = {
  id: 'update-policy-without-check',
  area: 'rls',
  level: 'info',
  why: 'A policy for UPDATE without WITH CHECK holds USING against the new row too. Who reads it cannot tell whether that was meant, and a change that leads out of the condition, such as closing what only open ones may be changed of, fails.',
  fix: 'Say in WITH CHECK what a row may become, even where that is the same.',
  bad: { before, migration: `${create};` },
  good: { before, migration: `${create} WITH CHECK ("owner" = current_user);` },
  check: (statement) =>
    acts(statement, 'CreatePolicyStmt').flatMap(({ node, act }) => {
      if (node.cmd_name !== 'update' || node.with_check || !node.qual) return []
      const [name, table] = [ident(node.policy_name ?? ''), tableOf(node.table)]
      return [
        {
          message: `the policy ${name} of ${table.sql} does not say what a row may become: what USING says holds for that too`,
          fix: script(`${act.text} WITH CHECK (${condition(act)})`),
          offset: act.offset,
        },
      ]
    }),
}

/** What stands in the brackets of USING. */
function condition({ text }: Act): string {
  const tokens = [...lex(text)].filter(({ kind }) => kind !== 'comment')
  const using = tokens.findIndex(({ kind, text }) => kind === 'word' && /^using$/i.test(text))
  return text.slice(tokens[using + 1]!.offset + 1, tokens.at(-1)!.offset).trim()
}
