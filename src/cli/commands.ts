import type { Command } from '../commands/command.ts'

/** Every command, loaded when it is asked for: the others cost a start nothing. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  generate: async () => (await import('../commands/generate.ts')).generate,
  migrate: async () => (await import('../commands/migrate.ts')).migrate,
  rollback: async () => (await import('../commands/rollback.ts')).rollback,
  drop: async () => (await import('../commands/drop.ts')).drop,
  reset: async () => (await import('../commands/reset.ts')).reset,
  status: async () => (await import('../commands/status.ts')).status,
  prove: async () => (await import('../commands/prove.ts')).prove,
  review: async () => (await import('../commands/review.ts')).review,
  check: async () => (await import('../commands/check.ts')).check,
  repair: async () => (await import('../commands/repair.ts')).repair,
  rebase: async () => (await import('../commands/rebase.ts')).rebase,
  squash: async () => (await import('../commands/squash.ts')).squash,
  up: async () => (await import('../commands/up.ts')).up,
  'merge-journal': async () => (await import('../commands/merge-journal.ts')).mergeJournal,
  bundle: async () => (await import('../commands/bundle.ts')).bundle,
}
