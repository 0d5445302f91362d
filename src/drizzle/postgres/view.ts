import type { PgColumn, PgMaterializedView, PgView } from 'drizzle-orm/pg-core'
import { materializedView } from '../../postgres/materialized-view.ts'
import { schemaKey } from '../../postgres/schema.ts'
import { view } from '../../postgres/view.ts'
import type { Json } from '../../schema/object.ts'
import { toSnake } from '../parameter-names.ts'
import { writeColumn } from '../snapshot/postgres/column.ts'
import { readColumn } from './column.ts'
import type { Reader } from './reader.ts'

export function readView(declared: PgView, reader: Reader) {
  const config = reader.library.core.getViewConfig(declared)
  const { id, attrs, parent } = shared(config, reader)
  return view.make(id, attrs, parent)
}

export function readMaterializedView(declared: PgMaterializedView, reader: Reader) {
  const config = reader.library.core.getMaterializedViewConfig(declared)
  const { id, attrs, parent } = shared(config, reader)
  const { using = null, tablespace = null, withNoData = false } = config
  return materializedView.make(id, { ...attrs, using, tablespace, withNoData }, parent)
}

type Config = ReturnType<Reader['library']['core']['getViewConfig' | 'getMaterializedViewConfig']>

function shared({ name, schema = 'public', query, isExisting, selectedFields, with: options }: Config, reader: Reader) {
  const { orm, core } = reader.library
  const columns = Object.values(selectedFields).filter((field): field is PgColumn => orm.is(field, core.PgColumn))
  return {
    id: { schema, name },
    attrs: {
      definition: isExisting || !query ? null : reader.text(query),
      columns: [],
      with: toSnake({ ...options }),
      declares: Object.fromEntries(
        columns.map((column) => [column.name, columnJson(column, { schema, table: name }, reader)]),
      ),
    },
    parent: schemaKey(schema),
  }
}

/** As drizzle-kit has it: the name without the casing, an array without the schema of its enum, a text without doubled quotes. */
function columnJson(column: PgColumn, of: { readonly schema: string; readonly table: string }, reader: Reader): Json {
  const read = readColumn(column, 0, of, { ...reader, name: ({ name }) => name })
  const { typeSchema, ...json } = writeColumn(read, column.primary)
  const { default: value } = column
  return {
    ...json,
    ...(typeSchema !== undefined && read.attrs.type === '' && { typeSchema }),
    ...(typeof value === 'string' && { default: `'${value}'` }),
  } as Json
}
