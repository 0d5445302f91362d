import { type Field, kind } from '../dialect/kind.ts'
import { type Key, keyOf, type Obj } from '../schema/object.ts'
import { sqlType, typeClause } from './column-type.ts'
import { createType } from './create-type.ts'
import { typeIs } from './exists.ts'
import { move } from './move.ts'
import { extensionsIn, namesIn } from './names.ts'
import { foundAside, moveParts, multirange } from './range-parts.ts'
import { isRemade, standsOnRemade } from './remade.ts'
import { remake } from './remake.ts'
import { dotted } from './sql/quote.ts'
import { typeStands } from './type-stands.ts'

export type RangeAttrs = {
  /** What it spans, as of a column: `float8`; only the brackets of an array where it is of a type with a key. */
  readonly type: string
  readonly of: Key | null
  /** As SQL, where it is not the type's own. */
  readonly collation: string | null
  /** The order of its values, where it is not the type's default. */
  readonly opclass: string | null
  /** The function that says how far two values are apart, as SQL. */
  readonly diff: string | null
  /** What its multirange is called, where that is not derived from its own name. */
  readonly multirange: string | null
}

export type Range = Obj<'schema' | 'name', RangeAttrs>

/** No statement changes a range type. */
const value = {
  disturbs: () => true,
  with: ['type', 'of', 'collation', 'opclass', 'diff', 'multirange'],
  alter: (pair, view) => (standsOnRemade(pair, view) ? [] : remake(keyOf(pair.to), view)),
} as const satisfies Field<never, 'schema' | 'name', RangeAttrs>

/** A range type (manual 8.17). */
export const range = kind<'schema' | 'name', RangeAttrs>({
  name: 'range',
  word: 'range type',
  holdsData: true,
  fields: { type: value, of: value, collation: value, opclass: value, diff: value, multirange: value },
  create: (object, view) => [createType(object, view)],
  drop: ({ id }) => [{ sql: `DROP TYPE ${dotted(id.schema, id.name)}`, lock: 'none' }],
  rename: (pair, view) => {
    const k = keyOf(pair.to)
    // By now what it spans may have another name, too.
    const { attrs } = view.from.get(k) as Range
    // What it brings may then be called as in neither state.
    const isFound = view.options.guards && isRemade(k, view)
    const done = typeStands({ from: view.from.get(k)!, to: view.to.get(k)! })
    const parts = isFound ? [foundAside(k, done)] : moveParts(pair, sqlType(attrs, true))
    return [...move('TYPE', pair, 'none'), ...parts]
  },
  stands: ({ id }) => typeIs('r', id),
  resembles: ({ from, to }) => from.attrs.of === to.attrs.of && typeClause(from.attrs) === typeClause(to.attrs),
  claims: (object) => [object.id.name, multirange(object)].map((name) => `type ${dotted(object.id.schema, name)}`),
  finds: (object, schema) => [
    ...namesIn(object.attrs.diff === null ? '' : `${object.attrs.diff}()`, object, schema, ['function']),
    ...extensionsIn(`${object.attrs.type} ${object.attrs.opclass ?? ''}`, schema),
  ],
})
