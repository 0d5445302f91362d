import type { Readable, Writable } from 'node:stream'
import pc from 'picocolors'

/** Everything outside the process that a run of the command line touches. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** The reason is a `SluiceError` that says how the run ends. */
  readonly signal: AbortSignal
}

/** Can somebody answer? Both what is typed and what is asked must be at a terminal, and nobody has said otherwise. */
export function isInteractive({ stdin, stderr, env }: Terminal, json: boolean): boolean {
  return Boolean(stdin.isTTY && stderr.isTTY && !env.CI && !json)
}

/** Colours for one stream; https://no-color.org. */
export const colors = ({ isTTY }: { readonly isTTY?: boolean }, env: Terminal['env']) =>
  pc.createColors(Boolean(env.FORCE_COLOR) || (Boolean(isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'))

export type Colors = ReturnType<typeof colors>

/** One line that is written over again and again; without a person at the terminal, nothing. */
export function progressLine(stderr: Terminal['stderr'], shown: boolean) {
  let since = 0
  let timer: NodeJS.Timeout | undefined
  const clear = () => {
    if (timer) stderr.write('\r\u001B[K')
    clearInterval(timer)
    timer = undefined
  }
  const show = (text: string) => {
    if (!shown) return
    clear()
    since = Date.now()
    const draw = () => {
      const time = ` ${((Date.now() - since) / 1000).toFixed(1)} s`
      const line = text.replace(/\s+/g, ' ').slice(0, Math.max(20, (stderr.columns ?? 80) - time.length - 1))
      stderr.write(`\r\u001B[K${line}${time}`)
    }
    draw()
    timer = setInterval(draw, 100).unref()
  }
  return { show, clear }
}
