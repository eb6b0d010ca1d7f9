import { TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useMe } from '../../api/queries.ts'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import type { FieldValue } from '../../pieces/fact-value.ts'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import { plainWords } from '../../words/plain-words.ts'
import { EntryFields } from './entry-fields.tsx'
import classes from './follow-up.module.css'
import { MoodNotice } from './mood.tsx'
import { moodAsks, moodFields } from './mood-asks.ts'
import { SaveLine } from './save-line.tsx'
import { entryOfKind, isEmpty, nothingTyped, only, readTyped, withTyped } from './typed.ts'
import { words } from './words.ts'

const byClinician = ['score.smc', 'score.intensity', 'score.jrs', 'score.disability', 'score.houseBrackmann']
const afterOperation = ['score.jsE', 'score.jsC']
const byPerson = ['score.hfs7', 'score.hfs30', 'score.hfs36']
const faceCheck = 'faceCheck'
const [total, itemNine] = moodFields

/** Scores of one day by one rater; what is left empty is not recorded. */
export function ScoreForm() {
  const { view, recorded } = useOpenPatient()
  const { today } = view
  const me = useMe()
  const draft = useDraft(`patient.${view.patient.id}.scores`, nothingTyped, readTyped)
  const acting = useAct(view.patient.id)
  const typed = draft.content
  const measured = only(typed, (id) => id !== 'score.rater' && id !== faceCheck)
  const checked = only(typed, (id) => id === faceCheck)
  const { [total]: points, [itemNine]: selfHarm } = typed
  // The whole pathway is asked, which is too much for every letter of another field.
  const asks = useMemo(() => moodAsks({ [total]: points, [itemNine]: selfHarm }, view), [points, selfHarm, view])
  const rater = typeof typed['score.rater'] === 'string' ? typed['score.rater'] : (me.data?.account?.name ?? '')

  const set = (id: string, value: FieldValue) => draft.change((now) => withTyped(now, id, value))
  const save = async () => {
    const fields = rater === '' ? measured : { ...measured, 'score.rater': rater }
    const outcome = await acting.act(
      {
        kind: 'score',
        date: today,
        ...(isEmpty(checked) ? {} : { facts: checked }),
        ...(isEmpty(measured) ? {} : { entries: [entryOfKind('score', today, fields)] }),
      },
      words.saved,
    )
    if (!outcome.ok) return
    await draft.discard()
  }
  const note = (id: string) => {
    const fact = factOf(id)
    const last = recorded.entries('score').find((entry) => entry.fields[id] !== undefined)
    const before =
      fact === null || last === undefined
        ? null
        : words.form.onRecord(plainWords(fact, last.fields[id]), last.date === null ? '' : dateWords(last.date))
    return [before, words.form.totalOnly[id]].filter(Boolean).join(' · ') || undefined
  }
  const lastCheck = recorded.fact(faceCheck)?.value
  const faceNote = typeof lastCheck === 'string' ? words.form.lastCheck(dateWords(lastCheck)) : undefined
  const fields = (ids: readonly string[]) => (
    <EntryFields
      ids={ids}
      typed={typed}
      onChange={set}
      problemAt={(id) => acting.problemAtField(0, id)}
      today={today}
      note={note}
      canBeUnknown={false}
      paired
    />
  )

  return (
    <Panel title={words.form.title}>
      <p className={classes.soft}>{words.form.text}</p>
      <TextInput
        label={words.form.rater}
        value={rater}
        maw="20rem"
        mb="sm"
        onChange={(event) => set('score.rater', event.currentTarget.value)}
      />
      <h3 className={classes.part}>{words.form.clinician}</h3>
      {fields(recorded.entries('operation').length === 0 ? byClinician : [...byClinician, ...afterOperation])}
      <h3 className={classes.part}>{words.form.person}</h3>
      {fields(byPerson)}
      <h3 className={classes.part}>{words.form.mood}</h3>
      <p className={classes.soft}>{words.form.moodText}</p>
      {fields(moodFields)}
      <div className={classes.fields}>
        <span />
        <MoodNotice asks={asks} today={today} />
      </div>
      <h3 className={classes.part}>{words.form.face}</h3>
      <div id="face-check" className={classes.anchor}>
        <p className={classes.soft}>{words.form.faceText}</p>
        <EntryFields
          ids={[faceCheck]}
          typed={typed}
          onChange={set}
          problemAt={acting.problemAtFact}
          today={today}
          note={() => faceNote}
          canBeUnknown={false}
        />
      </div>
      <SaveLine
        label={words.form.save}
        ready={!isEmpty(measured) || !isEmpty(checked)}
        saving={acting.saving}
        problem={acting.problem}
        draft={draft.state}
        onSave={() => void save()}
        onDiscard={() => void draft.discard()}
      />
    </Panel>
  )
}
