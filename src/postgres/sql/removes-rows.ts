import { lex } from './lex.ts'

/** Does a statement say itself that it removes rows? What it calls is not looked into. */
export const removesRows = (sql: string): boolean => /^TRUNCATE\b|\bDELETE FROM\b|\bTHEN DELETE\b/.test(wordsOf(sql))

/** Does it say that it drops what may hold rows? */
export const dropsRows = (sql: string): boolean =>
  /^DROP (?:TABLE|SCHEMA|OWNED|MATERIALIZED VIEW)\b|^ALTER TABLE\b.*\bDROP (?!CONSTRAINT|DEFAULT|NOT|IDENTITY|EXPRESSION)/.test(
    wordsOf(sql),
  )

const wordsOf = (sql: string): string =>
  Array.from(lex(sql))
    .flatMap(({ kind, text }) => (kind === 'comment' ? [] : [kind === 'word' ? text.toUpperCase() : '_']))
    .join(' ')
