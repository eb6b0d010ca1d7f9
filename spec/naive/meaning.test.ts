/** Each test is one sentence of docs/semantics.md, with the smallest chart that shows it. */
import {
  all,
  any,
  atLeast,
  atTheChair,
  type Chart,
  type Condition,
  count,
  type Decision,
  dateOf,
  dayOf,
  daysBetween,
  daysSince,
  decide,
  decided,
  decideEach,
  earliest,
  emptyChart,
  established,
  fact,
  firstDate,
  fold,
  gate,
  has,
  is,
  latestDate,
  lessThan,
  type NumberTerm,
  no,
  type Observation,
  otherwise,
  provided,
  recent,
  recordedOn,
  rule,
  runLength,
  type Span,
  screen,
  sessionGate,
  shifted,
  some,
  sum,
  asOf as today,
  unanswered,
  when,
  yearsBetween,
  yes,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { naiveAnswers, naiveTerm, naiveTruth } from './naive.ts'
import {
  alarm,
  asking,
  asOf,
  born,
  chartOf,
  dose,
  flag,
  flags,
  found,
  goodFor,
  infected,
  mass,
  on,
  parts,
  pathwayOf,
  plain,
  read,
  reason,
  says,
  screenedOn,
  signed,
  studies,
  study,
  type Told,
  toldAs,
  word,
} from './small-charts.ts'

const truth = (condition: Condition, chart: Chart): string => naiveTruth(condition, pathwayOf(), chart, asking)
const term = (of: Parameters<typeof naiveTerm>[0], chart: Chart) => naiveTerm(of, pathwayOf(), chart, asking)
const days = (lo: number, hi = lo): Span => ({ lo, hi })
const answer = (decision: Decision, chart: Chart, ...above: Decision[]): string =>
  naiveAnswers(pathwayOf(...above, decision), chart, asking)[decision.id]!

describe('Facts', () => {
  it('A statement dated wholly after the day is left out.', () => {
    expect(truth(yes(alarm), chartOf(says(alarm, 'yes', '2026-03-11')))).toBe('unknown')
  })

  it('A partial date that reaches past the day is cut at the day.', () => {
    expect(term(recordedOn(flag), chartOf(says(flag, 'no', '2026-03')))).toEqual(days(asOf - 9, asOf))
  })

  it('Undated statements come first (oldest).', () => {
    expect(truth(yes(alarm), chartOf(says(alarm, 'no', '2026-03-08'), says(alarm, 'yes', null)))).toBe('no')
  })

  it('What a judged word judges stays until it is judged, whatever is answered later.', () => {
    const passedOver = chartOf(says(flag, 'yes', '2026-03-01'), says(flag, 'no', '2026-03-05'))
    expect(truth(is(flag, 'yes'), passedOver)).toBe('yes')
    const judged = chartOf(says(flag, 'yes', '2026-03-01'), says(flag, 'yes-resolved', '2026-03-05'))
    expect(truth(is(flag, 'yes'), judged)).toBe('no')
    // Two that disagree say no more of it than one of them would.
    const disagreeing = ['no', 'yes-other'].map((word) => says(flag, word, '2026-03-05'))
    expect(truth(is(flag, 'yes'), chartOf(says(flag, 'yes', '2026-03-01'), ...disagreeing))).toBe('yes')
  })

  it('Of one day, a judgement counts beside what it judges.', () => {
    const both = chartOf(says(flag, 'yes-resolved', '2026-03-05'), says(flag, 'yes', '2026-03-05'))
    expect(truth(is(flag, 'yes-resolved'), both)).toBe('yes')
    const three = chartOf(...['yes', 'yes-resolved', 'no'].map((word) => says(flag, word, '2026-03-05')))
    expect(truth(is(flag, 'yes-resolved'), three)).toBe('yes')
    const other = chartOf(...['yes-other', 'yes-resolved'].map((word) => says(flag, word, '2026-03-05')))
    expect(truth(is(flag, 'yes-resolved'), other)).toBe('no')
  })

  it('An adverse value stays when the newest statement is merely unknown.', () => {
    expect(truth(yes(alarm), chartOf(says(alarm, 'yes', '2026-03-01'), says(alarm, '?', '2026-03-09')))).toBe('yes')
    expect(truth(no(alarm), chartOf(says(alarm, 'no', '2026-03-08'), says(alarm, '?', '2026-03-09')))).toBe('unknown')
  })

  it('Newest statements of the same day that differ: if exactly one adverse value is among them it counts.', () => {
    const one = chartOf(says(flag, 'no', '2026-03-09'), says(flag, 'yes', '2026-03-09'))
    const two = chartOf(says(flag, 'yes-other', '2026-03-09'), says(flag, 'yes', '2026-03-09'))
    expect([truth(is(flag, 'yes'), one), truth(is(flag, 'yes'), two)]).toEqual(['yes', 'unknown'])
  })

  it('Differing sets of one day are unknown; the same members in another order do not differ.', () => {
    const onOneDay = (a: string[], b: string[]) =>
      chartOf(says(parts, { words: a }, '2026-03-09'), says(parts, { words: b }, '2026-03-09'))
    expect(truth(has(parts, 'p'), onOneDay(['p'], ['q']))).toBe('unknown')
    expect(truth(has(parts, 'p'), onOneDay(['p', 'q'], ['q', 'p']))).toBe('yes')
  })

  it('Of dates of one day, one that lies within every other one counts; dates that only overlap, or differ, are unknown.', () => {
    const dated = (...told: string[]) => chartOf(...told.map((date) => says(born, { date: on(date)! }, '2026-03-09')))
    const may = days(dayOf(1968, 5, 1), dayOf(1968, 5, 31))
    expect(term(dateOf(born), dated('1968', '1968-05'))).toEqual(may)
    expect(term(dateOf(born), dated('1968-05', '1968', '1968-05'))).toEqual(may)
    expect(term(dateOf(born), dated('1968', '1968-05', '1968-06'))).toBe('unknown')
    expect(term(dateOf(born), dated('1968', '1969-05'))).toBe('unknown')
  })

  it("A screen says no, except where the fact's own statements already give something other than no.", () => {
    expect(truth(is(flag, 'no'), screenedOn('2026-03-09'))).toBe('yes')
    expect(truth(is(flag, 'no'), screenedOn('2026-03-09', says(flag, '?', '2026-03-01')))).toBe('yes')
    expect(truth(is(flag, 'yes'), screenedOn('2026-03-09', says(flag, 'yes', '2026-03-01')))).toBe('yes')
    expect(truth(is(flag, 'yes-resolved'), screenedOn('2026-03-09', says(flag, 'yes-resolved', null)))).toBe('yes')
  })

  it('A fact on two lists is screened by either.', () => {
    const twice = { ...pathwayOf(), screens: [flags, screen('others', 'others', [flag])] }
    expect(naiveTruth(is(flag, 'no'), twice, screenedOn('2026-03-09'), asking)).toBe('yes')
  })

  it('A value that is not adverse grows too old; adverse values never age.', () => {
    expect(truth(yes(signed), chartOf(says(signed, 'yes', '2026-03-05')))).toBe('yes')
    expect(truth(yes(signed), chartOf(says(signed, 'yes', '2026-03-04')))).toBe('unknown')
    expect(truth(yes(signed), chartOf(says(signed, 'yes', '2026-03')))).toBe('unknown')
    expect(truth(yes(signed), chartOf(says(signed, 'yes', null)))).toBe('unknown')
    expect(truth(yes(alarm), chartOf(says(alarm, 'yes', '2001')))).toBe('yes')
  })

  it('At-chair facts behave as N = 0.', () => {
    expect(truth(no(infected), chartOf(says(infected, 'no', '2026-03-10')))).toBe('yes')
    expect(truth(no(infected), chartOf(says(infected, 'no', '2026-03-09')))).toBe('unknown')
  })

  it('Nothing stated and no screen: the value the fact names as unrecorded; else unknown.', () => {
    const listed = fact.yesNo('listed', { ...plain, goodFor, unrecorded: 'no' })
    const onList = fact.set('list', ['p', 'q'], { ...plain, unrecorded: ['p'] })
    expect([truth(no(listed), emptyChart), truth(has(onList, 'p'), emptyChart)]).toEqual(['yes', 'yes'])
    expect(truth(no(listed), chartOf(says(listed, '?', '2026-03-10')))).toBe('unknown')
    expect(term(recordedOn(listed), emptyChart)).toBe('unknown')
    expect([truth(yes(alarm), emptyChart), truth(unanswered(alarm), emptyChart)]).toEqual(['unknown', 'yes'])
  })
})

describe('Entries', () => {
  it('Withdrawn entries do not count, nor do those superseded by a counting entry.', () => {
    const old = read('a', '2026-01-01')
    const replaced = (told: Told) => studies(old, read('b', '2026-02-01', {}, { supersedes: ['a'], ...told }))
    expect(term(count(study), replaced({}))).toEqual(days(1))
    expect(term(count(study), replaced({ withdrawn: true }))).toEqual(days(1))
    expect(term(firstDate(study), replaced({ withdrawn: true }))).toEqual(on('2026-01-01'))
    expect(term(firstDate(study), replaced({}))).toEqual(on('2026-02-01'))
  })

  it('Entries dated wholly after the day are left out.', () => {
    expect(truth(some(study), studies(read('a', '2026-03-11')))).toBe('no')
  })

  it('Fields that are not recorded at all take the value given; fields neither age nor meet screens.', () => {
    const absent = { found: word('absent') }
    expect(truth(some(study, no(mass)), studies(read('a', '2001', absent)))).toBe('yes')
    expect(truth(some(study, no(mass)), studies(read('a', '2001', { ...absent, mass: toldAs('?') })))).toBe('unknown')
    expect(truth(some(study, no(mass)), studies(read('a', '2001')))).toBe('unknown')
  })

  it('Latest first: undated ones last; no answer hangs on the order of entries of one day.', () => {
    const latestIsAbsent = recent(study, 0, { kind: 'always' }, is(found, 'absent'))
    const is1 = (value: string) => ({ found: word(value) })
    const undated = studies(read('a', '2026-03-01', is1('absent')), read('b', null, is1('present')))
    const [a, b] = [read('a', '2026-03-01', is1('present')), read('b', '2026-03-01', is1('absent'))]
    expect(truth(latestIsAbsent, undated)).toBe('yes')
    expect([truth(latestIsAbsent, studies(a, b)), truth(latestIsAbsent, studies(b, a))]).toEqual(['unknown', 'unknown'])
    expect(truth(latestIsAbsent, studies(b, read('c', '2026-03-01', is1('absent'))))).toBe('yes')
  })
})

describe('Terms', () => {
  const present = is(found, 'present')
  const one = (id: string, date: string | null, value: string, units?: number) =>
    read(id, date, { found: toldAs(value), ...(units !== undefined && { dose: { number: units } }) })

  it('latest-date: from the largest lo of Y to the largest hi of both.', () => {
    const perhapsLater = studies(one('a', '2026-01-05', 'present'), one('b', '2026-02-05', '?'))
    expect(term(latestDate(study, present), perhapsLater)).toEqual(days(dayOf(2026, 1, 5), dayOf(2026, 2, 5)))
    expect(term(latestDate(study, present), studies())).toBe('not-applicable')
    expect(term(latestDate(study, present), studies(one('b', '2026-02-05', '?')))).toBe('unknown')
    expect(term(latestDate(study, present), studies(one('b', null, 'present')))).toBe('unknown')
  })

  it('provided: the date where the condition is yes; no: not applicable; unknown: unknown.', () => {
    const [yesterday, never] = [shifted(today, -1), latestDate(study)]
    expect(term(provided(all(), yesterday), emptyChart)).toEqual(days(asOf - 1))
    expect(term(provided(any(), yesterday), emptyChart)).toBe('not-applicable')
    expect(term(provided(yes(alarm), yesterday), emptyChart)).toBe('unknown')
    expect(term(provided(all(), never), emptyChart)).toBe('not-applicable')
  })

  it('earliest, latest: of those applicable; any unknown: unknown; none applicable: not applicable.', () => {
    const never = latestDate(study)
    expect(term(earliest(never, today), emptyChart)).toEqual(days(asOf))
    expect(term(earliest(never, today, dateOf(born)), emptyChart)).toBe('unknown')
    expect(term(earliest(never), emptyChart)).toBe('not-applicable')
  })

  it('days-between: to.lo − from.hi to to.hi − from.lo.', () => {
    const chart = studies(read('a', '2026-02'))
    expect(term(daysSince(latestDate(study)), chart)).toEqual(days(10, 37))
  })

  it('years-between: birthdays passed.', () => {
    const bornOn = (date: string) => chartOf(says(born, { date: on(date)! }, null))
    expect(term(yearsBetween(dateOf(born), today), bornOn('2008-03-10'))).toEqual(days(18))
    expect(term(yearsBetween(dateOf(born), today), bornOn('2008-03-11'))).toEqual(days(17))
    expect(term(yearsBetween(dateOf(born), today), bornOn('2008'))).toEqual(days(17, 18))
  })

  it('count and sum: over Y, and at the open end over U; any unknown field: unknown.', () => {
    const chart = studies(one('a', '2026-01-05', 'present', 30), one('b', '2026-02-05', '?', 4))
    expect(term(count(study, present), chart)).toEqual(days(1, 2))
    expect(term(sum(study, dose, present), chart)).toEqual(days(30, 34))
    expect(term(sum(study, dose, present), studies(one('a', '2026-01-05', 'present')))).toBe('unknown')
  })

  it('run-length: the days between the two dates of the last run that was ended.', () => {
    const run: NumberTerm = runLength(study, { during: is(found, 'absent'), endedBy: present })
    const first = one('a', '2026-01-01', 'absent')
    const second = one('b', '2026-01-20', 'absent')
    expect(term(run, studies(first, second, one('c', '2026-02-01', 'present')))).toEqual(days(31))
    expect(term(run, studies(first, second))).toBe('not-applicable')
    expect(term(run, studies(one('a', null, 'absent'), one('c', '2026-02-01', 'present')))).toBe('unknown')
  })

  it('Where several are combined, not applicable wins over unknown.', () => {
    expect(term(daysBetween(latestDate(study), dateOf(born)), emptyChart)).toBe('not-applicable')
  })
})

describe('Conditions', () => {
  it('compare: no when a side is not applicable; unknown when the spans leave it open.', () => {
    const since = daysSince(latestDate(study))
    expect(truth(atLeast(since, 0), emptyChart)).toBe('no')
    expect(truth(lessThan(since, 20), studies(read('a', '2026-02')))).toBe('unknown')
    expect(truth(lessThan(since, 38), studies(read('a', '2026-02')))).toBe('yes')
    expect(truth(lessThan(since, 10), studies(read('a', '2026-02')))).toBe('no')
  })

  it('all of nothing is yes, any of nothing is no.', () => {
    expect([truth(all(), emptyChart), truth(any(), emptyChart)]).toEqual(['yes', 'no'])
  })

  it('recent: where it is unknown, both ways are followed and must agree, else unknown.', () => {
    const latestHolds = recent(study, 0, is(found, 'present'), no(mass))
    const at = (date: string, value: string, lump: string) =>
      read(date, date, { found: toldAs(value), mass: toldAs(lump) })
    const before = at('2026-01-01', 'present', 'no')
    expect(truth(latestHolds, studies(before, at('2026-02-01', '?', 'no')))).toBe('yes')
    expect(truth(latestHolds, studies(before, at('2026-02-01', '?', 'yes')))).toBe('unknown')
    expect(truth(recent(study, 1, { kind: 'always' }, no(mass)), studies(before))).toBe('no')
  })

  it('established: yes if yes, else no.', () => {
    expect(truth(established(yes(alarm)), emptyChart)).toBe('no')
  })
})

describe('Decisions', () => {
  const inOrder = (answers: readonly string[], boldness: readonly (readonly [string, ...string[]])[]) =>
    decide('D', {
      asks: '?',
      answers,
      boldness,
      rules: [rule('1', yes(alarm)).answers('b').because('', reason)],
      otherwise: otherwise('o', 'c', '', reason),
    })
  const bare = { asks: '?', answers: ['b', 'c', 'u'], otherwise: otherwise('o', 'c', '', reason) } as const
  const unordered = decide('U', {
    ...bare,
    undetermined: 'u',
    rules: [rule('1', yes(alarm)).answers('b').because('', reason)],
  })

  it('Unknown gives the meet: on different levels, the lower if it has a single answer, else its first answer.', () => {
    expect(answer(inOrder(['b', 'c'], [['b'], ['c']]), emptyChart)).toBe('b')
    expect(answer(inOrder(['a', 'b', 'c'], [['a', 'b'], ['c']]), emptyChart)).toBe('a')
    expect(answer(inOrder(['a', 'b', 'c'], [['a', 'b', 'c']]), emptyChart)).toBe('a')
  })

  it('Without an order it is undetermined; decided is then unknown unless that answer is listed.', () => {
    expect(answer(unordered, emptyChart)).toBe('u')
    expect(truth(decided(unordered, 'b'), emptyChart)).toBe('unknown')
    expect(truth(decided(unordered, 'b', 'u'), emptyChart)).toBe('yes')
  })

  const standing = gate('G', {
    asks: '?',
    needs: [],
    limits: [
      when('L1', is(flag, 'yes')).blocks().because('', reason),
      when('L2', yes(signed)).cautions().because('', reason),
      atTheChair('L3', infected, 'yes').cautions().because('', reason),
    ],
    exceptions: [],
  })
  const session = sessionGate('S', standing, { asks: '?', needs: [] })
  const calm = [says(flag, 'no', '2026-03-10'), says(signed, 'no', '2026-03-10')]
  const gates = (...observations: Observation[]) => [
    answer(standing, chartOf(...observations)),
    answer(session, chartOf(...observations), standing),
  ]

  it('A gate is blocked if a standing block limit is not no; else caution if a standing caution limit is not no.', () => {
    expect(gates()[0]).toBe('blocked')
    expect(gates(says(flag, 'no', '2026-03-10'))[0]).toBe('caution')
    expect(gates(...calm)[0]).toBe('permitted')
  })

  it('At-chair limits count only when yes; behind another gate, unknown ones block whatever their effect.', () => {
    expect(gates(...calm)).toEqual(['permitted', 'blocked'])
    expect(gates(...calm, says(infected, 'no', '2026-03-10'))).toEqual(['permitted', 'permitted'])
    expect(gates(...calm, says(infected, 'yes', '2026-03-10'))).toEqual(['caution', 'caution'])
  })

  it('A gate behind another is no bolder than it.', () => {
    expect(gates(says(infected, 'no', '2026-03-10'))).toEqual(['blocked', 'blocked'])
  })

  it('Fold: the first of join that is among the answers; no entry: otherwise.', () => {
    const each = decideEach('E', study, {
      asks: '?',
      answers: ['positive', 'cleared', 'open'],
      undetermined: 'open',
      rules: [rule('1', is(found, 'present')).answers('positive').because('', reason)],
      otherwise: otherwise('o', 'cleared', '', reason),
    })
    const joined = fold('F', {
      asks: '?',
      each,
      entry: study,
      join: ['positive', 'cleared', 'open'],
      otherwise: otherwise('n', 'open', '', reason),
    })
    const found1 = (id: string, value: string) => read(id, '2026-01-01', { found: word(value) })
    expect(answer(joined, emptyChart, each)).toBe('open')
    expect(answer(joined, studies(found1('a', 'absent'), read('b', '2026-03-01')), each)).toBe('cleared')
    expect(answer(joined, studies(found1('a', 'present'), found1('b', 'absent')), each)).toBe('positive')
  })
})
