import type { Shape, ShapeForeignKey } from './shape.ts'

/** A table, and those of its foreign keys that have to wait until other tables have rows. */
export interface Turn {
  readonly shape: Shape
  readonly later: readonly ShapeForeignKey[]
}

/** Tables before those that refer to them. In a circle, a foreign key that may be null waits. */
export function fillOrder(shapes: readonly Shape[]): readonly Turn[] {
  const known = new Set(shapes.map(({ name }) => name))
  const placed = new Set<string>()
  const waiting = new Set(shapes)
  const open = (shape: Shape, which: readonly ShapeForeignKey[]) =>
    which.filter(({ target }) => target !== shape.name && known.has(target) && !placed.has(target))
  const pick = (which: (shape: Shape) => readonly ShapeForeignKey[]) => {
    for (const shape of waiting) if (open(shape, which(shape)).length === 0) return shape
    return undefined
  }
  const turns: Turn[] = []
  while (waiting.size > 0) {
    const shape =
      pick(({ foreignKeys }) => foreignKeys) ??
      pick((one) => one.foreignKeys.filter((fk) => !isOptional(fk, one))) ??
      [...waiting][0]!
    const unmet = open(shape, shape.foreignKeys)
    turns.push({
      shape,
      later: shape.foreignKeys.filter(
        (fk) => isOptional(fk, shape) && (unmet.includes(fk) || fk.target === shape.name),
      ),
    })
    placed.add(shape.name)
    waiting.delete(shape)
  }
  return turns
}

/** A row with one null among the columns refers to nothing (MATCH SIMPLE). */
export const isOptional = ({ columns }: ShapeForeignKey, shape: Shape): boolean =>
  shape.columns.some(({ name, required }) => columns.includes(name) && !required)
