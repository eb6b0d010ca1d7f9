import { type Decision, draft, type Pathway } from '@facialis/language'
import { alerts } from './alerts/index.ts'
import { checks } from './checks/index.ts'
import { conflicts } from './conflicts.ts'
import { botulinum, botulinumSession } from './decisions/botulinum.ts'
import { cause } from './decisions/cause.ts'
import { certainty } from './decisions/certainty.ts'
import { decompression } from './decisions/decompression.ts'
import { differential } from './decisions/differential.ts'
import { imaging } from './decisions/imaging.ts'
import { phenotype } from './decisions/phenotype.ts'
import { responseSurgery } from './decisions/response-surgery.ts'
import { responseToxin } from './decisions/response-toxin.ts'
import { flags, reads, ruleOuts } from './decisions/rule-outs.ts'
import { stage } from './decisions/stage.ts'
import { surgeryChecklist } from './decisions/surgery-checklist.ts'
import { entries } from './entries/index.ts'
import { facts, screens } from './facts/index.ts'
import { labels } from './label-statuses.ts'
import { policy } from './policy/index.ts'
import { passages } from './sources/index.ts'
import { steps } from './steps/index.ts'
import { terminology } from './terminology.ts'
import { toProve } from './to-prove.ts'

/** In the order they are decided: each rests on those above it. */
const decisions: readonly Decision[] = [
  certainty,
  phenotype,
  ...Object.values(reads).flatMap((read) => [read.each, read.all]),
  ...ruleOuts,
  imaging,
  cause,
  botulinum,
  botulinumSession,
  responseToxin,
  responseSurgery,
  decompression,
  stage,
]

/** Today's injection is asked about at the chair, never as the next question of the way. */
const ahead = decisions.filter((d) => d.scope === 'patient' && !d.inner && d !== botulinumSession).map((d) => d.id)
const beforeTreatment = ahead.filter((id) => !['decompression', 'response.toxin', 'response.surgery'].includes(id))
const focus = Object.fromEntries(
  stage.answers.map((at) => [at, ['referred', 'evaluating', 'ruling-out'].includes(at) ? beforeTreatment : ahead]),
)

/** The guidance for hemifacial spasm, whole. */
export const hemifacialSpasm: Pathway = {
  id: 'hemifacial-spasm',
  version: '1.3.1',
  title: 'Hemifacial spasm, from referral to lasting relief',
  status: draft,
  released: null,
  passages,
  facts,
  entries,
  screens,
  policy,
  decisions,
  collections: [flags.redFlags, surgeryChecklist],
  rankings: [differential],
  steps,
  alerts,
  checks,
  labels,
  conflicts,
  terminology,
  focus,
  stage,
  toProve,
}
