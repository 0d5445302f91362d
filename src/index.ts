export { defineConfig } from './drizzle/define-config.ts'
export type { UserConfig } from './drizzle/user-config.ts'
export type { ErrorCode, ErrorDetails, ExitStatus } from './errors.ts'
export { SluiceError } from './errors.ts'
