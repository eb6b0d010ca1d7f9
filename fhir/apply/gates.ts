import { type Advice, type Because, type Decided, type Decision, flaggedText, type Pathway } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { decisionSystem, ruleSystem } from '../terms/systems.ts'

type Gate = Readonly<{ gate: Decision; decided: Decided }>

/** Every gate with what it says now. */
const gatesOf = (pathway: Pathway, { decisions }: Advice): readonly Gate[] =>
  pathway.decisions.flatMap((gate) => {
    const decided = decisions[gate.id]
    return gate.body.kind === 'gate' && decided !== undefined ? [{ gate, decided: decided as Decided }] : []
  })

const isShut = ({ gate, decided }: Gate): boolean => decided.answer === gate.answers[0]
const isWideOpen = ({ gate, decided }: Gate): boolean => decided.answer === gate.answers.at(-1)

/** What may not be done now: every shut gate with what shuts it, and from which day it is open by itself. */
export const heldBack = (pathway: Pathway, advice: Advice): readonly JsonObject[] =>
  gatesOf(pathway, advice)
    .filter(isShut)
    .map((shut) => ({ detail: onHold(shut) }))

function onHold({ gate, decided: { answer, because, detail } }: Gate): JsonObject {
  // In words: a period beside `doNotPerform` would read as the time in which it must not be done.
  const opens = typeof detail.opensOn === 'string' ? [`It opens on ${detail.opensOn}.`] : []
  return {
    code: asked(gate),
    reasonCode: because.map(reasonOf),
    status: 'on-hold',
    statusReason: { text: [`${gate.asks} ${answer}`, ...opens].join('. ') },
    doNotPerform: true,
    description: `${gate.asks} ${answer}: ${[...because.map(flaggedText), ...opens].join(' ')}`,
  }
}

/** What may be done, and not without a thought: an issue for each gate that is open and not wide open, with its reasons. */
export const cautionsOf = (pathway: Pathway, advice: Advice, about: JsonObject): readonly Resource[] =>
  gatesOf(pathway, advice)
    .filter((one) => !isShut(one) && !isWideOpen(one))
    .map(({ gate, decided: { answer, because } }, at) => ({
      resourceType: 'DetectedIssue',
      id: `caution-${at + 1}`,
      status: 'final',
      code: asked(gate),
      severity: 'moderate',
      patient: about,
      evidence: because.map((reason) => ({ code: [reasonOf(reason)] })),
      detail: `${gate.asks} ${answer}: ${because.map(flaggedText).join(' ')}`,
    }))

const asked = ({ id, asks }: Decision): JsonObject => ({
  coding: [{ system: decisionSystem, code: id, display: asks }],
})

const reasonOf = (reason: Because): JsonObject => ({
  coding: [{ system: ruleSystem, code: reason.rule }],
  text: flaggedText(reason),
})
