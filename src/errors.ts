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
  DATABASE_ACCESS_DENIED: {
    exit: 3,
    title: '{target} refused the login: {message}',
    hint: 'check the user in the URL, its LOGIN and CONNECT rights, and pg_hba.conf on the server',
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
  DATABASE_URL_INVALID: {
    exit: 2,
    title: 'the database URL cannot be read',
    hint: 'write postgres://user:password@host:5432/database, with special characters percent-encoded: @ is %40',
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
  INDEX_UNNAMED: {
    exit: 2,
    title: 'an index of the table "{table}" has the expression {expression} and no name',
    hint: 'name it: index("{table}_…_index").on(…)',
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
  PLAN_CYCLE: {
    exit: 3,
    title: 'the statements for {objects} depend on each other in a circle',
    hint: 'this is a defect of Sluice: report it with the two schemas',
  },
  SCHEMA_DECLARED_TWICE: {
    exit: 2,
    title: '{object} is declared by two different objects, in {files}',
    hint: 'rename or remove one of them',
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
  UNSUPPORTED_OBJECT: {
    exit: 2,
    title: 'this version cannot keep what the schema files export: {objects}',
    hint: 'mark a view or role that exists elsewhere with .existing(), or take the export out and write its SQL in a migration of its own: sluice generate --custom',
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
