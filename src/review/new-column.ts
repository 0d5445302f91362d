import { addedColumns, all, only, strings, type TableName } from './acts.ts'
import type { Node } from './parse.ts'
import type { Statement } from './statement.ts'

/** What a condition says of rows that were there before their column: null where that cannot be told. */
type Truth = boolean | null

/**
 * Does no row that was there before meet a condition, because of what the migration's new columns hold in it? A column
 * without a default holds null, one with a constant that constant (manual, ALTER TABLE, ADD COLUMN).
 */
export function isMetByNone(condition: Node | undefined, table: TableName, statement: Statement): boolean {
  const values = new Map<string, Value>()
  for (const one of statement.migration.statements.slice(0, statement.number - 1))
    for (const { table: of, column, constraints } of addedColumns(one)) {
      if (of.id !== table.id) continue
      const given = constraints.find(({ contype }) => /^CONSTR_(?:DEFAULT|IDENTITY|GENERATED)$/.test(contype ?? ''))
      const value = given ? constantOf(given.raw_expr) : null
      if (value !== undefined) values.set(column.colname ?? '', value)
    }
  return values.size > 0 && holds(condition, values) === false
}

/** A constant as text; null is SQL's NULL. */
type Value = string | null

function constantOf(node: Node | undefined): Value | undefined {
  const constant = only(node, 'A_Const')
  if (!constant) return undefined
  const { isnull, boolval, ival, sval, fval } = constant
  if (isnull) return null
  return boolval ? String(boolval.boolval ?? false) : ival ? String(ival.ival ?? 0) : (sval?.sval ?? fval?.fval)
}

/** Whether the condition holds. Of what is neither, such as a comparison with null, only that it does not hold matters. */
function holds(node: Node | undefined, values: ReadonlyMap<string, Value>): Truth {
  const worth = (of: Node | undefined): Value | undefined => {
    const name = strings(only(of, 'ColumnRef')?.fields).at(-1)
    return name === undefined ? constantOf(of) : values.get(name)
  }
  const logic = only(node, 'BoolExpr')
  if (logic) {
    const parts = (logic.args ?? []).map((one) => holds(one, values))
    if (logic.boolop === 'AND_EXPR') return parts.includes(false) ? false : parts.includes(null) ? null : true
    if (logic.boolop === 'OR_EXPR') return parts.includes(true) ? true : parts.includes(null) ? null : false
    // NOT of what is unknown is unknown too, and of null no rule here can tell.
    const value = worth(logic.args?.[0])
    return value === undefined ? null : value === 'false'
  }
  const test = only(node, 'NullTest')
  if (test) {
    const value = worth(test.arg)
    return value === undefined ? null : (value === null) === (test.nulltesttype === 'IS_NULL')
  }
  const comparison = only(node, 'A_Expr')
  if (comparison?.kind === 'AEXPR_OP' && all(comparison.name, 'String')[0]?.sval === '=') {
    const [left, right] = [worth(comparison.lexpr), worth(comparison.rexpr)]
    return left === undefined || right === undefined ? null : left !== null && left === right
  }
  const value = only(node, 'ColumnRef') && worth(node)
  return value === undefined ? null : value === 'true'
}
