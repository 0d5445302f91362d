import type { Draft } from '../dialect/kind.ts'
import type { Pair } from '../schema/object.ts'
import type { Column, Identity } from './column.ts'
import { baseType } from './column-type.ts'
import { dotted, ident, literal } from './quote.ts'
import { sequenceOptions } from './sequence.ts'

/** `GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" …)`. */
export function identityClause(identity: Identity): string {
  const options = [`sequence name ${ident(identity.name)}`, ...sequenceOptions(identity)]
  return `GENERATED ${identity.generated === 'always' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY (${options.join(' ')})`
}

/** Takes away the sequence that the new state does not have: an identity, or what stands behind a serial type. */
export function dropGenerator({ from, to }: Pair<Column>): readonly Draft[] {
  if (from.attrs.identity && !to.attrs.identity) return [{ sql: alterColumn(to, 'DROP IDENTITY') }]
  if (from.attrs.serial && !to.attrs.serial)
    return [
      { sql: alterColumn(to, 'DROP DEFAULT') },
      { sql: `DROP SEQUENCE ${dotted(to.id.schema, from.attrs.serial)}` },
    ]
  return []
}

/** Gives a column its sequence, which goes on after the greatest value that is there. */
export function addGenerator({ from, to }: Pair<Column>): readonly Draft[] {
  const { identity, serial, type } = to.attrs
  if (identity && !from.attrs.identity)
    return [{ sql: alterColumn(to, `ADD ${identityClause(identity)}`) }, catchUp(to, identity.name, identity.start)]
  if (serial && !from.attrs.serial) {
    const name = dotted(to.id.schema, serial)
    return [
      {
        sql: `CREATE SEQUENCE ${name} AS ${baseType(type)} OWNED BY ${dotted(...Object.values(to.id))}`,
        lock: 'access-share',
      },
      { sql: alterColumn(to, `SET DEFAULT nextval(${literal(name)}::regclass)`) },
      catchUp(to, serial, null),
    ]
  }
  return []
}

/** Changes the sequence that both states have. */
export function alterGenerator({ from, to }: Pair<Column>): readonly Draft[] {
  const drafts: Draft[] = []
  const [was, is] = [from.attrs.identity?.name ?? from.attrs.serial, to.attrs.identity?.name ?? to.attrs.serial]
  const kept = (from.attrs.identity && to.attrs.identity) || (from.attrs.serial && to.attrs.serial)
  if (!kept || !was || !is) return []
  if (was !== is) drafts.push({ sql: `ALTER SEQUENCE ${dotted(to.id.schema, was)} RENAME TO ${ident(is)}` })
  if (from.attrs.serial && from.attrs.type !== to.attrs.type)
    drafts.push({
      sql: `ALTER SEQUENCE ${dotted(to.id.schema, is)} AS ${baseType(to.attrs.type)}`,
      lock: 'share-row-exclusive',
    })
  if (from.attrs.identity && to.attrs.identity) {
    const changes = identityChanges({ from: from.attrs.identity, to: to.attrs.identity })
    if (changes) drafts.push({ sql: alterColumn(to, changes) })
  }
  return drafts
}

function identityChanges({ from, to }: Pair<Identity>): string {
  return [
    from.generated !== to.generated && `SET GENERATED ${to.generated === 'always' ? 'ALWAYS' : 'BY DEFAULT'}`,
    from.increment !== to.increment && `SET INCREMENT BY ${to.increment ?? 1}`,
    from.min !== to.min && (to.min === null ? 'SET NO MINVALUE' : `SET MINVALUE ${to.min}`),
    from.max !== to.max && (to.max === null ? 'SET NO MAXVALUE' : `SET MAXVALUE ${to.max}`),
    from.start !== to.start && `SET START WITH ${to.start ?? 1}`,
    from.cache !== to.cache && `SET CACHE ${to.cache ?? 1}`,
    from.cycle !== to.cycle && `SET ${to.cycle ? 'CYCLE' : 'NO CYCLE'}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Without it the first insert would meet a value that the column already has. */
function catchUp({ id }: Column, sequence: string, start: string | null): Draft {
  const greatest = `(SELECT max(${ident(id.name)}) FROM ${dotted(id.schema, id.table)})`
  return {
    sql: `SELECT setval(${literal(dotted(id.schema, sequence))}, coalesce(${greatest} + 1, ${start ?? 1}), false)`,
    lock: 'row-exclusive',
  }
}

const alterColumn = ({ id }: Column, what: string): string =>
  `ALTER TABLE ${dotted(id.schema, id.table)} ALTER COLUMN ${ident(id.name)} ${what}`
