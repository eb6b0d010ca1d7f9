import { type Cites, citeId, type Decision, flaggedText } from '@facialis/language'
import type { NodeIndex, PlannedDecision } from '../../plan/plan.ts'
import {
  atom,
  type CqlExpression,
  comment,
  compound,
  indented,
  literal,
  parenthesised,
  tuple,
} from './cql-expression.ts'
import { mayBeUnknown } from './lowered-library.ts'
import type { Scope, Writer } from './writer.ts'

export const citesText = (cites: Cites): string => cites.map(citeId).join(', ')

type Reason = Readonly<{ id: string; text: string; because: Cites; unverified?: boolean }>

/** A line that says which rule this is, what it rests on, and what it says. */
const ruleComment = (reason: Reason): string =>
  `${comment(`${reason.id} [${citesText(reason.because)}]: ${flaggedText(reason)}`)}\n`

/** The answer of a decision as a word. */
export function decisionText({ decision, body }: PlannedDecision, scope: Scope, writer: Writer): CqlExpression {
  switch (body.kind) {
    case 'ranked':
      return rankedText(decision, body, scope, writer)
    case 'gate':
      return gateText(decision, body, writer)
    case 'fold': {
      const each = (writer.lowered.decisions[body.each] as PlannedDecision).decision
      const { source, scope: entry } = writer.entriesOfDecision(body.entryKind, body.each)
      const told = entry.column({ decision: body.each })
      const lines = body.join.map(
        ({ each: at, answer }) =>
          `when exists (${source} where ${told.text} = ${literal(each.answers[at] as string).text}) then ${word(decision, answer)}`,
      )
      return cases(lines, word(decision, body.otherwise))
    }
    default:
      return body satisfies never
  }
}

const word = ({ answers }: Decision, at: number): string => literal(answers[at] as string).text

const cases = (lines: readonly string[], otherwise: string): CqlExpression =>
  lines.length === 0
    ? atom(otherwise)
    : compound(`case\n  ${lines.map(indented).join('\n  ')}\n  else ${indented(otherwise)}\nend`)

type Body<K> = Extract<PlannedDecision['body'], { kind: K }>

function rankedText(decision: Decision, body: Body<'ranked'>, scope: Scope, writer: Writer): CqlExpression {
  const written = decision.body.kind === 'ranked' ? decision.body : null
  const remarkOf = (at: number): string => {
    const rule = written?.rules[at]
    return rule ? ruleComment(rule) : ''
  }
  const last = written ? ruleComment(written.otherwise) : ''
  const isSettled = body.rules.every(({ when }) => !mayBeUnknown(writer.lowered, when))
  if (isSettled)
    return cases(
      body.rules.map(
        ({ when, answer }, at) =>
          `${remarkOf(at)}when ${indented(writer.said(when, scope).text)} then ${word(decision, answer)}`,
      ),
      word(decision, body.otherwise),
    )
  const row = (holds: CqlExpression, answer: number): string =>
    tuple([
      ['holds', holds],
      ['answer', literal(decision.answers[answer] as string)],
    ]).text
  const rows = [
    ...body.rules.map(({ when, answer }, at) => `${remarkOf(at)}${row(writer.said(when, scope), answer)}`),
    `${last}${row(atom('true'), body.otherwise)}`,
  ]
  const levels = levelsOf(decision).map((level) => `{ ${level.map((one) => literal(one).text).join(', ')} }`)
  return atom(
    `Truths."decided"(\n  {\n    ${rows.map((row) => indented(indented(row))).join(',\n    ')}\n  },\n  { ${levels.join(', ')} }\n)`,
  )
}

/** From the least bold on. Where answers have no order, two that may hold come to the one that says so. */
function levelsOf({ boldness, undetermined, answers }: Decision): readonly (readonly string[])[] {
  if (boldness) return boldness
  return [undetermined === null ? answers : [undetermined, ...answers.filter((one) => one !== undetermined)]]
}

function gateText(decision: Decision, body: Body<'gate'>, writer: Writer): CqlExpression {
  const gate = decision.body.kind === 'gate' ? decision.body : null
  const shut: Test[] = []
  const careful: Test[] = []
  const line = (of: readonly Reason[] | undefined, at: number, text: string): Test => {
    const one = of?.[at]
    return { why: one ? ruleComment(one) : '', text }
  }
  if (body.behind !== null) {
    const before = writer.answer(body.behind, null).text
    shut.push({ why: '', text: `${before} = 'blocked'` })
    careful.push({ why: '', text: `${before} = 'caution'` })
  }
  const told = (index: NodeIndex): string => parenthesised(writer.said(index, null))
  body.needs.forEach((need, at) => {
    shut.push(line(gate?.needs, at, `${told(need)} is not true`))
  })
  body.limits.forEach(({ when, ifUnknown, ifYes }, at) => {
    const levels: readonly (readonly [number, Test[]])[] = [
      [2, shut],
      [1, careful],
    ]
    for (const [level, lines] of levels) {
      const [onUnknown, onYes] = [ifUnknown === level, ifYes === level]
      const test = onUnknown && onYes ? 'is not false' : onYes ? 'is true' : onUnknown ? 'is null' : null
      if (test) lines.push(line(gate?.limits, at, `${told(when)} ${test}`))
    }
  })
  return cases([...arm(shut, 'blocked'), ...arm(careful, 'caution')], "'permitted'")
}

type Test = Readonly<{ why: string; text: string }>

const arm = (tests: readonly Test[], answer: string): readonly string[] => {
  if (tests.length === 0) return []
  const lines = tests.map(({ why, text }, at) => `${why}${at === 0 ? '' : 'or '}${indented(text)}`)
  return [`when\n    ${lines.map((one) => indented(indented(one))).join('\n    ')}\n  then '${answer}'`]
}
