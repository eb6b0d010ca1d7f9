import { hemifacialSpasm } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import { describe, expect, test } from 'vitest'

const { decisions, collections, steps, alerts, checks, passages } = hemifacialSpasm

/** Rules of decisions, gates, steps and alerts, and the passages they rest on. */
const citable = new Set<string>([
  ...decisions.flatMap(({ body }) => {
    if (body.kind === 'ranked') return [...body.rules.map((r) => r.id), body.otherwise.id]
    return body.kind === 'gate'
      ? [...body.needs, ...body.limits, ...body.exceptions.map(({ code }) => ({ id: code }))].map(({ id }) => id)
      : []
  }),
  ...collections.flatMap((c) => c.items.map((item) => item.id)),
  ...[...steps, ...alerts].flatMap((s) => s.rules),
  ...checks.map((check) => check.id),
  ...passages.map((p) => p.id),
])

describe('the collection of example patients', () => {
  test('gives each its own name, in words', () => {
    expect(new Set(examples.map((e) => e.id)).size).toBe(examples.length)
    expect(examples.filter((e) => !/^[a-z]+(-[a-z0-9]+)*$/.test(e.id)).map((e) => e.id)).toEqual([])
  })

  test('tells each as a story of two sentences', () => {
    const sentences = (story: string) => story.split(/[.?!]["”)]?(?:\s|$)/).filter((part) => part.trim() !== '').length
    expect(examples.filter((e) => sentences(e.story) !== 2).map((e) => [e.id, e.story])).toEqual([])
  })

  test('says for each which rules or passages it is about, and those exist', () => {
    const strange = examples.flatMap((e) => [
      ...(e.about.length === 0 ? [`${e.id} is about nothing`] : []),
      ...e.about.filter((id) => !citable.has(id)).map((id) => `${e.id} is about ${id}`),
    ])
    expect(strange).toEqual([])
  })

  test('claims only decisions, steps and alerts the pathway has', () => {
    const known = {
      decisions: new Set(decisions.map((d) => d.id)),
      steps: new Set(steps.map((s) => s.id)),
      alerts: new Set(alerts.map((a) => a.id)),
    }
    const strange = examples.flatMap(({ id, expected: e }) => [
      ...Object.keys(e.decisions)
        .filter((d) => !known.decisions.has(d))
        .map((d) => `${id}: decision ${d}`),
      ...[...(e.steps ?? []), ...(e.noSteps ?? []), ...Object.keys(e.due ?? {})]
        .filter((s) => !known.steps.has(s))
        .map((s) => `${id}: step ${s}`),
      ...[...(e.alerts ?? []), ...(e.noAlerts ?? [])]
        .filter((a) => !known.alerts.has(a))
        .map((a) => `${id}: alert ${a}`),
    ])
    expect(strange).toEqual([])
  })

  test('shows every answer of every decision at least once', () => {
    const claimed = new Set(
      examples.flatMap((e) =>
        Object.entries(e.expected.decisions).map(([id, a]) => `${id} ${typeof a === 'string' ? a : a.answer}`),
      ),
    )
    const shown = [
      'phenotype',
      'cause',
      'botulinum',
      'botulinum.session',
      'decompression',
      'response.toxin',
      'response.surgery',
      'stage',
      'imaging',
    ]
    const never = decisions
      .filter((d) => shown.includes(d.id) || d.id.startsWith('rule-out.'))
      .flatMap((d) => d.answers.map((answer) => `${d.id} ${answer}`))
      .filter((answer) => !claimed.has(answer))
    expect(never).toEqual([])
  })

  test('is plain data: it survives being written down as JSON', () => {
    expect(JSON.parse(JSON.stringify(examples))).toEqual(examples)
    for (const example of examples)
      expect(JSON.parse(JSON.stringify(plainFactsOf(example)))).toEqual(plainFactsOf(example))
  })
})
