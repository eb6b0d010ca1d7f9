/** What is adverse to an offer never makes it bolder; which answers are, hangs on whom the question is about. */
import { proofOf } from '@facialis/engine/prove/index.ts'
import { decide, decideEach, entry, fact, fieldsOf, fold, is, nothingToProve, otherwise } from '@facialis/language'
import { expect, test } from 'vitest'
import { openWhere, pathwayOf, reason } from '../naive/small-charts.ts'

const sizes = ['none', 'small', 'large'] as const
type Adverse = Readonly<Record<string, readonly (typeof sizes)[number][]>>
const ofPerson = (adverse: Adverse) => fact.choice('lump', sizes, { question: '?', adverse })
const ofScan = (adverse: Adverse) => fieldsOf('scan').choice('shadow', sizes, { question: '?', adverse })

/** An offer to a person with a large lump. */
function toPerson(adverse: Adverse): boolean {
  const lump = ofPerson(adverse)
  const offer = decide('offer', openWhere(is(lump, 'large')))
  return isHeld({ ...pathwayOf(offer), facts: [lump], entries: [], screens: [] }, offer)
}

/** What each scan comes to, open for one that shows a large shadow, or for somebody with a large lump. */
function ofEachScan(adverse: Readonly<{ shadow?: Adverse; lump?: Adverse }>): boolean {
  const lump = ofPerson(adverse.lump ?? { other: ['none'] })
  const shadow = ofScan(adverse.shadow ?? { other: ['none'] })
  const scan = entry('scan', { label: 'scan', plural: 'scans' }, { shadow })
  const each = decideEach('each', scan, openWhere(is(adverse.lump ? lump : shadow, 'large')))
  const all = fold('all', {
    asks: '?',
    each,
    entry: scan,
    join: ['shut', 'open'],
    otherwise: otherwise('C', 'shut', 'made up', reason),
  })
  return isHeld({ ...pathwayOf(each, all), facts: [lump], entries: [scan], screens: [], stage: all }, each)
}

function isHeld(
  pathway: ReturnType<typeof pathwayOf>,
  offer: ReturnType<typeof pathwayOf>['decisions'][number],
): boolean {
  const promised = { ...pathway, toProve: { ...nothingToProve, offers: [offer] } }
  return proofOf(promised, `adverse/${offer.id}`)!.holds
}

test.each<[string, boolean, boolean]>([
  ['is not made by an answer adverse to it', toPerson({ offer: ['large'] }), false],
  ['is not made by one that is, where another beside it makes none', toPerson({ offer: ['small', 'large'] }), false],
  ['is made by an answer that is adverse to another', toPerson({ other: ['large'] }), true],
  [
    'of a scan is not made by what is adverse to any offer',
    ofEachScan({ shadow: { one: ['small'], other: ['large'] } }),
    false,
  ],
  ['of a scan is made by what is adverse to none', ofEachScan({ shadow: { one: ['small'] } }), true],
  ['of a scan is made by what the person is asked', ofEachScan({ lump: { each: ['large'] } }), true],
])('an offer %s', (_, holds, expected) => {
  expect(holds).toBe(expected)
})
