import { type Beside, isPastReview, type Pathway } from '@facialis/language'
import { digester, type Hash } from './digester.ts'
import { mentionedName, type Part, partBeside, partsOf } from './parts.ts'

/** Fingerprints of what somebody who signs a part has read: what it rests on, what it says, and who shows it. */
export type ReadDigests = Readonly<{ passages: string; rule: string; examples: string }>
const readingParts = ['passages', 'rule', 'examples'] as const

/** Somebody's signature under some parts, by name, as they stood on a day. Whether it is theirs is asked where keys are. */
export type Attestation = Readonly<{
  by: string
  role: string
  on: string
  parts: Readonly<Record<string, ReadDigests>>
}>

/** Who shows a part: what is known of each example person who does, and what is claimed of them. */
export type Shown = (part: Part) => readonly object[]

/** What a part rests on, says or is shown by was changed, or a source of it was to be read again. */
export type Since = keyof ReadDigests | 'review'

export type SignatureStatus =
  | Readonly<{ part: Part; is: 'signed'; by: readonly Attestation[] }>
  /** Somebody signed it, and since then something else has come true of it. */
  | Readonly<{ part: Part; is: 'stale'; by: readonly Attestation[]; since: readonly Since[] }>
  | Readonly<{ part: Part; is: 'unsigned' }>

type Context = Readonly<{ shown: Shown; beside: readonly Beside[]; hash: Hash }>

/** What has to be signed: all that is said. Passages are signed with whatever rests on them. */
const toSign = (pathway: Pathway, beside: readonly Beside[]): readonly Part[] => [
  ...partsOf(pathway).filter(({ kind }) => kind !== 'passage'),
  ...beside.map(partBeside),
]

/** What a clinician reads of each part before signing it, as fingerprints by its name. */
export function readDigestsOf(pathway: Pathway, { shown, beside, hash }: Context): ReadonlyMap<Part, ReadDigests> {
  const rule = digester(hash, mentionedName)
  const whole = digester(hash)
  return new Map(
    toSign(pathway, beside).map((part) => [
      part,
      {
        passages: whole(part.cites),
        rule: rule(part.says),
        examples: whole(shown(part)),
      },
    ]),
  )
}

/** How each part stands on a day (`YYYY-MM-DD`): signed as it is now, signed as it was, or by nobody. */
export function signatureStatusOf(
  reading: ReadonlyMap<Part, ReadDigests>,
  { attestations, on }: Readonly<{ attestations: readonly Attestation[]; on: string }>,
): readonly SignatureStatus[] {
  return [...reading].map(([part, now]): SignatureStatus => {
    const signed = attestations.flatMap((by) => {
      // Nobody has signed yet what is dated ahead.
      if (by.on > on) return []
      const then = by.parts[part.name]
      return then === undefined ? [] : [{ by, since: sinceOf(part, { then, now, signedOn: by.on, on }) }]
    })
    const valid = signed.filter(({ since }) => since.length === 0)
    if (valid.length > 0) return { part, is: 'signed', by: valid.map(({ by }) => by) }
    const last = signed.at(-1)
    return last ? { part, is: 'stale', by: signed.map(({ by }) => by), since: last.since } : { part, is: 'unsigned' }
  })
}

type Signed = Readonly<{ then: ReadDigests; now: ReadDigests; signedOn: string; on: string }>

/** A source that was to be read again counts as read when somebody has signed after that day. */
const sinceOf = (part: Part, { then, now, signedOn, on }: Signed): readonly Since[] => [
  ...readingParts.filter((name) => then[name] !== now[name]),
  ...(part.cites.some(
    (cite) => cite.kind === 'passage' && isPastReview(cite.source, on) && !isPastReview(cite.source, signedOn),
  )
    ? (['review'] as const)
    : []),
]
