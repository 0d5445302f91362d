import type { Condition, View } from '../dialect/kind.ts'
import { key, keyOf, namesOf, type Pair } from '../schema/object.ts'
import type { Column } from './column.ts'
import { sqlType, type Typed } from './column-type.ts'
import { type Conversion, conversion } from './conversion.ts'
import type { Domain } from './domain.ts'
import { asked, domainsBelow, isRequired, typedIn } from './domain-base.ts'
import { labelsOf } from './enum-values.ts'
import { namesIn, types } from './names.ts'
import { allBefore, noNulls, unmoved } from './rows.ts'
import { dotted, ident, literal } from './sql/quote.ts'

/** What must hold for the values of a column that becomes of another type. */
export function typeConditions({ from, to }: Pair<Column>, view: View): readonly Condition[] {
  const at = allBefore([keyOf(to)], view)
  if (!at) return []
  const [name] = at.names as [string]
  const { check, using = name } = conversion(typesOf({ from, to }, view), name)
  if (check) return [misfits({ table: at.table, name }, check, from, view)]
  if (to.attrs.type !== '') return []
  const required = isRequired(to.attrs.of, view.to) && !isRequired(from.attrs.of, view.from)
  const held = new Map(domainsBelow(from.attrs.of, view.from).map((domain) => [keyOf(domain), domain.attrs.checks]))
  return [
    ...(required ? noNulls([keyOf(to)], view) : []),
    ...domainsBelow(to.attrs.of, view.to).flatMap((domain) =>
      Object.entries(domain.attrs.checks)
        .filter(([check, text]) => held.get(keyOf(domain))?.[check] !== text)
        .flatMap(([check]) => breakers(to, domain, check, view, using)),
    ),
  ]
}

/** The types of a column on both sides, with what lies below them. */
export const typesOf = ({ from, to }: Pair<Column>, view: View): Pair<Typed> => ({
  from: typedIn(from.attrs, view.from),
  to: typedIn(to.attrs, view.to),
})

/** The values of a column that break a check of its domain; `value`: what is asked, where it is not the column itself. */
export function breakers(one: Column, of: Domain, check: string, view: View, value?: string): readonly Condition[] {
  const at = one.attrs.type === '' ? allBefore([keyOf(one)], view) : undefined
  const expression = of.attrs.checks[check]!
  if (!at || !unmoved(namesIn(expression, of, view.to, ['function', ...types]), view)) return []
  const { ground } = typedIn({ type: '', of: keyOf(of) }, view.to).domain!
  const cast = `(${value ?? at.names[0]})::${sqlType(ground, true)}`
  return [
    {
      query: `SELECT count(*) FROM ${at.table} WHERE NOT (${asked(expression, cast)})`,
      says: `values of ${at.names[0]} in ${at.table} break the check ${ident(check)} of the domain ${dotted(of.id.schema, of.id.name)}`,
    },
  ]
}

/** Values that the new type does not take. */
function misfits(
  { table, name }: Readonly<Record<'table' | 'name', string>>,
  check: NonNullable<Conversion['check']>,
  from: Column,
  view: View,
): Condition {
  const type = sqlType(check.type, true)
  const labels =
    check.type.of && labelsOf(check.type.of, view.to)?.flatMap((label) => [label, ...wasLabel(from, label, view)])
  const unfit = labels ? isNoneOf(check.text, labels, check.type.type !== '') : isNo(check.text, type)
  return {
    query: `SELECT count(*) FROM ${table} WHERE ${name} IS NOT NULL AND ${unfit}`,
    says: `values of ${name} in ${table} are no ${type}`,
    ...(!labels && { since: 160000 }),
  }
}

/** What a label that the plan renames is called while this is asked. */
function wasLabel({ attrs }: Column, label: string, view: View): readonly string[] {
  const was = attrs.of && view.before(key('enumValue', ...namesOf(attrs.of), label))
  return was && was.id.name !== label ? [was.id.name!] : []
}

/** `pg_input_is_valid` is there from 16; before it the statement itself must tell. */
const isNo = (text: string, type: string): string => `NOT pg_input_is_valid(${text}, ${literal(type)})`

/** An enum may not be there yet when this is asked. */
function isNoneOf(text: string, labels: readonly string[], inArray: boolean): string {
  const list = `ARRAY[${labels.map(literal).join(', ')}]::text[]`
  return inArray ? `NOT array_remove(${text}::text[], NULL) <@ ${list}` : `${text} <> ALL (${list})`
}
