import type { Pair } from '../schema/object.ts'
import { sqlType } from './column-type.ts'
import type { Argument, FunctionAttrs, Routine } from './function.ts'
import { dotted, ident, literal } from './sql/quote.ts'

/** What the arguments of functions of one name are told apart by: `integer, text`. */
export const identityOf = (args: readonly Argument[]): string =>
  args
    .filter(({ mode }) => mode !== 'out')
    .map((arg) => sqlType(arg))
    .join(', ')

/** `FUNCTION` or `PROCEDURE`. */
export const word = ({ attrs }: Routine): string => attrs.routine.toUpperCase()

/** `"public"."add"(integer, integer)`, with the types as they are called now: a rename may have changed them. */
export const signature = ({ id, attrs }: Routine): string => `${dotted(id.schema, id.name)}(${identityOf(attrs.args)})`

/** CREATE OR REPLACE keeps what callers see: the result, the names of arguments, and that there is a default (manual, CREATE FUNCTION). */
export function isReplaceable({ from, to }: Pair<Routine>): boolean {
  const result = ({ attrs: { routine, args, returns } }: Routine) =>
    JSON.stringify([routine, returns, args.filter(({ mode }) => mode !== 'in')])
  return (
    result(from) === result(to) &&
    from.attrs.args.every(
      ({ name, mode }, i) =>
        mode === to.attrs.args[i]?.mode &&
        (name === null || name === to.attrs.args[i]?.name) &&
        (from.attrs.defaults[i] === null || to.attrs.defaults[i] !== null),
    )
  )
}

/** What the server assumes (manual, CREATE FUNCTION). */
export const defaultCost = (language: string): number => (language === 'c' || language === 'internal' ? 1 : 100)
export const defaultRows = 1000

/** The actions of ALTER FUNCTION that make one of the other. */
export function alterations({ from, to }: Pair<FunctionAttrs>): readonly string[] {
  const settings = [...new Set([...Object.keys(from.set), ...Object.keys(to.set)])]
  return [
    from.volatility !== to.volatility && to.volatility.toUpperCase(),
    from.strict !== to.strict && (to.strict ? 'STRICT' : 'CALLED ON NULL INPUT'),
    from.security !== to.security && `SECURITY ${to.security.toUpperCase()}`,
    from.leakproof !== to.leakproof && (to.leakproof ? 'LEAKPROOF' : 'NOT LEAKPROOF'),
    from.parallel !== to.parallel && `PARALLEL ${to.parallel.toUpperCase()}`,
    from.cost !== to.cost && `COST ${to.cost ?? defaultCost(to.language)}`,
    from.rows !== to.rows && `ROWS ${to.rows ?? defaultRows}`,
    ...settings.map((name) => from.set[name] !== to.set[name] && settingText(name, to.set[name])),
  ].filter((action) => action !== false)
}

/** The whole statement; `create` is its beginning. */
export function createFunction(object: Routine, create: 'CREATE' | 'CREATE OR REPLACE'): string {
  const { id, attrs } = object
  const args = attrs.args.map((arg, i) => argument(arg, attrs.defaults[i] ?? null))
  return [
    `${create} ${word(object)} ${dotted(id.schema, id.name)}(${args.join(', ')})`,
    attrs.returns && `RETURNS ${resultText(attrs.returns)}`,
    `LANGUAGE ${/^[a-z_]\w*$/.test(attrs.language) ? attrs.language : ident(attrs.language)}`,
    attrs.volatility !== 'volatile' && attrs.volatility.toUpperCase(),
    attrs.strict && 'STRICT',
    attrs.security === 'definer' && 'SECURITY DEFINER',
    attrs.leakproof && 'LEAKPROOF',
    attrs.parallel !== 'unsafe' && `PARALLEL ${attrs.parallel.toUpperCase()}`,
    attrs.cost !== null && `COST ${attrs.cost}`,
    attrs.rows !== null && `ROWS ${attrs.rows}`,
    attrs.support !== null && `SUPPORT ${attrs.support}`,
    ...Object.entries(attrs.set).map(([name, value]) => settingText(name, value)),
    attrs.standard ?? `AS ${dollarQuoted(attrs.body ?? '')}`,
  ]
    .filter(Boolean)
    .join('\n')
}

function argument({ name, mode, ...type }: Argument, fallback: string | null): string {
  return [
    mode !== 'in' && mode.toUpperCase(),
    name !== null && ident(name),
    sqlType(type),
    fallback !== null && `DEFAULT ${fallback}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function resultText(returns: NonNullable<FunctionAttrs['returns']>): string {
  if ('table' in returns) return `TABLE(${returns.table.map((one) => `${ident(one.name)} ${sqlType(one)}`).join(', ')})`
  return `${returns.set ? 'SETOF ' : ''}${sqlType(returns)}`
}

/** A body in dollar quotes with a tag that does not stand in it (manual 4.1.2.4). */
function dollarQuoted(body: string): string {
  let tag = '$$'
  for (let n = 0; `${body}$`.includes(tag); n++) tag = `$body${n || ''}$`
  return `${tag}${body}${tag}`
}

/** Settings whose value is a list of names, each of which is quoted by itself (GUC_LIST_QUOTE in guc_tables.c). */
const lists = ['search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries']

/** `SET search_path TO ''`; without a value, that a function leaves the setting alone. */
function settingText(name: string, value: string | undefined): string {
  if (value === undefined) return `RESET ${dotted(...name.split('.'))}`
  const values = lists.includes(name.toLowerCase()) ? namesOfList(value) : [value]
  return `SET ${dotted(...name.split('.'))} TO ${values.map(literal).join(', ')}`
}

/** A setting as pg_proc.proconfig keeps it. */
export const storedSetting = (name: string, value: string): string =>
  lists.includes(name.toLowerCase())
    ? namesOfList(value)
        .map((one) => (/^[a-z_][a-z0-9_]*$/.test(one) ? one : ident(one)))
        .join(', ')
    : value

/** `"$user", public` has `$user` and `public`. An empty list is one empty name: no setting can have less. */
function namesOfList(value: string): readonly string[] {
  const names = value.match(/"(?:[^"]|"")*"|[^\s,"]+/g) ?? ['""']
  return names.map((name) => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase()))
}
