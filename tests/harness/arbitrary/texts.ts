import fc from 'fast-check'
import { check } from '../../../src/postgres/check.ts'
import type { Column } from '../../../src/postgres/column.ts'
import { composite } from '../../../src/postgres/composite.ts'
import { enumType } from '../../../src/postgres/enum.ts'
import { type IndexPart, index } from '../../../src/postgres/index.ts'
import { policy } from '../../../src/postgres/policy.ts'
import { range } from '../../../src/postgres/range.ts'
import { ident, literal, sqlName } from '../../../src/postgres/sql/quote.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { hasExtension } from './extensions.ts'
import { columnNames, labels, tableNames } from './names.ts'
import { columnsOf, holdsKey, isOrdered, nameFor, part, pick, tableNamed, typeOf } from './part.ts'
import { typeNamed } from './types.ts'

const someTable = fc.constantFrom(...tableNames)
const someColumn = fc.constantFrom(...columnNames)

const onTable = (on: Obj, name: string) => ({ schema: on.id.schema!, table: on.id.name!, name })

/** A condition on a column that values of its type can meet. */
export function condition(one: Column & Obj, which: number, there: readonly Obj[]): string {
  const name = ident(one.id.name)
  const type = typeOf(one)
  const of = there.find((object) => one.attrs.of !== null && keyOf(object) === one.attrs.of)
  if (which === 0) return `${name} IS NOT NULL OR ${name} IS NULL`
  if (of && one.attrs.type !== '') return `cardinality(${name}) < 100`
  if (enumType.is(of)) return `${name} <> ${literal(of.attrs.values[which % of.attrs.values.length]!)}`
  if (range.is(of)) return `isempty(${name}) OR NOT upper_inf(${name})`
  if (composite.is(of)) return `${name} IS DISTINCT FROM ${typeNamed(of.id.name, which, there)!.value}`
  if (of) return `${name} IS NOT NULL OR ${name} IS NULL`
  if (/int|numeric/.test(type)) return which === 1 ? `${name} > -1000` : `${name} % 1000 <> 999`
  if (type === 'boolean') return `${name} OR NOT ${name}`
  if (type === 'text[]') return `cardinality(${name}) < ${which + 100}`
  if (/text|char/.test(type)) return `length(${name}) < ${which + 1000} AND ${name} <> ${literal(labels[which]!)}`
  return `${name} IS NOT NULL OR ${which} > 0`
}

export const someChecks = part({
  some: fc.uniqueArray(fc.record({ table: someTable, column: someColumn, which: fc.nat({ max: 2 }) }), {
    selector: ({ table, column }) => `${table} ${column}`,
    maxLength: 4,
  }),
  objects: (drawn, there) =>
    drawn.flatMap(({ table, column, which }) => {
      const on = tableNamed(table, there)
      const [one] = on ? pick([column], on, there) : []
      if (!on || !one) return []
      const name = nameFor(`c${columnNames.indexOf(column)}`, on)
      return [check.make(onTable(on, name), { expression: condition(one, which, there) }, keyOf(on))]
    }),
})

export const partOf = (part: Partial<IndexPart>): IndexPart => ({
  column: null,
  expression: null,
  collation: null,
  asc: true,
  nulls: 'last',
  opclass: null,
  ...part,
})

export const someIndexes = part({
  some: fc.uniqueArray(
    fc.record({
      table: someTable,
      columns: fc.uniqueArray(someColumn, { minLength: 1, maxLength: 2 }),
      form: fc.constantFrom('plain', 'desc', 'hash', 'expression', 'partial', 'fill', 'trigrams'),
      unique: fc.boolean(),
      nulls: fc.boolean(),
      include: fc.option(someColumn, { freq: 2 }),
      which: fc.nat({ max: 2 }),
    }),
    { selector: ({ table, columns }) => `${table} ${columns}`, maxLength: 6 },
  ),
  objects: (drawn, there) =>
    drawn.flatMap(({ table, columns: names, form, unique: isUnique, nulls, include: carried, which }) => {
      const on = tableNamed(table, there)
      const columns = on ? pick(names, on, there).filter(isOrdered) : []
      const [first] = columns
      if (!on || !first || columns.length < names.length) return []
      const isHash = form === 'hash' && columns.length === 1
      const isText = columns.length === 1 && /^(text|varchar)(?!.*\[\])/.test(first.attrs.type)
      const isTrigrams = form === 'trigrams' && isText && hasExtension('pg_trgm', there)
      const parts = columns.map((one) =>
        form === 'expression'
          ? partOf({ expression: `(${ident(one.id.name)} IS NULL)` })
          : partOf({
              column: keyOf(one),
              opclass: isTrigrams ? 'gin_trgm_ops' : null,
              ...(form === 'desc' && { asc: false, nulls: 'first' as const }),
            }),
      )
      const unique = isUnique && !isHash && !isTrigrams && form !== 'expression' && holdsKey(on, columns)
      const include =
        carried === null || isHash || isTrigrams ? [] : pick([carried], on, there).filter(isOrdered).map(keyOf)
      const attrs = {
        method: isTrigrams ? 'gin' : isHash ? 'hash' : 'btree',
        unique,
        parts,
        include,
        nullsNotDistinct: unique && nulls,
        where: form === 'partial' ? condition(first, which, there) : null,
        with: form === 'fill' ? { fillfactor: String(70 + which) } : {},
        concurrently: false,
      }
      const refs = [...new Set([...parts.flatMap(({ column }) => column ?? []), ...include])]
      const name = nameFor(`i${names.map((one) => columnNames.indexOf(one)).join('')}`, on)
      return [index.make(onTable(on, name), attrs, keyOf(on), refs)]
    }),
})

/** Over the columns of its own table, or with a look into another one. */
export const somePolicies = part({
  some: fc.uniqueArray(
    fc.record({
      table: someTable,
      column: someColumn,
      other: fc.option(someTable),
      as: fc.constantFrom('permissive', 'restrictive'),
      for: fc.constantFrom('all', 'select', 'update', 'insert', 'delete'),
      to: fc.constantFrom('public', 'authenticated'),
      which: fc.nat({ max: 2 }),
    }),
    { selector: ({ table, column }) => `${table} ${column}`, maxLength: 3 },
  ),
  objects: (drawn, there) =>
    drawn.flatMap(({ table, column, other, which, to, ...rest }) => {
      const on = tableNamed(table, there)
      const [one] = on ? pick([column], on, there) : []
      if (!on?.attrs.rls || !one) return []
      const elsewhere = other === null ? undefined : tableNamed(other, there)
      const seen = elsewhere && columnsOf(elsewhere, there)[0]
      const own = condition(one, which, there)
      const text = seen
        ? `EXISTS (SELECT FROM ${sqlName(keyOf(elsewhere))} AS o WHERE o.${ident(seen.id.name)} IS NOT NULL) AND (${own})`
        : own
      const attrs = {
        ...rest,
        to: [to],
        using: rest.for === 'insert' ? null : text,
        withCheck: rest.for === 'insert' || (rest.for === 'update' && which > 0) ? own : null,
      }
      return [policy.make(onTable(on, nameFor(`p${columnNames.indexOf(column)}`, on)), attrs, keyOf(on))]
    }),
})
