import { kind } from '../dialect/kind.ts'
import { type Key, keyOf, type Obj } from '../schema/object.ts'
import { columnExists } from './exists.ts'
import { dotted, ident } from './sql/quote.ts'

/** An attribute of a composite type, with its type as a column has it. */
export type Attribute = {
  readonly name: string
  readonly type: string
  readonly of: Key | null
  /** As SQL, where it is not the type's own. */
  readonly collation: string | null
}

type AttributeAttrs = Omit<Attribute, 'name'> & { readonly position: number }

/** An attribute of a composite type, which makes and drops it; by itself it only gets another name. */
export const attribute = kind<'schema' | 'composite' | 'name', AttributeAttrs>({
  name: 'attribute',
  word: 'attribute',
  holdsData: true,
  fields: { type: 'ignore', of: 'ignore', collation: 'ignore', position: 'ignore' },
  create: () => [],
  drop: () => [],
  rename: ({ from, to }) => [
    {
      sql: `ALTER TYPE ${dotted(to.id.schema, to.id.composite)} RENAME ATTRIBUTE ${ident(from.id.name)} TO ${ident(to.id.name)}`,
      lock: 'none',
      unless: columnExists(to.id.schema, to.id.composite, to.id.name),
    },
  ],
  claims: ({ id }) => [`attribute ${dotted(id.schema, id.composite, id.name)}`],
})

type Composite = Obj<'schema' | 'name', { readonly attributes: readonly Attribute[] }>

/** The attributes of a composite type as its parts. */
export const attributes = {
  kind: attribute.name,
  of: (of: Composite): readonly Obj[] =>
    of.attrs.attributes.map(({ name, ...typed }, position) =>
      attribute.make(
        { schema: of.id.schema, composite: of.id.name, name },
        { ...typed, position },
        keyOf(of),
        typed.of ? [typed.of] : [],
      ),
    ),
  whole: (of: Composite, parts: readonly Obj[]): Composite => ({
    ...of,
    attrs: {
      attributes: parts
        .filter(attribute.is)
        .sort((a, b) => a.attrs.position - b.attrs.position)
        .map(({ id, attrs: { position: _, ...typed } }) => ({ name: id.name, ...typed })),
    },
  }),
}
