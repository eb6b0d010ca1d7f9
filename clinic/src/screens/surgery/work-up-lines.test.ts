import type { Chart } from '@facialis/language'
import type { Act } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { assess, pathway } from '../../pathway.ts'
import { type RecordedEntry, recordedOn } from '../../recorded.ts'
import { holdsBooking, holdsTheatre, laterBy, type WorkUp, workUpLines } from './work-up-lines.ts'

const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const mri = (date: string): RecordedEntry => ({
  id: date,
  kind: 'study',
  date,
  by: null,
  fields: {
    'study.modality': 'mri',
    'study.posteriorFossaQuality': 'diagnostic',
    'study.sequences': ['3d-t2', 'tof-mra', 'flair'],
  },
})
const everything: Readonly<Record<string, string | boolean>> = {
  'consent.surgery': '2026-11-01',
  audiogram: '2026-10-01',
  baepBaseline: '2026-11-20',
  photographs: '2026-11-20',
  anaesthesiaVisit: '2026-11-20',
  asa: 'II',
  bloods: '2026-11-20',
  bloodThinnerPlan: true,
  botulinumToldSurgeon: true,
  eyeCarePlan: true,
}
const asked = (facts: Readonly<Record<string, string | boolean>>, more: Partial<WorkUp> = {}): WorkUp => ({
  today: '2026-11-23',
  theatre: '2026-12-01',
  fact: (id) => facts[id],
  studies: [mri('2026-06-01')],
  scores: [{ id: 's', kind: 'score', date: '2026-11-01', by: null, fields: { 'score.smc': 'III' } }],
  sessions: [{ id: 't', kind: 'session', date: '2026-05-01', by: null, fields: { 'session.indication': 'hfs' } }],
  grounds: true,
  policy,
  ...more,
})
const stateOf = (id: string, ...given: Parameters<typeof asked>) =>
  workUpLines(asked(...given)).find((line) => line.id === id)?.state

describe('booking', () => {
  it('needs diagnosis, MRI, consent talk and an ordered audiogram, and nothing else', () => {
    const facts = { 'consent.surgery': '2026-11-01', audiogram: '2026-12-10' }
    const lines = workUpLines(asked(facts, { theatre: null, scores: [] }))
    expect(lines.filter(holdsBooking)).toEqual([])
    expect(lines.filter(holdsTheatre).length).toBeGreaterThan(3)
  })
  it('is held by an MRI that does not show nerve and vessel', () => {
    const plain = { ...mri('2026-06-01'), fields: { 'study.modality': 'mri', 'study.sequences': ['flair'] } }
    expect(
      workUpLines(asked(everything, { studies: [plain] }))
        .filter(holdsBooking)
        .map((line) => line.id),
    ).toEqual(['mri'])
  })
})

describe('going to theatre', () => {
  it('needs the whole list', () => expect(workUpLines(asked(everything)).filter(holdsTheatre)).toEqual([]))
  it('is not held by photographs or scores', () => {
    const { photographs: _, ...facts } = everything
    expect(workUpLines(asked(facts, { scores: [] })).filter(holdsTheatre)).toEqual([])
  })
  it('counts ages to the theatre date, not to today', () => {
    expect(stateOf('anaesthesia', everything, { theatre: '2026-12-20' })).toBe('done')
    expect(stateOf('anaesthesia', everything, { theatre: '2026-12-21' })).toBe('too-old')
    expect(stateOf('mri', everything, { theatre: '2027-06-01' })).toBe('done')
    expect(stateOf('mri', everything, { theatre: '2027-06-02' })).toBe('too-old')
  })
  it('takes an audiogram that is only planned as not yet done', () => {
    const facts = { ...everything, audiogram: '2026-11-28' }
    expect(stateOf('audiogram', facts)).toBe('planned')
    expect(
      workUpLines(asked(facts))
        .filter(holdsTheatre)
        .map((line) => line.id),
    ).toContain('audiogram')
  })
  it('asks the surgeon about toxin only where there was toxin', () => {
    const { botulinumToldSurgeon: _, ...facts } = everything
    expect(stateOf('toxin-told', facts)).toBe('missing')
    expect(stateOf('toxin-told', facts, { sessions: [] })).toBeUndefined()
  })
  it('needs the risk class beside the anaesthetic visit', () => {
    const { asa: _, ...facts } = everything
    expect(stateOf('anaesthesia', facts)).toBe('not-asked')
  })
})

describe('the list and the pathway’s own steps', () => {
  const day = '2026-11-23'
  const base = [
    {
      kind: 'diagnosis-signed',
      date: '2026-06-01',
      facts: {
        'person.birthDate': '1968-03-01',
        'hfs.side': 'left',
        'hfs.onset': '2020',
        'ph.unilateral': true,
        'ph.cn7Only': true,
        'ph.onsetOrbicularisOculi': true,
        'ph.downwardSpread': true,
        'ph.synchronous': true,
        'ph.otherBabinski': true,
        'dx.class': 'definite',
        'dx.phenotype': 'typical',
        'dx.signedBy': 'neurologist',
      },
      screens: ['red-flags', 'examination'],
    },
    { kind: 'surgery-work-up', date: '2026-11-01', facts: { theatreDate: '2026-12-20', 'wish.surgery': true } },
  ] as const satisfies readonly Act[]
  const openSteps = (facts: Act['facts']) => {
    let chart: Chart = { observations: [], screens: [], entries: [] }
    let open: readonly string[] = []
    for (const act of [...base, { kind: 'surgery-work-up', date: day, facts: facts ?? {} } as const]) {
      const live = assess({ chart, today: day, policy, act })
      if (!live.ok) throw new Error(live.problem.sentence)
      chart = live.chart
      open = live.advice.nextSteps.map((step) => step.id)
    }
    const recorded = recordedOn({ chart, today: day, policy })
    const lines = workUpLines({
      today: day,
      theatre: '2026-12-20',
      fact: (id) => recorded.fact(id)?.value,
      studies: [],
      scores: [],
      sessions: [],
      grounds: true,
      policy,
    }).filter((line) => line.list === 'go')
    return { open, lines }
  }
  it.each([
    ['nothing done', {}],
    ['everything done', { ...everything, anaesthesiaVisit: '2026-11-22' }],
    ['an audiogram too old by theatre', { audiogram: '2026-06-01' }],
    ['an anaesthetic visit too old by theatre', { anaesthesiaVisit: '2026-11-10', asa: 'II' }],
    ['no blood-thinner plan', { bloodThinnerPlan: false, eyeCarePlan: true }],
  ])('agree after %s', (_, facts) => {
    const { open, lines } = openSteps(facts)
    for (const line of lines)
      expect(open.includes(line.step ?? ''), `${line.id} is ${line.state}`).toBe(line.state !== 'done')
  })
})

describe('every line', () => {
  it('has its step, its facts and its numbers in the pathway', () => {
    const steps = new Set(pathway.steps.map((step) => step.id))
    const facts = new Set(pathway.facts.map((fact) => fact.id))
    for (const line of workUpLines(asked(everything))) {
      if (line.step !== null) expect(steps).toContain(line.step)
      for (const id of line.facts) expect(facts).toContain(id)
    }
    for (const id of [
      'preopMriValid',
      'preopAudiogramValid',
      'preopAnaesthesiaValid',
      'preopScoresValid',
      'goCheckBefore',
    ])
      expect(policy[id]).toBeGreaterThan(0)
  })
  it('reads a month as its first day, so that validity is never too long', () => {
    expect(laterBy('2026-10', 30)).toBe('2026-10-31')
    expect(laterBy('soon', 30)).toBeNull()
  })
})
