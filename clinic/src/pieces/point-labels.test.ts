import { describe, expect, it } from 'vitest'
import { muscles, placeFor, type Side } from './face-plan.ts'
import { type Labelled, labelBox, labelPlaces, overlap } from './point-labels.ts'

const written = (points: readonly Labelled[]): number => {
  const places = labelPlaces(points)
  const boxes = points.map((point, at) => labelBox(point, places[at] as (typeof places)[number]))
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => overlap(one, other))).length
}
const at = (x: number, y: number, label = '2.5', side: Side = 'left'): Labelled => ({ x, y, side, label })

describe('the units beside the points of a face', () => {
  it('stand outward, where nothing is in the way', () => {
    expect(labelPlaces([at(250, 200), at(150, 200, '2.5', 'right')])).toEqual([
      { beside: 1, below: 0 },
      { beside: -1, below: 0 },
    ])
  })

  it('are written over no others where two points lie close together', () => {
    expect(written([at(250, 200, '350'), at(251, 208)])).toBe(0)
    expect(written([at(250, 200), at(250, 204), at(250, 208)])).toBe(0)
  })

  it('of one point in every muscle of both sides are all read', () => {
    const points = (['left', 'right'] as const).flatMap((side) =>
      muscles.map(({ id }) => {
        const [x, y] = placeFor({ muscle: id, side }, 0)
        return at(x, y, '12.5', side)
      }),
    )
    expect(written(points)).toBe(0)
  })
})
