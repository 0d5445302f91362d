import { acts, at, script, strings } from '../acts.ts'
import { type Act, type NodeOf, offsetOf } from '../parse.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "owner" text);
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;`
const create = (value: string) => `CREATE POLICY "own" ON "notes" FOR SELECT USING ("owner" = ${value});`

/** As Supabase's linter has it (0003_auth_rls_initplan); a SELECT without FROM is an InitPlan, which runs once. */
export const authFunctionPerRow: Rule = {
  id: 'auth-function-per-row',
  area: 'rls',
  level: 'warn',
  why: 'The function is called anew for every row that a query looks at, though it says the same for all of them. In a SELECT of its own it is called once.',
  fix: 'Write (SELECT auth.uid()) in place of auth.uid().',
  bad: { before, migration: create("current_setting('app.user')") },
  good: { before, migration: create("(SELECT current_setting('app.user'))") },
  check: (statement) =>
    [...acts(statement, 'CreatePolicyStmt'), ...acts(statement, 'AlterPolicyStmt')].flatMap(({ node, act }) => {
      const calls = [...callsIn(node.qual), ...callsIn(node.with_check)].map((call) => place(act, call))
      const [first] = calls
      if (!first) return []
      const names = [...new Set(calls.map(({ start, end }) => act.text.slice(start, end)))]
      return [
        {
          message: `${names.join(', ')} is called for every row`,
          fix: script(wrapped(act.text, calls)),
          offset: at(act, first.location),
        },
      ]
    }),
}

type Call = NodeOf<'FuncCall'>

/** The calls that each row makes of functions that say who asks. */
function callsIn(tree: unknown): readonly Call[] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([name, inner]) => {
    if (name === 'SelectStmt' && !(inner as NodeOf<'SelectStmt'>).fromClause) return []
    if (name !== 'FuncCall') return callsIn(inner)
    const call = inner as Call
    const [schema, called] = [strings(call.funcname).at(-2), strings(call.funcname).at(-1)]
    return schema === 'auth' || called === 'current_setting' ? [call] : callsIn(inner)
  })
}

interface Place {
  readonly location: number | undefined
  /** In the text of the act: UTF-16 code units. */
  readonly start: number
  readonly end: number
}

function place({ text }: Act, { location }: Call): Place {
  const start = offsetOf(text, location)
  let end = text.indexOf('(', start)
  let depth = 0
  do {
    if (text[end] === "'") end = text.indexOf("'", end + 1)
    depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
    end++
  } while (depth > 0 && end > 0 && end < text.length)
  return { location, start, end }
}

const wrapped = (text: string, calls: readonly Place[]): string =>
  calls
    .toSorted((a, b) => b.start - a.start)
    .reduce((sql, { start, end }) => `${sql.slice(0, start)}(SELECT ${sql.slice(start, end)})${sql.slice(end)}`, text)
