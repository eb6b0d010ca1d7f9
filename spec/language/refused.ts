/**
 * What must not compile. Each line marked below is a mistake a clinician or engineer could make; the type checker,
 * which `npm test` runs, fails when one of them stops being refused.
 */
import {
  atChair,
  atTheChair,
  decide,
  fact,
  is,
  neutral,
  otherwise,
  ownJudgement,
  passage,
  rule,
  type Source,
  when,
} from '@facialis/language'

const source: Source = { id: 'x', title: 'x', dated: '2030', reviewBy: '2032' }
const p = passage('P1', source, { locator: '1', strength: 'strong', says: 'x' })
const spasm = fact.yesNo('spasm', { question: 'Spasm?', adverse: neutral('an example') })
const asked = atChair(fact.yesNo('asked', { question: 'Asked?', adverse: neutral('an example') }))
const rest = otherwise('R0', 'no', 'x', p)

// @ts-expect-error a rule that cites nothing
rule('R1', is(spasm, 'yes')).answers('yes').because('It is so.')

decide('q', {
  asks: 'x',
  answers: ['yes', 'no'],
  undetermined: 'no',
  // @ts-expect-error a rule without its reason
  rules: [rule('R1', is(spasm, 'yes')).answers('yes')],
  otherwise: rest,
})

decide('q', {
  asks: 'x',
  answers: ['yes', 'no'],
  undetermined: 'no',
  // @ts-expect-error an answer the question does not have
  rules: [rule('R1', is(spasm, 'yes')).answers('perhaps').because('x', p)],
  otherwise: rest,
})

// @ts-expect-error a value the fact cannot take
is(spasm, 'maybe')

// @ts-expect-error a standing fact cannot join the at-chair list
atTheChair('L1', spasm, 'yes')

atTheChair('L1', asked, 'yes').blocks().because('x', ownJudgement('because'))

// @ts-expect-error a limit that cites nothing
when('L2', is(spasm, 'yes')).blocks().because('x')

// @ts-expect-error there is no unless to block with: it would read as its opposite
unless(is(spasm, 'yes')).blocks()

// @ts-expect-error a fact that does not say what is adverse about it
fact.yesNo('silent', { question: 'x' })

// @ts-expect-error an own judgement needs its reason
ownJudgement()
