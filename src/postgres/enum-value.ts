import { kind } from '../dialect/kind.ts'
import { keyOf, type Obj } from '../schema/object.ts'
import { hasLabel } from './exists.ts'
import { dotted, literal } from './sql/quote.ts'

/** A label of an enum, which makes and drops it; by itself it only gets another name. */
export const enumValue = kind<'schema' | 'enum' | 'name', { readonly position: number }>({
  name: 'enumValue',
  word: 'enum value',
  holdsData: true,
  fields: { position: 'ignore' },
  create: () => [],
  drop: () => [],
  rename({ from, to }) {
    const type = dotted(to.id.schema, to.id.enum)
    return [
      {
        sql: `ALTER TYPE ${type} RENAME VALUE ${literal(from.id.name)} TO ${literal(to.id.name)}`,
        lock: 'none',
        unless: hasLabel(type, to.id.name),
      },
    ]
  },
  claims: ({ id }) => [`label ${dotted(id.schema, id.enum, id.name)}`],
})

type Enum = Obj<'schema' | 'name', { readonly values: readonly string[] }>

/** The labels of an enum as its parts. */
export const labels = {
  kind: enumValue.name,
  of: (of: Enum): readonly Obj[] =>
    of.attrs.values.map((name, position) =>
      enumValue.make({ schema: of.id.schema, enum: of.id.name, name }, { position }, keyOf(of)),
    ),
  whole: (of: Enum, parts: readonly Obj[]): Enum => ({
    ...of,
    attrs: {
      values: parts
        .filter(enumValue.is)
        .sort((a, b) => a.attrs.position - b.attrs.position)
        .map(({ id }) => id.name),
    },
  }),
}
