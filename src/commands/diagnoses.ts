import { join } from 'node:path'
import type { Folder } from '../migrate/folder.ts'
import { snapshotPath } from '../migrate/layout.ts'
import { type Finding, oneByOne } from '../repair/finding.ts'
import type { Diagnosis, DiagnosisCode } from '../review/diagnosis.ts'
import { rules } from '../review/rules/index.ts'

/** What is wrong with a history, by the file that it is about. */
export type Diagnoses = ReadonlyMap<string, readonly Diagnosis[]>

/** Findings of `check`, and who tells of them. */
export interface Told {
  readonly findings: readonly Finding[]
  readonly by: string
}

/** Those that rules speak of, by the absolute path of the file that they are about. */
export function byFile(folder: Folder, ...told: readonly Told[]): Diagnoses {
  const files = new Map(folder.migrations.map(({ tag, file }) => [tag, file]))
  const spoken = new Set<string>(rules.flatMap(({ diagnoses = [] }) => diagnoses))
  const found = new Map<string, Diagnosis[]>()
  for (const { findings, by } of told)
    for (const one of findings.flatMap((finding) => (spoken.has(finding.code) ? oneByOne(finding) : []))) {
      const name = one.names[0]!
      const file = files.get(name) ?? pathOf(name, folder)
      found.set(file, [...(found.get(file) ?? []), diagnosisOf(one, by)])
    }
  return found
}

/** `1 migration has no snapshot (0003_a)` is said of that one. */
export const diagnosisOf = ({ code, says, remedy }: Finding, by: string): Diagnosis => ({
  code: code as DiagnosisCode,
  says: says.replace(/^1 /, ''),
  remedy: remedy ?? '',
  by,
})

/** A file that is no migration: one of SQL, or a snapshot. */
const pathOf = (name: string, { path, layout }: Folder): string =>
  join(path, name.endsWith('.sql') ? name : snapshotPath(layout, name))
