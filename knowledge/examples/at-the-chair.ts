import { atChairAsked, chart, ready, today } from './chart-parts.ts'
import type { Example } from './example.ts'

type Answer = 'blocked' | 'caution' | 'permitted'
type Said = readonly [
  id: string,
  fact: string,
  value: string,
  answer: Answer,
  story: string,
  rule: string,
  overridableBy?: readonly string[],
]

/** Named at the chair, with the rest of the list asked and denied. */
const named: readonly Said[] = [
  [
    'infection',
    'chair.infection',
    'yes',
    'blocked',
    'A stye where the needle would go. No exception covers an infection at the site.',
    'BT-03/infection',
    [],
  ],
  [
    'product-allergy',
    'chair.allergy',
    'product',
    'blocked',
    'Hives after the last vial. No exception covers an allergy to the product.',
    'BT-03/allergy',
    [],
  ],
  [
    'milk-allergy',
    'chair.allergy',
    'milk-protein',
    'caution',
    'Allergic to cow’s milk. One product is made with its protein; the others are not.',
    'BT-03/milk',
  ],
  [
    'myasthenia',
    'chair.neuromuscular',
    'yes',
    'blocked',
    'Myasthenia, named at the chair. Only a neuromuscular specialist’s note opens a way.',
    'BT-03/neuromuscular',
    ['neuromuscular-opinion'],
  ],
  [
    'new-swallowing',
    'chair.swallowingBreathing',
    'new',
    'blocked',
    'Food has been going down the wrong way for a week. It is examined first.',
    'BT-03/swallowing-new',
    [],
  ],
  [
    'old-swallowing',
    'chair.swallowingBreathing',
    'existing',
    'caution',
    'Swallowing has been slow since an old stroke. No lower face and no neck.',
    'BT-03/swallowing',
  ],
  [
    'trying-to-conceive',
    'chair.pregnancy',
    'pregnant-or-trying',
    'blocked',
    'The couple is trying for a child. It is elective and a shared decision.',
    'BT-03/pregnancy',
    ['pregnancy-plan'],
  ],
  [
    'breastfeeding',
    'chair.pregnancy',
    'breastfeeding',
    'permitted',
    'A baby of three months, fully breast-fed. It is noted and holds nothing back.',
    'A21',
  ],
  [
    'doac',
    'chair.anticoagulant',
    'doac',
    'caution',
    'Apixaban for the heart. A fine needle and pressure; it is never stopped for the face.',
    'BT-03/anticoagulant',
  ],
  [
    'warfarin-in-range',
    'chair.anticoagulant',
    'warfarin-in-range',
    'caution',
    'Warfarin with a value of 2.4 last week. A fine needle and pressure.',
    'BT-03/anticoagulant',
  ],
  [
    'warfarin-out-of-range',
    'chair.anticoagulant',
    'warfarin-out-of-range',
    'blocked',
    'Warfarin, and the last value is of September. Postpone, or accept it with a reason.',
    'BT-03/warfarin',
    ['warfarin'],
  ],
  [
    'aspirin',
    'chair.antiplatelet',
    'yes',
    'permitted',
    'Aspirin every morning. A bruise note, and nothing else changes.',
    'A20',
  ],
  [
    'aminoglycoside',
    'chair.potentiator',
    'yes',
    'caution',
    'Gentamicin for an infection elsewhere. It may strengthen the effect.',
    'BT-03/potentiator',
  ],
  [
    'chloroquine',
    'chair.weakener',
    'yes',
    'caution',
    'Hydroxychloroquine for the joints. It may weaken the effect.',
    'BT-03/weakener',
  ],
  [
    'dry-eye',
    'chair.eye',
    'yes',
    'caution',
    'A dry left eye and weak closure. Fewer units and an eye review.',
    'BT-03/eye',
  ],
  [
    'toxin-elsewhere',
    'chair.toxinElsewhere',
    'yes',
    'blocked',
    'Something was injected in a beauty salon in October. It is entered first, then counted from.',
    'BT-03/toxin-elsewhere',
    ['toxin-elsewhere'],
  ],
  [
    'new-flag',
    'chair.newFlag',
    'yes',
    'blocked',
    'The ear on that side has been ringing since last week. It is looked into first.',
    'FU-04/chair',
    [],
  ],
]

const saidAtTheChair = ([id, fact, value, answer, story, rule, overridableBy]: Said): Example => ({
  id: `chair-${id}`,
  title: `At the chair: ${id.replaceAll('-', ' ')}`,
  story,
  asOf: today,
  chart: chart(ready(), atChairAsked(today), `${today} | ${fact.padEnd(29)} | ${value} | Demo Nurse`),
  expected: {
    decisions: {
      botulinum: {
        answer,
        detail: { confirmAtSession: [], ...(overridableBy ? { overridableBy } : {}) },
        ...(answer === 'permitted' ? {} : { because: [rule] }),
      },
      'botulinum.session': answer,
    },
  },
  about: [rule],
})

const chairFacts = [
  'chair.infection',
  'chair.pregnancy',
  'chair.swallowingBreathing',
  'chair.anticoagulant',
  'chair.antiplatelet',
  'chair.potentiator',
  'chair.weakener',
  'chair.allergy',
  'chair.neuromuscular',
  'chair.eye',
  'chair.toxinElsewhere',
  'chair.newFlag',
] as const

/** All but one answered today: the order stands, the needle waits. */
const unanswered = (left: (typeof chairFacts)[number]): Example => ({
  id: `chair-unanswered-${left.slice('chair.'.length).replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
  title: `At the chair: everything asked but ${left}`,
  story:
    'Every question of the list was asked and denied today but one. Booking and ordering are not held; the injection cannot be signed.',
  asOf: today,
  chart: chart(
    ready(),
    ...chairFacts.filter((fact) => fact !== left).map((fact) => `${today} | ${fact.padEnd(29)} | no | Demo Nurse`),
  ),
  expected: {
    decisions: {
      botulinum: { answer: 'permitted', detail: { confirmAtSession: [left] } },
      'botulinum.session': 'blocked',
    },
  },
  about: ['A1'],
})

const otherDays: readonly Example[] = [
  {
    id: 'chair-asked-yesterday',
    title: 'At the chair: asked yesterday',
    story: 'The list was asked on the phone yesterday. It is asked on the day of the needle.',
    asOf: today,
    chart: chart(ready(), atChairAsked('2026-11-22')),
    expected: { decisions: { botulinum: 'permitted', 'botulinum.session': 'blocked' } },
    about: ['A1'],
  },
  {
    id: 'chair-asked-shut-gate',
    title: 'At the chair: asked, but the scan is missing',
    story: 'The list was asked and denied today. The answers at the chair open nothing that the scan keeps shut.',
    asOf: today,
    chart: chart(ready().replace(/study mri[\s\S]*$/, 'visit chair | kind: injection'), atChairAsked(today)),
    expected: { decisions: { botulinum: 'blocked', 'botulinum.session': 'blocked' } },
    about: ['BT-02/tumour', 'A1'],
  },
  {
    id: 'chair-myasthenia-told-before',
    title: 'Myasthenia told last year, "nothing new" today',
    story:
      'Myasthenia was recorded a year ago; today somebody pressed "asked, nothing new". What was said before outranks the press.',
    asOf: today,
    chart: chart(ready(), '2025-11-03 | chair.neuromuscular | yes | Dr Demo Nerve, neurologist', atChairAsked(today)),
    expected: {
      decisions: { botulinum: { answer: 'blocked', because: ['BT-03/neuromuscular'] }, 'botulinum.session': 'blocked' },
    },
    about: ['BT-03/neuromuscular', 'A1'],
  },
]

/** What is asked on the day: each item named, and each left unasked. */
export const atTheChair: readonly Example[] = [
  ...named.map(saidAtTheChair),
  ...chairFacts.map(unanswered),
  ...otherDays,
]
