import type { Rule } from '../rule.ts'
import { evidenceText, type Report } from './report.ts'

const levels = { error: 'error', warn: 'warning', info: 'note', off: 'none' } as const

/** SARIF 2.1.0 (OASIS), which code scanning reads: a log with one run. */
export function asSarif({ findings }: Report, rules: readonly Rule[], version: string): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Sluice',
            semanticVersion: version,
            rules: rules.map(({ id, level, why, fix }) => ({
              id,
              shortDescription: { text: id.replaceAll('-', ' ') },
              fullDescription: { text: why },
              help: { text: fix },
              defaultConfiguration: { level: levels[level] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
          level: levels[finding.level],
          message: { text: `${finding.message}. ${evidenceText(finding)}. Instead:\n${finding.fix}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(finding.file).replace(/[?#]/g, encodeURIComponent) },
                region: { startLine: finding.line, startColumn: finding.column },
              },
            },
          ],
        })),
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}
