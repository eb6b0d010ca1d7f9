import type { Alert, Check, Collection, Feature, Pathway, Ranking, Step } from '@facialis/language'
import { unitWords, type Wording } from '../../ground/words.ts'
import { anchorOf } from './anchors.ts'
import type { Block, Page } from './book.ts'
import { citedSources, flagsOf } from './cited-sources.ts'
import { alertKey, type PageContext, ruleKey, stepKey } from './rule-coverage.ts'
import { rulePage } from './rule-page.ts'

export const collectionPage = (collection: Collection, { examplesOf, wording }: PageContext): Page => ({
  id: anchorOf('list', collection.id),
  name: collection.id,
  title: collection.asks,
  flags: [],
  sources: [],
  body: [{ kind: 'text', text: `Each of the ${collection.items.length} that holds is told.` }],
  parts: collection.items.map((item) =>
    rulePage(
      {
        ...item,
        id: anchorOf('item', collection.id, item.id),
        name: item.id,
        says: [],
        people: examplesOf(ruleKey(collection.id, item.id)),
      },
      wording,
    ),
  ),
})

export const rankingPage = (ranking: Ranking, { wording }: PageContext): Page => ({
  id: anchorOf('list', ranking.id),
  name: ranking.id,
  title: ranking.asks,
  flags: [],
  sources: [],
  body: [
    {
      kind: 'text',
      text: 'Ordered by what speaks for each less what speaks against it. The weights order and are no probabilities.',
    },
  ],
  parts: ranking.candidates.map((candidate) => ({
    id: anchorOf('candidate', ranking.id, candidate.id),
    name: candidate.id,
    title: candidate.label,
    flags: flagsOf(candidate.because),
    sources: citedSources(candidate.because),
    body: [
      features('Speaks for it', candidate.for, wording),
      features('Speaks against it', candidate.against, wording),
      { kind: 'text', text: `What would settle it: ${candidate.test}` },
    ],
    parts: [],
  })),
})

const features = (title: string, list: readonly Feature[], { wordsOf }: Wording): Block => ({
  kind: 'list',
  title,
  items: list.map(
    ({ label, weight, when }) => `${label}${weight === 1 ? '' : ` (weight ${weight})`}: ${wordsOf(when)}`,
  ),
})

export const stepPage = (step: Step, { examplesOf, wording }: PageContext): Page =>
  rulePage(
    {
      id: anchorOf('step', step.id),
      name: step.id,
      text: step.label,
      because: step.because,
      when: step.when,
      asks: 'Called for when',
      says: [step.text, `Owner: ${step.owner}. ${urgencyWords(step, wording)}`],
      people: examplesOf(stepKey(step.id)),
      more: [
        windowOf(step, wording),
        { kind: 'list', title: 'Counts from', items: step.anchors.map(({ date }) => wording.dateWords(date)) },
        { kind: 'list', title: 'Can change', items: step.settles.map(({ label }) => label) },
        { kind: 'list', title: 'Serves', items: step.rules },
      ],
    },
    wording,
  )

function urgencyWords({ urgency }: Step, { wordsOf }: Wording): string {
  const cases = urgency.map(({ when, is }) => (when.kind === 'always' ? is : `${is} when ${wordsOf(when)}`))
  const isSure = urgency.some(({ when }) => when.kind === 'always')
  return cases.length === 0 ? 'Routine.' : `Urgency: ${[...cases, ...(isSure ? [] : ['else routine'])].join('; ')}.`
}

function windowOf({ anchors, window }: Step, { numberWords }: Wording): Block {
  const from = anchors.length === 1 ? 'the day it counts from' : 'the latest of the days it counts from'
  const words = { opens: numberWords(window.opens), due: numberWords(window.due), overdue: numberWords(window.overdue) }
  return {
    kind: 'list',
    title: `In days after ${from}`,
    items: [
      ...(words.opens === '0' ? [] : [`not before ${words.opens}`]),
      `due by ${words.due}`,
      ...(words.overdue === words.due ? [] : [`overdue after ${words.overdue}`]),
    ],
  }
}

export const alertPage = (alert: Alert, { examplesOf, wording }: PageContext): Page =>
  rulePage(
    {
      id: anchorOf('alert', alert.id),
      name: alert.id,
      text: alert.text,
      because: alert.because,
      when: alert.when,
      asks: 'Said when',
      says: [`Severity: ${alert.severity}.`],
      people: examplesOf(alertKey(alert.id)),
      more: [{ kind: 'list', title: 'Serves', items: alert.rules }],
    },
    wording,
  )

const checkEffects = {
  stop: 'Cannot be signed while it holds.',
  confirm: 'Asks for a second press and a reason.',
  note: 'Is said, and changes nothing.',
} as const

export const checkPage = (check: Check, { wording }: PageContext): Page =>
  rulePage(
    {
      id: anchorOf('check', check.entry.id, check.id),
      name: check.id,
      text: check.text,
      because: check.because,
      unverified: check.unverified,
      when: check.when,
      asks: `Holds of a proposed ${check.entry.label} when`,
      says: [`${checkEffects[check.effect]} Not known whether it holds, it has the same effect.`],
      people: null,
    },
    wording,
  )

/** Numbers a site may set, each with its bounds. */
export const numberPages = (pathway: Pathway): readonly Page[] =>
  pathway.policy.map((number) => ({
    id: anchorOf('number', number.id),
    name: number.id,
    title: number.label,
    flags: flagsOf(number.because),
    sources: citedSources(number.because),
    body: [
      {
        kind: 'text',
        text: `${number.default} ${unitWords[number.unit]}; a site may set ${number.min} to ${number.max}.`,
      },
    ],
    parts: [],
  }))

export const conflictPages = (pathway: Pathway): readonly Page[] =>
  pathway.conflicts.map((conflict) => ({
    id: anchorOf('conflict', conflict.id),
    name: conflict.id,
    title: conflict.question,
    flags: [],
    sources: citedSources([...conflict.seed, ...conflict.literature]),
    body: [
      { kind: 'text', text: `One says: ${conflict.seedSays}` },
      { kind: 'text', text: `The other says: ${conflict.literatureSays}` },
      { kind: 'text', text: `Followed: ${followed[conflict.followed]}. ${conflict.handling}` },
      { kind: 'list', title: 'Rules', items: conflict.rules },
    ],
    parts: [],
  }))

const followed = { seed: 'the first', literature: 'the second', both: 'both' } as const
