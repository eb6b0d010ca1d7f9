import { createHash } from 'node:crypto'
import { evaluate } from '@facialis/engine'
import { changesBetween, partsOf, readRelease, releaseText } from '@facialis/engine/govern/index.ts'
import { plantDefect } from '@facialis/engine/prove/plant-defect.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { signedDiagnosis } from '@facialis/knowledge/decisions/diagnosis-conditions.ts'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { not, type Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'
import { cases } from '../naive/arbitrary.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const judging = { hash: sha256, of: hemifacialSpasm.id }
const released = { effectiveFrom: '2026-12-01', reviewBy: '2027-12-01' }
const written = (pathway: Pathway): string => releaseText({ ...pathway, released }, sha256)
function readBack(text: string, of = hemifacialSpasm.id): Pathway {
  const read = readRelease(text, { hash: sha256, of })
  if (!read.ok) throw new Error(read.sentence)
  return read.value.pathway
}
const text = written(hemifacialSpasm)

describe('a release', () => {
  test('says the same as the pathway it was made of, of every example person, byte for byte', () => {
    const pathway = readBack(text)
    expect(changesBetween(hemifacialSpasm, pathway)).toEqual([])
    for (const example of examples.filter((_, at) => at % 8 === 0)) {
      const { chart, asOf } = fromPlainFacts(example)
      const [then, now] = [pathway, hemifacialSpasm].map((one) => JSON.stringify(evaluate(one, chart, asking(asOf))))
      expect(then, example.id).toBe(now)
    }
  })

  test('of any pathway is read as it was written', () => {
    fc.assert(
      fc.property(cases, ({ pathway, chart, asking: asked }) => {
        const back = readBack(written(pathway), pathway.id)
        expect(written(back)).toBe(written(pathway))
        expect(changesBetween(pathway, back)).toEqual([])
        expect(evaluate(back, chart, asked)).toEqual(evaluate(pathway, chart, asked))
      }),
      { numRuns: 25 },
    )
  })

  test('that was altered anywhere is refused with the reason', () => {
    for (let part = 1; part <= 20; part++) {
      const at = Math.floor((text.length * part) / 21)
      const touched = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
      expect(readRelease(touched, judging), `at ${at}`).toMatchObject({
        ok: false,
        sentence: expect.stringContaining('it was changed after it was written'),
      })
    }
  })

  test.each([
    ['', 'its first line is not JSON'],
    ['{}\n', 'it is no release'],
    [text.replace(/"released":\{[^}]*\}/, '"released":null'), 'it is no release'],
    [
      text.replace(`"version":"${hemifacialSpasm.version}"`, '"version":"9.0.0"'),
      'its first line says otherwise than its pathway',
    ],
    [text.slice(0, text.length / 2), 'it was changed after it was written'],
    [written({ ...hemifacialSpasm, id: 'bells' }), 'it is a release of bells, not of hemifacial-spasm'],
  ])('%.20s… is told in words', (broken, sentence) => {
    expect(readRelease(broken, judging)).toMatchObject({ ok: false, sentence: expect.stringContaining(sentence) })
  })

  const head: Readonly<Record<string, unknown>> = JSON.parse(text.slice(0, text.indexOf('\n')))
  const without = (whole: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] =>
    Object.keys(whole).flatMap((key) => [7, null, undefined].map((other) => ({ ...whole, [key]: other })))
  const days = head.released as Readonly<Record<string, unknown>>
  test.each([
    null,
    7,
    'release',
    { ...head, released: {} },
    ...without(head),
    ...[...without(days), { ...days, effectiveFrom: 'soon' }, { ...days, reviewBy: '2026-13-01' }].map((released) => ({
      ...head,
      released,
    })),
  ])('that begins with %j is none', (other) => {
    const broken = `${JSON.stringify(other)}${text.slice(text.indexOf('\n'))}`
    expect(readRelease(broken, judging)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('it is no release'),
    })
  })

  test('of lines that lead nowhere names the line', () => {
    const body = '{"id":"a"}\n{"facts":[{"$":7}]}\n'
    const head = { ...JSON.parse(text.slice(0, text.indexOf('\n'))), fingerprint: sha256(body) }
    expect(readRelease(`${JSON.stringify(head)}\n${body}`, judging)).toMatchObject({
      ok: false,
      sentence: 'line 3 mentions line 7, which does not stand above it',
    })
  })
})

describe('the differences between two versions', () => {
  const owner = (name: string): string | undefined => name.split(' ')[1]

  test.each(plantedDefects.map((defect) => [defect.says, defect] as const))('are located: %s', (_, defect) => {
    const changes = changesBetween(hemifacialSpasm, plantDefect(hemifacialSpasm, defect))
    expect(changes.length).toBeGreaterThan(0)
    const where = 'fact' in defect.plant ? defect.plant.fact : defect.decision
    expect(new Set(changes.map(({ part }) => owner(part.name)))).toEqual(new Set([where]))
    for (const change of changes) if (change.kind === 'changed') expect(change.differences.length).toBeGreaterThan(0)
  })

  test('are located as precisely as possible, in both directions', () => {
    const [number] = hemifacialSpasm.policy
    if (!number) throw new Error('no number')
    const other = { ...number, default: number.default + 1 }
    const next: Pathway = {
      ...hemifacialSpasm,
      policy: hemifacialSpasm.policy.map((one) => (one === number ? other : one)),
    }
    const said = (from: Pathway, to: Pathway) =>
      changesBetween(from, to).map((change) => [change.part.name, 'differences' in change ? change.differences : null])
    const [was, is] = [String(number.default), String(other.default)]
    expect(said(hemifacialSpasm, next)).toEqual([[`number ${number.id}`, [{ where: 'default', was, is }]]])
    expect(said(next, hemifacialSpasm)).toEqual([[`number ${number.id}`, [{ where: 'default', was: is, is: was }]]])
  })

  test('include how studies are combined: which answer outweighs which', () => {
    const folds = hemifacialSpasm.decisions.filter(({ body }) => body.kind === 'fold')
    expect(folds.length).toBeGreaterThan(0)
    for (const fold of folds) {
      const { body } = fold
      if (body.kind !== 'fold') continue
      const other = { ...fold, body: { ...body, join: [...body.join].reverse() } }
      const decisions = hemifacialSpasm.decisions.map((one) => (one === fold ? other : one))
      const changes = changesBetween(hemifacialSpasm, { ...hemifacialSpasm, decisions })
      expect(changes.map(({ part }) => part.name)).toEqual([`decision ${fold.id}`])
    }
  })

  test('are none where parts are only shared differently', () => {
    const copy = structuredClone(hemifacialSpasm.steps)
    expect(changesBetween(hemifacialSpasm, { ...hemifacialSpasm, steps: copy })).toEqual([])
  })

  test('in a condition that many rules use are reported once, with its wording, and not for rules that ask the same as before', () => {
    if (signedDiagnosis.kind !== 'named') throw new Error('it has no words of its own')
    const [was, is] = [signedDiagnosis.name, 'a diagnosis with a name under it']
    const reworded = withOther(hemifacialSpasm, signedDiagnosis, { ...signedDiagnosis, name: is })
    const said = changesBetween(hemifacialSpasm, reworded)
    expect(said.map(({ part }) => part.name)).toEqual([`condition ${is}`])
    expect(said).toMatchObject([{ differences: [{ where: 'words', was, is }] }])

    const other = { ...signedDiagnosis, name: is, of: not(signedDiagnosis.of) }
    const loosened = withOther(hemifacialSpasm, signedDiagnosis, other)
    expect(changesBetween(hemifacialSpasm, loosened).map(({ part }) => part.name)).toContain('need botulinum DX-05')
  })

  test('cover the whole pathway: no change of a word goes unnoticed', () => {
    const parts = partsOf(hemifacialSpasm)
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length)
    const { id: _id, version: _version, status: _status, released: _released, ...content } = hemifacialSpasm
    const strings: (readonly [object, string])[] = []
    const seen = new Set<object>()
    const visit = (node: object): void => {
      if (seen.has(node)) return
      seen.add(node)
      for (const [key, value] of Object.entries(node)) {
        if (typeof value === 'string' && freeText.has(key)) strings.push([node, key])
        if (typeof value === 'object' && value !== null) visit(value)
      }
    }
    visit(content)
    fc.assert(
      fc.property(fc.nat(strings.length - 1), (at) => {
        const [node, key] = strings[at] as (typeof strings)[number]
        const changed = withOther(content, node, { ...node, [key]: `${Reflect.get(node, key)} otherwise` })
        expect(changesBetween(hemifacialSpasm, { ...hemifacialSpasm, ...changed }).length, key).toBeGreaterThan(0)
      }),
      { numRuns: 10 },
    )
  })
})

/** Keys under which any words may stand. */
const freeText = new Set(
  'text paraphrase label question locator reason title asks unknown test warning handling name display plural'.split(
    ' ',
  ),
)

/** The same data with one object of it replaced, wherever it stands. */
function withOther<T extends object>(whole: T, old: object, next: object): T {
  const made = new Map<object, object>([[old, next]])
  const visit = (node: object): object => {
    const known = made.get(node)
    if (known) return known
    const value = Array.isArray(node)
      ? node.map(other)
      : Object.fromEntries(Object.entries(node).map(([key, one]) => [key, other(one)]))
    made.set(node, value)
    return value
  }
  const other = (value: unknown): unknown => (typeof value === 'object' && value !== null ? visit(value) : value)
  return visit(whole) as T
}
