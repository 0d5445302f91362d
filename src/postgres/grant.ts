import { type Draft, kind, type View } from '../dialect/kind.ts'
import { key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { column } from './column.ts'
import { dotted, ident } from './quote.ts'
import {
  changeRights,
  everybody,
  givenToAll,
  giveRights,
  noRights,
  possible,
  type Rights,
  type Subject,
  type Write,
} from './rights.ts'

export type GrantAttrs = Rights & {
  /** Of a grant on the sequence of a column: what the column is. Where that changes, another sequence takes over. */
  readonly generator: 'serial' | 'identity' | null
}

/** What it is about comes first: `{ schema: 'public', name: 'users', of: 'table', to: 'reader' }`. */
type Id = 'of' | 'to'
type Grant = Obj<Id, GrantAttrs>

const rights = { with: ['privileges', 'grantable'], alter } as const

/**
 * What a role or everybody may do with one thing, besides its owner (manual, GRANT). What everybody may do with a new
 * thing is no grant; a grant of less than that to everybody says that it was revoked.
 */
export const grant = kind<Id, GrantAttrs>({
  name: 'grant',
  word: 'grant',
  cascades: () => true,
  rigid: isOfEnum,
  fields: { generator: 'replace', privileges: rights, grantable: rights },
  create: (object, view) => {
    const untouched = given(object).length ? possible[subjectOf(object)] : []
    return giveRights(object.attrs, untouched, object.id.to, writer(object, view.to))
  },
  drop: (object, view) => {
    if (isOfEnum(object) && view.to.has(keyOf(object))) return []
    const to = { privileges: given(object), grantable: [] }
    return withColumns(object, changeRights({ from: object.attrs, to }, object.id.to, writer(object, view.from)), view)
  },
  finds: ({ id }, schema) => [key('role', id.to)].filter((role) => schema.has(role)),
})

/** What privileges there are, by the kind of what they are about. */
export const subjects: Readonly<Record<string, Subject>> = {
  table: 'table',
  view: 'table',
  materializedView: 'table',
  column: 'column',
  sequence: 'sequence',
  schema: 'schema',
  function: 'routine',
  procedure: 'routine',
  enum: 'type',
  domain: 'type',
  composite: 'type',
  range: 'type',
}

/** An enum that is made anew is another type, on which nothing is granted; what was granted goes with the one before. */
function isOfEnum({ id }: Grant): boolean {
  return id.of === 'enum'
}

const subjectOf = ({ id }: Grant): Subject => subjects[id.of]!

/** What everybody may do with it without a grant. `public` is the one schema that lets everybody in. */
function given({ id }: Grant): readonly string[] {
  if (id.to !== everybody) return []
  if (id.of === 'schema') return Object.values(id)[0] === 'public' ? ['usage'] : []
  return givenToAll[subjects[id.of]!] ?? []
}

function alter({ from, to }: Pair<Grant>, view: View): readonly Draft[] {
  const pair = { from: from.attrs, to: to.attrs }
  return withColumns(to, changeRights(pair, to.id.to, writer(to, view.to)), view)
}

/** What is revoked for a table is revoked for each of its columns, too (manual, REVOKE): their own grants are made again. */
function withColumns(object: Grant, drafts: readonly Draft[], { from, to }: View): readonly Draft[] {
  const { parent, id } = object
  if (subjectOf(object) !== 'table' || !parent || !drafts.some(({ sql }) => sql.startsWith('REVOKE'))) return drafts
  const grants = to
    .children(parent)
    .flatMap((child) => to.children(keyOf(child)))
    .filter(grant.is)
  return [
    ...drafts,
    ...grants
      .filter((one) => one.id.of === 'column' && one.id.to === id.to && from.has(keyOf(one)))
      .flatMap((one) => changeRights({ from: noRights, to: one.attrs }, id.to, writer(one, to))),
  ]
}

/** How statements about it are written, as what is granted on stands in a state. */
function writer(object: Grant, schema: Schema): Write {
  const names = Object.values(object.id).slice(0, -2)
  const subject = subjectOf(object)
  const [on, of] =
    subject === 'column'
      ? [`TABLE ${dotted(...names.slice(0, 2))}`, ` (${ident(names[2]!)})`]
      : [`${words[subject]} ${dotted(...(object.attrs.generator ? counterOf(object, schema) : names))}`, '']
  return (verb, privileges, tail) => ({
    sql: `${verb} ${privileges.map((privilege) => privilege.toUpperCase() + of).join(', ')} ON ${on} ${tail}`,
    lock: /^(TABLE|SEQUENCE)/.test(on) ? 'access-share' : 'none',
  })
}

const words = { table: 'TABLE', sequence: 'SEQUENCE', schema: 'SCHEMA', routine: 'ROUTINE', type: 'TYPE' }

/** The names of the sequence of a column. */
function counterOf({ parent }: Grant, schema: Schema): readonly string[] {
  const of = schema.get(parent!)
  if (!column.is(of)) return []
  return [of.id.schema, of.attrs.identity?.name ?? of.attrs.serial!]
}
