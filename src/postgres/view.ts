import { type View as Around, type Draft, kind } from '../dialect/kind.ts'
import { key, type Obj, type Pair } from '../schema/object.ts'
import { relationExists, relationIs } from './exists.ts'
import { parameterChanges, parameterList, sameParameters } from './parameters.ts'
import { dotted } from './sql/quote.ts'
import {
  columnRenames,
  dropView,
  findsOf,
  keepsColumns,
  moveView,
  queryText,
  readLock,
  type Viewed,
} from './view-parts.ts'

/** Options: `security_barrier`, `security_invoker` (from 15), `check_option`. */
export type ViewAttrs = Viewed

type Id = 'schema' | 'name'
type View = Obj<Id, ViewAttrs>

/** A change of the query may bring the others along. */
const change = { with: ['definition', 'columns', 'with'] as const, alter }

/** A view (manual, CREATE VIEW). */
export const view = kind<Id, ViewAttrs>({
  name: 'view',
  word: 'view',
  rigid: ({ attrs }) => attrs.definition !== null,
  texts: ['definition'],
  fields: {
    definition: change,
    columns: change,
    with: { ...change, same: sameParameters },
    declares: 'ignore',
  },
  create: (object, around) =>
    object.attrs.definition === null
      ? []
      : [
          {
            sql: create('CREATE VIEW', object, around),
            lock: readLock(object, around),
            unless: relationExists(object.id.schema, object.id.name),
          },
        ],
  drop: (object, around) => dropView('VIEW', object, around),
  rename: (pair) => moveView('VIEW', pair),
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`, `type ${dotted(id.schema, id.name)}`],
  stands: ({ id }) => relationIs('v', id),
  finds: findsOf,
})

export const viewKey = (schema: string, name: string) => key('view', schema, name)

const name = ({ id }: View): string => dotted(id.schema, id.name)

function create(words: 'CREATE VIEW' | 'CREATE OR REPLACE VIEW', object: View, around: Around): string {
  const options = parameterList(object.attrs.with)
  return `${words} ${name(object)}${options && ` WITH (${options})`} AS ${queryText(object, around)}`
}

/** A view that somebody else has made so far is taken over; one that is left to somebody else stays. */
function alter({ from, to }: Pair<View>, around: Around): readonly Draft[] | 'replace' {
  if (to.attrs.definition === null) return []
  const renames = columnRenames('VIEW', { from, to })
  if (renames) return [...renames, ...setOptions({ from, to })]
  const isKept = from.attrs.definition === null || keepsColumns({ from, to }, around)
  return isKept ? [{ sql: create('CREATE OR REPLACE VIEW', to, around) }] : 'replace'
}

const setOptions = ({ from, to }: Pair<View>): readonly Draft[] =>
  parameterChanges({ from: from.attrs.with, to: to.attrs.with }).map((what) => ({
    sql: `ALTER VIEW ${name(to)} ${what}`,
  }))
