import { labelsOf } from '@facialis/fhir'
import { isInUse } from '@facialis/fhir/read/linked-people.ts'
import { type Advice, type DetailValue, formatDay, type Pathway } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { BoardRow } from '@facialis/wire'
import { awaitsVisit, firstVisitOf } from './first-visit.ts'
import { identityOf, type Said } from './identity.ts'
import { letterOwed } from './letter-owed.ts'
import { otherNamesIn } from './names.ts'
import type { OpenRecord } from './open-chart.ts'
import { reviewsIn } from './reviews.ts'

/** One line of the board: where somebody stands, what holds them, and what is next. */
export function rowOf(open: OpenRecord, advice: Advice, { pathway, asOf }: Omit<Said, 'chart'>): BoardRow {
  const { id, name, birthDate, side, interpreter } = identityOf(open.patient, { pathway, chart: open.chart, asOf })
  const stage = advice.decisions[pathway.stage.id]
  const gate = advice.decisions.botulinum
  const answer = typeof gate?.answer === 'string' ? gate.answer : 'blocked'
  const visit = firstVisitOf(open, advice)
  // The advice puts first what is most urgent, and within that what opens a shut gate.
  const [next] = advice.nextSteps
  return {
    id,
    name,
    otherNames: otherNamesIn(open),
    birthDate,
    side,
    stage: typeof stage?.answer === 'string' ? stage.answer : 'referred',
    also: words(stage?.detail.also),
    since: typeof stage?.detail.since === 'string' ? stage.detail.since : null,
    gate: answer,
    blockedOn: answer === 'blocked' ? blockedOn(pathway, advice) : null,
    opensOn: typeof gate?.detail.opensOn === 'string' ? gate.detail.opensOn : null,
    exceptionUntil: exceptionUntil(gate, open),
    awaitsVisit: awaitsVisit(advice),
    visitOn: visit?.on ?? null,
    visitMissed: visit?.missed ?? null,
    next:
      next === undefined
        ? null
        : { label: next.label, owner: next.owner, urgency: next.urgency, dueBy: next.dueBy, state: next.state },
    overdue: advice.nextSteps.filter((step) => step.state === 'overdue').length,
    critical: advice.alerts.filter((alert) => alert.severity === 'critical').map((alert) => alert.text),
    letterOwed: letterOwed(open.patient, open.resources),
    interpreter,
    notInUse: !isInUse(open.patient),
    behindSince: null,
  }
}

/**
 * Nothing of a record that is not in use waits for anybody: what is dangerous or late in it is shown all the same, and so is
 * whoever has another record that is not here.
 */
export const isQuiet = (row: BoardRow, { resources, unread }: OpenRecord): boolean =>
  row.notInUse &&
  row.critical.length === 0 &&
  row.overdue === 0 &&
  unread.length === 0 &&
  reviewsIn(resources).every(({ done }) => done)

/** Of somebody whose record could not be worked out: a bug, which nobody shall take for a person who needs nothing. */
export function brokenRow(patient: Resource): BoardRow {
  const { id, name, birthDate, interpreter } = identityOf(patient, null)
  return {
    id,
    name,
    otherNames: otherNamesIn({ patient, resources: [patient] }),
    birthDate,
    side: null,
    stage: 'not-worked-out',
    also: [],
    since: null,
    gate: 'blocked',
    blockedOn: 'could not be worked out',
    opensOn: null,
    exceptionUntil: null,
    awaitsVisit: false,
    visitOn: null,
    visitMissed: null,
    next: null,
    overdue: 0,
    critical: ['This record could not be evaluated. Tell whoever looks after this server.'],
    letterOwed: null,
    interpreter,
    notInUse: !isInUse(patient),
    behindSince: null,
  }
}

const words = (value: DetailValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : []

/** The first day on which a standing exception that is in force ends. */
function exceptionUntil(gate: Advice['decisions'][string] | undefined, { chart }: OpenRecord): string | null {
  const inForce = gate?.detail.exceptions
  const ids = (Array.isArray(inForce) ? (inForce as readonly DetailValue[]) : []).flatMap((one) =>
    typeof one === 'object' && one !== null && 'entry' in one ? [one.entry] : [],
  )
  const ends = chart.entries.flatMap(({ id, fields }) => {
    const value = fields['exception.expires']
    return ids.includes(id) && value !== undefined && 'date' in value ? [formatDay(value.date.hi)] : []
  })
  return ends.sort()[0] ?? null
}

/** What no answer takes away, first; else the one thing that is not known or not yet signed, by name. */
function blockedOn(pathway: Pathway, { decisions }: Advice): string | null {
  const gate = decisions.botulinum
  const stands = gate?.because.find(({ waitsFor }) => waitsFor?.length === 0)
  if (stands) return stands.text
  const fields = new Set(pathway.entries.flatMap((entry) => Object.values(entry.fields).map(({ id }) => id)))
  const [missing, ...others] = gate?.missing ?? []
  // A scan that is not there lacks everything: the reason says it shorter than its first field.
  const isWhole = missing !== undefined && fields.has(missing) && others.some((id) => fields.has(id))
  if (missing !== undefined && !isWhole) {
    const label = labelsOf(pathway).get(missing) ?? missing
    return missing.startsWith('screen.') ? `not yet signed that ${label[0]?.toLowerCase()}${label.slice(1)}` : label
  }
  return gate?.because[0]?.text ?? null
}
