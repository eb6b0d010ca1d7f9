import { chartFromPlainFacts } from '@facialis/fhir'
import type { Chart, Day } from '@facialis/language'
import { knee } from './knee/index.ts'

/** A made-up person with a knee, on one day. */
export type Somebody = Readonly<{ id: string; title: string; story: string; asOf: Day; chart: Chart }>

const day = '2026-11-26'
const cleared = {
  date: '2026-10-01',
  'scan.finding': 'absent',
  'scan.parts': ['front', 'back'],
  'scan.reported': '2026-10-02',
}
const given = { 'injection.side': 'left', 'injection.dose': { value: 2.5, unit: 'ml' }, 'injection.expires': '2027-03' }

const written: readonly Readonly<{ id: string; title: string; story: string; file: object }>[] = [
  {
    id: 'nobody-asked',
    title: 'Nobody has asked anything',
    story: 'A letter, and nothing else.',
    file: { asOf: day, facts: {} },
  },
  {
    id: 'ready',
    title: 'Ready for the needle',
    story: 'A plain knee, a scan of both parts that shows nothing, and a birthday long ago.',
    file: {
      asOf: day,
      facts: {
        born: '1970-05',
        'knee.pain': { value: 'yes', date: '2026-11-01' },
        'knee.locked': 'no',
        'knee.signs': ['clicking'],
        'knee.girth': { value: 41.5, unit: 'cm', date: '2026-01-02' },
        'knee.booked': '2026-12-01',
        fever: 'no',
        'knee.infection': 'no',
        thinner: 'yes',
      },
      scans: [cleared],
    },
  },
  {
    id: 'too-early',
    title: 'Injected a month ago',
    story: 'It helped and wore off; an exception is recorded.',
    file: {
      asOf: day,
      facts: {
        born: '1990',
        'knee.pain': [
          { value: 'yes', date: '2026-03-01' },
          { value: 'yes-explained', date: '2026-06-01', by: 'Demo Dr Knee', role: 'clinician', note: 'a bruise' },
        ],
        'knee.locked': { value: 'no', date: '2026-07-01' },
        'knee.signs': [],
      },
      scans: [cleared],
      injections: [
        { ...given, date: '2026-03-01', 'injection.relief': 'full' },
        { ...given, date: '2026-06-01', 'injection.relief': 'full', 'injection.side': 'right' },
        { ...given, date: '2026-10-27', 'injection.relief': 'none' },
      ],
      permits: [{ date: '2026-11-20', 'permit.code': 'early', 'permit.until': '2026-12-24' }],
    },
  },
  {
    id: 'hot',
    title: 'A hot knee with a mass',
    story: 'Two scans that differ, warmth, and two answers to one question.',
    file: {
      asOf: day,
      facts: {
        born: '2012-02-03',
        'knee.pain': { value: 'yes', date: '2026-11-20' },
        'knee.locked': [
          { value: 'yes', date: '2026-11-20' },
          { value: 'no', date: '2026-11-20' },
        ],
        'knee.signs': ['warmth', 'swelling'],
        'knee.metal': 'yes',
        'screen.knee-questions': 'complete',
      },
      scans: [cleared, { date: '2026-10-20', 'scan.finding': 'present', 'scan.signed': 'yes' }],
    },
  },
]

export const people: readonly Somebody[] = written.map(({ file, ...who }) => {
  const read = chartFromPlainFacts(knee, file)
  if (!read.ok) throw new Error(`${who.id}, ${read.problem.where}: ${read.problem.sentence}`)
  const { chart, asOf } = read.value
  if (asOf === null) throw new Error(`${who.id} is of no day.`)
  return { ...who, chart, asOf }
})
