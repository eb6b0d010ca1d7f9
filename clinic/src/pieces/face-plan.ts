/** The muscles of one side, drawn on the viewer's right half; the other half is its mirror image. Face of 400 × 520. */
export const faceWidth = 400
export const faceHeight = 520

export type Side = 'left' | 'right'
export type MuscleId =
  | 'frontalis'
  | 'corrugator'
  | 'procerus'
  | 'ooc.pretarsal'
  | 'ooc.preseptal'
  | 'ooc.orbital.lateral'
  | 'levatorLabii'
  | 'zygMinor'
  | 'zygMajor'
  | 'risorius'
  | 'orisUpper'
  | 'orisLower'
  | 'dao'
  | 'mentalis'
  | 'platysma'

type Muscle = Readonly<{
  id: MuscleId
  shape: string
  /** Where points go when they are added with the keyboard, one after the other. */
  places: readonly (readonly [x: number, y: number])[]
}>

/** Top to bottom, as they are read aloud. The ring nearest the lashes lies on top of the wider one. */
export const muscles: readonly Muscle[] = [
  {
    id: 'frontalis',
    shape: 'M206 78C240 66 282 78 300 108L294 146C262 132 232 132 206 140Z',
    places: [
      [236, 108],
      [268, 112],
      [220, 100],
    ],
  },
  {
    id: 'corrugator',
    shape: 'M220 148C238 142 262 146 272 156L270 170C252 162 236 164 221 170Z',
    places: [
      [234, 157],
      [256, 157],
    ],
  },
  { id: 'procerus', shape: 'M200 148L217 150L215 196L200 200Z', places: [[206, 172]] },
  {
    id: 'ooc.preseptal',
    shape:
      'M206 212C214 180 292 178 302 212C296 248 216 248 206 212ZM216 212C226 236 284 236 292 212C284 188 226 188 216 212Z',
    places: [
      [226, 190],
      [286, 190],
      [284, 236],
      [254, 242],
    ],
  },
  {
    id: 'ooc.pretarsal',
    shape:
      'M216 212C226 188 284 188 292 212C284 236 226 236 216 212ZM227 212C236 225 272 225 281 212C272 199 236 199 227 212Z',
    places: [
      [228, 202],
      [280, 202],
      [278, 224],
    ],
  },
  {
    id: 'ooc.orbital.lateral',
    shape: 'M305 190C320 196 324 226 310 240C303 232 302 200 305 190Z',
    places: [
      [312, 206],
      [311, 226],
    ],
  },
  { id: 'levatorLabii', shape: 'M222 256L240 252L238 318L224 322Z', places: [[231, 286]] },
  { id: 'zygMinor', shape: 'M243 254L264 258L250 326L241 320Z', places: [[251, 284]] },
  {
    id: 'zygMajor',
    shape: 'M268 262L300 266L266 344L252 332Z',
    places: [
      [276, 298],
      [264, 322],
    ],
  },
  {
    id: 'orisUpper',
    shape: 'M200 322C222 318 242 330 252 346L200 346Z',
    places: [
      [220, 334],
      [238, 340],
    ],
  },
  { id: 'risorius', shape: 'M258 346L306 330L300 352L264 364Z', places: [[282, 348]] },
  {
    id: 'orisLower',
    shape: 'M200 350L252 350C242 368 224 378 200 378Z',
    places: [
      [220, 364],
      [238, 358],
    ],
  },
  { id: 'dao', shape: 'M248 368L266 366L258 404L236 412Z', places: [[251, 388]] },
  { id: 'mentalis', shape: 'M200 388L230 384L226 424L200 432Z', places: [[214, 406]] },
  {
    id: 'platysma',
    shape: 'M210 462L262 436L270 504L210 510Z',
    places: [
      [232, 480],
      [254, 466],
      [250, 494],
    ],
  },
]

export type Spot = Readonly<{ muscle: MuscleId; side: Side }>

/** Seen from the front, the person's right lies on the viewer's left. */
export const seen = (side: Side, x: number): number => (side === 'left' ? x : faceWidth - x)

export const centreOf = ({ muscle, side }: Spot): readonly [number, number] => {
  const [x, y] = muscles.find((one) => one.id === muscle)?.places[0] ?? [faceWidth / 2, faceHeight / 2]
  return [seen(side, x), y]
}

/** Where the next point of a muscle goes when no pointer says so. */
export function placeFor(spot: Spot, already: number): readonly [number, number] {
  const places = muscles.find((one) => one.id === spot.muscle)?.places ?? []
  const place = places[already % Math.max(places.length, 1)] ?? [faceWidth / 2, faceHeight / 2]
  const round = Math.floor(already / Math.max(places.length, 1))
  return [seen(spot.side, place[0] + round * 5), place[1] + round * 4]
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** The nearest spot that way, sideways distance counting double; the same one when none lies that way. */
export function neighbour(from: Spot, direction: Direction, among: readonly Spot[]): Spot {
  const [x, y] = centreOf(from)
  const along = (spot: Spot): readonly [number, number] => {
    const [tx, ty] = centreOf(spot)
    const [dx, dy] = [tx - x, ty - y]
    return direction === 'ArrowUp'
      ? [-dy, dx]
      : direction === 'ArrowDown'
        ? [dy, dx]
        : direction === 'ArrowLeft'
          ? [-dx, dy]
          : [dx, dy]
  }
  const ahead = among
    .map((spot) => ({ spot, way: along(spot) }))
    .filter(({ way: [forward, aside] }) => forward > 1 && Math.abs(aside) < forward * 4)
    .sort((a, b) => a.way[0] + 2 * Math.abs(a.way[1]) - (b.way[0] + 2 * Math.abs(b.way[1])))
  return ahead[0]?.spot ?? from
}
