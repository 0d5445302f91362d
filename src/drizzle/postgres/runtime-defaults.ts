import { columnKey } from '../../postgres/column.ts'
import type { Key } from '../../schema/object.ts'
import type { DrizzleTable } from './declarations.ts'
import type { Reader } from './reader.ts'

/**
 * The columns that drizzle-orm fills when it builds an INSERT, with the word that makes it do so. `$default` is another
 * name of `$defaultFn`.
 */
export const readRuntimeDefaults = (tables: readonly DrizzleTable[], { name }: Reader): ReadonlyMap<Key, string> =>
  new Map(
    tables.flatMap(({ schema = 'public', name: table, columns }) =>
      columns.flatMap((column): readonly (readonly [Key, string])[] => {
        const word = column.defaultFn ? '$defaultFn' : column.onUpdateFn ? '$onUpdate' : undefined
        return word ? [[columnKey(schema, table, name(column)), word]] : []
      }),
    ),
  )
