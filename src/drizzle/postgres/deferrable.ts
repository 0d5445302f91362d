import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { SluiceError } from '../../errors.ts'
import { foreignKey } from '../../postgres/foreign-key.ts'
import { primaryKey } from '../../postgres/primary-key.ts'
import { tableKey } from '../../postgres/table.ts'
import { unique } from '../../postgres/unique.ts'
import { type Key, keyOf, nameOf, type Obj } from '../../schema/object.ts'
import type { DeferrableOptions } from '../declare/deferrable.ts'
import type { Reader } from './reader.ts'
import { targetOf } from './target.ts'

interface Given extends DeferrableOptions {
  readonly table: PgTable
  readonly constraint: string | readonly AnyPgColumn[]
}

/**
 * The constraint of a table that a name or its columns mean, once it can wait.
 * @throws SluiceError `TARGET_NOT_DECLARED`, `CONSTRAINT_AMBIGUOUS`
 */
export function readDeferrable(
  { table, constraint, initially = 'immediate' }: Given,
  reader: Reader,
  known: ReadonlyMap<Key, Obj>,
): Obj[] {
  const { schema, table: name } = reader.table(table)
  const parent = tableKey(schema, name)
  targetOf('pgDeferrable', parent, known)
  const columns = typeof constraint === 'string' ? undefined : constraint.map((each) => reader.column(each))
  const constraints = [...known.values()].filter(canWait).filter((one) => one.parent === parent)
  const found = constraints.filter((one) =>
    columns ? one.attrs.columns.join() === columns.join() : nameIn(one) === constraint,
  )
  const [first, second] = found
  if (!first) {
    const what = columns ? `on (${columns.map(nameOf).join(', ')})` : constraint
    throw new SluiceError('TARGET_NOT_DECLARED', {
      declaration: 'pgDeferrable',
      target: `the constraint ${what} of ${parent}`,
    })
  }
  if (second)
    throw new SluiceError('CONSTRAINT_AMBIGUOUS', { table: parent, constraints: found.map(keyOf), name: nameIn(first) })
  return [{ ...first, attrs: { ...first.attrs, deferrable: initially } }]
}

const canWait = (one: Obj) => primaryKey.is(one) || unique.is(one) || foreignKey.is(one)

const nameIn = (one: Obj): string => (primaryKey.is(one) ? one.attrs.name : one.id.name!)
