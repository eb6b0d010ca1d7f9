import { wordsOf } from '@facialis/engine/ground/words.ts'
import { type Mutant, mutantsOf } from '@facialis/engine/mutants/index.ts'
import { isDecision } from '@facialis/engine/mutants/rules.ts'
import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  atTheChair,
  type Condition,
  type DateTerm,
  type Decision,
  dateOf,
  daysBetween,
  decide,
  decided,
  decideEach,
  earliest,
  established,
  firstDate,
  fold,
  gate,
  has,
  is,
  latestDate,
  latestOf,
  lessThan,
  moreThan,
  need,
  not,
  otherwise,
  provided,
  type Rule,
  recent,
  recordedOn,
  rule,
  sessionGate,
  shifted,
  some,
  unanswered,
  when,
  yes,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'
import {
  born,
  flag,
  found,
  infected,
  mass,
  parts,
  pathwayOf,
  reason,
  sayingYes,
  signed,
  study,
  yesWhere,
} from '../naive/small-charts.ts'

const isFound = is(found, 'present')
const birth = dateOf(born)
const isGrown = (from: DateTerm): Condition => atLeast(daysBetween(from, asOf), 9)
const first = yesWhere('first', yes(signed))

const toldOf = ({ id, now }: Mutant, when: Condition): string => `${id.replace('D R: ', '')}: ${wordsOf(now(when))}`

/** Each mistake there may be in this part of what a rule asks: what it is called, and what the rule asks with it. */
const mistaken = (when: Condition, part: Condition | DateTerm): readonly string[] =>
  mutantsOf(pathwayOf(first, yesWhere('D', when))).flatMap((one) => (one.part === part ? [toldOf(one, when)] : []))

/** A condition in words, and itself; and what it becomes. */
const asking = (when: Condition, ...mistakes: readonly string[]) => [wordsOf(when), when, mistakes] as const

/** What mistakes in the decisions themselves are called; of what a rule asks it is said above. */
const named = (...decisions: Decision[]): readonly string[] =>
  mutantsOf(pathwayOf(...decisions)).flatMap(({ id, part }) => (isDecision(part) ? [id] : []))

describe('the mistakes that are looked for in a rule', () => {
  it.each([
    asking(
      all(yes(signed), is(flag, 'yes')),
      'part 1 dropped: flag is yes',
      'part 2 dropped: signed is yes',
      'all for any: signed is yes or flag is yes',
    ),
    asking(
      any(yes(signed), is(flag, 'yes')),
      'part 1 dropped: flag is yes',
      'part 2 dropped: signed is yes',
      'any for all: signed is yes and flag is yes',
    ),
    asking(all(yes(signed)), 'part 1 dropped: always'),
    asking(not(yes(signed)), 'not removed: signed is yes'),
    asking(established(yes(signed)), 'not known counts as not known: signed is yes'),
    asking(unanswered(signed), 'answered for unanswered: not (signed is not answered)'),
    asking(yes(signed), 'yes dropped: never', 'no added: signed is yes or no'),
    asking(has(parts, 'p', 'q'), 'p dropped: parts includes q', 'q dropped: parts includes p'),
    asking(has(parts, 'p'), 'p dropped: never', 'q added: parts includes p or q'),
    asking(
      decided(first, 'yes'),
      'yes dropped: never',
      'no added: first is yes or no',
      'unknown added: first is yes or unknown',
    ),
    asking(
      decided(first, 'yes', 'no'),
      'yes dropped: first is no',
      'no dropped: first is yes',
      'unknown added: first is yes or no or unknown',
    ),
    asking(
      some(study, isFound),
      'none for some: not (there is a study with found is present)',
      'of any entry: there is a study',
    ),
    asking(some(study), 'none for some: not (there is a study)'),
    asking(
      recent(study, 0, isFound, yes(mass)),
      'the one before it: the latest but 1 study with found is present has mass is yes',
    ),
    asking(
      recent(study, 1, isFound, yes(mass)),
      'the one before it: the latest but 2 study with found is present has mass is yes',
      'the one after it: the latest study with found is present has mass is yes',
    ),
    asking(
      isGrown(birth),
      '>= to >: days from born to the day asked for is more than 9',
      'bound moved by 1: days from born to the day asked for is at least 9 plus 1',
      'bound moved by -1: days from born to the day asked for is at least 9 plus -1',
    ),
    asking(
      lessThan(daysBetween(birth, asOf), 9),
      '< to <=: days from born to the day asked for is at most 9',
      'bound moved by 1: days from born to the day asked for is less than 9 plus 1',
      'bound moved by -1: days from born to the day asked for is less than 9 plus -1',
    ),
    asking(
      atMost(daysBetween(birth, asOf), 9),
      '<= to <: days from born to the day asked for is less than 9',
      'bound moved by 1: days from born to the day asked for is at most 9 plus 1',
      'bound moved by -1: days from born to the day asked for is at most 9 plus -1',
    ),
    asking(
      moreThan(daysBetween(birth, asOf), 9),
      '> to >=: days from born to the day asked for is at least 9',
      'bound moved by 1: days from born to the day asked for is more than 9 plus 1',
      'bound moved by -1: days from born to the day asked for is more than 9 plus -1',
    ),
  ])('that asks whether %s', (_, when, mistakes) => {
    expect(mistaken(when, when)).toEqual(mistakes)
  })

  it.each<readonly [string, DateTerm, readonly string[]]>([
    ['of the latest', latestDate(study), ['first for latest: days from the first study']],
    ['of the first', firstDate(study), ['latest for first: days from the latest study']],
    [
      'that is the earliest of two',
      earliest(birth, recordedOn(signed)),
      [
        'latest for earliest: days from the latest of born, the day signed was recorded',
        'date 1 dropped: days from the earliest of the day signed was recorded',
        'date 2 dropped: days from the earliest of born',
      ],
    ],
    ['that is the latest of one', latestOf(birth), ['earliest for latest: days from the earliest of born']],
    ['that counts where something holds', provided(yes(signed), birth), ['whether or not it holds: days from born']],
    ['that is shifted', shifted(birth, 3), ['not shifted: days from born']],
    ['that is written in the chart', birth, []],
  ])('that counts from a date %s', (_, date, mistakes) => {
    expect(mistaken(isGrown(date), date)).toEqual(
      mistakes.map((other) => `${other} to the day asked for is at least 9`),
    )
  })

  it('where it takes what is not known for a yes or for a no', () => {
    const blurred = (when: Condition) =>
      mutantsOf(pathwayOf(yesWhere('D', when))).flatMap((one) =>
        /counts as (yes|no)$/.test(one.id) ? [toldOf(one, one.now(one.part as Rule).when)] : [],
      )
    expect(blurred(yes(signed))).toEqual([
      'not known counts as yes: not (it is known that not (signed is yes))',
      'not known counts as no: it is known that signed is yes',
    ])
    expect(blurred(established(yes(signed)))).toEqual([])
  })

  it('where a decision leaves out a rule, has two in the wrong order, or answers one step off', () => {
    const decision = decide('D', {
      asks: '?',
      answers: ['low', 'middle', 'high'],
      boldness: [['low'], ['middle'], ['high']],
      rules: [
        rule('A', yes(signed)).answers('low').because('x', reason).over('B'),
        rule('B', is(flag, 'yes')).answers('middle').because('x', reason),
      ],
      otherwise: otherwise('O', 'high', 'x', reason),
    })
    expect(named(decision)).toEqual([
      'D: A dropped',
      'D: A below B',
      'D: A answers middle',
      'D: B dropped',
      'D: B answers low',
      'D: B answers high',
      'D: otherwise middle',
    ])
  })

  it('where a gate forgets what it needs or who it stands behind, or holds somebody less', () => {
    const standing = gate('standing', {
      asks: '?',
      needs: [need('N', yes(signed)).because('x', reason)],
      limits: [
        when('L', is(flag, 'yes')).blocks().because('x', reason),
        atTheChair('C', infected, 'yes').cautions().because('x', reason),
      ],
      exceptions: [],
    })
    const session = sessionGate('session', standing, { asks: '?', needs: [] })
    expect(named(standing, session)).toEqual([
      'standing: N dropped',
      'standing: L dropped',
      'standing: L is a caution',
      'standing: C dropped',
      'standing: C is a block',
      'session: C dropped',
      'session: C is a block',
      'session: the gate behind it forgotten',
    ])
  })

  it('where what is read of several entries puts the lesser first, or leaves it out', () => {
    const each = decideEach('each', study, sayingYes(isFound))
    const all = fold('D', {
      asks: '?',
      each,
      entry: study,
      join: ['yes', 'unknown', 'no'],
      otherwise: otherwise('O', 'no', 'y', reason),
    })
    expect(named(each, all).filter((one) => one.startsWith('D'))).toEqual([
      'D: yes left out',
      'D: yes below unknown',
      'D: unknown left out',
      'D: unknown below no',
      'D: no left out',
    ])
  })
})
