import { expect, it } from 'vitest'
import { asCorrected, correctedIdentity } from './corrected-identity.ts'

const known = { name: 'Demo Theo Sampel', birthDate: '1968-04-03' }

it.each([
  ['nothing, when nothing was changed', { name: ' Demo Theo Sampel ', birthDate: '1968-04-03' }, {}],
  ['a name', { name: 'Demo Theo Sample', birthDate: '1968-04-03' }, { name: 'Demo Theo Sample' }],
  ['a birth date', { name: 'Demo Theo Sampel', birthDate: '1986' }, { birthDate: '1986' }],
  ['that it is not known', { name: 'Demo Theo Sampel', birthDate: null }, { birthDate: null }],
  ['nothing of a date that cannot be read yet', { name: 'Demo Theo Sampel', birthDate: undefined }, {}],
])('of a name and a birth date, only what was typed otherwise is sent: %s', (_, typed, sent) => {
  expect(correctedIdentity(known, typed)).toEqual(sent)
})

it('a birth date that was not known and still is not is nothing to send', () => {
  const unknown = { name: 'Demo Theo Sampel', birthDate: '' }
  expect(correctedIdentity(unknown, { name: 'Demo Theo Sampel', birthDate: null })).toEqual({})
})

it('who may be the same is asked about the person as they are once it is saved, with what a colleague wrote meanwhile', () => {
  const typed = correctedIdentity(known, { name: known.name, birthDate: null })
  const now = { name: 'Demo Theo Sample', birthDate: '1971-02-03' }
  expect(asCorrected(now, typed)).toEqual({ name: 'Demo Theo Sample', birthDate: null })
  expect(asCorrected(now, { name: 'Demo Theo Other' })).toEqual({ name: 'Demo Theo Other', birthDate: '1971-02-03' })
})
