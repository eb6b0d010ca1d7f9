import { Button } from '@mantine/core'
import { Trash2Icon } from 'lucide-react'
import { besidePoint } from '../../pathway.ts'
import { words as pieces } from '../../pieces/words.ts'
import { dateWords } from '../../words/dates.ts'
import { amountOf, amountWords, readAmount } from './amounts.ts'
import classes from './injection.module.css'
import { LastPoints } from './last-points.tsx'
import type { PastSession } from './past-sessions.ts'
import type { Plan, PlannedPoint } from './plan.ts'
import { words } from './words.ts'

type PointsTableProps = Readonly<{
  plan: Plan
  last: PastSession | null
  selected: string | null
  onSelect: (id: string) => void
  onUnits: (id: string, units: string) => void
  onRemove: (id: string) => void
}>

/** Every point of today with its units, what was given there last time, and what the last side effects say about it. */
export function PointsTable({ plan, last, selected, onSelect, onUnits, onRemove }: PointsTableProps) {
  if (plan.points.length === 0) return <LastPoints last={last} />
  return (
    <table className={classes.points}>
      <caption className={classes.hidden}>{words.map.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.map.muscle}</th>
          <th scope="col">{words.map.units}</th>
          <th scope="col">{words.map.lastTime}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {plan.points.map((point, index) => {
          const muscle = pieces.face.muscles[point.muscle]
          const beside = besidePoint(last?.sideEffects ?? [], point.muscle)
          return (
            <tr key={point.id} data-point={point.id} data-selected={point.id === selected}>
              <th scope="row">
                {index + 1}. {muscle}, {point.side === 'left' ? pieces.face.leftSide : pieces.face.rightSide}
                {point.copiedFrom !== null && (
                  <span className={classes.copied}>{words.map.copied(dateWords(point.copiedFrom))}</span>
                )}
                {beside.map((text) => (
                  <span key={text} className={classes.beside}>
                    {text}
                  </span>
                ))}
              </th>
              <td>
                <span className={classes.unitsCell}>
                  <input
                    className={classes.small}
                    aria-label={words.map.unitsOf(index + 1, muscle, point.side)}
                    aria-invalid={point.units !== '' && !readAmount(point.units)}
                    inputMode="decimal"
                    autoComplete="off"
                    value={point.units}
                    onFocus={() => onSelect(point.id)}
                    onChange={(event) => onUnits(point.id, event.currentTarget.value)}
                    onKeyDown={(event) => {
                      // Back to the muscle, so that the next point needs no pointer.
                      if (event.key === 'Enter') focusMuscle(point)
                    }}
                  />
                  U
                </span>
              </td>
              <td className={classes.lastCell}>{lastThere(plan, index, last)}</td>
              <td>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={words.map.remove(index + 1)}
                  onClick={() => onRemove(point.id)}
                >
                  <Trash2Icon size={18} aria-hidden />
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The units of the same muscle's same point last time, counted in order. */
function lastThere(plan: Plan, index: number, last: PastSession | null): string {
  const point = plan.points[index]
  if (point === undefined || last === null || last.map?.whole !== true || last.product !== plan.product) return '–'
  const same = (one: Readonly<{ muscle: string; side: string }>) =>
    one.muscle === point.muscle && one.side === point.side
  const nth = plan.points.slice(0, index).filter(same).length
  const before = last.map.points.filter(same)[nth]
  return before === undefined ? words.map.never : words.map.last(amountWords(amountOf(before.units)))
}

const focusMuscle = ({ muscle, side }: PlannedPoint) =>
  document.querySelector<SVGElement>(`[data-spot="${muscle}-${side}"]`)?.focus()
