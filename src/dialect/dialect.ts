import type { Key, Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Connection, Statement } from './connection.ts'
import type { AnyKind, Draft } from './kind.ts'

/** All that the engines and commands need of a database system. */
export interface Dialect {
  /** As drizzle-kit's config spells it: `postgresql`. */
  readonly name: 'postgresql' | 'sqlite'
  readonly kinds: Readonly<Record<string, AnyKind>>
  /** What a database that nobody has touched holds. */
  readonly empty: Schema
  /** Writes a key's names as SQL: `"public"."users"`. */
  quote(names: readonly string[]): string
  /** Follows renames inside texts that belong to an object of `schema`: every name that spells a renamed key is replaced. */
  renamer(renamed: ReadonlyMap<Key, Key>, schema: Schema): (text: string, owner: Obj) => string
  /** A statement so that it may run a second time. */
  guarded(draft: Draft): string
  /** Splits a file into its statements. Never throws: what cannot be read is one statement for the server to judge. */
  split(sql: string): readonly Statement[]
  /** Reads a whole database in one repeatable-read transaction. */
  read(connection: Connection): Promise<Schema>
}
