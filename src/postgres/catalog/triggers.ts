import { type Key, keyOf, type Obj } from '../../schema/object.ts'
import { functionKey } from '../function.ts'
import { lex } from '../sql/lex.ts'
import { type TriggerAttrs, trigger } from '../trigger.ts'
import { type Catalog, type Found, first, more, type Oid, source } from './source.ts'

interface TriggerRow {
  readonly oid: Oid
  readonly table: Oid
  readonly name: string
  /** Bits of TRIGGER_TYPE_… in pg_trigger.h. */
  readonly type: number
  readonly columns: readonly number[]
  readonly function: Oid
  readonly functionSchema: string
  readonly functionName: string
  /** The bytes of the arguments in hex, each ended by a zero. */
  readonly args: string
  readonly oldTable: string | null
  readonly newTable: string | null
  readonly constraint: boolean
  readonly deferrable: boolean
  readonly deferred: boolean
  readonly enabled: 'O' | 'R' | 'A' | 'D'
  /** The whole statement, where there is a WHEN: it names columns of two rows, which pg_get_expr cannot. */
  readonly definition: string | null
  readonly more: readonly string[]
}

/** Triggers of the relations that are read; a partition has those of its parent. */
export const triggers = source<TriggerRow>({
  query: () => `
    select t.oid, t.tgrelid as table, t.tgname::text as name, t.tgtype::int4 as type, t.tgattr::int4[] as columns,
      t.tgfoid as function, n.nspname::text as "functionSchema", p.proname::text as "functionName",
      encode(t.tgargs, 'hex') as args, t.tgoldtable::text as "oldTable", t.tgnewtable::text as "newTable",
      t.tgconstraint <> 0 as constraint, t.tgdeferrable as deferrable, t.tginitdeferred as deferred,
      t.tgenabled::text as enabled, case when t.tgqual is not null then pg_get_triggerdef(t.oid) end as definition,
      ${more(['t.tgconstrrelid <> 0', `'FROM ' || t.tgconstrrelid::regclass`])}
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_namespace n on n.oid = p.pronamespace
    where not t.tgisinternal and t.tgparentid = 0 and t.tgrelid >= ${first}`,
  find: (rows, catalog) =>
    rows.flatMap((row) => {
      const on = catalog.at(`pg_class ${row.table}`)
      return on ? [found(row, on, catalog)] : []
    }),
})

const events = { insert: 4, delete: 8, update: 16, truncate: 32 } as const
const enabled = { O: 'origin', R: 'replica', A: 'always', D: 'disabled' } as const

function found(row: TriggerRow, on: Obj, catalog: Catalog): Found {
  const has = (bit: number) => (row.type & bit) !== 0
  const columns = catalog.columns(row.table, row.columns)
  // A trigger function has no arguments; an extension's is not read.
  const called: Key = functionKey(row.functionSchema, row.functionName, '')
  const attrs: TriggerAttrs = {
    timing: has(2) ? 'before' : has(64) ? 'instead of' : 'after',
    events: (['insert', 'delete', 'update', 'truncate'] as const).filter((event) => has(events[event])),
    columns,
    level: has(1) ? 'row' : 'statement',
    condition: row.definition === null ? null : conditionOf(row.definition),
    function: called,
    args: Buffer.from(row.args, 'hex').toString().split('\0').slice(0, -1),
    oldTable: row.oldTable,
    newTable: row.newTable,
    constraint: !row.constraint
      ? null
      : !row.deferrable
        ? 'not deferrable'
        : row.deferred
          ? 'initially deferred'
          : 'initially immediate',
    enabled: enabled[row.enabled],
  }
  const id = { schema: on.id.schema!, table: on.id.name!, name: row.name }
  return {
    object: trigger.make(id, attrs, keyOf(on), [...columns, called]),
    more: row.more,
    at: `pg_trigger ${row.oid}`,
  }
}

/** What stands in the parentheses of WHEN; a quoted name is no such word. */
function conditionOf(definition: string): string {
  const tokens = [...lex(definition)]
  const at = tokens.findIndex(({ kind, text }, i) => kind === 'word' && text === 'WHEN' && tokens[i + 1]?.text === '(')
  let depth = 0
  const end = tokens.findIndex(({ kind, text }, i) => {
    if (i > at && kind === 'symbol') depth += text === '(' ? 1 : text === ')' ? -1 : 0
    return i > at && depth === 0
  })
  return definition.slice(tokens[at + 1]!.offset + 1, tokens[end]!.offset)
}
