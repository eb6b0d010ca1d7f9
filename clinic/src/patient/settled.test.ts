import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Act, mayState } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { assess, pathway, screenOf } from '../pathway.ts'
import { emptyEvaluation, signingAct, visitAct, withElsewhere } from '../screens/evaluate/evaluation.ts'
import { conclusion, examinationScreen, questionsOf, redFlagScreen, stepIds } from '../screens/evaluate/procedure.ts'
import { callAct, emptyCall } from '../screens/follow-up/call.ts'
import { closureAct } from '../screens/follow-up/closure.ts'
import { amended } from '../screens/follow-up/complaints.ts'
import { bookingAct, emptyRequest, requestAct, safetyQuestions } from '../screens/imaging/request.ts'
import { acknowledgeAct, emptyRead, readAct, registerAct } from '../screens/imaging/study-read.ts'
import { chairAct, chairFacts } from '../screens/injection/chair.ts'
import { emptyException, exceptionAct } from '../screens/injection/exception.ts'
import { emptyHistory, historyAct, responseAct } from '../screens/injection/past-acts.ts'
import { emptyPlan } from '../screens/injection/plan.ts'
import { reviewAct, reviewFields } from '../screens/injection/review.ts'
import { signingAct as sessionAct } from '../screens/injection/sign.ts'
import { operationAct } from '../screens/surgery/operation-act.ts'
import { emptyPostOpCall, postOpCallAct } from '../screens/surgery/post-op-call.ts'
import { workUpLines } from '../screens/surgery/work-up-lines.ts'
import { triageFacts } from '../triage/questions.ts'
import { triageAct } from '../triage/triage-act.ts'
import { outcomeAct } from './finding-outcome.ts'
import { type ScreenTarget, targetOfStep } from './screen-target.ts'

const today = '2026-11-23'
const own = (id: string) => ({ id, kind: '', date: today, by: null, fields: {} })

/** What may stand in each kind of act, as the server's own page of permissions says it. */
const permitted = (() => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/permissions.md'), 'utf8')
  const [, table = ''] = page.split('| act | facts | screens | entries |')
  const ids = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id.replace(/\*$/, ''))
  return new Map(
    table.split('\n').flatMap((line) => {
      const [, kind, facts, screens, entries] = line.split('|')
      const [name] = ids(kind)
      return name === undefined ? [] : [[name, { facts: ids(facts), screens: ids(screens), entries: ids(entries) }]]
    }),
  )
})()

/** A form that makes its act where it stands: the file says the kind and names what is typed. */
function inFile(path: string, act: Pick<Act, 'kind'> & Partial<Act>): Act {
  const text = readFileSync(join(import.meta.dirname, '../screens', path), 'utf8')
  for (const id of [act.kind, ...Object.keys(act.facts ?? {}), ...(act.entries ?? []).map(({ kind }) => kind)])
    if (!text.includes(`'${id}'`) && !text.includes(`${id}:`)) throw new Error(`${path} does not say ${id}`)
  return { date: today, ...act }
}
const entry = (kind: string) => ({ kind, date: today, fields: {} })
const facts = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 'yes']))

const flags = (screenOf(redFlagScreen)?.facts ?? []).map(({ id }) => id)
const questions = [...flags, ...stepIds.flatMap(questionsOf)]
const evaluation = {
  ...emptyEvaluation('first'),
  facts: facts(...questions, ...conclusion),
  screens: [redFlagScreen, examinationScreen],
}
const saying = { reason: String, owner: String, answerBy: String }

/** The acts each part of each screen can send, made by the functions its forms are made of. */
const offered: Readonly<Record<string, readonly (Act | null)[]>> = {
  triage: [triageAct({ answers: facts(...triageFacts) as never, treated: null, reason: 'hfs', note: '' }, today)],
  evaluate: [
    visitAct(evaluation, today),
    signingAct(withElsewhere(evaluation, true), today),
    ...questions.map((id) => outcomeAct(id, 'A line.', today)),
  ],
  'imaging#request': [
    requestAct({ ...emptyRequest, safety: Object.fromEntries(safetyQuestions.map((id) => [id, 'no'])) } as never, {
      today,
      contrastNeeded: true,
    }),
    bookingAct({ id: 'order' }, today, today),
  ],
  'imaging#studies': [
    readAct({ ...emptyRead, date: today }, { today, asReader: false }),
    registerAct({ date: today, modality: 'mri', report: 'none' }, today),
    acknowledgeAct(own('mri'), today),
  ],
  'imaging#impossible': [
    inFile('imaging/impossible-panel.tsx', { kind: 'visit', facts: facts('mri.impossible', 'mri.declined') }),
  ],
  'injection#consent': [inFile('injection/consent-line.tsx', { kind: 'consent', facts: facts('consent.toxin') })],
  'injection#chair': [chairAct(facts(...chairFacts.map(({ id }) => id)), today)],
  'injection#gate': [exceptionAct({ ...emptyException, code: 'clinic-date', told: true, expires: today }, today, 365)],
  injection: [sessionAct(emptyPlan('onabotulinumtoxinA'), { today, confirmed: false })],
  'injection#past': [
    historyAct({ ...emptyHistory, date: '2026', why: 'elsewhere' }, today),
    responseAct(own('first'), { 'session.relief': 50 }, today),
  ],
  'injection#review': [reviewAct(facts(...reviewFields), today)],
  'surgery#work-up': [
    inFile('surgery/work-up.tsx', {
      kind: 'surgery-work-up',
      facts: facts('wish.surgery', 'wish.toxin', 'disability', 'surgery.bar', 'onlyHearingEar', 'theatreDate'),
    }),
    // The lists ask what the pathway says that each line asks.
    { kind: 'surgery-work-up', date: today, facts: facts(...askedByTheLists()) },
  ],
  'surgery#audiogram': [inFile('surgery/audiogram.tsx', { kind: 'score', facts: facts('audiogram') })],
  'surgery#operation': [operationAct({}, { day: today, today, asksAgain: false })],
  'surgery#call': [
    postOpCallAct(
      { ...emptyPostOpCall(today), answers: { 'facial-weakness': 'yes' } },
      { today, day: 3, say: { day: String, denied: String, lowMood: '', name: String } },
    ),
  ],
  'follow-up#call': [callAct({ ...emptyCall(today), complaints: ['other'] }, today, saying)],
  'follow-up#scores': [inFile('follow-up/score-form.tsx', { kind: 'score', entries: [entry('score')] })],
  'follow-up#face-check': [inFile('follow-up/score-form.tsx', { kind: 'score', facts: facts('faceCheck') })],
  'follow-up#spasm': [inFile('follow-up/spasm-report.tsx', { kind: 'spasm-report', entries: [entry('spasm-report')] })],
  'follow-up#complaints': [amended(own('symptom'), { 'symptom.settled': true }, today)],
  'follow-up#missed': [
    inFile('follow-up/missed-visit.tsx', { kind: 'missed-visit', entries: [entry('missed-visit')] }),
  ],
  'follow-up#closure': [
    closureAct({ how: 'discharged', reason: 'Done.', wayBack: 'Open.' }, today, {
      how: String,
      reason: String,
      wayBack: String,
    }),
  ],
}

/** What the lines of both lists ask of somebody who wishes the operation. */
function askedByTheLists(): readonly string[] {
  const live = assess({
    chart: { observations: [], screens: [], entries: [] },
    today,
    policy: Object.fromEntries(pathway.policy.map((number) => [number.id, number.default])),
    act: {
      kind: 'surgery-work-up',
      date: today,
      facts: { 'wish.surgery': true, theatreDate: '2026-12-20' },
      entries: [{ kind: 'session', date: '2026-08-01', fields: { 'session.indication': 'hfs' } }],
    },
  })
  return live.ok ? workUpLines(live.advice).flatMap(({ asks }) => asks) : []
}

/** Steps that lead to what has to come first. */
const comesFirst: Readonly<Record<string, Readonly<{ records: string; because: string }>>> = Object.fromEntries(
  ['mri-for-booking', 'mri-before-surgery', 'mri-after-recurrence'].map((id) => [
    id,
    { records: 'imaging-order', because: 'a scan is asked for before it can be read' },
  ]),
)

const partOf = ({ screen, part }: ScreenTarget): string => (part === undefined ? screen : `${screen}#${part}`)
const recordedBy = (act: Act): readonly string[] => [
  ...Object.keys(act.facts ?? {}),
  ...(act.screens ?? []).flatMap((screen) => (screenOf(screen)?.facts ?? []).map(({ id }) => id)),
  ...(act.entries ?? []).map(({ kind }) => kind),
]
const actsAt = (place: ScreenTarget): readonly Act[] => (offered[partOf(place)] ?? []).flatMap((act) => act ?? [])

describe('where a step leads, something of what it waits for can be recorded', () => {
  it('every form makes an act', () => {
    const none = Object.entries(offered).filter(([, acts]) => acts.every((act) => act === null))
    expect(none.map(([part]) => part)).toEqual([])
  })
  it('nothing a form sends is of a kind that the server would not take it in', () => {
    const refused = Object.entries(offered).flatMap(([part, acts]) =>
      acts.flatMap((act) => {
        const may = act === null ? undefined : permitted.get(act.kind)
        if (act === null) return []
        if (may === undefined) return [`${part}: ${act.kind}`]
        return [
          ...Object.keys(act.facts ?? {}).filter((id) => !mayState(may.facts, id)),
          ...(act.screens ?? []).filter((id) => !may.screens.includes(id)),
          ...(act.entries ?? []).map(({ kind }) => kind).filter((kind) => !may.entries.includes(kind)),
        ].map((id) => `${part}: ${act.kind} takes no ${id}`)
      }),
    )
    expect(refused).toEqual([])
  })
  it.each(pathway.steps.map((step) => [step.id, step] as const))('%s', (_, step) => {
    const place = targetOfStep({ id: step.id, missing: [] })
    const recorded = new Set(actsAt(place).flatMap(recordedBy))
    const first = comesFirst[step.id]
    const settled = step.settles.map(({ id }) => id).filter((id) => recorded.has(id))
    if (first === undefined) expect(settled, partOf(place)).not.toEqual([])
    else expect([settled, recorded.has(first.records)], first.because).toEqual([[], true])
    if (place.ask !== undefined && !place.ask.startsWith('screen.')) expect(questions).toContain(place.ask)
  })
})
