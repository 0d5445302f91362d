import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as v from 'valibot'
import type { Dialect } from '../dialect/dialect.ts'
import { type Answers, type Question, renameText } from '../diff/answers.ts'
import { type Diff, diff } from '../diff/diff.ts'
import { SluiceError } from '../errors.ts'
import { keyOf, nameOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Input, Options } from './command.ts'
import type { Context } from './context.ts'

/** The options that say what was renamed. */
export const answerOptions = {
  rename: { type: 'list', value: 'old=new', about: 'this was renamed: users.name=users.full_name' },
  create: { type: 'list', value: 'name', about: 'this is new, and not another thing renamed: users.nickname' },
  answers: { type: 'text', value: 'file', about: 'a JSON file of such answers: {"rename": […], "create": […]}' },
} as const satisfies Options

const format = v.strictObject({
  rename: v.optional(v.array(v.string()), []),
  create: v.optional(v.array(v.string()), []),
})

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

/**
 * Compares two states. What is open is asked for at the terminal; a table's answer may settle, or open, what is asked
 * about its columns.
 * @throws SluiceError `ANSWERS_MISSING` with all questions, where there is nobody to ask, and what `diff` throws
 */
export async function answered(
  pair: Pair<Schema>,
  dialect: Dialect,
  given: Answers,
  { prompt }: Pick<Context, 'prompt'>,
): Promise<Answered> {
  let answers = given
  for (;;) {
    const found = diff(pair, dialect, answers)
    const [question] = found.questions
    if (!question) return { diff: found, answers }
    if (!prompt) throw new SluiceError('ANSWERS_MISSING', { count: found.questions.length, questions: found.questions })
    const flag = await prompt.choose(`What is the ${question.kind} ${nameOf(question.to)}?`, choices(question))
    const text = flag.slice(flag.indexOf(' ') + 1)
    answers = flag.startsWith('--rename')
      ? { ...answers, rename: [...answers.rename, text] }
      : { ...answers, create: [...answers.create, text] }
  }
}

function choices({ from, flags }: Question) {
  return flags.map((flag, i) => {
    const old = from[i]
    return { value: flag, label: old === undefined ? 'new' : `${nameOf(old)}, under a new name` }
  })
}

/** The answers for the way back: every rename the other way round, and whatever else is open is new. */
export function reversed(pair: Pair<Schema>, { changes, before }: Diff, dialect: Dialect): Diff {
  const rename = changes.flatMap(({ verb, key, ...change }) => {
    const old =
      verb === 'rename' && 'to' in change && dialect.kinds[change.to.kind]!.holdsData ? before(key) : undefined
    return old ? [renameText({ from: key, to: keyOf(old) })] : []
  })
  const back = { from: pair.to, to: pair.from }
  const create: string[] = []
  for (;;) {
    const found = diff(back, dialect, { rename, create })
    if (found.questions.length === 0) return found
    create.push(...found.questions.map(({ to }) => to))
  }
}
