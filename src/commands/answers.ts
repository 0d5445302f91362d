import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as v from 'valibot'
import type { Dialect } from '../dialect/dialect.ts'
import { type Answers, type Question, renameText } from '../diff/answers.ts'
import { type Diff, diff } from '../diff/diff.ts'
import { letGo } from '../diff/let-go.ts'
import { SluiceError } from '../errors.ts'
import { keyOf, nameOf, namesOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Input, Options } from './command.ts'
import type { Context } from './context.ts'

/** The options that say what was renamed. */
export const answerOptions = {
  rename: { type: 'list', value: 'old=new', about: 'this was renamed: users.name=users.full_name' },
  create: { type: 'list', value: 'name', about: 'this is new, and not another thing renamed: users.nickname' },
  answers: { type: 'text', value: 'file', about: 'a JSON file of such answers: {"rename": […], "create": […]}' },
} as const satisfies Options

const format = v.strictObject(
  {
    rename: v.optional(v.array(v.string()), []),
    create: v.optional(v.array(v.string()), []),
  },
  ({ expected, received, message }) => (expected === 'never' ? `the key ${received} is unknown` : message),
)

/**
 * What the options and the answers file say.
 * @throws SluiceError `ANSWERS_FILE_INVALID`
 */
export async function readAnswers(cwd: string, input: Input<typeof answerOptions>): Promise<Answers> {
  const { rename = [], create = [], answers: file } = input
  if (file === undefined) return { rename, create }
  try {
    const read = v.parse(format, JSON.parse(await readFile(resolve(cwd, file), 'utf8')))
    return { rename: [...rename, ...read.rename], create: [...create, ...read.create] }
  } catch (cause) {
    throw new SluiceError('ANSWERS_FILE_INVALID', { file, problem: (cause as Error).message }, { cause })
  }
}

/** A difference that leaves no question open, and the answers that it took. */
export interface Answered {
  readonly diff: Diff
  readonly answers: Answers
}

/** Answers the first of the open questions: with one of its flags. */
export type Decide = (questions: readonly Question[]) => string | Promise<string>

/**
 * Compares two states until nothing is open: a table's answer may settle, or raise, what is asked about its columns.
 * @throws SluiceError what `diff` and `decide` throw
 */
export async function answered(
  pair: Pair<Schema>,
  dialect: Dialect,
  given: Answers,
  decide: Decide,
): Promise<Answered> {
  let answers = given
  for (;;) {
    const found = diff(pair, dialect, answers)
    if (found.questions.length === 0) return { diff: found, answers }
    const flag = await decide(found.questions)
    const text = flag.slice(flag.indexOf(' ') + 1)
    answers = flag.startsWith('--rename')
      ? { ...answers, rename: [...answers.rename, text] }
      : { ...answers, create: [...answers.create, text] }
  }
}

/** Asks at the terminal; where there is nobody, throws `ANSWERS_MISSING` with all that is open. */
export const ask =
  ({ prompt }: Pick<Context, 'prompt'>): Decide =>
  (questions) => {
    if (!prompt) throw new SluiceError('ANSWERS_MISSING', { count: questions.length, questions })
    const { kind, from, to, flags } = questions[0]!
    const choices = flags.map((flag, i) => {
      const old = from[i]
      return { value: flag, label: old === undefined ? 'It is new' : `It was ${nameOf(old)}` }
    })
    return prompt.choose(`What is the ${kind} ${namesOf(to).join('.')}?`, choices)
  }

/** Takes everything for new. */
const allNew: Decide = ([question]) => question!.flags.at(-1)!

/** Tells from the SQL that somebody has written: an old name becomes a new one where it says RENAME. */
export const asWritten =
  (sql: string): Decide =>
  ([question]) =>
    /\brename\b/i.test(sql) ? question!.flags[0]! : question!.flags.at(-1)!

/** The difference for the way back: every rename the other way round, and what the whole server shares stays. */
export async function reversed(pair: Pair<Schema>, { changes, before }: Diff, dialect: Dialect): Promise<Diff> {
  const rename = changes.flatMap((change) => {
    if (change.verb !== 'rename' || change.aside || !dialect.kinds[change.to.kind]!.holdsData) return []
    return [renameText({ from: change.key, to: keyOf(before(change.key)!) })]
  })
  const from = letGo({ from: pair.to, to: pair.from }, dialect, rename, () => true)
  const back = { from, to: pair.from }
  return (await answered(back, dialect, { rename, create: [] }, allNew)).diff
}
