import { lex } from '../postgres/sql/lex.ts'
import { type Constraint, clause, type NewColumn } from './acts.ts'
import { bare } from './keywords.ts'
import { type Act, offsetOf } from './parse.ts'

/** Where a part of a new column stands in the text of its act: UTF-16 code units from 0. What defers a constraint is part of it. */
function spanOf({ act, column, constraints }: NewColumn, location: number | undefined) {
  const start = offsetOf(act.text, location)
  const others = constraints.filter(({ contype }) => !contype?.startsWith('CONSTR_ATTR'))
  const next = [column.collClause, ...others]
    .flatMap((other) => (other ? [offsetOf(act.text, other.location)] : []))
    .filter((other) => other > start)
  return { start, end: Math.min(start + clause(act, location).length, ...next) }
}

/** The text of a part of a new column, up to what is said of the column next. */
export function partOf(column: NewColumn, location: number | undefined): string {
  const { start, end } = spanOf(column, location)
  return bare(column.act.text.slice(start, end))
}

/** The definition of a new column with other text in place of some of its constraints, or with none. */
export function redefined(given: NewColumn, constraints: readonly Constraint[], text = ''): string {
  const { act, column } = given
  const first = offsetOf(act.text, column.location)
  return bare(
    constraints
      .map(({ location }) => spanOf(given, location))
      .sort((a, b) => b.start - a.start)
      .reduce(
        (sql, { start, end }) => sql.slice(0, start - first) + (text && `${text} `) + sql.slice(end - first),
        clause(act, column.location),
      ),
  )
}

/** What may stand behind the type of a column. */
const behind =
  /^(?:check|collate|compression|constraint|default|generated|not|null|primary|references|storage|unique|using)$/i

/** A type as it is written: `varchar(20)[]`. */
export function typeAt(act: Act, location: number | undefined): string {
  const text = clause(act, location)
  const next = [...lex(text)].find(({ kind, text }) => kind === 'word' && behind.test(text))
  return bare(text.slice(0, next?.offset))
}
