import { pathway } from '../../pathway.ts'
import type { RankedCandidate } from '../../patient/decided.ts'
import classes from './differential.module.css'
import { words } from './words.ts'

/** So many are always told with what speaks against them. */
const leading = 3

const labels = new Map(
  pathway.rankings.flatMap(({ candidates }) => candidates.map(({ id, label }) => [id, label] as const)),
)

/**
 * What it may be, most likely first, as bars to the left (against) and to the right (for): one block a finding. Counts,
 * no percentages; the order is the pathway's, which weighs strong findings more.
 */
export function Differential({ candidates }: Readonly<{ candidates: readonly RankedCandidate[] }>) {
  if (candidates.length === 0) return null
  const longest = Math.max(4, ...candidates.map((one) => Math.max(one.for.length, one.against.length)))
  const rest = candidates.slice(leading)
  return (
    <section>
      <h2 className={classes.heading}>{words.live.differential}</h2>
      <div className={classes.scale} aria-hidden="true">
        <span>{words.live.against}</span>
        <span>{words.live.for}</span>
      </div>
      <ol className={classes.list}>
        {candidates.slice(0, leading).map((one) => (
          <Item key={one.id} one={one} longest={longest} told />
        ))}
      </ol>
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>{words.live.more(rest.length)}</summary>
          <ol className={classes.list} start={leading + 1}>
            {rest.map((one) => (
              <Item key={one.id} one={one} longest={longest} told={one.for.length > 0} />
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

type ItemProps = Readonly<{ one: RankedCandidate; longest: number; told: boolean }>

const Item = ({ one, longest, told }: ItemProps) => (
  <li className={classes.item}>
    <strong className={classes.name}>{labels.get(one.id) ?? one.id}</strong>
    <div className={classes.bars}>
      <Bar kind="against" count={one.against.length} longest={longest} />
      <Bar kind="for" count={one.for.length} longest={longest} />
    </div>
    {told && (
      <>
        {one.for.length > 0 && (
          <p className={classes.soft}>
            <b>{words.live.for}:</b> {one.for.join(', ')}
          </p>
        )}
        <p className={classes.soft}>
          <b>{words.live.whyNot}:</b> {one.against.length > 0 ? one.against.join(', ') : words.live.none}
        </p>
      </>
    )}
  </li>
)

type BarProps = Readonly<{ kind: 'for' | 'against'; count: number; longest: number }>

const Bar = ({ kind, count, longest }: BarProps) => (
  <span className={classes.track} data-kind={kind}>
    <span className={classes.bar} style={{ inlineSize: `${(count / longest) * 100}%` }} aria-hidden="true" />
    <span className={classes.count}>
      {count}
      <span className={classes.unseen}> {kind === 'for' ? words.live.speaksFor : words.live.speaksAgainst}</span>
    </span>
  </span>
)
