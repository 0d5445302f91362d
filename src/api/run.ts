import type { Command, Input, Options } from '../commands/command.ts'
import { toSluiceError } from '../commands/failure.ts'
import { SluiceError } from '../errors.ts'
import type { MigrateEvent } from '../migrate/outcome.ts'

/** What happens while a function of the API runs: what the command line would print, and each step of a migration. */
export type ProgressEvent =
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'warning'; readonly message: string }
  /** What is being done right now. */
  | { readonly type: 'progress'; readonly text: string }
  | MigrateEvent

/** What every function of the API takes besides the options of its command. */
export interface RunOptions {
  /** The folder of the project. Default: the working directory. */
  readonly cwd?: string | undefined
  /** Ends the run; what was not finished is not kept. */
  readonly signal?: AbortSignal | undefined
  readonly onEvent?: ((event: ProgressEvent) => void) | undefined
}

/** The options of a command, by their names on the command line in camel case. */
export type InputOf<C> = C extends Command<infer O, infer _> ? Input<O> & RunOptions : never

/** What a command reports: the keys that `--json` prints. */
export type ResultOf<C> = C extends Command<infer _, infer R> ? Omit<R, 'error'> : never

/**
 * Runs a command without a terminal: nobody is asked and nothing is printed.
 * @throws SluiceError whatever the command line would print as an error; `details.result` is what was done until then
 */
export async function run<O extends Options, R extends object>(
  load: () => Promise<Command<O, R>>,
  { cwd = process.cwd(), signal = new AbortController().signal, onEvent = () => {}, ...input }: Input<O> & RunOptions,
): Promise<Omit<R, 'error'>> {
  try {
    signal.throwIfAborted()
    const command = await load()
    const context = {
      cwd,
      signal,
      prompt: null,
      report: (text: string) => onEvent({ type: 'line', text }),
      warn: (message: string) => onEvent({ type: 'warning', message }),
      progress: (text: string) => onEvent({ type: 'progress', text }),
      event: onEvent,
    }
    const { error, ...result } = await command.run(context, input as unknown as Input<O>)
    if (!error) return result
    throw new SluiceError(error.code, { ...error.details, result }, { cause: error.cause })
  } catch (thrown) {
    const { withGrant } = await import('../commands/missing-right.ts')
    throw toSluiceError(withGrant(thrown), signal)
  }
}
