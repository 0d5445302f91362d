import type { Node } from 'libpg-query'
import { bare } from './keywords.ts'

export type { Node }

/** The name of a sort of node: `IndexStmt`. */
export type NodeName = Node extends infer N ? (N extends N ? keyof N & string : never) : never

/** What stands in a node of that sort. */
export type NodeOf<K extends NodeName> = Node extends infer N
  ? N extends Readonly<Record<K, infer V>>
    ? V
    : never
  : never

/** One statement of the parse tree. */
export interface Act {
  readonly node: Node
  readonly text: string
  /** Where it begins in the text of the statement that runs it: UTF-16 code units from 0. */
  readonly offset: number
  /** It stands in a DO block, and runs where the block comes to it. */
  readonly nested: boolean
}

/** A statement as Postgres' own parser reads it: it, or what its DO block holds. */
export interface Parsed {
  readonly acts: readonly Act[]
  /** Why it cannot be read, and where. */
  readonly problem: Problem | null
}

interface Problem {
  readonly message: string
  /** UTF-16 code units from 0. */
  readonly offset: number
}

/** Reads single statements. */
export type Parser = (sql: string) => Parsed

/** The parser of Postgres 18, as WebAssembly; it is loaded with the first call. */
export async function loadParser(): Promise<Parser> {
  const { loadModule, parseSync, parsePlPgSQLSync } = await import('libpg-query')
  await loadModule()
  const read = (sql: string): readonly Node[] => parseSync(sql).stmts?.flatMap(({ stmt }) => stmt ?? []) ?? []
  const inside = (sql: string): readonly Act[] => {
    try {
      return queriesOf(parsePlPgSQLSync(sql), sql).flatMap(({ query, offset }) =>
        read(query).map((node) => ({ node, text: query, offset, nested: true })),
      )
    } catch {
      // Of another language, or put together as it runs: the observation says what it did.
      return []
    }
  }
  return (sql) => {
    try {
      const nodes = read(sql)
      const acts = nodes.map((node) => ({ node, text: sql, offset: 0, nested: false }))
      return { acts: nodes.some((node) => 'DoStmt' in node) ? [...acts, ...inside(sql)] : acts, problem: null }
    } catch (error) {
      const { message, sqlDetails } = error as Error & { sqlDetails?: { cursorPosition: number } }
      return { acts: [], problem: { message, offset: unitsOf(sql, sqlDetails?.cursorPosition ?? 0) } }
    }
  }
}

/** Error positions count characters, and text is UTF-16: what lies outside the basic plane takes two units. */
export const unitsOf = (sql: string, characters: number): number => [...sql].slice(0, characters).join('').length

/** The place of a node, which counts bytes of UTF-8, in UTF-16 code units. */
export function offsetOf(sql: string, bytes = 0): number {
  const ascii = /^[\0-\x7f]*$/.test(sql)
  return ascii ? bytes : Buffer.from(sql).subarray(0, bytes).toString().length
}

interface Query {
  readonly query: string
  readonly offset: number
}

/** The statements of a PL/pgSQL block in their order: those that stand in it, and those that EXECUTE has as one string. */
function queriesOf(tree: unknown, sql: string): readonly Query[] {
  const queries: Query[] = []
  let from = 0
  const note = (query: string, text = query) => {
    const at = sql.indexOf(query, from)
    if (at >= 0) from = at
    queries.push({ query: bare(text), offset: Math.max(at, 0) })
  }
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      const { sqlstmt, query } = (inner ?? {}) as Readonly<Record<'sqlstmt' | 'query', Expression | undefined>>
      if (name === 'PLpgSQL_stmt_execsql' && sqlstmt) note(sqlstmt.PLpgSQL_expr.query)
      else if (name === 'PLpgSQL_stmt_dynexecute' && query) {
        const text = /^\s*'((?:[^']|'')*)'\s*$/.exec(query.PLpgSQL_expr.query)?.[1]
        if (text !== undefined) note(query.PLpgSQL_expr.query, text.replaceAll("''", "'"))
      } else visit(inner)
    }
  }
  visit(tree)
  return queries
}

interface Expression {
  readonly PLpgSQL_expr: { readonly query: string }
}
