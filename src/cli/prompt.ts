import type { Choice, Prompt } from '../commands/context.ts'
import { SluiceError } from '../errors.ts'
import type { Terminal } from './terminal.ts'

/** Questions at the terminal. They go to stderr, so that stdout holds the result alone. */
export function terminalPrompt({ stdin, stderr, signal }: Terminal): Prompt {
  const at = { input: stdin, output: stderr, signal }
  const answer = async <T>(ask: (clack: typeof import('@clack/prompts')) => Promise<T | symbol>): Promise<T> => {
    // Only who is asked something pays for loading it.
    const clack = await import('@clack/prompts')
    const said = await ask(clack)
    if (!clack.isCancel(said)) return said as T
    signal.throwIfAborted()
    throw new SluiceError('INTERRUPTED')
  }
  return {
    text: async (message, fallback) =>
      (await answer<string>((clack) => clack.text({ ...at, message, placeholder: fallback }))) || fallback,
    choose: <T extends string>(message: string, choices: readonly Choice<T>[]) =>
      answer<T>((clack) => clack.select<string>({ ...at, message, options: [...choices] }) as Promise<T | symbol>),
    confirm: (message) => answer<boolean>((clack) => clack.confirm({ ...at, message, initialValue: false })),
  }
}
