import { Button } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { siteNumber } from '../../patient/site-number.ts'
import { useAct } from '../../patient/use-act.ts'
import { dateWords } from '../../words/dates.ts'
import { daysAfter } from './days.ts'
import classes from './injection.module.css'
import { PillLine } from './pill-line.tsx'
import { words } from './words.ts'

type ConsentLineProps = Readonly<{
  consent: string | null
  /** The pathway holds the signature for it: none, too old, or another product or side since. */
  asked: boolean
}>

/** Whether consent holds today; one press when it is given now. */
export function ConsentLine({ consent, asked }: ConsentLineProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const mayRecord = useMayRecord('consent')
  const until = consent === null ? null : daysAfter(consent, siteNumber('toxinConsentValid', view.policy).value)
  const holds = until !== null && until >= view.today
  const save = () => acting.act({ kind: 'consent', date: view.today, facts: { 'consent.toxin': view.today } })
  const title =
    consent === null || until === null
      ? words.consent.none
      : (holds ? words.consent.until : words.consent.over)(dateWords(consent), dateWords(until))
  return (
    <PillLine
      place="consent"
      label={words.consent.title}
      tone={asked ? 'caution' : 'permitted'}
      title={title}
      actions={
        asked &&
        mayRecord && (
          <Button size="xs" onClick={() => void save()} loading={acting.saving}>
            {words.consent.today}
          </Button>
        )
      }
    >
      {(asked || acting.problem !== null) && (
        <>
          {asked && <p className={classes.said}>{words.consent.text}</p>}
          {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        </>
      )}
    </PillLine>
  )
}
