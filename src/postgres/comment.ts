import { type Draft, kind, type View } from '../dialect/kind.ts'
import { keyOf, type Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { constraintExists } from './exists.ts'
import { isType } from './names.ts'
import { dotted, ident, literal } from './sql/quote.ts'

export type CommentAttrs = { readonly text: string }

/** What it is about comes first: `{ schema: 'public', name: 'users', of: 'table' }`. */
type Id = 'of'
type Comment = Obj<Id, CommentAttrs>

/** What is said about an object (manual, COMMENT). */
export const comment = kind<Id, CommentAttrs>({
  name: 'comment',
  word: 'comment',
  cascades: () => true,
  // A type that is made anew is another one, of which nothing is said.
  rigid: ({ id }) => isType(id.of),
  fields: { text: { alter: ({ to }, view) => [say(to, literal(to.attrs.text), view.to)] } },
  create: (object, view) => [say(object, literal(object.attrs.text), view.to)],
  // One that is made again is written over, or went with what it was about.
  drop: (object, view) =>
    view.to.has(keyOf(object)) ? [] : [{ ...say(object, 'NULL', view.from), ...unlessCalledAnew(object, view) }],
})

/** The name of a primary key is an attribute, which changes after this: where the plan runs again, nothing is called so. */
function unlessCalledAnew({ id, parent }: Comment, { from, to }: View): Pick<Draft, 'unless'> {
  const [was, is] = [from, to].map((schema) => parent && schema.get(parent)?.attrs.name)
  if (id.of !== 'primaryKey' || is === undefined || was === is) return {}
  const [schema, table] = Object.values(id)
  return { unless: `NOT ${constraintExists(schema!, table!, String(was))}` }
}

/** How COMMENT ON calls an object: by its names, and where these do not say it, by what it is in a state. */
type Words = (names: readonly string[], object: Obj | undefined) => string

const whole =
  (word: string): Words =>
  (names) =>
    `${word} ${dotted(...names)}`

const part =
  (word: string): Words =>
  ([schema, table, name]) =>
    `${word} ${ident(name!)} ON ${dotted(schema!, table!)}`

const targets: Readonly<Record<string, Words>> = {
  schema: whole('SCHEMA'),
  table: whole('TABLE'),
  column: whole('COLUMN'),
  sequence: whole('SEQUENCE'),
  enum: whole('TYPE'),
  domain: whole('DOMAIN'),
  composite: whole('TYPE'),
  range: whole('TYPE'),
  primaryKey: (names, object) => part('CONSTRAINT')([...names, String(object?.attrs.name)], object),
  unique: part('CONSTRAINT'),
  check: part('CONSTRAINT'),
  foreignKey: part('CONSTRAINT'),
  exclusion: part('CONSTRAINT'),
  policy: part('POLICY'),
  trigger: part('TRIGGER'),
  publication: whole('PUBLICATION'),
  view: whole('VIEW'),
  materializedView: whole('MATERIALIZED VIEW'),
  role: whole('ROLE'),
  extension: whole('EXTENSION'),
  function: ([schema, name, args]) => `ROUTINE ${dotted(schema!, name!)}(${args})`,
  index: ([schema, , name]) => `INDEX ${dotted(schema!, name!)}`,
}

/** Can something be said of this kind? */
export const isCommentable = (kind: string): boolean => kind in targets

function say({ id, parent }: Comment, text: string, schema: Schema): Draft {
  const words = targets[id.of]!(Object.values(id).slice(0, -1), parent && schema.get(parent))
  return { sql: `COMMENT ON ${words} IS ${text}`, lock: lockOf(words) }
}

const lockOf = (words: string) =>
  / ON /.test(words)
    ? 'access-share'
    : /^(?:TABLE|COLUMN|SEQUENCE|INDEX|VIEW|MATERIALIZED)/.test(words)
      ? 'share-update-exclusive'
      : 'none'
