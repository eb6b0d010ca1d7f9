/**
 * The promises of the design, asked of thousands of made-up people. (That they hold for every possible person is
 * for the proof to say; here they are tried on the way.)
 */
import { answersOf, evaluate, resolve } from '@facialis/engine'
import { boldnessOf, type Chart, type Decision, type Fact, type Value } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asking, knownValueOf, pathway, people, ready, span, today } from './people.ts'

const runs = { numRuns: Number(process.env.FACIALIS_PEOPLE ?? 1500) }
const decision = (id: string): Decision => pathway.decisions.find((d) => d.id === id) as Decision
const answers = (chart: Chart) => answersOf(pathway, chart, asking)
const ruleOuts = ['tumour', 'vascular-malformation', 'demyelination', 'other-lesion'].map((id) => `rule-out.${id}`)
const offers = ['botulinum', 'botulinum.session', 'decompression', 'cause', ...ruleOuts]

const isBolder = (id: string, one: string, other: string): boolean => {
  const d = decision(id)
  return boldnessOf(d, one) > boldnessOf(d, other)
}
const state = (chart: Chart, fact: Fact, value: Value, date = span('2026-11-23')): Chart => ({
  ...chart,
  observations: [...chart.observations, { fact: fact.id, value, date, provenance: { source: 'made up' } }],
})

describe('of a person in whom nothing stands in the way', () => {
  it('everything is open, so that the promises below are about something', () => {
    expect(answers(ready)).toMatchObject({
      botulinum: 'permitted',
      'botulinum.session': 'permitted',
      decompression: 'candidate',
      cause: 'vascular-presumed',
    })
  })
})

describe('promise 1: toxin is blocked', () => {
  it('unless the diagnosis is signed, no red flag is open and all four rule-outs are cleared', () => {
    fc.assert(
      fc.property(people, (chart) => {
        const now = answers(chart)
        if (now.botulinum === 'blocked') return
        for (const id of ruleOuts) expect(now[id]).toBe('cleared')
        const { facts } = resolve(pathway, chart, asking)
        const said = (id: string) => {
          const standing = facts.get(id)
          return standing?.known && 'word' in standing.value ? standing.value.word : null
        }
        expect(['definite', 'probable']).toContain(said('dx.class'))
        expect(
          ['neurologist', 'neurosurgeon', 'ophthalmologist'].includes(said('dx.signedBy') ?? '') ||
            said('dx.agreed') === 'yes',
        ).toBe(true)
        const raised = evaluate(pathway, chart, asking).decisions['red-flags']?.answer
        expect(raised).toEqual((raised as readonly { resolved: string }[]).filter((flag) => flag.resolved === 'yes'))
      }),
      runs,
    )
  })
})

describe('promise 2: a presumed vessel', () => {
  it('implies a signed diagnosis and all four rule-outs cleared', () => {
    fc.assert(
      fc.property(people, (chart) => {
        const now = answers(chart)
        if (now.cause !== 'vascular-presumed') return
        for (const id of ruleOuts) expect(now[id]).toBe('cleared')
      }),
      runs,
    )
  })

  it('is presumed just the same, and surgery stays an option, when no vessel is seen', () => {
    fc.assert(
      fc.property(people, fc.constantFrom('seen', 'not-seen'), (chart, contact) => {
        const seen = (how: string): Chart => ({
          ...chart,
          entries: chart.entries.map((e) =>
            e.kind === 'study'
              ? { ...e, fields: { ...e.fields, 'mri.left.contact': { word: how }, 'mri.right.contact': { word: how } } }
              : e,
          ),
        })
        const [with_, without] = [answers(seen(contact)), answers(seen('not-seen'))]
        for (const id of [...offers, 'phenotype', 'certainty']) expect(with_[id]).toBe(without[id])
      }),
      runs,
    )
  })
})

describe('promise 3: CT clears nothing', () => {
  it('whatever it shows and whoever reads it', () => {
    fc.assert(
      fc.property(people, (chart) => {
        const onlyCt: Chart = {
          ...chart,
          entries: chart.entries.map((e) =>
            e.kind === 'study' ? { ...e, fields: { ...e.fields, 'study.modality': { word: 'ct' } } } : e,
          ),
        }
        const now = answers(onlyCt)
        for (const id of ruleOuts) expect(now[id]).not.toBe('cleared')
        expect(now.botulinum).toBe('blocked')
      }),
      runs,
    )
  })
})

describe('promise 4: unknown is never bolder', () => {
  /** An answer given to a question nobody had answered. A screen's answer is no gap. */
  const gaps = people.chain((chart) => {
    const { facts } = resolve(pathway, chart, asking)
    const open = pathway.facts.filter((f) => f.type !== 'text' && !facts.get(f.id)?.known)
    return open.length === 0
      ? fc.constant(null)
      : fc.constantFrom(...open).chain((fact) => knownValueOf(fact).map((value) => ({ chart, fact, value })))
  })

  it('answering an open question never makes an offer less bold', () => {
    fc.assert(
      fc.property(gaps, (gap) => {
        if (!gap) return
        const { chart, fact, value } = gap
        const before = answers(chart)
        const after = answers(state(chart, fact, value))
        for (const id of offers) {
          if (id === 'botulinum' && fact.askedAt === 'session') continue
          if (isBolder(id, before[id] as string, after[id] as string))
            throw new Error(`${fact.id} = ${JSON.stringify(value)} takes ${id} from ${before[id]} to ${after[id]}`)
        }
      }),
      runs,
    )
  })

  it('nor does filling in what a study, session or operation left open', () => {
    const left = people.chain((chart) => {
      // Of several studies the join is the promise (worst first): an unread one does not hold back another.
      const studies = chart.entries.filter((entry) => entry.kind === 'study').length
      const open = chart.entries.flatMap((entry) =>
        Object.values(pathway.entries.find((kind) => kind.id === entry.kind)?.fields ?? {})
          .filter((field) => {
            const said = entry.fields[field.id]
            if (entry.kind === 'study' && studies > 1) return false
            return said ? 'unknown' in said : field.unrecorded === null && entry.kind !== 'study'
          })
          .map((field) => ({ entry, field })),
      )
      return open.length === 0
        ? fc.constant(null)
        : fc.constantFrom(...open).chain(({ entry, field }) =>
            knownValueOf(field).map((value) => ({
              chart,
              filled: {
                ...chart,
                entries: chart.entries.map((e) =>
                  e === entry ? { ...e, fields: { ...e.fields, [field.id]: value } } : e,
                ),
              },
              field,
              value,
            })),
          )
    })
    fc.assert(
      fc.property(left, (gap) => {
        if (!gap) return
        const before = answers(gap.chart)
        const after = answers(gap.filled)
        for (const id of offers)
          if (isBolder(id, before[id] as string, after[id] as string))
            throw new Error(
              `${gap.field.id} = ${JSON.stringify(gap.value)} takes ${id} from ${before[id]} to ${after[id]}`,
            )
      }),
      runs,
    )
  })

  it('leaves the standing gate open and the session shut while the at-chair list is unanswered', () => {
    const chart = { ...ready, screens: ready.screens.filter((s) => s.screen !== 'at-chair') }
    const advice = evaluate(pathway, chart, asking)
    expect(advice.decisions.botulinum?.answer).toBe('permitted')
    expect(advice.decisions.botulinum?.detail.confirmAtSession).toContain('chair.infection')
    expect(advice.decisions['botulinum.session']?.answer).toBe('blocked')
  })
})

describe('promise 5: an adverse answer', () => {
  const adverse = pathway.facts.flatMap((fact) =>
    'neutral' in fact.adverse
      ? []
      : Object.entries(fact.adverse as Record<string, readonly string[]>).flatMap(([gate, values]) =>
          values.map((value) => ({ fact, gate, value })),
        ),
  )

  it('never makes the gate it is adverse to any bolder', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...adverse), (chart, { fact, gate, value }) => {
        const before = answers(chart)
        const after = answers(state(chart, fact, { word: value }))
        const gates = gate === 'botulinum' ? ['botulinum', 'botulinum.session'] : [gate]
        for (const id of gates)
          if (isBolder(id, after[id] as string, before[id] as string))
            throw new Error(`${fact.id} = ${value} takes ${id} from ${before[id]} to ${after[id]}`)
      }),
      runs,
    )
  })

  it('on one more study never makes a gate bolder', () => {
    const findings = pathway.entries
      .flatMap((e) => Object.values(e.fields))
      .filter((f) => f.type === 'choice' && f.values.includes('present-unrelated'))
    fc.assert(
      fc.property(people, fc.constantFrom(...findings), (chart, finding) => {
        const before = answers(chart)
        const after = answers({
          ...chart,
          entries: [
            ...chart.entries,
            {
              id: 'one-more',
              kind: 'study',
              date: span('2026-11-23'),
              withdrawn: false,
              supersedes: [],
              fields: { [finding.id]: { word: 'present' } },
              provenance: { source: 'made up' },
            },
          ],
        })
        expect(after.botulinum).toBe('blocked')
        for (const id of offers) expect(isBolder(id, after[id] as string, before[id] as string)).toBe(false)
      }),
      runs,
    )
  })

  it('of one more study, complaint or operation never makes the gate it is adverse to bolder, whenever that was', () => {
    const carried = pathway.entries.flatMap(({ id: kind, fields }) =>
      Object.values(fields).flatMap((field) =>
        'neutral' in field.adverse
          ? []
          : Object.entries(field.adverse as Record<string, readonly string[]>).flatMap(([gate, values]) =>
              values.map((value) => ({ kind, field, gate, value })),
            ),
      ),
    )
    expect(new Set(carried.map(({ kind }) => kind))).toEqual(new Set(['study', 'symptom', 'operation']))
    const days = fc.constantFrom('2026-11-23', '2026-11', '2026-06-01', '2020')
    fc.assert(
      fc.property(people, fc.constantFrom(...carried), days, (chart, { kind, field, gate, value }, day) => {
        const more = {
          id: 'one-more',
          kind,
          date: span(day),
          withdrawn: false,
          supersedes: [],
          fields: { [field.id]: field.type === 'set' ? { words: [value] } : { word: value } },
          provenance: { source: 'made up' },
        }
        const [before, after] = [answers(chart), answers({ ...chart, entries: [...chart.entries, more] })]
        for (const id of gate === 'botulinum' ? ['botulinum', 'botulinum.session'] : [gate])
          if (isBolder(id, after[id] as string, before[id] as string))
            throw new Error(`${kind} with ${field.id} = ${value} takes ${id} from ${before[id]} to ${after[id]}`)
      }),
      runs,
    )
  })
})

describe('promise 7: surgery', () => {
  it('is never called persistent before day 365', () => {
    const spasm = fc.constantFrom('occasional', 'reduced', 'unchanged', 'worse', 'none')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 }),
        fc.array(fc.tuple(fc.nat(364), spasm), { maxLength: 6 }),
        (days, reports) => {
          const on = (ago: number) => ({ lo: today - ago, hi: today - ago })
          const operated: Chart = {
            ...ready,
            entries: [
              ...ready.entries,
              {
                id: 'op',
                kind: 'operation',
                date: on(days),
                withdrawn: false,
                supersedes: [],
                fields: { 'operation.kind': { word: 'mvd' } },
                provenance: { source: 'x' },
              },
              ...reports.map(([ago, status], i) => ({
                id: `r${i}`,
                kind: 'spasm-report',
                date: on(Math.min(ago, days)),
                withdrawn: false,
                supersedes: [],
                fields: { 'spasm.status': { word: status } },
                provenance: { source: 'x' },
              })),
            ],
          }
          expect(answers(operated)['response.surgery']).not.toBe('persistent')
        },
      ),
      runs,
    )
  })
})

describe('promise 7: a session', () => {
  const planned = pathway.policy.filter(({ id }) =>
    [
      'minimumReinjectionInterval',
      'plannedIntervalFrom',
      'plannedIntervalTo',
      'defaultBookingDay',
      'overdueInterval',
      'wearOffLead',
    ].includes(id),
  )
  const numbers = fc.record(Object.fromEntries(planned.map(({ id, min, max }) => [id, fc.integer({ min, max })])))

  it('is proposed no earlier than the interval of the site has passed, whatever else the site plans', () => {
    expect(planned).toHaveLength(6)
    let proposed = 0
    const [since, until, kinds] = [fc.nat(400), fc.option(fc.nat(400)), fc.constantFrom('hfs', 'cosmetic')]
    fc.assert(
      fc.property(
        numbers,
        since,
        until,
        fc.array(fc.tuple(fc.nat(400), kinds), { maxLength: 2 }),
        (own, ago, wornOff, others) => {
          const on = (days: number) => ({ lo: today - days, hi: today - days })
          const sessions = [[ago, 'hfs'] as const, ...others].map(([days, kind], at) => ({
            id: `given-${at}`,
            kind: 'session',
            date: on(days),
            withdrawn: false,
            supersedes: [],
            fields: {
              'session.indication': { word: kind },
              ...(at > 0 || wornOff === null ? {} : { 'session.wearOff': { date: on(Math.min(wornOff, ago)) } }),
            },
            provenance: { source: 'made up' },
          }))
          const chart: Chart = { ...ready, entries: [...ready.entries, ...sessions] }
          const policy = { ...asking.policy, ...own }
          const opens = Math.max(...sessions.map(({ date }) => date.lo)) + (own.minimumReinjectionInterval as number)
          for (const { id, dueBy, state } of evaluate(pathway, chart, { asOf: today, policy }).nextSteps) {
            if (!id.startsWith('next-session')) continue
            proposed++
            expect([id, dueBy !== null && span(dueBy).lo >= opens, state === 'early' || today >= opens]).toEqual([
              id,
              true,
              true,
            ])
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(proposed).toBeGreaterThan(100)
  })
})
