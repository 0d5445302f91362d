import type { Draft } from '../dialect/kind.ts'
import type { Key, Pair } from '../schema/object.ts'
import { move } from './move.ts'
import type { Range } from './range.ts'
import { asideName, dollarQuoted, dotted, literal, sqlName } from './sql/quote.ts'

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

/**
 * What a range type brings makes room, whatever the catalog says that it is called: where a plan may run again, the type that
 * is made anew is by then the new one. `done`: a condition in SQL, that it is the new one.
 */
export function foundAside(k: Key, done?: string): Draft {
  const isOld = done === undefined ? '' : `NOT (${done}) AND `
  const [range, prefix] = [literal(sqlName(k)), literal(asideName(''))]
  const body = ` DECLARE
	one record;
BEGIN
	FOR one IN SELECT format('FUNCTION %s RENAME TO %I', p.oid::regprocedure, ${prefix} || p.proname) AS rename
		FROM pg_range r
		JOIN pg_depend d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (r.rngtypid, r.rngmultitypid)
		JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND p.oid = d.objid
		WHERE ${isOld}r.rngtypid = to_regtype(${range}) AND d.deptype = 'i' AND p.proname NOT LIKE 'old\\_\\_%'
		UNION ALL SELECT format('TYPE %s RENAME TO %I', t.oid::regtype, ${prefix} || t.typname)
		FROM pg_range r JOIN pg_type t ON t.oid = r.rngmultitypid
		WHERE ${isOld}r.rngtypid = to_regtype(${range}) AND t.typname NOT LIKE 'old\\_\\_%'
	LOOP
		EXECUTE 'ALTER ' || one.rename;
	END LOOP;
END `
  return { sql: `DO ${dollarQuoted(body)}`, lock: 'none' }
}
