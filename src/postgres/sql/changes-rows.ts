import { lex } from './lex.ts'

/** Does a statement say itself that it writes rows, sets a sequence, or calls a function for what that does? */
export function changesRows(sql: string): boolean {
  const words = [...lex(sql)].flatMap(({ kind, text }) => (kind === 'word' ? [text.toUpperCase()] : []))
  const writes = /\b(INSERT|UPDATE|DELETE|MERGE)\b/
  switch (words[0]) {
    case 'INSERT':
    case 'UPDATE':
    case 'DELETE':
    case 'MERGE':
      return true
    case 'SELECT':
      return !words.includes('SET_CONFIG')
    case 'WITH':
      return words.some((word) => writes.test(word))
    case 'DO':
      return writes.test(sql.toUpperCase())
  }
  return false
}
