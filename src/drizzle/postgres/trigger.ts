import type { AnyPgColumn, PgTable, PgView } from 'drizzle-orm/pg-core'
import { functionKey } from '../../postgres/function.ts'
import { tableKey } from '../../postgres/table.ts'
import { type TriggerAttrs, trigger } from '../../postgres/trigger.ts'
import { type Key, key, keyOf, type Obj } from '../../schema/object.ts'
import { isDeclaration, wordsOf } from '../declare/declaration.ts'
import type { FunctionOptions } from '../declare/function.ts'
import type { TriggerEvent, TriggerOptions } from '../declare/trigger.ts'
import { placeOf } from './function.ts'
import type { Reader } from './reader.ts'
import { targetOf } from './target.ts'

type Options = TriggerOptions<PgTable>

interface Given {
  readonly name: string
  readonly table: PgTable | PgView
  readonly options: Options
}

/** @throws SluiceError `TARGET_NOT_DECLARED` where the table or the function is not exported */
export function readTrigger({ name, table: on, options }: Given, reader: Reader, known: ReadonlyMap<Key, Obj>) {
  const place = placeIn(on, reader)
  const parent = keyOf(targetOf('pgTrigger', place.key, known))
  const events = listOf(options.on)
  const columns = events.flatMap((event) =>
    typeof event === 'string' ? [] : event.update.map((column: AnyPgColumn) => reader.column(column)),
  )
  const called = functionOf(options.execute, known)
  const attrs: TriggerAttrs = {
    timing: options.when,
    events: order.filter((word) => events.some((event) => word === (typeof event === 'string' ? event : 'update'))),
    columns,
    level: options.forEach,
    condition: options.condition === undefined ? null : conditionText(options.condition, on, reader),
    function: called,
    args: [...(options.args ?? [])],
    oldTable: options.referencing?.old ?? null,
    newTable: options.referencing?.new ?? null,
    constraint: options.constraint ? timeOf(options.constraint) : null,
    enabled: options.enabled ?? 'origin',
  }
  return [trigger.make({ ...place.id, name }, attrs, parent, [...columns, called])]
}

const order = ['insert', 'delete', 'update', 'truncate'] as const

const listOf = (on: Options['on']): readonly TriggerEvent<PgTable>[] =>
  typeof on === 'string' || 'update' in on ? [on] : on

const timeOf = ({ deferrable, initially }: NonNullable<Options['constraint']>): TriggerAttrs['constraint'] =>
  deferrable || initially ? `initially ${initially ?? 'immediate'}` : 'not deferrable'

function placeIn(on: PgTable | PgView, { library: { orm, core }, table }: Reader) {
  if (orm.is(on, core.PgTable)) {
    const id = table(on)
    return { id, key: tableKey(id.schema, id.table) }
  }
  const { schema = 'public', name } = core.getViewConfig(on)
  return { id: { schema, table: name }, key: key('view', schema, name) }
}

function functionOf(execute: Options['execute'], known: ReadonlyMap<Key, Obj>): Key {
  if (!isDeclaration(execute)) return functionKey(execute.schema, execute.name, '')
  const { name, options } = wordsOf(execute).given as { readonly name: string; readonly options: FunctionOptions }
  return keyOf(targetOf('pgTrigger', functionKey(placeOf(options), name, ''), known))
}

/** Columns stand alone in it, behind NEW and OLD. */
function conditionText(given: NonNullable<Options['condition']>, on: PgTable | PgView, reader: Reader): string {
  if (typeof given === 'string') return given
  const { sql, is, SQL, getTableColumns } = reader.library.orm
  if (is(given, SQL)) return reader.text(given)
  const row = (word: 'old' | 'new') =>
    Object.fromEntries(
      Object.entries(getTableColumns(on as PgTable)).map(([name, column]) => [
        name,
        sql`${sql.raw(word)}.${sql.identifier(reader.name(column))}`,
      ]),
    )
  return reader.text(given({ old: row('old'), new: row('new') }))
}
