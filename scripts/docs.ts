// Writes the pages that are made from the code: npm run docs
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { errorKinds } from '../src/errors.ts'
import { commandPages } from './command-pages.ts'
import { rulePages } from './rule-pages.ts'

/** The text of every generated page, by its path in the repository. */
export const pages = (): ReadonlyMap<string, string> =>
  new Map([['docs/errors.md', errorsPage()], ...commandPages(), ...rulePages()])

const meanings = {
  1: 'the answer is no',
  2: 'an answer, an option or the configuration is missing or wrong',
  3: 'the database or a file failed',
  130: 'interrupted',
  143: 'terminated',
} as const

function errorsPage(): string {
  const entries = Object.entries(errorKinds)
    .sort()
    .map(([code, { exit, title, hint }]) => {
      return `## ${code}\n\nExit status ${exit}: ${meanings[exit]}.\n\n> ${title}\n\nWhat to do: ${hint}\n`
    })
  return `# Errors

Made from \`src/errors/\` by \`npm run docs\`. A word in braces stands for what the message names. With \`--json\` an error is
\`{ command, ok: false, error: { code, message, hint, details } }\`. A code is never renamed and never used for anything else.

${entries.join('\n')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(new URL('../docs/rules', import.meta.url), { recursive: true })
  for (const [path, text] of pages()) await writeFile(new URL(`../${path}`, import.meta.url), text)
}
