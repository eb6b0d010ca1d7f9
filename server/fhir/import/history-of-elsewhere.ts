import { entryIdOf } from '@facialis/fhir/terms/native-id.ts'
import type { RecordView, Resource } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { dayNumber } from '../../core/site-day.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import type { Target } from '../write/targets.ts'
import { byPerson } from '../write/write-provenance.ts'
import { isAddition, isScreen } from './passes.ts'
import { isRecordOfFacialis, recordedElsewhere } from './recorded-elsewhere.ts'
import { changesWhatIsHere, endsWhatIsHere, isOfAct, isWhole, recordedHere } from './whole-history.ts'

type Importing = Readonly<{
  clinic: Clinic
  view: RecordView
  at: string
  /** The number of the last audit event before the import. */
  begun: number
  /** Whether some line of the files could not be read: nobody knows what it said. */
  isTorn: boolean
  /** A record as committed before the batch. */
  open: (id: string) => Promise<OpenRecord | null>
}>

/** `isAdded`: to something done before, which met the gate as what it is. */
export type History = Readonly<{ resource: Resource; isAdded: boolean }>

/** The code of a list of which not all is here. */
export const notWhole = 'not-whole'

/** Tells of each what it is as history of another Facialis; null where none recorded it so. */
export async function openHistory(
  targets: readonly Target[],
  { clinic, view, at, begun, isTorn, open }: Importing,
): Promise<(target: Target) => Promise<Result<History>> | null> {
  const ours = targets.filter(({ resource }) => resource !== null && isRecordOfFacialis(resource))
  // Nearly always: files of other systems.
  if (ours.length === 0) return () => null
  const { pathway, zone, versions } = clinic
  const accounts = new Set((await clinic.record.accounts.list()).map(({ id }) => id))
  const asking = { pathway, zone, versions, today: dayNumber(clinic.today()), at, accounts }
  // Whom this import brings, nobody here has recorded anything of.
  const before = new Set((await view.readAsOf('Patient', [...byPerson(ours).keys()], begun)).map(({ id }) => id))
  const among = new Set(ours)
  const history = async ({ resource }: Target): Promise<Result<History>> => {
    const read = recordedElsewhere(resource as Resource, asking)
    if (!read.ok) return read
    const kept = read.value
    const whose = resourceKnowledge.patientOf(kept)
    if (whose === null) return refuse(422, 'no-such-person', 'Whose this is, is not told.')
    const record = before.has(whose) || isScreen(kept) || isAddition(kept) ? await open(whose) : null
    if (record !== null && before.has(whose)) {
      const here = recordedHere(record)
      if (changesWhatIsHere(kept, here))
        return refuse(422, 'kept-by-acts', 'This changes what was recorded here: only an act here does.')
      if (endsWhatIsHere(kept, here))
        return refuse(
          422,
          'signed-here',
          'That a journey ended elsewhere ends none here: it is closed here, in an act.',
        )
    }
    const resources = record?.resources ?? []
    if (isScreen(kept))
      return !isTorn && isWhole(resources) && isOfAct(kept, resources)
        ? ok({ resource: kept, isAdded: false })
        : refuse(
            422,
            notWhole,
            'That a list was asked to its end counts only with all that was recorded of the person, and part of it is missing: import the whole export again, or ask anew.',
          )
    if (!isAddition(kept)) return ok({ resource: kept, isAdded: false })
    const id = entryIdOf(kept)
    const isAdded =
      record?.chart.entries.some((one) => one.id === id && one.date !== null && one.date.hi < asking.today) === true
    return ok({ resource: kept, isAdded })
  }
  return (target) => (among.has(target) ? history(target) : null)
}
