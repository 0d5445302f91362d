import { shellQuoted } from '../commands/shell.ts'
import type { Question } from '../diff/answers.ts'
import type { SluiceError } from '../errors.ts'
import type { Colors } from './terminal.ts'

/** What `--json` prints of an error. */
export const errorJson = ({ code, message, hint, details }: SluiceError) => ({ code, message, hint, details })

/** An error for a person: what happened, what to type next, and the code to look up. */
export function errorText(error: SluiceError, { red, dim, bold }: Colors): string {
  const [first, ...hint] = error.hint.split('\n')
  return [
    `${red(bold('error'))} ${error.message} ${dim(`[${error.code}]`)}`,
    ...questionLines(error),
    ...serverLines(error),
    `${bold('hint')}  ${first}`,
    ...hint.map((line) => `      ${line}`),
    ...(error.code === 'DEFECT' && error.cause instanceof Error ? [dim(error.cause.stack ?? '')] : []),
  ].join('\n')
}

/** Every open question with the options that answer it, ready to be pasted. */
function questionLines({ code, details }: SluiceError): string[] {
  if (code !== 'ANSWERS_MISSING') return []
  return (details.questions as readonly Question[]).flatMap(({ kind, to, flags }) => [
    `  ${kind} ${to.slice(to.indexOf(':') + 1)}:`,
    ...flags.map((flag) => {
      const [option, value] = [flag.slice(0, flag.indexOf(' ')), flag.slice(flag.indexOf(' ') + 1)]
      return `    ${option} ${shellQuoted(value)}`
    }),
  ])
}

/** The SQL around a statement that failed, and what else the server said of it. */
function serverLines({ details }: SluiceError): string[] {
  const line = (name: string, word: string) => (typeof details[name] === 'string' ? [`${word}${details[name]}`] : [])
  return [...line('excerpt', ''), ...line('detail', 'detail: '), ...line('hint', 'the server hints: ')]
}
