import { type MaterializedViewAttrs, materializedView } from '../../../postgres/materialized-view.ts'
import type { Parameters } from '../../../postgres/parameters.ts'
import { type ViewAttrs, view } from '../../../postgres/view.ts'
import type { Key, Obj } from '../../../schema/object.ts'
import { toCamel, toSnake } from '../../parameter-names.ts'
import type { ViewJson } from './format.ts'

type View<A> = Obj<'schema' | 'name', A>

export function readView(json: ViewJson, parent: Key | undefined): Obj {
  const { schema, name, definition, columns, with: options = {} } = json
  const id = { schema, name }
  const viewed = {
    definition: json.isExisting ? null : (definition ?? null),
    columns: [],
    with: toSnake(options),
    declares: columns as ViewAttrs['declares'],
  }
  if (!json.materialized) return view.make(id, viewed, parent)
  const { using = null, tablespace = null, withNoData = false } = json
  return materializedView.make(id, { ...viewed, using, tablespace, withNoData }, parent)
}

export const writeView = (object: View<ViewAttrs>): ViewJson => written(object, false)

export const writeMaterializedView = (object: View<MaterializedViewAttrs>): ViewJson => {
  const { using, tablespace, withNoData } = object.attrs
  return {
    ...written(object, true, withNoData),
    ...(tablespace !== null && { tablespace }),
    ...(using !== null && { using }),
  }
}

/** In the order of drizzle-kit's keys. */
const written = ({ id, attrs }: View<ViewAttrs>, materialized: boolean, withNoData = false): ViewJson => ({
  columns: attrs.declares as ViewJson['columns'],
  ...(attrs.definition !== null && { definition: attrs.definition }),
  name: id.name,
  schema: id.schema,
  isExisting: attrs.definition === null,
  ...(Object.keys(attrs.with).length > 0 && { with: typed(toCamel(attrs.with)) }),
  ...(withNoData && { withNoData }),
  materialized,
})

const flags = ['securityBarrier', 'securityInvoker', 'autovacuumEnabled', 'vacuumTruncate', 'userCatalogTable']
const texts = ['checkOption', 'vacuumIndexCleanup']

/** As drizzle-kit has them: a state that was read off a database has all of them as text. */
const typed = (options: Parameters): ViewJson['with'] =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      if (typeof value !== 'string' || texts.includes(name)) return [name, value]
      return [name, flags.includes(name) ? /^(t|tr|tru|true|y|ye|yes|on|1)$/i.test(value) : Number(value)]
    }),
  )
