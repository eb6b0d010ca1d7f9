import { type AboutClip, clipKinds, type PatientView } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { type Result, refuse } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'
import { fileKindOf } from '../patient/file-kind.ts'
import { openInUse } from '../patient/open-chart.ts'
import { performAction } from './perform-action.ts'

type Adding = Readonly<{
  patientId: string
  clip: Readonly<{ about: AboutClip; bytes: Uint8Array }>
  who: SignedIn
  requestId: string
  idempotencyKey: string | null
}>

/** Keeps a clip with the person (nobody and nothing here analyses it), tells it on the timeline and in the audit trail, all in one act. */
export async function addClip(clinic: Clinic, adding: Adding): Promise<Result<PatientView>> {
  const { patientId, who, requestId, idempotencyKey } = adding
  const { about, bytes } = adding.clip
  const open = await openInUse(clinic, clinic.record, patientId)
  if (!open.ok) return open
  const kind = fileKindOf(bytes, clipKinds)
  if (kind === null)
    return refuse(422, 'wrong-kind', 'Only MP4, MOV and WebM videos and JPEG and PNG photos can be attached.', {
      where: 'bytes',
    })
  const what = `${kind.mediaType.startsWith('video/') ? 'Video' : 'Photo'} ${about.from === 'home' ? 'from home' : 'at the visit'}`
  // Telephones name their files by themselves, and people by whom they show: neither is kept.
  const name = `${what}, ${clinic.today()}.${kind.ending}`
  return performAction(clinic, {
    open: open.value,
    who,
    requestId,
    action: 'attachment-added',
    tells: { kind: 'attachment', note: `${what}. The person agreed to keep it for their care.` },
    ...(idempotencyKey && { again: { idempotencyKey, idempotencyBody: { patientId, about, size: bytes.byteLength } } }),
    alongside:
      (told) =>
      async ({ attachments }) => {
        await attachments.add({ patientId, subject: told, name, mediaType: kind.mediaType, bytes })
        return undefined
      },
  })
}
