import fc from 'fast-check'
import { exclusion } from '../../../src/postgres/exclusion.ts'
import { range } from '../../../src/postgres/range.ts'
import { ident } from '../../../src/postgres/sql/quote.ts'
import { keyOf } from '../../../src/schema/object.ts'
import { columnNames, tableNames } from './names.ts'
import { isOrdered, nameFor, part, pick, someTime, tableNamed } from './part.ts'

/** No two equal values, or no two ranges that overlap. */
export const someExclusions = part({
  some: fc.uniqueArray(
    fc.record({
      table: fc.constantFrom(...tableNames),
      column: fc.constantFrom(...columnNames),
      form: fc.constantFrom('column', 'expression', 'where'),
      include: fc.option(fc.constantFrom(...columnNames)),
      deferrable: someTime,
    }),
    { selector: ({ table, column }) => `${table} ${column}`, maxLength: 2 },
  ),
  objects: (drawn, there) =>
    drawn.flatMap(({ table, column, form, include: carried, deferrable }) => {
      const on = tableNamed(table, there)
      const [one] = on ? pick([column], on, there).filter(isOrdered) : []
      // Over partitions there is one only from 17 on, with the key in it; the operators of what an extension brings lie in its schema.
      if (!on || !one || on.attrs.partitionBy !== null || one.attrs.type.includes('citext')) return []
      const of = one.attrs.type === '' ? there.find((object) => keyOf(object) === one.attrs.of) : undefined
      const name = ident(one.id.name)
      const what =
        form === 'expression'
          ? { column: null, expression: `COALESCE(${name}, ${name})` }
          : { column: keyOf(one), expression: null }
      const include = carried === null ? [] : pick([carried], on, there).filter(isOrdered).map(keyOf)
      const attrs = {
        method: range.is(of) ? 'gist' : 'btree',
        elements: [{ ...what, collation: null, opclass: null, operator: range.is(of) ? '&&' : '=' }],
        include: range.is(of) ? [] : include,
        where: form === 'where' ? `${name} IS NOT NULL` : null,
        deferrable,
      }
      const refs = [...new Set([...(what.column ? [what.column] : []), ...attrs.include])]
      const id = { schema: on.id.schema, table: on.id.name, name: nameFor(`x${columnNames.indexOf(column)}`, on) }
      return [exclusion.make(id, attrs, keyOf(on), refs)]
    }),
})
