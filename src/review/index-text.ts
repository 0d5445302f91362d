import { impliedName } from '../postgres/implied-name.ts'
import { lex } from '../postgres/sql/lex.ts'
import { ident } from '../postgres/sql/quote.ts'
import { all, type Found, tableOf } from './acts.ts'
import { type NodeOf, offsetOf } from './parse.ts'

/** What CREATE INDEX is to say in place of what it says. */
export interface Given {
  /** SQL */
  readonly name?: string
  readonly concurrently?: boolean
  readonly guarded?: boolean
  /** The table, as SQL. */
  readonly on?: string
}

/** As the server calls them when it makes up a name: `expr` for what is no column. */
export const columnsOf = ({ indexParams }: NodeOf<'IndexStmt'>): readonly string[] =>
  all(indexParams, 'IndexElem').map(({ name = 'expr' }) => name)

/** The name that an index gets if nobody says one, and it is free. */
export const usualName = (node: NodeOf<'IndexStmt'>): string =>
  impliedName(tableOf(node.relation).name, columnsOf(node).join('_'), 'idx')

/** A CREATE INDEX said anew, as far as something else is given; the rest as it is written. */
export function indexSql(found: Found<'IndexStmt'>, given: Given): string {
  const { node, act } = found
  const name = given.name ?? (node.idxname === undefined ? '' : ident(node.idxname))
  const words = [
    `CREATE${node.unique ? ' UNIQUE' : ''} INDEX`,
    ...((given.concurrently ?? node.concurrent) ? ['CONCURRENTLY'] : []),
    ...((given.guarded ?? node.if_not_exists) && name !== '' ? ['IF NOT EXISTS'] : []),
    ...(name === '' ? [] : [name]),
    `ON ${given.on ?? (node.relation?.inh ? '' : 'ONLY ') + writtenTable(found)}`,
  ]
  return words.join(' ') + act.text.slice(spanOf(found).end)
}

/** The table as it is written, without ONLY. */
export function writtenTable(found: Found<'IndexStmt'>): string {
  const { start, end } = spanOf(found)
  return found.act.text.slice(start, end)
}

/** Where the name of the table stands, with its dots: UTF-16 code units from 0. */
function spanOf({ node, act: { text } }: Found<'IndexStmt'>) {
  const start = offsetOf(text, node.relation?.location)
  const tokens = [...lex(text.slice(start))].filter(({ kind }) => kind !== 'comment')
  let last = 0
  while (tokens[last + 1]?.text === '.') last += 2
  return { start, end: start + tokens[last]!.offset + tokens[last]!.text.length }
}
