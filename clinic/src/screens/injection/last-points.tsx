import { Text } from '@mantine/core'
import { besidePoint } from '../../pathway.ts'
import { words as pieces } from '../../pieces/words.ts'
import classes from './injection.module.css'
import type { PastSession } from './past-sessions.ts'
import { inReadingOrder } from './session-map.ts'
import { words } from './words.ts'

/** The points of the last session, for reading, until today has points of its own. */
export function LastPoints({ last }: Readonly<{ last: PastSession | null }>) {
  const points = inReadingOrder(last?.map?.points ?? [])
  return (
    <div className={classes.lastPoints}>
      <Text>{points.length === 0 ? words.map.emptyFirst : words.map.empty}</Text>
      {points.length > 0 && (
        <>
          <h3>{words.last.title}</h3>
          <ul>
            {points.map(({ muscle, side, units }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: points of the record have no identity but their place
              <li key={index}>
                {pieces.face.muscles[muscle]}, {side === 'left' ? pieces.face.leftSide : pieces.face.rightSide}:{' '}
                {words.map.last(String(units))}
                {besidePoint(last?.sideEffects ?? [], muscle).map((text) => (
                  <span key={text} className={classes.beside}>
                    {text}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
