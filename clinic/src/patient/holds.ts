import type { Advice, Because, NextStep } from '@facialis/language'
import { findingsOf } from '../findings-of.ts'
import { entryOf, factLabel, factOf, pathway } from '../pathway.ts'
import type { Recording } from '../recorded.ts'
import { dateWords } from '../words/dates.ts'
import { decidedOf } from './decided.ts'
import { pendingOutcomeOf } from './finding-outcome.ts'
import { type ScreenTarget, samePart, targetOf, targetOfStep } from './screen-target.ts'
import { words } from './words.ts'

/** What somebody can do about it, and where. */
export type WayOut = Readonly<{ label: string; place: ScreenTarget }>
/** One thing that keeps a gate shut: every reason that the same answers would take away. */
export type Hold = Readonly<{ reasons: readonly Because[]; ways: readonly WayOut[] }>

/**
 * What holds the gate, the one to look at first in front: what no answer takes away, then what the best next question
 * is about, then the others in the order of the pathway.
 */
export function holdsOf(advice: Advice, recorded: Recording): readonly Hold[] {
  const gate = decidedOf(advice, 'botulinum')
  const groups = new Map<string, Because[]>()
  for (const because of gate?.because ?? []) {
    if (because.shuts !== true) continue
    const needs = needsOf(because)
    const key = needs.length === 0 ? because.rule : needs.join(' ')
    groups.set(key, [...(groups.get(key) ?? []), because])
  }
  const asked = advice.missing.map(({ fact }) => needOf(fact))
  const rank = (needs: readonly string[]) =>
    needs.length === 0
      ? -1
      : Math.min(...needs.map((need) => (asked.includes(need) ? asked.indexOf(need) : asked.length)))
  const found = [...groups.values()]
    .map((reasons) => ({ reasons, needs: needsOf(reasons[0]) }))
    .toSorted((a, b) => rank(a.needs) - rank(b.needs) || a.needs.length - b.needs.length)
  return merged(found).map(({ reasons, needs }) => {
    const ways =
      needs.length === 0
        ? stepsAbout(reasons, advice.nextSteps)
        : needs.map((need) => wayOut(need, idsOf(reasons, need), advice, recorded))
    const toSay = answeringFor(reasons, { advice, recorded })
    return {
      reasons,
      ways: [...ways, ...toSay.filter((say) => !ways.some((way) => isSamePlace(way.place, say.place)))],
    }
  })
}

/** A flag or a finding that was there is answered for by a line, whatever else would take it away. */
const answeringFor = (
  reasons: readonly Because[],
  known: Readonly<{ advice: Advice; recorded: Recording }>,
): readonly WayOut[] =>
  [...new Set(reasons.flatMap(({ facts }) => facts))]
    .filter((id) => pendingOutcomeOf(id, known) !== null)
    .map((id) => ({ label: words.holds.answerFor(factLabel(id)), place: targetOf(id) }))

type Needing = Readonly<{ reasons: readonly Because[]; needs: readonly string[] }>

/** What the ways out of an earlier hold take away as well is told with it. */
function merged(holds: readonly Needing[]): readonly Needing[] {
  const told: Needing[] = []
  for (const hold of holds) {
    const at = told.findIndex(({ needs }) => hold.needs.length > 0 && hold.needs.every((need) => needs.includes(need)))
    const covers = told[at]
    if (covers === undefined) told.push(hold)
    else told[at] = { ...covers, reasons: [...covers.reasons, ...hold.reasons] }
  }
  return told
}

const wholeStudy = 'study'
const diagnosis = 'dx.class'

/** Many fields of a scan are one thing to get, and the parts of a conclusion one thing to sign. */
const needOf = (id: string): string =>
  id.startsWith('dx.') ? diagnosis : factOf(id)?.scope === 'study' ? wholeStudy : id

const needsOf = (because: Because | undefined): readonly string[] =>
  listed([...new Set((because?.waitsFor ?? []).map((id) => needOf(id)))])

/** From so many questions of one list on, the list is asked: nobody reads twenty links. */
const listFrom = 4

function listed(needs: readonly string[]): readonly string[] {
  return pathway.screens.reduce((left, { id, facts }) => {
    const inIt = left.filter((need) => facts.some((fact) => fact.id === need))
    const list = `screen.${id}`
    return inIt.length < listFrom ? left : [list, ...left.filter((need) => need !== list && !inIt.includes(need))]
  }, needs)
}

const idsOf = (reasons: readonly Because[], need: string): readonly string[] => [
  ...new Set(reasons.flatMap(({ waitsFor }) => waitsFor ?? []).filter((id) => needOf(id) === need)),
]

function wayOut(need: string, ids: readonly string[], advice: Advice, recorded: Recording): WayOut {
  if (need === wholeStudy) return scanOf(ids, advice, recorded)
  return { label: words.holds.ways[need] ?? words.holds.answer(factLabel(need)), place: targetOf(need) }
}

/** What a scan waits for: the acknowledgement of one that is there, or a scan that is not. */
function scanOf(ids: readonly string[], { nextSteps }: Advice, recorded: Recording): WayOut {
  if (ids.length === 1 && ids[0] === 'study.acknowledged') {
    const waiting = recorded.entries(wholeStudy).find(({ fields }) => fields['study.acknowledged'] !== true)
    return {
      label: words.holds.acknowledge(waiting?.date == null ? '' : dateWords(waiting.date)),
      place: targetOf(wholeStudy),
    }
  }
  const step = nextSteps.find(
    (one) => one.state !== 'early' && one.missing.includes(wholeStudy) && targetOfStep(one).screen === 'imaging',
  )
  return step === undefined
    ? { label: words.holds.ways[wholeStudy] ?? wholeStudy, place: targetOf(wholeStudy) }
    : { label: step.label, place: targetOfStep(step) }
}

/** No answer takes it away: the step of today that is about the same thing, when there is one. */
function stepsAbout(reasons: readonly Because[], steps: readonly NextStep[]): readonly WayOut[] {
  const facts = reasons.flatMap((reason) => reason.facts)
  const about = facts
    .flatMap((id) => (findingsOf(id).length > 0 ? [wholeStudy] : factOf(id) || entryOf(id) ? [id] : []))
    .map(targetOf)
  const settles = (one: NextStep): boolean =>
    pathway.steps.some(({ id, settles }) => id === one.id && settles.some((fact) => facts.includes(fact.id)))
  const step = steps.find(
    (one) => one.state !== 'early' && (about.some((place) => isSamePlace(place, targetOfStep(one))) || settles(one)),
  )
  return step === undefined ? [] : [{ label: step.label, place: targetOfStep(step) }]
}

const isSamePlace = (a: ScreenTarget, b: ScreenTarget): boolean => samePart(a, b) && a.ask === b.ask
