/** The border to health records: plain facts and FHIR R4 resources to a chart, acts to resources. The pathway is always an argument. */

export { addToChart } from './chart/add-to-chart.ts'
export { adverseWords } from './chart/dictionary.ts'
export { labelsOf } from './chart/labels.ts'
export { notReplaced, whyNotReplaced } from './chart/replacing.ts'
export { episodeFollowing, episodeIn, episodeResource } from './episode.ts'
export type { Outcome, Problem } from './json/outcome.ts'
export { parsedJson, parsedOnce } from './json/parsed-json.ts'
export type { GatedTreatment, Recognised, Recognising } from './orders/gated-treatment.ts'
export { hiddenEvents, hiddenOrders } from './orders/hidden-orders.ts'
export { isEvent } from './orders/kinds.ts'
export { asIfAsked, isToDo, isUnasked, isUnsigned, mayAsk, pointers, pointsAt } from './orders/pointed-at.ts'
export { indicationOf, lookAt, recognise, type Seen } from './orders/recognise.ts'
export { type Act, type ActEntry, type Stated, type StatedBy, statementsOfAct } from './plain/act.ts'
export { chartFromPlainFacts, type PlainChart } from './plain/chart.ts'
export { firstUnfit, type RecordedOn, whyNotOn, whyNotYet } from './plain/fits.ts'
export { birthFacts, bornIn, earliestIn } from './plain/in-a-life.ts'
export { plainFromChart } from './plain/write.ts'
export { type BundleChart, chartFromBundle } from './read/bundle.ts'
export { bearsOnChart, typesRead } from './read/read-resources.ts'
export { type Counts, isReassuring } from './read/reading.ts'
export { chartFromResources, type Resource, type ResourcesChart } from './read/resources.ts'
export { whatWasRead } from './read/what-was-read.ts'
export {
  actKindSystem,
  actSystem,
  addressOf,
  answerSystem,
  entryIdSystem,
  entrySystem,
  factProfileAddress,
  factSystem,
  recordedAfterExtension,
  screenSystem,
  termSystem,
} from './terms/systems.ts'
export { type Plain, plainOf, spanOf, valueOfPlain } from './values/plain-value.ts'
export { dayIn } from './values/when.ts'
export { resourcesOfAct, type Writing } from './write/act.ts'
export { stoppedOrders } from './write/act-natives.ts'
export { bundleOfChart, type Sending } from './write/chart.ts'
export { type FactsOf, factObservations } from './write/fact-observations.ts'
