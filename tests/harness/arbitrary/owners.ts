import fc from 'fast-check'
import { sequence } from '../../../src/postgres/sequence.ts'
import { sequenceOwner } from '../../../src/postgres/sequence-owner.ts'
import { keyOf } from '../../../src/schema/object.ts'
import { columnNames, sequenceNames, tableNames } from './names.ts'
import { part, pick, tableNamed } from './part.ts'

/** Sequences that go with a column of their schema; one that counts by its own sequence reads as `serial`. */
export const someOwners = part({
  some: fc.dictionary(
    fc.constantFrom(...sequenceNames),
    fc.record({ table: fc.constantFrom(...tableNames), column: fc.constantFrom(...columnNames) }),
  ),
  objects: (drawn, there) =>
    there.filter(sequence.is).flatMap((one) => {
      const wish = drawn[one.id.name]
      const on = wish && tableNamed(wish.table, there)
      const [column] = on && on.id.schema === one.id.schema ? pick([wish.column], on, there) : []
      if (!column || (column.attrs.notNull && column.attrs.default !== null)) return []
      return [sequenceOwner.make(one.id, { column: keyOf(column) }, keyOf(one), [keyOf(column)])]
    }),
})
