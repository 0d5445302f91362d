import { type Condition, kind, type View } from '../dialect/kind.ts'
import type { Key, Obj } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { dropConstraint, renameConstraint, tableOf } from './constraint.ts'
import { type Deferrable, deferrableClause } from './deferrable.ts'
import { goesAlong } from './goes-along.ts'
import { type IndexPart, partText } from './index.ts'
import { extensionsIn, namesIn, types } from './names.ts'
import { addConstraint } from './online.ts'
import { unmoved } from './rows.ts'
import { dotted, ident, includeClause } from './sql/quote.ts'

/** One column or expression, and what two rows are compared by. */
type ExclusionElement = Omit<IndexPart, 'asc' | 'nulls'> & {
  /** As SQL: `&&`, `OPERATOR(app.&&)`. */
  readonly operator: string
}

export type ExclusionAttrs = {
  /** Of the index behind it: `gist`. */
  readonly method: string
  readonly elements: readonly ExclusionElement[]
  /** Columns that the index only carries. */
  readonly include: readonly Key[]
  /** The rows that it is about. */
  readonly where: string | null
  readonly deferrable: Deferrable
}

type Id = 'schema' | 'table' | 'name'
type Exclusion = Obj<Id, ExclusionAttrs>

/** An exclusion constraint (manual 5.5.6): no two rows for which all comparisons are true. */
export const exclusion = kind<Id, ExclusionAttrs>({
  name: 'exclusion',
  word: 'exclusion constraint',
  cascades: (object, view) => goesAlong(object, named(object, view.from), view),
  rigid: ({ attrs }) => attrs.where !== null || attrs.elements.some(({ expression }) => expression !== null),
  texts: ['elements', 'where'],
  fields: { method: 'replace', elements: 'replace', include: 'replace', where: 'replace', deferrable: 'replace' },
  create: (object, view) =>
    addConstraint(object.id, clause(object, view.to), false, { conditions: noConflicts(object, view) }),
  drop: ({ id }) => [dropConstraint(id)],
  rename: ({ from, to }) => [renameConstraint(from.id, to.id)],
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`, `constraint ${dotted(id.schema, id.table, id.name)}`],
  finds: (object, schema) => {
    const { method, elements } = object.attrs
    const words = [method, ...elements.map(({ opclass }) => opclass)].join(' ')
    return [...named(object, schema), ...extensionsIn(words, schema)]
  },
})

const named = (object: Exclusion, schema: Schema): readonly Key[] => {
  const { where, elements } = object.attrs
  const text = [where, ...elements.map(({ expression }) => expression)].join(' ')
  return namesIn(text, object, schema, ['column', 'function', ...types])
}

const partOf = (element: ExclusionElement, method: string, schema: Schema): string =>
  partText({ ...element, asc: true, nulls: 'last' }, method, schema)

function clause({ attrs }: Exclusion, schema: Schema): string {
  const { method, elements, include, where, deferrable } = attrs
  const list = elements.map((one) => `${partOf(one, method, schema)} WITH ${one.operator}`)
  return [
    `EXCLUDE USING ${method} (${list.join(', ')})`,
    includeClause(include),
    where !== null && ` WHERE (${where})`,
    deferrableClause(deferrable),
  ]
    .filter(Boolean)
    .join('')
}

/** Rows that are compared with all others without an index: more of them than this are left to the statement itself. */
const comparable = 5000

function noConflicts(object: Exclusion, view: View): readonly Condition[] {
  const { elements, where } = object.attrs
  if (!unmoved([object.parent!, ...object.refs, ...named(object, view.to)], view)) return []
  const table = tableOf(object)
  const values = elements.map((one, i) => `${partOf({ ...one, opclass: null }, '', view.to)} AS e${i}`)
  const rows = `(SELECT ctid AS id, ${values.join(', ')} FROM ${table}${where === null ? '' : ` WHERE ${where}`})`
  const compared = elements.map(({ operator }, i) => `a.e${i} ${operator} b.e${i}`).join(' AND ')
  const isFew = `(SELECT count(*) FROM ${table}) <= ${comparable} AND `
  return [
    {
      query:
        `SELECT count(*) FROM ${rows} AS a WHERE ${elements.some(({ operator }) => operator === '=') ? '' : isFew}` +
        `EXISTS (SELECT FROM ${rows} AS b WHERE a.id <> b.id AND ${compared})`,
      says: `rows of ${table} stand beside others that ${ident(object.id.name)} excludes`,
    },
  ]
}
