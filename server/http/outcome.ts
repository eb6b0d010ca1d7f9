import { factSystem, own, ruleSystem } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'
import type { Problem } from '@facialis/wire'
import type { FastifyReply } from 'fastify'
import { idempotencyHeader, type Refusal } from '../core/refusal.ts'

export const fhirJson = 'application/fhir+json; charset=utf-8'

/** The word of the standard for a refusal, by its status; those that say more by their own code. */
const issueTypes: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  406: 'not-supported',
  409: 'conflict',
  410: 'deleted',
  412: 'conflict',
  413: 'too-long',
  415: 'not-supported',
  422: 'invalid',
  428: 'required',
  429: 'throttled',
  503: 'transient',
}
const byCode: Readonly<Record<string, string>> = {
  'gate-shut': 'business-rule',
  'not-yours': 'business-rule',
  'kept-by-acts': 'business-rule',
  'unknown-parameter': 'not-supported',
  'unknown-operation': 'not-supported',
  'several-found': 'multiple-matches',
  'key-reused': 'duplicate',
  'bad-value': 'value',
  'page-over': 'expired',
  'too-costly': 'too-costly',
  'too-long': 'too-long',
  'too-much-asked': 'too-costly',
}

/** What went wrong, as FHIR says it: which way, in which words, and where in what was sent. */
export function outcomeOf({ status, problem, all = [problem] }: Refusal): Resource {
  return { resourceType: 'OperationOutcome', issue: all.flatMap((one) => issuesOf(one, status)) }
}

function issuesOf({ code, sentence, where, reasons = [], missing = [] }: Problem, status: number): readonly object[] {
  const place = placeOf(where, status)
  return [
    {
      severity: 'error',
      code: byCode[code] ?? issueTypes[status] ?? (status < 500 ? 'processing' : 'exception'),
      details: { coding: [{ system: `${own}/problem`, code }], text: sentence },
      ...place,
    },
    ...reasons.map(({ rule, passage, text }) => ({
      severity: 'information',
      code: 'business-rule',
      details: { coding: [{ system: ruleSystem, code: rule }], text },
      diagnostics: `Passage ${passage}`,
      ...place,
    })),
    ...missing.map((fact) => ({
      severity: 'information',
      code: 'required',
      details: { coding: [{ system: factSystem, code: fact }], text: `Missing: ${fact}` },
      ...place,
    })),
  ]
}

/** What fails here, such as the disk, is nothing that was sent. */
function placeOf(where: string | undefined, status: number): { expression?: readonly string[] } {
  if (where === undefined || where === '' || status >= 500) return {}
  return { expression: [where === idempotencyHeader ? `http.${where}` : where] }
}

/** Something that went well, or well but for this. */
export const noticeOf = (severity: 'information' | 'warning', text: string): Resource => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code: 'informational', details: { text } }],
})

export const sendOutcome = (reply: FastifyReply, refusal: Refusal): FastifyReply =>
  reply
    .code(refusal.status)
    .type(fhirJson)
    .send(JSON.stringify(outcomeOf(refusal)))
