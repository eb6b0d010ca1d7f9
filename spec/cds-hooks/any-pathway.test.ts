import { askedChart, evaluate, lackingParts } from '@facialis/engine'
import { factSystem } from '@facialis/fhir'
import {
  type Drawing,
  draftOrdersIn,
  gateCards,
  incompleteCard,
  prefetchOf,
  readPrefetch,
  requestIn,
  standingCards,
} from '@facialis/fhir/cards/index.ts'
import {
  all,
  type Cites,
  type Code,
  decide,
  draft,
  entry,
  established,
  fact,
  fieldsOf,
  gate,
  has,
  named,
  need,
  neutral,
  no,
  not,
  nothingToProve,
  otherwise,
  ownJudgement,
  type Pathway,
  parseDate,
  passage,
  rule,
  some,
  step,
  when,
  yes,
} from '@facialis/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'
import { hookResponse } from './card-shape.ts'

/** A pathway about something else entirely: cards, queries and suggestions know no condition by name. */
const source = { id: 'book', title: 'A book about knees', dated: '2026', reviewBy: '2027' }
const K1 = passage('K1', source, { locator: 'page 1', strength: 'moderate', says: 'No brace on a knee that hurts.' })
const because: Cites = [K1]
const snomed = (code: string): Code => ({ system: 'snomed', code, confirmed: true })
const none = neutral('a test')

const pain = fact.yesNo('knee.pain', {
  question: 'Does the knee hurt?',
  label: 'pain of the knee',
  adverse: { brace: ['yes'] },
})
const field = fieldsOf('request')
const parts = field.set('request.views', ['front', 'side', 'skyline'], { question: 'Which views?', adverse: none })
const request = entry('request', { label: 'request of a picture', plural: 'requests' }, { parts })
const stage = decide('stage', {
  asks: 'Where is the knee?',
  answers: ['seen', 'not-seen'],
  rests: 'on what is established',
  rules: [
    rule('K-01', established(yes(pain)))
      .answers('seen')
      .because('It hurts.', K1),
  ],
  otherwise: otherwise('K-00', 'not-seen', 'Nobody has looked.', ownJudgement('a test')),
})
const brace = gate('brace', {
  asks: 'May a brace be ordered?',
  needs: [need('K-02', named('no pain', no(pain))).because('A knee that hurts is looked at first.', K1)],
  limits: [when('K-03', some(request)).cautions().because('A picture is on order.', K1)],
  exceptions: [],
})
const complete = step(
  'complete',
  {
    label: 'Add the missing views',
    text: 'Front and side belong together.',
    when: all(some(request), not(established(some(request, all(has(parts, 'front'), has(parts, 'side')))))),
    owner: 'clinician',
    anchor: { name: 'request', date: { kind: 'first-date', entry: request, where: { kind: 'always' } } },
    window: { due: 7 },
    settles: [request],
    rules: ['K-04'],
  },
  ...because,
)
const knee: Pathway = {
  id: 'knee',
  version: '2',
  title: 'Knees',
  status: draft,
  released: null,
  passages: [K1],
  facts: [pain],
  entries: [request],
  screens: [],
  policy: [],
  decisions: [brace, stage],
  collections: [],
  rankings: [],
  steps: [complete],
  alerts: [],
  checks: [],
  labels: [],
  conflicts: [],
  terminology: [
    {
      code: snomed('1'),
      display: 'knee pain',
      in: ['Condition'],
      means: [{ kind: 'states', fact: pain, value: 'yes' }],
    },
    {
      code: snomed('3'),
      display: 'picture of a knee',
      in: ['ServiceRequest'],
      means: [{ kind: 'enters', entry: request, fields: {} }],
    },
  ],
  focus: {},
  stage,
  toProve: nothingToProve,
}

const subject = { reference: 'Patient/demo' }
const coded = (code: string) => ({ coding: [{ system: 'http://snomed.info/sct', code }] })
const factOf = (code: string) => ({ coding: [{ system: factSystem, code }] })
const about = { patientId: 'demo', zone: 'UTC', today: 20_000 }
const asking = { asOf: 20_000, policy: {} }
const pages = {
  patient: { resourceType: 'Patient', id: 'demo' },
  condition: { resourceType: 'Condition', id: 'c', subject, code: coded('1') },
  questionnaireResponse: null,
  observation: null,
  serviceRequest: null,
}

const itself = (id: string): string => id
const asWritten = { decision: itself, answer: itself, value: itself }

function drawingOf(prefetch: Readonly<Record<string, unknown>>, asOf = asking.asOf): Drawing {
  const sent = readPrefetch(knee, prefetch, about)
  if (!sent.ok) throw new Error(sent.problem.sentence)
  const { chart, newest, lacking } = sent.value
  let next = 0
  return {
    pathway: knee,
    advice: evaluate(knee, chart, { ...asking, asOf }),
    newest,
    read: 'Read.',
    lacking: lacking.map(({ asked }) => asked.words),
    spoken: asWritten,
    newId: () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`,
  }
}

it('asks for what this pathway reads, and for nothing else', () => {
  expect(Object.fromEntries(prefetchOf(knee).map(({ key, query }) => [key, query]))).toEqual({
    patient: 'Patient/{{context.patientId}}',
    condition: 'Condition?patient={{context.patientId}}',
    questionnaireResponse: 'QuestionnaireResponse?patient={{context.patientId}}',
    serviceRequest:
      'ServiceRequest?patient={{context.patientId}}&code=http://snomed.info/sct%7C3,urn:oid:2.16.840.1.113883.6.96%7C3',
    observation:
      'Observation?patient={{context.patientId}}&combo-code=https://facialis.invalid/fact%7C,https://facialis.invalid/entry%7C,https://facialis.invalid/screen%7C',
  })
})

it('says where the person stands and holds its own gate shut, with its own passage', () => {
  const drawing = drawingOf(pages)
  const orders = draftOrdersIn(
    {
      draftOrders: {
        resourceType: 'Bundle',
        entry: [{ resource: { resourceType: 'DeviceRequest', id: 'd', subject } }],
      },
    },
    'demo',
  )
  if (!orders.ok) throw new Error(orders.problem.sentence)
  const cards = [
    ...standingCards(drawing, () => []),
    ...gateCards(drawing, { gate: 'brace', isShut: true, orders: orders.value }),
  ]
  hookResponse.parse({ cards })
  expect(cards.map(({ indicator, summary }) => [indicator, summary])).toEqual([
    ['info', 'Seen: nothing is due.'],
    ['critical', 'Not yet: A knee that hurts is looked at first.'],
  ])
  for (const { detail, source: from } of cards) {
    expect(detail).toContain('K1: No brace on a knee that hurts. (A book about knees, page 1; moderate)')
    expect(detail).toContain('pain of the knee: yes')
    expect(from.label).toBe('A book about knees')
  }
})

it('says of a passage that it was to be read again, from the day after and to programs too', () => {
  const ofDay = (day: string) => {
    const [card] = standingCards(drawingOf(pages, parseDate(day)?.lo), () => [])
    const basis = card?.extension['invalid.facialis.basis']
    return [/^- K1: .* \((.*)\)$/m.exec(card?.detail ?? '')?.[1], basis]
  }
  expect(ofDay('2027-12-31')).toEqual([
    'A book about knees, page 1; moderate',
    expect.not.objectContaining({ pastReview: expect.anything() }),
  ])
  expect(ofDay('2028-01-01')).toEqual([
    'A book about knees, page 1; moderate, to be read again since 2027',
    expect.objectContaining({ passages: ['K1'], pastReview: ['K1'] }),
  ])
})

it('calls a gate open only where everything was sent that may shut it', () => {
  const noPain = {
    resourceType: 'Observation',
    id: 'o',
    status: 'final',
    subject,
    code: factOf('knee.pain'),
    valueBoolean: false,
  }
  const linesOf = (prefetch: Readonly<Record<string, unknown>>) =>
    standingCards(drawingOf(prefetch), () => []).map(({ detail }) => detail.split('\n')[0])
  const page = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: noPain }] }
  const { condition: _, ...withoutProblems } = { ...pages, observation: page }
  expect(linesOf({ ...withoutProblems, condition: null })).toEqual(['May a brace be ordered? **Permitted**.'])
  expect(linesOf(withoutProblems)).toEqual([
    'May a brace be ordered? **Cannot tell**: permitted from what was sent, but something that was not sent may shut the gate.',
  ])
})

it('completes its own request with the fewest parts that satisfy it', () => {
  const drawing = drawingOf(pages)
  const requested = {
    entry: request,
    parts,
    words: [{ word: 'side', says: 'A view from the side', names: ['lateral'] }],
  }
  const resource = { resourceType: 'ServiceRequest', id: 'r', status: 'draft', subject, code: coded('3') }
  const chart = { observations: [], screens: [], entries: [] }
  const lacks = (order: typeof resource & Readonly<Record<string, unknown>>) => {
    const record = requestIn(knee, requested, order, { today: 20_000, zone: 'UTC' })
    return record && lackingParts(complete, { pathway: knee, chart, asking, entry: record, parts })
  }
  expect(lacks(resource)).toEqual(['front', 'side'])
  expect(lacks({ ...resource, note: [{ text: 'Lateral, please' }] })).toEqual(['front'])
  expect(lacks({ ...resource, code: coded('4') })).toBeNull()
  const order = { resource, reference: 'ServiceRequest/r', isSelected: true }
  const card = incompleteCard({ order, step: complete, parts: ['front', 'side'], facts: [] }, requested, drawing)
  hookResponse.parse({ cards: [card] })
  const [action] = card.suggestions?.[0]?.actions ?? []
  expect(action?.type === 'update' && lacks(action.resource as typeof resource)).toEqual([])
})

it('draws cards of any pathway, for any chart, that the specification would take', () => {
  fc.assert(
    fc.property(cases, ({ pathway, chart, asking: asked }) => {
      const told = askedChart(pathway, chart, asked)
      let next = 0
      const drawing: Drawing = {
        pathway,
        advice: evaluate(pathway, chart, asked),
        newest: null,
        read: 'Read.',
        lacking: [],
        spoken: asWritten,
        newId: () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`,
      }
      const order = {
        resource: { resourceType: 'MedicationRequest', id: 'o' },
        reference: 'MedicationRequest/o',
        isSelected: true,
      }
      const ofGates = pathway.decisions.flatMap(({ id, body }) =>
        body.kind === 'gate'
          ? gateCards(drawing, {
              gate: id,
              isShut: drawing.advice.decisions[id]?.answer === 'blocked',
              orders: [order],
            })
          : [],
      )
      hookResponse.parse({ cards: [...standingCards(drawing, told.grounds), ...ofGates] })
    }),
    { numRuns: 40 },
  )
})
