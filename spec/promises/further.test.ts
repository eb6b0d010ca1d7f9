/** One more entry that says nothing but what is adverse opens nothing: which rules keep to that, and whom the others open it for. */
import { resolve } from '@facialis/engine'
import { type CounterExample, proofOf } from '@facialis/engine/prove/index.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import {
  all,
  any,
  atLeast,
  before,
  type Chart,
  type Condition,
  count,
  type Decision,
  daysSince,
  decide,
  decided,
  decideEach,
  entry,
  entryDate,
  established,
  fieldsOf,
  fold,
  is,
  latestDate,
  lessThan,
  neutral,
  not,
  nothingToProve,
  otherwise,
  type Pathway,
  parseDate,
  rule,
  some,
} from '@facialis/language'
import { expect, test } from 'vitest'
import { openWhere, pathwayOf, reason } from '../naive/small-charts.ts'

const of = fieldsOf('scan')
const adverse = { offer: ['large'] } as const
const shadow = of.choice('shadow', ['none', 'small', 'large'], { question: '?', adverse })
const machine = of.choice('machine', ['old', 'new'], { question: '?', adverse: neutral('a machine') })
const scan = entry('scan', { label: 'scan', plural: 'scans' }, { shadow, machine })
const normal = fieldsOf('film').yesNo('normal', { question: '?', adverse: neutral('a word for all of it') })
const spot = fieldsOf('film').choice('spot', ['none', 'large'], { question: '?', adverse })
const saysNone = { field: normal, is: 'yes', fills: [spot], with: 'none' }
const film = entry('film', { label: 'film', plural: 'films', fills: [saysNone] }, { normal, spot })
const visit = entry('visit', { label: 'visit', plural: 'visits' }, {})

const shows = (size: 'none' | 'small' | 'large') => is(shadow, size)
const clear = rule('C', shows('none')).answers('clear').because('made up', reason).over('D')
const bad = rule('D', shows('large')).answers('bad').because('made up', reason)
const each = decideEach('each', scan, {
  asks: '?',
  answers: ['unread', 'bad', 'clear'],
  boldness: [['unread', 'bad'], ['clear']],
  rules: [clear, bad],
  otherwise: otherwise('E', 'unread', 'made up', reason),
})
const every = fold('every', {
  asks: '?',
  each,
  entry: scan,
  join: ['bad', 'clear'],
  otherwise: otherwise('F', 'unread', 'made up', reason),
})
const ofMachine = decideEach('of-machine', scan, {
  asks: '?',
  answers: ['bad', 'clear'],
  boldness: [['bad'], ['clear']],
  rules: [rule('G', is(machine, 'new')).answers('clear').because('made up', reason)],
  otherwise: otherwise('H', 'bad', 'made up', reason),
})
const untilScanned = fold('until-scanned', {
  asks: '?',
  each: ofMachine,
  entry: scan,
  join: ['bad', 'clear'],
  otherwise: otherwise('I', 'bad', 'made up', reason),
})

/** Open wherever this holds, and no further for one more scan or film. */
function offering(when: Condition): Readonly<{ pathway: Pathway; offer: Decision }> {
  const offer = decide('offer', openWhere(when))
  const toProve = { ...nothingToProve, offers: [offer], further: [scan, film] }
  const plain = {
    ...pathwayOf(each, every, ofMachine, untilScanned, offer),
    facts: [],
    entries: [scan, film, visit],
    screens: [],
    stage: offer,
  }
  return { pathway: { ...plain, toProve }, offer }
}
const proofFor = (when: Condition) => proofOf(offering(when).pathway, 'further/scan/offer')!

const lastScan = latestDate(scan)
const sinceLast = daysSince(lastScan)

test.each<[string, Condition]>([
  ['a scan that shows nothing', some(scan, shows('none'))],
  ['no scan that shows anything large', not(some(scan, shows('large')))],
  ['both', all(some(scan, shows('none')), not(some(scan, shows('large'))))],
  ['no scan of a new machine', not(some(scan, is(machine, 'new')))],
  ['no scan at all, or none for a month', any(not(some(scan)), atLeast(sinceLast, 30))],
  ['what all scans come to, clear', decided(every, 'clear')],
  ['what all scans come to, not read', decided(every, 'unread')],
  ['that it is known of no scan that it shows anything large', established(not(some(scan, shows('large'))))],
])('what rests on %s is opened by no further scan', (_, when) => {
  expect(proofFor(when).holds).toBe(true)
})

const today = parseDate('2026-11-23')!.lo
const asking = { asOf: today, policy: {} }
const answerOf = ({ pathway, offer }: ReturnType<typeof offering>, chart: Chart): string =>
  createWorld(resolve(pathway, chart, asking)).answer(offer, null)

test.each<[string, Condition]>([
  ['a scan that shows something large', some(scan, shows('large'))],
  ['a scan of a new machine', some(scan, is(machine, 'new'))],
  ['any scan', some(scan)],
  ['a scan within the month', lessThan(sinceLast, 30)],
  ['two scans', atLeast(count(scan), 2)],
  ['a last scan a month ago', atLeast(sinceLast, 30)],
  ['no visit after the last scan', all(some(visit), not(some(visit, before(lastScan, entryDate(visit)))))],
  ['what all scans come to, bad', decided(every, 'bad')],
  ['what all scans come to, where it is bad until there is any', decided(untilScanned, 'clear')],
  ['that the last scan is not known to be of this month', not(established(lessThan(sinceLast, 30)))],
  ['that nobody can tell of every scan', not(established(not(some(scan, shows('large')))))],
])('what rests on %s is opened by one, and somebody is shown', (_, when) => {
  const one = offering(when)
  const proof = proofFor(when)
  expect(proof.holds).toBe(false)
  const { chart, afterwards } = proof.example(asking) as CounterExample
  expect([answerOf(one, chart), answerOf(one, afterwards as Chart)]).toEqual(['shut', 'open'])
  const more = afterwards?.entries.filter(({ id }) => !chart.entries.some((known) => known.id === id)) ?? []
  expect(more.map(({ kind }) => kind)).toEqual(['scan'])
  expect([{ word: 'large' }, undefined]).toContainEqual(more[0]?.fields.shadow)
})

test('a word that says nothing adverse of its own and fills a finding with what is not adverse opens what rests on it', () => {
  const one = offering(some(film, is(spot, 'none')))
  const proof = proofOf(one.pathway, 'further/film/offer')!
  expect(proof.holds).toBe(false)
  const { chart, afterwards } = proof.example(asking) as CounterExample
  expect([answerOf(one, chart), answerOf(one, afterwards as Chart)]).toEqual(['shut', 'open'])
  expect(afterwards?.entries.map(({ fields }) => fields)).toEqual([{ normal: { word: 'yes' } }])
})
