import { normalChart } from '@facialis/engine/publish/index.ts'
import { factObservations } from '@facialis/fhir'
import { type Asking, type Chart, formatDay, type Pathway } from '@facialis/language'
import { patientIdOf } from '../cohort/line-subject.ts'
import { sha256 } from '../input/versions.ts'
import type { ChartWriter } from './chart-writer.ts'

/** As Fact Observations, one a line. The same facts of the same day have the same ids, whoever writes them and when. */
export function writingObservations(pathway: Pathway, asking: Asking, say: (text: string) => void): ChartWriter {
  const { asOf } = asking
  const add = (key: string, chart: Chart): void => {
    let written = 0
    const newId = (): string => sha256(`${key} ${formatDay(asOf)} ${++written}`).slice(0, 32)
    const facts = factObservations(pathway, normalChart(pathway, chart, asking), {
      patientId: patientIdOf(key),
      asOf,
      newId,
    })
    // Whoever is named by something else than an id of the server is named by that here, too.
    say(facts.map((one) => `${JSON.stringify({ ...one, subject: { reference: key } })}\n`).join(''))
  }
  return { add, end: () => {} }
}
