import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DatabaseError } from '../../dialect/connection.ts'
import type { Call, Reply, Task } from './embed-worker.ts'

interface Waiting {
  readonly call?: Call
  resolve(reply: Reply): void
  reject(error: DatabaseError): void
}

/**
 * The thread that the embedded engine runs in: it blocks its event loop and ignores statement_timeout, so it can only be
 * ended from outside. Calls go one at a time, in order; whatever ends the thread, every waiting call is told why.
 */
export class EngineThread {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  #limit: number | undefined
  #timer: NodeJS.Timeout | undefined
  #ended: DatabaseError | undefined
  /** What the thread says when it is ready. Rejects with a `DatabaseError`. */
  readonly first: Promise<Reply>

  constructor(task: Task) {
    // Beside this file, as source or as built. The engine's own output is not ours to print.
    const file = new URL(`./embed-worker${extname(import.meta.url)}`, import.meta.url)
    // A thread takes over the flags of the process, and would refuse this one, which goes with `node -e`. Given a list,
    // it refuses those of V8, which it has anyway.
    const piped = process.execArgv.some((flag) => flag.startsWith('--input-type'))
    this.#worker = new Worker(file, {
      workerData: task,
      // What it makes is thrown away at once: with the usual 16 MB to fill first it only needs more memory.
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
      ...(piped && { execArgv: [] }),
      stdout: true,
      stderr: true,
    })
    this.#worker.on('message', (reply: Reply) => this.#settle(reply))
    this.#worker.on('error', (error) => this.#fail(error.message.split('\n', 1)[0]!.slice(0, 1000)))
    this.#worker.on('exit', () => this.#fail('its thread ended'))
    this.first = new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
    // A thread that was loaded ahead may fail before anybody asks for it; whoever does is told then.
    this.first.catch(() => {})
  }

  /** The files that a database in memory starts from. They are handed over, not copied: a pack serves one database. */
  give(pack: Uint8Array): void {
    this.#worker.postMessage(pack, [pack.buffer as ArrayBuffer])
  }

  /** Milliseconds that one call may take before the thread is ended. */
  limit(ms: number | undefined): void {
    this.#limit = ms
  }

  call(call: Call): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended)
      this.#waiting.push({ call, resolve, reject })
      if (this.#waiting.length === 1) this.#send(call)
    })
  }

  /** Ends the thread in about 20 ms, whatever it is doing. */
  async end(reason: string): Promise<void> {
    this.#fail(reason)
    await this.#worker.terminate()
  }

  #send(call: Call): void {
    if (this.#limit) this.#timer = setTimeout(() => this.end(`it ran for more than ${this.#limit} ms`), this.#limit)
    this.#worker.postMessage(call)
  }

  #settle(reply: Reply): void {
    clearTimeout(this.#timer)
    const waiting = this.#waiting.shift()
    // It crossed the end of the thread, of which whoever waited has been told.
    if (!waiting) return
    if ('failure' in reply) waiting.reject(new DatabaseError(reply.failure.message, reply.failure))
    else waiting.resolve(reply)
    const next = this.#waiting[0]?.call
    if (next) this.#send(next)
  }

  #fail(reason: string): void {
    clearTimeout(this.#timer)
    // 57014 query_canceled: what a server says of a statement that somebody ended.
    this.#ended ??= new DatabaseError(`the embedded Postgres was ended: ${reason}`, { state: '57014' })
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended)
  }
}
