import { useMediaQuery } from '@mantine/hooks'
import { answerWords } from '../words/clinical.ts'
import { dateWords } from '../words/dates.ts'
import { ahead, behind, elsewhere, rows, type Station, size, stations, tracks } from './line-plan.ts'
import classes from './pathway-line.module.css'
import { words } from './words.ts'

type PathwayLineProps = Readonly<{
  stage: string
  also: readonly string[]
  since: string | null
  /** The first day at each stage, where the record tells one. */
  reached: Readonly<Record<string, string>>
}>
type State = 'here' | 'also' | 'passed' | 'ahead'
type Stop = Station & Readonly<{ state: State; on: string | null }>

/** The pathway with "you are here": a strip along the page; on a phone a list of what was passed. */
export function PathwayLine({ stage, also, since, reached }: PathwayLineProps) {
  const isPhone = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false })
  const drawn =
    stage === elsewhere.stage ? [...stations.filter(({ at }) => at[1] !== rows.surgical), elsewhere] : stations
  const passed = new Set([stage, ...Object.keys(reached)].flatMap((one) => [one, ...behind(one)]))
  const stops = drawn.map((station): Stop => {
    const state =
      station.stage === stage
        ? 'here'
        : also.includes(station.stage)
          ? 'also'
          : passed.has(station.stage)
            ? 'passed'
            : 'ahead'
    const on = state === 'here' ? since : state === 'ahead' ? null : (reached[station.stage] ?? null)
    return { ...station, state, on: on === null ? null : dateWords(on) }
  })
  const others = also.filter((one) => !stops.some((stop) => stop.stage === one))
  return (
    <figure className={classes.figure}>
      {isPhone ? (
        <Listed stops={stops} toCome={ahead(stage).filter((one) => !passed.has(one))} />
      ) : (
        <Drawn stops={stops} />
      )}
      {others.length > 0 && (
        <figcaption className={classes.caption}>{words.line.also(others.map(answerWords).join(', '))}</figcaption>
      )}
    </figure>
  )
}

const Drawn = ({ stops }: Readonly<{ stops: readonly Stop[] }>) => (
  <svg viewBox={`0 0 ${size.width} ${size.height}`} className={classes.line} role="img" aria-label={described(stops)}>
    {tracks.map(([from, to]) => {
      const [a, b] = [stops.find((stop) => stop.stage === from), stops.find((stop) => stop.stage === to)]
      return a === undefined || b === undefined ? null : (
        <path
          key={`${from} ${to}`}
          d={track(a.at, b.at)}
          className={classes.track}
          data-state={a.state !== 'ahead' && b.state !== 'ahead' ? 'passed' : 'ahead'}
        />
      )
    })}
    {stops.map(({ stage, at: [x, y], state, on }) => (
      <g key={stage} className={classes.station} data-state={state} transform={`translate(${x} ${y})`}>
        <circle r={state === 'here' ? 10 : 7} />
        {state === 'here' && <circle r={4.5} className={classes.core} />}
        {(state === 'passed' || state === 'also') && <path d="M-3 0l2.200 2.400 4-4.600" className={classes.tick} />}
        {y === rows.trunk ? (
          <text textAnchor="middle">
            <tspan x={0} y={25}>
              {answerWords(stage)}
            </tspan>
            {on !== null && (
              <tspan x={0} y={state === 'here' ? 43 : 40} className={classes.date}>
                {state === 'here' ? words.line.since(on) : on}
              </tspan>
            )}
          </text>
        ) : (
          <text x={16} y={5}>
            {answerWords(stage)}
            {on !== null && (
              <tspan x={16} y={state === 'here' ? 23 : 20} className={classes.date}>
                {state === 'here' ? words.line.since(on) : on}
              </tspan>
            )}
          </text>
        )}
      </g>
    ))}
  </svg>
)

/** What lies behind and where one stands, line by line; what lies ahead in one. */
const Listed = ({ stops, toCome }: Readonly<{ stops: readonly Stop[]; toCome: readonly string[] }>) => (
  <>
    <ol className={classes.list}>
      {stops
        .filter(({ state }) => state !== 'ahead')
        .map(({ stage, state, on }) => (
          <li key={stage} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
            <span className={classes.name}>{answerWords(stage)}</span>{' '}
            {on !== null && <span className={classes.on}>{state === 'here' ? words.line.since(on) : on}</span>}
          </li>
        ))}
    </ol>
    {toCome.length > 0 && <p className={classes.caption}>{words.line.ahead(toCome.map(answerWords).join(', '))}</p>}
  </>
)

function described(stops: readonly Stop[]): string {
  const here = stops.find(({ state }) => state === 'here')
  const passed = stops
    .filter(({ state }) => state === 'passed' || state === 'also')
    .map(({ stage, on }) => `${answerWords(stage)}${on === null ? '' : ` ${on}`}`)
    .join(', ')
  return [
    words.line.describe(here === undefined ? '' : answerWords(here.stage)),
    ...(passed === '' ? [] : [words.line.behind(passed)]),
  ].join(' ')
}

const track = ([x1, y1]: Station['at'], [x2, y2]: Station['at']): string =>
  y1 === y2 ? `M${x1} ${y1}L${x2} ${y2}` : `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`
