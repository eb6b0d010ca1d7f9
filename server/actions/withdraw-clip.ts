import type { Resource } from '@facialis/record'
import { clipKinds, type PatientView } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { notFound, ok, type Result } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'
import { fileSystem, filesOf, hiddenFilesIn } from '../patient/hidden-files.ts'
import { openInUse } from '../patient/open-chart.ts'
import { viewOf } from '../patient/view.ts'
import { performAction } from './perform-action.ts'

type Withdrawing = Readonly<{ patientId: string; fileId: string; who: SignedIn; requestId: string }>

/**
 * The person no longer agrees to a video or photo: from this moment nobody is shown it. The file is kept, unseen, and who
 * withdrew it and when stands on the timeline. Withdrawing twice changes nothing.
 */
export async function withdrawClip(
  clinic: Clinic,
  { patientId, fileId, who, requestId }: Withdrawing,
): Promise<Result<PatientView>> {
  const open = await openInUse(clinic, clinic.record, patientId)
  if (!open.ok) return open
  const before = open.value
  const clip = (await filesOf(clinic.record, before)).find(
    ({ id, mediaType }) => id === fileId && clipKinds.includes(mediaType),
  )
  if (!clip) return notFound()
  if (hiddenFilesIn(before.resources).has(fileId)) return ok(await viewOf(clinic, before))
  return performAction(clinic, {
    open: before,
    who,
    requestId,
    action: 'attachment-withdrawn',
    tells: {
      kind: 'consent',
      note: `Withdrawn: the agreement to keep “${clip.name}”. It is shown to nobody any more.`,
    },
    changes: (at) => [
      { method: 'create', resource: refusalToShow({ id: clinic.record.newId(), patientId, fileId, at }) },
    ],
  })
}

type Refusing = Readonly<{ id: string; patientId: string; fileId: string; at: string }>

const refusalToShow = ({ id, patientId, fileId, at }: Refusing): Resource => ({
  resourceType: 'Consent',
  id,
  status: 'active',
  scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
  category: [{ text: 'Video or photo for care' }],
  patient: { reference: `Patient/${patientId}` },
  dateTime: at,
  policyRule: { text: 'No longer agreed' },
  provision: {
    type: 'deny',
    data: [{ meaning: 'instance', reference: { identifier: { system: fileSystem, value: fileId } } }],
  },
})
