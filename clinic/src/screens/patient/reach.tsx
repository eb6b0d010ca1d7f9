import type { PatientView } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../../api/use-may.ts'
import { Contact } from '../../pieces/contact.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import { ChangeContact } from './change-contact.tsx'
import { CorrectIdentity } from './correct-identity.tsx'
import { isWhole } from './corrected-identity.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

/** The part of the page to which a link for whoever arranges a visit leads. */
export const reachId = 'reach'

/** By which number or address the person is reached, and whoever referred them. */
export function Reach({ view: { patient, referredBy, version, today } }: Readonly<{ view: PatientView }>) {
  const mayChange = useMay('contact:write')
  const mayCorrect = useMay('identity:write')
  const [doing, setDoing] = useState<'change' | 'correct' | null>(null)
  const close = () => setDoing(null)
  const { phone, email, interpreter } = patient
  const referrer = referredBy?.name ?? patient.referrer
  return (
    <Panel
      id={reachId}
      title={words.reach.title}
      actions={
        <Group gap="xs">
          {mayCorrect && (
            <Button size="xs" variant="default" onClick={() => setDoing('correct')}>
              {words.identity.change}
            </Button>
          )}
          {mayChange && (
            <Button size="xs" variant="default" onClick={() => setDoing('change')}>
              {words.reach.change}
            </Button>
          )}
        </Group>
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
              <Contact phone={referredBy.phone} email={referredBy.email} />
            ))}
          {referredBy !== null && (
            <span className={classes.soft}>{words.reach.received(dateWords(referredBy.received))}</span>
          )}
        </p>
      )}
      {doing === 'change' && <ChangeContact now={patient} version={version} onClose={close} />}
      {doing === 'correct' && <CorrectIdentity now={patient} version={version} today={today} onClose={close} />}
    </Panel>
  )
}
