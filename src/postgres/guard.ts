import type { Draft } from '../dialect/kind.ts'
import { dollarQuoted } from './sql/quote.ts'

const name = String.raw`(?:"(?:[^"]|"")*"\.?)+`

type Places = readonly (readonly [statement: RegExp, guarded: string])[]

/** Where Postgres takes IF NOT EXISTS, or OR REPLACE (manual, SQL Commands). */
const makes: Places = [
  [
    /^CREATE (SCHEMA|(?:UNLOGGED )?TABLE|SEQUENCE|MATERIALIZED VIEW|(?:UNIQUE )?INDEX(?: CONCURRENTLY)?)/,
    'CREATE $1 IF NOT EXISTS',
  ],
  [/^CREATE (FUNCTION|PROCEDURE|TRIGGER)/, 'CREATE OR REPLACE $1'],
  [new RegExp(`^ALTER TABLE (${name} ADD COLUMN)`), 'ALTER TABLE $1 IF NOT EXISTS'],
  [new RegExp(`^ALTER TYPE (${name} ADD VALUE)`), 'ALTER TYPE $1 IF NOT EXISTS'],
]

/** Where it takes IF EXISTS. What a part is dropped from may be gone as well. */
const drops: Places = [
  // It may be a procedure by then.
  [/^DROP (FUNCTION|PROCEDURE)/, 'DROP ROUTINE IF EXISTS'],
  [/^DROP (MATERIALIZED VIEW|EVENT TRIGGER|[A-Z]+)( CONCURRENTLY)?/, 'DROP $1$2 IF EXISTS'],
  [
    new RegExp(`^ALTER TABLE (${name} DROP (?:COLUMN|CONSTRAINT))(?: IF EXISTS)?`),
    'ALTER TABLE IF EXISTS $1 IF EXISTS',
  ],
  [new RegExp(`^ALTER TYPE (${name} DROP ATTRIBUTE)`), 'ALTER TYPE $1 IF EXISTS'],
  [new RegExp(`^ALTER DOMAIN (${name} DROP CONSTRAINT)`), 'ALTER DOMAIN $1 IF EXISTS'],
  [new RegExp(`^ALTER TABLE (${name} ALTER COLUMN ${name} DROP (?:IDENTITY|EXPRESSION))`), 'ALTER TABLE $1 IF EXISTS'],
]

/**
 * A statement so that it may run a second time. One that neither has a place for the words nor says `unless` is repeatable as
 * it is. What is dropped to be made anew may be gone in any case: a run may have stopped between the two.
 */
export function guarded({ sql, unless, onlyWhile }: Draft): string {
  if (unless === undefined) return worded(sql, [...makes, ...drops])
  return block(worded(sql, drops), onlyWhile === undefined ? `NOT (${unless})` : `${onlyWhile} AND NOT (${unless})`)
}

function worded(sql: string, places: Places): string {
  const [statement, written] = places.find(([statement]) => statement.test(sql)) ?? []
  return statement && written ? sql.replace(statement, written) : sql
}

/** PL/pgSQL takes a query whose result nobody wants as PERFORM (manual 43.5.2). */
function block(sql: string, condition: string): string {
  const statement = sql.replace(/^SELECT /, 'PERFORM ')
  return `DO ${dollarQuoted(` BEGIN\n\tIF ${condition} THEN\n\t\t${statement};\n\tEND IF;\nEND `)}`
}
