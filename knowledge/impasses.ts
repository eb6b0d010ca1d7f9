import { all, any, type Condition, decided, established, type OpenDecision } from '@facialis/language'
import { botulinum } from './decisions/botulinum.ts'
import { cause } from './decisions/cause.ts'
import { postParalytic } from './decisions/course.ts'
import { decompression } from './decisions/decompression.ts'
import { imaging } from './decisions/imaging.ts'
import { phenotype } from './decisions/phenotype.ts'
import { ruleOuts } from './decisions/rule-outs.ts'
import { stage } from './decisions/stage.ts'
import { handOvers, steps } from './steps/index.ts'

/** Where somebody could be stuck. */
export const openDecisions: readonly OpenDecision[] = [
  { decision: botulinum, open: ['blocked'], wanted: ['caution', 'permitted'] },
  ...ruleOuts.map((decision) => ({
    decision,
    open: ['open', 'positive'],
    wanted: ['cleared'],
    awaits: { decision: imaging, open: ['not-needed-yet'], wanted: ['order'] },
  })),
  { decision: imaging, open: ['order', 'inadequate-repeat'], wanted: ['adequate'] },
  {
    decision: phenotype,
    open: ['undetermined'],
    wanted: ['typical', 'atypical', 'post-paralytic', 'bilateral', 'mimic'],
  },
  { decision: cause, open: ['undetermined', 'under-review'], wanted: ['vascular-presumed', 'secondary'] },
  {
    decision: decompression,
    open: ['not-candidate', 'treat-cause-first'],
    wanted: ['consider', 'candidate'],
    // A palsy came first: injections are the other treatment.
    final: postParalytic,
  },
]

const isCalled = (isMeant: (id: string) => boolean): Condition =>
  any(...steps.filter(({ id }) => isMeant(id)).map(({ when }) => established(when)))

/** Closed, or with another team: an owner is named and the way back is a step of its own. */
export const passedOn: Condition = any(
  decided(stage, 'closed'),
  all(
    decided(stage, 'other-pathway'),
    isCalled((id) => handOvers.has(id)),
  ),
  isCalled((id) => id === 'paediatric-neurology' || id === 'return-referral'),
)
