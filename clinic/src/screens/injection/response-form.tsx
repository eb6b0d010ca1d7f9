import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import type { FieldValue } from '../../pieces/fact-value.ts'
import { readTyped } from '../follow-up/typed.ts'
import { responseAct } from './past-acts.ts'
import { type OfSession, PastForm } from './past-form.tsx'
import { words } from './words.ts'

type Fields = Readonly<Record<string, FieldValue>>
const nothingSaid: Fields = {}

const outcomes = ['session.relief', 'session.sideEffects', 'session.wearOff'] as const

/** Relief at best, side effects and wear-off of one session. */
export function ResponseForm({ session, onDone }: OfSession) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDraft<Fields>(`patient.${view.patient.id}.response.${session.id}`, nothingSaid, readTyped)
  const fields = draft.content
  const onRecord: Fields = {
    'session.relief': session.relief ?? undefined,
    'session.sideEffects': session.sideEffects.length === 0 ? undefined : session.sideEffects,
    'session.wearOff': session.wearOff ?? undefined,
  }
  const act = responseAct(session, fields, view.today)
  return (
    <PastForm session={session} onDone={onDone} words={words.response} draft={draft} acting={acting} act={act}>
      {outcomes.map((id) => {
        const fact = factOf(id)
        return (
          fact !== null && (
            <FactField
              key={id}
              fact={fact}
              value={id in fields ? fields[id] : onRecord[id]}
              onChange={(value) => draft.change((now) => ({ ...now, [id]: value }))}
              problem={acting.problemAtField(0, id)}
              today={view.today}
              canBeUnknown={id !== 'session.sideEffects'}
            />
          )
        )
      })}
    </PastForm>
  )
}
