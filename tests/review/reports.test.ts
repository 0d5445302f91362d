import * as v from 'valibot'
import { expect, test } from 'vitest'
import { asGithub } from '../../src/review/report/github.ts'
import { asMarkdown } from '../../src/review/report/markdown.ts'
import type { Report } from '../../src/review/report/report.ts'
import { asSarif } from '../../src/review/report/sarif.ts'
import { rules } from '../../src/review/rules/index.ts'

const report: Report = {
  migrations: [
    {
      tag: '0001_a b',
      file: 'drizzle/0001_a b.sql',
      statements: 2,
      timeline: [{ table: 'public.users', lock: 'access-exclusive', from: 1, to: 2 }],
    },
  ],
  findings: [
    {
      rule: 'drop-table',
      level: 'error',
      file: 'drizzle/0001_a b.sql',
      line: 2,
      column: 5,
      statement: 2,
      message: 'the table "a`*_b", 100% of it',
      why: 'first line\nsecond line',
      fix: 'SELECT 1;\n```\nSELECT 2;',
      evidence: {
        by: 'observation',
        says: 'embedded PostgreSQL 18.6',
        locks: { 'public.users': 'share' },
        rewrote: [],
      },
    },
  ],
}

const text = v.strictObject({ text: v.pipe(v.string(), v.nonEmpty()) })
const level = v.picklist(['none', 'note', 'warning', 'error'])
const count = v.pipe(v.number(), v.integer(), v.minValue(1))

/**
 * The part of the public schema (OASIS, sarif-schema-2.1.0.json) that a log of ours can reach, with its required properties,
 * its enumerations, and no property that it does not know. No package that we could find brings the schema itself without the
 * network.
 */
const sarif = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  version: v.literal('2.1.0'),
  runs: v.array(
    v.strictObject({
      tool: v.strictObject({
        driver: v.strictObject({
          name: v.string(),
          semanticVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+/)),
          rules: v.array(
            v.strictObject({
              id: v.string(),
              shortDescription: text,
              fullDescription: text,
              help: text,
              defaultConfiguration: v.strictObject({ level }),
            }),
          ),
        }),
      }),
      columnKind: v.picklist(['utf16CodeUnits', 'unicodeCodePoints']),
      results: v.array(
        v.strictObject({
          ruleId: v.string(),
          ruleIndex: v.pipe(v.number(), v.integer(), v.minValue(-1)),
          level,
          message: text,
          locations: v.array(
            v.strictObject({
              physicalLocation: v.strictObject({
                artifactLocation: v.strictObject({ uri: v.pipe(v.string(), v.regex(/^[\w\-.~%!$&'()*+,;=:@/]+$/)) }),
                region: v.strictObject({ startLine: count, startColumn: count }),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
})

test('SARIF is as its schema says, and each result points at its rule', () => {
  const log = v.parse(sarif, JSON.parse(asSarif(report, rules, '0.1.0')))
  const [{ tool, results }] = log.runs as [(typeof log.runs)[number]]
  expect(tool.driver.rules[results[0]!.ruleIndex]!.id).toBe('drop-table')
  expect(results[0]!.locations[0]!.physicalLocation.artifactLocation.uri).toBe('drizzle/0001_a%20b.sql')
  expect(() => v.parse(sarif, JSON.parse(asSarif({ ...report, findings: [] }, rules, '0.1.0')))).not.toThrow()
})

test('a GitHub annotation is one line, whatever stands in it', () => {
  expect(asGithub(report)).toBe(
    '::error file=drizzle/0001_a b.sql,line=2,col=5,title=drop-table::the table "a`*_b", 100%25 of it%0Afirst line%0Asecond line%0ASELECT 1;%0A```%0ASELECT 2;',
  )
})

test('Markdown shows names and SQL as they are', () => {
  const page = asMarkdown(report)
  expect(page).toContain('### Sluice review: 1 error')
  expect(page).toContain('the table "a\\`\\*\\_b", 100% of it')
  expect(page).toContain('````sql\nSELECT 1;\n```\nSELECT 2;\n````')
  expect(page).toContain('| `public.users` | access-exclusive | 1–2 |')
})
