import type { Condition } from '../dialect/kind.ts'
import { alone } from './alone.ts'
import type { Around, Run, Task } from './run.ts'
import { transaction } from './transaction.ts'
import type { Unit } from './unit.ts'

/** A migration to apply: the units that are left of it, and where an earlier run left it. */
export interface Work {
  readonly task: Task
  readonly units: readonly Unit[]
  /** The statement after the committed ones was begun, by a run that did not live to see its end. */
  readonly begun: boolean
}

/**
 * Applies one migration and enters it in the ledger: in one transaction, or unit by unit from where an earlier run stopped.
 * False when another run has applied it meanwhile.
 */
export async function apply(
  run: Run,
  { task, units, begun }: Work,
  conditions: readonly Condition[],
): Promise<boolean> {
  const { migration, progress } = task
  const entry: Omit<Around, 'conditions'> = {
    finish: [run.booking.book(migration), ...(progress ? [progress.close] : [])],
    after: run.beside?.after,
  }
  if (progress && task.done === 0 && !begun) {
    const opening = { conditions, finish: [progress.open] }
    if (!(await transaction(run, { ...task, progress: undefined }, nothing, opening))) return false
  }
  for (const unit of units) {
    if (unit.alone) await alone(run, task, unit.statements[0]!, begun && unit.end === task.done + 1)
    else {
      const last = unit === units.at(-1)
      // A migration without a progress row is one unit.
      const rest = last ? entry : { finish: [progress!.set(unit.end)] }
      const ours = await transaction(run, task, unit, { conditions: progress ? [] : conditions, ...rest })
      if (last) return ours
    }
    task.done = unit.end
  }
  return transaction(run, task, nothing, { conditions: [], ...entry })
}

/** A transaction of our own statements alone. */
export const nothing: Unit = { statements: [], alone: false, end: Number.POSITIVE_INFINITY }
