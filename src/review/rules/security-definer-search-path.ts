import { routine } from '../../postgres/function.ts'
import { signature, word } from '../../postgres/function-text.ts'
import { acts, all, named, only, script, strings, type TableName } from '../acts.ts'
import type { Act, Node, NodeOf } from '../parse.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const create = (set: string) =>
  `CREATE FUNCTION "is_admin"() RETURNS boolean LANGUAGE sql SECURITY DEFINER${set} AS 'SELECT true';`

/** Manual, CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely"; Supabase's linter: 0011_function_search_path_mutable. */
export const securityDefinerSearchPath: Rule = {
  id: 'security-definer-search-path',
  area: 'rls',
  level: 'warn',
  why: "The function runs with its owner's rights and looks names up along its caller's search path: whoever calls it can put a table or an operator of their own in front, and run what they like with those rights.",
  fix: 'Fix the search path at the function, best as an empty one, and write all names with their schema.',
  bad: { before: '', migration: create('') },
  good: { before: '', migration: create(" SET search_path = ''") },
  check: (statement) =>
    definers(statement).flatMap(({ name, act }) => {
      const { after } = statement.migration
      const open = [...(after ?? [])]
        .filter(routine.is)
        .filter(({ id }) => id.schema === name.schema && id.name === name.name)
        .filter(({ attrs }) => attrs.security === 'definer' && !('search_path' in attrs.set))
      // Where the state is not known, one of that name is all that the text tells.
      const called = after ? open.map((one) => `${word(one)} ${signature(one)}`) : [`FUNCTION ${name.sql}`]
      return called.map((one) => ({
        message: `${name.sql} runs with its owner's rights along its caller's search path`,
        fix: script(`ALTER ${one} SET search_path = ''`),
        offset: act.offset,
      }))
    }),
}

interface Definer {
  readonly name: TableName
  readonly act: Act
}

const nameOf = (parts: readonly string[]): TableName => named(parts.at(-2), parts.at(-1))

/** The functions that a statement gives the rights of their owner, without saying along which path they look. */
const definers = (statement: Statement): readonly Definer[] => [
  ...acts(statement, 'CreateFunctionStmt').flatMap(({ node, act }) =>
    definer(nameOf(strings(node.funcname)), node.options, act),
  ),
  ...acts(statement, 'AlterFunctionStmt').flatMap(({ node, act }) =>
    definer(nameOf(strings(node.func?.objname)), node.actions, act),
  ),
]

function definer(name: TableName, options: readonly Node[] | undefined, act: Act): readonly Definer[] {
  const said = all(options, 'DefElem')
  const isDefiner = said.some(({ defname, arg }) => defname === 'security' && only(arg, 'Boolean')?.boolval)
  return isDefiner && !said.some(setsPath) ? [{ name, act }] : []
}

const setsPath = ({ defname, arg }: NodeOf<'DefElem'>): boolean =>
  defname === 'set' && only(arg, 'VariableSetStmt')?.name === 'search_path'
