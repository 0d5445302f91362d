import type { Draft } from '../dialect/kind.ts'
import type { Pair } from '../schema/object.ts'
import { move } from './move.ts'
import { dotted } from './quote.ts'
import type { Range } from './range.ts'

/** The name that Postgres gives to a multirange (makeMultirangeTypeName in src/backend/catalog/pg_type.c). */
export const multirangeOf = (name: string): string =>
  name.includes('range') ? name.replace('range', 'multirange') : `${name}_multirange`

export const multirange = ({ id, attrs }: Range): string => attrs.multirange ?? multirangeOf(id.name)

/**
 * A range type's name is that of its functions, and it brings a multirange with some more: they follow a type that has its new
 * name already. `of` is what it spans, as SQL.
 */
export function moveParts(pair: Pair<Range>, of: string): readonly Draft[] {
  const { from, to } = pair
  const part = (word: 'TYPE' | 'FUNCTION', nameOf: (range: Range) => string, args = '') => {
    const named = (range: Range) => ({ ...range, id: { ...range.id, name: nameOf(range) } })
    return move(word, { from: named(from), to: named(to) }, 'none', args)
  }
  const own = dotted(to.id.schema, to.id.name)
  return [
    ...part('TYPE', multirange),
    ...[`(${of}, ${of})`, `(${of}, ${of}, text)`].flatMap((args) => part('FUNCTION', ({ id }) => id.name, args)),
    ...['()', `(${own})`, `(${own}[])`].flatMap((args) => part('FUNCTION', multirange, args)),
  ]
}
