import {
  type Adverse,
  type AtChair,
  atChair,
  atTheChair,
  type Check,
  type ChoiceFact,
  type Condition,
  check,
  checkEffects,
  type Decision,
  draft,
  type Entry,
  entry,
  type Fact,
  fact,
  fieldsOf,
  gate,
  type Limit,
  need,
  neutral,
  nothingToProve,
  ownJudgement,
  type Pathway,
  type PolicyNumber,
  policyNumber,
  type Screen,
  screen,
  sessionGate,
  when,
} from '@facialis/language'
import { condition, into, type Reach, soundings } from './arbitrary-conditions.ts'
import type { Draw } from './draw.ts'

const reason = ownJudgement('made up')

const policies = (): PolicyNumber[] =>
  (
    [
      ['p.fresh', 5],
      ['p.days', 10],
      ['p.few', 2],
    ] as const
  ).map(([id, number]) =>
    policyNumber(id, { label: id, unit: 'd', default: number, min: 0, max: 400, because: [reason] }),
  )

type Words = Readonly<{ question: string; adverse: Adverse; goodFor?: PolicyNumber; unrecorded?: string | string[] }>

function words(draw: Draw, values: readonly string[], goodFor: readonly PolicyNumber[]): Words {
  const adverse = draw.pick<() => Adverse>([
    () => neutral('made up'),
    () => ({ g1: draw.subset(values, 1).slice(0, 2) }),
    () => ({ g1: [draw.pick(values)], g2: [draw.pick(values)] }),
  ])()
  const age = draw.chance(40) ? { goodFor: draw.pick(goodFor) } : {}
  const stands = draw.chance(15) && values.length > 1 ? { unrecorded: draw.pick(values) } : {}
  return { question: 'What?', adverse, ...age, ...stands }
}

/** The same for a set, where what stands unrecorded is a list. */
function members(draw: Draw, values: readonly string[], goodFor: readonly PolicyNumber[]): Words {
  const { unrecorded, ...others } = words(draw, values, goodFor)
  return unrecorded === undefined ? others : { ...others, unrecorded: draw.subset(values, 0) }
}

/** One fact of every type, twice where the type matters most, and two that are asked at the chair. */
function personFacts(draw: Draw, policy: readonly PolicyNumber[]) {
  const w = (...values: string[]) => words(draw, values, policy) as never
  return {
    standing: [
      fact.yesNo('y1', w('yes', 'no')),
      fact.yesNo('y2', w('yes', 'no')),
      fact.choice('c1', ['no', 'yes', 'yes-resolved'], {
        question: 'A flag?',
        adverse: { g1: ['yes'] },
        ...(draw.chance(60) && { judged: { words: ['yes-resolved'], of: 'yes' } as const }),
        ...(draw.chance(40) && { goodFor: draw.pick(policy) }),
      }),
      fact.choice('c2', ['no', 'b', 'c', 'd'], w('no', 'b', 'c', 'd')),
      fact.set('s1', ['p', 'q', 'r'], members(draw, ['p', 'q', 'r'], policy) as never),
      fact.quantity('q1', { unit: 'x', min: 0, max: 10 }, w('-')),
      fact.date('d1', { ...words(draw, ['-'], policy), may: 'any' } as never),
      fact.date('d2', { ...words(draw, ['-'], policy), may: 'any' } as never),
      fact.text('t1', { question: 'A note?' }),
    ] as Fact[],
    session: [
      atChair(fact.yesNo('ch1', { question: 'Now?', adverse: draw.pick([neutral('made up'), { g1: ['yes'] }]) })),
      atChair(
        fact.choice('ch2', ['no', 'perhaps', 'yes'], {
          question: 'Now?',
          adverse: draw.pick([neutral('made up'), { g1: ['yes'], g2: ['yes', 'perhaps'] }]),
          ...(draw.chance(30) && { goodFor: draw.pick(policy) }),
        }),
      ),
    ] as unknown as AtChair<ChoiceFact>[],
  }
}

function entryKinds(draw: Draw, policy: readonly PolicyNumber[]): Entry[] {
  const kinds = ['study', 'session'].map((id): Entry => {
    const of = fieldsOf(id)
    const w = (...values: string[]) => words(draw, values, policy) as never
    const found = of.choice(`${id}.found`, ['absent', 'present', 'unrelated'], w('absent', 'present'))
    const signed = of.yesNo(`${id}.signed`, w('yes', 'no'))
    const grade = of.choice(`${id}.grade`, ['none', 'partial', 'good'], w('none', 'partial', 'good'))
    const fills = [
      { field: found, is: 'absent', fills: [signed], with: 'no' },
      { field: found, is: 'present', fills: [signed], with: 'yes' },
      { field: found, is: 'absent', fills: [grade], with: 'none' },
    ]
    return entry(
      id,
      { label: id, plural: `${id}s`, orderable: draw.chance(50), fills: draw.subset(fills, 0) },
      {
        [found.id]: found,
        [signed.id]: signed,
        [grade.id]: grade,
        [`${id}.parts`]: of.set(`${id}.parts`, ['p', 'q'], members(draw, ['p', 'q'], policy) as never),
        [`${id}.dose`]: of.quantity(`${id}.dose`, { unit: 'x', min: 0, max: 10 }, w('-')),
        [`${id}.told`]: of.date(`${id}.told`, w('-')),
      },
    )
  })
  return kinds.slice(0, draw.int(1, 2))
}

const screensOver = (draw: Draw, facts: readonly Fact[]): Screen[] => {
  const asked = facts.filter((f) => (f.type === 'yes-no' || f.type === 'choice') && f.values.includes('no'))
  return ['screen1', 'screen2'].slice(0, draw.int(0, 2)).map((id) => screen(id, id, draw.subset(asked, 1)))
}

type Manner = Pick<Decision, 'answers' | 'boldness' | 'undetermined'>

/** Answers with or without an order; levels of one, two or three answers. */
function manner(draw: Draw): Manner {
  const answers = ['w', 'x', 'y', 'z'].slice(0, draw.int(2, 4))
  if (draw.chance(35)) return { answers, boldness: null, undetermined: draw.pick(answers) }
  const boldness: string[][] = []
  for (const answer of draw.shuffled(answers)) {
    const level = boldness.at(-1)
    if (level && draw.chance(40)) level.push(answer)
    else boldness.push([answer])
  }
  return { answers, boldness, undetermined: null }
}

function ranked(draw: Draw, id: string, { scope, reach }: Readonly<{ scope: string; reach: Reach }>): Decision {
  const how = manner(draw)
  const count = draw.int(1, 4)
  const rules = Array.from({ length: count }, (_, i) => ({
    id: `${id}.${i}`,
    when: condition(draw, reach, 2),
    answer: draw.pick(how.answers),
    outranks: i + 1 < count ? `${id}.${i + 1}` : null,
    text: 'made up',
    because: [reason] as const,
    unverified: false,
  }))
  const otherwise = {
    id: `${id}.otherwise`,
    answer: draw.pick(how.answers),
    text: 'made up',
    because: [reason] as const,
  }
  return {
    kind: 'decision',
    id,
    asks: id,
    ...how,
    scope,
    body: { kind: 'ranked', rules, otherwise },
    detail: {},
    inner: false,
  }
}

/** Says in three words whether a condition holds. */
const telling = (id: string, holds: Condition): Decision => ({
  kind: 'decision',
  id,
  asks: id,
  answers: ['yes', 'unknown', 'no'],
  boldness: null,
  undetermined: 'unknown',
  scope: 'patient',
  body: {
    kind: 'ranked',
    rules: [
      { id: `${id}.0`, when: holds, answer: 'yes', outranks: null, text: '', because: [reason], unverified: false },
    ],
    otherwise: { id: `${id}.otherwise`, answer: 'no', text: '', because: [reason] },
  },
  detail: {},
  inner: false,
})

const folded = (draw: Draw, each: Decision, kind: Entry): Decision => ({
  kind: 'decision',
  id: `${each.id}.fold`,
  asks: each.id,
  answers: each.answers,
  boldness: each.boldness,
  undetermined: each.undetermined,
  scope: 'patient',
  body: {
    kind: 'fold',
    each,
    entry: kind,
    join: draw.shuffled(each.answers),
    otherwise: { id: `${each.id}.none`, answer: draw.pick(each.answers), text: 'made up', because: [reason] },
  },
  detail: {},
  inner: false,
})

function standingGate(draw: Draw, id: string, reach: Reach, session: readonly AtChair<ChoiceFact>[]): Decision {
  const effect = (limit: ReturnType<typeof when>): Limit =>
    (draw.chance(50) ? limit.blocks() : limit.cautions()).because('made up', reason)
  const standing = draw.times(0, 2, (i) => effect(when(`${id}.limit${i}`, condition(draw, reach, 2))))
  const chair = draw.times(0, 2, (i) => {
    const asked = draw.pick(session)
    return effect(atTheChair(`${id}.chair${i}`, asked, ...(draw.subset(asked.values, 1) as [string])))
  })
  return gate(id, {
    asks: id,
    needs: draw.times(0, 2, (i) => need(`${id}.need${i}`, condition(draw, reach, 1)).because('made up', reason)),
    limits: draw.shuffled([...standing, ...chair]),
    exceptions: [],
  })
}

/** Checks of a kind of entry: each asks the proposed entry, others of its kind and facts. */
const checksOf = (draw: Draw, kind: Entry, reach: Reach): Check[] =>
  draw.times(0, 2, (i) =>
    check(`${kind.id}.check${i}`, {
      of: kind,
      when: condition(draw, into({ ...reach, proposed: kind }, kind), 3),
      effect: draw.pick(checkEffects),
      code: 'made-up',
      about: Object.values(kind.fields)[0]!,
      text: 'made up',
    }).because(reason),
  )

/** A small random pathway: every kind of fact, entry, decision, condition and term has its turn. */
export function pathway(draw: Draw): Pathway {
  const policy = policies()
  const facts = personFacts(draw, policy)
  const kinds = entryKinds(draw, policy)
  const decisions: Decision[] = []
  const reach = (asked: readonly Fact[]): Reach => ({
    facts: asked,
    kinds,
    inside: null,
    proposed: null,
    above: [...decisions],
    policy,
  })
  const everything = [...facts.standing, ...facts.session]

  for (const index of Array.from({ length: draw.int(2, 5) }).keys()) {
    const id = `D${index}`
    const gates = decisions.filter((d) => d.body.kind === 'gate' && d.body.behind === null)
    const kind = draw.pick(
      index === 0 ? ['ranked'] : ['ranked', 'ranked', 'fold', 'fold', 'gate', 'gate', 'session', 'session'],
    )
    if (kind === 'ranked') decisions.push(ranked(draw, id, { scope: 'patient', reach: reach(everything) }))
    else if (kind === 'fold') {
      const over = draw.pick(kinds)
      const each = ranked(draw, id, { scope: over.id, reach: into(reach(everything), over) })
      decisions.push(each, folded(draw, each, over))
    } else {
      const behind = kind === 'session' && gates.length > 0 ? draw.pick(gates) : null
      const needs = (): ReturnType<typeof need> => need(`${id}.need`, condition(draw, reach(everything), 1))
      decisions.push(
        behind === null
          ? standingGate(draw, id, reach(facts.standing), facts.session)
          : sessionGate(id, behind, { asks: id, needs: draw.times(0, 1, () => needs().because('made up', reason)) }),
      )
    }
  }
  for (const t of Array.from({ length: draw.int(0, 3) }).keys())
    decisions.push(...soundings(draw, reach(everything)).map((holds, i) => telling(`T${t}.${i}`, holds)))
  return {
    id: 'made-up',
    version: '1.0.0',
    title: 'A made-up pathway',
    status: draft,
    released: null,
    passages: [],
    facts: everything,
    entries: kinds,
    screens: screensOver(draw, everything),
    policy,
    decisions,
    collections: [],
    rankings: [],
    steps: [],
    alerts: [],
    checks: kinds.flatMap((kind) => checksOf(draw, kind, reach(everything))),
    labels: [],
    conflicts: [],
    terminology: [],
    focus: {},
    toProve: nothingToProve,
    stage: decisions[0]!,
  }
}
