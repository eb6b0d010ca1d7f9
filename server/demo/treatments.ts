import { type Fields, one, type Step } from './steps.ts'

/** Consent, the at-chair list and the doctor's plan, then the session: one act cannot answer and inject. */
export const injected = (daysAgo: number, id: string, units: number, side: 'left' | 'right'): readonly Step[] => {
  const muscles = ['ooc.pretarsal', 'ooc.preseptal', 'ooc.orbital.lateral', 'zygMajor', 'orisUpper']
  const map = {
    points: muscles.map((muscle) => ({ muscle, side, units: units / muscles.length })),
    vials: [50],
    waste: 50 - units,
  }
  return [
    [daysAgo, 'neurologist', (on) => ({ kind: 'at-chair', screens: ['at-chair'], facts: { 'consent.toxin': on } })],
    [
      daysAgo,
      'neurologist',
      () => ({
        kind: 'toxin-session',
        entries: [
          one(
            'session',
            {
              'session.product': 'onabotulinumtoxinA',
              'session.units': units,
              'session.side': side,
              'session.indication': 'hfs',
              'session.lot': 'DEMO-L1',
              'session.expiry': '2039-12',
              'session.map': JSON.stringify(map),
            },
            { id },
          ),
        ],
      }),
    ],
  ]
}

export const answered = (
  daysAgo: number,
  id: string,
  relief: number,
  sideEffects: readonly string[] = ['none'],
): Step => [
  daysAgo,
  'nurse',
  (on) => ({
    kind: 'toxin-response',
    entries: [
      one(
        'session',
        { 'session.relief': relief, 'session.reliefAsked': on, 'session.sideEffects': sideEffects },
        { id },
      ),
      one('spasm-report', { 'spasm.status': relief >= 50 ? 'reduced' : 'unchanged' }),
    ],
  }),
]

export const scored = (daysAgo: number, fields: Fields): Step => [
  daysAgo,
  'nurse',
  () => ({ kind: 'score', entries: [one('score', fields)] }),
]

export const spasm = (daysAgo: number, status: string): Step => [
  daysAgo,
  'nurse',
  () => ({ kind: 'spasm-report', entries: [one('spasm-report', { 'spasm.status': status })] }),
]

export const operated = (daysAgo: number, side: 'left' | 'right'): Step => [
  daysAgo,
  'surgeon',
  () => ({
    kind: 'operation',
    entries: [
      one('operation', {
        'operation.kind': 'mvd',
        'operation.side': side,
        'operation.vesselSeen': true,
        'operation.vessels': ['AICA'],
        'operation.lsrAtEnd': 'gone',
      }),
    ],
  }),
]

/** Toxin all the same, though the gate stays shut. */
export const excepted = (daysAgo: number, until: string): Step => [
  daysAgo,
  'neurologist',
  () => ({
    kind: 'exception',
    entries: [
      one('exception', {
        'exception.code': 'mri-impossible',
        'exception.patientTold': true,
        'exception.expires': until,
      }),
    ],
    note: 'Contrast CT and CT angiography of the posterior fossa were read without a lesion. Risks discussed.',
  }),
]

/** Two sessions of which no more is known than a letter of the earlier clinic says. */
export const injectedElsewhere = (daysAgo: number, firstIn: string, secondIn: string): Step => [
  daysAgo,
  'neurologist',
  () => ({
    kind: 'history',
    recordedAfter: { why: 'elsewhere', by: 'Demo Clinic Far Away' },
    entries: [
      one(
        'session',
        { 'session.product': 'unknown', 'session.side': 'right', 'session.relief': 70 },
        { id: 'abroad-1', date: firstIn },
      ),
      one(
        'session',
        {
          'session.product': 'abobotulinumtoxinA',
          'session.units': 60,
          'session.side': 'right',
          'session.relief': 65,
        },
        { id: 'abroad-2', date: secondIn },
      ),
    ],
    note: 'From the letter of the earlier clinic; the report of the scan was requested.',
  }),
]

/** What an operation waits for; consent was given on the day. */
export const workedUp = (daysAgo: number, dates: Readonly<{ audiogram: string; theatreDate: string }>): Step => [
  daysAgo,
  'surgeon',
  (on) => ({
    kind: 'surgery-work-up',
    facts: { 'wish.surgery': true, 'surgery.bar': 'no', asa: 'II', 'consent.surgery': on, ...dates },
    entries: [one('visit', { 'visit.kind': 'pre-op' })],
  }),
]

export const discharged = (daysAgo: number): Step => [
  daysAgo,
  'neurologist',
  () => ({ kind: 'closure', facts: { 'episode.closed': 'discharged' } }),
]
