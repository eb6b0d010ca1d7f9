import { describe, expect, it } from 'vitest'
import { centreOf, muscles, neighbour, placeFor, type Spot } from './face-plan.ts'

const all: readonly Spot[] = muscles.flatMap(({ id }) => [
  { muscle: id, side: 'right' as const },
  { muscle: id, side: 'left' as const },
])

describe('the face is drawn from the front', () => {
  it('with the person’s right on the viewer’s left, for every muscle', () => {
    for (const { id } of muscles) {
      expect(centreOf({ muscle: id, side: 'right' })[0]).toBeLessThan(200)
      expect(centreOf({ muscle: id, side: 'left' })[0]).toBeGreaterThan(200)
    }
  })
  it('a second point of a muscle does not cover the first', () => {
    const spot: Spot = { muscle: 'mentalis', side: 'left' }
    expect(placeFor(spot, 1)).not.toEqual(placeFor(spot, 0))
  })
})

describe('arrow keys', () => {
  it('to the right cross the face to the person’s left side', () => {
    expect(neighbour({ muscle: 'mentalis', side: 'right' }, 'ArrowRight', all)).toEqual({
      muscle: 'mentalis',
      side: 'left',
    })
  })
  it('down from the forehead arrive at the brow or the eye', () => {
    const next = neighbour({ muscle: 'frontalis', side: 'left' }, 'ArrowDown', all)
    expect(['corrugator', 'procerus', 'ooc.preseptal', 'ooc.pretarsal']).toContain(next.muscle)
  })
  it('stay where nothing lies further that way', () => {
    expect(neighbour({ muscle: 'frontalis', side: 'left' }, 'ArrowUp', all)).toMatchObject({ muscle: 'frontalis' })
  })
  it('reach every muscle of both sides from any start', () => {
    const reached = new Set<string>()
    const queue: Spot[] = [{ muscle: 'frontalis', side: 'left' }]
    for (let spot = queue.pop(); spot !== undefined; spot = queue.pop()) {
      const key = `${spot.muscle} ${spot.side}`
      if (reached.has(key)) continue
      reached.add(key)
      for (const way of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const)
        queue.push(neighbour(spot, way, all))
    }
    expect(all.map((spot) => `${spot.muscle} ${spot.side}`).filter((key) => !reached.has(key))).toEqual([])
  })
})
