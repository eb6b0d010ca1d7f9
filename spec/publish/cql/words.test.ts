import { literal, quoted } from '@facialis/engine/publish/cql/cql-expression.ts'
import { cqlLibraries } from '@facialis/engine/publish/index.ts'
import {
  all,
  always,
  any,
  asOf,
  atLeast,
  atMost,
  type Condition,
  count,
  type DateTerm,
  type Decision,
  dateOf,
  daysBetween,
  decide,
  decided,
  decideEach,
  earliest,
  entryDate,
  established,
  firstDate,
  fold,
  has,
  is,
  latestDate,
  latestOf,
  lessThan,
  moreThan,
  type NumberTerm,
  named,
  no,
  not,
  otherwise,
  plus,
  provided,
  recent,
  recordedOn,
  runLength,
  shifted,
  some,
  step,
  sum,
  times,
  unanswered,
  yearsBetween,
  yes,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'
import {
  born,
  dose,
  flag,
  found,
  goodFor,
  mass,
  parts,
  pathwayOf,
  reason,
  sayingYes,
  signed,
  study,
} from '../../naive/small-charts.ts'

const addresses = { fact: 'https://demo.example/f', answer: 'https://demo.example/a', entry: 'https://demo.example/e' }

const asks = (id: string, when: Condition): Decision => decide<string>(id, sayingYes(when))
const asksEach = (id: string, when: Condition) => decideEach<string>(id, study, sayingYes(when))

/** Each definition of the library of these decisions, in one line. */
const definitionsOf = (...decisions: Decision[]): ReadonlyMap<string, string> =>
  definitionsIn(cqlLibraries(pathwayOf(...decisions), addresses).decisions.text)
function definitionsIn(text: string): ReadonlyMap<string, string> {
  const inOneLine = (body: string): string =>
    body
      .replace(/^ *\/\/.*$/gm, '')
      .trim()
      .replace(/\s+/g, ' ')
      .replaceAll('( ', '(')
      .replaceAll(' )', ')')
  return new Map(
    text
      .split('\ndefine "')
      .map((part) => [part.slice(0, part.indexOf('"')), inOneLine(part.slice(part.indexOf('":') + 2))]),
  )
}
/** When the one rule of the decision holds. */
const holds = (when: Condition): string | undefined =>
  /holds: (.*), answer: 'yes'/.exec(definitionsOf(asks('D', when)).get('D') ?? '')?.[1]

const toDo = {
  label: 'x',
  text: 'x',
  owner: 'clinician',
  anchor: { date: asOf, name: 'today' },
  window: { due: 1, overdue: 2 },
  settles: [],
  rules: [],
} as const

const birth = dateOf(born)
const sign = recordedOn(signed)
const days = daysBetween(birth, asOf)
const isFound = is(found, 'present')

describe('in CQL', () => {
  it.each<readonly [string, (left: NumberTerm, right: number) => Condition, string]>([
    ['at least', atLeast, 'Spans."at most"(Spans."exactly"(2), DAYS)'],
    ['at most', atMost, 'Spans."at most"(DAYS, Spans."exactly"(2))'],
    ['more than', moreThan, 'Spans."less than"(Spans."exactly"(2), DAYS)'],
    ['less than', lessThan, 'Spans."less than"(DAYS, Spans."exactly"(2))'],
  ])('%s so many compares the smaller with the larger', (_, compare, text) => {
    expect(holds(compare(days, 2))?.replace('Spans."days between"("born", Spans."on"("AsOf"))', 'DAYS')).toBe(text)
  })

  it.each<readonly [string, NumberTerm, string]>([
    ['whole years', yearsBetween(birth, asOf), 'Spans."years between"("born", Spans."on"("AsOf"))'],
    [
      'a sum is that of the first two and then of each that follows',
      plus(yearsBetween(birth, sign), 4, 5),
      'Spans."plus"(Spans."plus"(Spans."years between"("born", "signed, observed"), Spans."exactly"(4)), Spans."exactly"(5))',
    ],
    ['a sum of nothing is nought', plus(), 'Spans."exactly"(0)'],
    [
      'a product',
      times(yearsBetween(birth, asOf), 365),
      'Spans."times"(Spans."years between"("born", Spans."on"("AsOf")), Spans."exactly"(365))',
    ],
    ['a number of the site is its parameter', goodFor, 'Spans."exactly"("p.fresh")'],
  ])('%s', (_, number, text) => {
    expect(holds(moreThan(days, number))).toBe(
      `Spans."less than"(${text}, Spans."days between"("born", Spans."on"("AsOf")))`,
    )
  })

  it.each<readonly [string, DateTerm, string]>([
    ['a date that is shifted comes before the days', shifted(birth, 3), 'Spans."shifted"("born", Spans."exactly"(3))'],
    [
      'a date that is shifted twice stays one',
      shifted(shifted(birth, 3), yearsBetween(birth, asOf)),
      'Spans."shifted"(Spans."shifted"("born", Spans."exactly"(3)), Spans."years between"("born", Spans."on"("AsOf")))',
    ],
    [
      'the later of two that are shifted is one to shift',
      shifted(latestOf(shifted(birth, 1), sign), 2),
      'Spans."shifted"(Spans."latest"({ Spans."shifted"("born", Spans."exactly"(1)), "signed, observed" }), Spans."exactly"(2))',
    ],
    ['the first of some', earliest(birth, sign), 'Spans."earliest"({ "born", "signed, observed" })'],
    ['the first of none', earliest(), 'Spans."earliest"(List<Tuple { applies Boolean, lo Date, hi Date }>{})'],
    ['the last of one', latestOf(sign), 'Spans."latest"({ "signed, observed" })'],
    ['a date provided that something holds', provided(yes(signed), birth), 'Spans."provided"("signed", "born")'],
  ])('%s', (_, date, text) => {
    expect(holds(moreThan(daysBetween(date, asOf), 1))).toBe(
      `Spans."less than"(Spans."exactly"(1), Spans."days between"(${text}, Spans."on"("AsOf")))`,
    )
  })

  it.each<readonly [string, Condition, string]>([
    ['one of several words', is(flag, 'yes', 'yes-other'), `("flag" = 'yes') or ("flag" = 'yes-other')`],
    ['one of several members', has(parts, 'p', 'q'), `Truths."has any"("parts", { 'p', 'q' })`],
    ['what always holds changes nothing among all', all(yes(signed), always, established(always)), '"signed"'],
    [
      'what never holds changes nothing among any',
      any(yes(signed), any(), not(always), established(any())),
      '"signed"',
    ],
    ['what never is not so changes nothing among all', all(yes(signed), not(not(always)), not(any())), '"signed"'],
    ['what is not so', not(is(flag, 'yes')), `not ("flag" = 'yes')`],
    ['a question answered no', no(signed), 'not "signed"'],
    ['both', all(yes(signed), is(flag, 'yes')), `"signed" and ("flag" = 'yes')`],
    ['either', any(yes(signed), is(flag, 'yes')), `"signed" or ("flag" = 'yes')`],
    [
      'both of what is so and what is not answered',
      all(is(flag, 'no'), unanswered(signed)),
      `("flag" = 'no') and ("signed" is null)`,
    ],
    [
      'either of what is established',
      any(is(flag, 'no'), established(yes(signed))),
      `("flag" = 'no') or ("signed" is true)`,
    ],
  ])('%s', (_, when, text) => {
    expect(holds(when)).toBe(text)
  })

  it('a name or word with marks of quotation in it, or strokes, stays one', () => {
    expect(quoted('"it" isn\'t \\ so')).toBe(String.raw`"\"it\" isn't \\ so"`)
    expect(literal('"it" isn\'t \\ so').text).toBe(String.raw`'"it" isn\'t \\ so'`)
  })

  it('a condition that has a name is defined under it, and asked by it', () => {
    const definitions = definitionsOf(asks('D', named('so it is', any(yes(signed), is(flag, 'yes')))))
    expect(definitions.get('so it is')).toBe(`"signed" or ("flag" = 'yes')`)
    expect(definitions.get('D')).toContain('holds: "so it is"')
  })

  it('rules that can never come out as unknown are cases, the first of which counts', () => {
    const first = asks('first', yes(signed))
    for (const when of [established(yes(signed)), unanswered(signed), not(all(unanswered(signed)))])
      expect(definitionsOf(asks('D', when)).get('D')).toMatch(/^case when .* then 'yes' else 'no' end$/)
    for (const when of [yes(signed), not(yes(signed)), any(unanswered(signed), yes(signed)), decided(first, 'yes')])
      expect(definitionsOf(first, asks('D', when)).get('D')).toMatch(/^Truths."decided"/)
  })

  it('a rule that asks whether a decision came out so asks that decision', () => {
    const first = asks('first', yes(signed))
    expect(definitionsOf(first, asks('D', decided(first, 'no'))).get('D')).toContain(`"first" = 'no'`)
  })

  it('whether a decision came out so is unknown where it is undecided, however its answers are ordered, unless that is asked', () => {
    const about = (answers: readonly string[]) => decide<string>('first', { ...sayingYes(yes(signed)), answers })
    const asked = (first: Decision, answer: string) => definitionsOf(first, asks('D', decided(first, answer))).get('D')
    const unlessUndecided = `if "first" = 'unknown' then null as Boolean else "first" = 'yes'`
    for (const answers of [
      ['unknown', 'yes', 'no'],
      ['yes', 'unknown', 'no'],
      ['yes', 'no', 'unknown'],
    ]) {
      expect(asked(about(answers), 'yes')).toContain(`holds: ${unlessUndecided}`)
      expect(asked(about(answers), 'unknown')).toContain(`case when "first" = 'unknown' then 'yes'`)
    }
  })

  it('asks whoever runs it for the numbers of the site that something in it is compared with, and for no others', () => {
    const mentions = step('S', { ...toDo, when: moreThan(days, goodFor) }, reason)
    const { decisions, steps } = cqlLibraries({ ...pathwayOf(asks('D', yes(signed))), steps: [mentions] }, addresses)
    const asksFor = (text: string) => text.includes('parameter "p.fresh"')
    expect([asksFor(decisions.text), asksFor(steps.text)]).toEqual([false, true])
  })
})

describe('what is asked of all entries goes through them, in CQL', () => {
  const each = '"studies" "this study" return all'
  it.each<readonly [string, NumberTerm, string]>([
    ['how many', count(study, isFound), `Spans."count"(${each} "this study"."found" = 'present')`],
    [
      'how much',
      sum(study, dose, isFound),
      `Spans."total"(${each} Tuple { counts: "this study"."found" = 'present', amount: "this study"."dose" })`,
    ],
    [
      'since the latest',
      daysBetween(latestDate(study, isFound), asOf),
      `Spans."latest of"(${each} Tuple { counts: "this study"."found" = 'present', span: "this study"."date" })`,
    ],
    [
      'since the first',
      daysBetween(firstDate(study), asOf),
      `Spans."first of"(${each} Tuple { counts: true, span: "this study"."date" })`,
    ],
    [
      'how long it had lasted: what ends it does not run, and what is not known is neither',
      runLength(study, { during: isFound, endedBy: yes(mass) }),
      `Spans."run length"(${each} Tuple { runs: ("this study"."found" = 'present') is true, ends: ("this study"."mass") is true and ("this study"."found" = 'present') is not true, span: "this study"."date", dated: Coalesce("this study"."date".hi, minimum Date) })`,
    ],
  ])('%s', (_, number, text) => {
    expect([...definitionsOf(asks('D', atLeast(number, 2))).values()]).toContain(text)
  })

  it.each<readonly [string, Condition, string]>([
    [
      'whether any is so',
      some(study, atLeast(daysBetween(entryDate(study), asOf), 3)),
      `Truths."some"(${each} Spans."at most"(Spans."exactly"(3), Spans."days between"("this study"."date", Spans."on"("AsOf"))))`,
    ],
    [
      'what the latest but one says',
      recent(study, 1, isFound, no(mass)),
      `Truths."latest but"(${each} Tuple { counts: "this study"."found" = 'present', holds: not "this study"."mass", dated: Coalesce("this study"."date".hi, minimum Date) }, 1)`,
    ],
  ])('%s', (_, when, text) => {
    expect([...definitionsOf(asks('D', when)).values()]).toContain(text)
  })
})

describe('what is decided of each entry stands in a table, in CQL', () => {
  const each = asksEach('each', isFound)
  const somePresent = asks('some present', some(study, decided(each, 'yes')))
  const table = (stage: number): string => `studies, what is asked of each (${stage})`

  it('through which whoever asks about entries goes: whether it is unknown of one is asked there', () => {
    const definitions = definitionsOf(each, somePresent)
    expect(definitions.get(table(1))).toContain('let "each": Truths."decided"({ Tuple { holds: "this study"."found"')
    expect(definitions.get(table(1))).toMatch(/return all Tuple \{ "entry": "this study", "each": "each" \}$/)
    expect([...definitions.values()]).toContain(
      `Truths."some"("${table(1)}" "this study" return all if "this study"."each" = 'unknown' then null as Boolean else "this study"."each" = 'yes')`,
    )
  })

  it('of which all together are told the worst first', () => {
    const all = fold('all', {
      asks: '?',
      each,
      entry: study,
      join: ['yes', 'unknown', 'no'],
      otherwise: { ...otherwise('O', 'no', 'y', reason) },
    })
    const when = (answer: string) =>
      `when exists ("${table(1)}" "this study" where "this study"."each" = '${answer}') then '${answer}'`
    expect(definitionsOf(each, all).get('all')).toBe(
      `case ${when('yes')} ${when('unknown')} ${when('no')} else 'no' end`,
    )
  })

  it('a later one where it asks about the person, and that about entries', () => {
    const later = asksEach('later', decided(somePresent, 'yes'))
    const last = asks('last', some(study, decided(later, 'yes')))
    const definitions = definitionsOf(each, asks('plain', yes(signed)), somePresent, later, last)
    expect(definitions.has(table(3))).toBe(false)
    expect(definitions.get(table(1))).not.toContain('"later"')
    expect(definitions.get(table(2))).toContain('let "later": Truths."decided"({ Tuple { holds: if "some present" =')
    expect([...definitions.values()].filter((one) => one.startsWith(`Truths."some"("${table(2)}"`))).toHaveLength(1)
  })

  it('the first where it asks about the person alone', () => {
    const plain = asks('plain', yes(signed))
    const about = asksEach('about', all(decided(plain, 'yes'), isFound))
    const definitions = definitionsOf(plain, about, asks('last', some(study, decided(about, 'yes'))))
    expect([definitions.has(table(1)), definitions.has(table(2))]).toEqual([true, false])
  })

  it('written again in the library of steps, where a step asks of it', () => {
    const when = moreThan(count(study, decided(each, 'yes')), 1)
    const pathway = { ...pathwayOf(each, somePresent), steps: [step('S', { ...toDo, when }, reason)] }
    const steps = definitionsIn(cqlLibraries(pathway, addresses).steps.text)
    expect(steps.get(table(1))).toContain('let "each": Truths."decided"({ Tuple { holds: "this study"."found"')
    expect(steps.get('step S')).toMatch(
      /^Spans."less than"\(Spans."exactly"\(1\), "the number of studies with each is yes"\)$/,
    )
  })
})
