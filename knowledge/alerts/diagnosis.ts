import { type Alert, alert, all, any, decided, established, is, no, not, yes } from '@facialis/language'
import { child } from '../decisions/course.ts'
import { oneSided, signedDiagnosis, stronglyOpposed } from '../decisions/diagnosis-conditions.ts'
import { lidOnlyWatch } from '../decisions/lid-watch.ts'
import { phenotype } from '../decisions/phenotype.ts'
import { unanswered } from '../decisions/red-flags.ts'
import {
  dxPhenotype,
  phBilateralSync,
  phCn7Only,
  phJawOrTongue,
  phLimbInvolved,
  phOtherBabinski,
  phUnilateral,
  rfAgeUnder18,
} from '../facts/index.ts'
import { A13, A14, A16, A29, BanikMiller2004, K3, K4, K5a, K8, NG127, S12 } from '../sources/index.ts'

export const diagnosisAlerts: readonly Alert[] = [
  alert(
    'mimic',
    {
      severity: 'warning',
      when: decided(phenotype, 'mimic'),
      text: 'This looks like another condition: it changes the plan. A vessel on the scan or a good response to toxin does not make it hemifacial spasm.',
      rules: ['DX-04', 'DX-06'],
    },
    K4,
    K8,
    S12,
  ),
  alert(
    'brow-sign-absent-both-sides',
    {
      severity: 'warning',
      when: established(all(no(phOtherBabinski), yes(phBilateralSync))),
      text: 'Both sides synchronous and no other Babinski sign (the brow does not rise as the eye closes): this is typical of blepharospasm.',
      rules: ['DX-03', 'DX-04'],
    },
    K3,
    K8,
  ),
  alert(
    'signed-against-features',
    {
      severity: 'warning',
      when: established(all(signedDiagnosis, stronglyOpposed)),
      text: 'The diagnosis is signed and a feature was recorded that speaks strongly against it: one of the two has to be corrected before any offer.',
      rules: ['DX-04', 'DX-05'],
    },
    S12,
    K4,
  ),
  alert(
    'facial-muscles-contradiction',
    {
      severity: 'warning',
      when: established(
        any(
          all(yes(phCn7Only), any(yes(phJawOrTongue), yes(phLimbInvolved))),
          all(no(phCn7Only), no(phJawOrTongue), no(phLimbInvolved)),
        ),
      ),
      text: '“Facial muscles only” and the answers about jaw, tongue and limbs contradict each other: ask again.',
      rules: ['DX-04'],
    },
    K4,
  ),
  alert(
    'one-side-contradiction',
    {
      severity: 'warning',
      when: established(any(all(yes(phUnilateral), yes(phBilateralSync)), all(not(oneSided), no(phBilateralSync)))),
      text: 'What was said about the sides contradicts itself: one side only, both synchronously, or both asynchronously? Ask again; until then no offer opens.',
      rules: ['DX-04', 'DX-08'],
    },
    K8,
  ),
  alert(
    'after-palsy',
    {
      severity: 'info',
      when: established(is(dxPhenotype, 'post-paralytic')),
      text: 'Spasm after a palsy: toxin treats it once lesions are ruled out; moving a vessel does not.',
      rules: ['DX-07'],
    },
    K5a,
    A13,
  ),
  alert(
    'lid-twitch',
    {
      severity: 'info',
      when: established(lidOnlyWatch),
      text: 'A twitch of one lid that has not spread: watched for three months, earlier on spread, weakness or the other side. MRI is the clinician’s choice.',
      rules: ['DX-10'],
    },
    A14,
    NG127,
    BanikMiller2004,
  ),
  alert(
    'child',
    {
      severity: 'critical',
      when: established(any(child, unanswered(rfAgeUnder18))),
      text: 'Under 18, or onset before 18: a paediatric neurologist leads, the gate is shut and no doses are shown. A normal EEG or a good response elsewhere clears nothing.',
      rules: ['RF-02', 'BT-03'],
    },
    A16,
    A29,
  ),
]
