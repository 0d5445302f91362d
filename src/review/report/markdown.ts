import type { Finding } from '../rule.ts'
import { countText, evidenceText, oneLine, type Report, sectionsOf } from './report.ts'

/** A summary for the comment of a pull request. */
export function asMarkdown(report: Report): string {
  const head = `### Sluice review: ${countText(report.findings)}`
  const sections = sectionsOf(report).map(({ file, timeline, own }) => {
    const locks = timeline.map(
      ({ table, lock, from, to }) => `| ${cell(table)} | ${lock} | ${from === to ? from : `${from}–${to}`} |`,
    )
    return [
      `#### ${code(file)}: ${countText(own)}`,
      ...own.map(told),
      ...(locks.length > 0 ? [['| locked | how | statements |', '|---|---|---|', ...locks].join('\n')] : []),
    ].join('\n\n')
  })
  return [head, ...sections].join('\n\n')
}

function told(finding: Finding): string {
  const { rule, level, line, message, why, fix, evidence } = finding
  const fence = '`'.repeat(Math.max(3, longest(fix) + 1))
  return [
    `**${level}** \`${rule}\`, line ${line}: ${inline(message)}`,
    `${inline(why)} _${inline(evidenceText(finding))}_`,
    `${fence}${evidence.by === 'history' ? '' : 'sql'}\n${fix}\n${fence}`,
  ].join('\n\n')
}

/** Text of one line that stays text: no markup, no link, nobody who is mentioned. */
const inline = (text: string): string => oneLine(text).replace(/[\\`*_<>[\]|~#@]/g, '\\$&')

/** In a cell a stroke ends it, even within code. */
const cell = (text: string): string => code(text).replaceAll('|', '\\|')

/** Code within a line: between more backquotes than it holds. */
function code(text: string): string {
  const quotes = '`'.repeat(longest(text) + 1)
  return quotes.length === 1 ? `\`${oneLine(text)}\`` : `${quotes} ${oneLine(text)} ${quotes}`
}

const longest = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
