import type { Key } from '../../schema/object.ts'
import { type Argument, type FunctionAttrs, routine, type TypeName } from '../function.ts'
import { defaultCost, defaultRows, identityOf } from '../function-text.ts'
import { schemaKey } from '../schema.ts'
import { type Catalog, type Found, first, more, notOfExtension, type Oid, source, userSchema } from './source.ts'

/** A type by its text, and by where it lies: of an array the element's. */
interface TypeRow {
  readonly type: string
  readonly element: Oid
  readonly array: boolean
  /** Whose rows are of it. */
  readonly relation: Oid
}

interface ArgumentRow extends TypeRow {
  readonly name: string | null
  readonly mode: 'i' | 'o' | 'b' | 'v' | 't'
  readonly default: string | null
}

interface FunctionRow {
  readonly oid: Oid
  readonly schema: string
  readonly name: string
  readonly routine: 'f' | 'p'
  readonly args: readonly ArgumentRow[]
  readonly returns: TypeRow
  readonly set: boolean
  readonly language: string
  readonly body: string
  readonly standard: string | null
  readonly volatility: 'v' | 's' | 'i'
  readonly strict: boolean
  readonly definer: boolean
  readonly leakproof: boolean
  readonly parallel: 'u' | 'r' | 's'
  readonly cost: number
  readonly rows: number
  readonly support: string | null
  /** `search_path=""` */
  readonly settings: readonly string[] | null
  readonly more: readonly string[]
}

const typeOf = (oid: string) => `
  select format_type(t.oid, null) as type, b.oid as element, b.oid <> t.oid as array, b.typrelid as relation
  from pg_type t
  join pg_type b on b.oid = case when t.typcategory = 'A' and t.typelem <> 0 then t.typelem else t.oid end
  where t.oid = ${oid}`

/** Functions and procedures whose body stands in the catalog, without those that a range type brings. */
export const functions = source<FunctionRow>({
  query: () => `
    select p.oid, n.nspname::text as schema, p.proname::text as name, p.prokind::text as routine,
      (select coalesce(json_agg(x order by x.at), '[]') from (
        select a.at, coalesce(p.proargmodes[a.at], 'i')::text as mode, nullif(p.proargnames[a.at], '') as name,
          pg_get_function_arg_default(p.oid, a.at::int4) as default, k.*
        from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality as a (type, at)
        cross join lateral (${typeOf('a.type')}) k) x) as args,
      (select to_json(x) from (${typeOf('p.prorettype')}) x) as returns, p.proretset as set,
      l.lanname::text as language, p.prosrc as body, pg_get_function_sqlbody(p.oid) as standard,
      p.provolatile::text as volatility, p.proisstrict as strict, p.prosecdef as definer, p.proleakproof as leakproof,
      p.proparallel::text as parallel, p.procost as cost, p.prorows as rows,
      nullif(p.prosupport, 0)::regproc::text as support, p.proconfig as settings,
      ${more(['p.protrftypes is not null', `'TRANSFORM'`])}
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where p.prokind in ('f', 'p') and l.lanname <> 'c' and p.oid >= ${first}
      and ${userSchema} and ${notOfExtension('pg_proc', 'p.oid')} and not exists (
        select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`,
  find: (rows, catalog) => rows.map((row) => found(row, catalog)),
})

const modes = { i: 'in', o: 'out', b: 'inout', v: 'variadic' } as const
const volatilities = { v: 'volatile', s: 'stable', i: 'immutable' } as const
const parallels = { u: 'unsafe', r: 'restricted', s: 'safe' } as const

function found(row: FunctionRow, catalog: Catalog): Found {
  const refs = new Set<Key>()
  const typed = ({ type, element, array, relation }: TypeRow): TypeName => {
    const of = catalog.keyAt(`pg_type ${element}`) ?? catalog.keyAt(`pg_class ${relation}`)
    if (of) refs.add(of)
    return of ? { type: array ? '[]' : '', of } : { type, of: null }
  }
  const given = row.args.flatMap(({ mode, ...one }) => (mode === 't' ? [] : [{ ...one, mode }]))
  const args = given.map((one): Argument => ({ name: one.name, mode: modes[one.mode], ...typed(one) }))
  const table = row.args.filter(({ mode }) => mode === 't').map((one) => ({ name: one.name ?? '', ...typed(one) }))
  const implied = row.routine === 'p' || (!row.set && args.some(({ mode }) => mode === 'out' || mode === 'inout'))
  const attrs: FunctionAttrs = {
    routine: row.routine === 'p' ? 'procedure' : 'function',
    args,
    defaults: given.map((one) => one.default),
    returns: table.length ? { table } : implied ? null : { ...typed(row.returns), set: row.set },
    language: row.language,
    body: row.standard === null ? row.body : null,
    standard: row.standard,
    volatility: volatilities[row.volatility],
    strict: row.strict,
    security: row.definer ? 'definer' : 'invoker',
    leakproof: row.leakproof,
    parallel: parallels[row.parallel],
    cost: row.cost === defaultCost(row.language) ? null : row.cost,
    rows: !row.set || row.rows === defaultRows ? null : row.rows,
    support: row.support,
    set: Object.fromEntries(
      (row.settings ?? []).map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
    ),
  }
  const { oid, schema, name, more } = row
  const id = { schema, name, args: identityOf(args) }
  return { object: routine.make(id, attrs, schemaKey(schema), [...refs]), more, at: `pg_proc ${oid}` }
}
