import { counted } from '../dialect/counted.ts'
import { sessionText } from '../migrate/lock.ts'
import type { MigrateEvent } from '../migrate/outcome.ts'
import type { Input, Options } from './command.ts'
import type { Context } from './context.ts'
import { milliseconds } from './duration.ts'

/** The option of every command that runs migrations. */
export const lockTimeoutOption = {
  lockTimeout: {
    type: 'text',
    value: 'time',
    about: 'how long a statement waits for a lock before it is tried again: 5s',
  },
} as const satisfies Options

/** @throws SluiceError `OPTION_INVALID` */
export const readLockTimeout = ({ lockTimeout }: Input<typeof lockTimeoutOption>): { readonly lockTimeout?: number } =>
  lockTimeout === undefined ? {} : { lockTimeout: milliseconds('--lock-timeout', lockTimeout) }

/** Says what happens in a run, as it happens; `done`: what came of a migration. */
export function show(event: MigrateEvent, { report, warn, progress }: Context, done = 'applied'): void {
  if (event.type === 'state') report(event.line)
  else if (event.type === 'missing')
    warn(`not in this folder, which may be an older release's: ${counted(event.entries.length, 'applied migration')}`)
  else if (event.type === 'lock-waiting')
    warn(`another run is under way${event.holder ? `, pid ${event.holder.pid}` : ''}: waiting for it`)
  else if (event.type === 'migration-start' && event.resumesAt !== undefined)
    report(`  ${event.tag} goes on at statement ${event.resumesAt} of ${event.statements}`)
  else if (event.type === 'statement-start') progress(`${event.tag}:${event.statement} ${event.sql}`)
  else if (event.type === 'blocked') warn(`${event.tag} waits for ${event.by.map(sessionText).join(', ')}`)
  else if (event.type === 'retry')
    warn(`${event.tag}: ${event.message}; attempt ${event.attempt} in ${seconds(event.wait)}`)
  else if (event.type === 'migration-end') report(`  ${done} ${event.tag} in ${seconds(event.ms)}`)
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
