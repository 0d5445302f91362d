/** One token of an SQL text. White space makes none; an unterminated quote or comment runs to the end of the text. */
export interface Token {
  /**
   * `word`: an unquoted name or keyword. `name`: a quoted identifier. `text`: a string of any form.
   * `breakpoint`: where drizzle-kit cuts a file. `symbol`: any other character.
   */
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'symbol' | 'comment' | 'breakpoint'
  /** As written, quotes included. */
  readonly text: string
  /** UTF-16 code units from 0. */
  readonly offset: number
}

type Close = (sql: string, from: number, opened: string) => number

interface Form {
  readonly kind: Token['kind'] | 'space'
  readonly open: RegExp
  /** Where the token ends, given the offset after its opening; default: there. */
  readonly close?: Close
}

/** What follows `found`, or the end of the text where nothing was found. */
const after = (sql: string, found: number, length: number) => (found < 0 ? sql.length : found + length)

const closeQuote: Close = (sql, from, opened) => {
  const quote = opened.at(-1)!
  let at = sql.indexOf(quote, from)
  while (at >= 0 && sql[at + 1] === quote) at = sql.indexOf(quote, at + 2)
  return after(sql, at, 1)
}

/** Strings with a line break between them are one, and the backslashes of the first count in all of them (manual 4.1.2.1). */
const continued = /(?:[ \t\f\v]|--[^\n\r]*)*[\n\r](?:[ \t\n\r\f\v]|--[^\n\r]*[\n\r])*'/y

const closeEscapes: Close = (sql, from) => {
  for (let at = from; at < sql.length; at += 1) {
    if (sql[at] === '\\') at += 1
    else if (sql[at] === "'" && sql[at + 1] === "'") at += 1
    else if (sql[at] === "'") {
      continued.lastIndex = at + 1
      if (!continued.test(sql)) return at + 1
      at = continued.lastIndex - 1
    }
  }
  return sql.length
}

const closeComment: Close = (sql, from) => {
  const edge = /\/\*|\*\//g
  edge.lastIndex = from
  let depth = 1
  while (depth > 0) {
    const found = edge.exec(sql)
    if (!found) return sql.length
    depth += found[0] === '/*' ? 1 : -1
  }
  return edge.lastIndex
}

/** In the order in which they are tried (manual 4.1, src/backend/parser/scan.l). */
const forms: readonly Form[] = [
  { kind: 'space', open: /^\ufeff|[ \t\n\r\f\v]+/y },
  { kind: 'breakpoint', open: /--> statement-breakpoint/y },
  { kind: 'comment', open: /--[^\n\r]*/y },
  { kind: 'comment', open: /\/\*/y, close: closeComment },
  { kind: 'text', open: /e'/iy, close: closeEscapes },
  { kind: 'text', open: /(?:[bnx]|u&)?'/iy, close: closeQuote },
  { kind: 'name', open: /(?:u&)?"/iy, close: closeQuote },
  { kind: 'word', open: /[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/iy },
  {
    kind: 'text',
    open: /\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/iy,
    close: (sql, from, tag) => after(sql, sql.indexOf(tag, from), tag.length),
  },
  { kind: 'number', open: /\$?\d\w*/y },
  { kind: 'symbol', open: /./sy },
]

/** The tokens of an SQL text, as Postgres reads it with standard_conforming_strings. Never throws. */
export function* lex(sql: string): Generator<Token, void, undefined> {
  for (let offset = 0; offset < sql.length; ) {
    const { kind, end } = next(sql, offset)
    if (kind !== 'space') yield { kind, offset, text: sql.slice(offset, end) }
    offset = end
  }
}

function next(sql: string, offset: number): { readonly kind: Form['kind']; readonly end: number } {
  for (const { kind, open, close } of forms) {
    open.lastIndex = offset
    const opened = open.exec(sql)?.[0]
    if (opened === undefined) continue
    const from = offset + opened.length
    return { kind, end: close ? close(sql, from, opened) : from }
  }
  throw new Error('unreachable: the last form takes any character')
}

/** What a token means: a name without its quotes and in the case that Postgres sees, a string's content (`U&` escapes stay). */
export function meaning(token: Token): string {
  const { kind, text } = token
  if (kind === 'word') return text.toLowerCase()
  if (kind === 'name') return text.slice(text.indexOf('"') + 1, -1).replaceAll('""', '"')
  if (kind !== 'text') return text
  if (text.startsWith('$')) {
    const tag = text.indexOf('$', 1) + 1
    return text.slice(tag, -tag)
  }
  const content = text.slice(text.indexOf("'") + 1, -1).replaceAll("''", "'")
  return /^e/i.test(text) ? content.replace(/\\(.)/gs, '$1') : content
}
