import { type Fact, unknownReasons } from '@facialis/language'
import type { Resource } from '../read/resources.ts'
import {
  alertSystem,
  answerSystem,
  decisionAnswerSystem,
  decisionSystem,
  emptySystem,
  entrySystem,
  factSystem,
  ownerSystem,
  ruleSystem,
  screenSystem,
  stepSystem,
  unknownSystem,
} from '../terms/systems.ts'
import { described, type Publishing } from './described.ts'

type Code = Readonly<{ code: string; display: string; definition?: string }>

/** Facts about the person and fields of entries, once each. */
export const allFacts = ({ pathway }: Publishing): readonly Fact[] => [
  ...new Map(
    [...pathway.facts, ...pathway.entries.flatMap(({ fields }) => Object.values(fields))].map((fact) => [
      fact.id,
      fact,
    ]),
  ).values(),
]

/** Every code of our own that published artefacts and recorded resources use. */
export function codeSystems(publishing: Publishing): readonly Resource[] {
  const { pathway } = publishing
  const facts = allFacts(publishing)
  const words = facts.flatMap((fact) => ('values' in fact ? fact.values : []))
  const rules = pathway.decisions.flatMap(({ body }): readonly Code[] => {
    const stated =
      body.kind === 'gate'
        ? [...body.needs, ...body.limits]
        : body.kind === 'ranked'
          ? [...body.rules, body.otherwise]
          : [body.otherwise]
    return stated.map(({ id, text }) => ({ code: id, display: text }))
  })
  const system = (id: string, url: string, title: string, codes: readonly Code[]): Resource =>
    described('CodeSystem', { id, url, title }, publishing, {
      caseSensitive: true,
      content: 'complete',
      count: codes.length,
      concept: codes,
    })
  return [
    system(
      'fact',
      factSystem,
      'Facts',
      once(facts.map(({ id, label, question }) => ({ code: id, display: label, definition: question }))),
    ),
    system('answer', answerSystem, 'Words that answer facts', wordsAsCodes(words)),
    system('set', emptySystem, 'Sets without a member', [{ code: 'empty', display: 'None of these' }]),
    system('unknown-reason', unknownSystem, 'Why an answer is not there', wordsAsCodes(unknownReasons)),
    system(
      'entry',
      entrySystem,
      'Kinds of entry',
      pathway.entries.map(({ id, label }) => ({ code: id, display: label })),
    ),
    system(
      'screen',
      screenSystem,
      'Lists asked as a whole',
      pathway.screens.map(({ id, label }) => ({ code: id, display: label })),
    ),
    system('owner', ownerSystem, 'Owners of steps', wordsAsCodes(pathway.steps.map(({ owner }) => owner))),
    system('rule', ruleSystem, 'Rules, needs and limits', once(rules)),
    system(
      'decision',
      decisionSystem,
      'Decisions',
      pathway.decisions.map(({ id, asks }) => ({ code: id, display: asks })),
    ),
    system(
      'decision-answer',
      decisionAnswerSystem,
      'Words that answer decisions',
      wordsAsCodes(pathway.decisions.flatMap(({ answers }) => answers)),
    ),
    system(
      'step',
      stepSystem,
      'Next steps',
      once(pathway.steps.map(({ id, label, text }) => ({ code: id, display: label, definition: text }))),
    ),
    system('alert', alertSystem, 'Alerts', once(pathway.alerts.map(({ id, text }) => ({ code: id, display: text })))),
  ].filter(({ count }) => count !== 0)
}

/** One code where several rules share a name: the first says what it is called. */
const once = (codes: readonly Code[]): readonly Code[] =>
  [...new Map(codes.toReversed().map((code) => [code.code, code])).values()].toReversed()

const wordsAsCodes = (words: readonly string[]): readonly Code[] =>
  once(words.map((code) => ({ code, display: code.replaceAll('-', ' ') })))
