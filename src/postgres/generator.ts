import type { Draft } from '../dialect/kind.ts'
import type { Pair } from '../schema/object.ts'
import type { Column, Identity } from './column.ts'
import { baseType } from './column-type.ts'
import { hasIdentity, relationExists } from './exists.ts'
import { integerRange, isWider } from './integers.ts'
import { alterOptions, type Counting, inside, sequenceOptions } from './sequence.ts'
import { asideName, dotted, ident, literal } from './sql/quote.ts'

/** `GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" …)`. */
export function identityClause(identity: Identity): string {
  const options = [`sequence name ${ident(identity.name)}`, ...sequenceOptions(identity)]
  return `GENERATED ${identity.generated === 'always' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY (${options.join(' ')})`
}

/** Takes away the sequence that the new state does not have. One that another takes over from only makes room for its name. */
export function dropGenerator(pair: Pair<Column>): readonly Draft[] {
  const { from, to } = pair
  const old = sequenceOf(from)
  if (old === null || (from.attrs.identity && to.attrs.identity) || (from.attrs.serial && to.attrs.serial)) return []
  const handsOver = sequenceOf(to) !== null
  const identity = hasIdentity(to.id.schema, to.id.table, to.id.name)
  const unless = to.attrs.identity ? identity : `NOT ${identity}`
  const aside = {
    sql: `ALTER SEQUENCE ${dotted(to.id.schema, old)} RENAME TO ${ident(asideName(old))}`,
    ...(handsOver && { unless }),
  }
  const unset = { sql: alterColumn(to, 'DROP DEFAULT'), ...(handsOver && { unless }) }
  if (from.attrs.identity) return [handsOver ? aside : { sql: alterColumn(to, 'DROP IDENTITY') }]
  return handsOver ? [unset, aside] : [unset, { sql: `DROP SEQUENCE ${dotted(to.id.schema, old)}` }]
}

/** Gives a column its sequence. It goes on where the one before it stood, else after the last value that is there. */
export function addGenerator({ from, to }: Pair<Column>): readonly Draft[] {
  const { identity, serial, type } = to.attrs
  const old = sequenceOf(from)
  if (identity && !from.attrs.identity) {
    const add = {
      sql: alterColumn(to, `ADD ${identityClause(identity)}`),
      unless: hasIdentity(to.id.schema, to.id.table, to.id.name),
    }
    if (old === null) return [add, catchUp(to, identity.name, identity)]
    return [
      add,
      goOn({ from, to }, identity.name, old),
      { sql: `DROP SEQUENCE ${dotted(to.id.schema, asideName(old))}` },
    ]
  }
  if (!serial || from.attrs.serial) return []
  const name = dotted(to.id.schema, serial)
  const owner = dotted(...Object.values(to.id))
  const create = {
    sql: `CREATE SEQUENCE ${name} AS ${baseType(type)} OWNED BY ${owner}`,
    lock: 'access-share',
  } as const
  const use = { sql: alterColumn(to, `SET DEFAULT nextval(${literal(name)}::regclass)`) }
  if (old === null) return [create, use, catchUp(to, serial)]
  return [create, goOn({ from, to }, serial, old), { sql: alterColumn(to, 'DROP IDENTITY') }, use]
}

const sequenceOf = ({ attrs }: Column): string | null => attrs.identity?.name ?? attrs.serial

/** Changes the sequence that both states have. */
export function alterGenerator({ from, to }: Pair<Column>): readonly Draft[] {
  const drafts: Draft[] = []
  const [was, is] = [from.attrs.identity?.name ?? from.attrs.serial, to.attrs.identity?.name ?? to.attrs.serial]
  const kept = (from.attrs.identity && to.attrs.identity) || (from.attrs.serial && to.attrs.serial)
  if (!kept || !was || !is) return []
  if (was !== is)
    drafts.push({
      sql: `ALTER SEQUENCE ${dotted(to.id.schema, was)} RENAME TO ${ident(is)}`,
      unless: relationExists(to.id.schema, is),
    })
  if (from.attrs.serial && from.attrs.type !== to.attrs.type)
    drafts.push({
      sql: `ALTER SEQUENCE ${dotted(to.id.schema, is)} AS ${baseType(to.attrs.type)}`,
      lock: 'share-row-exclusive',
    })
  if (from.attrs.identity && to.attrs.identity)
    drafts.push(...alterIdentity(to, { from: carried(from.attrs.identity, { from, to }), to: to.attrs.identity }))
  return drafts
}

/** Where the column has got a larger type, its sequence has too, and with it the bounds of that type. */
function carried(identity: Identity, { from, to }: Pair<Column>): Identity {
  const [was, is] = [integerRange(from.attrs.type), integerRange(to.attrs.type)]
  if (!was || !is || !isWider(to.attrs.type, from.attrs.type)) return identity
  const min = identity.min === was.min ? is.min : identity.min
  return { ...identity, min, max: identity.max === was.max ? is.max : identity.max }
}

function alterIdentity(object: Column, pair: Pair<Identity>): readonly Draft[] {
  const { from, to } = pair
  const name = dotted(object.id.schema, to.name)
  const set = (options: readonly string[]) => ({
    sql: alterColumn(object, options.map((option) => `SET ${option}`).join(' ')),
  })
  const generated = { sql: alterColumn(object, `SET GENERATED ${to.generated === 'always' ? 'ALWAYS' : 'BY DEFAULT'}`) }
  return [...(from.generated === to.generated ? [] : [generated]), ...alterOptions(pair, name, set)]
}

/** Without it the first insert would meet a value that the column already has. */
function catchUp({ id }: Column, sequence: string, options?: Counting): Draft {
  const [last, step, further] = options?.increment?.startsWith('-')
    ? ['min', '- 1', 'least']
    : ['max', '+ 1', 'greatest']
  const next = `(SELECT ${last}(${ident(id.name)}) FROM ${dotted(id.schema, id.table)}) ${step}`
  return {
    sql: `SELECT setval(${literal(dotted(id.schema, sequence))}, ${further}(${next}, ${options?.start ?? 1}), false)`,
    lock: 'row-exclusive',
    unless: `(SELECT is_called FROM ${dotted(id.schema, sequence)})`,
  }
}

const goOn = ({ from, to }: Pair<Column>, sequence: string, old: string): Draft => {
  const [now, before] = [sequence, asideName(old)].map((name) => dotted(to.id.schema, name)) as [string, string]
  const number = inside({ from: countingOf(from), to: countingOf(to) })
  return {
    sql: `SELECT setval(${literal(now)}, ${number}) FROM ${before}`,
    lock: 'row-exclusive',
    unless: `NOT (${relationExists(to.id.schema, asideName(old))})`,
  }
}

/** The options of the sequence behind a column; one of a serial has only the greatest number of its type. */
function countingOf({ attrs }: Column): Counting {
  const max = { smallint: '32767', integer: '2147483647' }[baseType(attrs.type)] ?? null
  return attrs.identity ?? { increment: null, start: null, min: null, max, cache: null, cycle: false }
}

const alterColumn = ({ id }: Column, what: string): string =>
  `ALTER TABLE ${dotted(id.schema, id.table)} ALTER COLUMN ${ident(id.name)} ${what}`
