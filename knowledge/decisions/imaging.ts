import {
  all,
  always,
  any,
  before,
  dateOf,
  decide,
  decided,
  detail,
  entryDate,
  established,
  is,
  named,
  not,
  onOrAfter,
  otherwise,
  ownJudgement,
  rule,
  some,
  unanswered,
  yes,
} from '@facialis/language'
import { imagingOrder, study } from '../entries/index.ts'
import { chairPregnancy, dxClass, mriImpossible, onset } from '../facts/index.ts'
import { A3, A4, A6, A9, A14, K25, S4, S13, S17 } from '../sources/index.ts'
import { certainty } from './certainty.ts'
import { notStructured, unread } from './course.ts'
import { partlyDescribed, stronglyOpposed } from './diagnosis-conditions.ts'
import { lidOnlyWatch } from './lid-watch.ts'
import { substitute } from './mri-substitute.ts'
import { phenotype } from './phenotype.ts'
import { anyPositive, flags, noOpenRedFlag, notExcluded, reads } from './rule-outs.ts'
import { anyMriAwaited, flagToScan, flagToScanByCt, isCt, mayAnswer, olderThanSpasm } from './scans-and-orders.ts'

/** Every question has its answer from some study, and the latest reader does not take it back. */
const answered = [
  ...Object.values(reads).map((read) => decided(read.all, 'cleared', 'positive')),
  any(anyPositive, not(notExcluded)),
]
const pregnant = established(is(chairPregnancy, 'pregnant-or-trying'))
const allAnswered = established(all(...answered))
const suspected = any(
  decided(certainty, 'probable', 'definite'),
  decided(phenotype, 'typical', 'atypical', 'post-paralytic', 'bilateral'),
  is(dxClass, 'definite', 'probable', 'possible'),
  all(decided(certainty, 'possible'), partlyDescribed, not(established(decided(phenotype, 'mimic')))),
  flags.openRedFlag,
)
const good = all(is(study.fields.quality, 'diagnostic'), is(study.fields.posteriorFossaQuality, 'diagnostic'))
/** Read, and from after the first symptom: an older one has nothing that could be repeated. */
const read = all(is(study.fields.report, 'structured'), onOrAfter(entryDate(study), dateOf(onset)))

/** A good read of which nobody can say yet whether it came before the first spasm. */
const maybeBeforeOnset = named(
  'a good read that may be older than the first spasm',
  some(
    study,
    all(
      is(study.fields.modality, 'mri'),
      is(study.fields.report, 'structured'),
      good,
      not(established(onOrAfter(entryDate(study), dateOf(onset)))),
      not(established(before(entryDate(study), dateOf(onset)))),
    ),
  ),
)
/** The same, where the first spasm is known by month or year only. */
export const onsetTooVague = all(not(unanswered(onset)), maybeBeforeOnset)

const waits = any(unread, notStructured, all(read, not(established(yes(study.fields.acknowledged)))))
/** CT has to do, and has neither been made nor waits for its reader. */
const substituteMissing = all(
  suspected,
  not(established(any(stronglyOpposed, lidOnlyWatch))),
  not(allAnswered),
  not(established(any(substitute, some(study, all(isCt, not(olderThanSpasm), waits))))),
)

/** Without contrast a good read is enough only where no flag is open, and that is still to be asked. */
const waitsForFlags = all(
  some(study, all(is(study.fields.modality, 'mri'), read, good)),
  not(established(flags.openRedFlag)),
  not(established(noOpenRedFlag)),
)

/** Asking for a scan is no offer: what is not known asks for one rather than against it. */
export const imaging = decide('imaging', {
  asks: 'Is imaging needed, and does the existing imaging answer the questions?',
  answers: ['not-needed-yet', 'order', 'adequate', 'inadequate-repeat'],
  rests: 'on what is established',
  rules: [
    rule('IM-12', established(all(yes(mriImpossible), any(flagToScanByCt, substituteMissing))))
      .answers('order')
      .because(
        'MRI is impossible: contrast CT of posterior fossa and temporal bone with CT angiography instead. It clears nothing.',
        A9,
        S4,
      )
      .over('IM-13'),
    rule('IM-13', established(all(yes(mriImpossible), any(flagToScan, not(allAnswered)))))
      .answers('not-needed-yet')
      .because(
        'MRI is not possible and no CT is missing: there is no further scan to order unless MRI safety changes its answer. CT rules nothing out.',
        A9,
      )
      .over('RO-04'),
    rule('RO-04', established(flagToScan))
      .answers('order')
      .because('A red flag is open: contrast MRI, whatever earlier studies showed.', K25, S13)
      .over('IM-01'),
    rule('IM-01', allAnswered)
      .answers('adequate')
      .because('The imaging answers every question about a lesion.', A3, S4)
      .over('IM-10'),
    rule(
      'IM-10',
      established(
        some(
          study,
          all(mayAnswer, any(unread, notStructured, all(read, good, not(established(yes(study.fields.acknowledged)))))),
        ),
      ),
    )
      .answers('not-needed-yet')
      .because(
        'A study has been done and is waiting to be read, entered or acknowledged; do that before ordering another.',
        A4,
      )
      .over('IM-11'),
    rule('IM-11', established(maybeBeforeOnset))
      .answers('not-needed-yet')
      .because('There is an adequate scan; ask whether it was made after the first spasm before ordering another.', A3)
      .over('IM-14'),
    rule('IM-14', established(waitsForFlags))
      .answers('not-needed-yet')
      .because(
        'There is an adequate scan; whether it is sufficient depends on red flags that have not been answered yet.',
        A3,
        A6,
      )
      .over('IM-08'),
    rule('IM-08', established(all(some(study, read), not(anyMriAwaited))))
      .answers('inadequate-repeat')
      .because(
        'The reported imaging does not answer every question: wrong modality, quality, sequences or date.',
        S13,
        A3,
        A9,
      )
      .over('DX-10'),
    rule('DX-10', established(lidOnlyWatch))
      .answers('not-needed-yet')
      .because('A twitch of one lid alone is watched first; MRI is the clinician’s choice.', A14)
      .over('DX-04'),
    rule('DX-04', established(all(stronglyOpposed, not(flags.openRedFlag))))
      .answers('not-needed-yet')
      .because('The clinical picture suggests another condition, which has its own work-up.', S17)
      .over('IM-02'),
    rule('IM-02', established(suspected))
      .answers('order')
      .because('Hemifacial spasm is possible, so everybody gets an MRI with the full protocol.', S4, S13, K25),
  ],
  otherwise: otherwise(
    'IM-00',
    'not-needed-yet',
    'The spasm has not been described yet.',
    ownJudgement('a scan is asked for when somebody has said what is seen, or a red flag is known'),
  ),
  detail: {
    protocol: detail.items(
      { when: always, item: 'Brain survey: T2, FLAIR, diffusion' },
      {
        when: always,
        item: '3D heavily T2-weighted, at most 1 mm: FIESTA-C, CISS, DRIVE, bFFE, SPACE or CUBE',
      },
      { when: always, item: '3D time-of-flight MRA' },
      {
        when: not(pregnant),
        item: 'T1 before and after contrast, fat-suppressed, through angle, temporal bone and parotid (mandatory with any red flag)',
      },
      {
        when: pregnant,
        item: 'T1 fat-suppressed, through angle, temporal bone and parotid; pregnant or trying: no gadolinium unless it is essential',
      },
      { when: always, item: 'From the brainstem nucleus to the parotid; please state the posterior fossa' },
    ),
    ordered: detail.date({ kind: 'latest-date', entry: imagingOrder, where: { kind: 'always' } }),
  },
})
