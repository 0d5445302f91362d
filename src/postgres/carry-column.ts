import type { Key, Obj, Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { type Column, columnClause } from './column.ts'
import { conversion } from './conversion.ts'
import type { ForeignKeyAttrs } from './foreign-key.ts'
import { dotted, ident, sqlName } from './sql/quote.ts'

/** The three steps that take a column to another table: add it there, copy its values along a foreign key between the two, drop it here. */
export function carryColumn({ from, to }: Pair<Column>, schema: Schema): string {
  const [here, there] = [dotted(from.id.schema, from.id.table), dotted(to.id.schema, to.id.table)]
  const [old, name] = [ident(from.id.name), ident(to.id.name)]
  const nullable = { ...to, attrs: { ...to.attrs, notNull: false } }
  const { using = `${here}.${old}` } = conversion({ from: from.attrs, to: to.attrs }, `${here}.${old}`)
  const { note, where } = join(from.parent!, to.parent!, schema)
  return [
    '-- 1. add it to the other table',
    `ALTER TABLE ${there} ADD COLUMN ${columnClause(nullable, schema)};`,
    `-- 2. copy the values: ${note}`,
    `UPDATE ${there} SET ${name} = ${using} FROM ${here} WHERE ${where};`,
    ...(to.attrs.notNull ? [`ALTER TABLE ${there} ALTER COLUMN ${name} SET NOT NULL;`] : []),
    '-- 3. drop the old one',
    `ALTER TABLE ${here} DROP COLUMN ${old};`,
  ].join('\n')
}

/** Which rows belong together, by the foreign key that one of the two tables has to the other. */
function join(here: Key, there: Key, schema: Schema): { readonly note: string; readonly where: string } {
  const between = (child: Key, target: Key) =>
    schema
      .children(child)
      .find((object): object is Obj & ForeignKey => isForeignKey(object) && object.attrs.target === target)
  const [down, up] = [between(there, here), between(here, there)]
  const key = down ?? up
  if (!key) return { note: 'no foreign key joins the tables, so say which rows belong together', where: '<…>' }
  const { columns, target, targetColumns } = key.attrs
  const where = columns.map((k, i) => `${sqlName(k)} = ${sqlName(targetColumns[i]!)}`).join(' AND ')
  const name = ident(String(key.id.name))
  if (down) return { note: `along ${name}`, where }
  return { note: `along ${name}; of several rows that refer to one of ${sqlName(target)}, any one's`, where }
}

type ForeignKey = { readonly attrs: ForeignKeyAttrs }

const isForeignKey = (object: Obj): object is Obj & ForeignKey => object.kind === 'foreignKey'
