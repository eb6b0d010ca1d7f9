import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { dossierRules } from '@facialis/knowledge/elsewhere.ts'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { describe, expect, test } from 'vitest'
import { homesOf } from '../../scripts/traceability-page.ts'
import { belongsTo, isRule, tracesOf } from '../../scripts/traces.ts'

const traces = tracesOf(pathway)

describe('every sentence that must be acted on', () => {
  test.each(pathway.passages.filter((p) => p.normative).map((p) => p.id))('%s has a rule', (id) => {
    expect(traces.filter((t) => isRule(t) && t.cites.includes(id)).map((t) => t.where)).not.toEqual([])
  })
})

describe('every rule of the dossier', () => {
  test.each(dossierRules.map((r) => [r.id, r] as const))('%s has a home', (id, { elsewhere = [] }) => {
    expect([...homesOf(id, traces).map((t) => t.where), ...elsewhere.map((e) => e.path)]).not.toEqual([])
  })

  test('is listed: RF, DX, RO, IM, ET, BT, OM, SX, FU and GV without a gap', () => {
    const last = { RF: 3, DX: 10, RO: 6, IM: 8, ET: 3, BT: 14, OM: 1, SX: 15, FU: 4, GV: 2 }
    const all = Object.entries(last).flatMap(([letters, n]) =>
      Array.from({ length: n }, (_, i) => `${letters}-${String(i + 1).padStart(2, '0')}`),
    )
    expect(dossierRules.map((r) => r.id)).toEqual(all)
  })

  test.each(dossierRules.map((r) => [r.id, r] as const))(
    '%s has somebody who shows it, or a test that does',
    (id, rule) => {
      const people = examples.filter((example) => example.about.some((about) => belongsTo(about, id)))
      expect([...people.map((example) => example.id), ...(rule.tested ?? [])]).not.toEqual([])
    },
  )

  test('that lives or is shown elsewhere lives where it says', () => {
    for (const { elsewhere = [], tested = [] } of dossierRules)
      for (const path of [...elsewhere.map((place) => place.path), ...tested])
        expect(existsSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))), path).toBe(true)
  })
})

describe('what steps, alerts and disagreements name', () => {
  test('are rules there are', () => {
    const known = [...dossierRules.map((r) => r.id), ...traces.filter((t) => t.kind === 'rule').map((t) => t.rule)]
    const named = [
      ...traces.filter((t) => t.kind === 'step' || t.kind === 'alert').map((t) => t.rule),
      ...pathway.conflicts.flatMap((c) => c.rules),
    ]
    expect(named.filter((rule) => !known.some((id) => belongsTo(rule, id)))).toEqual([])
  })

  test('every cited passage is a passage of the pathway', () => {
    const known = new Set([...pathway.passages.map((p) => p.id), 'own-judgement'])
    expect(traces.flatMap((t) => t.cites).filter((id) => !known.has(id))).toEqual([])
  })
})
