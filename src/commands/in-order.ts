import { availableParallelism } from 'node:os'

/**
 * What comes of tasks, in their order, while some that follow run already: one a processor, up to `most`. Each is prepared
 * before the next one, and starts at once.
 */
export async function* inOrder<T>(tasks: readonly (() => Promise<() => Promise<T>>)[], most = 4): AsyncGenerator<T> {
  const width = Math.min(most, availableParallelism())
  const running: Promise<T>[] = []
  try {
    for (const prepare of tasks) {
      const start = await prepare()
      if (running.length >= width) yield await running.shift()!
      const result = start()
      result.catch(() => {}) // it is thrown when its turn comes
      running.push(result)
    }
    for (let next = running.shift(); next; next = running.shift()) yield await next
  } finally {
    await Promise.allSettled(running)
  }
}
