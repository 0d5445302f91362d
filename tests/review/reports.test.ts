import { createRequire } from 'node:module'
import Ajv from 'ajv'
import { expect, test } from 'vitest'
import { asGithub } from '../../src/review/report/github.ts'
import { asMarkdown } from '../../src/review/report/markdown.ts'
import type { Report } from '../../src/review/report/report.ts'
import { asSarif } from '../../src/review/report/sarif.ts'
import { asText } from '../../src/review/report/text.ts'
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

/** Names that mean something to whoever prints them. */
const hostile: Report = {
  migrations: [{ ...report.migrations[0]!, file: 'drizzle/0001_`a`|<b>,:%.sql', timeline: [] }],
  findings: [
    {
      ...report.findings[0]!,
      file: 'drizzle/0001_`a`|<b>,:%.sql',
      statement: null,
      message: 'the table "x::error file=a::b\r\n::warning::c" ``` <script> [a](b) @somebody #1 ![i](j)',
      fix: '````\n::error::d',
      evidence: { ...report.findings[0]!.evidence, by: 'history', says: 'the *ledger*' },
    },
  ],
}

const require = createRequire(import.meta.url)

/** The public schema of SARIF 2.1.0, in draft 4, as Microsoft's matcher for Jest brings it. */
const sarif = new Ajv({ schemaId: 'auto', allErrors: true })
  .addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'))
  .compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))

/** What the schema says against a log. */
function against(log: string) {
  sarif(JSON.parse(log))
  return sarif.errors ?? []
}

test('SARIF is as its public schema says, and each result points at its rule', () => {
  const text = asSarif(report, rules, '0.1.0')
  expect(against(text)).toEqual([])
  expect(against(asSarif({ ...report, findings: [] }, rules, '0.1.0'))).toEqual([])
  expect(against(asSarif(hostile, rules, '0.1.0'))).toEqual([])
  const odd = { ...report, findings: [{ ...report.findings[0]!, file: 'a?b#c.sql' }] }
  expect(asSarif(odd, rules, '0.1.0')).toContain('"uri": "a%3Fb%23c.sql"')
  expect(against(text.replace('"ruleId"', '"rule"'))).not.toEqual([])
  const [{ tool, results }] = JSON.parse(text).runs
  expect(tool.driver.rules[results[0].ruleIndex].id).toBe('drop-table')
  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('drizzle/0001_a%20b.sql')
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

test('a GitHub annotation stays one, whatever names hold', () => {
  const text = asGithub(hostile)
  expect(text.split(/\r|\n/)).toHaveLength(1)
  expect(text).toContain('file=drizzle/0001_`a`|<b>%2C%3A%25.sql,line=2')
  // A command begins a line, so within one nothing is a command.
  expect(text.startsWith('::error ')).toBe(true)
  expect(text).toContain('"x::error file=a::b%0D%0A::warning::c"')
})

test('Markdown neither links, nor mentions, nor leaves its place, whatever names hold', () => {
  const page = asMarkdown(hostile)
  expect(page).toContain('#### `` drizzle/0001_`a`|<b>,:%.sql ``')
  expect(page).toContain('\\<script\\>')
  expect(page).toContain('\\[a\\](b) \\@somebody \\#1 !\\[i\\](j)')
  expect(page).toContain('`````\n````\n::error::d\n`````')
  const told = page.split('\n').find((line) => line.startsWith('**error**'))
  expect(told).toContain('::warning::c')
  const { migrations } = report
  const timeline = [{ ...migrations[0]!.timeline[0]!, table: 'public.a`|b\n' }]
  expect(asMarkdown({ migrations: [{ ...migrations[0]!, timeline }], findings: [] })).toContain(
    '| `` public.a`\\|b  `` |',
  )
})

test('a name with a line end does not break the text for a person', () => {
  const finding = { ...hostile.findings[0]!, message: 'the table "a\nb"' }
  expect(asText({ ...report, findings: [finding] })).toContain('\n    the table "a b"\n')
})
