import { Fragment } from 'react'
import { roleWords } from '../../words/clinical.ts'
import { dateWords, dayOfInstant, timeWords } from '../../words/dates.ts'
import classes from './audit.module.css'
import { deedWords } from './deeds.ts'
import { reasonWords } from './reason-words.ts'
import type { Run } from './runs.ts'
import { words } from './words.ts'

/** What happened, day by day, newest first. */
export function Trail({ runs, zone }: Readonly<{ runs: readonly Run[]; zone: string }>) {
  const dayOf = ({ at }: Run['line']) => dayOfInstant(at, zone)
  return (
    <ol className={classes.trail}>
      {runs.map((run, index) => {
        const day = dayOf(run.line)
        const before = runs[index - 1]
        return (
          <Fragment key={run.line.seq}>
            {(before === undefined || dayOf(before.line) !== day) && (
              <li className={classes.day}>
                <h2>{dateWords(day)}</h2>
              </li>
            )}
            <Line run={run} clock={{ today: day, zone }} />
          </Fragment>
        )
      })}
    </ol>
  )
}

const nobodys: Readonly<Record<string, string>> = {
  'front-door': words.frontDoor,
  'status-link': words.statusLink,
  'set-up': words.setUp,
  machine: words.machine,
  nobody: words.nobody,
  clock: words.clock,
}

function Line({ run: { line, count, since }, clock }: Readonly<{ run: Run; clock: Parameters<typeof timeWords>[1] }>) {
  const { who, people, others } = line
  const [from, time] = [timeWords(since, clock), timeWords(line.at, clock)]
  return (
    <li className={classes.line} data-outcome={line.outcome}>
      <span className={classes.time}>{from === time ? time : `${from}–${time}`}</span>
      <span className={classes.who}>
        {who.name ?? nobodys[who.id] ?? who.id}
        {who.role !== null && <small>{roleWords[who.role]}</small>}
      </span>
      <span>
        {line.outcome === 'refused' && <b className={classes.refused}>{words.refused}: </b>}
        {deedWords(line.action)}
        {count > 1 && `, ${words.times(count)}`}
        {people.length > 0 && (
          <span className={classes.people}>
            {people.map(({ name }) => name ?? words.unnamed).join(', ')}
            {others > 0 && ` ${words.others(others)}`}
          </span>
        )}
        {line.reason !== null && (
          <small>
            {words.reason}: {reasonWords(line.action, line.reason)}
          </small>
        )}
        {line.what !== null && <small>{line.what}</small>}
        {line.problem !== null && <small>{line.problem}</small>}
      </span>
    </li>
  )
}
