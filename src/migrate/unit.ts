import type { Statement } from '../dialect/connection.ts'
import { type Segment, segments } from './segment.ts'

/** What is committed at once; its statements are without the file's own BEGIN and COMMIT. */
export interface Unit extends Segment {
  /** How many statements of the file are done once this is. */
  readonly end: number
  /** The file's own transaction control. */
  readonly begin?: Statement
  readonly close?: Statement
}

/** Cuts a migration into what is committed at once; most are one unit. Without what is `done`, should that have been cut elsewhere. */
export function units(statements: readonly Statement[], done = 0): readonly Unit[] {
  const left = statements.slice(done)
  return cut(statements)
    .filter(({ end }) => end > done)
    .map((unit) => ({ ...unit, statements: unit.statements.filter((statement) => left.includes(statement)) }))
}

function cut(statements: readonly Statement[]): readonly Unit[] {
  const control = statements.find(({ mode }) => mode !== 'normal' && mode !== 'alone')?.mode
  if (control) return unitsAsWritten(statements, control !== 'begin')
  let end = 0
  return segments(statements).map((segment) => {
    end += segment.statements.length
    return { ...segment, end }
  })
}

/**
 * A file that says BEGIN and COMMIT itself. What stands before a COMMIT that has no BEGIN counts on a runner that has begun
 * a transaction, and a BEGIN without an end on one that commits: drizzle-orm does both. Other statements commit themselves.
 * `startsInside`: in the transaction of its runner.
 */
function unitsAsWritten(statements: readonly Statement[], startsInside: boolean): readonly Unit[] {
  const cut: Unit[] = []
  let inside = startsInside
  let begin: Statement | undefined
  let block: Statement[] = []
  const push = (end: number, close?: Statement) => {
    if (begin || close || block.length > 0)
      cut.push({ statements: block, alone: false, end, ...(begin && { begin }), ...(close && { close }) })
    block = []
    begin = undefined
  }
  for (const [index, statement] of statements.entries()) {
    const { mode } = statement
    if (mode === 'begin') {
      push(index)
      begin = statement
      inside = true
    } else if (mode === 'commit' || mode === 'rollback') {
      push(index + 1, statement)
      inside = false
    } else if (mode === 'alone') {
      // Inside a transaction the server refuses it, in its own words.
      if (inside && begin) block.push(statement)
      else {
        push(index)
        cut.push({ statements: [statement], alone: true, end: index + 1 })
      }
    } else {
      block.push(statement)
      if (!inside) push(index + 1)
    }
  }
  push(statements.length)
  return cut
}
