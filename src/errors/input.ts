import type { ErrorTexts } from './texts.ts'

/** An answer, an option, the configuration or a schema file is missing or wrong: the user mends it and runs the command again. */
export const input = {
  ANSWERS_FILE_INVALID: {
    title: '{file}: {problem}',
    hint: 'write {"rename": ["column:public.users.name=full_name"], "create": ["table:public.notes"]}',
  },
  ANSWERS_MISSING: {
    title: '{count} of the changes may be renames: only you know what happened to the rows',
    hint: 'run the command again with one of the options for each',
  },
  ANSWER_AMBIGUOUS: {
    title: 'the answer {answer} means more than one object',
    hint: 'say which: {choices}',
  },
  ANSWER_MALFORMED: {
    title: 'the answer {answer} is not of the form old=new',
    hint: 'write --rename column:public.users.name=full_name',
  },
  ANSWER_UNMATCHED: {
    title: 'no change matches the answer {answers}',
    hint: 'run the command without it: the questions that are open are printed with the options that answer them',
  },
  ARGUMENT_UNEXPECTED: {
    title: '{command} takes no argument {argument}',
    hint: 'sluice {command} --help shows what it takes',
  },
  BACKFILL_INVALID: {
    title: 'the backfill {backfill}: {problem}',
    hint: 'write --backfill users.age=0, with any SQL expression after the sign',
  },
  BACKUP_EMBEDDED: {
    title: 'pg_dump needs a server, and the database {target} is embedded',
    hint: 'copy its folder, then run sluice migrate without --backup: cp -r {directory} {directory}.backup',
  },
  BACKUP_TOOL_MISSING: {
    title: 'there is no pg_dump here to write a backup with',
    hint: 'install the client programs of PostgreSQL {major} (apt-get install postgresql-client), or run sluice migrate without --backup',
  },
  BACKUP_TOOL_OLDER: {
    title: 'pg_dump is of PostgreSQL {tool}, which does not read a server of PostgreSQL {major}',
    hint: 'install the client programs of PostgreSQL {major} and put them first in PATH, or run sluice migrate without --backup',
  },
  BASELINE_NOT_READ: {
    title: 'the baseline {file} cannot be read: {message}',
    hint: 'write it anew: sluice review --history --json > {file}',
  },
  BUNDLE_INVALID: {
    title: '{place} {problem}',
    hint: 'write the module of migrations again: sluice bundle',
  },
  COMMAND_UNKNOWN: {
    title: 'there is no command {command}',
    hint: '{meant}sluice --help shows the commands',
  },
  CONFIG_INVALID: {
    title: '{file}: {problems}',
    hint: 'correct the config; its keys are those of drizzle-kit, and layout, postgres, online, guards, review, shadow, outOfOrder, requireProof and seed',
  },
  CONFIG_NOT_COMPILED: {
    title: 'the config does not compile: {problems}',
    hint: 'correct the file, or install the package that it imports',
  },
  CONFIG_NOT_FOUND: {
    title: 'there is no config: {paths}',
    hint: 'write drizzle.config.ts, or say --config <file>, or --dialect postgresql --schema <files>',
  },
  CONFIG_THREW: {
    title: 'the config failed while it was evaluated: {problems}',
    hint: 'correct what the message names; variables come from the shell, .env and .env.local, or --env-file <file>',
  },
  CONNECTION_POOLED: {
    title: '{place} must run outside a transaction, and {target} leads through a transaction pooler',
    hint: 'give the address of the server itself: {again} --url {direct}',
  },
  CONSTRAINT_AMBIGUOUS: {
    title: 'pgDeferrable: more than one constraint of {table} is on these columns: {constraints}',
    hint: 'give its name instead of the columns: pgDeferrable(table, "{name}")',
  },
  CREDENTIALS_INVALID: {
    title: 'dbCredentials of {file}: {problem}',
    hint: 'give a url, or host, port, user, password and database; for the driver pglite a url that is a folder',
  },
  DATABASE_URL_EMPTY: {
    title: '{where} is empty',
    hint: 'set the variable that it is read from, in the shell or in .env, or say --url <url>',
  },
  DATABASE_URL_INVALID: {
    title: 'the database URL cannot be read',
    hint: 'write postgres://user:password@host:5432/database, with special characters percent-encoded: @ is %40',
  },
  DECLARATION_INVALID: {
    title: 'the schema files declare what cannot be: {says}',
    hint: 'correct it, or export what is missing',
  },
  DIALECT_NOT_BUILT: {
    title: 'the dialect "{dialect}" is planned, but this version does not have it',
    hint: 'use "postgresql"',
  },
  DIALECT_UNSUPPORTED: {
    title: 'the dialect "{dialect}" is not supported',
    hint: 'use one of those that work: {supported}',
  },
  DRIVER_UNSUPPORTED: {
    title: 'the driver {driver} is not supported',
    hint: '{instead}',
  },
  DRIZZLE_ORM_NOT_FOUND: {
    title: 'drizzle-orm is not installed where the schema files could import it: {folders}',
    hint: 'npm install drizzle-orm',
  },
  DRIZZLE_ORM_UNSUPPORTED: {
    title: 'drizzle-orm {version} is not supported',
    hint: 'install a version {supported}: npm install drizzle-orm@latest',
  },
  EMBEDDED_NOT_NAMED: {
    title: 'no database is named, and NODE_ENV is production',
    hint: "say --url <url>, set DATABASE_URL, or name the embedded one in the config: driver: 'pglite'",
  },
  ENV_FILE_NOT_FOUND: {
    title: 'the env file {file} does not exist',
    hint: 'correct the path after --env-file',
  },
  FOLDER_MISSING: {
    title: 'there is no migration folder {folder}',
    hint: 'sluice generate makes it; or correct out in the config, or say --config <file>',
  },
  GIT_MISSING: {
    title: 'there is no git',
    hint: 'install git, and see that it is found: git --version',
  },
  INDEX_UNNAMED: {
    title: 'an index of the table "{table}" has the expression {expression} and no name',
    hint: 'name it: index("{table}_…_index").on(…)',
  },
  LAYOUTS_DIFFER: {
    title: '{onto} has the migration folder in the layout {layout}, and this branch in the other one',
    hint: 'lay it out here as it is there, then run this again: sluice up --layout {layout}',
  },
  LEDGER_UNSEEN: {
    title: '{options}: what is applied is for a database to say, and none is looked at',
    hint: 'name it: --url <url>, or dbCredentials in the config; and leave out --offline',
  },
  LOSS_NOT_ALLOWED: {
    title: 'this migration loses data: {losses}',
    hint: 'add --allow-loss if that is meant; where it was renamed, say --rename <old>=<new>',
  },
  MIGRATION_EXISTS: {
    title: '{file} exists already',
    hint: 'remove the file if nothing needs it, or give the migration another name: --name <name>',
  },
  NAMES_CLASH: {
    title: '{objects} would have one name in the database: {name}',
    hint: 'give one of them another name; Postgres keeps the first 63 bytes of a name',
  },
  OBJECT_DUPLICATE: {
    title: '{object} is declared twice',
    hint: 'rename or remove one of the two declarations',
  },
  OBJECT_WITHOUT_PARENT: {
    title: '{object} belongs to {parent}, which is not declared',
    hint: 'export {parent} from the schema files',
  },
  OPTIONS_CONFLICT: {
    title: '{options} exclude each other',
    hint: 'leave out all of them but one',
  },
  OPTION_INVALID: {
    title: '{option}: {problem}',
    hint: 'sluice --help shows the commands, sluice <command> --help their options',
  },
  OPTION_UNKNOWN: {
    title: '{command} has no option {option}',
    hint: '{meant}sluice {command} --help shows the options',
  },
  PREFIX_NONE: {
    title: 'migrations.prefix is none: every snapshot would get the same name and overwrite the one before',
    hint: 'take index, timestamp, supabase or unix in the config, or say --prefix index',
  },
  PREFIX_SORTS_BEFORE: {
    title:
      'a file name with the prefix "{prefix}" would come before {newest}, and the last snapshot by name counts as the newest',
    hint: 'use the prefix that the folder has: --prefix index, timestamp or unix',
  },
  REF_UNKNOWN: {
    title: '{ref} is no commit, branch or tag of this repository',
    hint: 'see what there is: git branch --all; in CI fetch it too: actions/checkout with fetch-depth: 0',
  },
  RENAME_CIRCULAR: {
    title: '{object} is renamed to the name of something that is renamed to its own',
    hint: 'take two migrations: give one of them a third name first',
  },
  RENAME_ELSEWHERE: {
    title: '{from} cannot be renamed to {to}: what goes from one {word} to another is copied',
    hint: 'write the migration with sluice generate --allow-loss, put these statements in place of its ADD and DROP, then run: sluice prove\n{steps}',
  },
  RENAME_TAKEN: {
    title: '{from} cannot be renamed to {to}, which is there already',
    hint: 'take two migrations: drop or rename {to} first',
  },
  RENAME_UNGUARDED: {
    title:
      '{from} is renamed to {to}, whose place it takes, and something new takes its own: run twice, the new one would be renamed',
    hint: 'take two migrations: make the new one in the second; or generate this one without guards',
  },
  REPAIR_NOT_NEEDED: {
    title: '{option} {tag}: it is {state}',
    hint: 'sluice status shows what is applied',
  },
  ROLLBACK_LOSES: {
    title: 'the rollback loses data: {losses}',
    hint: 'add --allow-loss if that is meant: rows are copied to the schema sluice_trash first, and sluice migrate --restore puts them back',
  },
  SCHEMA_DECLARED_TWICE: {
    title: '{object} is declared by two different objects, in {files}',
    hint: 'rename or remove one of them',
  },
  SCHEMA_EMPTY: {
    title: 'the schema files export no tables, and the last snapshot has {tables}: all of them would be dropped',
    hint: 'check schema in the config: {schema}; to drop everything, write it by hand with --custom',
  },
  SCHEMA_MISSING: {
    title: 'the config does not say where the schema files are',
    hint: 'add the key schema to the config, or say --schema <files>',
  },
  SCHEMA_NOT_COMPILED: {
    title: 'the schema files do not compile: {problems}',
    hint: 'correct the file, or install the package that it imports',
  },
  SCHEMA_NOT_FOUND: {
    title: 'no schema file matches {pattern} in {root}',
    hint: 'correct the key schema of the config, or say --schema <files>',
  },
  SCHEMA_THREW: {
    title: 'the schema files failed while they were evaluated: {problems}',
    hint: 'correct what the message names; variables come from the shell, .env and .env.local, or --env-file <file>',
  },
  SEED_FAILED: {
    title: 'the rows to prove with cannot be inserted: {message}',
    hint: 'correct the file given with --seed; its tables are those before the migration',
  },
  SEED_NOT_READ: {
    title: 'the seed file {file} cannot be read: {message}',
    hint: 'say --seed <file.sql>, with INSERT statements in it',
  },
  SHADOW_AS_ROOT: {
    title: 'Postgres does not run as root, so no server of version {major} can be started for the proof',
    hint: "run the command as another user, or name a server that runs: shadow: { url: 'postgres://…' } in the config",
  },
  SHADOW_NOT_SUPERUSER: {
    title: 'the user {user} of shadow.url is no superuser on {target}, which a proof needs there',
    hint: 'name a server of your own, or let one be started: shadow: { postgres: 16 } in the config',
  },
  SHADOW_SERVER_MISSING: {
    title: 'a server of Postgres {major} is needed for the proof: {found} installed',
    hint: 'npm install --save-dev {install}',
  },
  SNAPSHOT_BRANCHES_CONFLICT: {
    title: '{one} and {other} come from two branches, and both touch {what}',
    hint: 'put ours on top of theirs: sluice rebase',
  },
  SNAPSHOT_FORKED: {
    title:
      '{newest} and {beside} follow the same snapshot: two branches were merged, and neither holds the changes of the other',
    hint: 'put ours on top of theirs: sluice rebase',
  },
  SNAPSHOT_SHARED: {
    title: '{newest} is the snapshot of {tags}: two branches were merged, and it holds the changes of one of them',
    hint: 'put ours on top of theirs: sluice rebase; where git knows of no branch: sluice repair',
  },
  TAG_UNKNOWN: {
    title: '{tag} is no migration of {folder}',
    hint: 'see the tags: sluice status',
  },
  TARGET_NOT_DECLARED: {
    title: '{declaration} speaks of {target}, which the schema files do not declare',
    hint: 'export it from a schema file that the config names, or correct the name',
  },
  TRANSACTION_NOT_ONE: {
    title: 'these migrations cannot be one transaction: {problems}',
    hint: 'run sluice migrate without --single-transaction, or name with --to the last one that is to be in it',
  },
} as const satisfies ErrorTexts
