import { personName } from '@facialis/fhir/read/person-name.ts'
import { dateWords } from '@facialis/language'
import type { Resource } from '@facialis/record'
import { fields } from '@facialis/wire'
import { identityOf, identityText } from '../../patient/identity.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'
import { type ActProvenance, actProvenanceIn } from '../../patient/provenance.ts'
import { reviewsIn } from '../../patient/reviews.ts'
import { isSameName } from '../../search-indexing/name-key.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import type { Target } from './targets.ts'

type Correctable = 'name' | 'birthDate'
type Writing = Readonly<{
  before: OpenRecord
  /** Who wrote it, as the beginning of a sentence: "Another system". */
  by: string
  /** What of it somebody looks at already may have been corrected. */
  of: readonly Correctable[]
}>

/**
 * What somebody has to look at, as a sentence, where a write gives a person another name or birth date than was put right
 * here: a system that sends every night what it has would take it back, and nobody would know. Null where nothing is lost.
 */
export function correctionOverwritten(targets: readonly Target[], { before, by, of }: Writing): string | null {
  const written = targets.find(({ type, id }) => type === 'Patient' && id === before.id)?.resource ?? null
  if (written === null) return null
  const [stood, is] = [personIn(before.patient), personIn(written)]
  const lost = of.flatMap((field) => {
    const last = stood[field] === is[field] ? undefined : lastCorrected(before, field)
    const right = last?.act.now?.[field] ?? null
    if (last === undefined || isAsRight[field](is[field], right, last.act.was?.[field] ?? null)) return []
    const put = `corrected on ${dateWords(last.date)} to ${identityText({ [field]: right }, field) ?? 'not known'}`
    return [`${fields[field].label.toLowerCase()} ${identityText(is, field) ?? 'none'} (${put})`]
  })
  if (lost.length === 0) return null
  const reason = `${by} wrote over what was corrected here: ${lost.join(', ')}. Look which is right; a name and a birth date are corrected under “Name and birth date”.`
  return reviewsIn(before.resources).some((one) => !one.done && one.reason === reason) ? null : reason
}

/** The last time that somebody put it right in this record. */
const lastCorrected = ({ id, resources }: OpenRecord, field: Correctable): ActProvenance | undefined =>
  resources
    .filter((one) => resourceKnowledge.patientOf(one) === id)
    .flatMap((one) => actProvenanceIn(one) ?? [])
    .filter(({ kind, act }) => kind === 'identity' && act.now?.[field] !== undefined)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0]

/** Whether what is written now says what was put right; `wrong` is what stood until then. */
const isAsRight: Readonly<
  Record<Correctable, (written: string | null, right: string | null, wrong: string | null) => boolean>
> = {
  name: (written, right) => isSameName(written ?? '', right ?? ''),
  // One that was found to be known less exactly than it stood is wrong, though it does not contradict.
  birthDate: (written, right, wrong) =>
    written === right || (written !== null && written !== wrong && (right === null || written.startsWith(`${right}-`))),
}

const personIn = (patient: Resource): Readonly<Record<Correctable, string | null>> => ({
  name: personName(patient),
  birthDate: identityOf(patient, null).birthDate,
})
