import type { Dialect } from '../dialect/dialect.ts'
import { segments } from '../migrate/segment.ts'
import type { Step } from '../plan/plan.ts'

const head = [
  '-- Not one transaction: apply this file with `sluice migrate`.',
  "-- drizzle-orm's own migrate() runs every file in one transaction and cannot apply it.",
]

/** The text of a migration file, as drizzle-kit joins statements, with a comment line wherever a transaction ends. */
export function migrationText(steps: readonly Pick<Step, 'sql'>[], breakpoints: boolean, dialect: Dialect): string {
  const joined = steps.map(({ sql }) => `${sql};`).join(breakpoints ? '\n--> statement-breakpoint\n' : '\n')
  const cut = segments(dialect.split(joined))
  if (cut.length < 2 && cut.every(({ transaction }) => transaction)) return joined
  // From the last one back, so that the places before it stay right.
  const marked = cut.slice(1).reduceRight((text, { statements }) => {
    const { offset } = statements[0]!
    return `${text.slice(0, offset)}-- sluice:commit\n${text.slice(offset)}`
  }, joined)
  return `${head.join('\n')}\n${marked}`
}

/** The text of a down migration; a comment before a statement says what is gone after it. */
export function downText(steps: readonly Step[], breakpoints: boolean, dialect: Dialect): string {
  const marked = steps.map(({ sql, loses }) => ({ sql: loses === null ? sql : `-- loses: ${oneLine(loses)}\n${sql}` }))
  return migrationText(marked, breakpoints, dialect)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
