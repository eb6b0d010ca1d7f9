import { planOf } from '@facialis/engine'
import { type CqlText, libraryName } from '@facialis/engine/publish/index.ts'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { type Example, examples } from '@facialis/knowledge/examples/index.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { elmOf } from '../../../cli/elm/elm.ts'
import { inBothForms, type Library, textsOf } from '../../../cli/publish/cql.ts'
import { asking, fromPlainFacts } from '../../examples/forms.ts'
import { cases } from '../../naive/arbitrary.ts'
import { decided, differing } from './expected.ts'
import { type Case, madeUp, numbered } from './people.ts'
import { factBundleOf, runningCql, runningOverBundles } from './running.ts'
import { tellingExamples } from './telling-examples.ts'

const { decisions, steps } = textsOf(pathway)
const { text } = decisions

// A sample: `npm run agree:cql` compares all examples and any number of made-up people.
const someExamples = tellingExamples()
const somePeople = fc.sample(madeUp, { seed: 20261126, numRuns: 8 })

// A tenth of a second a person where nothing else runs, and ten times that where everything does.
const patience = 180_000

const others = numbered(fc.sample(cases, { seed: 20261126, numRuns: 4 }))

// Translated together: most of the time goes by before the translator has warmed up.
let libraries: readonly Library[] = []
beforeAll(async () => {
  libraries = await inBothForms([decisions, ...others.map((one) => textsOf(one.pathway).decisions)])
}, patience)

/** What differs about the first person about whom anything does. */
async function differences(all: readonly Library[], people: readonly Case[]): Promise<readonly unknown[]> {
  const run = runningCql(pathway, all, decisions.name)
  for (const [at, { chart, asking }] of people.entries()) {
    const found = differing(decided(pathway, chart, asking), await run(chart, asking))
    if (found.length > 0) return found.map((one) => ({ at, ...one }))
  }
  return []
}

describe('the published CQL, run by an independent engine, gives the same answers', { timeout: patience }, () => {
  it('for example people imported from a bundle', async () => {
    expect(await differences(libraries, someExamples)).toEqual([])
  })

  it('for generated people', async () => {
    expect(await differences(libraries, somePeople)).toEqual([])
  })

  it('for any other pathway and chart', async () => {
    for (const { pathway: other, chart, asking } of others) {
      const results = await runningCql(other, libraries, libraryName(other))(chart, asking)
      expect(differing(decided(other, chart, asking), results)).toEqual([])
    }
  })

  it('and other answers where a fault in it counts a session known by its month from the first day', async () => {
    const { chart, asOf } = fromPlainFacts(examples.find(({ id }) => id === 'interval-partial-date-not-yet') as Example)
    const faulty = libraries.map((one) => (one.name === 'Spans' ? { ...one, library: mistaken(one.library) } : one))
    const found = await differences(faulty, [{ chart, asking: asking(asOf) }])
    expect(found).toContainEqual({ at: 0, name: 'botulinum', engine: 'blocked', cql: 'permitted' })
  })
})

it('a red flag that another system codes as YES is not read as absent by the CQL', {
  timeout: patience,
}, async () => {
  type Told = { code: { coding: { code: string }[] }; valueCodeableConcept: { coding: { code: string }[] } }
  const { chart, asOf } = fromPlainFacts(examples.find(({ id }) => id === 'typical-left-after-the-scan') as Example)
  const gate = async (word: string) => {
    const bundle = factBundleOf(pathway, chart, asking(asOf)) as { entry: { resource: Told }[] }
    const told = bundle.entry.find(({ resource }) => resource.code?.coding[0]?.code === 'rf.suddenPalsy')
    for (const coding of told?.resource.valueCodeableConcept.coding ?? []) coding.code = word
    return (await runningOverBundles(libraries, decisions.name)(bundle, asking(asOf))).botulinum
  }
  expect([await gate('no'), await gate('yes'), await gate('YES')]).toEqual(['permitted', 'blocked', 'blocked'])
})

it('of what was entered in error, or of two words at once, it takes none', { timeout: patience }, async () => {
  type Told = {
    status: string
    code: { coding: { code: string }[] }
    component?: Told[]
    valueCodeableConcept?: { coding: { system: string; code: string }[] }
  }
  const { chart, asOf } = fromPlainFacts(examples.find(({ id }) => id === 'typical-left-after-the-scan') as Example)
  const gate = async (change: (told: readonly Told[]) => void) => {
    const bundle = factBundleOf(pathway, chart, asking(asOf)) as { entry: { resource: Told }[] }
    change(bundle.entry.map(({ resource }) => resource))
    return (await runningOverBundles(libraries, decisions.name)(bundle, asking(asOf))).botulinum
  }
  const of = (told: readonly Told[], code: string) =>
    told.flatMap((one) => [one, ...(one.component ?? [])]).filter((one) => one.code?.coding[0]?.code === code)
  const doubled = (code: string, other: string) => (told: readonly Told[]) => {
    for (const { valueCodeableConcept: value } of of(told, code))
      value?.coding.push({ ...(value.coding[0] as { system: string; code: string }), code: other })
  }
  expect(await gate(() => {})).toBe('permitted')
  const mistaken = (code: string) => (told: readonly Told[]) => {
    for (const one of of(told, code)) one.status = 'entered-in-error'
  }
  expect(await gate(mistaken('rf.suddenPalsy'))).toBe('blocked')
  expect(await gate(mistaken('study'))).toBe('blocked')
  expect(await gate(doubled('rf.suddenPalsy', 'yes'))).toBe('blocked')
  expect(await gate(doubled('mri.tumour', 'present'))).toBe('blocked')
})

/** The first day a date may be stands where the last one should. */
const mistaken = (library: Library['library']): Library['library'] =>
  JSON.parse(JSON.stringify(library).replaceAll('"path":"hi"', '"path":"lo"'))

describe('the published text', () => {
  it('answers each decision about the person under its own name', () => {
    const decisions = pathway.decisions.filter(({ scope }) => scope === 'patient')
    expect(decisions.filter(({ id }) => !text.includes(`\ndefine "${id}":\n`))).toEqual([])
  })

  it('names conditions as clinicians do, and cites the rule and its passages', () => {
    expect(text).toContain('define "a signed diagnosis of hemifacial spasm":')
    for (const { id, because } of rulesOf()) expect(text).toContain(`// ${id} [${because}]`)
  })

  it.each([decisions, steps])('of $name says that it is a draft, and asks no clock', ({ text }) => {
    expect(text.split('\n')[0]).toContain('draft, not clinically signed')
    expect(text).not.toMatch(/\b(Today|Now|TimeOfDay)\(\)/)
  })

  it('says so in its ELM, too, of which somebody may have nothing else', () => {
    const published = libraries.find(({ name }) => name === decisions.name)
    expect(JSON.stringify(published?.library.annotation)).toContain('draft, not clinically signed')
  })

  it('defines for every step and alert when it is called for', () => {
    const names = [...pathway.steps.map(({ id }) => `step ${id}`), ...pathway.alerts.map(({ id }) => `alert ${id}`)]
    expect(names.filter((name) => !steps.text.includes(`\ndefine "${name}":\n`))).toEqual([])
  })

  it('has every number that a rule uses as a parameter with its default', () => {
    for (const { id, default: usual } of planOf(pathway).policy)
      expect(text).toContain(`parameter "${id}" Integer default ${usual}\n`)
  })
})

const rulesOf = () =>
  pathway.decisions.flatMap(({ body, scope }) =>
    body.kind === 'ranked' && scope === 'patient'
      ? body.rules.map(({ id, because }) => ({
          id,
          because: because.map((cite) => (cite.kind === 'passage' ? cite.id : cite.kind)).join(', '),
        }))
      : [],
  )

it('CQL that does not compile is refused with the library, the line and the reason', async () => {
  const wrong: CqlText = {
    name: 'Wrong',
    version: '1.0.0',
    text: `library Wrong version '1.0.0'\n\ndefine "a": "nothing of this name"\n`,
  }
  await expect(elmOf([wrong])).rejects.toThrow(/Wrong 3:.*nothing of this name/)
})
