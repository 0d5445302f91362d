import type { Finding } from '../rule.ts'
import { countText, evidenceText, type Report, sectionsOf } from './report.ts'

/** A summary for the comment of a pull request. */
export function asMarkdown(report: Report): string {
  const head = `### Sluice review: ${countText(report.findings)}`
  const sections = sectionsOf(report).map(({ file, timeline, own }) => {
    const locks = timeline.map(
      ({ table, lock, from, to }) => `| \`${cell(table)}\` | ${lock} | ${from === to ? from : `${from}–${to}`} |`,
    )
    return [
      `#### \`${file}\`: ${countText(own)}`,
      ...own.map(told),
      ...(locks.length > 0 ? [['| locked | how | statements |', '|---|---|---|', ...locks].join('\n')] : []),
    ].join('\n\n')
  })
  return [head, ...sections].join('\n\n')
}

function told(finding: Finding): string {
  const { rule, level, line, message, why, fix, evidence } = finding
  const fence = '`'.repeat(Math.max(3, ...(fix.match(/`+/g) ?? []).map(({ length }) => length + 1)))
  return [
    `**${level}** \`${rule}\`, line ${line}: ${inline(message)}`,
    `${inline(why)} _${inline(evidenceText(finding))}_`,
    `${fence}${evidence.by === 'history' ? '' : 'sql'}\n${fix}\n${fence}`,
  ].join('\n\n')
}

const inline = (text: string): string => text.replace(/[\\`*_<>[\]|]/g, '\\$&')
const cell = (text: string): string => text.replaceAll('|', '\\|')
