import { type Draft, type Field, kind } from '../dialect/kind.ts'
import { type Key, key, keyOf, type Obj } from '../schema/object.ts'
import { routineExists } from './exists.ts'
import { bodyNames, lockOf } from './function-body.ts'
import { routineStands } from './function-stands.ts'
import { alterations, createFunction, isReplaceable, signature, word } from './function-text.ts'
import { ident } from './sql/quote.ts'

/** A type that a function takes or gives: a text, or the key of an enum, a table or the like with the brackets of an array. */
export type TypeName = {
  readonly type: string
  readonly of: Key | null
}

export type Argument = TypeName & {
  readonly name: string | null
  readonly mode: 'in' | 'out' | 'inout' | 'variadic'
}

export type FunctionAttrs = {
  readonly routine: 'function' | 'procedure'
  readonly args: readonly Argument[]
  /** SQL text for each argument; null where it has none. */
  readonly defaults: readonly (string | null)[]
  /** `null`: a procedure's, or what its OUT arguments say. */
  readonly returns:
    | (TypeName & { readonly set: boolean })
    | { readonly table: readonly (TypeName & { readonly name: string })[] }
    | null
  readonly language: string
  /** A string that Postgres keeps letter by letter; null where `standard` is the body. */
  readonly body: string | null
  /** `RETURN …` or `BEGIN ATOMIC … END`, which Postgres keeps as a tree: it follows renames, and blocks what would break it. */
  readonly standard: string | null
  readonly volatility: 'volatile' | 'stable' | 'immutable'
  /** It is not called for a null argument. */
  readonly strict: boolean
  readonly security: 'invoker' | 'definer'
  readonly leakproof: boolean
  readonly parallel: 'unsafe' | 'restricted' | 'safe'
  /** `null`: the default, as for the rows of a set. */
  readonly cost: number | null
  readonly rows: number | null
  /** The planner's support function, as SQL. */
  readonly support: string | null
  /** Settings for the time of a call, as pg_proc.proconfig spells them: `{ search_path: '""' }`. */
  readonly set: Readonly<Record<string, string>>
}

type Id = 'schema' | 'name' | 'args'
export type Routine = Obj<Id, FunctionAttrs>

/** What ALTER can change, all in one statement. */
const altered = {
  with: ['volatility', 'strict', 'security', 'leakproof', 'parallel', 'cost', 'rows', 'set'],
  alter: ({ from, to }) => [alterFunction(to, alterations({ from: from.attrs, to: to.attrs }).join(' '))],
} as const satisfies Field<never, Id, FunctionAttrs>

/** CREATE OR REPLACE states all of a function, and so changes the rest along with it. */
const stated = {
  with: [...altered.with, 'args', 'defaults', 'returns', 'language', 'body', 'standard', 'support'],
  alter: (pair, view) =>
    isReplaceable(pair)
      ? [{ sql: createFunction(pair.to, 'CREATE OR REPLACE'), lock: lockOf(pair.to, view.to) }]
      : 'replace',
} as const satisfies Field<never, Id, FunctionAttrs>

/** A function or a procedure (manual, CREATE FUNCTION and CREATE PROCEDURE). `args` tells those of one name apart. */
export const routine = kind<Id, FunctionAttrs>({
  name: 'function',
  word: 'function',
  rigid: () => true,
  texts: ['standard', 'defaults'],
  fields: {
    routine: 'replace',
    args: stated,
    defaults: stated,
    returns: stated,
    language: stated,
    body: stated,
    standard: stated,
    support: stated,
    volatility: altered,
    strict: altered,
    security: altered,
    leakproof: altered,
    parallel: altered,
    cost: altered,
    rows: altered,
    set: altered,
  },
  create: (object, view) => [{ sql: createFunction(object, 'CREATE'), lock: lockOf(object, view.to) }],
  drop(object, view): readonly Draft[] {
    const next = view.to.get(keyOf(object))
    const anew = routine.is(next) && !isReplaceable({ from: object, to: next }) && { unless: routineStands(next) }
    return [{ sql: `DROP ${word(object)} ${signature(object)}`, lock: 'none', ...anew }]
  },
  rename({ from, to }) {
    const moves: Draft[] = []
    if (from.id.schema !== to.id.schema) moves.push(alterFunction(from, `SET SCHEMA ${ident(to.id.schema)}`))
    const there = { ...from, id: { ...from.id, schema: to.id.schema } }
    if (from.id.name !== to.id.name) moves.push(alterFunction(there, `RENAME TO ${ident(to.id.name)}`))
    return moves.map((one) => ({ ...one, unless: routineExists(signature(to)) }))
  },
  claims: (object) => [`routine ${signature(object)}`],
  finds: (object, schema) => bodyNames(object, schema, 'held'),
  reads: (object, schema) => bodyNames(object, schema, 'read'),
})

export const functionKey = (schema: string, name: string, args: string) => key('function', schema, name, args)

const alterFunction = (object: Routine, what: string) =>
  ({ sql: `ALTER ${word(object)} ${signature(object)} ${what}`, lock: 'none' }) as const satisfies Draft
