import { type Draft, kind } from '../dialect/kind.ts'
import type { Key, Obj, Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { policyExists } from './exists.ts'
import { goesAlong } from './goes-along.ts'
import { namesIn, types } from './names.ts'
import { roleKeys, roleRef, roleSql } from './role.ts'
import { dotted, ident } from './sql/quote.ts'

export type PolicyAttrs = {
  readonly as: 'permissive' | 'restrictive'
  readonly for: 'all' | 'select' | 'insert' | 'update' | 'delete'
  /** Keys of roles, or words like `public` and `current_user`, in order of their names. */
  readonly to: readonly string[]
  readonly using: string | null
  readonly withCheck: string | null
}

type Id = 'schema' | 'table' | 'name'
type Policy = Obj<Id, PolicyAttrs>

/** A row-level security policy (manual, CREATE POLICY). */
export const policy = kind<Id, PolicyAttrs>({
  name: 'policy',
  word: 'policy',
  cascades: (object, view) => goesAlong(object, named(object, view.from), view),
  rigid: () => true,
  texts: ['using', 'withCheck'],
  fields: {
    as: 'replace',
    for: 'replace',
    to: { same: sameSet, alter: ({ to }) => [{ sql: `ALTER POLICY ${on(to)} TO ${roles(to)}` }] },
    using: { alter: (pair) => expression(pair, 'using', 'USING') },
    withCheck: { alter: (pair) => expression(pair, 'withCheck', 'WITH CHECK') },
  },
  create: (object) => [{ sql: `CREATE POLICY ${on(object)} ${body(object)}`, unless: exists(object) }],
  drop: (object) => [{ sql: `DROP POLICY ${on(object)}` }],
  rename: ({ from, to }) => [{ sql: `ALTER POLICY ${on(from)} RENAME TO ${ident(to.id.name)}`, unless: exists(to) }],
  finds: (object, schema) => named(object, schema),
})

const named = (object: Policy, schema: Schema): readonly Key[] =>
  namesIn([object.attrs.using, object.attrs.withCheck].join(' '), object, schema, [
    'column',
    'table',
    'view',
    'materializedView',
    'sequence',
    'function',
    ...types,
  ])

/** A renamed role has another place in the list. */
function sameSet(from: readonly string[], to: readonly string[]): boolean {
  return from.length === to.length && from.every((one) => to.includes(one))
}

/** A policy `to` roles of these names. */
export function policyTo(names: readonly string[], id: Policy['id'], attrs: Omit<PolicyAttrs, 'to'>, parent?: Key) {
  const to = [...names].sort().map(roleRef)
  return policy.make(id, { ...attrs, to }, parent, roleKeys(to))
}

const on = ({ id }: Obj<Id>): string => `${ident(id.name)} ON ${dotted(id.schema, id.table)}`

const exists = ({ id }: Obj<Id>): string => policyExists(id.schema, id.table, id.name)

const roles = ({ attrs }: Policy): string => attrs.to.map(roleSql).join(', ') || 'PUBLIC'

function body(object: Policy): string {
  const { attrs } = object
  return [
    `AS ${attrs.as.toUpperCase()} FOR ${attrs.for.toUpperCase()} TO ${roles(object)}`,
    attrs.using !== null && `USING (${attrs.using})`,
    attrs.withCheck !== null && `WITH CHECK (${attrs.withCheck})`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** ALTER POLICY can change an expression but not take it away. */
function expression({ to }: Pair<Policy>, attr: 'using' | 'withCheck', word: string): readonly Draft[] | 'replace' {
  const text = to.attrs[attr]
  return text === null ? 'replace' : [{ sql: `ALTER POLICY ${on(to)} ${word} (${text})` }]
}
