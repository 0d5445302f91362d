import { routine } from '../../postgres/function.ts'
import { signature, word } from '../../postgres/function-text.ts'
import { postgres } from '../../postgres/postgres.ts'
import { dotted } from '../../postgres/sql/quote.ts'
import { type Key, keyOf, namesOf, type Obj } from '../../schema/object.ts'
import type { Schema } from '../../schema/schema.ts'
import { acts, alters, script } from '../acts.ts'
import { withoutCascade, wordsIn } from '../keywords.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY, "phone" text);
CREATE VIEW "phones" AS SELECT "phone" FROM "users";`
const drop = '-- sluice:allow drop-column no code has read it since release 41\nALTER TABLE "users" DROP COLUMN "phone"'

/** Told by what is there before and not after, and not a part of what was dropped. */
export const dropCascades: Rule = {
  id: 'drop-cascades',
  area: 'loss',
  level: 'error',
  why: 'CASCADE drops without a word all that uses the object: views, foreign keys, policies, triggers, functions of the type. None of them is named, so nobody who reads the migration sees them go.',
  fix: 'Drop by name what is to go along, and leave CASCADE out: then Postgres refuses what nobody thought of.',
  bad: { before, migration: `${drop} CASCADE;` },
  good: { before, migration: `DROP VIEW "phones";\n${drop};` },
  check: (statement) => {
    const { before, after } = statement.migration
    const cascades = [
      ...acts(statement, 'DropStmt').filter(({ node }) => node.behavior === 'DROP_CASCADE'),
      ...alters(statement, 'AT_DropColumn', 'AT_DropConstraint').filter(
        ({ command }) => command.behavior === 'DROP_CASCADE',
      ),
    ]
    const [first] = cascades
    if (!first || !before || !after) return []
    const said = wordsIn(statement.migration.statements.map(({ text }) => text))
    const gone = usersFirst(alongside(before, after)).filter(({ id }) => !said.has(id.name!))
    if (gone.length === 0) return []
    const names = gone.map((object) =>
      routine.is(object)
        ? `${object.attrs.routine} ${signature(object)}`
        : `${postgres.kinds[object.kind]!.word} ${dotted(...namesOf(keyOf(object)))}`,
    )
    return [
      {
        message: `CASCADE takes along ${names.join(', ')}`,
        fix: `${gone.map(dropOf).join('\n')}\n${script(withoutCascade(statement.text))}`,
        offset: first.act.offset,
      },
    ]
  },
}

/** What is gone though what it lies in is still there, or lies nowhere. */
const alongside = (before: Schema, after: Schema): readonly Obj[] =>
  before
    .without(after)
    .filter(
      ({ kind, parent }) =>
        /^(?:view|materializedView|foreignKey|policy|trigger|function)$/.test(kind) && (!parent || after.has(parent)),
    )

/** Views go before those that they are made of, as far as their texts name them. */
function usersFirst(objects: readonly Obj[]): readonly Obj[] {
  const words = new Map(objects.map((one) => [one, wordsIn([String(one.attrs.definition ?? '')])]))
  const ordered = new Set<Obj>()
  const visited = new Set<Obj>()
  const visit = (object: Obj): void => {
    if (visited.has(object)) return
    visited.add(object)
    for (const [other, said] of words) if (said.has(object.id.name!)) visit(other)
    ordered.add(object)
  }
  for (const object of objects) visit(object)
  return [...ordered]
}

function dropOf(object: Obj): string {
  if (routine.is(object)) return `DROP ${word(object)} ${signature(object)};`
  const names = namesOf(keyOf(object) as Key)
  const [schema = '', table = '', name = ''] = names
  if (object.kind === 'foreignKey') return `ALTER TABLE ${dotted(schema, table)} DROP CONSTRAINT ${dotted(name)};`
  if (object.kind === 'policy' || object.kind === 'trigger')
    return `DROP ${object.kind.toUpperCase()} ${dotted(name)} ON ${dotted(schema, table)};`
  return `DROP ${postgres.kinds[object.kind]!.word.toUpperCase()} ${dotted(schema, table)};`
}
