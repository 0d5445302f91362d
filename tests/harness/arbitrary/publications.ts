import fc from 'fast-check'
import { publication, publishedKeys, publishedTables } from '../../../src/postgres/publication.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import { ident } from '../../../src/postgres/sql/quote.ts'
import { keyOf } from '../../../src/schema/object.ts'
import { publicationNames, schemaNames, tableNames } from './names.ts'
import { columnsOf, part, tableNamed } from './part.ts'
import { placeOf } from './schemas.ts'

/**
 * Without updates and deletions: a table without a key takes none while they are published (manual 29.1), and rows could not
 * be taken away on the way.
 */
const somePublished = fc.constantFrom(['insert', 'truncate'] as const, ['insert'] as const, ['truncate'] as const)

export const somePublications = part({
  some: fc.dictionary(
    fc.constantFrom(...publicationNames),
    fc.record({
      of: fc.constantFrom('all', 'schemas', 'tables', 'tables'),
      schemas: fc.subarray([...schemaNames]),
      tables: fc.dictionary(
        fc.constantFrom(...tableNames),
        fc.record({ columns: fc.option(fc.nat({ max: 2 })), where: fc.boolean() }),
        { maxKeys: 2 },
      ),
      publish: somePublished,
      viaPartitionRoot: fc.boolean(),
      generatedColumns: fc.boolean(),
    }),
  ),
  objects: (drawn, there) =>
    Object.entries(drawn).map(([name, { of, schemas, tables, ...settings }]) => {
      const published = Object.entries(tables).flatMap(([table, { columns: count, where }]) => {
        const on = tableNamed(table, there)
        if (!on || of !== 'tables') return []
        const columns = columnsOf(on, there).filter(({ attrs }) => attrs.generated === null)
        // Types that somebody has made stand in no condition (manual 29.3), nor does one of a table whose partitions speak for themselves.
        const asked = columns.find(({ attrs }) => attrs.of === null && attrs.type !== 'citext')
        const isWhole = on.attrs.partitionBy !== null && !settings.viaPartitionRoot
        return {
          table: keyOf(on),
          columns:
            count === null || isWhole || columns.length === 0
              ? null
              : columns
                  .slice(0, count + 1)
                  .map(keyOf)
                  .sort(),
          where: where && !isWhole && asked ? `${ident(asked.id.name)} IS NOT NULL` : null,
        }
      })
      const attrs = {
        ...settings,
        allTables: of === 'all',
        tables: publishedTables(published),
        schemas:
          of === 'schemas'
            ? schemas
                .filter((name) => placeOf(name, there) === name)
                .map(schemaKey)
                .sort()
            : [],
      }
      return publication.make({ name }, attrs, undefined, publishedKeys(attrs))
    }),
})
