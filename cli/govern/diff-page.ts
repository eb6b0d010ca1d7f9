import { type Change, changesBetween, type Difference } from '@facialis/engine/govern/index.ts'
import { datedMark } from '@facialis/engine/publish/index.ts'
import type { Pathway } from '@facialis/language'
import { capital } from '../output/reasons.ts'
import { type ChangedExample, changedExamples, type Sentence } from './changed-examples.ts'

/** So many people of one kind, and so many rules behind an answer, are named; the others are counted. */
const mostNamed = 6
const mostSentences = 3

/**
 * What two versions say otherwise, as Markdown: first whom it would concern, since that is what a clinician asks; then
 * what is written otherwise, part by part.
 */
export function diffPage(old: Pathway, next: Pathway, titles: readonly [string, string]): string {
  const changes = changesBetween(old, next)
  const lines = [`# From ${titles[0]} to ${titles[1]}`, '', `${capital(datedMark(next).text)}.`, '']
  if (changes.length === 0) return [...lines, 'Both say the same.', ''].join('\n')
  const examples = changedExamples(old, next)
  return [
    ...lines,
    '## Who gets different answers',
    '',
    ...movedLines(examples.moved, examples.asked),
    ...(examples.unread.length === 0
      ? []
      : ['', `${people(examples.unread)} left out: some of their facts are not known to both versions.`]),
    '',
    '## What the text says differently',
    '',
    `${counted(changes)}.`,
    '',
    ...changes.flatMap(changeLines),
    '',
  ].join('\n')
}

function movedLines(moved: readonly ChangedExample[], asked: number): readonly string[] {
  if (moved.length === 0)
    return [
      `The advice changes for none of the ${asked} example people. It may change for people on record: see --over.`,
    ]
  return [
    `Of the ${asked} example people:`,
    '',
    ...[...Map.groupBy(moved, ({ asked: what }) => what)].flatMap(([what, moves]) => [
      `- **${what}**`,
      ...moves.flatMap(({ from, to, was, is, people: who }) => [
        `  - ${from} → ${to}: ${people(who)}`,
        ...(was.length === 0 ? [] : [`    - before: ${sentences(was)}`]),
        ...(is.length === 0 ? [] : [`    - now: ${sentences(is)}`]),
      ]),
    ]),
  ]
}

const sentences = (all: readonly Sentence[]): string =>
  [
    ...all
      .slice(0, mostSentences)
      .map(({ rule, text }) => (text === '' ? rule : `${rule}, ${text.replace(/\.$/, '')}`)),
    ...(all.length > mostSentences ? [`${all.length - mostSentences} more`] : []),
  ].join('; ')

const people = (ids: readonly string[]): string =>
  `${ids.length} ${ids.length === 1 ? 'person' : 'people'} (${ids.slice(0, mostNamed).join(', ')}${ids.length > mostNamed ? ', …' : ''})`

function counted(changes: readonly Change[]): string {
  const of = (kind: Change['kind']): number => changes.filter((one) => one.kind === kind).length
  return `${changes.length} ${changes.length === 1 ? 'part' : 'parts'}: ${of('changed')} changed, ${of('added')} added, ${of('dropped')} dropped`
}

function changeLines(change: Change): readonly string[] {
  const head = `- **${change.part.name}** ${change.kind}`
  return change.kind === 'changed' ? [head, ...change.differences.map(differenceLine)] : [head]
}

function differenceLine({ where, was, is }: Difference): string {
  if (was === null) return `  - ${where}: added ${quoted(is)}`
  if (is === null) return `  - ${where}: removed ${quoted(was)}`
  return `  - ${where}: was ${quoted(was)}, now ${quoted(is)}`
}

const quoted = (text: string | null): string => `“${text}”`
