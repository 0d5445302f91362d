import type { Diff } from '../diff/diff.ts'
import type { Plan } from '../plan/plan.ts'
import { check } from '../postgres/check.ts'
import { column } from '../postgres/column.ts'
import { enumType } from '../postgres/enum.ts'
import { type Key, keyOf, namesOf, type Obj } from '../schema/object.ts'

/** What the state after a migration asks of a column's values, so that made-up rows satisfy both. */
export interface Wish {
  readonly required: boolean
  /** The type to come, as pg_type and format_type name it; empty where it stays. */
  readonly base: string
  readonly element: string
  /** The labels to come. */
  readonly labels: readonly string[] | null
}

/** By `schema.table.column` and `schema.table`, in the names before the migration. */
export interface Wishes {
  readonly columns: ReadonlyMap<string, Wish>
  /** The conditions of new checks. */
  readonly checks: ReadonlyMap<string, readonly string[]>
}

/** Reads the wishes off a plan. */
export function wishesOf({ steps }: Plan, diff: Diff): Wishes {
  const wishes = new Map<string, Wish>()
  const checks = new Map<string, readonly string[]>()
  for (const { change } of steps) {
    if (change.verb === 'create' && check.is(change.to)) {
      const of = before(change.to.parent!, diff)
      checks.set(of, [...(checks.get(of) ?? []), change.to.attrs.expression])
    }
    if (change.verb !== 'alter') continue
    if (column.is(change.to)) {
      const { of, type, notNull } = change.to.attrs
      const retyped = change.attrs.includes('type') || change.attrs.includes('of')
      const [base, element] = retyped && !of ? [baseOf(type), type] : ['', '']
      const target = of ? steps.map((step) => step.change).find((other) => other.key === of) : undefined
      const labels = target && 'to' in target && enumType.is(target.to) ? target.to.attrs.values : null
      wishes.set(before(change.key, diff), { required: notNull, base, element, labels })
    } else if (enumType.is(change.to)) {
      for (const user of usersOf(change.key, diff))
        wishes.set(before(keyOf(user), diff), {
          required: false,
          base: '',
          element: '',
          labels: change.to.attrs.values,
        })
    }
  }
  return { columns: wishes, checks }
}

const usersOf = (k: Key, { from }: Diff): readonly Obj[] =>
  from.users(k).filter((object) => column.is(object) && object.attrs.of === k)

const before = (k: Key, diff: Diff): string => {
  const was = diff.before(k)
  return (was ? Object.values(was.id) : namesOf(k)).join('.')
}

/** pg_type's name of a type as Drizzle declares it. */
function baseOf(type: string): string {
  const name = type
    .replace(/\s*\([^)]*\)/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  return names[name] ?? name
}

const names: Readonly<Record<string, string>> = {
  smallint: 'int2',
  integer: 'int4',
  int: 'int4',
  bigint: 'int8',
  serial: 'int4',
  bigserial: 'int8',
  smallserial: 'int2',
  decimal: 'numeric',
  real: 'float4',
  'double precision': 'float8',
  boolean: 'bool',
  'character varying': 'varchar',
  character: 'bpchar',
  char: 'bpchar',
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  'time with time zone': 'timetz',
  'time without time zone': 'time',
}
