import type { Decision, ExceptionKind } from '@facialis/language'
import type { Wording } from '../../ground/words.ts'
import { gateTable, rankedTable } from '../tables/decision-table.ts'
import { anchorOf } from './anchors.ts'
import type { Block, Page } from './book.ts'
import { type PageContext, ruleKey } from './rule-coverage.ts'
import { conditionBlocks, rulePage } from './rule-page.ts'
import { gateTableView, rankedTableView, rulePageAnchor } from './table-views.ts'

export const decisionAnchor = (id: string): string => anchorOf('decision', id)

/** One question: its table, then each of its rules. */
export function decisionPage(decision: Decision, context: PageContext): Page {
  return {
    id: decisionAnchor(decision.id),
    name: decision.id,
    title: decision.asks,
    flags: [],
    sources: [],
    body: [
      { kind: 'text', text: mannerOf(decision, context.wording) },
      ...bodyBlocks(decision, context.wording),
      ...detailBlocks(decision),
    ],
    parts: rulePages(decision, context),
  }
}

function mannerOf({ scope, answers, boldness, undetermined }: Decision, { naming }: Wording): string {
  const about = scope === 'patient' ? '' : ` Asked of every ${scope}, one by one.`
  // The name of an answer may have a comma in it.
  const listed = answers.map(naming.answer).join('; ')
  if (boldness !== null) {
    const levels = boldness.map((level) => level.map(naming.answer).join(' = ')).join(' < ')
    return `Answers, from least to most bold: ${levels}. What is not known never makes an answer bolder.${about}`
  }
  return undetermined === null
    ? `Answers: ${listed}. Every rule asks what is established.${about}`
    : `Answers: ${listed}. Where rules leave it open, ${naming.answer(undetermined)}.${about}`
}

function bodyBlocks(decision: Decision, wording: Wording): readonly Block[] {
  const { body } = decision
  switch (body.kind) {
    case 'ranked':
      return [
        {
          kind: 'table',
          title: 'Decision table',
          table: rankedTableView(decision.id, rankedTable(decision, body), { otherwise: body.otherwise, wording }),
        },
      ]
    case 'gate':
      return [
        {
          kind: 'table',
          title: 'What shuts the gate',
          table: gateTableView(decision.id, gateTable(body, wording.wordsOf), wording),
        },
      ]
    case 'fold':
      return [
        {
          kind: 'list',
          title: `The first of these that any ${body.entry.label} has: ${body.each.asks}`,
          items: [...body.join.map(wording.naming.answer), `otherwise ${wording.naming.answer(body.otherwise.answer)}`],
        },
      ]
    default:
      return body satisfies never
  }
}

const detailBlocks = ({ detail }: Decision): readonly Block[] =>
  Object.keys(detail).length === 0 ? [] : [{ kind: 'list', title: 'Told besides', items: Object.keys(detail) }]

function rulePages(decision: Decision, { examplesOf, wording }: PageContext): readonly Page[] {
  const { body } = decision
  const place = (rule: string) => ({
    id: rulePageAnchor(decision.id, rule),
    name: rule,
    people: examplesOf(ruleKey(decision.id, rule)),
  })
  const otherwise = (rule: Extract<Decision['body'], { otherwise: unknown }>['otherwise']): Page =>
    rulePage(
      {
        ...place(rule.id),
        ...rule,
        id: place(rule.id).id,
        when: null,
        says: [`Otherwise: ${wording.naming.answer(rule.answer)}.`],
      },
      wording,
    )
  switch (body.kind) {
    case 'ranked':
      return [
        ...body.rules.map((rule, rank) =>
          rulePage(
            {
              ...rule,
              ...place(rule.id),
              says: [
                `Rank ${rank + 1}: answers ${wording.naming.answer(rule.answer)}${rule.outranks === null ? '' : `, over ${rule.outranks}`}.`,
              ],
            },
            wording,
          ),
        ),
        otherwise(body.otherwise),
      ]
    case 'gate':
      return [
        ...body.needs.map((need) =>
          rulePage(
            {
              ...need,
              ...place(need.id),
              when: need.needs,
              asks: 'Needed',
              says: ['Unless it is yes: blocked.'],
            },
            wording,
          ),
        ),
        ...body.limits.map((limit) => rulePage({ ...limit, ...place(limit.id), says: [limitWords(limit)] }, wording)),
        ...body.exceptions.map((kind) => exceptionPage(decision, kind, wording)),
      ]
    case 'fold':
      return [otherwise(body.otherwise)]
    default:
      return body satisfies never
  }
}

const effects = { block: 'Blocks', caution: 'Calls for caution', note: 'Is said, and changes nothing' } as const

const limitWords = ({ effect, atChair }: Readonly<{ effect: keyof typeof effects; atChair: boolean }>): string =>
  atChair
    ? `${effects[effect]}. Asked at the chair: not answered, it leaves the standing gate as it is and shuts the session’s.`
    : `${effects[effect]}. Not known, it applies.`

const exceptionPage = (decision: Decision, kind: ExceptionKind, wording: Wording): Page =>
  rulePage(
    {
      id: anchorOf('exception', decision.id, kind.code),
      name: kind.code,
      text: kind.label,
      because: kind.because,
      when: kind.available,
      asks: 'The reason may be used when',
      says: [
        'A standing exception: it changes no answer, and lets one act pass the shut gate.',
        ...(kind.warning === null ? [] : [`Its signer reads first: ${kind.warning}`]),
      ],
      people: null,
      more: [
        ...conditionBlocks(kind.inForce, 'A recorded exception is in force when', wording),
        { kind: 'list', title: 'May stand in for', items: kind.covers },
        ...(kind.states.length === 0
          ? []
          : [{ kind: 'list', title: 'Has to name', items: kind.states.map(({ label }) => label) } as const]),
      ],
    },
    wording,
  )
