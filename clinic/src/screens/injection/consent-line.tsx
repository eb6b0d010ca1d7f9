import { Button } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import { consentUntil } from './checks.ts'
import classes from './injection.module.css'
import { words } from './words.ts'

type ConsentLineProps = Readonly<{
  consent: string | null /** Another product or side asks for it anew. */
  asksAnew: boolean
}>

/** Whether consent holds today; one press when it is given now. */
export function ConsentLine({ consent, asksAnew }: ConsentLineProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const until = consentUntil(consent, view.policy)
  const holds = until !== null && until >= view.today
  const save = () => acting.act({ kind: 'consent', date: view.today, facts: { 'consent.toxin': view.today } })
  const title =
    consent === null || until === null
      ? words.consent.none
      : (holds ? words.consent.until : words.consent.over)(dateWords(consent), dateWords(until))
  return (
    <div className={classes.line}>
      <Notice
        tone={holds && !asksAnew ? 'permitted' : 'caution'}
        title={title}
        beside={
          (!holds || asksAnew) && (
            <Button size="xs" onClick={() => void save()} loading={acting.saving}>
              {words.consent.today}
            </Button>
          )
        }
      >
        {(!holds || asksAnew) && <p className={classes.said}>{words.consent.text}</p>}
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
      </Notice>
    </div>
  )
}
