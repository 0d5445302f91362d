import { sqlType } from './column-type.ts'
import type { Routine } from './function.ts'
import { signature } from './function-text.ts'
import { literal } from './sql/quote.ts'

const letters = { in: 'i', out: 'o', inout: 'b', variadic: 'v', table: 't' } as const

/** A condition in SQL: there is such a routine, with all that CREATE OR REPLACE keeps of one. */
export function routineStands(object: Routine): string {
  const { args, defaults, returns, routine } = object.attrs
  const columns = returns && 'table' in returns ? returns.table : []
  const all = [...args, ...columns.map((one) => ({ ...one, mode: 'table' as const }))]
  const isNamed = all.some(({ name }) => name !== null)
  const isPlain = all.every(({ mode }) => mode === 'in')
  const list = (values: readonly string[]) => `ARRAY[${values.join(', ')}]`
  const conditions = [
    `oid = to_regprocedure(${literal(signature(object))})`,
    `prokind = '${routine === 'function' ? 'f' : 'p'}'`,
    returns &&
      !('table' in returns) &&
      `proretset = ${returns.set} AND prorettype = to_regtype(${literal(sqlType(returns))})`,
    `pronargdefaults = ${defaults.filter((one) => one !== null).length}`,
    `coalesce(proargnames, '{}') = ${list(isNamed ? all.map(({ name }) => literal(name ?? '')) : [])}::text[]`,
    `coalesce(proargmodes, '{}') = ${list(isPlain ? [] : all.map(({ mode }) => literal(letters[mode])))}::"char"[]`,
    !isPlain && `proallargtypes = ${list(all.map((one) => `to_regtype(${literal(sqlType(one))})`))}::oid[]`,
  ]
  return `EXISTS (SELECT FROM pg_proc WHERE ${conditions.filter(Boolean).join(' AND ')})`
}
