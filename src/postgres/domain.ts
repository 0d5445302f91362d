import { type Draft, type Field, kind, type Lock, type View } from '../dialect/kind.ts'
import { canonical } from '../schema/hash.ts'
import { type Key, keyOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { columnsOf } from './column.ts'
import { breakers } from './column-conditions.ts'
import { typeClause } from './column-type.ts'
import { createType } from './create-type.ts'
import { lockOfDefault, standingOn } from './domain-base.ts'
import { domainConstraintExists, domainConstraintIsValid, typeIs } from './exists.ts'
import { move } from './move.ts'
import { extensionsIn, namesIn, types } from './names.ts'
import { isRemade, lettingGo, standsOnRemade } from './remade.ts'
import { remake } from './remake.ts'
import { noNulls } from './rows.ts'
import { dotted, ident } from './sql/quote.ts'

export type DomainAttrs = {
  /** As of a column: `text`, `varchar(80)`; only the brackets of an array where it is of a type with a key. */
  readonly type: string
  readonly of: Key | null
  /** As SQL, where it is not the type's own. */
  readonly collation: string | null
  readonly default: string | null
  readonly notNull: boolean
  /** By their names, the texts between the parentheses; VALUE is the value. */
  readonly checks: Readonly<Record<string, string>>
}

export type Domain = Obj<'schema' | 'name', DomainAttrs>

/** A domain changes in place but for what it stands on: then it is made anew, with its default and its checks. */
const value = {
  disturbs: ({ to }, view) => isRemade(keyOf(to), view),
  with: ['type', 'of', 'collation', 'default', 'notNull', 'checks'],
  alter: (pair, view) =>
    !isRemade(keyOf(pair.to), view)
      ? changes({ from: between(pair, view), to: pair.to }, view)
      : standsOnRemade(pair, view)
        ? []
        : remake(keyOf(pair.to), view),
} as const satisfies Field<never, 'schema' | 'name', DomainAttrs>

/** A domain (manual 8.18). */
export const domain = kind<'schema' | 'name', DomainAttrs>({
  name: 'domain',
  word: 'domain',
  holdsData: true,
  texts: ['default', 'checks'],
  fields: { type: value, of: value, collation: value, default: value, notNull: value, checks: value },
  create: (object, view) => [createType(object, view)],
  drop: (object) => [{ sql: `DROP DOMAIN ${nameOf(object)}`, lock: 'none' }],
  rename: (pair) => move('DOMAIN', pair, 'none'),
  stands: ({ id }) => typeIs('d', id),
  resembles: ({ from, to }) => from.attrs.of === to.attrs.of && typeClause(from.attrs) === typeClause(to.attrs),
  claims: (object) => [`type ${nameOf(object)}`],
  // A default and a check that use it would keep it. A change that the domain has itself brings back what is left of them.
  loosen: ({ from, to }, view) => {
    const loose = between({ from, to }, view)
    const stays = canonical(from.attrs) === canonical(to.attrs) && !isRemade(keyOf(to), view)
    return { from: changes({ from, to: loose }, view), to: stays ? changes({ from: loose, to }, view) : [] }
  },
  finds: (object, schema) => [
    ...named([object.attrs.default ?? '', ...Object.values(object.attrs.checks)].join(' '), object, schema),
    ...extensionsIn(object.attrs.type, schema),
  ],
})

const named = (text: string, object: Domain, schema: Schema): readonly Key[] =>
  namesIn(text, object, schema, ['sequence', 'function', ...types]).filter((k) => k !== keyOf(object))

/** The domain once it has let go of what is made anew without it. */
function between({ from, to }: Pair<Domain>, view: View): Domain {
  const { default: value, checks } = from.attrs
  const keeps = (text: string, next: string | null | undefined) =>
    lettingGo({ from: named(text, from, view.from), to: named(next ?? '', to, view.to) }, keyOf(to), view).length === 0
  return {
    ...from,
    attrs: {
      ...from.attrs,
      default: value !== null && keeps(value, to.attrs.default) ? value : null,
      checks: Object.fromEntries(Object.entries(checks).filter(([name, text]) => keeps(text, to.attrs.checks[name]))),
    },
  }
}

const nameOf = ({ id }: Domain): string => dotted(id.schema, id.name)

function changes({ from, to }: Pair<Domain>, view: View): readonly Draft[] {
  const alter = (what: string) => `ALTER DOMAIN ${nameOf(to)} ${what}`
  const users = columnsOf(standingOn(keyOf(to), view.from), view.from)
  // The rows of every column of it are looked at.
  const lock: Lock = users.length > 0 ? 'share' : 'none'
  const { gone, come, renamed } = changedChecks({ from: from.attrs.checks, to: to.attrs.checks })
  const drafts: Draft[] = []
  for (const name of gone) drafts.push({ sql: alter(`DROP CONSTRAINT ${ident(name)}`), lock: 'none' })
  for (const [name, other] of renamed)
    drafts.push({
      sql: alter(`RENAME CONSTRAINT ${ident(name)} TO ${ident(other)}`),
      lock: 'none',
      unless: domainConstraintExists(to.id.schema, to.id.name, other),
    })
  if (from.attrs.default !== to.attrs.default) {
    const what = to.attrs.default === null ? 'DROP DEFAULT' : `SET DEFAULT ${to.attrs.default}`
    drafts.push({ sql: alter(what), lock: lockOfDefault(to, view.to) })
  }
  if (from.attrs.notNull && !to.attrs.notNull) drafts.push({ sql: alter('DROP NOT NULL'), lock: 'none' })
  if (!from.attrs.notNull && to.attrs.notNull)
    drafts.push({ sql: alter('SET NOT NULL'), lock, conditions: users.flatMap((one) => noNulls([keyOf(one)], view)) })
  for (const name of come) {
    const add = {
      sql: alter(`ADD CONSTRAINT ${ident(name)} CHECK (${to.attrs.checks[name]})`),
      unless: domainConstraintExists(to.id.schema, to.id.name, name),
      conditions: users.flatMap((one) => breakers(one, to, name, view)),
    }
    if (!view.options.online || users.length === 0) drafts.push({ ...add, lock })
    else
      drafts.push(
        { ...add, sql: `${add.sql} NOT VALID`, lock: 'none' },
        {
          sql: alter(`VALIDATE CONSTRAINT ${ident(name)}`),
          lock,
          apart: true,
          unless: domainConstraintIsValid(to.id.schema, to.id.name, name),
        },
      )
  }
  return drafts
}

/** A check that has only another name is renamed, first with first. */
function changedChecks({ from, to }: Pair<DomainAttrs['checks']>) {
  const come = Object.keys(to).filter((name) => from[name] !== to[name])
  const renamed: (readonly [from: string, to: string])[] = []
  const gone = Object.keys(from).filter((name) => {
    if (from[name] === to[name]) return false
    const other = name in to ? undefined : come.find((one) => !(one in from) && to[one] === from[name])
    if (other === undefined) return true
    renamed.push([name, ...come.splice(come.indexOf(other), 1)] as [string, string])
    return false
  })
  return { gone, come, renamed }
}
