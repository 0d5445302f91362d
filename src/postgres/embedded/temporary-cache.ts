import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** The folder of caches when no project gives its own (`.sluice/cache`): one a user, in the temporary folder. */
export const temporaryCache = (): string => join(tmpdir(), `sluice-${userInfo().username}`)
