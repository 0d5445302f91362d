import { createRequire } from 'node:module'

/** The version of this package, asked for by its own name: the way from source, build and bundle alike. */
export const version = (): string => createRequire(import.meta.url)('sluice/package.json').version
