import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Order } from './migrate-process.ts'

/** What a runner in another process came to; undefined fields where it was killed. */
export interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly applied?: readonly string[]
  readonly failed?: string
  readonly interrupted?: { readonly tag?: string; readonly committed: number }
  readonly moments?: number
}

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** Starts a runner in a process of its own. `began` resolves once it sends a statement that starts so. */
export function child(order: Order): {
  process: ChildProcess
  ended: Promise<Ended>
  began(sql: string): Promise<void>
} {
  const process_ = spawn(
    process.execPath,
    ['--import', new URL('typescript.js', import.meta.url).href, path('migrate-process.ts'), JSON.stringify(order)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let [out, err] = ['', '']
  process_.stdout.on('data', (chunk) => {
    out += chunk
  })
  process_.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    process_.once('close', (code, signal) => {
      if (code) reject(new Error(`the runner ended with ${code}:\n${err}`))
      else resolve({ signal, ...(out ? JSON.parse(out) : {}) })
    })
  })
  const began = (sql: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => err.includes(`\n${sql}`) || err.startsWith(sql)
      process_.stderr.on('data', () => look() && resolve())
      ended.then(() => reject(new Error(`it never began ${sql}:\n${err}`)), reject)
    })
  return { process: process_, ended, began }
}
