/** The lines that make one text another, `-` before those that go and `+` before those that come; what is equal at both ends is left out. */
export function changedLines(before: string | null, after: string | null, most = 12): readonly string[] {
  const [old, now] = [before, after].map((text) => (text === null || text === '' ? [] : text.split(/\r?\n/)))
  let start = 0
  while (start < old!.length && start < now!.length && old![start] === now![start]) start++
  let end = 0
  while (end < old!.length - start && end < now!.length - start && old!.at(-1 - end) === now!.at(-1 - end)) end++
  const lines = [
    ...old!.slice(start, old!.length - end).map((line) => `- ${line}`),
    ...now!.slice(start, now!.length - end).map((line) => `+ ${line}`),
  ]
  return lines.length <= most ? lines : [...lines.slice(0, most), `… ${lines.length - most} more lines`]
}
