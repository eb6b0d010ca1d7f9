import { classify } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import { describe, expect, it } from 'vitest'
import { administration, type Json, procedure } from './bundles.ts'
import { request, seen, spasm, today, words } from './recognised.ts'

describe('words for people that name toxin', () => {
  const mentioned = (resource: Json) =>
    classify(hemifacialSpasm, facialToxin, { resourceType: 'Basic', ...resource }, { today, zone: 'UTC' }).mentioned
  const note = [{ text: 'Botulinum toxin 20 U given to the left cheek.' }]
  const emg = procedure({ code: { text: 'electromyography' } })
  it.each<[string, Json, 'now' | 'before' | null]>([
    ['a note on a procedure of today', { ...emg, performedDateTime: '2026-11-23', note }, 'now'],
    ['a note on a procedure of no stated day', { ...emg, performedDateTime: undefined, note }, 'now'],
    ['a note on one of an earlier day', { ...emg, performedDateTime: '2026-05-04', note }, 'before'],
    ['a note on an order', request({ ...words('saline'), note }), 'now'],
    ['how a dose is to be taken', request({ ...words('saline'), dosageInstruction: [{ text: 'as Botox' }] }), 'now'],
    [
      'a note on what was used',
      {
        ...emg,
        performedDateTime: '2026-11-23',
        contained: [{ resourceType: 'Device', id: 'u', type: { text: 'vial' }, note }],
        usedReference: [{ reference: '#u' }],
      },
      'now',
    ],
    ['are none in another note', { ...emg, note: [{ text: 'Well tolerated.' }] }, null],
    ['are none where it did not happen', { ...emg, status: 'not-done', note }, null],
    ['say nothing more of what is toxin by its code', administration({ effectiveDateTime: '2026-11-23', note }), null],
  ])('%s', (_, resource, as) => {
    expect(mentioned(resource)).toBe(as)
  })

  const injecting = (text: string, more: Json = spasm): Json => ({
    ...emg,
    code: { text },
    performedDateTime: '2026-11-23',
    ...more,
  })
  it.each<[string, Json, 'now' | null]>([
    ['tells of one for the spasm, in whatever language', injecting('Injektion links'), 'now'],
    ['is asked for because of it', request({ ...words('Injection, left face'), ...spasm }), 'now'],
    ['tells of one for something else', injecting('Injection', { reasonCode: [{ text: 'bursitis' }] }), null],
    ['tells of contrast for a scan', injecting('Injection of gadolinium contrast'), null],
    ['tells of a scan with one', injecting('MRI with injection'), null],
  ])('stand behind an injection of which nobody says with what: it %s', (_, resource, as) => {
    expect(mentioned(resource)).toBe(as)
  })

  it('are no order and no injection', () => {
    expect(seen({ ...emg, performedDateTime: '2026-11-23', note })).toBe('none')
  })
})
