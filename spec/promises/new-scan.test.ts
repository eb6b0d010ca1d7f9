import { evaluate } from '@facialis/engine'
import { all, entry, fieldsOf, gate, is, need, neutral, some } from '@facialis/language'
import { expect, it } from 'vitest'
import { asking, chartOf, pathwayOf, reason } from '../naive/small-charts.ts'

const plain = { question: '?', adverse: neutral('made up') }
const kind = (id: string) => {
  const clear = fieldsOf(id).yesNo(`${id}.clear`, plain)
  return { clear, of: entry(id, { label: id, plural: `${id}s`, orderable: true }, { clear }) }
}
const [scan, test, film] = [kind('scan'), kind('test'), kind('film')] as const
const isClear = ({ of, clear }: typeof scan) => some(of, is(clear, 'yes'))
const [treat, operate] = [
  gate('treat', { asks: '?', needs: [need('N1', isClear(scan)).because('x', reason)], limits: [], exceptions: [] }),
  gate('operate', {
    asks: '?',
    needs: [need('N2', all(isClear(scan), isClear(test))).because('x', reason)],
    limits: [],
    exceptions: [],
  }),
]
const pathway = { ...pathwayOf(treat, operate), entries: [scan.of, test.of, film.of] }

it('what nobody has made is asked for as a whole, each kind for the gates it could open, and none that opens nothing', () => {
  const { missing } = evaluate(pathway, chartOf(), asking)
  const told = missing.map(({ fact, question, why, settles }) => ({
    fact,
    question,
    why,
    settles: [...settles].sort(),
  }))
  expect(told).toEqual([
    { fact: 'scan', question: 'A new scan, read and recorded', why: 'not-asked', settles: ['operate', 'treat'] },
    { fact: 'test', question: 'A new test, read and recorded', why: 'not-asked', settles: ['operate'] },
  ])
})
