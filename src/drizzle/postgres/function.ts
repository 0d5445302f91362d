import type { SQL } from 'drizzle-orm'
import { type Argument, type FunctionAttrs, routine, type TypeName } from '../../postgres/function.ts'
import { identityOf, storedSetting } from '../../postgres/function-text.ts'
import { schemaKey } from '../../postgres/schema.ts'
import { ident } from '../../postgres/sql/quote.ts'
import type { Key, Obj } from '../../schema/object.ts'
import { isDeclaration } from '../declare/declaration.ts'
import type { FunctionOptions, FunctionType, Settings } from '../declare/function.ts'
import { readFunctionType } from './function-type.ts'
import { qualified } from './qualified.ts'
import type { Reader } from './reader.ts'

interface Given {
  readonly name: string
  readonly options: FunctionOptions
}

type Known = ReadonlyMap<Key, Obj>

export const readFunction = (given: Given, reader: Reader, known: Known) => [read('function', given, reader, known)]

export const readProcedure = (given: Given, reader: Reader, known: Known) => [read('procedure', given, reader, known)]

/** Where a declared function lies. */
export const placeOf = ({ schema = 'public' }: Pick<FunctionOptions, 'schema'>): string =>
  typeof schema === 'string' ? schema : schema.schemaName

function read(kind: FunctionAttrs['routine'], { name, options }: Given, reader: Reader, known: Known) {
  const typed = (type: FunctionType) => readFunctionType(type, reader, known)
  const text = (value: string | SQL) => (typeof value === 'string' ? value : reader.text(qualified(value, reader)))
  const { args: given = [], returns, language, body } = options
  const args = given.map((arg): Argument => ({ name: arg.name ?? null, mode: arg.mode ?? 'in', ...typed(arg.type) }))
  const written = text(body)
  const isStandard = language === 'sql' && /^\s*(?:return|begin\s+atomic)\b/i.test(written)
  const attrs: FunctionAttrs = {
    routine: kind,
    args,
    defaults: given.map((arg) => (arg.default === undefined ? null : text(arg.default))),
    returns: returns === undefined ? null : readResult(returns, typed),
    language,
    body: isStandard ? null : written,
    standard: isStandard ? written.trim() : null,
    volatility: options.volatility ?? 'volatile',
    strict: options.strict ?? false,
    security: options.security ?? 'invoker',
    leakproof: options.leakproof ?? false,
    parallel: options.parallel ?? 'unsafe',
    cost: options.cost ?? null,
    rows: options.rows ?? null,
    support: options.support ?? null,
    set: readSettings(options.set ?? {}),
  }
  const schema = placeOf(options)
  const results = attrs.returns && ('table' in attrs.returns ? attrs.returns.table : [attrs.returns])
  const refs = [...args, ...(results ?? [])].flatMap(({ of }) => of ?? [])
  return routine.make({ schema, name, args: identityOf(args) }, attrs, schemaKey(schema), [...new Set(refs)])
}

function readResult(
  returns: NonNullable<FunctionOptions['returns']>,
  typed: (type: FunctionType) => TypeName,
): FunctionAttrs['returns'] {
  // Of a table, `setOf` and `table` would be columns.
  if (!isPlain(returns)) return { ...typed(returns as FunctionType), set: false }
  if ('setOf' in returns) return { ...typed(returns.setOf), set: true }
  if ('table' in returns)
    return { table: Object.entries(returns.table).map(([name, type]) => ({ name, ...typed(type) })) }
  return { ...typed(returns), set: false }
}

const isPlain = <T>(value: T): value is Extract<T, { setOf: unknown } | { table: unknown } | { arrayOf: unknown }> =>
  typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && !isDeclaration(value)

const readSettings = (set: Settings): FunctionAttrs['set'] =>
  Object.fromEntries(
    Object.entries(set).map(([name, value]) => [
      name.toLowerCase(),
      storedSetting(name, Array.isArray(value) ? value.map(ident).join(', ') : String(value)),
    ]),
  )
