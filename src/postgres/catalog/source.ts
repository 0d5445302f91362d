import type { Row } from '../../dialect/connection.ts'
import { type Key, keyOf, type Obj } from '../../schema/object.ts'
import type { Parameters } from '../parameters.ts'
import { dotted, ident } from '../sql/quote.ts'
import { trashSchema } from '../trash/trash.ts'

/** The number of a row of a system catalog, as JSON carries it. */
export type Oid = `${number}`

/**
 * A row of a system catalog, `pg_class 16385`, a column of a relation, `pg_class 16385.2`, or a remark on one of them:
 * `pg_description 1259.16385.2`.
 */
export type Address =
  | `pg_${string} ${Oid}`
  | `pg_${string} ${Oid}.${number}`
  | `pg_${'description' | 'seclabel'} ${string}`

/** What a row of the catalog says: an object, and what it cannot hold. */
export interface Found {
  readonly object: Obj
  /** As SQL words. */
  readonly more: readonly string[]
  /** No object of its own: a part of another one, or of a kind that is not modelled. */
  readonly absent?: boolean
  /** Where the server keeps it, for rows of others that point there. */
  readonly at?: Address
  /** Where the server keeps it again: a column in the partitions of its table. */
  readonly also?: readonly Address[]
}

/** How the objects of one kind are found: one query for the whole database, and what its rows mean. */
export interface Source<R extends object = object> {
  /** The query for a server of this version (`server_version_num`), 14 to 18. */
  query(version: number): string
  /** What the sources before this one have found is known by then. */
  find(rows: readonly R[], catalog: Catalog): readonly Found[]
}

/** The rows of all sources, and the objects that they have become so far. */
export class Catalog {
  readonly #rows: ReadonlyMap<Source, readonly Row[]>
  readonly #objects = new Map<Address, Obj>()
  readonly #columns = new Map<Address, Obj>()
  readonly #found: Found[] = []

  constructor(rows: ReadonlyMap<Source, readonly Row[]>) {
    this.#rows = rows
    for (const [source, some] of rows)
      for (const one of source.find(some, this)) {
        this.#found.push(one)
        if (one.at && !one.absent) this.#objects.set(one.at, one.object)
        for (const place of one.also ?? []) this.#columns.set(place, one.object)
      }
  }

  get found(): readonly Found[] {
    return this.#found
  }

  rows<R extends object>(source: Source<R>): readonly R[] {
    return (this.#rows.get(source as Source) ?? []) as readonly Row[] as readonly R[]
  }

  /** What lies there; undefined for what is not read: it belongs to an extension, say. */
  at(address: Address): Obj | undefined {
    return this.#objects.get(address)
  }

  keyAt(address: Address): Key | undefined {
    const object = this.at(address)
    return object && keyOf(object)
  }

  /** The column of a table or of one of its partitions: the column of the table. */
  column(relation: Oid, number: number): Key | undefined {
    const at = `pg_class ${relation}.${number}` as const
    const object = this.at(at) ?? this.#columns.get(at)
    return object && keyOf(object)
  }

  /** The columns of a relation by their numbers, as keys. */
  columns(relation: Oid, numbers: readonly number[] | null): Key[] {
    return (numbers ?? []).map((number) => this.column(relation, number)!)
  }
}

/** Gives a source its row type, and hides it from the list of all. */
export const source = <R extends object>(one: Source<R>): Source<R> => one

/** What a row says of something that is no object by itself: `grant on view column public.v.a`. */
export const told = (kind: string, name: string, more: readonly string[]): readonly Found[] =>
  more.length ? [{ object: { kind, id: { name }, attrs: {}, refs: [] }, more, absent: true }] : []

/** Objects from initdb have lower numbers (FirstNormalObjectId). */
export const first = 16384

/** Objects of an extension are never ours. */
export const notOfExtension = (catalog: string, oid: string) => `not exists (
    select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

/** What a rollback has kept is no part of a state. */
export const userSchema = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '${trashSchema}')`

/** A collation as JSON: its schema and its name. */
export const collationOf = (oid: string) =>
  `(select json_build_array(n.nspname, o.collname) from pg_collation o join pg_namespace n on n.oid = o.collnamespace where o.oid = ${oid})`

/** The server's own are found by every search path. */
export const collationText = (of: readonly [schema: string, name: string] | null): string | null =>
  of && (of[0] === 'pg_catalog' ? ident(of[1]) : dotted(...of))

/** `fillfactor=70` as a parameter with its value. */
export const parametersIn = (options: readonly string[] | null): Parameters =>
  Object.fromEntries((options ?? []).map((option) => option.split(/=(.*)/s).slice(0, 2)))

/** What a `Schema` cannot say of a row, so that it is reported and not passed over. */
export const more = (...cases: readonly (readonly [when: string, then: string])[]) =>
  `array_remove(array[${cases.map(([when, then]) => `case when ${when} then ${then} end`).join(', ')}], null)::text[] as more`
