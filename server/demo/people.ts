import { formatDay } from '@facialis/language'
import { dayNumber } from '../core/site-day.ts'
import type { SentReferral } from '../patient/referral-shape.ts'
import {
  concluded,
  examined,
  hearingWorse,
  type Step,
  scanAcknowledged,
  scanImpossible,
  scanOrdered,
  scanRead,
  seenOnBothSides,
  triaged,
} from './steps.ts'
import {
  answered,
  discharged,
  excepted,
  injected,
  injectedElsewhere,
  operated,
  scored,
  spasm,
  workedUp,
} from './treatments.ts'

/** Somebody of the demo clinic, clearly made up: how they came, and what happened since. */
export type DemoPerson = Readonly<{ referredDaysAgo: number; referral: SentReferral; steps: readonly Step[] }>

/** People at every stage. `today` decides every date, so the demo is never stale. */
export function demoPeople(today: string): readonly DemoPerson[] {
  const number = dayNumber(today)
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

  const seen = (days: number): readonly Step[] => [triaged(days + 5), examined(days), concluded(days)]
  const scanned = (days: number, side: 'left' | 'right'): readonly Step[] => [
    scanOrdered(days + 14),
    scanRead(days + 2, 'mri', { [`mri.${side}.contact`]: 'seen', [`mri.${side}.vessels`]: ['AICA'] }),
    scanAcknowledged(days, 'mri'),
  ]

  return [
    person('Ben Sample', '1961-02-11', 'left', 4, [], { message: 'Twitching of the left eye for a year.' }),
    person('Cleo Sample', '1974-08-30', 'right', 12, [triaged(8)], { interpreter: 'Portuguese' }),
    person('Dora Sample', '1958-11-03', 'left', 20, [triaged(15), examined(3, { 'exam.observed': 'video' })]),
    person('Emil Sample', '1966-06-19', 'right', 45, [...seen(30), scanOrdered(29, ago(-6))]),
    person('Fay Sample', '1953-01-25', 'left', 60, [...seen(40), scanOrdered(39), scanRead(5, 'mri')]),
    person('Gus Sample', '1949-09-09', 'right', 70, [
      ...seen(50),
      scanOrdered(49),
      scanRead(6, 'mri', { 'mri.tumour': 'present' }),
      scanAcknowledged(4, 'mri'),
    ]),
    person('Hana Sample', '1980-03-14', 'left', 80, [
      ...seen(60),
      ...scanned(20, 'left'),
      scored(20, { 'score.smc': 'II', 'score.hfs7': 9 }),
    ]),
    person('Ivo Sample', '1970-12-01', 'left', 420, [
      ...seen(400),
      ...scanned(360, 'left'),
      ...injected(180, 'first', 15, 'left'),
      answered(150, 'first', 60),
      ...injected(90, 'second', 17.5, 'left'),
      answered(62, 'second', 70),
    ]),
    person('June Sample', '1964-04-22', 'right', 500, [
      ...seen(480),
      ...scanned(440, 'right'),
      ...injected(300, 'first', 15, 'right'),
      answered(272, 'first', 40, ['ptosis']),
      ...injected(200, 'second', 12.5, 'right'),
      answered(170, 'second', 60),
    ]),
    person('Karl Sample', '1947-07-17', 'left', 150, [
      ...seen(130),
      scanImpossible(60),
      scanRead(59, 'ct', { 'study.modality': 'ct', 'study.sequences': ['ct-contrast', 'cta'] }),
      scanAcknowledged(58, 'ct'),
      excepted(58, ago(-200)),
      ...injected(30, 'first', 15, 'left'),
    ]),
    person('Lena Sample', '1972-10-08', 'left', 380, [
      ...seen(360),
      ...scanned(320, 'left'),
      ...injected(250, 'first', 15, 'left'),
      answered(220, 'first', 20),
      scored(40, { 'score.smc': 'III', 'score.hfs7': 20 }),
      workedUp(30, { audiogram: ago(25), theatreDate: ago(-21) }),
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
      triaged(36),
      seenOnBothSides(20),
      concluded(20, { 'dx.class': 'unlikely', 'dx.phenotype': 'mimic' }),
    ]),
    person('Pia Sample', '1951-08-05', 'left', 1200, [
      ...seen(1180),
      ...scanned(1140, 'left'),
      operated(1000, 'left'),
      spasm(700, 'none'),
      spasm(250, 'none'),
      discharged(200),
    ]),
    person(
      'Quin Sample',
      '1962-06-06',
      'right',
      15,
      [triaged(12), injectedElsewhere(10, ago(400).slice(0, 7), ago(260).slice(0, 7))],
      { interpreter: 'Turkish', onset: '2019' },
    ),
    person('Rosa Sample', '1990-09-21', 'left', 6, [hearingWorse(2)], { facts: { 'rf.hearingLoss': 'yes' } }),
  ]
}
