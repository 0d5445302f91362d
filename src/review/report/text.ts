import { counted } from '../../dialect/counted.ts'
import type { Finding } from '../rule.ts'
import type { Held } from '../timeline.ts'
import { countText, evidenceText, oneLine, type Report, sectionsOf } from './report.ts'

/** For a person: what, why, what to do; and which table is locked for how long. */
export function asText(report: Report): string {
  const explained = new Set<string>()
  return sectionsOf(report)
    .map(({ file, statements, timeline, own }) => {
      const count = statements === null ? 'no migration' : counted(statements, 'statement')
      return [
        `${file}: ${count}, ${countText(own)}`,
        ...own.flatMap((finding) => told(finding, explained)),
        ...heldLines(timeline),
      ].join('\n')
    })
    .join('\n\n')
}

/** Why a rule minds is said once. */
function told(finding: Finding, explained: Set<string>): readonly string[] {
  const { rule, level, file, line, column, message, why, fix } = finding
  const reason = explained.has(rule) ? [] : [`    why: ${why}`]
  explained.add(rule)
  return [
    '',
    `  ${file}:${line}:${column} ${level} ${rule}`,
    `    ${oneLine(message)}`,
    ...reason,
    `    ${oneLine(evidenceText(finding))}`,
    '    instead:',
    ...fix.split('\n').map((text) => `      ${text}`),
  ]
}

/** How many locks are listed: the longest. */
const most = 8

function heldLines(timeline: readonly Held[]): readonly string[] {
  if (timeline.length === 0) return []
  const rows = timeline.slice(0, most).map(({ table, lock, from, to }) => {
    const span = from === to ? `statement ${from}` : `statements ${from} to ${to}`
    return [oneLine(table), lock, span] as const
  })
  const width = (at: 0 | 1) => Math.max(...rows.map((row) => row[at].length))
  const more = timeline.length > most ? [`    and ${timeline.length - most} more`] : []
  return [
    '',
    '  locks, the longest first:',
    ...rows.map(([table, lock, span]) => `    ${table.padEnd(width(0))}  ${lock.padEnd(width(1))}  ${span}`),
    ...more,
  ]
}
