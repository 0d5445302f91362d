// Adds up vitest's JSON reports: node .ci/total.js <steps that failed without a report> <folder of reports>
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [broken, folder] = process.argv.slice(2)
let passed = 0
let failed = Number(broken)

for (const file of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  // A file that does not load has no tests, and an error outside of any test is in no count.
  const empty = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  const counted = report.numFailedTests + empty.length
  passed += report.numPassedTests
  failed += report.success ? counted : Math.max(counted, 1)
}

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
