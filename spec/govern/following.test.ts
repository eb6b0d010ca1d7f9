import { evaluate } from '@facialis/engine'
import { adviceFollowing, lazyAdviceFollowing } from '@facialis/engine/govern/index.ts'
import { plantDefect } from '@facialis/engine/prove/plant-defect.ts'
import { hemifacialSpasm as newest } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { type Advice, boldnessOf, type Decision, type Pathway } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'

const boldness = (offer: Decision, { decisions }: Advice): number =>
  boldnessOf(offer, String(decisions[offer.id]?.answer))
const offers = newest.toProve.offers.filter(({ scope, inner }) => scope === 'patient' && !inner)

describe('advice by an earlier version', () => {
  test.each(plantedDefects.map((defect, at) => [defect.says, defect, at] as const))(
    'is nowhere bolder than the newest, whatever was wrong with it: %s',
    (_, defect, at) => {
      const followed: Pathway = { ...plantDefect(newest, defect), version: '0.9.0' }
      for (const example of examples.filter((_one, place) => place % 40 === at % 40)) {
        const { chart, asOf } = fromPlainFacts(example)
        const advice = adviceFollowing({ followed, newest }, chart, asking(asOf))
        const careful = evaluate(newest, chart, asking(asOf))
        for (const offer of offers)
          expect(boldness(offer, advice), `${example.id}, ${offer.id}`).toBeLessThanOrEqual(boldness(offer, careful))
        expect(advice.version).toBe('0.9.0')
      }
    },
  )

  test('is the same where little of it is read at a time', () => {
    const defect = plantedDefects[0] as (typeof plantedDefects)[number]
    for (const version of ['0.9.0', newest.version]) {
      const versions = { followed: { ...plantDefect(newest, defect), version }, newest }
      const { chart, asOf } = fromPlainFacts(examples[30] as (typeof examples)[number])
      const whole = adviceFollowing(versions, chart, asking(asOf))
      const parts = lazyAdviceFollowing(versions, chart, asking(asOf))
      expect(parts.decisions.stage?.because).toEqual(whole.decisions.stage?.because)
      expect(JSON.stringify(parts)).toBe(JSON.stringify(whole))
    }
  })

  test('in words that the newest does not use any more does not count', () => {
    const gate = newest.decisions.find(({ id }) => id === 'cause') as Decision
    const other = { ...gate, answers: gate.answers.map((word) => `old-${word}`), boldness: null }
    const body = gate.body.kind === 'ranked' ? gate.body : null
    if (!body) throw new Error('cause is ranked')
    const old = (answer: string): string => `old-${answer}`
    const worded: Decision = {
      ...other,
      undetermined: old('undetermined'),
      body: {
        ...body,
        rules: body.rules.map((rule) => ({ ...rule, answer: old(rule.answer) })),
        otherwise: { ...body.otherwise, answer: old(body.otherwise.answer) },
      },
    }
    const followed = {
      ...newest,
      version: '0.9.0',
      decisions: newest.decisions.map((one) => (one === gate ? worded : one)),
    }
    const { chart, asOf } = fromPlainFacts(examples[0] as (typeof examples)[number])
    const said = adviceFollowing({ followed, newest }, chart, asking(asOf)).decisions.cause
    expect(said).toMatchObject({ by: newest.version, answer: expect.not.stringContaining('old-') })
  })
})
