import type { ErrorTexts } from './texts.ts'

/** The answer is no: nothing is wrong with the project or the database, and still it is not done. */
export const refused = {
  BUNDLE_STALE: {
    title: '{file} is not what the migration folder makes',
    hint: 'write it again: {again}',
  },
  CHECK_FAILED: {
    title: '{count} things are wrong in {folder}',
    hint: '{next}',
  },
  CONDITION_REFUSED: {
    title: '{tag} was not applied: {reasons}',
    hint: 'mend these rows, then run: sluice migrate',
  },
  HISTORY_EDITED: {
    title: 'changed after they were applied: {tags}',
    hint: 'restore what ran (git log -p -- {paths}) and write the change as a new migration: sluice generate --custom',
  },
  OUT_OF_ORDER: {
    title: '{tags} would run after {applied}, which the journal has later and the database has already',
    hint: 'if that does no harm: sluice migrate --out-of-order allow; else remove {tags} and generate it again, after {applied}',
  },
  PROGRESS_CHANGED: {
    title: '{tag} ran to statement {ran}; that part has changed',
    hint: 'put it back in {file}, run sluice migrate; or undo it, then: delete from {table} where created_at = {when}',
  },
  PROOF_FAILED: {
    title: '{tag} {what}: {why}',
    hint: 'correct what the message names, then run: {again}',
  },
  PROOF_MISSING: {
    title: '{problems}',
    hint: 'sluice prove {tags}',
  },
  REPAIR_INCOMPLETE: {
    title: '{count} things are not mended',
    hint: 'read why above; what was mended is right all the same',
  },
  REPAIR_NOT_PROVEN: {
    title: 'with what would mend the folder, the migrations no longer run on an empty database: {why}',
    hint: 'nothing was changed: mend the folder by hand, sluice check names what is wrong',
  },
  STATUS_NOT_CLEAN: {
    title: '{problems}',
    hint: '{next}',
  },
} as const satisfies ErrorTexts
