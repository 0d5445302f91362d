import type { Lock } from '../dialect/kind.ts'
import { type Key, kindOf } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { type Routine, routine } from './function.ts'
import { columnsIn, namesIn, types } from './names.ts'
import { lex } from './sql/lex.ts'

/**
 * What a function names in its texts. `held`: what Postgres keeps as trees, and holds the function to. `read`: what it
 * looks up when the function is made, and then forgets. The bodies of other languages are looked at when they run.
 */
export function bodyNames(object: Routine, schema: Schema, how: 'held' | 'read'): readonly Key[] {
  const { defaults, standard, support, language, body } = object.attrs
  const texts =
    how === 'held'
      ? [...defaults, standard, support && `${support}()`]
      : [language === 'sql' ? body : language === 'plpgsql' ? declarations(body ?? '') : null]
  const text = texts.map((one) => withoutComments(one ?? '')).join(' ')
  // It is given rows, and names their columns behind the name of an argument.
  const given = object.refs.filter((k) => kindOf(k) === 'table').flatMap((table) => columnsIn(text, table))
  const named = new Set([...namesIn(text, object, schema, anything), ...given.filter((k) => schema.has(k))])
  return [...named].filter((k) => isOther(k, object, schema))
}

const anything = [...(['table', 'column', 'view', 'materializedView', 'sequence', 'function'] as const), ...types]

const withoutComments = (text: string): string =>
  Array.from(lex(text), (token) => (token.kind === 'comment' ? '' : token.text)).join(' ')

/** Types of variables: `DECLARE … BEGIN`. */
const declarations = (body: string): string =>
  Array.from(body.matchAll(/\bdeclare\b(.*?)\bbegin\b/gis), ([, text]) => text).join(' ')

/** Of functions of its own name, one calls those with more arguments: a name alone does not tell which. */
function isOther(k: Key, { id, attrs }: Routine, schema: Schema): boolean {
  const found = schema.get(k)
  if (!routine.is(found) || found.id.schema !== id.schema || found.id.name !== id.name) return true
  return found.attrs.args.length > attrs.args.length
}

/** What Postgres locks while it looks at a body in SQL: its tables, as the statements in it would. */
export function lockOf(object: Routine, schema: Schema): Lock {
  const { language, body, standard, args } = object.attrs
  const text = standard ?? (language === 'sql' ? body : null)
  if (text === null) return 'none'
  const relations = ['table', 'view', 'materializedView']
  const named = [...bodyNames(object, schema, 'held'), ...bodyNames(object, schema, 'read')]
  // `(one).name` of a row that it is given: kept as a tree, that is a column.
  const rows = standard !== null && /\)\s*\.\s*["\w]/.test(standard) ? args.flatMap(({ of }) => of ?? []) : []
  if (![...named, ...rows].some((k) => relations.includes(kindOf(k)))) return 'none'
  const words = Array.from(lex(text), (token) => (token.kind === 'word' ? token.text.toUpperCase() : ''))
  const locks = words.map((word, i) => {
    if (word === 'INSERT' || word === 'DELETE' || word === 'MERGE') return 'row-exclusive'
    if (word === 'UPDATE') return words[i - 1] === 'FOR' || words[i - 1] === 'KEY' ? 'row-share' : 'row-exclusive'
    return word === 'SHARE' ? 'row-share' : 'access-share'
  })
  return (['row-exclusive', 'row-share'] as const).find((lock) => locks.includes(lock)) ?? 'access-share'
}
