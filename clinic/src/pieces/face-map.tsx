import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { FaceDrawing } from './face-drawing.tsx'
import classes from './face-map.module.css'
import {
  type Direction,
  faceHeight,
  faceWidth,
  type MuscleId,
  muscles,
  neighbour,
  placeFor,
  type Side,
  type Spot,
} from './face-plan.ts'
import { gap, type LabelPlace, labelPlaces } from './point-labels.ts'
import { words } from './words.ts'

/** One injected point. `x` and `y` are shares of the drawing as seen from the front; `label` stands beside it. */
export type FacePoint = Readonly<{ id: string; muscle: MuscleId; side: Side; x: number; y: number; label: string }>
export type NewPoint = Omit<FacePoint, 'id' | 'label'>

type FaceMapProps = Readonly<{
  /** The sides that may be worked on. */
  sides: readonly Side[]
  points: readonly FacePoint[]
  /** The last session, drawn faintly underneath. */
  lastPoints?: readonly FacePoint[]
  selected?: string | null
  onAdd?: (point: NewPoint) => void
  onSelect?: (id: string) => void
  onRemove?: (id: string) => void
}>

/** A face from the front, muscle by muscle. Arrows move, Enter adds, Delete takes back; a pointer adds where it presses. */
export function FaceMap({ sides, points, lastPoints = [], selected = null, onAdd, onSelect, onRemove }: FaceMapProps) {
  const spots: readonly Spot[] = muscles.flatMap(({ id }) => sides.map((side) => ({ muscle: id, side })))
  const [current, setCurrent] = useState<Spot | undefined>(spots[0])
  const canvas = useRef<SVGSVGElement>(null)
  const places = labelPlaces(points.map((one) => ({ ...one, x: one.x * faceWidth, y: one.y * faceHeight })))
  const on = (spot: Spot) => points.filter((point) => point.muscle === spot.muscle && point.side === spot.side)

  const add = (spot: Spot, [x, y]: readonly [number, number]) =>
    onAdd?.({ ...spot, x: x / faceWidth, y: y / faceHeight })
  const press = (spot: Spot, event: KeyboardEvent) => {
    if (event.key.startsWith('Arrow')) {
      const next = neighbour(spot, event.key as Direction, spots)
      setCurrent(next)
      canvas.current?.querySelector<SVGElement>(`[data-spot="${keyOf(next)}"]`)?.focus()
    } else if (event.key === 'Enter' || event.key === ' ') add(spot, placeFor(spot, on(spot).length))
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const last = on(spot).at(-1)
      if (last !== undefined) onRemove?.(last.id)
    } else return
    event.preventDefault()
  }
  const click = (spot: Spot, event: MouseEvent) => {
    const box = canvas.current?.getBoundingClientRect()
    if (box === undefined) return
    setCurrent(spot)
    // A screen reader and a voice press a muscle, and no place on it.
    if (event.detail === 0) return add(spot, placeFor(spot, on(spot).length))
    add(spot, [
      ((event.clientX - box.left) / box.width) * faceWidth,
      ((event.clientY - box.top) / box.height) * faceHeight,
    ])
  }

  return (
    <figure className={classes.figure}>
      <div className={classes.sides} aria-hidden="true">
        <span>{words.face.right}</span>
        <span>{words.face.left}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose regions are buttons is a group, and no fieldset */}
      <svg
        ref={canvas}
        viewBox={`0 0 ${faceWidth} ${faceHeight}`}
        className={classes.face}
        role="group"
        aria-label={`${words.face.title}. ${words.face.help}`}
      >
        <FaceDrawing />
        {spots.map((spot) => {
          const here = on(spot)
          return (
            // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand inside a drawing
            <g
              key={keyOf(spot)}
              data-spot={keyOf(spot)}
              className={classes.muscle}
              data-used={here.length > 0}
              role="button"
              tabIndex={current !== undefined && keyOf(current) === keyOf(spot) ? 0 : -1}
              aria-label={words.face.muscle(
                words.face.muscles[spot.muscle],
                spot.side === 'left' ? words.face.leftSide : words.face.rightSide,
                here.length === 0 ? '' : `${words.face.count(here.length)}, ${here.map((one) => one.label).join(', ')}`,
              )}
              onFocus={() => setCurrent(spot)}
              onKeyDown={(event) => press(spot, event)}
              onClick={(event) => click(spot, event)}
            >
              <MuscleShape spot={spot} />
              <title>{words.face.muscles[spot.muscle]}</title>
            </g>
          )
        })}
        {lastPoints.map((point) => (
          <circle key={point.id} className={classes.last} cx={point.x * faceWidth} cy={point.y * faceHeight} r="7">
            <title>{`${words.face.last}: ${words.face.muscles[point.muscle]} ${point.label}`}</title>
          </circle>
        ))}
        {points.map((point, at) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the keyboard selects in the list
          <g
            key={point.id}
            className={classes.point}
            data-selected={point.id === selected}
            transform={`translate(${point.x * faceWidth} ${point.y * faceHeight})`}
            onClick={() => onSelect?.(point.id)}
          >
            <circle r="5" />
            <Label text={point.label} place={places[at]} />
          </g>
        ))}
      </svg>
      <figcaption className={classes.caption}>
        {current === undefined
          ? words.side.own
          : `${words.face.muscles[current.muscle]}, ${words.face.side(current.side === 'left' ? words.face.leftSide : words.face.rightSide)}`}
      </figcaption>
    </figure>
  )
}

const Label = ({ text, place }: Readonly<{ text: string; place: LabelPlace | undefined }>) => {
  const { beside, below } = place ?? { beside: 1, below: 0 }
  return (
    <text x={beside * gap} y={4 + below} textAnchor={beside === 1 ? 'start' : 'end'}>
      {text}
    </text>
  )
}

const MuscleShape = ({ spot }: Readonly<{ spot: Spot }>) => {
  const muscle = muscles.find((one) => one.id === spot.muscle)
  return (
    <g transform={spot.side === 'right' ? `translate(${faceWidth} 0) scale(-1 1)` : undefined}>
      <path d={muscle?.shape} fillRule="evenodd" className={classes.shape} />
      <path d={muscle?.fibres} className={classes.fibres} />
    </g>
  )
}

const keyOf = ({ muscle, side }: Spot): string => `${muscle}-${side}`
