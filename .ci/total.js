// Adds up the steps of .ci/run: node .ci/total.js <folder with vitest's JSON reports and the names of failed steps>
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

/** A file that does not load has no tests of its own to fail. */
const failures = ({ numFailedTests, testResults }) =>
  numFailedTests +
  testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length

const reported = readdirSync(folder).filter((file) => file.endsWith('.json'))
const broken = readFileSync(join(folder, 'failed'), 'utf8').split('\n').filter(Boolean)
// A step that failed with no failed test to show for it (an install, a lint, an error outside of any test) counts as one.
const silent = broken.filter((name) => !existsSync(join(folder, `${name}.json`)) || failures(read(name)) === 0)

let passed = 0
let failed = silent.length
for (const file of reported) {
  const report = read(file.slice(0, -'.json'.length))
  passed += report.numPassedTests
  failed += failures(report)
}

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
