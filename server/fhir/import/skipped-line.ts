import type { Line } from './new-resources.ts'

/** A line that was not imported: its place, and why. */
export type SkippedLine = Readonly<{ where: string; type: string; code: string; sentence: string; place: string }>

/** One of a file, with what is said of it. `place`: which part of it is meant; the whole of it unless said. */
export const skippedLineOf = (
  { where, resource: { resourceType: type } }: Line,
  { code, sentence, place = type }: Readonly<{ code: string; sentence: string; place?: string }>,
): SkippedLine => ({ where, type, code, sentence, place })

/** A resource that exists already and differs from the line. */
export const leftAlone = (line: Line, { takenBack }: Readonly<{ takenBack: boolean }>): SkippedLine => {
  const { resourceType, id } = line.resource
  return skippedLineOf(line, {
    code: 'says-otherwise',
    sentence: takenBack
      ? `${resourceType}/${id} was here and was deleted, and this differs from it: it stays deleted.`
      : `${resourceType}/${id} is already here, and this differs from it: what is here was left as it is.`,
  })
}

/** A line that would need an open gate now: imports may only report the past. */
export const asksNow = (line: Line): SkippedLine =>
  skippedLineOf(line, {
    code: 'not-from-a-file',
    sentence: 'An order or an injection of today cannot be imported from a file: somebody records it.',
  })
