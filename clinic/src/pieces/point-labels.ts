import type { Side } from './face-plan.ts'

/** A point in the units of the drawing, and what stands beside it. */
export type Labelled = Readonly<{ x: number; y: number; side: Side; label: string }>
/** Where it stands, counted from the point: to the right of it (1) or to the left (-1), and how far below. */
export type LabelPlace = Readonly<{ beside: 1 | -1; below: number }>
type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>

/** How far from the point it begins; how wide a figure is and how high, as the stylesheet writes them. */
export const [gap, figure, height] = [9, 7.5, 13]
const radius = 6

/**
 * Where the label of each point stands: outward, where there is room, and else where it is written over no other label and no
 * other point. Points of muscles around the eye lie close together, and their units have to be read.
 */
export function labelPlaces(points: readonly Labelled[]): readonly LabelPlace[] {
  const taken: Box[] = []
  const places = new Map<Labelled, LabelPlace>()
  for (const point of points.toSorted((a, b) => a.y - b.y)) {
    const outward = point.side === 'left' ? 1 : -1
    const inward = outward === 1 ? -1 : 1
    const others = points.filter((one) => one !== point).map(dotOf)
    const ways = [0, -height, height].flatMap((below): readonly LabelPlace[] => [
      { beside: outward, below },
      { beside: inward, below },
    ])
    const freeOf = (boxes: readonly Box[]) =>
      ways.find((way) => boxes.every((other) => !overlap(labelBox(point, way), other)))
    // A dot that is covered is still known by its edge; a figure is not.
    const place = freeOf([...taken, ...others]) ?? freeOf(taken) ?? { beside: outward, below: 0 }
    taken.push(labelBox(point, place))
    places.set(point, place)
  }
  return points.map((point) => places.get(point) as LabelPlace)
}

export function labelBox({ x, y, label }: Labelled, { beside, below }: LabelPlace): Box {
  const near = x + beside * gap
  const far = near + beside * label.length * figure
  return {
    left: Math.min(near, far),
    right: Math.max(near, far),
    top: y + below - height / 2,
    bottom: y + below + height / 2,
  }
}

const dotOf = ({ x, y }: Labelled): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
