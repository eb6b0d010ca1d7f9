import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { pathway } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { MovedPerson } from './moved-person.tsx'
import { SaveNumbers } from './save-numbers.tsx'
import type { Numbers, Tried } from './tried-numbers.ts'
import { useInSight } from './use-in-sight.ts'
import { useWhatIf } from './use-what-if.ts'
import classes from './what-if.module.css'
import { type Told, WhatIfCounts } from './what-if-counts.tsx'
import { words } from './what-if-words.ts'
import { words as bookWords } from './words.ts'

type WhatIfTrayProps = Readonly<{
  tried: Tried
  inForce: Numbers
  maySave: boolean
  onReset: () => void
  onSaved: () => void
}>

/** Stays in sight while numbers are tried: what is tried, how many people move, from what to what, and who. */
export function WhatIfTray({ tried, inForce, maySave, onReset, onSaved }: WhatIfTrayProps) {
  const { told, isOlder, problem } = useWhatIf(tried)
  const { values, faults, state } = tried
  const isWrong = Object.keys(faults).length > 0
  const changed = pathway.policy.filter(({ id }) => values[id] !== undefined)
  const wrong = pathway.policy.filter(({ id }) => faults[id] !== undefined)
  const isUp = changed.length > 0 || isWrong
  useInSight(isUp)
  if (!isUp) return null
  const answer = told?.state === 'answered' ? told : null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
    <section className={classes.tray} aria-label={words.title} tabIndex={0} aria-busy={isOlder}>
      <div className={classes.head}>
        <div role="status" className={classes.status}>
          <h2 className={classes.summary}>{isWrong ? words.wrong : (problem?.sentence ?? summaryOf(answer))}</h2>
          {answer !== null && !isWrong && <p className={classes.soft}>{words.asked(answer.people)}</p>}
          {answer !== null && answer.followingEarlier > 0 && !isWrong && (
            <p className={classes.soft}>{words.earlier(answer.followingEarlier)}</p>
          )}
          {answer !== null && answer.unread.people > 0 && !isWrong && (
            <p className={classes.soft}>
              {words.unread(
                answer.unread.people,
                (answer.unread.who ?? []).map(({ name }) => name),
              )}
            </p>
          )}
        </div>
        <Button variant="default" size="xs" onClick={onReset}>
          {words.resetAll}
        </Button>
      </div>
      {told?.state === 'reading' && (
        <label className={classes.soft}>
          {words.reading(told.read, told.of)} <progress value={told.read} max={Math.max(1, told.of)} />
        </label>
      )}
      <ul className={classes.tried}>
        {changed.map(({ id, label, unit, default: usual }) => (
          <li key={id}>
            {words.change(label, inForce[id] ?? usual, bookWords.policy.amount(values[id] as number, unit))}
          </li>
        ))}
        {wrong.map(({ id, label }) => (
          <li key={id}>
            <Link to={`#${id}`}>{label}</Link>: {faults[id]}
          </li>
        ))}
      </ul>
      {answer !== null && answer.changing > 0 && (
        <div className={classes.columns} data-older={isOlder}>
          <WhatIfCounts told={answer} />
          <Who told={answer} />
        </div>
      )}
      {state === 'kept' || state === 'restored' ? (
        <p className={classes.soft}>{words.kept}</p>
      ) : (
        <DraftLine state={state} />
      )}
      {!isWrong && <SaveNumbers values={values} told={isOlder ? null : answer} maySave={maySave} onSaved={onSaved} />}
    </section>
  )
}

function summaryOf(told: Told | null): string {
  if (told === null) return words.asking
  const { moving, changing } = told
  if (changing === 0) return words.nobody
  const others = changing - moving === 0 ? '' : `; ${words.others(changing - moving, moving > 0)}`
  return `${moving === 0 ? words.nobodyDecided : words.moves(moving)}${others}`
}

const few = 20

function Who({ told: { who, changing } }: Readonly<{ told: Told }>) {
  const [all, setAll] = useState(false)
  if (who === null) return <p className={classes.soft}>{words.noNames}</p>
  return (
    <section aria-label={words.who}>
      <h3 className={classes.heading}>{words.who}</h3>
      <ul className={classes.people}>
        {(all ? who : who.slice(0, few)).map((person) => (
          <MovedPerson key={person.id} person={person} />
        ))}
      </ul>
      {!all && who.length > few && (
        <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
          {words.all(who.length)}
        </Button>
      )}
      {changing > who.length && <p className={classes.soft}>{words.listed(who.length, changing)}</p>}
    </section>
  )
}
