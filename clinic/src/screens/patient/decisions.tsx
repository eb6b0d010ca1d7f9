import type { Advice, Decided } from '@facialis/language'
import { passagesOf } from '../../pathway.ts'
import { decidedOf, detailText } from '../../patient/decided.ts'
import { DecisionLine } from '../../pieces/decision-line.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { certaintyWords } from '../../words/clinical.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

const shown = ['phenotype', 'imaging', 'cause', 'response.toxin', 'decompression', 'response.surgery'] as const

type DecisionsProps = Readonly<{
  advice: Advice
  today: string
  /** Answers that rest on a record of which something could not be read. */
  isOpenToDoubt?: (id: string) => boolean
}>

/** The other decisions, each with its reasons inside; and what disagrees or was left unused. Toxin has its own card. */
export function Decisions({ advice, today, isOpenToDoubt = () => false }: DecisionsProps) {
  return (
    <Panel title={words.decisions}>
      {shown.map((id) => {
        const decided = decidedOf(advice, id)
        return decided === null || decided.answer === 'not-applicable' ? null : (
          <DecisionLine
            key={id}
            decision={id}
            decided={decided}
            today={today}
            passagesOf={passagesOf}
            beside={isOpenToDoubt(id) ? words.doubtful : beside(id, decided)}
          />
        )
      })}
      {advice.conflicts.length > 0 && (
        <details>
          <summary>
            {words.conflicts} ({advice.conflicts.length})
          </summary>
          <ul className={classes.list}>
            {advice.conflicts.map((conflict) => (
              <li key={`${conflict.fact} ${conflict.text}`}>{conflict.text}</li>
            ))}
          </ul>
        </details>
      )}
      {advice.ignored.length > 0 && (
        <details>
          <summary>
            {words.ignored} ({advice.ignored.length})
          </summary>
          <ul className={classes.list}>
            {advice.ignored.map((ignored) => (
              <li key={`${ignored.what} ${ignored.why}`}>
                {ignored.what}: {ignored.why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function beside(id: string, decided: Decided): string | undefined {
  const certainty = detailText(decided, 'certainty')
  const vessel = detailText(decided, 'vessel')
  if (id === 'phenotype' && certainty !== null) return words.certainty(certaintyWords(decided.answer, certainty))
  if (id === 'cause' && vessel !== null && vessel in words.vessel)
    return words.vessel[vessel as keyof typeof words.vessel]
  return undefined
}
