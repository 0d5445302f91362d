import type { Schema } from '../schema/schema.ts'
import { type Column, column } from './column.ts'
import { sqlType } from './column-type.ts'
import { lex, meaning, type Token } from './sql/lex.ts'
import { type Query, readQuery, type Source } from './sql/query.ts'
import { ident } from './sql/quote.ts'
import { tableKey } from './table.ts'

/** A column of a view. */
export interface Output {
  /** Its name as an identifier; its expression where nothing names it. */
  readonly label: string
  /** The same for two definitions only where the column has the same type in both. */
  readonly type: string
}

/** The columns of a query, as far as it tells them. */
export function outputsOf(definition: string, schema: Schema): readonly Output[] {
  const query = readQuery(definition)
  return query.items.map(({ text }) => {
    const tokens = [...lex(text)].filter(({ kind }) => kind !== 'comment')
    const isNamed = tokens.length > 2 && tokens.at(-2)!.text.toLowerCase() === 'as'
    const value = isNamed ? tokens.slice(0, -2) : tokens
    const spelled = value.map((token) => token.text).join(' ')
    const path = pathOf(value)
    const label = isNamed ? ident(meaning(tokens.at(-1)!)) : path ? ident(path.at(-1)!) : spelled
    const from = query.sources.map((source) => `${source.schema ?? ''}.${source.name}`).sort()
    return { label, type: (path && typeOf(path, query, schema)) ?? [spelled, ...from].join(' ') }
  })
}

/**
 * The definition with `*` and `users.*` replaced by the columns that they stand for, in their declared order: a table to which
 * columns were added has them in another order than one that was made with them. What cannot be told stays.
 */
export function spelledOut(definition: string, schema: Schema): string {
  const { items, outer } = readQuery(definition)
  return items.reduceRight((text, item) => {
    const [, qualifier, star] = /^(?:(.*)\.\s*)?(\*)$/s.exec(item.text) ?? []
    if (star === undefined) return text
    const name = qualifier === undefined ? undefined : pathOf([...lex(qualifier)])?.at(-1)
    const sources = outer.filter(({ alias }) => name === undefined || alias === name)
    const columns = sources.length === 1 ? columnsOf(sources[0]!, schema) : undefined
    if (!columns) return text
    const list = columns.map(({ id }) => `${qualifier === undefined ? '' : `${qualifier}.`}${ident(id.name)}`)
    return text.slice(0, item.offset) + list.join(', ') + text.slice(item.offset + item.text.length)
  }, definition)
}

/** `a`, `"t"."a"`: the names; undefined for an expression. */
function pathOf(tokens: readonly Token[]): readonly string[] | undefined {
  const isPath = tokens.every(({ kind, text }, i) => (i % 2 ? text === '.' : kind === 'name' || kind === 'word'))
  return isPath && tokens.length % 2 ? tokens.filter((_token, i) => i % 2 === 0).map(meaning) : undefined
}

/** The columns of a table in their declared order; undefined for what is no table. */
function columnsOf({ schema: place, name }: Source, schema: Schema): readonly Column[] | undefined {
  const table = tableKey(place ?? 'public', name)
  if (!schema.has(table)) return undefined
  return schema
    .children(table)
    .filter(column.is)
    .sort((a, b) => a.attrs.position - b.attrs.position)
}

/** The type of the one table column that a path can mean. */
function typeOf(path: readonly string[], { outer }: Query, schema: Schema): string | undefined {
  const name = path.at(-1)!
  const sources = outer.filter(({ alias }) => path.length === 1 || alias === path.at(-2))
  const columns = sources.map((source) => columnsOf(source, schema))
  if (columns.includes(undefined)) return undefined
  const found = columns.flatMap((some) => some!.filter(({ id }) => id.name === name))
  const [one] = found
  return one && found.length === 1 ? `${sqlType(one.attrs, true)} ${one.attrs.collation ?? ''}` : undefined
}
