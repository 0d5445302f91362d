import type { Dialect } from '../dialect/dialect.ts'
import { units } from '../migrate/unit.ts'
import type { Step } from '../plan/plan.ts'

const head = [
  '-- Not one transaction: apply this file with `sluice migrate`.',
  "-- drizzle-orm's own migrate() runs every file in one transaction and cannot apply it.",
]

const commit = '-- sluice:commit\n'

/** The text of a migration file, as drizzle-kit joins statements, with a comment line wherever a transaction ends. */
export function migrationText(
  steps: readonly Pick<Step, 'sql' | 'apart'>[],
  breakpoints: boolean,
  dialect: Dialect,
): string {
  const joined = steps
    .map(({ sql, apart }, i) => `${apart && i > 0 ? commit : ''}${sql};`)
    .join(breakpoints ? '\n--> statement-breakpoint\n' : '\n')
  const cut = units(dialect.split(joined))
  if (cut.length < 2 && cut.every(({ alone }) => !alone)) return joined
  // From the last one back, so that the places before it stay right.
  const marked = cut.slice(1).reduceRight((text, { statements }) => {
    const { offset, commitBefore } = statements[0]!
    return commitBefore ? text : `${text.slice(0, offset)}${commit}${text.slice(offset)}`
  }, joined)
  return `${head.join('\n')}\n${marked}`
}

/** The text of a down migration; a comment before a statement says what is gone after it. */
export function downText(steps: readonly Step[], breakpoints: boolean, dialect: Dialect): string {
  const marked = steps.map(({ sql, loses, apart }) => ({
    sql: loses === null ? sql : `-- loses: ${oneLine(loses)}\n${sql}`,
    apart,
  }))
  return migrationText(marked, breakpoints, dialect)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
