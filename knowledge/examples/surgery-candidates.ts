import { chart, mri, person, ready, today, workedUp } from './chart-parts.ts'
import type { Example } from './example.ts'

const severe = '2026-11-02 | score smc                     | smc: III'
const mild = '2026-11-02 | score smc                     | smc: I'
const wished = '2026-11-02 | wish.surgery                  | yes'
const fit = `2026-11-02 | onlyHearingEar                | no
2026-11-02 | asa                           | II`

type Row = readonly [id: string, title: string, story: string, parts: readonly string[], answer: string, rule: string]
const candidates: readonly Row[] = [
  [
    'severe-wished',
    'Severe, wished, fit',
    'Long spasms shut the eye while driving, and the person wishes the lasting way. No toxin was tried, and none is required.',
    [ready(), severe, wished, fit],
    'candidate',
    'SX-01',
  ],
  [
    'severe-wish-unknown',
    'Severe, wish unknown',
    'Grade III, and nobody has asked about an operation. It is talked about.',
    [ready(), severe, fit],
    'consider',
    'A25',
  ],
  [
    'severe-not-wished',
    'Severe, not wished',
    'Grade III, and the person does not want an operation. It stays something to talk about, not a plan.',
    [ready(), severe, '2026-11-02 | wish.surgery | no', fit],
    'consider',
    'A25',
  ],
  [
    'mild-wished',
    'Mild and content with toxin, but asking',
    'Grade I with good relief, and the person asks about surgery. An option to talk about.',
    [
      ready(),
      mild,
      wished,
      fit,
      '2026-11-02 | disability | no',
      '2026-11-02 | wish.toxin | yes',
      '2026-08-28 | session s1 | product: onabotulinumtoxinA; relief: 80',
    ],
    'consider',
    'A25',
  ],
  [
    'toxin-not-wanted',
    'Mild, toxin not wanted',
    'Grade II; needles near the eye are out of the question, an operation is wished. Toxin need not be tried first.',
    [ready(), mild.replace('smc: I', 'smc: II'), wished, fit, '2026-11-02 | wish.toxin | no'],
    'candidate',
    'A25',
  ],
  [
    'toxin-failed',
    'Toxin failed twice',
    'Two sessions with little relief, the diagnosis confirmed again. An operation is wished.',
    [
      ready(),
      mild.replace('smc: I', 'smc: II'),
      wished,
      fit,
      '2026-05-04 | session s1 | product: onabotulinumtoxinA; relief: 10',
      '2026-08-28 | session s2 | product: onabotulinumtoxinA; relief: 15',
    ],
    'candidate',
    'SX-01',
  ],
  [
    'over-seventy',
    'Seventy-four years old',
    'Severe and wished at 74. Age is no contraindication; the risk is named first.',
    [person({ born: '1952-02-02' }), workedUp(), mri(), severe, wished, fit],
    'consider',
    'A25',
  ],
  [
    'only-hearing-ear',
    'The only hearing ear',
    'The right ear has been deaf since childhood, the spasm is on the left. The risk is named first.',
    [ready(), severe, wished, fit.replace('onlyHearingEar                | no', 'onlyHearingEar                | yes')],
    'consider',
    'A25',
  ],
  [
    'asa-three',
    'Anaesthetic class III',
    'Heart failure, well treated. The risk is named first.',
    [ready(), severe, wished, fit.replace('| II', '| III')],
    'consider',
    'A25',
  ],
  [
    'absolute-bar',
    'An absolute contraindication',
    'Severe and wished, and there is an active infection. An operation is not offered now.',
    [ready(), severe, wished, fit, '2026-11-02 | surgery.bar | yes'],
    'not-candidate',
    'A25',
  ],
  [
    'no-vessel',
    'Severe, no vessel on the scan',
    'Everything but a vessel was seen. A scan without a vessel changes nothing.',
    [person(), workedUp(), mri({}, { 'left.contact': 'not-seen' }), severe, wished, fit],
    'candidate',
    'IM-03',
  ],
  [
    'not-scanned',
    'Severe and wished, not scanned',
    'Everything speaks for it but the scan. Lesions are excluded first.',
    [person(), workedUp(), severe, wished, fit],
    'not-candidate',
    'A25',
  ],
]
const candidacy = ([id, title, story, parts, decompression, rule]: Row): Example => ({
  id: `surgery-${id}`,
  title,
  story,
  asOf: today,
  chart: chart(...parts),
  expected: { decisions: { decompression, ...(decompression === 'candidate' ? { stage: 'surgical-work-up' } : {}) } },
  about: [rule],
})

const theatreInAWeek = '2026-11-02 | theatreDate | 2026-11-30'

/** Whether an operation is an option, and what stops one that is booked. */
export const surgeryCandidates: readonly Example[] = [
  ...candidates.map(candidacy),
  {
    id: 'booked-and-a-new-flag',
    title: 'Theatre in a week, and a numb cheek since yesterday',
    story: 'Everything was ready and the day is near. A new red flag takes the grounds away, and nobody may miss that.',
    asOf: today,
    chart: chart(ready(), severe, wished, fit, theatreInAWeek, '2026-11-22 | rf.facialNumb | yes'),
    expected: { decisions: { decompression: 'not-candidate' }, alerts: ['theatre-without-grounds'] },
    about: ['SX-03', 'FU-04', 'A26'],
  },
  {
    id: 'operated-this-morning',
    title: 'Operated this morning, and a numb cheek since yesterday',
    story: 'The operation was done today. Nobody is told any more not to go; the flag stays open.',
    asOf: '2026-11-30',
    chart: chart(
      ready(),
      severe,
      wished,
      fit,
      theatreInAWeek,
      '2026-11-29 | rf.facialNumb | yes',
      '2026-11-30 | operation mvd | kind: mvd; side: left',
    ),
    expected: {
      decisions: { stage: 'after-surgery' },
      redFlags: { 'rf.facialNumb': 'open' },
      noAlerts: ['theatre-without-grounds', 'go-list-incomplete'],
    },
    about: ['SX-03', 'A26'],
  },
  {
    id: 'pregnant-and-asking-for-an-operation',
    title: 'Pregnant, and wishing an operation',
    story: 'The operation is elective. It waits, and somebody enters it as a contraindication.',
    asOf: today,
    chart: chart(ready(), severe, wished, fit, '2026-11-22 | chair.pregnancy | pregnant-or-trying'),
    expected: { decisions: {}, alerts: ['operation-in-pregnancy'] },
    about: ['SX-03', 'A21'],
  },
]
