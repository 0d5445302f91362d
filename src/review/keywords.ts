import { lex, meaning, type Token } from '../postgres/sql/lex.ts'

/** A statement's text without CASCADE, but for what a foreign key does. What is quoted is no keyword. */
export function withoutCascade(sql: string): string {
  const tokens = [...lex(sql)].filter(({ kind }) => kind !== 'comment')
  const isOfKey = (before: Token | undefined) => before !== undefined && /^(?:delete|update)$/i.test(before.text)
  const found = tokens.filter((token, i) => is(token, 'cascade') && !isOfKey(tokens[i - 1]))
  return found.reduceRight(
    (text, { offset, text: { length } }) => text.slice(0, offset).trimEnd() + text.slice(offset + length),
    sql,
  )
}

/** CREATE VIEW with `security_invoker`, beside the options that it has. */
export function withInvoker(sql: string): string {
  const on = 'security_invoker = true'
  const tokens = [...lex(sql)].filter(({ kind }) => kind !== 'comment')
  const as = tokens.findIndex((token) => is(token, 'as'))
  const head = tokens.slice(0, as)
  const given = head.findIndex((token) => is(token, 'with'))
  const put = (start: number, end: number, text: string) => sql.slice(0, start) + text + sql.slice(end)
  if (given < 0) return put(tokens[as]!.offset, tokens[as]!.offset, `WITH (${on}) `)
  const option = head.findIndex((token) => is(token, 'security_invoker'))
  if (option < 0) return put(head[given + 2]!.offset, head[given + 2]!.offset, `${on}, `)
  const end = head.slice(option).find(({ kind, text }) => kind === 'symbol' && /[,)]/.test(text))!
  return put(head[option]!.offset, end.offset, on)
}

/** A text up to its last token: without the comments behind it, which would swallow what is added. */
export function bare(sql: string): string {
  const last = Array.from(lex(sql)).findLast(({ kind }) => kind !== 'comment')
  return last ? sql.slice(0, last.offset + last.text.length) : ''
}

/** All names and keywords in some texts, as the database reads them. */
export const wordsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) =>
      Array.from(lex(text)).flatMap((token) => (/^(?:word|name)$/.test(token.kind) ? [meaning(token)] : [])),
    ),
  )

const is = (token: Token, keyword: string): boolean => token.kind === 'word' && meaning(token) === keyword
