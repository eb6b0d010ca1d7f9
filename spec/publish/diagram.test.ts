import { directDependencies } from '@facialis/engine/publish/diagram/direct-dependencies.ts'
import { layeredLayout } from '@facialis/engine/publish/diagram/layered-layout.ts'
import { stageOrder } from '@facialis/engine/publish/diagram/stage-order.ts'
import { diagramSvg } from '@facialis/engine/publish/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { stage } from '@facialis/knowledge/decisions/stage.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallPathway } from '../decisions/small-pathway.ts'

const svg = diagramSvg(hemifacialSpasm, (id) => `#${id}`)
const pathwayOf = (id: string) => {
  const found = hemifacialSpasm.decisions.find((one) => one.id === id)
  if (!found) throw new Error(`There is no decision ${id}.`)
  return found
}

/** Boxes that rest on some of those before them. */
const boxes = fc
  .array(fc.tuple(fc.integer({ min: 20, max: 120 }), fc.array(fc.nat({ max: 20 }), { maxLength: 4 })), {
    maxLength: 14,
  })
  .map((rows) =>
    rows.map(([height, on], i) => ({
      id: `box ${i}`,
      height,
      dependsOn: i === 0 ? [] : [...new Set(on.map((n) => `box ${n % i}`))],
    })),
  )

describe('the pathway on one sheet', () => {
  test('shows every decision once, and every stage', () => {
    for (const { id } of hemifacialSpasm.decisions) expect(svg.split(`>${id}<`)).toHaveLength(2)
    expect(stageOrder(hemifacialSpasm.stage)[0]).toBe('referred')
    expect([...stageOrder(hemifacialSpasm.stage)].sort()).toEqual([...hemifacialSpasm.stage.answers].sort())
  })

  test('describes the dependencies in text for those who cannot see it', () => {
    expect(svg).toContain('Gate botulinum.session rests on botulinum.')
    expect(svg).toContain('Decision reads.tumour rests on study.tumour.')
    expect(svg).toMatch(/aria-labelledby="pathway-title pathway-desc"/)
  })

  test('says that it is a draft', () => {
    expect(svg).toContain(`>draft, not clinically signed · hemifacial-spasm ${hemifacialSpasm.version}<`)
  })

  test('draws the session gate as depending on the standing gate, and that one on every rule-out', () => {
    expect(directDependencies(pathwayOf('botulinum.session')).map(({ id }) => id)).toEqual(['botulinum'])
    expect(directDependencies(pathwayOf('botulinum')).map(({ id }) => id)).toEqual([
      'rule-out.tumour',
      'rule-out.vascular-malformation',
      'rule-out.demyelination',
      'rule-out.other-lesion',
    ])
  })

  test('can be drawn for a pathway with a single decision', () => {
    expect(diagramSvg(smallPathway(stage, {}), (id) => id)).toContain('>stage<')
  })
})

describe('boxes on a sheet', () => {
  test('are to the right of what they depend on, do not overlap, and lie within the sheet', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const { boxes: places, height } = layeredLayout(all)
        const at = new Map(places.map((place) => [place.id, place]))
        for (const { id, dependsOn } of all)
          for (const other of dependsOn) expect(at.get(other)!.column).toBeLessThan(at.get(id)!.column)
        for (const a of places) {
          expect(a.y).toBeGreaterThanOrEqual(-0.001)
          expect(a.y + a.height).toBeLessThanOrEqual(height + 0.001)
          for (const b of places)
            if (a !== b && a.column === b.column)
              expect(a.y + a.height <= b.y + 0.001 || b.y + b.height <= a.y + 0.001).toBe(true)
        }
      }),
    )
  })

  test('are connected, directly or through others, to all they depend on and to nothing else', () => {
    const reach = (lines: readonly Readonly<{ from: string; to: string }>[], from: string): ReadonlySet<string> => {
      const found = new Set<string>()
      const visit = (id: string): void => {
        for (const { to } of lines.filter((line) => line.from === id))
          if (!found.has(to)) {
            found.add(to)
            visit(to)
          }
      }
      visit(from)
      return found
    }
    fc.assert(
      fc.property(boxes, (all) => {
        const written = all.flatMap(({ id, dependsOn }) => dependsOn.map((from) => ({ from, to: id })))
        for (const { id } of all) expect(reach(layeredLayout(all).edges, id)).toEqual(reach(written, id))
      }),
    )
  })
})
