import { relative } from 'node:path'
import { dialects } from '../dialects.ts'
import type { Config } from '../drizzle/config.ts'
import { loadSchema } from '../drizzle/load.ts'
import { newSnapshotId, writeSnapshot } from '../drizzle/snapshot/write.ts'
import { prefixes } from '../drizzle/user-config.ts'
import { type Folder, readFolder } from '../migrate/folder.ts'
import { lockFolder } from '../migrate/folder-lock.ts'
import { nextTag } from '../migrate/tag.ts'
import { writeMigration } from '../migrate/write.ts'
import { answerOptions, readAnswers } from './answers.ts'
import { command, type Input, type Options } from './command.ts'
import type { Context } from './context.ts'
import { type Draft, draft } from './draft.ts'
import { type Generated, generatedText, report, unchanged } from './generated.ts'
import { allowLoss, lossesOf } from './loss.ts'
import { projectOptions, readProject } from './project.ts'
import { bind, proofText } from './proof-file.ts'
import { proofFailed, proveOnce } from './proving.ts'
import { newestState, type State } from './state.ts'

const options = {
  name: { type: 'text', value: 'name', about: 'the name of the migration; by default two made-up words' },
  custom: { type: 'flag', about: 'write an empty migration for SQL of your own' },
  ...answerOptions,
  backfill: { type: 'list', value: 'column=sql', about: 'fill a column that becomes required: users.age=0' },
  allowLoss: { type: 'flag', about: 'write it though it loses data' },
  prove: { type: 'switch', about: 'write it without a proof' },
  down: { type: 'switch', about: 'write no down migration' },
  dialect: { type: 'text', value: 'name', about: 'postgresql' },
  schema: { type: 'list', value: 'path', about: 'a schema file, a folder or a glob' },
  out: { type: 'text', value: 'folder', about: 'the migration folder' },
  casing: { type: 'text', value: 'casing', about: 'how names are cased', oneOf: ['camelCase', 'snake_case'] },
  prefix: { type: 'text', value: 'prefix', about: 'how file names begin', oneOf: prefixes },
  breakpoints: { type: 'switch', about: 'write no --> statement-breakpoint between statements' },
  ...projectOptions,
} as const satisfies Options

type Given = Input<typeof options>

const overrides = ({ dialect, schema, out, casing, breakpoints, prefix }: Given) => ({
  dialect,
  schema,
  out,
  casing,
  breakpoints,
  prefix,
})

/** Writes the migration from the newest snapshot to the schema files, once it is proven. */
export const generate = command<typeof options, Generated>({
  name: 'generate',
  summary: 'Write a migration for what has changed in the schema files, and prove it.',
  access: 'write',
  options,
  async run(context, input) {
    const config = await readProject(context, input, overrides(input))
    for (const warning of config.warnings) context.warn(warning)
    const answers = await readAnswers(context.cwd, input)
    const unlock = await lockFolder(config.out, {
      signal: context.signal,
      onWait: (pid) => context.warn(`waiting for process ${pid}, which is writing to ${config.out}`),
    })
    try {
      const folder = await readFolder(config.out)
      const from = await newestState(folder, dialects[config.dialect], config, context)
      if (input.custom) return await writeCustom(folder, from, config, input, context)
      const loaded = await loadSchema(config)
      for (const warning of loaded.warnings) context.warn(warning)
      const wishes = { answers, backfill: input.backfill ?? [], down: input.down ?? true }
      const planned = await draft(from.schema, loaded, config, dialects[config.dialect], wishes, context)
      if (!planned) return unchanged
      await allowLoss(lossesOf(planned.plan), input.allowLoss ?? false, context)
      return await writePlanned(folder, { ...planned, providers: loaded.providers }, from, config, input, context)
    } finally {
      await unlock()
    }
  },
  text: generatedText,
})

async function writePlanned(
  folder: Folder,
  planned: Draft & Pick<Awaited<ReturnType<typeof loadSchema>>, 'providers'>,
  from: State,
  config: Config,
  input: Given,
  context: Context,
): Promise<Generated> {
  const { sql, down, own, pair } = planned
  const next = await name(folder, config, input, context)
  const snapshot = writeSnapshot({ id: newSnapshotId(), prevId: from.id, schema: pair.to })
  const bound = bind(from.text, snapshot, own)
  const proven =
    input.prove === false
      ? null
      : await proveOnce(
          dialects[config.dialect],
          next.tag,
          { ...planned, bound, seed: null, earlier: async () => folder.migrations },
          context,
        )
  if (proven?.proof.result === 'failed') throw proofFailed(next.tag, 'was not written: it failed its proof', proven)
  const [file] = await writeMigration(folder, {
    ...next,
    version: '7',
    breakpoints: config.breakpoints,
    sql,
    snapshot,
    side: {
      ...(own !== null && { [`${next.tag}.json`]: own }),
      ...(down !== null && { [`${next.tag}.down.sql`]: down }),
      ...(proven && { [`${next.tag}.proof.json`]: proofText(proven.proof) }),
    },
  })
  return report(planned, next.tag, relative(context.cwd, file!), proven, config.verbose)
}

/** An empty migration and a copy of the last snapshot, as drizzle-kit writes them. */
async function writeCustom(folder: Folder, from: State, config: Config, input: Given, context: Context) {
  const next = await name(folder, config, input, context)
  const [file] = await writeMigration(folder, {
    ...next,
    version: '7',
    breakpoints: config.breakpoints,
    sql: '-- Custom SQL migration file, put your code below! --',
    snapshot: writeSnapshot({ id: newSnapshotId(), prevId: from.id, schema: from.schema }),
    side: {},
  })
  return { ...unchanged, tag: next.tag, file: relative(context.cwd, file!) }
}

async function name(folder: Folder, { prefix }: Config, input: Given, { prompt }: Context) {
  const name = input.name ?? (await prompt?.text('Name of the migration (Enter for a made-up one)', ''))
  return nextTag(folder, { prefix, name })
}
