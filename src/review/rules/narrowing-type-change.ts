import { columnKey, column as columns } from '../../postgres/column.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { alters, at, only, script, sizeOf, stands } from '../acts.ts'
import { typeAt } from '../column-text.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "code" varchar(50));'
const allow = '-- sluice:allow rewriting-type-change the table has twenty rows\n'

/** Widths, in their order; what is longer, or another type, may not fit. */
const integers = ['smallint', 'integer', 'bigint', 'numeric']

export const narrowingTypeChange: Rule = {
  id: 'narrowing-type-change',
  area: 'loss',
  level: 'warn',
  agreeable: true,
  why: 'Values that do not fit stop the migration, or are cut and rounded without a word: numeric(12,4) to numeric(12,2) rounds, and a cast to varchar(20) with USING cuts.',
  fix: 'Look first for rows that do not fit, and settle what becomes of them.',
  bad: { before, migration: `${allow}ALTER TABLE "users" ALTER COLUMN "code" TYPE varchar(20);` },
  good: { before, migration: 'ALTER TABLE "users" ALTER COLUMN "code" TYPE varchar(100);' },
  check: (statement) =>
    alters(statement, 'AT_AlterColumnType').flatMap(({ table, command, act }) => {
      const name = command.name ?? ''
      const definition = only(command.def, 'ColumnDef')
      const { before, after } = statement.migration
      const typeIn = (schema: typeof before) => {
        const standing = schema?.get(columnKey(table.schema, table.name, name))
        return columns.is(standing) ? String(standing.attrs.type) : undefined
      }
      const [from, to] = [typeIn(before), typeIn(after)]
      if (!from || !to || !stands(statement, table) || !isNarrower(from, to)) return []
      const text = typeAt(act, definition?.typeName?.location)
      return [
        {
          message: `values of ${table.sql}.${ident(name)}${sizeOf(statement, table)} that are ${from} may not fit into ${to}`,
          fix: `-- which rows do not fit:\n${script(`SELECT * FROM ${table.sql} WHERE ${ident(name)}::${text}::${from} IS DISTINCT FROM ${ident(name)}`)}`,
          offset: at(act, definition?.location),
        },
      ]
    }),
}

/** `varchar(50)` to `varchar(20)`, `bigint` to `integer`, `numeric(12,4)` to `numeric(12,2)`, `timestamp` to `date`. */
function isNarrower(from: string, to: string): boolean {
  const [a, b] = [parts(from), parts(to)]
  const [i, j] = [integers.indexOf(a.name), integers.indexOf(b.name)]
  if (i >= 0 && j >= 0 && i !== j) return j < i
  if (/^(?:text|character varying|varchar|character|char)$/.test(a.name) && /char/.test(b.name))
    return b.numbers.length > 0 && (a.numbers[0] ?? Number.POSITIVE_INFINITY) > b.numbers[0]!
  if (a.name === 'numeric' && b.name === 'numeric') {
    const [precision = Number.POSITIVE_INFINITY, scale = 0] = a.numbers
    const [nextPrecision = Number.POSITIVE_INFINITY, nextScale = 0] = b.numbers
    if (b.numbers.length === 0) return false
    return a.numbers.length === 0 || precision - scale > nextPrecision - nextScale || scale > nextScale
  }
  if (/^double|^real/.test(a.name)) return /^(?:real|smallint|integer|bigint)$/.test(b.name) && a.name !== b.name
  return /^timestamp/.test(a.name) && /^(?:date|time)$/.test(b.name)
}

const parts = (type: string) => ({
  name: type.replace(/\(.*?\)/, '').trim(),
  numbers: (/\((.*?)\)/.exec(type)?.[1] ?? '').split(',').filter(Boolean).map(Number),
})
