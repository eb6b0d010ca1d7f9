import { isADoctor, isReaderOnly, type Profession } from '@facialis/wire'
import { ok, type Result, refuse } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'
import type { SentAct, SentEntry } from './act-shape.ts'

const signers: readonly (Profession | null)[] = ['neurologist', 'neurosurgeon', 'ophthalmologist']
const readers: readonly (Profession | null)[] = [
  'neuroradiologist',
  'general-radiologist',
  'neurosurgeon',
  'neurologist',
]

const maySign = (who: SignedIn): boolean => signers.includes(who.profession) && isADoctor(who.roles)

/**
 * Fills in what is true of the person who acts: who signed the diagnosis, in which role an exception was signed, who
 * read the study. It comes from the account and never from what was sent; a different claim is refused, not mended.
 */
export function withSignature(act: SentAct, who: SignedIn): Result<SentAct> {
  const signed = signedDiagnosis(act, who)
  if (!signed.ok) return signed
  const entries: SentEntry[] = []
  for (const [index, entry] of (act.entries ?? []).entries()) {
    const done = signedEntry(entry, act, who, `entries[${index}].fields`)
    if (!done.ok) return done
    entries.push(done.value)
  }
  return ok({ ...signed.value, ...(act.entries ? { entries } : {}) })
}

function signedDiagnosis(act: SentAct, who: SignedIn): Result<SentAct> {
  const facts = act.facts ?? {}
  if (!Object.keys(facts).some((id) => id.startsWith('dx.'))) return ok(act)
  const isTrainee = who.profession === 'trainee'
  if (!maySign(who) && !isTrainee) {
    const sentence =
      'A neurologist, neurosurgeon or ophthalmologist signs a diagnosis; your account has no such profession.'
    return refuse(403, 'may-not-sign', sentence, { where: 'facts["dx.class"]' })
  }
  const { 'dx.signedBy': claimed, 'dx.agreed': agreed, ...rest } = facts
  const mine = isTrainee ? 'trainee' : who.profession
  if (claimed !== undefined && claimed !== mine && claimed !== 'specialist-elsewhere') {
    const sentence = 'The signer is taken from your account; leave it out.'
    return refuse(422, 'not-yours', sentence, { where: 'facts["dx.signedBy"]' })
  }
  if (isTrainee && agreed !== undefined && agreed !== false && agreed !== 'no') {
    return refuse(403, 'may-not-sign', 'A specialist here agrees or co-signs.', { where: 'facts["dx.agreed"]' })
  }
  // Only agreeing leaves the signature of the colleague who concluded.
  const concludes = Object.keys(rest).some((id) => id.startsWith('dx.'))
  const signature = claimed ?? mine
  const needsAgreement = signature === 'trainee' || signature === 'specialist-elsewhere'
  return ok({
    ...act,
    facts: {
      ...rest,
      ...(concludes || claimed !== undefined ? { 'dx.signedBy': signature } : {}),
      // A conclusion by somebody who may not sign alone takes an earlier agreement with it.
      ...(agreed !== undefined ? { 'dx.agreed': agreed } : concludes && needsAgreement ? { 'dx.agreed': 'no' } : {}),
    },
  })
}

/** Server-set fields of an entry: claims other than the truth are refused, silence is filled. */
function signedEntry(entry: SentEntry, act: SentAct, who: SignedIn, where: string): Result<SentEntry> {
  const fields = Object.fromEntries(
    Object.entries(entry.fields).map(([id, value]) => [id.includes('.') ? id : `${entry.kind}.${id}`, value]),
  )
  if (entry.kind === 'exception') {
    if (!who.senior)
      return refuse(403, 'may-not', 'Only a senior clinician signs a standing exception.', { where: 'kind' })
    if (fields['exception.used'] !== undefined)
      return refuse(422, 'not-yours', 'That an exception is used up is noted when it is used.', {
        where: `${where}["exception.used"]`,
      })
    const amends = act.kind === 'correction'
    return ok({
      ...entry,
      fields: { ...fields, 'exception.signerRole': 'senior-clinician', ...(amends ? {} : { 'exception.used': 'no' }) },
    })
  }
  if (entry.kind === 'session' && fields['session.recordedAfter'] !== undefined)
    return refuse(422, 'not-yours', 'Whether it is recorded afterwards is said for the whole act.', {
      where: `${where}["session.recordedAfter"]`,
    })
  if (entry.kind === 'session' && fields['session.touchUp'] !== undefined)
    return refuse(422, 'not-yours', 'A touch-up is what is given under the exception for touch-ups; leave it out.', {
      where: `${where}["session.touchUp"]`,
    })
  const claim = entry.kind === 'study' ? judgeFields.find((id) => fields[id] !== undefined) : undefined
  if (claim !== undefined)
    return refuse(422, 'not-yours', 'Who judged the relevance, when and why is taken from the act; leave it out.', {
      where: `${where}[${JSON.stringify(claim)}]`,
    })
  if (entry.kind === 'study' && act.kind === 'relevance')
    return ok({ ...entry, fields: { ...fields, ...relevanceJudged(act, who) } })
  if (entry.kind === 'study' && act.kind === 'imaging-read' && isReaderOnly(who.roles)) {
    const role = readers.includes(who.profession) ? who.profession : 'other'
    const claimed = fields['study.readerRole']
    if (claimed !== undefined && claimed !== role)
      return refuse(422, 'not-yours', 'The reader of the study is taken from your account; leave it out.', {
        where: `${where}["study.readerRole"]`,
      })
    return ok({ ...entry, fields: { ...reread(entry, fields, act), 'study.readerRole': role } })
  }
  if (entry.kind === 'study' && act.kind === 'imaging-read') return ok({ ...entry, fields: reread(entry, fields, act) })
  return ok(entry)
}

const judgeFields = ['study.relevanceBy', 'study.relevanceName', 'study.relevanceOn', 'study.relevanceWhy'] as const

const relevanceJudged = (act: SentAct, who: SignedIn): Readonly<Record<string, unknown>> => ({
  'study.relevanceBy': who.profession,
  'study.relevanceName': who.name,
  'study.relevanceOn': act.date,
  ...(act.note?.trim() ? { 'study.relevanceWhy': act.note } : {}),
})

/** Whoever reads a scan again signs on the day of the act, unless the report that is typed in says another. */
const reread = (entry: SentEntry, fields: SentEntry['fields'], act: SentAct): SentEntry['fields'] =>
  (entry.supersedes?.length ?? 0) > 0 ? { 'study.signedOn': act.date, ...fields } : fields
