import type { MissingFact } from '@facialis/language'
import { Panel } from '../pieces/panel.tsx'
import classes from '../screens/patient/patient.module.css'
import { capital } from '../words/capital.ts'
import { unknownWords } from '../words/clinical.ts'
import { words } from './words.ts'

const shown = 4

/** The question that would settle most; the next ones behind a press. It is answered in the system that keeps the record. */
export function BestQuestion({ missing: [best, ...others] }: Readonly<{ missing: readonly MissingFact[] }>) {
  if (best === undefined) return null
  return (
    <Panel title={words.best}>
      <p className={classes.question}>{best.question}</p>
      <p className={classes.soft}>{capital(unknownWords[best.why])}</p>
      {others.length > 0 && (
        <details className={classes.rest}>
          <summary>{words.more(others.length)}</summary>
          <ul className={classes.list}>
            {others.slice(0, shown).map((one) => (
              <li key={one.fact}>{one.question}</li>
            ))}
          </ul>
          {others.length > shown && <span className={classes.soft}>{words.more(others.length - shown)}</span>}
        </details>
      )}
    </Panel>
  )
}
