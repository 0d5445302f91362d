import type { SluiceError } from '../errors.ts'
import type { Context } from './context.ts'

/** One option of a command. `words` are what stands without a name; a `switch` is on unless it is turned off. */
export type Option =
  | { readonly type: 'flag' | 'switch'; readonly about: string }
  | Text
  | { readonly type: 'list' | 'words'; readonly about: string; readonly value: string }

interface Text {
  readonly type: 'text'
  readonly about: string
  readonly value: string
  readonly oneOf?: readonly string[]
  /** The value that asks for the document of `--json`: whoever knows other tools says it so. */
  readonly asJson?: string
}

/** The options of a command by their name in camel case: `allowLoss` is `--allow-loss`. */
export type Options = Readonly<Record<string, Option>>

type Value<O extends Option> = O['type'] extends 'flag' | 'switch'
  ? boolean
  : O['type'] extends 'text'
    ? string
    : readonly string[]

/** What a command is given: a value for each option that was used. */
export type Input<O extends Options> = { readonly [N in keyof O]?: Value<O[N]> | undefined }

/** Plain data, which `--json` prints as it is, and the reason where it is not what was asked for. */
export type Reported<R> = R & { readonly error?: SluiceError }

/** Something that a user can have done, described once for the command line, the API and whatever else will run it. */
export interface Command<O extends Options = Options, R extends object = object> {
  readonly name: string
  /** One line. */
  readonly summary: string
  /** What it does to the project and the database. */
  readonly access: 'read' | 'write' | 'destroy'
  readonly options: O
  /** What the keys of the result hold, for the page of the command. */
  readonly result: { readonly [K in Exclude<keyof R, 'error'>]-?: string }
  /** Throws a `SluiceError` where there is nothing to report. */
  run(context: Context, input: Input<O>): Promise<Reported<R>>
  /** The result for a person, without what `run` has reported line by line; empty where that was all. */
  text(result: R): string
}

/** Gives a command its types. */
export const command = <O extends Options, R extends object>(one: Command<O, R>): Command<O, R> => one
