import { dateWords } from '@facialis/language'
import { fields } from '@facialis/wire'
import { knowing } from '../../indexed/knowing.ts'
import { isSameName } from '../../indexed/name-key.ts'
import { identityOf, toldIn } from '../../patient/identity.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'
import { type Told, toldBy } from '../../patient/provenance.ts'
import { reviewsIn } from '../../patient/reviews.ts'
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
export function correctedOtherwise(targets: readonly Target[], { before, by, of }: Writing): string | null {
  const written = targets.find(({ type, id }) => type === 'Patient' && id === before.id)?.resource ?? null
  if (written === null) return null
  const [was, is] = [identityOf(before.patient, null), identityOf(written, null)]
  const lost = of.flatMap((field) => {
    const last = was[field] === is[field] ? undefined : lastCorrected(before, field)
    const right = last?.act.now?.[field] ?? null
    if (last === undefined || right === null || isSame(field, right, is[field])) return []
    const label = fields[field].label.toLowerCase()
    const put = `corrected on ${dateWords(last.date)} to ${toldIn({ [field]: right }, field)}`
    return [`${label} ${toldIn(is, field) ?? 'none'} (${put})`]
  })
  if (lost.length === 0) return null
  const reason = `${by} wrote over what was corrected here: ${lost.join(', ')}. Look which is right; a name and a birth date are corrected under “Name and birth date”.`
  return reviewsIn(before.resources).some((one) => !one.done && one.reason === reason) ? null : reason
}

/** The last time that somebody put it right in this record. */
const lastCorrected = ({ id, resources }: OpenRecord, field: Correctable): Told | undefined =>
  resources
    .filter((one) => knowing.patientOf(one) === id)
    .flatMap((one) => toldBy(one) ?? [])
    .filter(({ kind, act }) => kind === 'identity' && act.now?.[field] !== undefined)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0]

/** A name may be written otherwise; a birth date that was said more exactly, or less, is another. */
const isSame = (field: Correctable, right: string, written: string | null): boolean =>
  field === 'name' ? isSameName(right, written ?? '') : right === written
