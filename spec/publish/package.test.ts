import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textsOf } from '@facialis/cli/publish/cql.ts'
import { tarball } from '@facialis/cli/publish/tar.ts'
import { supportLibraries } from '@facialis/engine/publish/index.ts'
import { chartFromResources } from '@facialis/fhir'
import { checkResources, packageFiles, publishedResources } from '@facialis/fhir/publish/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { stage } from '@facialis/knowledge/decisions/stage.ts'
import type { Pathway } from '@facialis/language'
import { OperationOutcomeError, validateResource } from '@medplum/core'
import type { ElementDefinition, Resource, StructureDefinition } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { fhirDefinitions } from '../../scripts/fhir-definitions.ts'
import { observationElements } from '../../scripts/observation-elements.ts'
import { smallPathway } from '../decisions/small-pathway.ts'

const draft = { isSigned: false, text: 'draft, not clinically signed' }
/** The libraries as they are published, but for their translation. */
const librariesOf = (pathway: Pathway) => {
  const { decisions, steps } = textsOf(pathway)
  return [...supportLibraries, decisions, steps].map(({ text, ...library }) => ({ ...library, cql: text, elm: null }))
}
const published = (pathway: Pathway, day = '2026-11-28') =>
  publishedResources(pathway, { standing: draft, day, texts: librariesOf(pathway) })

const resources = published(hemifacialSpasm)
const faultsOf = fhirDefinitions()
const small = smallPathway(stage, {})

describe('the FHIR package', () => {
  test.each(Object.entries(Object.groupBy(resources, ({ resourceType }) => resourceType)))(
    '%s: each is what FHIR R4 says it is',
    (_, of = []) => {
      const faulty = of.flatMap((one) => faultsOf(one).map((fault) => ({ id: one.id, ...fault })))
      expect(faulty).toEqual([])
    },
  )

  test('leads nowhere outside itself, uses no code that is not there, and names only what the library defines', () => {
    expect(checkResources(resources)).toEqual([])
  })

  test('tells by its profile alone which facts are none, whole, as tools want it that build on a profile', () => {
    const profile = resources.find(
      ({ resourceType }) => resourceType === 'StructureDefinition',
    ) as unknown as StructureDefinition
    const wrongIn = (fact: object) => {
      try {
        validateResource({ resourceType: 'Observation', ...fact } as Resource, { profile })
        return []
      } catch (error) {
        if (!(error instanceof OperationOutcomeError)) throw error
        return error.outcome.issue?.flatMap(({ expression = [] }) => expression) ?? []
      }
    }
    const code = { coding: [{ system: 'https://facialis.invalid/fact', code: 'hfs.onset' }] }
    const fact = { status: 'final', code, subject: { reference: 'Patient/demo' }, valueDateTime: '2024' }
    expect(wrongIn(fact)).toEqual([])
    expect(wrongIn({ ...fact, status: 'preliminary' })).toEqual(['Observation.status'])
    expect(wrongIn({ ...fact, subject: undefined })).toEqual(['Observation.subject'])
    expect(wrongIn({ ...fact, code: { text: 'onset' } })).toEqual(['Observation', 'Observation.code'])
    // What holds of every Observation of R4 holds of a fact, too.
    expect(wrongIn({ ...fact, dataAbsentReason: { text: 'nobody asked' } })).toEqual(['Observation'])
    const whole = profile.snapshot?.element.map(({ path }) => path) ?? []
    expect(whole).toEqual(observationElements().map((element) => (element as ElementDefinition).path))
  })

  test('names the implementation guide of each profile and extension it depends on, so that they are installed with it', () => {
    const files = packageFiles(hemifacialSpasm, draft, resources)
    const manifest = JSON.parse(files.find(({ path }) => path.endsWith('/package.json'))?.text ?? '{}')
    const guides = JSON.stringify(resources).matchAll(/hl7\.org\/fhir\/uv\/([a-z-]+)\/StructureDefinition/g)
    const named = [...new Set([...guides].map(([, guide]) => `hl7.fhir.uv.${guide}`))].sort()
    expect(named).not.toEqual([])
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['hl7.fhir.r4.core', ...named])
  })

  test('says of each artefact who publishes it, and what it is in words that any viewer shows', () => {
    const odd = published({ ...small, title: 'Less < more & "other"' })
    for (const { publisher, title, description, text } of [...resources, ...odd]) {
      expect(publisher).toBe('Facialis')
      const { div } = text as { div: string }
      const shown = div
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
      expect(shown).toContain(title)
      expect(shown).toContain(description)
      expect(shown).toContain('draft, not clinically signed')
    }
  })

  test('is also valid for another pathway', () => {
    expect(checkResources(published(small))).toEqual([])
    expect(published(small).flatMap(faultsOf)).toEqual([])
  })

  test('states for a release the day it takes effect, wherever FHIR has an element for that', () => {
    const released = published({ ...small, released: { effectiveFrom: '2026-12-01', reviewBy: '2027-12-01' } })
    expect(released.flatMap(faultsOf)).toEqual([])
    const of = (type: string) => released.filter(({ resourceType }) => resourceType === type)
    expect(of('Library').map(({ effectivePeriod }) => effectivePeriod)).toContainEqual({ start: '2026-12-01' })
    expect(of('ValueSet').every(({ effectivePeriod }) => effectivePeriod === undefined)).toBe(true)
  })

  test('has a condition, an owner and its sources for every step', () => {
    const text = JSON.stringify(resources.filter(({ resourceType }) => resourceType === 'PlanDefinition'))
    const activities = resources.filter(({ resourceType }) => resourceType === 'ActivityDefinition')
    for (const step of hemifacialSpasm.steps) {
      expect(text).toContain(`"expression":"step ${step.id}"`)
      const activity = activities.find((one) => JSON.stringify(one.code).includes(`"code":"${step.id}"`))
      expect(JSON.stringify(activity?.participant)).toContain(`"code":"${step.owner}"`)
      expect(activity?.relatedArtifact).toHaveLength(step.because.length)
    }
  })

  test('is of plans as the guide of its profiles asks: a protocol that leads to every rule, and rules that say when they hold', () => {
    type Plan = Readonly<{
      url: string
      version: string
      type: { coding: readonly { code: string }[] }
      action: readonly Readonly<Record<string, unknown>>[]
    }>
    const all = resources.filter(({ resourceType }) => resourceType === 'PlanDefinition')
    const kindOf = (one: unknown) => (one as Plan).type.coding[0]?.code
    const [pathway, ...rules] = all as unknown as readonly Plan[]
    expect(all.map((one) => [one.meta, kindOf(one)])).toEqual(
      all.map((_, at) => {
        const [profile, kind] =
          at === 0 ? ['pathwaydefinition', 'clinical-protocol'] : ['recommendationdefinition', 'eca-rule']
        return [{ profile: [`http://hl7.org/fhir/uv/cpg/StructureDefinition/cpg-${profile}`] }, kind]
      }),
    )
    for (const action of pathway?.action ?? [])
      expect(Object.keys(action)).toEqual(['id', 'title', 'description', 'code', 'definitionCanonical'])
    expect(pathway?.action.map(({ definitionCanonical }) => definitionCanonical)).toEqual(
      rules.map(({ url, version }) => `${url}|${version}`),
    )
    expect(rules.flatMap(({ action }) => action).every(({ condition }) => Array.isArray(condition))).toBe(true)
  })

  test('marks a passage as past its review date, from the day after that date', () => {
    const cited = (day: string) => {
      const citations = JSON.stringify(published(hemifacialSpasm, day)).matchAll(/"label":"(S13)","display":"([^"]*)"/g)
      return [...new Set([...citations].map(([, id, display]) => `${id} ${display}`))].sort()
    }
    const says = (id: string) => hemifacialSpasm.passages.find((one) => one.id === id)?.paraphrase
    expect(cited('2023-04-30')).toContain(`S13 ${says('S13')}`)
    expect(cited('2023-05-01')).toContain(`S13 To be read again since 2023-04. ${says('S13')}`)
  })

  test('says of every artefact that it is a draft', () => {
    for (const { status, experimental, description } of resources) {
      expect([status, experimental]).toEqual(['draft', true])
      expect(description).toContain('draft, not clinically signed')
    }
  })

  test('asks for every fact once, in a form that can be read back', () => {
    const asked = resources
      .filter(({ resourceType }) => resourceType === 'Questionnaire')
      .flatMap(({ item }) => item as readonly { linkId: string }[])
      .map(({ linkId }) => linkId)
    const facts = [...hemifacialSpasm.facts, ...hemifacialSpasm.entries.flatMap(({ fields }) => Object.values(fields))]
    for (const { id } of facts) expect(asked).toContain(id)
    expect(asked.filter((id) => id.startsWith('screen.'))).toEqual(
      hemifacialSpasm.screens.map(({ id }) => `screen.${id}`),
    )
  })

  test('offers the unit with every amount that is asked for, as R4 has it for amounts', () => {
    type Item = Readonly<{
      type: string
      linkId: string
      extension?: readonly { url: string; valueCoding?: { display: string } }[]
    }>
    const offered = resources
      .filter(({ resourceType }) => resourceType === 'Questionnaire')
      .flatMap(({ item }) => item as readonly Item[])
      .filter(({ type }) => type === 'quantity')
      .map(({ linkId, extension = [] }) => [
        linkId,
        extension.flatMap(({ url, valueCoding }) =>
          valueCoding ? [[url.split('/').at(-1), valueCoding.display]] : [],
        ),
      ])
    const fields = hemifacialSpasm.entries.flatMap((entry) => Object.values(entry.fields))
    const amounts = [...hemifacialSpasm.facts, ...fields].filter(({ type }) => type === 'quantity')
    expect(Object.fromEntries(offered)).toEqual(
      Object.fromEntries(
        amounts.map((one) => [one.id, [['questionnaire-unitOption', 'unit' in one ? one.unit : null]]]),
      ),
    )
  })

  test('reads a completed form: the answers, the questions answered with “unknown”, and that the whole list was asked', () => {
    const answer = (code: string, system = 'https://facialis.invalid/answer') => [{ valueCoding: { system, code } }]
    const { chart, problems } = chartFromResources(
      hemifacialSpasm,
      [
        {
          resourceType: 'QuestionnaireResponse',
          status: 'completed',
          authored: '2026-11-20',
          item: [
            { linkId: 'hfs.side', answer: answer('left') },
            {
              linkId: 'ph.sleepPersist',
              answer: answer('asked-unanswered', 'https://facialis.invalid/unknown-reason'),
            },
            { linkId: 'screen.red-flags', answer: [{ valueBoolean: true }] },
          ],
        },
      ],
      { zone: 'UTC' },
    )
    expect(problems).toEqual([])
    expect(chart.observations.map(({ fact, value }) => [fact, value])).toEqual([
      ['hfs.side', { word: 'left' }],
      ['ph.sleepPersist', { unknown: 'asked-unanswered' }],
    ])
    expect(chart.screens.map(({ screen }) => screen)).toEqual(['red-flags'])
  })
})

describe('what is wrong with a package is found', () => {
  const broken = (change: (text: string) => string) =>
    checkResources(JSON.parse(change(JSON.stringify(resources)))).map(({ code }) => code)

  test.each([
    [
      'an answer set that is not there',
      (text: string) => text.replace('/ValueSet/answers-hfs.side|', '/ValueSet/answers-nothing|'),
      'leads-nowhere',
    ],
    [
      'a code its system does not have',
      (text: string) =>
        text.replace(
          '"linkId":"hfs.side","code":[{"system":"https://facialis.invalid/fact","code":"hfs.side"',
          '"linkId":"hfs.side","code":[{"system":"https://facialis.invalid/fact","code":"hfs.place"',
        ),
      'no-such-code',
    ],
    [
      'a condition that names nothing',
      (text: string) => text.replace('"expression":"step order-mri"', '"expression":"step order-ct"'),
      'no-such-definition',
    ],
    [
      'a question asked twice in one form',
      (text: string) => text.replace('"linkId":"hfs.onset"', '"linkId":"hfs.side"'),
      'twice',
    ],
  ])('%s', (_, change, code) => {
    expect(broken(change)).toContain(code)
  })

  test('a status FHIR does not have, a member it does not know, and a member it asks for', () => {
    const [one] = resources
    expect(faultsOf({ ...one, status: 'drafty' }).map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('drafty'),
    ])
    expect(faultsOf({ ...one, colour: 'red' })).toHaveLength(1)
    expect(faultsOf({ ...one, status: undefined })).toHaveLength(1)
  })
})

describe('the packed file', () => {
  const files = packageFiles(hemifacialSpasm, draft, resources)

  test('is the same, byte for byte, each time it is made', () => {
    const sum = () =>
      createHash('sha256')
        .update(tarball(packageFiles(hemifacialSpasm, draft, published(hemifacialSpasm))))
        .digest('hex')
    expect(sum()).toBe(sum())
  })

  test('can be opened with tar, and contains a manifest and every resource unchanged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'facialis-test-'))
    try {
      writeFileSync(join(folder, 'package.tgz'), tarball(files))
      execFileSync('tar', ['xzf', 'package.tgz'], { cwd: folder })
      for (const { path, text } of files) expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
      const manifest = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'))
      expect(manifest).toMatchObject({
        name: 'facialis.hemifacial-spasm',
        version: hemifacialSpasm.version,
        fhirVersions: ['4.0.1'],
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
