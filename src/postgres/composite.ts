import { type Draft, kind, type View } from '../dialect/kind.ts'
import { keyOf, type Obj, type Pair } from '../schema/object.ts'
import { type Attribute, attributes } from './attribute.ts'
import { attributeClause, createType } from './create-type.ts'
import { columnExists, typeIs } from './exists.ts'
import { move } from './move.ts'
import { extensionsIn, namesIn } from './names.ts'
import { isHeld, isRemade, sameAttribute, standsOnRemade } from './remade.ts'
import { remake } from './remake.ts'
import { dotted, ident } from './sql/quote.ts'
import { attributeStands } from './type-stands.ts'

export type CompositeAttrs = {
  /** In the order in which a value states them. */
  readonly attributes: readonly Attribute[]
}

export type Composite = Obj<'schema' | 'name', CompositeAttrs>

/** A composite type (manual 8.16). */
export const composite = kind<'schema' | 'name', CompositeAttrs>({
  name: 'composite',
  word: 'composite type',
  holdsData: true,
  fields: {
    attributes: {
      // A view may read what goes.
      disturbs: (pair, view) => isRemade(keyOf(pair.to), view) || goneIn(pair).length > 0,
      alter: (pair, view) =>
        !isRemade(keyOf(pair.to), view)
          ? changes(pair, view)
          : standsOnRemade(pair, view)
            ? []
            : remake(keyOf(pair.to), view),
    },
  },
  create: (object, view) => [createType(object, view)],
  drop: (object) => [{ sql: `DROP TYPE ${nameOf(object)}`, lock: 'none' }],
  rename: (pair) => move('TYPE', pair, 'none'),
  stands: ({ id }) => typeIs('c', id),
  claims: (object) => [`type ${nameOf(object)}`, `relation ${nameOf(object)}`],
  // A table is the type of its rows, too.
  finds: ({ attrs, ...object }, schema) => {
    const text = attrs.attributes.map(({ type }) => type).join(' ')
    const tables = namesIn(text, { ...object, attrs }, schema, ['table', 'view', 'materializedView'])
    return [...tables, ...extensionsIn(text, schema)]
  },
  parts: attributes,
})

const nameOf = ({ id }: Composite): string => dotted(id.schema, id.name)

const goneIn = ({ from, to }: Pair<Composite>): readonly Attribute[] =>
  from.attrs.attributes.filter(({ name }) => !to.attrs.attributes.some((one) => one.name === name))

function changes(pair: Pair<Composite>, view: View): readonly Draft[] {
  const { from, to } = pair
  const { schema, name: own } = to.id
  const alter = (what: string) => ({ sql: `ALTER TYPE ${nameOf(to)} ${what}`, lock: 'none' }) as const satisfies Draft
  return [
    ...goneIn(pair).map(({ name }) => ({
      ...alter(`DROP ATTRIBUTE ${ident(name)}`),
      ...(isHeld(keyOf(to), view.from) && { loses: `the attribute ${nameOf(to)}.${ident(name)} and its values` }),
    })),
    ...to.attrs.attributes.flatMap((one): Draft[] => {
      const was = from.attrs.attributes.find(({ name }) => name === one.name)
      const clause = attributeClause(one, view.to)
      if (!was) return [{ ...alter(`ADD ATTRIBUTE ${clause}`), unless: columnExists(schema, own, one.name) }]
      if (sameAttribute(was, one)) return []
      const retyped = clause.replace(ident(one.name), (name) => `${name} SET DATA TYPE`)
      const unless = attributeStands({ from: was, to: one }, schema, own, one.name)
      return [{ ...alter(`ALTER ATTRIBUTE ${retyped}`), ...(unless && { unless }) }]
    }),
  ]
}
