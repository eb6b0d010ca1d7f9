import { episodeFollowing, episodeResource } from '@facialis/fhir'
import type { Resource } from '@facialis/record'
import type { PatientView } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { type Result, refuse } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'
import { episodeOf, openInUse } from '../patient/open-chart.ts'
import { performAction } from './perform-action.ts'

type Following = Readonly<{ patientId: string; version: string; who: SignedIn; requestId: string }>

/** From now on somebody's episode follows another version of the pathway; who said so stands on the timeline. */
export async function followVersion(
  clinic: Clinic,
  { patientId, version, who, requestId }: Following,
): Promise<Result<PatientView>> {
  const opened = await openInUse(clinic, clinic.record, patientId)
  if (!opened.ok) return opened
  const open = opened.value
  if (clinic.versions.of(version) === null)
    return refuse(422, 'unknown-version', `There is no version ${JSON.stringify(version)} of the pathway here.`, {
      where: 'version',
    })
  if (clinic.versions.speaking(version).version !== version)
    return refuse(409, 'not-in-effect', `The version ${version} of the pathway does not count yet.`, {
      where: 'version',
    })
  if (open.follows === version)
    return refuse(409, 'followed', `This episode follows ${version} already.`, { where: 'version' })
  const pathway = { id: clinic.pathway.id, version }
  const kept = episodeOf(open, pathway)?.episode
  const id = kept?.id ?? clinic.record.newId()
  const episode = kept
    ? episodeFollowing(kept, pathway)
    : episodeResource({ id, patientId, began: clinic.today(), pathway })
  return performAction(clinic, {
    open,
    who,
    requestId,
    action: 'version-followed',
    tells: { kind: 'version', note: `${open.follows} → ${version}` },
    changes: () => [
      {
        method: 'update',
        resource: { ...(episode as Resource), id },
        expectedVersion: kept ? Number((kept as Resource).meta?.versionId) : 'any',
      },
    ],
  })
}
