import { join } from 'node:path'
import type { CounterExample } from '@facialis/engine/prove/index.ts'
import { plainFromChart } from '@facialis/fhir'
import type { Chart, Day, Pathway } from '@facialis/language'
import { makeFolder } from '@facialis/record/core/make-folder.ts'
import { fileName } from '../output/file-name.ts'
import { type TextStyle, wrapped } from '../output/styled-output.ts'
import { writeAtomically } from '../output/write-atomically.ts'
import { writeError } from '../output/write-errors.ts'

/** Writes people in whom promises do not hold, each as plain facts that `facialis assess` reads. */
export type Examples = Readonly<{
  /** The names of the files of one person: as they are and, where something changes, as they are then. */
  write: (name: string, says: string, person: CounterExample) => readonly string[]
}>

/** @throws ExitError when the folder cannot be made, or a file of it not be written */
export function examplesIn(folder: string, pathway: Pathway, asOf: Day): Examples {
  try {
    makeFolder(folder, 0o777)
  } catch (error) {
    throw writeError(folder, error)
  }
  const written = (name: string, note: string, chart: Chart): string => {
    const file = join(folder, `${name}.json`)
    writeAtomically(file, `${JSON.stringify({ note, ...plainFromChart(pathway, chart, asOf) }, null, 2)}\n`)
    return file
  }
  return {
    write: (name, says, { chart, afterwards, shows }) => {
      const plain = fileName(name)
      const note = `A made-up person for whom a promise does not hold. ${says} Shown: ${shows}.`
      return [written(plain, note, chart), ...(afterwards ? [written(`${plain}-afterwards`, note, afterwards)] : [])]
    },
  }
}

/** A chart in few lines; what a field says is left to the whole. */
export function personLines({ observations, screens, entries }: Chart, { width }: TextStyle): readonly string[] {
  const said = [
    ...observations.map(
      ({ fact, value }) => `${fact} ${'word' in value ? value.word : 'unknown' in value ? '?' : '…'}`,
    ),
    ...screens.map(({ screen }) => `screen.${screen} complete`),
    ...entries.map(({ kind, fields }) => `a ${kind} with ${Object.keys(fields).length} fields`),
  ]
  const words = said.length === 0 ? 'nothing is recorded' : said.join('; ')
  return wrapped(`${words}. Use --examples FOLDER for the whole chart.`, width, '        ')
}
