import { isDeepStrictEqual } from 'node:util'
import { type Answers, answersBy, answersOf } from '@facialis/engine'
import { chartFromBundle, parseJson } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import type { Chart } from '@facialis/language'
import { type Sent, sentBundles } from './bundles.ts'
import { writtenModule } from './written-module.ts'

/** The people every row is asked about, and the ways from a text to answers. */
export type People = Readonly<{
  sent: readonly Sent[]
  read: (json: unknown) => Chart
  /** All answers by the module that is written when the product is built. */
  byModule: (chart: Chart, asking: Sent['asking']) => Answers
  /** The same by functions. */
  byFunctions: (chart: Chart, asking: Sent['asking']) => Answers
}>

export const count = 2000
let made: Promise<People> | null = null

/** The same in every row; nothing is given out before both ways have answered as the chart did that was sent. */
export function people(): Promise<People> {
  made ??= make(count)
  return made
}

export async function make(howMany: number): Promise<People> {
  const byModule = answersBy(pathway, await writtenModule(pathway))
  const byFunctions: People['byFunctions'] = (chart, asking) => answersOf(pathway, chart, asking)
  const read = (json: unknown): Chart => {
    const outcome = chartFromBundle(pathway, json, { zone: 'UTC' })
    if (!outcome.ok) throw new Error(`${outcome.problem.where}: ${outcome.problem.sentence}`)
    return outcome.value.chart
  }
  const sent = sentBundles(howMany)
  for (const [index, { text, asking, chart }] of sent.entries()) {
    const expected = JSON.stringify(byFunctions(chart, asking))
    const received = read(JSON.parse(text))
    if (!isDeepStrictEqual(read(parseJson(text)), received))
      throw new Error(`Bundle ${index} is read otherwise as a text.`)
    for (const [form, answers] of Object.entries({ byModule, byFunctions }))
      if (JSON.stringify(answers(received, asking)) !== expected)
        throw new Error(`Bundle ${index} ${form}: ${JSON.stringify(answers(received, asking))}, not ${expected}.`)
  }
  return { sent, read, byModule, byFunctions }
}
