import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgSchema, PgTable } from 'drizzle-orm/pg-core'
import { type Declaration, declaration } from './declaration.ts'

/** What `pgEnum` makes, whatever its labels are. */
interface Enum {
  readonly enumName: string
  readonly schema: string | undefined
}

/** A type: in SQL, an enum, the rows of a table, the type of a column, a domain or the like. */
export type FunctionType =
  | string
  | Enum
  | PgTable
  | AnyPgColumn
  | Declaration<'domain' | 'composite' | 'range'>
  | { readonly arrayOf: FunctionType }

export interface FunctionArgument {
  readonly name?: string
  readonly type: FunctionType
  /** Default: `in`. A `variadic` one has an array. */
  readonly mode?: 'in' | 'out' | 'inout' | 'variadic'
  /** SQL. */
  readonly default?: string | SQL
}

/** Settings for the time of a call. A list of names is given as one: `{ search_path: ['app', 'pg_temp'] }`; `[]` and `''` are an empty one. */
export type Settings = Readonly<Record<string, string | number | boolean | readonly string[]>>

export interface RoutineOptions {
  /** Default: `public`. */
  readonly schema?: string | PgSchema
  readonly args?: readonly FunctionArgument[]
  readonly language: 'sql' | 'plpgsql' | (string & {})
  /** In `sql` it may begin with RETURN or BEGIN ATOMIC, and Postgres then follows renames in it. Tables in sql`…` are written with their schema. */
  readonly body: string | SQL
  /** With whose rights it runs. Default: `invoker`. */
  readonly security?: 'invoker' | 'definer'
  readonly set?: Settings
}

export interface FunctionOptions extends RoutineOptions {
  /** Left out where arguments that are `out` say it. */
  readonly returns?:
    | FunctionType
    | { readonly setOf: FunctionType }
    | { readonly table: Readonly<Record<string, FunctionType>> }
  /** Default: `volatile`. */
  readonly volatility?: 'volatile' | 'stable' | 'immutable'
  /** It is not called for a null argument: the result is null. */
  readonly strict?: boolean
  readonly leakproof?: boolean
  /** Default: `unsafe`. */
  readonly parallel?: 'unsafe' | 'restricted' | 'safe'
  /** The planner's estimates: of a call in units of `cpu_operator_cost`, and of the rows in a set. */
  readonly cost?: number
  readonly rows?: number
  /** The planner's support function, as SQL. */
  readonly support?: string
}

/** A call of it, for defaults, policies, queries: `isMember(t.org)`. */
type Call = (...args: readonly unknown[]) => SQL

/** A function (manual, CREATE FUNCTION). What it makes can be called inside sql`…`, as a default or in a policy. */
export const pgFunction = (name: string, options: FunctionOptions) =>
  declaration('function', { name, options }, caller(name, options))

/** A procedure (manual, CREATE PROCEDURE). */
export const pgProcedure = (name: string, options: RoutineOptions) => declaration('procedure', { name, options })

function caller(name: string, { schema = 'public' }: RoutineOptions): Call {
  const place = sql.identifier(typeof schema === 'string' ? schema : schema.schemaName)
  return (...args) => {
    const list = sql.join(
      args.map((arg) => sql`${arg}`),
      sql`, `,
    )
    return sql`${place}.${sql.identifier(name)}(${list})`
  }
}
