import type { Statement } from '../../dialect/connection.ts'
import { place } from '../../dialect/place.ts'
import { lex, type Token } from './lex.ts'
import { statementMode } from './statement-mode.ts'

/**
 * The statements of an SQL file. A semicolon ends one, and so does drizzle-kit's breakpoint outside quotes and comments,
 * since drizzle-orm sends what lies between two of them by itself. Never throws: what cannot be read is one statement for
 * the server to judge.
 */
export function split(sql: string): readonly Statement[] {
  const statements: Statement[] = []
  let tokens: Token[] = []
  let commitBefore = false
  const end = () => {
    if (tokens.length === 0) return
    statements.push(statement(sql, tokens, commitBefore, statements.at(-1)))
    tokens = []
    commitBefore = false
  }
  for (const token of lex(sql)) {
    if (token.kind === 'comment') commitBefore ||= tokens.length === 0 && commitMark.test(token.text)
    else if (token.kind === 'breakpoint' || (token.text === ';' && !inBody(tokens))) end()
    else tokens.push(token)
  }
  end()
  return statements
}

const commitMark = /^--\s*sluice:commit\s*$/

function statement(sql: string, tokens: readonly Token[], commitBefore: boolean, before?: Statement): Statement {
  const { offset } = tokens[0]!
  const last = tokens.at(-1)!
  const text = sql.slice(offset, last.offset + last.text.length)
  return { text, offset, ...place(sql, offset, before), mode: statementMode(tokens), commitBefore }
}

/** Does a semicolon after these tokens belong to a body: of a rule in parentheses, of a routine in BEGIN ATOMIC … END? */
function inBody(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ kind, text }) => (kind === 'word' || kind === 'symbol' ? text.toUpperCase() : ''))
  if (words[0] !== 'CREATE') return false
  const object = words[1] === 'OR' ? words[3] : words[1]
  let depth = 0
  if (object === 'RULE') {
    for (const word of words) depth += word === '(' ? 1 : word === ')' ? -1 : 0
  } else if (object === 'FUNCTION' || object === 'PROCEDURE') {
    for (const [at, word] of words.entries()) {
      if (word === 'ATOMIC' && words[at - 1] === 'BEGIN') depth = 1
      else if (depth > 0) depth += word === 'CASE' ? 1 : word === 'END' ? -1 : 0
    }
  }
  return depth > 0
}
