import type { IndexPart } from '../index.ts'
import { type Catalog, collationOf, collationText, type Oid } from './source.ts'

export interface PartRow {
  /** 0 where it is an expression. */
  readonly column: number
  readonly expression: string | null
  /** Has bit 1 for DESC, bit 2 for NULLS FIRST. */
  readonly option: number
  readonly collation: readonly [schema: string, name: string] | null
  readonly opclass: string | null
  /** Of an exclusion constraint. */
  readonly operator: string
}

/**
 * What an index `i` of a relation `r` is made of, in its order; `more` is a list of further pairs, of `a`. Looked up part by
 * part and only where it is rare: to join four catalogs for each index took most of the time of its query.
 */
export const partsOf = (more = '') => `(
      select
        json_agg(json_build_object(
          'column', a.attnum, 'option', a.option,
          'opclass', case when a.opclass <> all (array(select oid from pg_opclass where opcdefault)) then (
            select opcname from pg_opclass where oid = a.opclass) end,
          'collation', case when a.collated <> 0 and a.collated <> coalesce((
            select attcollation from pg_attribute where attrelid = i.indrelid and attnum = nullif(a.attnum, 0)), 100)
            then ${collationOf('a.collated')} end,
          'expression', case when a.attnum = 0 or r.relkind = 'm' then pg_get_indexdef(i.indexrelid, a.place::int4, false) end${more}
        ) order by a.place) as parts,
        bool_or(exists (
          select from pg_attribute where attrelid = i.indexrelid and attnum = a.place and attoptions is not null)) as tuned
      from unnest(i.indkey::int2[], i.indoption::int2[], i.indclass::oid[], i.indcollation::oid[])
        with ordinality a (attnum, option, opclass, collated, place)
      where a.opclass is not null
    ) p`

export const readPart = (
  { column, expression, collation, option, opclass }: PartRow,
  relation: Oid,
  catalog: Catalog,
): IndexPart => ({
  column: catalog.column(relation, column) ?? null,
  expression,
  collation: collationText(collation),
  asc: (option & 1) === 0,
  nulls: option & 2 ? 'first' : 'last',
  opclass,
})
