import {
  atChair,
  check,
  decide,
  defaultPolicy,
  detail,
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
  sessionGate,
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

  it('if two of its rules have one name', () => {
    const rules = [
      rule('R1', is(spasm, 'yes')).answers('yes').because('x', why).over('R1'),
      rule('R1', is(spasm, 'no')).answers('no').because('x', why),
    ]
    const rest = otherwise('R0', 'no', 'x', why)
    expect(() =>
      decide('q', { asks: 'x', answers: ['yes', 'no'], undetermined: 'no', rules, otherwise: rest }),
    ).toThrow('q: two rules share an id.')
  })

  it('if its last rule outranks something', () => {
    const rules = [rule('R1', is(spasm, 'yes')).answers('yes').because('x', why).over('R2')]
    const rest = otherwise('R0', 'no', 'x', why)
    expect(() =>
      decide('q', { asks: 'x', answers: ['yes', 'no'], undetermined: 'no', rules, otherwise: rest }),
    ).toThrow('q: R1 must outrank nothing, it says R2.')
  })

  it('if the gate of the act stands behind something that is no gate', () => {
    const rest = otherwise('R0', 'no', 'x', why)
    const plain = decide('q', { asks: 'x', answers: ['yes', 'no'], undetermined: 'no', rules: [], otherwise: rest })
    expect(() => sessionGate('g.session', plain, { asks: 'x', needs: [] })).toThrow('g.session: q is not a gate.')
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

  it('if an entry has the name that stands for the person', () => {
    expect(() => entry('patient', { label: 'patient', plural: 'patients' }, {})).toThrow(
      'No entry is called patient: what is asked of that name is asked of the person.',
    )
  })

  it('if a check is about something its entry does not hold, or says what it does not tell', () => {
    const visit = entry('visit', { label: 'visit', plural: 'visits' }, {})
    const field = fieldsOf('study').yesNo('study.x', { question: 'x', adverse: neutral('x') })
    const words = {
      of: visit,
      when: is(spasm, 'yes'),
      effect: 'note',
      code: 'x',
      about: spasm,
      text: 'So it is.',
    } as const
    expect(() => check('C', { ...words, about: field }).because(why)).toThrow(
      'C: study.x is no field of visit and no fact about the person.',
    )
    for (const said of [{ text: 'Since {day}.' }, { unknown: 'Since {day}?' }])
      expect(() => check('C', { ...words, ...said }).because(why)).toThrow(
        'C: {day} stands in its text and is not told.',
      )
    expect(() =>
      check('C', { ...words, text: 'On {day}.', tells: { day: detail.fixed('a day') } }).because(why),
    ).not.toThrow()
  })

  it('if a screen holds a question whose answer could not be no', () => {
    const side = fact.choice('side', ['left', 'right'], { question: 'Which side?', adverse: neutral('x') })
    const since = fact.date('since', { question: 'Since when?', adverse: neutral('x'), may: 'past' })
    const signs = fact.set('signs', ['no', 'many'], { question: 'Which?', adverse: neutral('x') })
    for (const one of [side, since, signs])
      expect(() => screen('s', 'x', [one])).toThrow(`Screen s: ${one.id} has no value "no" to fall back to.`)
    expect(screen('s', 'x', [spasm]).facts).toEqual([spasm])
  })

  it('if the default of a policy number is outside its own bounds, or no whole number', () => {
    const because = [why] as const
    expect(() => policyNumber('p', { label: 'p', unit: 'd', default: 5, min: 6, max: 9, because })).toThrow(
      'lies outside 6 to 9',
    )
    expect(() => policyNumber('p', { label: 'p', unit: 'd', default: 10, min: 6, max: 9, because })).toThrow(
      'Policy p: its default 10 lies outside 6 to 9.',
    )
    for (const edge of [6, 9])
      expect(policyNumber('p', { label: 'p', unit: 'd', default: edge, min: 6, max: 9, because }).default).toBe(edge)
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
