import { chart, mri, person, ready, ruleOuts, today, workedUp } from './chart-parts.ts'
import type { Example, Expected } from './example.ts'

type Row = readonly [
  id: string,
  rules: readonly string[],
  title: string,
  story: string,
  parts: readonly string[],
  expected: Expected,
]

const session = (date: string, more: string) =>
  `${date} | session s-${date} | indication: hfs; performedHere: yes; relief: 70; ${more}`
const ona = 'product: onabotulinumtoxinA; units: 20'
const wished = '2026-09-01 | wish.surgery | yes'
const candidate = `${wished}
2026-09-01 | disability | yes
2026-09-01 | onlyHearingEar | no
2026-09-01 | asa | II`
const theatre = '2026-11-01 | theatreDate | 2026-11-28'
const operated = (more: string) => `2026-11-10 | operation mvd | kind: mvd; side: left; ${more}`

/** One person for each rule that no story above is about. */
const rows: readonly Row[] = [
  [
    'plaques-go-to-neurology',
    ['RO-03'],
    'Plaques in the pons',
    'The scan shows lesions typical of multiple sclerosis. The gate is shut, and neurology owns the next step.',
    [person(), workedUp(), mri({}, { demyelination: 'present' })],
    {
      decisions: { 'rule-out.demyelination': 'positive', botulinum: 'blocked' },
      steps: ['refer-neurology'],
    },
  ],
  [
    'ear-discharge',
    ['RO-06'],
    'An ear that runs',
    'Discharge from the ear on the side that spasms. The ear doctors see it, with a scan of the temporal bone.',
    [ready(), '2026-11-16 | rf.earDischarge | yes | Demo Nurse'],
    { decisions: { botulinum: 'blocked' }, steps: ['refer-ent-ear'] },
  ],
  [
    'parotid-lump',
    ['RO-06'],
    'A lump before the ear',
    'A lump in front of the ear. The ear doctors see it, with imaging of parotid and neck.',
    [ready(), '2026-11-16 | rf.parotidMass | yes | Demo Nurse'],
    { decisions: { botulinum: 'blocked' }, steps: ['refer-ent-parotid'] },
  ],
  [
    'request-names-the-sequences',
    ['IM-02'],
    'The request for the scan',
    'Typical and signed, no scan yet. The request names the sequences, FIESTA and its cousins among them.',
    [person(), workedUp()],
    { decisions: { imaging: 'order' }, steps: ['order-mri'] },
  ],
  [
    'catheter-without-a-reason',
    ['IM-06'],
    'Catheter angiography without a reason',
    'Somebody asked for a catheter angiography and did not write why. It is seldom needed and has a reason.',
    [ready(), '2026-11-16 | imaging-order order | modality: catheter-angiography'],
    { decisions: { botulinum: 'permitted' }, alerts: ['angiography-needs-a-reason'] },
  ],
  [
    'kidneys-unknown',
    ['IM-07'],
    'Contrast asked for, kidneys not known',
    'The request names contrast and no kidney value is on record. That alone does not hold it back.',
    [person(), workedUp(), '2026-11-16 | imaging-order order | modality: mri; sequences: [t1-contrast]'],
    { decisions: { botulinum: 'blocked' }, alerts: ['kidney-function-unknown'], noAlerts: ['kidney-function-low'] },
  ],
  [
    'kidneys-low',
    ['IM-07'],
    'Contrast asked for, kidneys weak',
    'The eGFR is 24. Group II contrast only, and a note.',
    [
      person(),
      workedUp(),
      '2026-11-10 | egfr | 24',
      '2026-11-16 | imaging-order order | modality: mri; sequences: [t1-contrast]',
    ],
    { decisions: { botulinum: 'blocked' }, alerts: ['kidney-function-low'] },
  ],
  [
    'product-changed',
    ['BT-04'],
    'Another product than last time',
    'Onabotulinum in February, abobotulinum in July. Units never cross products.',
    [ready(), session('2026-02-02', ona), session('2026-07-06', 'product: abobotulinumtoxinA; units: 60')],
    { decisions: { botulinum: 'permitted' }, alerts: ['units-never-convert'] },
  ],
  [
    'face-check-due',
    ['BT-10'],
    'Injected since last year',
    'The first session was in September 2025 and nobody has looked for flattening. The face is checked once a year.',
    [ready(), session('2025-09-01', ona), session('2026-07-06', ona)],
    { decisions: { stage: 'toxin-series' }, steps: ['face-check'], due: { 'face-check': '2026-09-01' } },
  ],
  [
    'droopy-mouth-last-time',
    ['BT-12'],
    'A drooping mouth last time',
    'After the July session the mouth hung for three weeks. The plan for the lower face carries a warning.',
    [ready(), session('2026-07-06', `${ona}; sideEffects: [lower-face-droop]`)],
    { decisions: { botulinum: 'permitted' }, steps: ['change-map'], alerts: ['lower-face-droop-last-time'] },
  ],
  [
    'consent-before-the-first',
    ['BT-13'],
    'The talk before the first session',
    'The gate is open and injections are wished. That they weaken on purpose and wear off is said and ticked first.',
    [ready(), '2026-09-01 | wish.toxin | yes'],
    { decisions: { botulinum: 'permitted' }, steps: ['consent-toxin'], noSteps: ['first-injection'] },
  ],
  [
    'hardly-changed-score',
    ['FU-02'],
    'A score that hardly moved',
    'HFS-7 went from 12 to 11. That is less than what matters to people, and is labelled so.',
    [
      ready(),
      '2026-09-01 | score before | hfs7: 12',
      session('2026-09-02', ona),
      '2026-10-06 | score after | hfs7: 11',
    ],
    { decisions: { stage: 'toxin-series' }, alerts: ['no-important-change'] },
  ],
  [
    'item-nine',
    ['FU-03'],
    'Item nine of the mood score',
    'The form of this morning marks thoughts of self-harm. A named person makes contact today, and nothing is blocked by it.',
    [ready(), `${today} | score mood | phq9.total: 14; phq9.item9: 1`],
    {
      decisions: { botulinum: 'permitted' },
      steps: ['mood-contact'],
      due: { 'mood-contact': today },
      alerts: ['mood'],
    },
  ],
  [
    'page-of-2021',
    ['GV-02'],
    'Nobody in particular',
    'Nothing is known but a referral. The age of the page this pathway grew from is said to everybody.',
    [person()],
    { decisions: { stage: 'referred' }, alerts: ['seed-page-past-review'] },
  ],
  [
    'checklist-before-theatre',
    ['SX-03', 'SX-04', 'SX-05', 'SX-06'],
    'Five days before theatre, nothing of the list done',
    'A candidate with a date this Saturday and a scan of two years ago. The list says what is missing: audiogram, a new scan, the plan for anticoagulants and antiplatelets, the consent discussion.',
    [person(), workedUp(), mri({ date: '2024-08-20' }), candidate, theatre],
    {
      decisions: { stage: 'surgical-work-up' },
      steps: ['audiogram-before-surgery', 'mri-before-surgery', 'blood-thinner-plan', 'consent-surgery'],
      alerts: ['go-list-incomplete'],
    },
  ],
  [
    'monitoring-as-typed',
    ['SX-07'],
    'Wave V lost, with a typed baseline',
    'The team typed the baseline and that wave V was lost at the end. It is told as text, after the operation.',
    [ready(), operated('baepBaselineTyped: yes; baepWaveV: lost')],
    { decisions: { stage: 'after-surgery' }, alerts: ['hearing-potential-of-note'] },
  ],
  [
    'monitoring-without-baseline',
    ['SX-07'],
    'Wave V lost, no baseline typed',
    'Without a typed baseline no change is shown. That is all that is said.',
    [ready(), operated('baepWaveV: lost')],
    {
      decisions: { stage: 'after-surgery' },
      alerts: ['no-hearing-baseline'],
      noAlerts: ['hearing-potential-of-note'],
    },
  ],
  [
    'named-risks-in-the-talk',
    ['SX-13'],
    'The talk about the operation',
    'Disabled by the spasm, an operation is wished and an option. It is presented as highly effective, with its named risks.',
    [ready(), candidate],
    { decisions: { ...ruleOuts('cleared'), decompression: 'candidate' }, steps: ['consent-surgery'] },
  ],
]

export const everyRule: readonly Example[] = rows.map(([id, rules, title, story, parts, expected]) => ({
  id: `rule-${id}`,
  title,
  story,
  asOf: today,
  chart: chart(...parts),
  expected,
  about: rules,
}))
