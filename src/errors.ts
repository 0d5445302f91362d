/** How a command ends: 1 the answer is no, 2 an answer, option or the configuration is missing or wrong, 3 the database or a file failed. */
export type ExitStatus = 1 | 2 | 3 | 130 | 143

interface ErrorKind {
  readonly exit: ExitStatus
  readonly title: string
  readonly hint: string
}

/**
 * Every error that a user can meet. `{name}` in a title or hint is filled from the details.
 * A code is never renamed and never reused.
 */
export const errorKinds = {
  ANSWERS_FILE_INVALID: {
    exit: 2,
    title: '{file}: {problem}',
    hint: 'write {"rename": ["column:public.users.name=full_name"], "create": ["table:public.notes"]}',
  },
  ANSWERS_MISSING: {
    exit: 2,
    title: '{count} of the changes may be renames: only you know what happened to the rows',
    hint: 'run the command again with one of the options for each',
  },
  ANSWER_AMBIGUOUS: {
    exit: 2,
    title: 'the answer {answer} means more than one object',
    hint: 'say which: {choices}',
  },
  ANSWER_MALFORMED: {
    exit: 2,
    title: 'the answer {answer} is not of the form old=new',
    hint: 'write --rename column:public.users.name=full_name',
  },
  ANSWER_UNMATCHED: {
    exit: 2,
    title: 'no change matches the answer {answers}',
    hint: 'run the command without it: the questions that are open are printed with the options that answer them',
  },
  ARGUMENT_UNEXPECTED: {
    exit: 2,
    title: '{command} takes no argument {argument}',
    hint: 'sluice {command} --help shows what it takes',
  },
  BACKFILL_INVALID: {
    exit: 2,
    title: 'the backfill {backfill}: {problem}',
    hint: 'write --backfill users.age=0, with any SQL expression after the sign',
  },
  COMMAND_UNKNOWN: {
    exit: 2,
    title: 'there is no command {command}',
    hint: '{meant}sluice --help shows the commands',
  },
  CONDITION_FAILED: {
    exit: 3,
    title: '{tag} was not applied: what it needs could not be checked: {message} ({says})',
    hint: 'compare the database with the migrations before it: sluice status',
  },
  CONDITION_REFUSED: {
    exit: 1,
    title: '{tag} was not applied: {reasons}',
    hint: 'mend these rows, then run: sluice migrate',
  },
  CONFIG_INVALID: {
    exit: 2,
    title: '{file}: {problems}',
    hint: 'correct the config; its keys are those of drizzle-kit',
  },
  CONFIG_NOT_COMPILED: {
    exit: 2,
    title: 'the config does not compile: {problems}',
    hint: 'correct the file, or install the package that it imports',
  },
  CONFIG_NOT_FOUND: {
    exit: 2,
    title: 'there is no config: {paths}',
    hint: 'write drizzle.config.ts, or say --config <file>, or --dialect postgresql --schema <files>',
  },
  CONFIG_THREW: {
    exit: 2,
    title: 'the config failed while it was evaluated: {problems}',
    hint: 'correct what the message names; variables come from the shell, .env and .env.local, or --env-file <file>',
  },
  CONNECTION_LOST: {
    exit: 3,
    title: 'the connection to {target} was lost at {place}: {message}',
    hint: 'run sluice migrate again: {left}, and what was not committed is rolled back',
  },
  CONNECTION_POOLED: {
    exit: 2,
    title: '{place} must run outside a transaction, and {target} leads through a transaction pooler',
    hint: 'give the address of the server itself: sluice migrate --url postgres://…',
  },
  CREDENTIALS_INVALID: {
    exit: 2,
    title: 'dbCredentials of {file}: {problem}',
    hint: 'give a url, or host, port, user, password and database; for the driver pglite a url that is a folder',
  },
  DATABASE_ACCESS_DENIED: {
    exit: 3,
    title: '{target} refused the login: {message}',
    hint: 'check the user in the URL, its LOGIN and CONNECT rights, and pg_hba.conf on the server',
  },
  DATABASE_FAILED: {
    exit: 3,
    title: 'the database says: {message}',
    hint: 'look at what the message names; --url names another database',
  },
  DATABASE_NOT_FOUND: {
    exit: 3,
    title: '{target}: {message}',
    hint: 'correct the name in the URL, or create it: createdb {database}',
  },
  DATABASE_PASSWORD_WRONG: {
    exit: 3,
    title: '{target} did not take the password: {message}',
    hint: 'correct the password in the URL or in PGPASSWORD; special characters are percent-encoded: @ is %40',
  },
  DATABASE_REFUSED: {
    exit: 3,
    title: '{target} refused the connection: {message}',
    hint: 'run the command again once the server takes connections',
  },
  DATABASE_TLS_FAILED: {
    exit: 3,
    title: 'no encrypted connection to {target}: {message}',
    hint: 'say how in the URL: ?sslmode=disable, ?sslmode=no-verify, or ?sslmode=verify-full&sslrootcert=<file>',
  },
  DATABASE_UNREACHABLE: {
    exit: 3,
    title: '{target} cannot be reached: {message}',
    hint: 'check that the server runs and that host and port are right: pg_isready -d "{target}"',
  },
  DATABASE_URL_EMPTY: {
    exit: 2,
    title: '{where} is empty',
    hint: 'set the variable that it is read from, in the shell or in .env, or say --url <url>',
  },
  DATABASE_URL_INVALID: {
    exit: 2,
    title: 'the database URL cannot be read',
    hint: 'write postgres://user:password@host:5432/database, with special characters percent-encoded: @ is %40',
  },
  DEFECT: {
    exit: 3,
    title: '{message}',
    hint: 'this is a defect of Sluice: report it with the lines below',
  },
  DIALECT_NOT_BUILT: {
    exit: 2,
    title: 'the dialect "{dialect}" is planned, but this version does not have it',
    hint: 'use "postgresql"',
  },
  DIALECT_UNSUPPORTED: {
    exit: 2,
    title: 'the dialect "{dialect}" is not supported',
    hint: 'use one of those that work: {supported}',
  },
  DRIVER_UNSUPPORTED: {
    exit: 2,
    title: 'the driver {driver} of the config does not lead to a Postgres that Sluice can reach',
    hint: 'leave driver out and give dbCredentials a url, or say --url <url>; pglite is the one driver that works',
  },
  DRIZZLE_ORM_NOT_FOUND: {
    exit: 2,
    title: 'drizzle-orm is not installed where the schema files could import it: {folders}',
    hint: 'npm install drizzle-orm',
  },
  DRIZZLE_ORM_UNSUPPORTED: {
    exit: 2,
    title: 'drizzle-orm {version} is not supported',
    hint: 'install a version {supported}: npm install drizzle-orm@latest',
  },
  EMBEDDED_BUSY: {
    exit: 3,
    title: 'the embedded database in {directory} is in use by process {pid} on {host}',
    hint: 'end that process and try again; if there is no such process, remove {lock}',
  },
  EMBEDDED_FAILED: {
    exit: 3,
    title: 'the embedded Postgres did not start ({target}): {message}',
    hint: 'name another folder, or remove this one if nothing in it is needed',
  },
  EMBEDDED_NOT_NAMED: {
    exit: 2,
    title: 'no database is named, and NODE_ENV is production',
    hint: "say --url <url>, set DATABASE_URL, or name the embedded one in the config: driver: 'pglite'",
  },
  EMBEDDED_VERSION: {
    exit: 3,
    title: '{directory} was written by Postgres {found}; the embedded one is {engine}',
    hint: 'apply the migrations to a new folder, or use the release of Sluice that wrote this one',
  },
  ENV_FILE_NOT_FOUND: {
    exit: 2,
    title: 'the env file {file} does not exist',
    hint: 'correct the path after --env-file',
  },
  FILE_FAILED: {
    exit: 3,
    title: '{message}',
    hint: 'check the path, its rights and the space on its disk, then run the command again',
  },
  FOLDER_BUSY: {
    exit: 3,
    title: 'process {pid} on {host} is writing to {path}',
    hint: 'run the command again once that process has ended; if there is no such process, remove {lock}',
  },
  FOLDER_CHANGED: {
    exit: 3,
    title: '{file} was changed by something else while the migration was made',
    hint: 'nothing was written: run the command again',
  },
  FOLDER_LAYOUT_UNSUPPORTED: {
    exit: 2,
    title:
      '{path} has the layout of drizzle-kit 1.0 (a folder for each migration, {migration}), which this version does not read',
    hint: 'use a folder of drizzle-kit 0.31: set out in the config, or say --out <folder>',
  },
  FOLDER_MISSING: {
    exit: 2,
    title: 'there is no migration folder {folder}',
    hint: 'sluice generate makes it; or correct out in the config, or say --config <file>',
  },
  FOLDER_NOT_READABLE: {
    exit: 3,
    title: '{path} cannot be read: {message}',
    hint: 'check the key out of the config and the rights of the files',
  },
  FOLDER_NOT_WRITABLE: {
    exit: 3,
    title: 'nothing was written to {path}: {message}',
    hint: 'make room or correct the rights of the folder, then run the command again',
  },
  HISTORY_EDITED: {
    exit: 1,
    title: 'changed after they were applied: {tags}',
    hint: 'put the files back (git checkout -- {paths}) and write the change as a new migration: sluice generate --custom',
  },
  INDEX_UNNAMED: {
    exit: 2,
    title: 'an index of the table "{table}" has the expression {expression} and no name',
    hint: 'name it: index("{table}_…_index").on(…)',
  },
  INTERRUPTED: {
    exit: 130,
    title: 'interrupted',
    hint: 'run the command again: what was not finished was not kept',
  },
  JOURNAL_CONFLICT: {
    exit: 3,
    title: '{at}: the journal holds the conflict markers of a merge',
    hint: 'keep the side that was merged first (git checkout --ours {file}), remove the other migration and generate it again',
  },
  JOURNAL_INVALID: {
    exit: 3,
    title: '{at}: the journal cannot be read: {problem}',
    hint: 'bring back the committed file: git checkout -- {file}',
  },
  LEDGER_DISAGREES: {
    exit: 3,
    title: 'after the run the ledger {ledger} does not hold what was applied: {tags}',
    hint: 'see what wrote there meanwhile: sluice status',
  },
  LEDGER_NOT_MADE: {
    exit: 3,
    title: 'the ledger {ledger} cannot be made: {message}',
    hint: 'let this user make it (grant create on database …), or set migrations.schema in the config to a schema it may write to',
  },
  LOCK_HELD: {
    exit: 3,
    title: 'another run migrates {target}: {holder}',
    hint: 'wait for it, or end it: select pg_terminate_backend({pid})',
  },
  LOCK_TIMEOUT: {
    exit: 3,
    title: '{place}: {which} waited {attempts} times {seconds} s for a lock that {holder} holds',
    hint: 'end what holds it (select pg_terminate_backend({pids})), then run sluice migrate again: {left}',
  },
  LOSS_NOT_ALLOWED: {
    exit: 2,
    title: 'this migration loses data: {losses}',
    hint: 'add --allow-loss if that is meant; where it was renamed, say --rename <old>=<new>',
  },
  MIGRATION_EXISTS: {
    exit: 2,
    title: '{file} exists already',
    hint: 'remove the file if nothing needs it, or give the migration another name: --name <name>',
  },
  MIGRATION_FILE_MISSING: {
    exit: 3,
    title: '{file} does not exist, but {journal} names the migration {tag}',
    hint: 'bring back the committed file: git checkout -- {file}',
  },
  NAMES_CLASH: {
    exit: 2,
    title: '{objects} would have one name in the database: {name}',
    hint: 'give one of them another name; Postgres keeps the first 63 bytes of a name',
  },
  OBJECT_DUPLICATE: {
    exit: 2,
    title: '{object} is declared twice',
    hint: 'rename or remove one of the two declarations',
  },
  OBJECT_WITHOUT_PARENT: {
    exit: 2,
    title: '{object} belongs to {parent}, which is not declared',
    hint: 'export {parent} from the schema files',
  },
  OPTIONS_CONFLICT: {
    exit: 2,
    title: '{options} exclude each other',
    hint: 'leave out all of them but one',
  },
  OPTION_INVALID: {
    exit: 2,
    title: '{option}: {problem}',
    hint: 'sluice --help shows the commands, sluice <command> --help their options',
  },
  OPTION_UNKNOWN: {
    exit: 2,
    title: '{command} has no option {option}',
    hint: '{meant}sluice {command} --help shows the options',
  },
  OWN_FILE_INVALID: {
    exit: 3,
    title: '{file} cannot be read: {problem}',
    hint: 'bring back the committed file: git checkout -- {file}',
  },
  PLAN_CYCLE: {
    exit: 3,
    title: 'the statements for {objects} depend on each other in a circle',
    hint: 'this is a defect of Sluice: report it with the two schemas',
  },
  PREFIX_NONE: {
    exit: 2,
    title: 'migrations.prefix is none: every snapshot would get the same name and overwrite the one before',
    hint: 'take index, timestamp, supabase or unix in the config, or say --prefix index',
  },
  PREFIX_SORTS_BEFORE: {
    exit: 2,
    title:
      'a file name with the prefix "{prefix}" would come before {newest}, and the last snapshot by name counts as the newest',
    hint: 'use the prefix that the folder has: --prefix index, timestamp or unix',
  },
  PROGRESS_CHANGED: {
    exit: 1,
    title: '{tag} stopped after {done} of its statements, and its file has changed since',
    hint: 'put {file} back as it was and run sluice migrate; or undo those statements by hand and then: delete from {table} where created_at = {when}',
  },
  PROOF_FAILED: {
    exit: 1,
    title: '{tag} {what}: {why}',
    hint: 'correct what the message names and try again; sluice generate --no-prove writes a migration without a proof',
  },
  PROOF_MISSING: {
    exit: 1,
    title: '{problems}',
    hint: 'sluice prove {tags}',
  },
  RENAME_CIRCULAR: {
    exit: 2,
    title: '{object} is renamed to the name of something that is renamed to its own',
    hint: 'take two migrations: give one of them a third name first',
  },
  RENAME_TAKEN: {
    exit: 2,
    title: '{from} cannot be renamed to {to}, which is there already',
    hint: 'take two migrations: drop or rename {to} first',
  },
  SCHEMA_DECLARED_TWICE: {
    exit: 2,
    title: '{object} is declared by two different objects, in {files}',
    hint: 'rename or remove one of them',
  },
  SCHEMA_EMPTY: {
    exit: 2,
    title: 'the schema files export no tables, and the last snapshot has {tables}: all of them would be dropped',
    hint: 'check schema in the config: {schema}; to drop everything, write it by hand with --custom',
  },
  SCHEMA_MISSING: {
    exit: 2,
    title: 'the config does not say where the schema files are',
    hint: 'add the key schema to the config, or say --schema <files>',
  },
  SCHEMA_NOT_COMPILED: {
    exit: 2,
    title: 'the schema files do not compile: {problems}',
    hint: 'correct the file, or install the package that it imports',
  },
  SCHEMA_NOT_FOUND: {
    exit: 2,
    title: 'no schema file matches {pattern} in {root}',
    hint: 'correct the key schema of the config, or say --schema <files>',
  },
  SCHEMA_THREW: {
    exit: 2,
    title: 'the schema files failed while they were evaluated: {problems}',
    hint: 'correct what the message names; variables come from the shell, .env and .env.local, or --env-file <file>',
  },
  SEED_FAILED: {
    exit: 2,
    title: 'the rows to prove with cannot be inserted: {message}',
    hint: 'correct the file given with --seed; its tables are those before the migration',
  },
  SEED_NOT_READ: {
    exit: 2,
    title: 'the seed file {file} cannot be read: {message}',
    hint: 'say --seed <file.sql>, with INSERT statements in it',
  },
  SNAPSHOT_CONFLICT: {
    exit: 3,
    title: '{at}: the snapshot holds the conflict markers of a merge',
    hint: 'keep the side that was merged first (git checkout --ours {file}), remove the other migration and generate it again',
  },
  SNAPSHOT_INVALID: {
    exit: 3,
    title: '{at}: the snapshot cannot be read: {problem}',
    hint: 'bring back the committed file: git checkout -- {file}',
  },
  SNAPSHOT_MISSING: {
    exit: 3,
    title: 'the newest migration, {tag}, has no snapshot: {file} does not exist',
    hint: 'bring back the committed file: git checkout -- {file}; for a migration that never had one, copy the snapshot before it there and give the copy a new id and the old id as prevId',
  },
  SNAPSHOT_OUTDATED: {
    exit: 3,
    title: '{file} is a snapshot of version {version}, from before drizzle-kit 0.22',
    hint: 'bring it up to version 7: npx drizzle-kit up',
  },
  SNAPSHOT_VERSION: {
    exit: 3,
    title:
      '{file} is a {dialect} snapshot of version {version}; this Sluice reads postgresql 7, which drizzle-kit 0.22 to 0.31 writes',
    hint: 'take a Sluice that knows it: npm install --save-dev sluice@latest',
  },
  STATEMENT_FAILED: {
    exit: 3,
    title: '{place}: {which} failed: {message} ({state})',
    hint: 'correct it, then run sluice migrate again: {left}',
  },
  STATUS_NOT_CLEAN: {
    exit: 1,
    title: '{problems}',
    hint: '{next}',
  },
  TAG_UNKNOWN: {
    exit: 2,
    title: '{tag} is not in the journal of {folder}',
    hint: 'see the tags: sluice status',
  },
  TERMINATED: {
    exit: 143,
    title: 'terminated',
    hint: 'run the command again: what was not finished was not kept',
  },
  UNSUPPORTED_OBJECT: {
    exit: 2,
    title: '{where} holds what Sluice does not handle yet: {objects}',
    hint: 'mark a view or role that exists elsewhere with .existing(), or take these objects out of the schema files',
  },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof errorKinds

/** Plain data about an error: what `--json` prints under `details`. */
export type ErrorDetails = Readonly<Record<string, unknown>>

/** An error that the user can mend: what happened to which object, and the next command to type. */
export class SluiceError extends Error {
  override readonly name = 'SluiceError'
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly hint: string
  readonly exit: ExitStatus

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    const { title, hint, exit } = errorKinds[code]
    super(fill(title, details), options)
    this.code = code
    this.details = details
    this.hint = fill(hint, details)
    this.exit = exit
  }
}

/** Stops on a state that no input can bring about: a bug, never the user's mistake. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`defect in Sluice: ${message}`)
}

const fill = (text: string, details: ErrorDetails): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name]
    if (value === undefined) return whole
    return Array.isArray(value) ? value.join(', ') : String(value)
  })
