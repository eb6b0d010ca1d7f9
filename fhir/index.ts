/** The border to health records: plain facts and FHIR R4 resources to a chart, acts to resources. The pathway is always an argument. */
export { type Act, type ActEntry, type Stated, type StatedBy, statementsOfAct } from './act.ts'
export { addToChart } from './add-to-chart.ts'
export { type BundleChart, chartFromBundle } from './bundle.ts'
export { adverseWords } from './dictionary.ts'
export { episodeFollowing, episodeIn, episodeResource } from './episode.ts'
export { type FactsOf, factObservations } from './fact-observations.ts'
export { firstUnfit, type RecordedOn, whyNotOn, whyNotYet } from './fits.ts'
export type { GatedTreatment, Recognised, Recognising } from './gated-treatment.ts'
export { labelsOf } from './labels.ts'
export type { Outcome, Problem } from './outcome.ts'
export { parsedJson } from './parsed-json.ts'
export { chartFromPlainFacts, type PlainChart } from './plain.ts'
export { type Plain, plainOf, spanOf, valueOfPlain } from './plain-value.ts'
export { plainFromChart } from './plain-write.ts'
export { bearsOnChart, typesRead } from './read-resources.ts'
export { type Counts, isReassuring } from './reading.ts'
export { indicationOf, isEvent, lookAt, recognise, type Seen } from './recognise.ts'
export { notReplaced, whyNotReplaced } from './replacing.ts'
export { chartFromResources, type Resource, type ResourcesChart } from './resources.ts'
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
} from './systems.ts'
export { whatWasRead } from './what-was-read.ts'
export { dayIn } from './when.ts'
export { resourcesOfAct, type Writing } from './write-act.ts'
export { bundleOfChart, type Sending } from './write-chart.ts'
