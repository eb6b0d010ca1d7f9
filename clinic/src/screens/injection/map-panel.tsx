import { Button, Group, Switch, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { FaceMap, type FacePoint, type NewPoint } from '../../pieces/face-map.tsx'
import type { Side } from '../../pieces/face-plan.ts'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import classes from './injection.module.css'
import type { PastSession } from './past-sessions.ts'
import { addPoint, confirmSide, copyLast, type Plan, removePoint, setUnits, unconfirmedSides } from './plan.ts'
import { PointsTable } from './points-table.tsx'
import { placed } from './session-map.ts'
import { words } from './words.ts'

type MapPanelProps = Readonly<{
  plan: Plan
  last: PastSession | null
  affected: 'left' | 'right' | 'both' | null
  onChange: (next: (plan: Plan) => Plan) => void
}>

/** Today's points on the face, the last session faintly underneath, and the list in which units are typed. */
export function MapPanel({ plan, last, affected, onChange }: MapPanelProps) {
  const [selected, setSelected] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const lastPlaced = placed(last?.map?.points ?? [])
  const copyable =
    last?.map?.whole === true && last.date !== null && lastPlaced.length > 0 && last.product === plan.product
  const offered: readonly Side[] =
    plan.bothSides || affected === null || affected === 'both' ? ['right', 'left'] : [affected]
  // A point stays in sight whatever the switch says.
  const sides = (['right', 'left'] as const).filter(
    (side) => offered.includes(side) || plan.points.some((point) => point.side === side),
  )
  const select = (id: string) => {
    setSelected(id)
    list.current?.querySelector<HTMLElement>(`[data-point="${id}"] input`)?.focus()
  }
  const add = (point: NewPoint) => {
    const id = `p${plan.count + 1}`
    onChange((now) => addPoint(now, point))
    // The new row stands after the next paint; its number is what comes next.
    requestAnimationFrame(() => select(id))
  }
  const points: readonly FacePoint[] = plan.points.map((point) => ({
    ...point,
    label: words.map.label(point.units),
  }))
  return (
    <Panel
      title={words.map.title}
      actions={
        <Group gap="sm">
          {affected !== null && affected !== 'both' && (
            <Switch
              size="sm"
              label={words.map.bothSides}
              checked={plan.bothSides}
              onChange={(event) => {
                const bothSides = event.currentTarget.checked
                onChange((now) => ({ ...now, bothSides }))
              }}
            />
          )}
          {copyable && (
            <Button
              size="xs"
              variant={plan.points.length === 0 ? 'filled' : 'default'}
              onClick={() =>
                onChange((now) => copyLast(now, { date: last.date ?? '', points: last.map?.points ?? [] }))
              }
            >
              {words.map.copy}
            </Button>
          )}
        </Group>
      }
    >
      <div className={classes.mapColumns}>
        <div>
          <FaceMap
            sides={sides}
            points={points}
            lastPoints={lastPlaced.map((point, index) => ({
              ...point,
              id: `last-${index}`,
              label: words.map.last(String(point.units)),
            }))}
            selected={selected}
            onAdd={add}
            onSelect={select}
            onRemove={(id) => onChange((now) => removePoint(now, id))}
          />
          <Text size="sm" c="dimmed" ta="center">
            {lastPlaced.length > 0 && `${words.map.legend} `}
            {words.map.avoid}
          </Text>
        </div>
        <div ref={list}>
          {unconfirmedSides(plan).map((side) => (
            <div key={side} className={classes.unconfirmed}>
              <span>
                {words.map.confirmText(
                  side,
                  dateWords(plan.points.find((one) => one.copiedFrom !== null)?.copiedFrom ?? ''),
                )}
              </span>
              <Button size="xs" onClick={() => onChange((now) => confirmSide(now, side))}>
                {words.map.confirm(side)}
              </Button>
            </div>
          ))}
          <PointsTable
            plan={plan}
            last={last}
            selected={selected}
            onSelect={setSelected}
            onUnits={(id, units) => onChange((now) => setUnits(now, id, units))}
            onRemove={(id) => onChange((now) => removePoint(now, id))}
          />
        </div>
      </div>
    </Panel>
  )
}
