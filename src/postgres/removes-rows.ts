import { lex } from './lex.ts'

/** Does a statement say itself that it removes rows? What it calls is not looked into. */
export function removesRows(sql: string): boolean {
  const words = [...lex(sql)].flatMap(({ kind, text }) =>
    kind === 'comment' ? [] : [kind === 'word' ? text.toUpperCase() : '_'],
  )
  return /^TRUNCATE\b|\bDELETE FROM\b|\bTHEN DELETE\b/.test(words.join(' '))
}
