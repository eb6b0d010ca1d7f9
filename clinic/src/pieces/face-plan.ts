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
  /** Which way it pulls: a few thin lines inside the shape. */
  fibres: string
  /** Where points go when they are added with the keyboard, one after the other. */
  places: readonly (readonly [x: number, y: number])[]
}>

/** Top to bottom, as they are read aloud. The ring nearest the lashes lies on top of the wider one. */
export const muscles: readonly Muscle[] = [
  {
    id: 'frontalis',
    shape: 'M208 96C236 86 270 88 297 114C301 128 301 142 297 156C270 143 236 141 208 150C206 132 206 114 208 96Z',
    fibres: 'M222 96L220 144M240 93L239 141M258 94L259 142M276 101L279 146',
    places: [
      [236, 108],
      [268, 112],
      [220, 106],
    ],
  },
  {
    id: 'corrugator',
    shape: 'M209 171C222 158 248 152 272 158C276 163 272 167 264 168C246 168 234 174 222 180C213 183 207 178 209 171Z',
    fibres: 'M216 174C230 163 248 159 264 162',
    places: [
      [232, 167],
      [254, 162],
    ],
  },
  {
    id: 'procerus',
    shape: 'M200 152C207 152 213 157 214 168C214 182 210 196 206 206L200 206Z',
    fibres: 'M205 160L204 196',
    places: [[206, 174]],
  },
  {
    id: 'ooc.preseptal',
    shape:
      'M209 212C212 184 242 173 264 175C290 178 305 195 305 212C303 237 281 249 258 249C232 249 212 237 209 212ZM218 212C223 232 240 239 257 239C276 239 291 228 294 212C291 196 276 187 258 186C238 186 222 196 218 212Z',
    fibres:
      'M214 208C220 188 242 180 260 180C284 182 298 196 300 210M214 216C220 236 240 244 258 244C280 243 296 232 299 216',
    places: [
      [226, 190],
      [287, 190],
      [284, 237],
      [254, 244],
    ],
  },
  {
    id: 'ooc.pretarsal',
    shape:
      'M218 212C222 196 238 186 258 186C276 187 291 196 294 212C291 228 276 239 257 239C240 239 223 232 218 212ZM226 213C238 227 272 226 284 211C270 196 236 197 226 213Z',
    fibres:
      'M223 209C231 195 246 191 258 191C272 192 284 199 289 209M224 218C232 230 246 234 258 234C272 233 284 226 289 216',
    places: [
      [228, 201],
      [281, 201],
      [278, 226],
    ],
  },
  {
    id: 'ooc.orbital.lateral',
    shape: 'M297 182C316 188 327 208 319 232C313 246 301 255 288 256C300 246 309 230 309 212C308 200 303 190 297 182Z',
    fibres: 'M305 190C318 204 318 230 302 247',
    places: [
      [314, 206],
      [313, 226],
    ],
  },
  {
    id: 'levatorLabii',
    shape: 'M226 258C232 253 241 253 245 258C243 278 237 302 231 326C227 329 220 327 218 322C220 300 222 278 226 258Z',
    fibres: 'M231 262C229 284 226 304 223 321M239 261C237 282 232 302 227 322',
    places: [[231, 286]],
  },
  {
    id: 'zygMinor',
    shape: 'M261 260C267 256 275 259 276 265C266 288 254 312 243 333C239 335 233 332 233 328C242 305 251 282 261 260Z',
    fibres: 'M267 264C257 286 247 308 238 329',
    places: [[256, 284]],
  },
  {
    id: 'zygMajor',
    shape: 'M295 264C303 262 311 268 309 276C295 302 277 328 261 349C255 351 249 345 250 340C264 316 280 290 295 264Z',
    fibres: 'M299 269C284 294 269 320 255 343M304 273C290 298 274 324 259 346',
    places: [
      [284, 298],
      [268, 324],
    ],
  },
  {
    id: 'orisUpper',
    shape: 'M200 319C226 319 249 331 260 348L250 348C238 341 224 334 214 333C208 332 204 334 200 338Z',
    fibres: 'M200 328C224 325 242 335 254 346',
    places: [
      [220, 327],
      [240, 336],
    ],
  },
  {
    id: 'risorius',
    shape: 'M262 345C272 339 285 334 298 332C302 337 301 345 297 349C286 352 275 357 266 361C260 358 258 349 262 345Z',
    fibres: 'M266 351C276 346 287 342 297 341',
    places: [[281, 346]],
  },
  {
    id: 'orisLower',
    shape: 'M200 371C222 371 242 363 250 350L260 350C252 374 227 387 200 387Z',
    fibres: 'M200 379C224 378 244 369 254 353',
    places: [
      [220, 377],
      [244, 364],
    ],
  },
  {
    id: 'dao',
    shape: 'M251 368C257 363 266 365 266 371C266 388 260 404 254 416C246 421 237 419 235 413C243 399 249 384 251 368Z',
    fibres: 'M258 370C256 387 250 402 243 414',
    places: [[255, 390]],
  },
  {
    id: 'mentalis',
    shape: 'M200 395C214 392 227 398 231 410C231 424 219 436 200 440Z',
    fibres: 'M207 401L206 433M218 403L216 429',
    places: [[215, 414]],
  },
  {
    id: 'platysma',
    shape: 'M212 474C229 466 245 456 256 443C260 462 266 484 273 506L214 511C212 498 211 487 212 474Z',
    fibres: 'M225 472C226 485 228 497 230 508M238 464C241 479 245 494 250 506M250 454C254 470 259 488 264 504',
    places: [
      [230, 484],
      [249, 468],
      [251, 494],
    ],
  },
]

export type Spot = Readonly<{ muscle: MuscleId; side: Side }>

/** Seen from the front, the person's right lies on the viewer's left. */
const seen = (side: Side, x: number): number => (side === 'left' ? x : faceWidth - x)

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
