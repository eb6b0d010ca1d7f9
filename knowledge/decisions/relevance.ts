/** What a finding means: whether anybody judged it, and how. Conditions inside a study unless they say otherwise. */
import { all, any, type ChoiceFact, type Condition, is, memoise, not, some } from '@facialis/language'
import { type Finding, study } from '../entries/index.ts'
import { knownDemyelination, knownOtherLesion, knownTumour, knownVascularMalformation } from '../facts/index.ts'

const f = study.fields

/** A judgement is the word of a named neurologist or neurosurgeon; from anybody else it clears nothing and names no cause. */
export const judged = is(f.relevanceBy, 'neurologist', 'neurosurgeon')
const neuroradiologist = any(is(f.readerRole, 'neuroradiologist'), is(f.neuroradiologyRead, 'yes'))
/** What lets "unrelated" stand: the word of a named specialist, with a neuroradiologist's read behind it. */
const unrelatedStands = all(judged, neuroradiologist)

const calledUnrelated = memoise((finding: Finding): Condition => is(finding, 'present-unrelated'))
const saidUnrelated = memoise((...of: readonly Finding[]): Condition => any(...of.map(calledUnrelated)))
const doesNotStand = not(unrelatedStands)
/** It is there, and nothing that stands takes it back. */
const isFound = memoise(
  (finding: Finding): Condition =>
    any(is(finding, 'present', 'present-possible', 'present-causal'), all(calledUnrelated(finding), doesNotStand)),
)
const isClear = memoise(
  (finding: Finding): Condition =>
    any(is(finding, 'absent'), all(is(finding, 'absent', 'present-unrelated'), unrelatedStands)),
)
export const found = memoise((...of: readonly Finding[]): Condition => any(...of.map(isFound)))
export const clear = memoise((...of: readonly Finding[]): Condition => all(...of.map(isClear)))
/** There, and judged to have nothing to do with the spasm: said as long as it is on record. */
export const setAside = memoise((...of: readonly Finding[]): Condition => all(saidUnrelated(...of), unrelatedStands))
/** Judged to be the cause, or possibly so. */
const calledCausal = memoise((finding: Finding): Condition => is(finding, 'present-possible', 'present-causal'))
const saidCausal = memoise((...of: readonly Finding[]): Condition => any(...of.map(calledCausal)))
const causal = memoise((...of: readonly Finding[]): Condition => all(saidCausal(...of), judged))
const calledPresent = memoise((finding: Finding): Condition => is(finding, 'present'))
const nobodyMay = is(f.relevanceBy, 'not-stated', 'other')
/** There, and not judged by anybody who may. */
export const unjudged = memoise(
  (...of: readonly Finding[]): Condition =>
    any(...of.map(calledPresent), all(any(saidCausal(...of), saidUnrelated(...of)), nobodyMay)),
)
/** Called unrelated by somebody who may, and no neuroradiologist is known to have looked. */
const notLookedAt = not(neuroradiologist)
export const withoutNeuroradiology = memoise(
  (...of: readonly Finding[]): Condition => all(saidUnrelated(...of), judged, notLookedAt),
)

export type KnownLesion = ChoiceFact<
  'not-listed' | 'no' | 'present' | 'present-unrelated' | 'present-possible' | 'present-causal'
>
/** A question about lesions: what answers it on a scan, and what on the problem list. */
export type Subject = Readonly<{ known: KnownLesion; findings: readonly Finding[] }>

export const masses: Subject = { known: knownTumour, findings: [f.tumour, f.earLesion, f.parotidMass] }
export const malformations: Subject = {
  known: knownVascularMalformation,
  findings: [f.vascularMalformation, f.aneurysm],
}
export const plaques: Subject = { known: knownDemyelination, findings: [f.demyelination] }
export const others: Subject = {
  known: knownOtherLesion,
  findings: [f.raisedPressure, f.infarctOrBleed, f.chiari, f.boneLesion, f.nerveEnhancement],
}
const subjects = [masses, malformations, plaques, others] as const

/** Of the person: a lesion of this kind was judged to be the cause, or possibly so. */
export const isTheCause = ({ known, findings }: Subject): Condition =>
  any(is(known, 'present-possible', 'present-causal'), some(study, causal(...findings)))
/** Of the person: some lesion was judged to be the cause, or possibly so. */
export const anyCausal: Condition = any(...subjects.map(isTheCause))
/** Of the person: some lesion is on record that nobody who may has judged. */
export const anyUnjudged: Condition = any(
  ...subjects.flatMap(({ known, findings }) => [
    is(known, 'present'),
    some(study, any(unjudged(...findings), withoutNeuroradiology(...findings))),
  ]),
)
/** Of the person: a finding was judged to have nothing to do with the spasm. */
export const anySetAside: Condition = any(
  ...subjects.flatMap(({ known, findings }) => [is(known, 'present-unrelated'), some(study, setAside(...findings))]),
)
