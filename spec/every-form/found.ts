import {
  cohortOf,
  countedMoves,
  countMoves,
  crowdOf,
  evaluate,
  movesBetween,
  noMoves,
  planOf,
  standsOf,
} from '@facialis/engine'
import { flatRowsOf } from '@facialis/engine/flat/index.ts'
import { adviceFollowing, readRelease, releaseText } from '@facialis/engine/govern/index.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { plantDefect, proofsOf } from '@facialis/engine/prove/index.ts'
import { normalChart } from '@facialis/engine/publish/index.ts'
import { plainFromChart } from '@facialis/fhir'
import {
  type Advice,
  type Chart,
  type Decided,
  type Defect,
  defaultPolicy,
  type Listed,
  type Policy,
  yes,
} from '@facialis/language'
import { chart } from '../naive/arbitrary-chart.ts'
import { drawBy } from '../naive/draw.ts'
import { chances } from '../support/chances.ts'
import { fever, thinner } from './knee/facts.ts'
import { knee } from './knee/index.ts'
import { next } from './next.ts'
import { people } from './people.ts'

/** What is found out about the pathway of a page by asking it about many people, and by breaking it. */

const asOf = people[0]?.asOf ?? 0
const asking = { asOf, policy: defaultPolicy(knee.policy) }
const lines = (all: readonly unknown[]): string => `${all.map((one) => JSON.stringify(one)).join('\n')}\n`
const plain = (of: Chart): unknown => plainFromChart(knee, of, asOf)

/** People made up at random, the same in every run: much of what is said of them is vague, old or said twice. */
const crowd: readonly Chart[] = Array.from({ length: 60 }, (_, seed) => {
  const { below } = chances(seed)
  return chart(
    drawBy((min, max) => min + below(max - min + 1)),
    knee,
    asOf,
  )
})

/** An advice in few words. */
const briefly = ({ decisions, nextSteps, alerts, missing, holdsUntil, conflicts, ignored }: Advice) => ({
  decisions: Object.fromEntries(Object.entries(decisions).map(([id, one]) => [id, decidedBriefly(one)])),
  steps: nextSteps.map(({ id, urgency, anchor, dueBy, state, missing: asks }) => [
    id,
    urgency,
    anchor,
    dueBy,
    state,
    asks,
  ]),
  alerts: alerts.map(({ id }) => id),
  missing: missing.map(({ fact, why, settles }) => [fact, why, ...settles]),
  holdsUntil,
  conflicts,
  ignored,
})
const decidedBriefly = ({ answer, detail, because, missing, whyNot }: Decided | Listed) => ({
  answer,
  detail,
  because: because.map(({ rule, facts, open, shuts, waitsFor, until }) => ({
    rule,
    facts,
    open,
    shuts,
    waitsFor,
    until,
  })),
  missing,
  whyNot,
})

const defects: readonly Omit<Defect, 'breaks'>[] = [
  { says: 'a need is forgotten', decision: 'injection', plant: { kind: 'need-forgotten', need: 'I-1' } },
  {
    says: 'a need counts unless it is denied',
    decision: 'injection',
    plant: { kind: 'need-unless-denied', need: 'I-1' },
  },
  { says: 'a limit is forgotten', decision: 'injection', plant: { kind: 'limit-forgotten', limit: 'I-3' } },
  { says: 'a limit counts only if known', decision: 'injection', plant: { kind: 'limit-only-if-known', limit: 'I-3' } },
  { says: 'a limit only cautions', decision: 'injection', plant: { kind: 'limit-only-cautions', limit: 'I-3' } },
  { says: 'the gate behind is forgotten', decision: 'injection.session', plant: { kind: 'gate-behind-forgotten' } },
  { says: 'a part is forgotten', decision: 'mass.each', plant: { kind: 'part-forgotten', rule: 'M-2', part: 0 } },
  { says: 'a rule asks for more', decision: 'mass.each', plant: { kind: 'part-added', rule: 'M-1', when: yes(fever) } },
  { says: 'a rule holds of others', decision: 'kind', plant: { kind: 'way-added', rule: 'N-1', when: yes(thinner) } },
  { says: 'a rule holds unless denied', decision: 'mass.each', plant: { kind: 'rule-unless-denied', rule: 'M-2' } },
  { says: 'a rule is forgotten', decision: 'mass.each', plant: { kind: 'rule-forgotten', rule: 'M-1' } },
  { says: 'a rule stands twice', decision: 'kind', plant: { kind: 'rule-copied-below', rule: 'N-1' } },
  { says: 'a rank is swapped', decision: 'kind', plant: { kind: 'rank-swapped', rule: 'N-1' } },
  { says: 'answers are mixed up', decision: 'kind', plant: { kind: 'answers-mixed-up', rules: ['N-1', 'N-3'] } },
]

const brokenBy = (defect: Omit<Defect, 'breaks'>): unknown =>
  [...proofsOf(plantDefect(knee, { ...defect, breaks: '' }))]
    .filter(({ holds }) => !holds)
    .map(({ id, counter, example }) => {
      const found = example(asking)
      return {
        id,
        counter,
        example: found && {
          of: plain(found.chart),
          afterwards: found.afterwards && plain(found.afterwards),
          shows: found.shows,
        },
      }
    })

const sets: readonly Policy[] = [{ interval: 180 }, { fresh: 30 }, { fresh: 400 }, { age: 21 }]

function otherNumbers(): readonly unknown[] {
  const { decisions, meet, answer, changes } = crowdOf(knee)
  const charts = [...people.map((one) => one.chart), ...crowd]
  meet(charts, asking)
  const stands = charts.map((_, person) => decisions.map(({ answers }, at) => answers[answer(at, person)]))
  return [...stands, ...sets.map((policy) => changes({ ...asking.policy, ...policy }))]
}

function together(): readonly unknown[] {
  const cohort = cohortOf(knee, asking)
  for (const one of crowd) cohort.add(one)
  const { decisions, counts, answer } = cohort.decide()
  const answered = crowd.map((_, person) => decisions.map((_, at) => answer(at, person)))
  const moved = noMoves(decisions)
  for (const [person, now] of answered.entries())
    countMoves(moved, decisions, movesBetween(now, answered[(person + 1) % answered.length] ?? now))
  const fromOneToTheNext = decisions.map((decision, at) =>
    countedMoves(decision, moved[at] ?? []).map(({ from, to, people: many }) => [decision.id, from, to, many]),
  )
  return [
    ...fromOneToTheNext,
    ...decisions.map(({ id, answers }, at) => [id, counts(at), crowd.map((_, person) => answers[answer(at, person)])]),
  ]
}

/** A release, and what becomes of it when somebody touches it; the fingerprint is a sum of what it says, and fits. */
function releasesRead(): readonly unknown[] {
  const hash = (text: string): string =>
    String([...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 999_983, 7))
  const text = releaseText({ ...knee, released: { effectiveFrom: '2027-01-01', reviewBy: '2028-01-01' } }, hash)
  const [head = '', ...body] = text.split('\n')
  const sealed = (change: Readonly<Record<string, unknown>>, lines: readonly string[]): string => {
    const all = lines.join('\n')
    return [JSON.stringify({ ...JSON.parse(head), fingerprint: hash(all), ...change }), all].join('\n')
  }
  const whole = body.length - 2
  const read = (one: string, of = 'knee'): unknown => {
    const release = readRelease(one, { hash, of })
    return release.ok
      ? [
          release.value.head,
          release.value.pathway.title,
          releaseText({ ...knee, ...release.value.pathway, released: release.value.head.released }, hash) === text,
        ]
      : release.sentence
  }
  return [
    read(text),
    read(text, 'elbow'),
    read(''),
    read('no release'),
    read(text.replace('sore', 'fine')),
    ...['format', 'pathway', 'version', 'status', 'released'].map((name) => [name, read(sealed({ [name]: 7 }, body))]),
    ...['2027-13-01', ''].map((effectiveFrom) =>
      read(sealed({ released: { effectiveFrom, reviewBy: '2028-01-01' } }, body)),
    ),
    read(sealed({ released: { effectiveFrom: '2027-01-01', reviewBy: '2028-01-02' } }, body)),
    read(sealed({ released: { effectiveFrom: '2027-01-02', reviewBy: '2028-01-01' } }, body)),
    read(sealed({ status: 'clinically signed' }, body)),
    read(sealed({ version: '9.9.9' }, body)),
    read(sealed({}, body.with(3, '{'))),
    read(sealed({}, body.with(3, '{"$":3}'))),
    read(sealed({}, body.with(3, '{"$":"x"}'))),
    read(sealed({}, body.with(whole, '{}'))),
    read(sealed({}, body.with(whole, 'null'))),
    ...Object.keys(JSON.parse(body[whole] ?? '')).map((name) => [
      name,
      read(sealed({}, body.with(whole, JSON.stringify({ ...JSON.parse(body[whole] ?? ''), [name]: 7 })))),
    ]),
  ]
}

export const found: readonly Readonly<{ name: string; make: () => string }>[] = [
  {
    name: 'advice-of-many.txt',
    make: () => lines(crowd.slice(0, 24).map((one) => briefly(evaluate(knee, one, asking)))),
  },
  {
    name: 'stands.txt',
    make: () =>
      lines(
        crowd.map((one) => {
          const { answers, steps, alerts } = standsOf(knee, one, asking)
          return [answers, [...steps], [...alerts]]
        }),
      ),
  },
  { name: 'resolved.txt', make: () => lines(crowd.slice(0, 8).map((one) => normalChart(knee, one, asking))) },
  {
    name: 'rows.txt',
    make: () => {
      const rows = flatRowsOf(planOf(knee))
      const fill = fillerOf(planOf(knee))
      return lines(crowd.map((one, at) => rows(fill(one, asking), { tenantId: 'demo', patientId: String(at), asOf })))
    },
  },
  { name: 'together.txt', make: () => lines(together()) },
  { name: 'other-numbers.txt', make: () => lines(otherNumbers()) },
  {
    name: 'following.txt',
    make: () =>
      lines(
        [...people.map((one) => one.chart), ...crowd.slice(0, 20)].map((of) =>
          briefly(adviceFollowing({ followed: knee, newest: next }, of, asking)),
        ),
      ),
  },
  { name: 'planted.txt', make: () => lines(defects.map((defect) => [defect.says, brokenBy(defect)])) },
  {
    name: 'counter-examples.txt',
    make: () =>
      lines(
        [...proofsOf(knee)].map(({ id, example }) => {
          const one = example(asking)
          return [
            id,
            one && { of: plain(one.chart), afterwards: one.afterwards && plain(one.afterwards), shows: one.shows },
          ]
        }),
      ),
  },
  { name: 'releases-read.txt', make: () => lines(releasesRead()) },
]
