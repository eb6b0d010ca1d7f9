import { hemifacialSpasm } from '@facialis/knowledge'
import {
  type Decision,
  emptyChart,
  fact,
  type GateBody,
  is,
  neutral,
  ownJudgement,
  type Pathway,
  signed as signedStatus,
  type YesNo,
} from '@facialis/language'
import type { Me, PatientView, WhatIf } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { openCachedAdvise } from '../../core/advise.ts'
import { openPathwayVersions } from '../../core/pathway-versions.ts'
import { evaluated, openGate, signed } from '../journey.ts'
import { cleanUp, openHouse, standingClock } from '../support.ts'

/** A version nobody has released yet. */
const later = '9.0.0'

afterEach(cleanUp)

/** A later version whose toxin gate reads otherwise. */
function laterWith(change: (gate: GateBody, asked: YesNo) => Partial<GateBody>): Pathway {
  const gate = hemifacialSpasm.decisions.find(({ id }) => id === 'botulinum') as Decision
  if (gate.body.kind !== 'gate') throw new Error('no gate')
  const asked = fact.yesNo('made.up', { question: 'Is this made up?', adverse: neutral('made up') })
  const next: Decision = { ...gate, body: { ...gate.body, ...change(gate.body, asked) } }
  const changed = (one: Decision): Decision => (one === gate ? next : one)
  const { toProve, decisions } = hemifacialSpasm
  return {
    ...hemifacialSpasm,
    version: later,
    facts: [...hemifacialSpasm.facts, asked],
    decisions: decisions.map(changed),
    toProve: { ...toProve, offers: toProve.offers.map(changed) },
  }
}
const stricter = laterWith(({ limits }) => ({
  limits: [
    ...limits,
    {
      id: 'BT-99',
      when: { kind: 'always' },
      effect: 'block',
      atChair: false,
      text: 'A lot was recalled.',
      because: [ownJudgement('made up')],
      unverified: false,
    },
  ],
}))
/** One that asks one thing more before it opens. */
const curious = laterWith(({ needs }, asked) => ({
  needs: [
    ...needs,
    { id: 'BT-98', needs: is(asked, 'yes'), text: 'Only when asked.', because: [ownJudgement('made up')] },
  ],
}))
const bolder = laterWith(({ needs }) => ({ needs: needs.slice(0, 1) }))

const { version } = hemifacialSpasm
const of = (asked: string) => (asked === version ? hemifacialSpasm : null)
const opened = (pathway: Pathway) => openHouse(standingClock(), { pathway, earlier: { begins: [], of } })
const botulinum = ({ advice }: PatientView) => advice.decisions.botulinum

it('every screen is told who stands behind the guidance', async () => {
  const said = async (pathway: Pathway) => (await (await opened(pathway)).ask<Me>(null, 'GET', '/api/me')).body.guidance
  expect(await said(hemifacialSpasm)).toBe('draft, not clinically signed')
  expect(await said({ ...hemifacialSpasm, status: signedStatus })).toBe('clinically signed')
})

it('and of one person, who stands behind the version that speaks to them', async () => {
  const house = await opened({ ...bolder, status: signedStatus })
  const id = await house.patient()
  expect((await house.view(id)).follows.guidance).toBe('clinically signed')
  const chosen = await house.ask<PatientView>('neurologist', 'PUT', `/api/patients/${id}/follows`, { version })
  expect(chosen.body.follows.guidance).toBe('draft, not clinically signed')
})

describe('the version an episode follows', () => {
  it('is the newest when the episode begins, and is kept with it', async () => {
    const house = await opened(stricter)
    const id = await house.patient()
    expect(await house.view(id)).toMatchObject({
      follows: { version: later, newest: later },
      advice: { version: later },
    })
    const kept = await house.built.clinic.record.search({ type: 'EpisodeOfCare', limit: 10 })
    expect(kept.resources).toHaveLength(1)
    expect(JSON.stringify(kept.resources[0])).toContain(`PlanDefinition/hemifacial-spasm|${later}`)
  })

  it('is what a clinician chose, said on the timeline; nobody else chooses it', async () => {
    const house = await opened(bolder)
    const id = await house.patient()
    const follow = (who: Parameters<typeof house.ask>[0], wanted: string) =>
      house.ask<PatientView>(who, 'PUT', `/api/patients/${id}/follows`, { version: wanted })
    for (const who of ['nurse', 'coordinator', 'reader', 'author', 'patient', null] as const)
      expect((await follow(who, version)).status, String(who)).not.toBe(200)
    const chosen = await follow('neurologist', version)
    expect(chosen.status).toBe(200)
    expect(chosen.body.advice.version).toBe(version)
    expect(chosen.body.timeline[0]).toMatchObject({ kind: 'version', said: { note: `${later} → ${version}` } })
    expect((await follow('neurologist', version)).problem.code).toBe('followed')
    expect((await follow('neurologist', '9.9.9')).problem).toMatchObject({
      code: 'unknown-version',
      sentence: 'There is no version "9.9.9" of the pathway here.',
    })
    // Back to the newest: the same episode, followed otherwise.
    expect((await follow('surgeon', later)).body.follows.version).toBe(later)
    expect((await house.built.clinic.record.search({ type: 'EpisodeOfCare', limit: 10 })).resources).toHaveLength(1)
  })

  it('goes on speaking when a later one would be bolder', async () => {
    const house = await opened(bolder)
    const id = await house.patient()
    for (const act of [evaluated, signed]) await house.act('neurologist', id, act('2026-11-23'))
    expect(botulinum(await house.view(id))?.answer).not.toBe('blocked')
    await house.ask('neurologist', 'PUT', `/api/patients/${id}/follows`, { version })
    const view = await house.view(id)
    expect(botulinum(view)).toMatchObject({ answer: 'blocked' })
    expect(botulinum(view)).not.toHaveProperty('by')
    expect((await house.act('neurologist', id, { kind: 'toxin-order', date: '2026-11-23' })).problem.code).toBe(
      'gate-shut',
    )
  })

  it('does not keep open what a later one shuts, neither on the screen nor at the door', async () => {
    const house = await opened(stricter)
    const id = await openGate(house)
    await house.ask('neurologist', 'PUT', `/api/patients/${id}/follows`, { version })
    const view = await house.view(id)
    expect(view.advice.version).toBe(version)
    expect(botulinum(view)).toMatchObject({ answer: 'blocked', by: later, because: [{ rule: 'BT-99' }] })
    const refused = await house.act('neurologist', id, { kind: 'toxin-order', date: '2026-11-23' })
    expect(refused.problem.sentence).toContain('A lot was recalled.')
  })

  it('asks for what a later one needs before it opens', async () => {
    const house = await opened(curious)
    const id = await openGate(house)
    await house.ask('neurologist', 'PUT', `/api/patients/${id}/follows`, { version })
    const { advice } = await house.view(id)
    expect(advice.decisions.botulinum).toMatchObject({ answer: 'blocked', by: later, missing: ['made.up'] })
    expect(advice.missing[0]).toMatchObject({ fact: 'made.up' })
  })

  it('leaves nobody alone when this copy does not have it: the newest speaks', () => {
    const advise = openCachedAdvise(openPathwayVersions(bolder, { begins: [], of: () => null }, () => '2026-11-23'))
    expect(advise(emptyChart, { asOf: 20_000, policy: {} }, version).version).toBe(later)
  })
})

/** As another system sends them. */
const subject = { reference: 'Patient/1' }
const diagnosis = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] }
const spasm = { resourceType: 'Condition', id: 'c', subject, code: diagnosis }
const toxin = {
  resourceType: 'MedicationRequest',
  id: 'o',
  status: 'draft',
  intent: 'order',
  subject,
  reasonCode: [diagnosis],
  medicationCodeableConcept: { text: 'Botox 100 units' },
}
const bundle = (resource: object) => ({ resourceType: 'Bundle', type: 'searchset', entry: [{ resource }] })

describe('a version that counts from a later day', () => {
  const begins = [
    { version, from: '2026-11-01' },
    { version: later, from: '2026-12-01' },
  ]

  it('decides nothing before it: not on a page or at the door, for whoever is new, on the board, in $apply or in what-if', async () => {
    const house = await openHouse(standingClock(), { pathway: stricter, earlier: { begins, of } })
    const id = await openGate(house)
    const me = async () => (await house.ask<Me>('neurologist', 'GET', '/api/me')).body
    expect(await me()).toMatchObject({ waitsUntil: '2026-12-01' })
    const view = await house.view(id)
    expect(view).toMatchObject({ follows: { version, newest: version }, advice: { version } })
    expect(botulinum(view)?.answer).not.toBe('blocked')
    const plan = async () =>
      JSON.stringify(
        (await house.ask('neurologist', 'GET', `/fhir/PlanDefinition/hemifacial-spasm/$apply?subject=${id}`)).body,
      )
    expect(await plan()).not.toContain('A lot was recalled.')
    const follow = await house.ask('neurologist', 'PUT', `/api/patients/${id}/follows`, { version: later })
    expect(follow.problem).toMatchObject({ code: 'not-in-effect', sentence: expect.stringContaining(later) })
    const tried = async () => {
      // The records are read first, however long that takes.
      for (;;) {
        const told = await house.ask<WhatIf>('neurologist', 'POST', '/api/policy/what-if', {
          values: { goodRelief: 80 },
        })
        if (told.body.state === 'answered') return told.body
      }
    }
    expect(await tried()).toMatchObject({ followingEarlier: 0 })
    const row = async () => JSON.stringify((await house.ask('neurologist', 'GET', '/api/board')).body)
    expect(await row()).not.toContain('A lot was recalled.')

    house.clock.now = '2026-11-30T23:59:00.000Z'
    expect(botulinum(await house.view(id))?.answer).not.toBe('blocked')

    house.clock.now = '2026-12-01T00:01:00.000Z'
    expect(await me()).toMatchObject({ waitsUntil: null })
    expect(botulinum(await house.view(id))).toMatchObject({ answer: 'blocked', by: later })
    expect(await plan()).toContain('A lot was recalled.')
    expect(await row()).toContain('A lot was recalled.')
    expect(await house.view(await house.patient())).toMatchObject({ follows: { version: later } })
    expect(await tried()).toMatchObject({ followingEarlier: 1 })
  })

  it('says nothing before it on a card in a hospital’s own system', async () => {
    const cds = { registered: null, trial: true } as const
    const house = await openHouse(standingClock(), { pathway: stricter, earlier: { begins, of }, cds })
    const told = async (hook: 'patient-view' | 'order-sign'): Promise<string> => {
      const context = { userId: 'Practitioner/1', patientId: '1', draftOrders: bundle(toxin) }
      const asked = { hook, hookInstance: '1', context, prefetch: { condition: bundle(spasm) } }
      return JSON.stringify((await house.ask(null, 'POST', `/cds-services/facialis-${hook}`, asked)).body)
    }
    const said = async () =>
      new Set(`${await told('patient-view')}${await told('order-sign')}`.match(/version [\d.]+\d|A lot was recalled/g))
    expect(await said()).toEqual(new Set([`version ${version}`]))
    house.clock.now = '2026-12-01T00:01:00.000Z'
    expect(await said()).toEqual(new Set([`version ${later}`, 'A lot was recalled']))
  })

  it('speaks where nothing has begun yet, and a higher one than that of this copy never', () => {
    const newestOn = (day: string) => openPathwayVersions(bolder, { begins, of }, () => day).newest.version
    expect([newestOn('2026-10-31'), newestOn('2026-11-01'), newestOn('2026-12-01')]).toEqual([later, version, later])
    const lower = openPathwayVersions(hemifacialSpasm, { begins, of: () => bolder }, () => '2027-01-01')
    expect(lower.newest.version).toBe(version)
  })
})
