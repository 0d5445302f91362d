import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of real histories. */
export const corpus = process.env.SLUICE_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))

/** A real history and what was found out about it. */
export interface CorpusProject {
  readonly name: string
  /** Its migration folder. */
  readonly out: string
  readonly dialect: 'postgresql' | 'sqlite'
  /** `v0` is that of drizzle-kit 0.31. */
  readonly layout: 'v0' | 'v1'
  readonly anomalies: Readonly<Record<string, { readonly count: number; readonly sample: readonly string[] }>>
  readonly replay: {
    readonly pglite18: {
      readonly result: string
      readonly cause: string | null
      readonly firstError: { readonly tag: string; readonly code: string; readonly message: string } | null
      readonly catalog: Readonly<Record<string, number>>
    }
  }
  readonly driftReplayVsHeadSnapshot: Readonly<Record<string, number>>
}

/** The Postgres histories in the layout of 0.31; where the folder is missing, none, and it is said what that leaves out. */
export function corpusProjects(leftOut: string): readonly CorpusProject[] {
  if (!existsSync(corpus)) {
    console.log(`left out: ${leftOut} (no ${corpus}; SLUICE_CORPUS names the folder)`)
    return []
  }
  return readdirSync(corpus)
    .map((name) => ({
      ...JSON.parse(readFileSync(join(corpus, name, 'project.json'), 'utf8')),
      out: join(corpus, name, 'drizzle'),
    }))
    .filter(({ dialect, layout }: CorpusProject) => dialect === 'postgresql' && layout === 'v0')
}
