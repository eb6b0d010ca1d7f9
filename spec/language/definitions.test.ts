import {
  atChair,
  decide,
  defaultPolicy,
  entry,
  fact,
  fieldsOf,
  gate,
  is,
  need,
  neutral,
  otherwise,
  ownJudgement,
  policyNumber,
  rule,
  screen,
  when,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'

const why = ownJudgement('an example')
const spasm = fact.yesNo('spasm', { question: 'Spasm?', adverse: neutral('an example') })
const chair = atChair(fact.yesNo('chair', { question: 'At the chair?', adverse: neutral('an example') }))

describe('a definition is refused when it is read', () => {
  it('if its rules do not say aloud which outranks which', () => {
    const rules = [
      rule('R1', is(spasm, 'yes')).answers('yes').because('x', why),
      rule('R2', is(spasm, 'no')).answers('no').because('x', why),
    ]
    expect(() =>
      decide('q', {
        asks: 'x',
        answers: ['yes', 'no'],
        undetermined: 'no',
        rules,
        otherwise: otherwise('R0', 'no', 'x', why),
      }),
    ).toThrow("q: R1 must say .over('R2'), it says null.")
  })

  it('if the boldness order leaves an answer out', () => {
    expect(() =>
      decide('q', {
        asks: 'x',
        answers: ['yes', 'no'],
        boldness: [['no']],
        rules: [],
        otherwise: otherwise('R0', 'no', 'x', why),
      }),
    ).toThrow('q: the boldness order must hold every answer once.')
  })

  it('if it claims to rest on what is established and asks what may be unknown', () => {
    expect(() =>
      decide('q', {
        asks: 'x',
        answers: ['yes', 'no'],
        rests: 'on what is established',
        rules: [rule('R1', is(spasm, 'yes')).answers('yes').because('x', why)],
        otherwise: otherwise('R0', 'no', 'x', why),
      }),
    ).toThrow('q: R1 must ask what is established.')
  })

  it('if a standing need or limit of a gate mentions a fact asked at the chair', () => {
    const words = { asks: 'x', exceptions: [] }
    expect(() => gate('g', { ...words, needs: [need('N', is(chair, 'no')).because('x', why)], limits: [] })).toThrow(
      'g: chair is asked at the chair and cannot hold the standing gate.',
    )
    expect(() =>
      gate('g', { ...words, needs: [], limits: [when('L', is(chair, 'yes')).blocks().because('x', why)] }),
    ).toThrow('g: chair is asked at the chair and cannot hold the standing gate.')
  })

  it('if a field is made for another kind of entry', () => {
    const field = fieldsOf('study').yesNo('x', { question: 'x', adverse: neutral('x') })
    expect(() => entry('session', { label: 'session', plural: 'sessions' }, { field })).toThrow(
      'Field x was made for study, not for session.',
    )
  })

  it('if a screen holds a question whose answer could not be no', () => {
    const side = fact.choice('side', ['left', 'right'], { question: 'Which side?', adverse: neutral('x') })
    expect(() => screen('s', 'x', [side])).toThrow('Screen s: side has no value "no" to fall back to.')
  })

  it('if the default of a policy number is outside its own bounds, or no whole number', () => {
    const because = [why] as const
    expect(() => policyNumber('p', { label: 'p', unit: 'd', default: 5, min: 6, max: 9, because })).toThrow(
      'lies outside 6 to 9',
    )
    expect(() => policyNumber('p', { label: 'p', unit: 'd', default: 6.5, min: 6, max: 9, because })).toThrow(
      'numbers are whole',
    )
  })
})

describe('the policy of a site that changes nothing', () => {
  it('is every number at its default', () => {
    const p = policyNumber('p', { label: 'p', unit: 'd', default: 84, min: 84, max: 182, because: [why] })
    expect(defaultPolicy([p])).toEqual({ p: 84 })
  })
})
