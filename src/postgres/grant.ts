import { type Draft, kind, type View } from '../dialect/kind.ts'
import { type Key, key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { column } from './column.ts'
import { givenAtFirst } from './default-privilege.ts'
import { isServerSince, relationExists } from './exists.ts'
import { guarded } from './guard.ts'
import { isType } from './names.ts'
import { isRemade } from './remade.ts'
import {
  both,
  changeRights,
  everybody,
  givenToAll,
  noRights,
  type Rights,
  type Subject,
  spelled,
  unlessGone,
  type Write,
} from './rights.ts'
import { dotted, ident } from './sql/quote.ts'

export type GrantAttrs = Rights & {
  /** Of a grant on the sequence of a column: what the column is. Where that changes, another sequence takes over. */
  readonly generator: 'serial' | 'identity' | null
}

/** What it is about comes first: `{ schema: 'public', name: 'users', of: 'table', to: 'reader' }`. */
type Id = 'of' | 'to'
type Grant = Obj<Id, GrantAttrs>

const rights = { with: ['privileges', 'grantable'], alter } as const

/**
 * All that a role or everybody may do with one thing (manual, GRANT); its owner may do anything. Without a grant it is
 * what they may do with any new thing: what default privileges say, or what everybody may by themselves.
 */
export const grant = kind<Id, GrantAttrs>({
  name: 'grant',
  word: 'grant',
  cascades: () => true,
  calledAfter: { to: 'role' },
  unmoved: ({ from, to = from }) => (to ? [key('role', to.id.to)] : []),
  rigid: isOfType,
  fields: { generator: 'replace', privileges: rights, grantable: rights },
  create(object, view) {
    const from = isOpenSchema(object) ? everything : before(object, view)
    return changeRights({ from, to: object.attrs }, object.id.to, writer(object, view.to), false)
  },
  drop: (object, view) => {
    if (isOfType(object) && view.to.has(keyOf(object))) return []
    const write = writer(object, view.from)
    if (isOpenSchema(object)) return openAgain(object, write, view.options.postgres)
    const pair = { from: object.attrs, to: given(object, view.to) }
    const drafts = withColumns(object, changeRights(pair, object.id.to, write), view)
    return unlessGone([object.id.to], drafts, view)
  },
  finds: ({ id }, schema) => [key('role', id.to)].filter((role) => schema.has(role)),
  // What is revoked for a table is revoked for each of its columns (manual, REVOKE).
  reads: ({ id }, schema) =>
    id.of === 'column'
      ? [key('grant', ...Object.values(id).slice(0, 2), 'table', id.to)].filter((k) => schema.has(k))
      : [],
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
  enum: 'type',
  domain: 'type',
  composite: 'type',
  range: 'type',
}

/** A type that is made anew is another one, on which nothing is granted; what was granted goes with the one before. */
function isOfType({ id }: Grant): boolean {
  return isType(id.of)
}

/** What everybody may do in `public`. Before 15 that is everything, where nobody has said anything. */
const isOpenSchema = ({ id }: Grant): boolean =>
  id.of === 'schema' && id.to === everybody && Object.values(id)[0] === 'public'

/** Only the server shows which of the two it is, unless all that the plan is for are new enough. */
function openAgain({ id, attrs }: Grant, write: Write, oldest: number): readonly Draft[] {
  const closes = attrs.privileges.includes('create')
  const rest = attrs.privileges.filter((one) => one !== 'create')
  const drafts = changeRights({ from: { ...attrs, privileges: rest }, to: usage }, id.to, write)
  const create = closes ? write('REVOKE', ['create'], 'FROM PUBLIC') : write('GRANT', ['create'], 'TO PUBLIC')
  if (oldest >= 15) return closes ? [...drafts, create] : drafts
  const isNew = isServerSince(150000)
  return [...drafts, { ...create, sql: guarded({ sql: create.sql, unless: closes ? `NOT (${isNew})` : isNew }) }]
}

const usage: Rights = { privileges: ['usage'], grantable: [] }

const everything: Rights = { privileges: spelled(['all'], 'schema'), grantable: [] }

const subjectOf = ({ id }: Grant): Subject => subjects[id.of]!

const given = ({ id }: Grant, schema: Schema): Rights => givenOn(Object.values(id), id.of, id.to, (k) => schema.get(k))

/** The most that there can be without a word. A thing that stands was made under the default privileges of then, or before them. */
function before(object: Grant, view: View): Rights {
  const on = object.parent!
  if (!view.from.has(on) || view.anew?.has(on) || isRemade(on, view)) return given(object, view.to)
  // A type that stands keeps what is granted on it, whatever is dropped and made again around its change.
  const stood = isOfType(object) && view.from.get(keyOf(object))
  if (stood) return (stood as Grant).attrs
  const usual = object.id.to === everybody ? givenToAll(subjectOf(object)) : noRights
  return both(given(object, view.from), usual, subjectOf(object))
}

/** What somebody may do with a thing without a grant on it. `public` is the one schema that lets everybody in. */
export function givenOn(
  [name = '']: readonly string[],
  of: string,
  to: string,
  get: (k: Key) => Obj | undefined,
): Rights {
  if (of === 'schema' && name === 'public') return to === everybody ? usage : noRights
  return givenAtFirst(subjects[of]!, of === 'schema' ? undefined : name, to, get)
}

function alter({ from, to }: Pair<Grant>, view: View): readonly Draft[] {
  const pair = { from: from.attrs, to: to.attrs }
  return withColumns(to, changeRights(pair, to.id.to, writer(to, view.to)), view)
}

/** What is revoked for a table is revoked for each of its columns, too (manual, REVOKE): their own grants are made again. */
function withColumns(object: Grant, drafts: readonly Draft[], { from, to, anew }: View): readonly Draft[] {
  const { parent, id } = object
  if (subjectOf(object) !== 'table' || !parent || !drafts.some(({ sql }) => sql.startsWith('REVOKE'))) return drafts
  const grants = to
    .children(parent)
    .flatMap((child) => to.children(keyOf(child)))
    .filter(grant.is)
  return [
    ...drafts,
    ...grants
      .filter((one) => one.id.of === 'column' && one.id.to === id.to && from.has(keyOf(one)) && !anew?.has(keyOf(one)))
      .flatMap((one) => changeRights({ from: noRights, to: one.attrs }, id.to, writer(one, to))),
  ]
}

/** How statements about it are written, as what is granted on stands in a state. */
function writer(object: Grant, schema: Schema): Write {
  const names = Object.values(object.id).slice(0, -2)
  const subject = subjectOf(object)
  const counter = object.attrs.generator ? counterOf(object, schema) : undefined
  const [on, of] =
    subject === 'column'
      ? [`TABLE ${dotted(...names.slice(0, 2))}`, ` (${ident(names[2]!)})`]
      : subject === 'routine'
        ? [`ROUTINE ${dotted(names[0]!, names[1]!)}(${names[2]})`, '']
        : [`${words[subject]} ${dotted(...(counter ?? names))}`, '']
  return (verb, privileges, tail) => ({
    // The column may have no sequence any more.
    ...(counter && verb === 'REVOKE' && { unless: `NOT (${relationExists(counter[0]!, counter[1]!)})` }),
    sql: `${verb} ${privileges.map((privilege) => privilege.toUpperCase() + of).join(', ')} ON ${on} ${tail}`,
    lock: /^(TABLE|SEQUENCE)/.test(on) ? 'access-share' : 'none',
  })
}

const words = { table: 'TABLE', sequence: 'SEQUENCE', schema: 'SCHEMA', type: 'TYPE' }

/** The names of the sequence of a column. */
function counterOf({ parent }: Grant, schema: Schema): readonly string[] {
  const of = schema.get(parent!)
  if (!column.is(of)) return []
  return [of.id.schema, of.attrs.identity?.name ?? of.attrs.serial!]
}
