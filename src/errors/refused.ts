import type { ErrorTexts } from './texts.ts'

/** The answer is no: nothing is wrong with the project or the database, and still it is not done. */
export const refused = {
  BUNDLE_STALE: {
    title: '{file} is not what the migration folder makes',
    hint: 'write it again: {again}',
  },
  CHECK_FAILED: {
    title: 'wrong in {folder}: {what}',
    hint: '{next}',
  },
  CONDITION_REFUSED: {
    title: '{tag} was not applied: {reasons}',
    hint: 'mend these rows, then run: sluice migrate',
  },
  DROP_APPLIED: {
    title: '{target} {how}',
    hint: 'undo it there first: {next}; with --offline no database is looked at',
  },
  DROP_NOTHING: {
    title: '{folder} has no migration',
    hint: 'sluice generate writes one',
  },
  DROP_NOT_NEWEST: {
    title: '{tag} is not the newest migration: {newest} was made after it',
    hint: 'drop {newest} first (sluice drop), or put migrations in another order: sluice rebase',
  },
  FOLDER_NOT_CONVERTIBLE: {
    title: '{path} cannot be converted to the other layout: {why}',
    hint: 'first: {next}; then run sluice up again',
  },
  HISTORY_EDITED: {
    title: 'changed after they were applied: {tags}',
    hint: 'restore what ran (git log -p -- {paths}) and write the change as a new migration: sluice generate --custom',
  },
  JOURNAL_NOT_MERGED: {
    title: 'the journals cannot be merged: {why}',
    hint: 'git has left both sides in the file: sluice rebase puts ours on top of the other',
  },
  OUT_OF_ORDER: {
    title: '{tags} would run after {applied}, which the journal has later and the database has already',
    hint: 'if that does no harm: sluice migrate --out-of-order allow; else put {tags} on top of {applied}: sluice rebase --onto <branch>, with the branch that brought {applied}',
  },
  PROGRESS_CHANGED: {
    title: '{tag} ran to statement {ran}; that part has changed',
    hint: 'put it back in {file}, run {again}; or undo it, then: delete from {table} where created_at = {when}',
  },
  PROOF_FAILED: {
    title: '{tag} {what}: {why}',
    hint: 'correct what the message names, then run: {again}',
  },
  PROOF_MISSING: {
    title: '{problems}',
    hint: 'sluice prove {tags}',
  },
  REBASE_APPLIED: {
    title: 'applied on {target}, so they cannot be moved: {tags}',
    hint: 'during a merge, move the other branch instead: sluice rebase --onto HEAD; for a database of your own, make it anew and say --offline',
  },
  REBASE_CONFLICT: {
    title: 'both branches have changed {objects}, and the SQL of {tags} is not what would be planned for its change',
    hint: 'write the change of these migrations anew: remove them, merge the schema files, then run: sluice generate',
  },
  REPAIR_INCOMPLETE: {
    title: 'not mended: {what}',
    hint: 'read why above; what was mended is right all the same',
  },
  REPAIR_NOT_PROVEN: {
    title: 'with what would mend the folder, the migrations no longer run on an empty database: {why}',
    hint: 'nothing was changed: mend the folder by hand, sluice check names what is wrong',
  },
  RESET_BLOCKED: {
    title: 'nothing was dropped, for something that is not managed uses it: {message}: {detail}',
    hint: 'drop that by hand first, or declare it; then run: sluice reset',
  },
  RESET_IN_PRODUCTION: {
    title: '{target} is not reset while NODE_ENV is production',
    hint: 'name a database of your own with --url, and run it without NODE_ENV=production',
  },
  RESET_NOT_CONFIRMED: {
    title: '{target} was not reset: the answer was not yes',
    hint: 'run it again and type yes, or say --force',
  },
  RESET_NOT_LOCAL: {
    title: '{target} lies on another host',
    hint: 'if all that is managed there is to be dropped, with its rows: --force',
  },
  REVIEW_FAILED: {
    title: 'review found {what}',
    hint: 'mend them as they say{otherwise}',
  },
  ROLLBACK_DIVERGED: {
    title: 'the database was rolled back, and is not as declared: {left}',
    hint: 'mend these by hand, or write a new migration: sluice generate --custom; what {file} does: sluice prove {tag}',
  },
  ROLLBACK_MIGRATION_STOPPED: {
    title: '{tag} stopped after {done} of its statements, so nothing before it can be rolled back',
    hint: 'end it first: sluice migrate; or undo what ran of it by hand, then: delete from {table} where created_at = {when}',
  },
  ROLLBACK_MISSING: {
    title: 'the database has applied what this folder does not have: {entries}',
    hint: 'roll back with the release that has these migrations: sluice status',
  },
  ROLLBACK_NOT_NEWEST: {
    title: '{tags} was applied meanwhile, and comes after what was to be rolled back',
    hint: 'look again, and run the command again: sluice status',
  },
  ROLLBACK_UNFINISHED: {
    title: '{tag} is rolled back by half',
    hint: 'end that first: sluice rollback',
  },
  ROLLBACK_UNKNOWN: {
    title: '{tag} has no way back: {why}',
    hint: 'write the statements that undo it, or a comment where there is nothing to undo, in {file}; then run: sluice rollback',
  },
  SQUASH_DIFFERS: {
    title: 'one migration in place of these does not lead to the same database: {differences}',
    hint: 'replace fewer: sluice squash --to <tag>, with a tag before what the message names',
  },
  SQUASH_HALFWAY: {
    title: 'only a part of what {tags} replaces is applied',
    hint: 'apply the rest of it first, from a commit before sluice squash',
  },
  SQUASH_HALTED: {
    title: 'the migrations do not run on an empty database: {why}',
    hint: 'replace those before it: sluice squash --to <tag>; or mend it first: sluice repair',
  },
  SQUASH_PENDING: {
    title: 'on {target} a part of these is still to be applied: {tags}',
    hint: 'sluice migrate; or say --offline, for a database that is made anew',
  },
  STATUS_NOT_CLEAN: {
    title: '{problems}',
    hint: '{next}',
  },
} as const satisfies ErrorTexts
