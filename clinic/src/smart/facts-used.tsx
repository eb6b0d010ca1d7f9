import type { DecidingFact } from '@facialis/language'
import { entryOf, factLabel, pathway } from '../pathway.ts'
import { Panel } from '../pieces/panel.tsx'
import { capital } from '../words/capital.ts'
import { valueWords } from '../words/clinical.ts'
import { dateWords } from '../words/dates.ts'
import { inside } from '../words/phrases.ts'
import classes from './smart.module.css'
import { words } from './words.ts'

/** The facts the answers above rest on, by the resource that says them; then those that nobody has told. */
export function FactsUsed({ facts }: Readonly<{ facts: readonly DecidingFact[] }>) {
  const told = facts.filter(({ fact }) => pathway.decisions.every(({ id }) => id !== fact))
  const known = told.filter(({ value }) => value !== 'unknown')
  const unknown = told.filter(({ value }) => value === 'unknown')
  return (
    <Panel title={words.facts.title}>
      {known.length === 0 && <p>{words.facts.none}</p>}
      <dl className={classes.facts}>
        {[...Map.groupBy(known, ({ source, date }) => `${source ?? ''}|${date ?? ''}`)].map(([key, ofOne]) => (
          <div key={key}>
            <dt>
              {ofOne[0]?.source ?? words.facts.derived}
              {ofOne[0]?.date != null && <span className={classes.day}> {dateWords(ofOne[0].date)}</span>}
            </dt>
            <dd>{ofOne.map(lineOf).join('; ')}</dd>
          </div>
        ))}
        {unknown.length > 0 && (
          <div>
            <dt>{words.facts.unknown}</dt>
            <dd>{[...new Set(unknown.map(({ fact }) => capital(factLabel(fact))))].join('; ')}</dd>
          </div>
        )}
      </dl>
    </Panel>
  )
}

/** `A mass or cyst: absent`. Of an entry, the value is its id, which says nothing to a reader. */
function lineOf({ fact, value }: DecidingFact): string {
  const label = capital(factLabel(fact))
  if (entryOf(fact) !== null) return label
  const said = /^\d{4}(-\d\d){0,2}$/.test(value)
    ? dateWords(value)
    : value
        .split(', ')
        .map((one) => valueWords(one, fact))
        .join(', ')
  return `${label}: ${inside(said)}`
}
