import type { ErrorTexts } from './texts.ts'

/** The database or a file failed. */
export const failed = {
  ASSUMED_MISSING: {
    title: '{place}: {which} failed: {message} ({state})',
    hint: 'the proof of {tag} assumed {assumed}, which this database lacks: make it there, or in a migration before {tag} (sluice generate --custom); then run {again} again: {left}',
  },
  BACKUP_FAILED: {
    title: 'nothing was applied, for {target} could not be backed up: {message}',
    hint: 'correct what pg_dump says, or run sluice migrate without --backup',
  },
  CONDITION_FAILED: {
    title: '{tag} was not applied: what it needs could not be checked: {message} ({says})',
    hint: 'compare the database with the migrations before it: sluice status',
  },
  CONNECTION_LOST: {
    title: 'the connection to {target} was lost at {place}: {message}',
    hint: 'run {again} again: {left}, and what was not committed is rolled back',
  },
  DATABASE_ACCESS_DENIED: {
    title: '{target} refused the login: {message}',
    hint: 'check the user in the URL, its LOGIN and CONNECT rights, and pg_hba.conf on the server',
  },
  DATABASE_FAILED: {
    title: 'the database says: {message}',
    hint: 'look at what the message names; --url names another database',
  },
  DATABASE_NOT_FOUND: {
    title: '{target}: {message}',
    hint: 'correct the name in the URL, or create it: createdb {database}',
  },
  DATABASE_PASSWORD_WRONG: {
    title: '{target} did not take the password: {message}',
    hint: 'correct the password in the URL or in PGPASSWORD; special characters are percent-encoded: @ is %40',
  },
  DATABASE_REFUSED: {
    title: '{target} refused the connection: {message}',
    hint: 'run the command again once the server takes connections',
  },
  DATABASE_RIGHT_MISSING: {
    title: 'the database says: {message}',
    hint: 'let the owner give the right: {grant}; or name another user with --url',
  },
  DATABASE_TLS_FAILED: {
    title: 'no encrypted connection to {target}: {message}',
    hint: 'say how in the URL: ?sslmode=disable, ?sslmode=no-verify, or ?sslmode=verify-full&sslrootcert=<file>',
  },
  DATABASE_UNREACHABLE: {
    title: '{target} cannot be reached: {message}',
    hint: 'check that the server runs and that host and port are right: pg_isready -d "{target}"{offline}',
  },
  DEFECT: {
    title: '{message}',
    hint: 'this is a defect of Sluice: report it with the lines below',
  },
  EMBEDDED_BUSY: {
    title: 'the embedded database in {directory} is in use by process {pid} on {host}',
    hint: 'end that process and try again; if there is no such process, remove {lock}',
  },
  EMBEDDED_FAILED: {
    title: 'the embedded Postgres did not start ({target}): {message}',
    hint: 'name another folder, or remove this one if nothing in it is needed',
  },
  EMBEDDED_VERSION: {
    title: '{directory} was written by Postgres {found}; the embedded one is {engine}',
    hint: 'apply the migrations to a new folder, or use the release of Sluice that wrote this one',
  },
  FILE_FAILED: {
    title: '{message}',
    hint: 'check the path, its rights and the space on its disk, then run the command again',
  },
  FOLDER_BUSY: {
    title: 'process {pid} on {host} is writing to {path}',
    hint: 'run the command again once that process has ended; if there is no such process, remove {lock}',
  },
  FOLDER_CHANGED: {
    title: '{file} was changed by something else while the migration was made',
    hint: 'nothing was written: run the command again',
  },
  FOLDER_HALF_CHANGED: {
    title: 'a change of {path} was not ended: {message}',
    hint: 'it was to change {files}: bring them back (git checkout), remove {pending}, and run the command again',
  },
  FOLDER_NOT_READABLE: {
    title: '{path} cannot be read: {message}',
    hint: 'check the key out of the config and the rights of the files',
  },
  FOLDER_NOT_WRITABLE: {
    title: 'nothing was written to {path}: {message}',
    hint: 'make room or correct the rights of the folder, then run the command again',
  },
  GIT_FAILED: {
    title: '{command}: {message}',
    hint: 'correct what git names, then run the command again',
  },
  JOURNAL_CONFLICT: {
    title: '{at}: the journal holds the conflict markers of a merge',
    hint: 'put ours on top of theirs: sluice rebase',
  },
  JOURNAL_INVALID: {
    title: '{at}: the journal cannot be read: {problem}',
    hint: 'bring back the committed file: git checkout -- {file}',
  },
  LEDGER_DISAGREES: {
    title: 'after the run the ledger {ledger} does not hold what was applied: {tags}',
    hint: 'see what wrote there meanwhile: sluice status',
  },
  LEDGER_NOT_MADE: {
    title: 'the ledger {ledger} cannot be made: {message}',
    hint: 'let this user make it (grant create on database …), or set migrations.schema in the config to a schema it may write to',
  },
  LOCK_FILE_INVALID: {
    title: 'the lock file {file} does not say which process holds it',
    hint: 'if no other sluice runs here, remove {file} and run the command again',
  },
  LOCK_HELD: {
    title: 'another run migrates {target}: {holder}',
    hint: 'wait for it, or end it: select pg_terminate_backend({pid})',
  },
  LOCK_TIMEOUT: {
    title: '{place}: {which} waited {attempts} times {seconds} s for a lock that {holder} holds',
    hint: 'end what holds it (select pg_terminate_backend({pids})), then run {again} again: {left}',
  },
  MIGRATION_FILE_MISSING: {
    title: '{file} does not exist, but {journal} names the migration {tag}',
    hint: 'bring back the committed file: git checkout -- {file}',
  },
  OWN_FILE_INVALID: {
    title: '{file} cannot be read: {problem}',
    hint: 'bring back the committed file: git checkout -- {file}',
  },
  PLAN_CYCLE: {
    title: 'the statements for {objects} depend on each other in a circle',
    hint: 'this is a defect of Sluice: report it with the two schemas',
  },
  SEED_COMMAND_FAILED: {
    title: 'the database is migrated, and its seed failed: {command}: {how}',
    hint: 'correct the command (the key seed of the config), then run it by itself or: sluice reset',
  },
  SHADOW_NOT_STARTED: {
    title: 'the server of Postgres {major} for the proof did not start: {message}',
    hint: "correct what the message names, or name a server that runs: shadow: { url: 'postgres://…' } in the config",
  },
  SNAPSHOT_CONFLICT: {
    title: '{at}: the snapshot holds the conflict markers of a merge',
    hint: 'put ours on top of theirs: sluice rebase',
  },
  SNAPSHOT_INVALID: {
    title: '{at}: the snapshot cannot be read: {problem}',
    hint: 'bring back the committed file: git checkout -- {file}',
  },
  SNAPSHOT_MISSING: {
    title: 'the newest migration, {tag}, has no snapshot: {file} does not exist',
    hint: 'bring back the committed file: git checkout -- {file}; for a migration that never had one, copy the snapshot before it there and give the copy a new id and the old id as prevId',
  },
  SNAPSHOT_OUTDATED: {
    title: '{file} is a snapshot of version {version}, from before drizzle-kit 0.19',
    hint: 'bring it up to version 5: npx drizzle-kit@0.20.18 up:pg',
  },
  SNAPSHOT_PARENT_MISSING: {
    title: '{tag} follows the snapshot {parent}, which no migration of the folder has',
    hint: 'bring back the migration that was removed: git log --diff-filter=D --name-only',
  },
  SNAPSHOT_VERSION: {
    title:
      '{file} is a {dialect} snapshot of version {version}; this Sluice reads those of Postgres that drizzle-kit 0.19 to 1.0 writes: 5 to 9',
    hint: 'take a Sluice that knows it: npm install --save-dev sluice@latest',
  },
  STATEMENT_FAILED: {
    title: '{place}: {which} failed: {message} ({state})',
    hint: 'correct it, then run {again} again: {left}',
  },
} as const satisfies ErrorTexts
