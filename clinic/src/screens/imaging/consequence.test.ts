import { chartFromPlainFacts } from '@facialis/fhir'
import { parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { assess, pathway } from '../../pathway.ts'
import { consequences } from './consequence.ts'
import { attestNormal, emptyRead, readAct, setField } from './study-read.ts'

const today = '2026-11-23'
const facts = {
  'person.birthDate': '1961-04-07',
  'hfs.side': 'left',
  'hfs.onset': '2019',
  'screen.red-flags': 'complete',
  'screen.examination': 'complete',
}
const read = chartFromPlainFacts(pathway, { facts, asOf: today }, { day: parseDate(today)?.hi ?? 0 })
if (!read.ok) throw new Error(JSON.stringify(read))
const asked = { chart: read.value.chart, today, policy: {} }

const whole = attestNormal(
  Object.entries({
    'study.sequences': ['t1-contrast', 'flair', 'dwi', 'tof-mra'],
    'study.coverage': ['brain', 'posterior-fossa', 'angle', 'temporal-bone', 'parotid'],
    'study.quality': 'diagnostic',
    'study.posteriorFossaQuality': 'diagnostic',
    'study.readerRole': 'neuroradiologist',
  }).reduce((now, [id, value]) => setField(now, id, value), { ...emptyRead, date: '2026-10-01' }),
  today,
)
const after = (draft: typeof whole) => {
  const [now, then] = [
    assess(asked),
    assess({ ...asked, act: readAct(draft, { today, asReader: false }) ?? undefined }),
  ]
  if (!now.ok || !then.ok) throw new Error('The read does not evaluate.')
  return consequences(now.advice, then.advice)
}

describe('what a read would change', () => {
  it('an attested, adequate report of a normal scan clears all four', () =>
    expect(after(whole).map(({ before, after: then }) => [before, then])).toEqual(
      Array.from({ length: 4 }, () => ['open', 'cleared']),
    ))
  it('without a statement about the posterior fossa nothing is cleared, and that is what it says', () => {
    const silent = setField(whole, 'study.posteriorFossaQuality', undefined)
    for (const one of after(silent)) {
      expect(one.after).toBe('open')
      expect(one.missing).toContain('study.posteriorFossaQuality')
    }
  })
  it('a lesion is positive and says why', () => {
    const tumour = after(setField(whole, 'mri.tumour', 'present'))[0]
    expect(tumour).toMatchObject({ after: 'positive' })
    expect(tumour?.because).toMatch(/specialist/)
  })
})
