import { pathway } from '../../pathway.ts'
import type { RankedCandidate } from '../../patient/decided.ts'
import classes from './evaluate.module.css'
import { words } from './words.ts'

const leading = 4

const candidates = new Map(
  pathway.rankings.flatMap((ranking) => ranking.candidates.map((candidate) => [candidate.id, candidate] as const)),
)

/** What it may be, most likely first, with what speaks for and against each. Order only, no percentages. */
export function Differential({ candidates: ranked }: Readonly<{ candidates: readonly RankedCandidate[] }>) {
  if (ranked.length === 0) return null
  return (
    <section>
      <h2 className={classes.heading}>{words.live.differential}</h2>
      <ol className={classes.differential}>{ranked.slice(0, leading).map((one) => item(one))}</ol>
      {ranked.length > leading && (
        <details>
          <summary>{words.live.more}</summary>
          <ol className={classes.differential} start={leading + 1}>
            {ranked.slice(leading).map((one) => item(one))}
          </ol>
        </details>
      )}
    </section>
  )
}

const item = (one: RankedCandidate) => (
  <li key={one.id}>
    <strong>{candidates.get(one.id)?.label ?? one.id}</strong>
    {one.for.length > 0 && (
      <p className={classes.soft}>
        <b>{words.live.for}:</b> {one.for.join(', ')}
      </p>
    )}
    {one.against.length > 0 && (
      <p className={classes.soft}>
        <b>{words.live.against}:</b> {one.against.join(', ')}
      </p>
    )}
  </li>
)
