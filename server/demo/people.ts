import { formatDay, parseDate } from '@facialis/language'
import type { SentReferral } from '../patient/referral-shape.ts'
import {
  answered,
  concluded,
  examined,
  injected,
  operated,
  type Step,
  scanAcknowledged,
  scanOrdered,
  scanRead,
  scored,
  spasm,
  triaged,
} from './steps.ts'

/** Somebody of the demo clinic, clearly made up: how they came, and what happened since. */
export type DemoPerson = Readonly<{ referredDaysAgo: number; referral: SentReferral; steps: readonly Step[] }>

/** People at every stage. `today` decides every date, so the demo is never stale. */
export function demoPeople(today: string): readonly DemoPerson[] {
  const number = parseDate(today)?.lo ?? 0
  const ago = (days: number): string => formatDay(number - days)
  let phone = 10

  const person = (
    name: string,
    born: string,
    side: 'left' | 'right',
    referredDaysAgo: number,
    steps: readonly Step[],
    more: Readonly<{ facts?: SentReferral['facts']; message?: string; interpreter?: string; onset?: string }> = {},
  ): DemoPerson => ({
    referredDaysAgo,
    referral: {
      patient: {
        name: `Demo ${name}`,
        birthDate: born,
        phone: `555-01${phone++}`,
        ...(more.interpreter ? { interpreter: more.interpreter } : {}),
      },
      side,
      referrer: { name: 'Demo Dr Rowan Refer', practice: 'Demo Practice Elm Road', phone: '555-0190' },
      received: ago(referredDaysAgo),
      facts: { 'hfs.onset': more.onset ?? ago(referredDaysAgo + 500).slice(0, 4), ...more.facts },
      ...(more.message ? { message: more.message } : {}),
    },
    steps,
  })

  const seen = (days: number): readonly Step[] => [triaged(days + 5, ago(days + 5)), examined(days), concluded(days)]
  const scanned = (days: number, side: 'left' | 'right'): readonly Step[] => [
    scanOrdered(days + 14),
    scanRead(days + 2, 'mri', { [`mri.${side}.contact`]: 'seen', [`mri.${side}.vessels`]: ['AICA'] }),
    scanAcknowledged(days, 'mri', ago(days)),
  ]

  return [
    person('Ben Sample', '1961-02-11', 'left', 4, [], { message: 'Twitching of the left eye for a year.' }),
    person('Cleo Sample', '1974-08-30', 'right', 12, [triaged(8, ago(8))], { interpreter: 'Portuguese' }),
    person('Dora Sample', '1958-11-03', 'left', 20, [triaged(15, ago(15)), examined(3, { 'exam.observed': 'video' })]),
    person('Emil Sample', '1966-06-19', 'right', 45, [...seen(30), scanOrdered(29, ago(-6))]),
    person('Fay Sample', '1953-01-25', 'left', 60, [...seen(40), scanOrdered(39), scanRead(5, 'mri')]),
    person('Gus Sample', '1949-09-09', 'right', 70, [
      ...seen(50),
      scanOrdered(49),
      scanRead(6, 'mri', { 'mri.tumour': 'present' }),
      scanAcknowledged(4, 'mri', ago(4)),
    ]),
    person('Hana Sample', '1980-03-14', 'left', 80, [
      ...seen(60),
      ...scanned(20, 'left'),
      scored(20, { 'score.smc': 'II', 'score.hfs7': 9 }),
    ]),
    person('Ivo Sample', '1970-12-01', 'left', 420, [
      ...seen(400),
      ...scanned(360, 'left'),
      ...injected(180, 'first', 15, 'left', ago(180)),
      answered(150, 'first', 60, ago(150)),
      ...injected(90, 'second', 17.5, 'left', ago(90)),
      answered(62, 'second', 70, ago(62)),
    ]),
    person('June Sample', '1964-04-22', 'right', 500, [
      ...seen(480),
      ...scanned(440, 'right'),
      ...injected(300, 'first', 15, 'right', ago(300)),
      answered(272, 'first', 40, ago(272), ['ptosis']),
      ...injected(200, 'second', 12.5, 'right', ago(200)),
      answered(170, 'second', 60, ago(170)),
    ]),
    person('Karl Sample', '1947-07-17', 'left', 150, [
      ...seen(130),
      [
        60,
        'neurologist',
        {
          kind: 'visit',
          facts: { 'mri.impossible': true, 'mri.impossibleReason': 'Demo: a device that MRI safety does not allow.' },
          entries: [{ kind: 'visit', fields: { 'visit.kind': 'follow-up' } }],
        },
      ],
      scanRead(59, 'ct', { 'study.modality': 'ct', 'study.sequences': ['ct-contrast', 'cta'] }),
      scanAcknowledged(58, 'ct', ago(58)),
      [
        58,
        'neurologist',
        {
          kind: 'exception',
          entries: [
            {
              kind: 'exception',
              fields: {
                'exception.code': 'mri-impossible',
                'exception.patientTold': true,
                'exception.expires': ago(-200),
              },
            },
          ],
          note: 'Contrast CT and CT angiography of the posterior fossa were read without a lesion. Risks discussed.',
        },
      ],
      ...injected(30, 'first', 15, 'left', ago(30)),
    ]),
    person('Lena Sample', '1972-10-08', 'left', 380, [
      ...seen(360),
      ...scanned(320, 'left'),
      ...injected(250, 'first', 15, 'left', ago(250)),
      answered(220, 'first', 20, ago(220)),
      scored(40, { 'score.smc': 'III', 'score.hfs7': 20 }),
      [
        30,
        'surgeon',
        {
          kind: 'surgery-work-up',
          facts: {
            'wish.surgery': true,
            'surgery.bar': 'no',
            asa: 'II',
            audiogram: ago(25),
            'consent.surgery': ago(30),
            theatreDate: ago(-21),
          },
          entries: [{ kind: 'visit', fields: { 'visit.kind': 'pre-op' } }],
        },
      ],
    ]),
    person('Milo Sample', '1959-05-27', 'right', 300, [
      ...seen(280),
      ...scanned(240, 'right'),
      scored(200, { 'score.smc': 'III' }),
      operated(40, 'right'),
      spasm(30, 'reduced'),
      spasm(8, 'occasional'),
    ]),
    person('Nora Sample', '1968-02-02', 'left', 700, [
      ...seen(680),
      ...scanned(640, 'left'),
      scored(600, { 'score.smc': 'IV' }),
      operated(420, 'left'),
      spasm(390, 'occasional'),
      spasm(240, 'none'),
      spasm(50, 'none'),
    ]),
    person('Otto Sample', '1955-12-12', 'right', 40, [
      triaged(36, ago(36)),
      [
        20,
        'neurologist',
        {
          kind: 'visit',
          facts: { 'ph.unilateral': false, 'ph.bilateralSync': true, 'exam.observed': 'seen' },
          screens: ['red-flags'],
          entries: [{ kind: 'visit', fields: { 'visit.kind': 'first' } }],
          note: 'Both eyes close together, light makes it worse.',
        },
      ],
      concluded(20, { 'dx.class': 'unlikely', 'dx.phenotype': 'mimic' }),
    ]),
    person('Pia Sample', '1951-08-05', 'left', 1200, [
      ...seen(1180),
      ...scanned(1140, 'left'),
      operated(1000, 'left'),
      spasm(700, 'none'),
      spasm(250, 'none'),
      [200, 'neurologist', { kind: 'closure', facts: { 'episode.closed': 'discharged' } }],
    ]),
    person(
      'Quin Sample',
      '1962-06-06',
      'right',
      15,
      [
        triaged(12, ago(12)),
        [
          10,
          'neurologist',
          {
            kind: 'history',
            recordedAfter: { why: 'elsewhere', by: 'Demo Clinic Far Away' },
            entries: [
              {
                id: 'abroad-1',
                kind: 'session',
                date: ago(400).slice(0, 7),
                fields: { 'session.product': 'unknown', 'session.side': 'right', 'session.relief': 70 },
              },
              {
                id: 'abroad-2',
                kind: 'session',
                date: ago(260).slice(0, 7),
                fields: {
                  'session.product': 'abobotulinumtoxinA',
                  'session.units': 60,
                  'session.side': 'right',
                  'session.relief': 65,
                },
              },
            ],
            note: 'From the letter of the earlier clinic; the report of the scan was asked for.',
          },
        ],
      ],
      { interpreter: 'Turkish', onset: '2019' },
    ),
    person(
      'Rosa Sample',
      '1990-09-21',
      'left',
      6,
      [
        [
          2,
          'nurse',
          {
            kind: 'call',
            entries: [{ kind: 'visit', fields: { 'visit.kind': 'phone' } }],
            note: 'Called back: hearing on the left is worse since about a month.',
          },
        ],
      ],
      { facts: { 'rf.hearingLoss': 'yes' } },
    ),
  ]
}
