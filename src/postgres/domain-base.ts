import type { Lock } from '../dialect/kind.ts'
import { type Key, keyOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Typed } from './column-type.ts'
import type { Composite } from './composite.ts'
import type { Domain } from './domain.ts'
import { namesIn } from './names.ts'
import { lex } from './sql/lex.ts'

/** A domain and those below it, outermost first; none for any other type. */
export function domainsBelow(k: Key | null, schema: Schema): readonly Domain[] {
  const object = k ? schema.get(k) : undefined
  // The kind itself stands on columns, which stand on this.
  if (object?.kind !== 'domain') return []
  const domain = object as Obj as Domain
  return [domain, ...domainsBelow(domain.attrs.of, schema)]
}

/** A type with what lies below it, where it is a domain or a composite type of this state. */
export function typedIn({ type, of }: Typed, schema: Schema): Typed {
  const domains = domainsBelow(of, schema)
  const last = domains.at(-1)
  if (!last) return { type, of, ...rowOf(of, schema) }
  const brackets = [...domains.slice(0, -1).map((one) => one.attrs.type), type].join('')
  const ground = typedIn({ type: `${last.attrs.type}${brackets}`, of: last.attrs.of }, schema)
  return { type, of, domain: { ground, strict: domains.some(isStrict) } }
}

/** The attributes of a composite type. */
function rowOf(of: Key | null, schema: Schema): Pick<Typed, 'row'> {
  const object = of && schema.get(of)
  if (object?.kind !== 'composite') return {}
  const { attributes } = object.attrs as Composite['attrs']
  return { row: attributes.map((one) => ({ name: one.name, typed: typedIn(one, schema) })) }
}

/** Does it look at values? Then no column becomes one of it, or is added, without being written anew. */
const isStrict = ({ attrs }: Domain): boolean => attrs.notNull || Object.keys(attrs.checks).length > 0

/** Is a value by this domain, or one below it, never missing? */
export const isRequired = (k: Key | null, schema: Schema): boolean =>
  domainsBelow(k, schema).some(({ attrs }) => attrs.notNull)

/** Does it give a value to what is of it and has none of its own? A list of it gets none, and what it stands on gives none. */
export const hasDefault = ({ type, of }: Typed, schema: Schema): boolean =>
  type === '' && (domainsBelow(of, schema)[0]?.attrs.default ?? null) !== null

/** A domain and all that stand on it. */
export const standingOn = (k: Key, schema: Schema): readonly Key[] => [
  k,
  ...schema
    .users(k)
    .filter(({ kind, attrs }) => kind === 'domain' && attrs.of === k)
    .flatMap((one) => standingOn(keyOf(one), schema)),
]

/** The expression of a domain's check, asked of another text than VALUE. */
export function asked(expression: string, value: string): string {
  let end = 0
  const parts = [...lex(expression)].map(({ kind, text, offset }) => {
    const before = expression.slice(end, offset)
    end = offset + text.length
    return before + (kind === 'word' && text.toLowerCase() === 'value' ? value : text)
  })
  return parts.join('') + expression.slice(end)
}

/** A default is understood when it is stated: the sequence that it counts by is looked at. */
export const lockOfDefault = (object: Domain, schema: Schema): Lock =>
  namesIn(object.attrs.default ?? '', object, schema, ['sequence']).length > 0 ? 'access-share' : 'none'
