// Adds up the steps of .ci/run: node .ci/total.js <folder with vitest's JSON reports and the names of failed steps>
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

/**
 * A line for each failed test: its file, its name and the message it ended with.
 * A file that does not load has no tests of its own to fail.
 */
const failures = ({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && assertionResults.length === 0) failed.push({ fullName: '', failureMessages: [message] })
    return failed.map((test) => `failed: ${name} ${test.fullName}\n${test.failureMessages.join('\n').slice(0, 1500)}`)
  })

const reported = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => read(file.slice(0, -'.json'.length)))
const broken = readFileSync(join(folder, 'failed'), 'utf8').split('\n').filter(Boolean)
// A step that failed with no failed test to show for it (an install, a lint, an error outside of any test) counts as one.
const silent = broken.filter((name) => !existsSync(join(folder, `${name}.json`)) || failures(read(name)).length === 0)

const failed = [...silent.map((name) => `failed: the step ${name}`), ...reported.flatMap(failures)]
const passed = reported.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0)

for (const line of failed) console.log(line)
console.log(`${passed} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0
