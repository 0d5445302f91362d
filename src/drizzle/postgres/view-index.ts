import type { SQL } from 'drizzle-orm'
import type { PgMaterializedView } from 'drizzle-orm/pg-core'
import { type IndexPart, index } from '../../postgres/index.ts'
import { keyOf } from '../../schema/object.ts'
import type { IndexElement, ViewIndexOptions } from '../declare/view-index.ts'
import { readCollation } from './own-type.ts'
import type { Reader } from './reader.ts'
import { type Known, targetKey, targetOf } from './target.ts'

interface Given {
  readonly name: string
  readonly view: PgMaterializedView
  readonly options: ViewIndexOptions
}

/** @throws SluiceError `TARGET_NOT_DECLARED` */
export function readViewIndex({ name, view, options }: Given, reader: Reader, known: Known) {
  const of = targetOf('pgViewIndex', targetKey(view, reader, known), known)
  const attrs = {
    method: options.using ?? 'btree',
    unique: options.unique ?? false,
    parts: options.on.map((one) => readPart('on' in one ? one : { on: one }, reader)),
    include: [],
    nullsNotDistinct: options.nullsNotDistinct ?? false,
    where: options.where ? reader.text(options.where, 'indexes') : null,
    with: options.with ?? {},
    concurrently: options.concurrently ?? false,
  }
  return [index.make({ schema: of.id.schema!, table: of.id.name!, name }, attrs, keyOf(of))]
}

/** Columns of a view are no objects, so they are texts as well. */
function readPart({ on, order = 'asc', nulls, opclass, collate }: IndexElement, reader: Reader): IndexPart {
  return {
    column: null,
    expression: reader.text(on as SQL, 'indexes'),
    collation: readCollation(collate, reader),
    asc: order === 'asc',
    nulls: nulls ?? (order === 'asc' ? 'last' : 'first'),
    opclass: opclass ?? null,
  }
}
