import type { Advice } from '@facialis/language'
import { mayState } from '@facialis/wire'
import { notifications } from '@mantine/notifications'
import { useMe } from '../../api/queries.ts'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { plainWords } from '../../pieces/fact-value.ts'
import { Panel } from '../../pieces/panel.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { EntryFields } from '../follow-up/entry-fields.tsx'
import { SaveLine } from '../follow-up/save-line.tsx'
import { isEmpty, nothingTyped, only, readTyped, withTyped } from '../follow-up/typed.ts'
import classes from './surgery.module.css'
import { words } from './words.ts'
import { workUpLines } from './work-up-lines.ts'

/** The part of this screen where an audiogram is recorded, on the lists before an operation or by itself. */
export const audiogramPart = 'audiogram'
const noteField = 'note'

/** The first line of the lists before an operation that asks for it; null where no list does. */
export const lineForAudiogram = (advice: Advice): string | null =>
  workUpLines(advice).find(({ asks }) => asks.includes('audiogram'))?.id ?? null

/** Hearing is measured for a red flag and after an operation as well as before one. */
export function Audiogram() {
  const { view, recorded } = useOpenPatient()
  const me = useMe().data
  const draft = useDraft(`patient.${view.patient.id}.audiogram`, nothingTyped, readTyped)
  const acting = useAct(view.patient.id)
  const typed = draft.content
  const facts = only(typed, (id) => id !== noteField)
  const note = typeof typed[noteField] === 'string' ? typed[noteField] : ''
  const fact = factOf('audiogram')
  const last = recorded.fact('audiogram')
  const save = async () => {
    const outcome = await acting.act({
      kind: 'score',
      date: view.today,
      facts,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
    if (!outcome.ok) return
    notifications.show({ message: words.saved, color: 'harbour' })
    await draft.discard()
  }
  return (
    <Panel id={audiogramPart} title={words.audiogram.title}>
      <p className={classes.soft}>
        {words.audiogram.text}{' '}
        {fact !== null && last !== null && last.value !== null && words.audiogram.last(plainWords(fact, last.value))}
      </p>
      {me !== undefined && !mayState(me.records.score?.facts ?? [], 'audiogram') ? (
        <p className={classes.soft}>{words.audiogram.who}</p>
      ) : (
        <>
          <EntryFields
            ids={['audiogram']}
            typed={typed}
            onChange={(id, value) => draft.change((now) => withTyped(now, id, value))}
            problemAt={acting.problemAtFact}
            today={view.today}
            canBeUnknown={false}
          />
          <TextBox
            label={words.audiogram.note}
            mt="sm"
            value={note}
            error={acting.problemAt('note')}
            onChange={(value) => draft.change((now) => withTyped(now, noteField, value === '' ? undefined : value))}
          />
          <SaveLine
            label={words.audiogram.save}
            ready={!isEmpty(facts)}
            saving={acting.saving}
            problem={acting.problem}
            draft={draft.state}
            onSave={() => void save()}
            onDiscard={() => void draft.discard()}
          />
        </>
      )}
    </Panel>
  )
}
