import { type Draft, type Field, kind } from '../dialect/kind.ts'
import { type Key, namesOf, type Obj } from '../schema/object.ts'
import { tableOf } from './constraint.ts'
import { triggerExists } from './exists.ts'
import { namesIn, types } from './names.ts'
import { dotted, ident, identList, literal } from './sql/quote.ts'

export type TriggerAttrs = {
  readonly timing: 'before' | 'after' | 'instead of'
  /** In the order in which Postgres names them. */
  readonly events: readonly ('insert' | 'delete' | 'update' | 'truncate')[]
  /** Of UPDATE OF; an empty list for any column. */
  readonly columns: readonly Key[]
  readonly level: 'row' | 'statement'
  /** The condition of WHEN. */
  readonly condition: string | null
  /** A function without arguments. */
  readonly function: Key
  /** What the function finds in TG_ARGV. */
  readonly args: readonly string[]
  /** REFERENCING OLD TABLE and NEW TABLE. */
  readonly oldTable: string | null
  readonly newTable: string | null
  /** Of a constraint trigger: when it fires. */
  readonly constraint: 'not deferrable' | 'initially immediate' | 'initially deferred' | null
  readonly enabled: 'origin' | 'replica' | 'always' | 'disabled'
}

type Id = 'schema' | 'table' | 'name'
type Trigger = Obj<Id, TriggerAttrs>

/** CREATE OR REPLACE states all of a trigger, and enables it; it takes no constraint trigger (manual, CREATE TRIGGER). */
const stated = {
  with: [
    ...(['timing', 'events', 'columns', 'level', 'condition', 'function', 'args'] as const),
    ...(['oldTable', 'newTable', 'constraint', 'enabled'] as const),
  ],
  alter: ({ from, to }) => (from.attrs.constraint || to.attrs.constraint ? 'replace' : create(to, 'CREATE OR REPLACE')),
} as const satisfies Field<never, Id, TriggerAttrs>

/** A trigger of a table or a view (manual, CREATE TRIGGER). */
export const trigger = kind<Id, TriggerAttrs>({
  name: 'trigger',
  word: 'trigger',
  cascades: () => true,
  rigid: () => true,
  texts: ['condition'],
  fields: {
    timing: stated,
    events: stated,
    columns: stated,
    level: stated,
    condition: stated,
    function: stated,
    args: stated,
    oldTable: stated,
    newTable: stated,
    constraint: stated,
    enabled: { alter: ({ to }) => [enable(to)] },
  },
  create(object) {
    if (object.attrs.constraint === null) return create(object, 'CREATE')
    const [made, ...rest] = create(object, 'CREATE CONSTRAINT')
    return [{ ...made!, unless: exists(object) }, ...rest]
  },
  drop: (object) => [{ sql: `DROP TRIGGER ${on(object)}` }],
  rename: ({ from, to }) => [{ sql: `ALTER TRIGGER ${on(from)} RENAME TO ${ident(to.id.name)}`, unless: exists(to) }],
  claims: ({ id }) => [`trigger ${dotted(id.schema, id.table, id.name)}`],
  finds: (object, schema) => namesIn(object.attrs.condition ?? '', object, schema, ['column', 'function', ...types]),
})

const exists = ({ id }: Obj<Id>): string => triggerExists(id.schema, id.table, id.name)
const on = (object: Obj<Id>): string => `${ident(object.id.name)} ON ${tableOf(object)}`

function create(object: Trigger, words: string): readonly Draft[] {
  const { timing, events, columns, level, condition, args, oldTable, newTable, constraint, enabled } = object.attrs
  const what = events.map((event) =>
    event === 'update' && columns.length ? `UPDATE OF ${identList(columns)}` : event.toUpperCase(),
  )
  const tables = [
    oldTable !== null && `OLD TABLE AS ${ident(oldTable)}`,
    newTable !== null && `NEW TABLE AS ${ident(newTable)}`,
  ]
  const sql = [
    `${words} TRIGGER ${ident(object.id.name)} ${timing.toUpperCase()} ${what.join(' OR ')} ON ${tableOf(object)}`,
    constraint?.startsWith('initially') && `DEFERRABLE ${constraint.toUpperCase()}`,
    tables.some(Boolean) && `REFERENCING ${tables.filter(Boolean).join(' ')}`,
    `FOR EACH ${level.toUpperCase()}`,
    condition !== null && `WHEN (${condition})`,
    `EXECUTE FUNCTION ${functionName(object.attrs.function)}(${args.map(literal).join(', ')})`,
  ]
  return [
    { sql: sql.filter(Boolean).join(' '), lock: 'share-row-exclusive' },
    ...(enabled === 'origin' ? [] : [enable(object)]),
  ]
}

const functionName = (k: Key): string => dotted(...namesOf(k).slice(0, 2))

const words = { origin: 'ENABLE', replica: 'ENABLE REPLICA', always: 'ENABLE ALWAYS', disabled: 'DISABLE' } as const

const enable = (object: Trigger): Draft => ({
  sql: `ALTER TABLE ${tableOf(object)} ${words[object.attrs.enabled]} TRIGGER ${ident(object.id.name)}`,
  lock: 'share-row-exclusive',
})
