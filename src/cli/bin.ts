#!/usr/bin/env node
import { Console } from 'node:console'
import { setFlagsFromString } from 'node:v8'
import { SluiceError } from '../errors.ts'
import { main } from './main.ts'

// Else V8 compiles the 9 MB of the embedded Postgres twice, the second time in the background, on every core.
setFlagsFromString('--liftoff-only')
// A run lasts a second: it is over before code that was optimised early, or a space for new objects of 48 MB, has paid.
setFlagsFromString('--interrupt-budget=200000')
setFlagsFromString('--semi-space-growth-factor=1')
// What was read of 1,000 tables would else lie about, unused, beside the embedded Postgres: more than there is room for.
setFlagsFromString('--heap-growing-percent=80')
// Places in the user's schema files, not in the bundle that is run.
process.setSourceMapsEnabled(true)
// What a config or a schema file logs (dotenv does) is for a person; on stdout it would stand in the middle of a document.
Object.assign(console, new Console(process.stderr))

// Who reads may leave early (`sluice status | head -1`); what runs still runs to its end.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

const controller = new AbortController()
const endings = { SIGINT: 'INTERRUPTED', SIGTERM: 'TERMINATED' } as const
for (const [signal, code] of Object.entries(endings))
  process.on(signal, () => {
    const reason = new SluiceError(code)
    // The second time, without waiting for a database to let go.
    if (controller.signal.aborted) process.exit(reason.exit)
    controller.abort(reason)
  })

const { stdin, stdout, stderr, env } = process
const status = await main(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  signal: controller.signal,
})
// A schema file that opened a connection pool would keep the process alive; what is written is flushed first.
stdout.write('', () => stderr.write('', () => process.exit(status)))
