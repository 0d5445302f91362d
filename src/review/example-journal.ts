/** A journal of two migrations for the example of a rule: what of its entries matters there. */
export const exampleJournal = (before: EntryOf, example: EntryOf): string => `{
  "version": "7",
  "dialect": "postgresql",
  "entries": [
${entry(before, '0000_before')},
${entry(example, '0001_example')}
  ]
}`

interface EntryOf {
  readonly idx: number
  /** Milliseconds since 1970. */
  readonly when: number
}

const entry = ({ idx, when }: EntryOf, tag: string) =>
  `    { "idx": ${idx}, "version": "7", "when": ${when}, "tag": "${tag}", "breakpoints": true }`
