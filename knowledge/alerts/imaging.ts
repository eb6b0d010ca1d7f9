import {
  type Alert,
  alert,
  all,
  any,
  before,
  type Condition,
  dateOf,
  daysSince,
  decided,
  entryDate,
  established,
  has,
  is,
  lessThan,
  moreThan,
  none,
  not,
  plus,
  quantity,
  some,
  unanswered,
  yes,
} from '@facialis/language'
import { cause } from '../decisions/cause.ts'
import { vesselSeenOnItsSide } from '../decisions/course.ts'
import { imaging } from '../decisions/imaging.ts'
import { anySetAside, found } from '../decisions/relevance.ts'
import { anyPositive } from '../decisions/rule-outs.ts'
import { anyMriAwaited, olderThanSpasm, scanAwaited } from '../decisions/scans-and-orders.ts'
import { findings, imagingOrder, study } from '../entries/index.ts'
import { egfr, mriDeclined, mriImpossible, onset, side } from '../facts/index.ts'
import { lowEgfr, mriReportDue, unreadReportAlert } from '../policy/index.ts'
import {
  A3,
  A4,
  A5,
  A9,
  AWorkflow,
  K26,
  K27a,
  K28,
  K29,
  K30,
  K30a,
  K31,
  K33,
  K39,
  K40,
  S4,
  S5,
  S7,
  S13,
} from '../sources/index.ts'

const f = study.fields
const o = imagingOrder.fields
const ct: Condition = is(f.modality, 'ct', 'ct-angiography')
/** Looked for where the spasm is, or on both sides, and no study is known to show one on the affected side. */
const notSeen = all(
  some(
    study,
    any(
      all(is(side, 'right', 'both'), is(f.rightContact, 'not-seen')),
      all(is(side, 'left', 'both'), is(f.leftContact, 'not-seen')),
      all(is(f.rightContact, 'not-seen'), is(f.leftContact, 'not-seen')),
    ),
  ),
  not(established(vesselSeenOnItsSide)),
)
const contrastAsked = some(imagingOrder, has(o.sequences, 't1-contrast', 'contrast-mra'))
const reported: Condition = is(f.report, 'structured', 'not-structured')

/** Read, and nobody here has said so: from the day of signature or, where that is not recorded, after the reader's time. */
const unread = all(
  reported,
  not(established(yes(f.acknowledged))),
  not(olderThanSpasm),
  any(
    moreThan(daysSince(dateOf(f.signedOn)), unreadReportAlert),
    all(unanswered(f.signedOn), moreThan(daysSince(entryDate(study)), plus(mriReportDue, unreadReportAlert))),
  ),
)

const questions = ['tumour', 'vascular-malformation', 'demyelination', 'other-lesion'] as const
const listed: Readonly<Record<(typeof questions)[number], Condition>> = {
  tumour: has(f.sequences, 't1-contrast'),
  'vascular-malformation': has(f.sequences, 'tof-mra', 'contrast-mra', 'cta', 'dsa'),
  demyelination: has(f.sequences, 'flair'),
  'other-lesion': has(f.sequences, 'flair'),
}
const disputed = any(...questions.map((q) => all(has(f.inadequateFor, q), any(has(f.adequateFor, q), listed[q]))))
const saysNo = all(is(f.lesionExcluded, 'no'), not(found(...findings)))
const saysYes = all(is(f.lesionExcluded, 'yes'), found(...findings))

export const imagingAlerts: readonly Alert[] = [
  alert(
    'lesion-found',
    {
      severity: 'critical',
      when: established(anyPositive),
      text: 'A lesion is on record: toxin and operation stay shut unless a named specialist judges that it has nothing to do with the spasm.',
      rules: ['RO-05'],
    },
    S13,
    A5,
  ),
  alert(
    'finding-set-aside',
    {
      severity: 'info',
      when: established(anySetAside),
      text: 'A finding on record was judged to have nothing to do with the spasm. It stays on this page; who follows it up is named with it.',
      rules: ['RO-05'],
    },
    A5,
  ),
  alert(
    'vessel-not-seen',
    {
      severity: 'info',
      when: established(notSeen),
      text: 'No vessel was seen on the affected side. Not seen is not “not there”: it removes neither the diagnosis nor the operation. The vessel may be too small, and readers differ (21 to 79 %).',
      rules: ['IM-03'],
    },
    S5,
    S7,
    K33,
    K28,
  ),
  alert(
    'presumed-without-vessel',
    {
      severity: 'info',
      when: established(all(decided(cause, 'vascular-presumed'), notSeen)),
      text: 'A vessel is presumed as the cause although none was seen: the rest is excluded and the diagnosis is signed.',
      rules: ['ET-02'],
    },
    S5,
    S7,
    K33,
  ),
  alert(
    'vessel-proves-nothing',
    {
      severity: 'info',
      when: established(some(study, any(is(f.rightContact, 'seen'), is(f.leftContact, 'seen')))),
      text: 'A vessel touches the nerve in 21 to 53 % of people without spasm, and on about half of the unaffected sides: seeing one does not make the diagnosis.',
      rules: ['IM-04'],
    },
    K30,
    K31,
    K29,
    K26,
    K27a,
  ),
  alert(
    'ct-only',
    {
      severity: 'warning',
      when: established(all(some(study, ct), none(study, is(f.modality, 'mri')))),
      text: 'CT only: it shows the posterior fossa poorly and clears no rule-out, whatever it shows. MRI unless MRI safety says it is impossible.',
      rules: ['IM-05'],
    },
    S4,
    K30a,
    A9,
  ),
  alert(
    'ct-ordered-only',
    {
      severity: 'warning',
      when: established(
        all(
          some(imagingOrder, all(scanAwaited, is(o.modality, 'ct', 'ct-angiography'))),
          not(anyMriAwaited),
          not(established(any(yes(mriImpossible), yes(mriDeclined)))),
          decided(imaging, 'order', 'inadequate-repeat'),
        ),
      ),
      text: 'Only a CT is ordered. It clears nothing: ask for MRI, unless MRI safety says that it is impossible.',
      rules: ['IM-05'],
    },
    S4,
    K30a,
    A9,
  ),
  alert(
    'angiography-needs-a-reason',
    {
      severity: 'warning',
      when: established(some(imagingOrder, all(is(o.modality, 'catheter-angiography'), unanswered(o.reason)))),
      text: 'Catheter angiography is seldom needed: a suspected malformation, fistula or aneurysm to be treated. Write the reason.',
      rules: ['IM-06'],
    },
    S4,
  ),
  alert(
    'kidney-function-unknown',
    {
      severity: 'info',
      when: established(all(contrastAsked, unanswered(egfr))),
      text: 'Kidney function (eGFR) is not known: that alone does not hold back a group II contrast agent; note that it was unknown.',
      rules: ['IM-07'],
    },
    K39,
  ),
  alert(
    'kidney-function-low',
    {
      severity: 'warning',
      when: established(all(contrastAsked, lessThan(quantity(egfr), lowEgfr))),
      text: 'Kidney function (eGFR) is low: contrast is not refused by rule; group II agent only, and a note that weighs delay against a very small risk.',
      rules: ['IM-07'],
    },
    K39,
    K40,
  ),
  alert(
    'unread-report',
    {
      severity: 'warning',
      when: established(some(study, unread)),
      text: 'A report has waited more than three days for a clinician to acknowledge it.',
      rules: ['FU-01', 'RO-05'],
    },
    AWorkflow,
  ),
  alert(
    'scan-before-onset',
    {
      severity: 'warning',
      when: established(some(study, before(entryDate(study), dateOf(onset)))),
      text: 'A scan on record is older than the first spasm: it rules nothing out for this spasm.',
      rules: ['IM-08'],
    },
    A3,
  ),
  alert(
    'quality-limited',
    {
      severity: 'warning',
      when: established(
        some(
          study,
          any(is(f.quality, 'limited', 'non-diagnostic'), is(f.posteriorFossaQuality, 'limited', 'non-diagnostic')),
        ),
      ),
      text: 'A study of limited quality leaves open every question it was meant to answer.',
      rules: ['IM-08'],
    },
    S13,
    A3,
  ),
  alert(
    'reader-and-sequences-disagree',
    {
      severity: 'warning',
      when: established(some(study, disputed)),
      text: 'The sequences would be enough and the reader calls the study not adequate: the reader’s judgement stands; ask for an addendum.',
      rules: ['IM-08'],
    },
    A3,
    A4,
  ),
  alert(
    'conclusion-and-findings-disagree',
    {
      severity: 'warning',
      when: established(some(study, any(saysNo, saysYes))),
      text: 'The reader’s conclusion and the findings of the same report contradict each other: ask for an addendum.',
      rules: ['IM-08', 'RO-05'],
    },
    A4,
    S13,
  ),
]
