import { type Key, key } from '../../schema/object.ts'
import type { Typed } from '../column-type.ts'
import { first, notOfExtension } from './source.ts'

/** What a query says of a type. */
export interface TypeRow {
  readonly type: string
  readonly array: boolean
  /** The kind, schema and name of the type, or of an array's elements, where it has a key. */
  readonly of: readonly [kind: string, schema: string, name: string] | null
}

/** Joins the type of a type's elements, or itself, as `b`, and its schema as `bn`. */
export const typeJoins = (type: string) => `
    join pg_type b on b.oid = case when ${type}.typcategory = 'A' and ${type}.typelem <> 0 then ${type}.typelem else ${type}.oid end
    join pg_namespace bn on bn.oid = b.typnamespace`

const made = `b.oid >= ${first} and bn.nspname <> 'pg_catalog'`
const outside = `${notOfExtension('pg_type', 'b.oid')} and ${notOfExtension('pg_class', 'b.typrelid')}`

/** A table has a type of its rows, which has no key of its own. */
const kind = `case b.typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range'
        when 'c' then (select 'composite' from pg_class k where k.oid = b.typrelid and k.relkind = 'c') end`

/** The columns of `TypeRow`. A type of an extension is named without its schema: which one that is, is the installation's business. */
export const typeColumns = (type: string, modifier: string) => `
      case when ${made} and not (${outside})
        then substr(format_type(${type}.oid, ${modifier}), length(quote_ident(bn.nspname)) + 2)
        else format_type(${type}.oid, ${modifier}) end as type,
      b.oid <> ${type}.oid as array,
      case when ${made} and ${kind} is not null and ${outside} then json_build_array(${kind}, bn.nspname, b.typname) end as of`

/** The type in our words. */
export function typed({ type, array, of }: TypeRow): Typed {
  const k: Key | null = of && key(...of)
  return { type: k ? (array ? '[]' : '') : type, of: k }
}
