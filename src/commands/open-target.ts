import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Connection } from '../dialect/connection.ts'
import { openEmbedded } from '../postgres/embedded/embed.ts'
import { connect } from '../postgres/server/connect.ts'
import type { Options } from './command.ts'
import type { Context } from './context.ts'
import type { Target } from './target.ts'

/** The options of every command that works on a database. */
export const databaseOptions = {
  url: { type: 'text', value: 'url', about: 'the database; by default the one that the config names' },
} as const satisfies Options

/**
 * Opens a database; the caller closes it. Who only reads makes none: an embedded one that is not there is an empty one.
 * @throws SluiceError `DATABASE_…`, `EMBEDDED_…`
 */
export async function openTarget(
  target: Target,
  access: 'read' | 'write',
  { signal, warn }: Context,
): Promise<Connection> {
  if ('to' in target)
    return connect(target.to, {
      signal,
      onNotice: ({ severity, message, state }) => {
        if (state !== nameTooLong) warn(`${severity}: ${message}`)
      },
    })
  const { directory, label } = target
  if (access === 'read' && !existsSync(directory)) return openEmbedded({ signal })
  if (basename(dirname(directory)) === '.sluice') await stateFolder(dirname(directory))
  return openEmbedded({
    directory,
    signal,
    onWait: (pid) => warn(`waiting for process ${pid}, which has ${label} open`),
  })
}

/** Opens another session on the same database, for who must see who is in the way; an embedded one has no other. */
export const anotherSession = (target: Target): { readonly connect?: () => Promise<Connection | undefined> } =>
  'to' in target ? { connect: () => connect(target.to).catch(() => undefined) } : {}

/** Postgres cuts a name after 63 bytes and says so each time (SQLSTATE name_too_long); plans count on the cut name. */
const nameTooLong = '42622'

/** Makes a folder that Sluice keeps for itself in a project, and keeps it out of git. */
export async function stateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
  await writeFile(join(path, '.gitignore'), '*\n')
}
