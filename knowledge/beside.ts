import type { Beside, Cites } from '@facialis/language'
import { afterSideEffects } from './after-side-effects.ts'
import { concerned, imagingRequest } from './other-systems.ts'
import { billing, vials } from './products.ts'
import { namesGiven } from './spoken.ts'
import * as surgery from './surgery-figures/index.ts'
import { triage } from './triage.ts'

const named = <T>(table: Readonly<Record<string, T>>): readonly (readonly [string, T])[] => Object.entries(table)
const uncited = (id: string, says: object): Beside => ({ id, says, because: [] })
const cited = (id: string, says: Readonly<{ because: Cites }>): Beside => ({ id, says, because: says.because })

const figure = (of: string, measure: surgery.Measure): Beside => {
  const [first, ...others] = measure.figures.map(({ passage }) => passage)
  return { id: `${of} ${measure.id}`, says: measure, because: first === undefined ? [] : [first, ...others] }
}

/**
 * What is said to clinicians, to those they treat and to other systems beside the pathway, in parts that are signed like
 * its rules: numbers that are talked through, products, what is asked by telephone, the names by which ids are read.
 */
export const beside: readonly Beside[] = [
  ...surgery.gains.map((one) => figure('gain', one)),
  ...surgery.costs.map((one) => figure('cost', one)),
  ...surgery.otherWays.map((one) => cited(`other way ${one.id}`, one)),
  cited('pace of relief', surgery.paceOfRelief),
  cited('silent period', surgery.silentPeriod),
  cited('lateral spread', surgery.lateralSpread),
  ...afterSideEffects.map((one) => cited(`after ${one.sideEffect}`, one)),
  ...named(vials).map(([product, one]) => cited(`vials ${product}`, one)),
  ...named(billing).map(([product, one]) => cited(`billing ${product}`, one)),
  uncited('triage', triage),
  uncited('whom cards concern', concerned),
  uncited('imaging request', imagingRequest),
  ...named<object>(namesGiven).map(([of, one]) => uncited(`names of ${of}`, one)),
]
