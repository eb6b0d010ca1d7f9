import * as z from 'zod/mini'
import { longestSearch, needReasons, rowsSent, shows } from '../agreed/board.ts'
import type { Endpoints, Input, Output } from './endpoint.ts'
import { side } from './patient-view.ts'
import { named, noted } from './schema-notes.ts'

const text = z.string()
const maybe = z.nullable(text)

const boardRow = named(
  'BoardRow',
  z.object({
    id: text,
    name: text,
    otherNames: noted(
      'By what else somebody may look for them: earlier names, and those in a record that was merged.',
      z.array(text),
    ),
    birthDate: maybe,
    side: z.nullable(side),
    stage: text,
    also: z.array(text),
    since: maybe,
    gate: noted('The answer of the toxin gate.', text),
    blockedOn: noted('When it is shut, the first missing thing in words.', maybe),
    opensOn: noted('The day on which a shut gate opens by itself.', maybe),
    exceptionUntil: noted('The day until which a standing exception lets a shut gate be passed.', maybe),
    awaitsVisit: noted('Nobody here has seen the person yet.', z.boolean()),
    visitOn: noted('The day for which their first visit is booked, while nobody here has seen them.', maybe),
    visitMissed: noted('The day of a first visit that did not take place, until another is booked.', maybe),
    next: z.nullable(z.object({ label: text, owner: text, urgency: text, dueBy: maybe, state: text })),
    overdue: z.int(),
    critical: z.array(text),
    letterOwed: noted('The day since which whoever referred waits for a letter; null when none is owed.', maybe),
    interpreter: maybe,
    notInUse: noted('Whoever keeps the record has taken it out of use, and something in it still waits.', z.boolean()),
    behindSince: noted(
      'The row is of this day and does not hold any more; it is being worked out. Null when it holds.',
      maybe,
    ),
  }),
)
export type BoardRow = Output<typeof boardRow>

const boardRequest = named(
  'BoardRequest',
  z.object({
    id: text,
    kind: z.enum(['appointment', 'referral']),
    name: text,
    received: text,
    arrived: noted('When it arrived here.', text),
    state: text,
    redFlags: noted('Red flags that were answered with "yes", by the ids of their facts.', z.array(text)),
    call: noted('One of them is answered by telephone on the same day.', z.boolean()),
  }),
  'What arrived at the front door and waits.',
)
/** What arrived at the front door and waits. */
export type BoardRequest = Output<typeof boardRequest>

const needing = z.object({ id: text, name: text, why: z.enum(needReasons) })
export type Needing = Output<typeof needing>
export type NeedReason = Needing['why']

const board = named(
  'Board',
  z.object({
    today: text,
    now: noted('The present as an instant, by the clock that wrote the others.', text),
    rows: noted('By stage, within a stage whoever needs somebody first.', z.array(boardRow)),
    matching: noted('How many fulfil every filter, of whom `rows` are the first.', z.int()),
    everybody: noted('How many are treated here.', z.int()),
    stages: noted(
      'In the order of the journey: how many of those who fulfil every filter are at a stage; how many would with this filter for the stage.',
      z.array(z.object({ stage: text, standing: z.int(), counted: z.int() })),
    ),
    atAnyStage: noted('How many fulfil every filter but that for the stage.', z.int()),
    groups: noted(
      'Everybody, counted by the stages they stand at and the answer of the toxin gate.',
      z.array(z.object({ stages: z.array(text), gate: text, count: z.int() })),
    ),
    owners: noted('Whose step is next for anybody.', z.array(text)),
    needing: noted(
      'Who needs the reader today: how many, and the first few.',
      z.object({ count: z.int(), first: z.array(needing) }),
    ),
    working: noted(
      'How many of how many rows are worked out, while some are not.',
      z.nullable(z.object({ done: z.int(), of: z.int() })),
    ),
    requests: z.array(boardRequest),
  }),
)
export type Board = Output<typeof board>

const word = z.nullable(z.string().check(z.maxLength(80)))
const filters = {
  search: noted('Parts of a name or a birth date.', z.string().check(z.maxLength(longestSearch))),
  stage: word,
  show: z.enum(shows),
  owner: word,
}
const asked = named(
  'BoardAsked',
  z.strictObject({
    ...filters,
    most: noted('How many rows are sent.', z.int().check(z.minimum(1), z.maximum(rowsSent.most))),
  }),
)
/** The first rows of those who fulfil every filter. */
export type BoardAsked = Input<typeof asked>
/** Whom somebody wants to see. A search is somebody's name: it travels in a body, never in an address. */
export type BoardFilters = Omit<BoardAsked, 'most'>

export const boardApi = {
  'GET /api/board': { name: 'readBoard', does: 'Lists everyone by stage, and the waiting requests.', gives: board },
  'POST /api/board': {
    name: 'filterBoard',
    does: 'Lists those on the board who match every filter.',
    takes: asked,
    gives: board,
  },
} as const satisfies Endpoints
