/**
 * What a pool hands out, if it does so before the signal aborts; what it hands out later goes back at once. A pool that has
 * no connection left lets its callers wait without an end.
 */
export function inTime<T>(handout: Promise<T>, giveBack: (value: T) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal?.reason)
      handout.then(giveBack, () => {})
    }
    if (signal?.aborted) return abort()
    signal?.addEventListener('abort', abort, { once: true })
    handout.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort))
  })
}
