import { type Condition, type DateTerm, established, type Fact, type NumberTerm, not } from '@facialis/language'

/** A small change somebody could make by mistake. */
export type Change = Readonly<{ says: string; by: unknown }>
type Node = Condition | DateTerm | NumberTerm

/** Of nobody: what asks this is as good as left out. */
export const never: Condition = { kind: 'any', of: [] }
const plus = (term: NumberTerm, by: number): NumberTerm => ({ kind: 'plus', of: [term, { kind: 'number', value: by }] })

/** Every small change to one condition, number or date; what is inside it is changed by itself. */
export function changesTo(node: Node): readonly Change[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return [
        ...node.of.map((_, i) => ({
          says: `part ${i + 1} dropped`,
          by: { ...node, of: node.of.filter((_, j) => j !== i) },
        })),
        ...(node.of.length > 1
          ? [{ says: `${node.kind} for ${swapped[node.kind]}`, by: { ...node, kind: swapped[node.kind] } }]
          : []),
      ]
    case 'not':
      return [{ says: 'not removed', by: node.of }]
    case 'established':
      return [{ says: 'not known counts as not known', by: node.of }]
    case 'is':
      return [
        ...fewer(node.values).map(([word, values]) => ({
          says: `${word} dropped`,
          by: values.length === 0 ? never : { ...node, values },
        })),
        ...others(node.fact, node.values).map((word) => ({
          says: `${word} added`,
          by: { ...node, values: [...node.values, word] },
        })),
      ]
    case 'has':
      return [
        ...fewer(node.members).map(([word, members]) => ({
          says: `${word} dropped`,
          by: members.length === 0 ? never : { ...node, members },
        })),
        ...others(node.fact, node.members).map((word) => ({
          says: `${word} added`,
          by: { ...node, members: [...node.members, word] },
        })),
      ]
    case 'compare':
      return [
        { says: `${node.op} to ${edges[node.op]}`, by: { ...node, op: edges[node.op] } },
        ...[1, -1].map((by) => ({ says: `bound moved by ${by}`, by: { ...node, right: plus(node.right, by) } })),
      ]
    case 'decided':
      return [
        ...fewer(node.answers).map(([answer, answers]) => ({
          says: `${answer} dropped`,
          by: answers.length === 0 ? never : { ...node, answers },
        })),
        ...node.decision.answers
          .filter((answer) => !node.answers.includes(answer))
          .map((answer) => ({ says: `${answer} added`, by: { ...node, answers: [...node.answers, answer] } })),
      ]
    case 'some':
      return [
        { says: 'none for some', by: not(node) },
        ...(node.where.kind === 'always' ? [] : [{ says: 'of any entry', by: { ...node, where: { kind: 'always' } } }]),
      ]
    case 'recent':
      return [
        { says: 'the one before it', by: { ...node, back: node.back + 1 } },
        ...(node.back > 0 ? [{ says: 'the one after it', by: { ...node, back: node.back - 1 } }] : []),
      ]
    case 'unanswered':
      return [{ says: 'answered for unanswered', by: not(node) }]
    case 'latest-date':
      return [{ says: 'first for latest', by: { ...node, kind: 'first-date' } }]
    case 'first-date':
      return [{ says: 'latest for first', by: { ...node, kind: 'latest-date' } }]
    case 'earliest':
    case 'latest':
      return [
        { says: `${ends[node.kind]} for ${node.kind}`, by: { ...node, kind: ends[node.kind] } },
        ...(node.of.length > 1
          ? node.of.map((_, i) => ({
              says: `date ${i + 1} dropped`,
              by: { ...node, of: node.of.filter((_, j) => j !== i) },
            }))
          : []),
      ]
    case 'provided':
      return [{ says: 'whether or not it holds', by: node.date }]
    case 'shifted':
      return [{ says: 'not shifted', by: node.date }]
    case 'always':
    case 'named':
    case 'proposed':
    case 'date-of':
    case 'recorded':
    case 'entry-date':
    case 'as-of':
    case 'number':
    case 'policy':
    case 'quantity':
    case 'days-between':
    case 'years-between':
    case 'count':
    case 'sum':
    case 'plus':
    case 'times':
    case 'run-length':
      return []
    default:
      return node satisfies never
  }
}

/** Where a rule, need or limit asks: what is not known counts as yes, or as no. */
export const blurred = (condition: Condition): readonly Change[] =>
  condition.kind === 'established'
    ? []
    : [
        { says: 'not known counts as yes', by: not(established(not(condition))) },
        { says: 'not known counts as no', by: established(condition) },
      ]

const swapped = { all: 'any', any: 'all' } as const
const ends = { earliest: 'latest', latest: 'earliest' } as const
const edges = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' } as const

const fewer = (words: readonly string[]): readonly (readonly [string, readonly string[]])[] =>
  words.map((word) => [word, words.filter((other) => other !== word)])
const others = (fact: Fact, words: readonly string[]): readonly string[] =>
  'values' in fact ? fact.values.filter((word) => !words.includes(word)) : []
