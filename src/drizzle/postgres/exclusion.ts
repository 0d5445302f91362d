import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { exclusion } from '../../postgres/exclusion.ts'
import { tableKey } from '../../postgres/table.ts'
import type { ExclusionElement, ExclusionOptions } from '../declare/exclusion.ts'
import { readCollation } from './own-type.ts'
import type { Reader } from './reader.ts'
import { type Known, targetOf } from './target.ts'

interface Given {
  readonly name: string
  readonly table: PgTable
  readonly options: ExclusionOptions<PgTable>
}

/** @throws SluiceError `TARGET_NOT_DECLARED` */
export function readExclusion({ name, table: of, options }: Given, reader: Reader, known: Known) {
  const place = reader.table(of)
  const parent = tableKey(place.schema, place.table)
  targetOf('pgExclusion', parent, known)
  const elements = options.elements.map((one) => readElement(one, reader))
  const include = (options.include ?? []).map((each) => reader.column(each))
  const attrs = {
    method: options.using ?? 'gist',
    elements,
    include,
    where: options.where ? reader.text(options.where, 'indexes') : null,
    deferrable: options.deferrable ?? null,
  }
  const refs = [...new Set([...elements.flatMap(({ column }) => column ?? []), ...include])]
  return [exclusion.make({ ...place, name }, attrs, parent, refs)]
}

function readElement({ on, with: operator, opclass, collate }: ExclusionElement<PgTable>, reader: Reader) {
  const isText = reader.library.orm.is(on, reader.library.orm.SQL)
  return {
    column: isText ? null : reader.column(on as PgColumn),
    expression: isText ? reader.text(on as SQL, 'indexes') : null,
    collation: readCollation(collate, reader),
    opclass: opclass ?? null,
    operator,
  }
}
