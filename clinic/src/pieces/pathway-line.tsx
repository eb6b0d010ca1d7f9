import { useMediaQuery } from '@mantine/hooks'
import { answerWords } from '../words/clinical.ts'
import { dateWords } from '../words/dates.ts'
import { behind, type Station, stations, tracks } from './line-plan.ts'
import classes from './pathway-line.module.css'
import { words } from './words.ts'

type PathwayLineProps = Readonly<{ stage: string; also: readonly string[]; since: string | null }>

/** The drawn pathway with "you are here"; lies along the page, stands upright on a phone. */
export function PathwayLine({ stage, also, since }: PathwayLineProps) {
  const upright = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false })
  // Care elsewhere leaves the line: it is drawn as a station of its own beside the last one.
  const drawn: readonly Station[] = stage === 'other-pathway' ? [...stations, { stage, at: [3, 2.9] }] : stations
  const place = upright ? uprightPlace : lyingPlace
  const passed = behind(stage)
  const stateOf = (one: string) =>
    one === stage ? 'here' : also.includes(one) ? 'also' : passed.includes(one) ? 'passed' : 'ahead'
  const bottom = stage === 'other-pathway' && !upright ? 48 : 0
  return (
    <figure className={classes.figure}>
      <svg
        viewBox={upright ? '0 0 340 400' : `0 0 960 ${196 + bottom}`}
        className={classes.line}
        data-upright={upright}
        role="img"
        aria-label={words.line.describe(answerWords(stage))}
      >
        {tracks.map(([from, to]) => (
          <path
            key={`${from} ${to}`}
            d={trackBetween(place(placeOf(from)), place(placeOf(to)), upright)}
            className={classes.track}
            data-state={
              ['passed', 'here', 'also'].includes(stateOf(to)) && stateOf(from) !== 'ahead' ? 'passed' : 'ahead'
            }
          />
        ))}
        {drawn.map((station) => {
          const [x, y] = place(station.at)
          const state = stateOf(station.stage)
          return (
            <g key={station.stage} className={classes.station} data-state={state} transform={`translate(${x} ${y})`}>
              <circle r={state === 'here' ? 11 : 7} />
              {state === 'here' && <circle r={5} className={classes.core} />}
              {state === 'passed' && <path d="M-3 0l2.200 2.400 4-4.600" className={classes.tick} />}
              <text {...(upright ? besideIt : labelPlace(station))}>{answerWords(station.stage)}</text>
            </g>
          )
        })}
      </svg>
      <figcaption className={classes.caption}>
        <strong>
          {words.line.here}: {answerWords(stage)}
        </strong>
        {since !== null && `, ${words.line.since(dateWords(since))}`}
        {also.length > 0 && `. ${words.line.also(also.map(answerWords).join(', '))}`}
      </figcaption>
    </figure>
  )
}

const besideIt = { x: 20, y: 5, textAnchor: 'start' } as const

/** Below its station; above where the line leaves downwards, so that no line runs through a word. */
const labelPlace = ({ stage, at: [, row] }: Station) =>
  stage === 'choosing-treatment'
    ? ({ x: 14, y: -18, textAnchor: 'end' } as const)
    : ({ x: 0, y: row === 0 ? -20 : 30, textAnchor: 'middle' } as const)

const placeOf = (stage: string): Station['at'] => stations.find((one) => one.stage === stage)?.at ?? [0, 0]

const lyingPlace = ([column, row]: Station['at']): readonly [number, number] => [64 + column * 119, 44 + row * 54]

/** Upright, the two branches stand side by side; their words still fit a narrow phone. */
const uprightPlace = ([column, row]: Station['at']): readonly [number, number] =>
  row === 1 ? [20, 20 + column * 51] : row === 0 ? [20, 20 + 4.5 * 51] : [row > 2 ? 170 : 185, 20 + column * 51]

function trackBetween(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  upright: boolean,
): string {
  if (x1 === x2 || y1 === y2) return `M${x1} ${y1}L${x2} ${y2}`
  if (upright) return `M${x1} ${y1}C${x1} ${(y1 + y2) / 2} ${x2} ${(y1 + y2) / 2} ${x2} ${y2}`
  return `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`
}
