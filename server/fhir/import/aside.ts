import type { Line } from './new-among.ts'

/** One that was not taken, or left as it is here: where it stood, and why. */
export type Aside = Readonly<{ where: string; type: string; code: string; sentence: string; place: string }>

/** One of a file, with what is said of it. `place`: which part of it is meant; the whole of it unless said. */
export const asideOf = (
  { where, resource: { resourceType: type } }: Line,
  { code, sentence, place = type }: Readonly<{ code: string; sentence: string; place?: string }>,
): Aside => ({ where, type, code, sentence, place })

/** One that is here already, of which the file says something else. */
export const leftAlone = (line: Line, { takenBack }: Readonly<{ takenBack: boolean }>): Aside => {
  const { resourceType, id } = line.resource
  return asideOf(line, {
    code: 'says-otherwise',
    sentence: takenBack
      ? `${resourceType}/${id} was here and was taken back, and this says something else of it: it stays taken back.`
      : `${resourceType}/${id} is here, and this says something else of it: what is here was left as it is.`,
  })
}

/** One that would need an open gate now: files tell of the past. */
export const asksNow = (line: Line): Aside =>
  asideOf(line, {
    code: 'not-from-a-file',
    sentence: 'An order or an injection of today is not brought in from a file: somebody records it.',
  })
