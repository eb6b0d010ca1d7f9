import {
  type Attestation,
  type Part,
  type ReadDigests,
  readDigestsOf,
  type SignatureStatus,
  signatureStatusOf,
} from '@facialis/engine/govern/index.ts'
import { beside } from '@facialis/knowledge/beside.ts'
import { memoiseWeak, type Pathway } from '@facialis/language'
import { sha256 } from '../input/versions.ts'
import { shownBy } from './shown.ts'

/** What a clinician reads of every part of the pathway, and of what is said beside it, as fingerprints. */
export const readingNow = memoiseWeak(
  (pathway: Pathway): ReadonlyMap<Part, ReadDigests> =>
    readDigestsOf(pathway, { shown: shownBy(pathway), beside, hash: sha256 }),
)

/** How much of it is signed, in one line, and each part that is not. */
export function signatureSummary(
  standings: readonly SignatureStatus[],
): Readonly<{ line: string; open: readonly string[] }> {
  const of = (is: SignatureStatus['is']): number => standings.filter((one) => one.is === is).length
  return {
    line: `${of('signed')} of ${standings.length} parts signed, ${of('stale')} changed since they were signed, ${of('unsigned')} not signed`,
    open: standings.flatMap((one) => (one.is === 'signed' ? [] : [standingLine(one)])),
  }
}

export function standingLine(one: SignatureStatus): string {
  if (one.is === 'signed')
    return `${one.part.name}: signed by ${one.by.map(({ by, on }) => `${by} on ${on}`).join(', ')}`
  if (one.is === 'unsigned') return `${one.part.name}: not signed`
  const last = one.by.at(-1) as Attestation
  return `${one.part.name}: signed by ${last.by} on ${last.on}; since then ${one.since.map((what) => sinceWords[what]).join(', ')}`
}

const sinceWords = {
  passages: 'a passage it rests on was changed',
  rule: 'it was changed',
  examples: 'the people who show it were changed',
  review: 'a source was due to be read again',
} as const

export const standingOn = (
  pathway: Pathway,
  attestations: readonly Attestation[],
  on: string,
): readonly SignatureStatus[] => signatureStatusOf(readingNow(pathway), { attestations, on })
