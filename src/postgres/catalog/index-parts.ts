import type { IndexPart } from '../index.ts'
import { type Catalog, collationOf, collationText } from './source.ts'

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

/** What an index `i` of a relation `r` is made of, in its order; `more` is a list of further pairs, of `a`. */
export const partsOf = (more = '') => `(
      select
        json_agg(json_build_object(
          'column', a.attnum, 'option', a.option, 'opclass', case when not o.opcdefault then o.opcname end,
          'collation', case when a.collated not in (0, coalesce(t.attcollation, 100)) then ${collationOf('a.collated')} end,
          'expression', case when a.attnum = 0 or r.relkind = 'm' then pg_get_indexdef(i.indexrelid, a.place::int4, false) end${more}
        ) order by a.place) as parts,
        bool_or(e.attoptions is not null) as tuned
      from unnest(i.indkey::int2[], i.indoption::int2[], i.indclass::oid[], i.indcollation::oid[])
        with ordinality a (attnum, option, opclass, collated, place)
      join pg_opclass o on o.oid = a.opclass
      left join pg_attribute t on t.attrelid = i.indrelid and t.attnum = a.attnum and a.attnum > 0
      left join pg_attribute e on e.attrelid = i.indexrelid and e.attnum = a.place
    ) p`

export const readPart = (
  { column, expression, collation, option, opclass }: PartRow,
  relation: number,
  catalog: Catalog,
): IndexPart => ({
  column: catalog.column(relation, column) ?? null,
  expression,
  collation: collationText(collation),
  asc: (option & 1) === 0,
  nulls: option & 2 ? 'first' : 'last',
  opclass,
})
