import type { PatientView } from '@facialis/wire'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../../api/use-may.ts'
import { Contact } from '../../pieces/contact.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import { ChangeContact } from './change-contact.tsx'
import { isWhole } from './changed-contact.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

/** The part of the page to which a link for whoever arranges a visit leads. */
export const reachId = 'reach'

/** By which number or address the person is reached, and whoever referred them. */
export function Reach({ patient, referredBy }: Pick<PatientView, 'patient' | 'referredBy'>) {
  const mayChange = useMay('contact:write')
  // As it was when the form opened: what is told meanwhile by somebody else would look like something taken away here.
  const [changing, setChanging] = useState<PatientView['patient'] | null>(null)
  const { phone, email, interpreter } = patient
  const referrer = referredBy?.name ?? patient.referrer
  return (
    <Panel
      id={reachId}
      title={words.reach.title}
      actions={
        mayChange && (
          <Button size="xs" variant="default" onClick={() => setChanging(patient)}>
            {words.reach.change}
          </Button>
        )
      }
    >
      <p className={classes.reach}>
        {phone === null && email === null ? words.reach.none : <Contact phone={phone} email={email} />}
        {interpreter !== null && <span className={classes.soft}>{words.reach.interpreter(interpreter)}</span>}
        {!isWhole(patient.birthDate) && <span className={classes.soft}>{words.reach.bornUnknown}</span>}
      </p>
      {referrer !== null && (
        <p className={classes.reach}>
          <span className={classes.soft}>{words.reach.referrer}</span>
          <span>{[referrer, referredBy?.practice].filter(Boolean).join(', ')}</span>
          {referredBy !== null &&
            (referredBy.phone === null && referredBy.email === null ? (
              <span className={classes.soft}>{words.reach.referrerNone}</span>
            ) : (
              <span>
                <Contact phone={referredBy.phone} email={referredBy.email} />
              </span>
            ))}
          {referredBy !== null && (
            <span className={classes.soft}>{words.reach.received(dateWords(referredBy.received))}</span>
          )}
        </p>
      )}
      {changing && <ChangeContact patient={changing} onClose={() => setChanging(null)} />}
    </Panel>
  )
}
