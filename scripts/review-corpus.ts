/**
 * Reviews every migration of the corpus of real histories, and writes what it found by rule, and how long it took, into
 * bench/results.md: `npm run review-corpus`. `-- --list` prints the findings.
 */
import { parseArgs } from 'node:util'
import { writeReview } from '../bench/kept.ts'
import { byFile } from '../src/commands/diagnoses.ts'
import { ofFolder } from '../src/commands/history-findings.ts'
import { reviewEach } from '../src/commands/review-each.ts'
import { loadConfig } from '../src/drizzle/config.ts'
import { readFolder } from '../src/migrate/folder.ts'
import type { Finding } from '../src/review/rule.ts'
import { corpusProjects } from '../tests/harness/corpus.ts'

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } })
const findings: Finding[] = []
const times: number[] = []
/** Of all threads, so that what else runs on the machine does not count. */
const busy: number[] = []
let seen = 0
let statements = 0
for (const { name, out } of corpusProjects('the corpus, reviewed')) {
  const config = await loadConfig({ cwd: out, overrides: { dialect: 'postgresql', out } })
  const folder = await readFolder(out)
  const chosen = folder.migrations.map(({ tag, file, sql }, place) => ({ tag, file, sql, place }))
  const context = {
    cwd: out,
    signal: new AbortController().signal,
    prompt: null,
    report: () => {},
    warn: () => {},
    progress: () => {},
  }
  const diagnoses = byFile(folder, { findings: ofFolder(folder, config), by: 'the journal and the snapshots' })
  const given = { providers: [], sizes: null, diagnoses, runtimeDefaults: new Map() }
  let last = performance.now()
  let used = cpuNow()
  for await (const one of reviewEach(folder, chosen, config, context, given)) {
    const now = performance.now()
    times.push(now - last)
    last = now
    busy.push(cpuNow() - used)
    used = cpuNow()
    statements += one.statements
    if (one.findings.every(({ evidence }) => evidence.by === 'observation')) seen += 1
    findings.push(...one.findings)
    if (values.list)
      for (const { level, rule, file, line, message } of one.findings)
        console.log(`${name} ${file}:${line} ${level} ${rule}: ${message}`)
  }
}
const byRule = new Map<string, number>()
for (const { rule, level } of findings) byRule.set(`${rule} | ${level}`, (byRule.get(`${rule} | ${level}`) ?? 0) + 1)
const rows = [...byRule]
  .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  .map(([rule, count]) => `| ${rule} | ${count} |`)
const text = `${times.length} migrations of real projects, ${statements} statements: ${findings.length} findings, ${median(times)} ms a migration at the median, and ${median(busy)} ms of CPU.`
writeReview(
  `${text} Of ${seen} of them all findings rest on what was seen.\n\n| rule | level | findings |\n|---|---|---|\n${rows.join('\n')}`,
)
console.log(text)

/** Milliseconds, user and system. */
function cpuNow(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function median(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0)
}
