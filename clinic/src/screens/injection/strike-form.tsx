import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { strikeAct } from './past-acts.ts'
import { type OfSession, PastForm } from './past-form.tsx'
import { words } from './words.ts'

/** Wrong person, wrong side, not given: struck with a reason, never deleted. */
export function StrikeForm({ session, onDone }: OfSession) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [reason, setReason] = useState('')
  const act = strikeAct(session, reason, view.today)
  return (
    <PastForm session={session} onDone={onDone} words={words.strike} acting={acting} act={act} takesBack>
      <Text>{words.strike.text}</Text>
      <Textarea
        label={words.strike.reason}
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </PastForm>
  )
}
