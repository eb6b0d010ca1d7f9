import { chart, examined, flagsAsked, mri, person, ready, signedAs, today, typicalPicture } from './chart-parts.ts'
import type { Example } from './example.ts'

type Answer = 'blocked' | 'caution' | 'permitted'
type Gate = readonly [
  id: string,
  title: string,
  story: string,
  parts: readonly string[],
  answer: Answer,
  about: readonly string[],
  holds?: readonly string[],
]

/** Everything is there but one thing: the gate stays shut and names it. */
const withoutOne: readonly Gate[] = [
  [
    'no-signature',
    'Nobody signed',
    'Everything was examined, asked, scanned and cleared. The diagnosis bears no signature.',
    [person(), typicalPicture(), examined(), flagsAsked(), '2026-08-03 | dx.class | definite', mri()],
    'blocked',
    ['DX-05', 'A11'],
    ['DX-05'],
  ],
  [
    'only-possible',
    'Signed as no more than possible',
    'The neurologist signed, and wrote that it is only possible. Treatment waits for probable or better.',
    [person(), typicalPicture(), examined(), flagsAsked(), signedAs({ sure: 'possible' }), mri()],
    'blocked',
    ['DX-05', 'S12'],
    ['DX-05'],
  ],
  [
    'trainee-signed',
    'Signed by a trainee',
    'A trainee signed and nobody co-signed. It does not count yet.',
    [person(), typicalPicture(), examined(), flagsAsked(), signedAs({ by: 'trainee' }), mri()],
    'blocked',
    ['DX-05', 'A11'],
    ['DX-05'],
  ],
  [
    'trainee-co-signed',
    'Signed by a trainee and co-signed',
    'The neurologist agreed two days later. Now it counts.',
    [
      person(),
      typicalPicture(),
      examined(),
      flagsAsked(),
      signedAs({ by: 'trainee' }),
      '2026-08-05 | dx.agreed | yes | Dr Demo Nerve, neurologist',
      mri(),
    ],
    'permitted',
    ['DX-05', 'A11'],
  ],
  [
    'agreed-before-the-conclusion',
    'Agreed with years before a trainee concluded anew',
    'The neurologist agreed with an outside letter in 2019. The conclusion of today is a trainee’s, and nobody has agreed with that one.',
    [
      person({ onset: '2018-05' }),
      typicalPicture(),
      examined(),
      flagsAsked(),
      '2019-02-05 | dx.agreed | yes | Dr Demo Nerve, neurologist',
      signedAs({ by: 'trainee' }),
      mri(),
    ],
    'blocked',
    ['DX-05', 'A11'],
    ['DX-05'],
  ],
  [
    'letter-from-elsewhere',
    'A specialist’s letter nobody agreed with yet',
    'The diagnosis stands in the letter of a specialist abroad. One press, "I agree", is missing.',
    [person(), typicalPicture(), examined(), flagsAsked(), signedAs({ by: 'specialist-elsewhere' }), mri()],
    'blocked',
    ['DX-05', 'A11'],
    ['DX-05'],
  ],
  [
    'old-signature',
    'A signature of nine years ago',
    'The neurologist signed in 2017 and the spasm is the same. The signature does not expire.',
    [
      person({ onset: '2016-03' }),
      typicalPicture('2017-05-02'),
      examined('2017-05-02'),
      flagsAsked(),
      signedAs({ date: '2017-05-02' }),
      mri(),
    ],
    'permitted',
    ['A11'],
  ],
  [
    'not-examined',
    'Not examined',
    'Asked, signed and scanned, but nobody looked at the other nerves, the limbs, the ear and the parotid. "Other testing" means just that.',
    [person(), typicalPicture(), flagsAsked(), signedAs(), mri()],
    'blocked',
    ['BT-02/examination', 'A10'],
  ],
  [
    'abnormal-examination',
    'A numb cornea on examination',
    'The corneal reflex is missing on the left and nobody has explained it. The scan is clean.',
    [ready(), '2026-08-03 | exam.cranialNerves | yes | Dr Demo Nerve, neurologist'],
    'blocked',
    ['BT-02/examination', 'A10'],
    [
      'RF-03',
      'RF-02',
      'BT-02/examination',
      'BT-02/tumour',
      'BT-02/vascular-malformation',
      'BT-02/demyelination',
      'BT-02/other-lesion',
    ],
  ],
  [
    'explained-examination',
    'The numb cornea explained',
    'It was a herpes keratitis of childhood. The neurologist wrote that down.',
    [
      ready(),
      '2026-08-03 | exam.cranialNerves | yes-explained | Dr Demo Nerve, neurologist | a herpes keratitis of childhood',
    ],
    'permitted',
    ['BT-02/examination', 'A10'],
  ],
  [
    'flags-not-asked',
    'Red flags not asked about',
    'Everything else is there. Nobody asked about hearing, numbness, cancer and the rest.',
    [person(), typicalPicture(), examined(), signedAs(), mri()],
    'blocked',
    ['RF-02', 'A6'],
  ],
  [
    'signed-against-what-was-seen',
    'Signed, but both sides move synchronously',
    'The neurologist signed a typical spasm, and a nurse noted that both eyes close together. One of the two has to be mended first.',
    [ready(), '2026-09-10 | ph.bilateralSync | yes | Demo Nurse'],
    'blocked',
    ['DX-04'],
    ['DX-04'],
  ],
  [
    'onset-unknown',
    'Nobody knows when it began',
    'A good scan of 2024 and no date of the first spasm. The scan may be older than the spasm; the year would be enough.',
    [
      person().replace('2026-06-01 | hfs.onset                     | 2023-05', '2026-06-01 | hfs.onset | ?'),
      typicalPicture(),
      examined(),
      flagsAsked(),
      signedAs(),
      mri({ date: '2024-02-06' }),
    ],
    'blocked',
    ['A3', 'BT-02/tumour'],
  ],
  [
    'birth-date-unknown',
    'Age unknown',
    'Everything is cleared and no birth date is on record. Under 18 the gate is shut, so it has to be asked.',
    [ready().replace('2026-06-01 | person.birthDate              | 1968-04-12', '2026-06-01 | person.birthDate | ?')],
    'blocked',
    ['A16'],
  ],
]

type Read = readonly [
  id: string,
  title: string,
  story: string,
  changes: Readonly<Record<string, string | null>>,
  open: readonly string[],
]
const all = ['tumour', 'vascular-malformation', 'demyelination', 'other-lesion'] as const
const withoutOneRead: readonly Read[] = [
  [
    'tumour-not-answered',
    'The tumour line is empty',
    'A full protocol with every other line filled in. The reader left the tumour line empty.',
    { tumour: null },
    ['tumour'],
  ],
  [
    'parotid-not-covered',
    'No thin T2, and the parotid not covered',
    'Contrast was given, but the pictures end above the parotid and there is no thin T2. A mass along the nerve is not excluded.',
    {
      sequences: '[t1, t1-contrast, t2, flair, dwi, tof-mra]',
      coverage: '[brain, posterior-fossa, angle, temporal-bone]',
    },
    ['tumour'],
  ],
  [
    'no-diffusion-no-contrast',
    'Thin T2 without diffusion and without contrast',
    'An epidermoid hides on every sequence but diffusion. Neither contrast nor diffusion was taken.',
    { sequences: '[t1, t2, flair, 3d-t2, tof-mra]' },
    ['tumour'],
  ],
  [
    'arteries-not-shown',
    'No angiography',
    'Contrast, FLAIR and thin T2, but no sequence that shows the arteries. The report does not mention them.',
    { sequences: '[t1, t1-contrast, t2, flair, dwi, 3d-t2]' },
    ['vascular-malformation'],
  ],
  [
    'aneurysm-not-answered',
    'The aneurysm line is empty',
    'A full protocol with every other line filled in. Malformation is denied, aneurysm is not.',
    { aneurysm: null },
    ['vascular-malformation'],
  ],
  [
    'demyelination-not-answered',
    'The demyelination line is empty',
    'A full protocol with every other line filled in. Nobody says whether there are plaques.',
    { demyelination: null },
    ['demyelination'],
  ],
  [
    'no-flair',
    'No FLAIR',
    'A targeted study of the nerve without a survey of the whole brain. Plaques and other lesions are not looked for.',
    { sequences: '[t1, t1-contrast, dwi, 3d-t2, tof-mra]' },
    ['demyelination', 'other-lesion'],
  ],
  [
    'tonsils-not-answered',
    'The Chiari line is empty',
    'A full protocol with every other line filled in. The tonsils are not mentioned.',
    { chiari: null },
    ['other-lesion'],
  ],
  [
    'report-not-signed',
    'A draft report',
    'The read is complete and the reader has not signed it. A draft clears nothing.',
    { signed: 'no' },
    all,
  ],
  [
    'report-not-acknowledged',
    'A signed report that nobody here acknowledged',
    'The clean report arrived and no clinician has looked at it. It counts when somebody has.',
    { acknowledged: 'no' },
    all,
  ],
]

const gate = ([id, title, story, parts, answer, about, holds]: Gate): Example => ({
  id: `gate-${id}`,
  title,
  story,
  asOf: today,
  chart: chart(...parts),
  expected: {
    decisions: {
      botulinum: { answer, ...(holds ? { because: holds } : {}) },
      ...(answer === 'blocked' ? { 'botulinum.session': 'blocked' } : {}),
    },
  },
  about,
})

const readGate = ([id, title, story, changes, open]: Read): Example => ({
  id: `read-${id}`,
  title,
  story,
  asOf: today,
  chart: chart(person(), typicalPicture(), examined(), flagsAsked(), signedAs(), mri({}, changes)),
  expected: {
    decisions: {
      ...Object.fromEntries(
        all.map((question) => [`rule-out.${question}`, open.includes(question) ? 'open' : 'cleared']),
      ),
      cause: 'undetermined',
      botulinum: { answer: 'blocked', because: open.map((question) => `BT-02/${question}`) },
      decompression: 'not-candidate',
    },
  },
  about: open.map((question) => `BT-02/${question}`),
})

/** The standing gate: each thing it needs, missing alone. */
export const gateNeeds: readonly Example[] = [...withoutOne.map(gate), ...withoutOneRead.map(readGate)]
