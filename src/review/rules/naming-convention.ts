import { column } from '../../postgres/column.ts'
import { storedName } from '../../postgres/implied-name.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { keyOf, nameOf, namesOf, type Obj } from '../../schema/object.ts'
import { script } from '../acts.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'
const config = { naming: { index: '_idx$' } }

/** Silent until a project says in its config how things are named. */
export const namingConvention: Rule = {
  id: 'naming-convention',
  area: 'design',
  level: 'warn',
  why: 'The project has agreed on how such names look, so that everybody can tell what a name in an error or a plan stands for.',
  fix: 'Choose a name that matches.',
  bad: { before, migration: 'CREATE INDEX CONCURRENTLY "by_email" ON "users" ("email");', config },
  good: { before, migration: 'CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");', config },
  check: (statement) =>
    misnamed(statement)
      .filter((object) => isNamedHere(nameIn(object), statement))
      .map((object) => {
        const { naming } = statement.migration.conventions
        const pattern = naming[object.kind]!
        return {
          message: `the name of ${object.kind} ${ident(nameIn(object))} does not match /${pattern}/`,
          fix: renameTo(object, fitting(object, pattern) ?? `<a name that matches ${pattern}>`),
          offset: Math.max(statement.text.indexOf(nameIn(object)), 0),
        }
      }),
}

/** What the migration makes, or renames, against the convention of its kind. */
function misnamed({ migration: { before, after, conventions } }: Statement): readonly Obj[] {
  const patterns = new Map(Object.entries(conventions.naming).map(([kind, text]) => [kind, new RegExp(text)]))
  if (patterns.size === 0 || !after) return []
  return [...after].filter(
    (object) => !before?.has(keyOf(object)) && patterns.get(object.kind)?.test(nameIn(object)) === false,
  )
}

/** The name of a primary key is an attribute. */
const nameIn = (object: Obj): string =>
  typeof object.attrs.name === 'string' ? object.attrs.name : nameOf(keyOf(object))

/** Is this the first statement that says the name, or the first of all where none does? */
function isNamedHere(name: string, { number, migration: { statements } }: Statement): boolean {
  const first = statements.find(({ text }) => text.includes(name))
  return number === (first?.number ?? 1)
}

const labels: Readonly<Record<string, readonly string[]>> = {
  index: ['idx', 'index', 'ix'],
  primaryKey: ['pkey', 'pk'],
  unique: ['key', 'unique', 'uq', 'uk'],
  foreignKey: ['fkey', 'fk'],
  check: ['check', 'chk', 'ck'],
}

/** A usual name that matches, of at most 63 bytes. */
function fitting({ kind, id, refs }: Obj, pattern: string): string | undefined {
  const columns = refs.flatMap((ref) => (ref.startsWith(`${column.name}:`) ? [namesOf(ref)] : []))
  const own = columns.filter(([schema, table]) => schema === id.schema && table === id.table)
  const base = [id.table, ...own.map((names) => names.at(-1))].join('_')
  return (labels[kind] ?? [])
    .flatMap((label) => {
      const short = storedName(base, 62 - label.length)
      return [`${short}_${label}`, `${label}_${short}`]
    })
    .find((name) => new RegExp(pattern).test(name))
}

function renameTo(object: Obj, next: string): string {
  const { schema, table } = object.id as Readonly<Record<string, string>>
  const [place, old] = [schema === undefined ? '' : `${ident(schema)}.`, ident(nameIn(object))]
  if (object.kind === 'index') return script(`ALTER INDEX ${place}${old} RENAME TO ${ident(next)}`)
  const word = object.kind === 'column' ? 'COLUMN' : object.kind in labels ? 'CONSTRAINT' : null
  return table !== undefined && word
    ? script(`ALTER TABLE ${place}${ident(table)} RENAME ${word} ${old} TO ${ident(next)}`)
    : `-- call it otherwise: ${ident(next)}`
}
