import { mayBeForbidden, ownGatesOf } from '@facialis/fhir/cards/index.ts'
import { factLabel, passagesOf, pathway } from '../pathway.ts'
import { decidedOf } from '../patient/decided.ts'
import { GateLine } from '../pieces/gate-line.tsx'
import { Notice } from '../pieces/notice.tsx'
import { answerWords, decisionTitle } from '../words/clinical.ts'
import type { RecordAssessment } from './assess-record.ts'
import classes from './smart.module.css'
import { words } from './words.ts'

/** What each gate says; where something could not be read, none is called open. */
export const Gates = ({ assessment: { advice, today, gaps } }: Readonly<{ assessment: RecordAssessment }>) => (
  <section className={classes.gates} aria-label={words.gates}>
    {ownGatesOf(pathway).map((decision) => {
      const decided = decidedOf(advice, decision.id)
      const title = decisionTitle(decision.id)
      if (decided === null) return null
      return mayBeForbidden(decision, decided, gaps) ? (
        <Notice key={decision.id} tone="caution" title={words.gate.untold(title)} role="note">
          {words.gate.untoldText(answerWords(decided.answer))}
        </Notice>
      ) : (
        <GateLine
          key={decision.id}
          title={title}
          gate={decided}
          today={today}
          passagesOf={passagesOf}
          factLabel={factLabel}
        />
      )
    })}
  </section>
)
