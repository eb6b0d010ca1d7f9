import { useMemo } from 'react'
import { factLabel, factOf } from '../../pathway.ts'
import { decidedOf } from '../../patient/decided.ts'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { readablePart } from '../../patient/unreadable.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { useLive } from '../../patient/use-live.ts'
import { words as patientWords } from '../../patient/words.ts'
import { Panel } from '../../pieces/panel.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { capital } from '../../words/capital.ts'
import { answerWords, sideWords, whoRecords } from '../../words/clinical.ts'
import { dateWords, distanceWords, laterBy } from '../../words/dates.ts'
import { plainWords } from '../../words/plain-words.ts'
import { EntryFields } from '../follow-up/entry-fields.tsx'
import { SaveLine } from '../follow-up/save-line.tsx'
import { isEmpty, nothingTyped, only, readTyped, withTyped } from '../follow-up/typed.ts'
import classes from './surgery.module.css'
import { words } from './words.ts'
import { type Line, workUpLines } from './work-up-lines.ts'
import { WorkUpLists } from './work-up-lists.tsx'

const wishes = ['wish.surgery', 'wish.toxin', 'disability', 'surgery.bar', 'onlyHearingEar', 'theatreDate']
const noteField = 'note'

/** Wish, risks, dates and both lists; one act records them. */
export function WorkUp() {
  const { view, recorded, born } = useOpenPatient()
  const { today } = view
  const draft = useDraft(`patient.${view.patient.id}.surgery-work-up`, nothingTyped, readTyped)
  const acting = useAct(view.patient.id)
  const mayRecord = useMayRecord('surgery-work-up')
  const typed = draft.content
  const facts = only(typed, (id) => id !== noteField)
  const note = typeof typed[noteField] === 'string' ? typed[noteField] : ''
  const { live } = useLive(
    useMemo(() => {
      const said = only(typed, (id) => id !== noteField)
      return isEmpty(said) ? null : { kind: 'surgery-work-up' as const, date: today, facts: said }
    }, [typed, today]),
  )
  const decompression = live.ok ? decidedOf(live.advice, 'decompression') : null
  // A day that is refused at its field is counted from nowhere.
  const { facts: read = {} } = readablePart({ kind: 'surgery-work-up', date: today, facts }, { today, born })
  const fact = (id: string) => (id in read ? read[id] : recorded.fact(id)?.value)
  const theatreValue = fact('theatreDate')
  const theatre = typeof theatreValue === 'string' && laterBy(theatreValue, 0) !== null ? theatreValue : null
  const lines = live.ok ? workUpLines(live.advice) : []

  const save = async () => {
    const outcome = await acting.act(
      {
        kind: 'surgery-work-up',
        date: today,
        facts,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
      words.saved,
    )
    if (!outcome.ok) return
    await draft.discard()
  }
  const fields = (
    ids: readonly string[],
    more: Readonly<{ paired?: boolean; question?: (id: string) => string }> = {},
  ) => (
    <EntryFields
      {...more}
      ids={ids}
      typed={typed}
      onChange={(id, value) => draft.change((now) => withTyped(now, id, value))}
      problemAt={acting.problemAtFact}
      today={today}
      note={(id) => {
        const known = recorded.fact(id)
        const asked = factOf(id)
        return asked === null || known === null || known.value === null
          ? undefined
          : words.work.onRecord(plainWords(asked, known.value), known.date === null ? '' : dateWords(known.date))
      }}
    />
  )
  const controls = (line: Line) =>
    line.asks.length === 0 || !mayRecord ? null : fields(line.asks, { question: label })

  return (
    <>
      {mayRecord && (
        <Panel title={words.work.wishTitle}>
          <p className={classes.soft}>{words.work.wishText}</p>
          {fields(wishes, { paired: true })}
          {decompression !== null && !isEmpty(facts) && (
            <p className={classes.soft} role="status">
              {words.work.after}: <strong>{words.candidacy.line(answerWords(decompression.answer))}</strong>
            </p>
          )}
        </Panel>
      )}
      <Panel title={words.work.title}>
        <p className={classes.soft}>
          {words.work.text}{' '}
          {theatre === null ? (
            words.work.noTheatre
          ) : (
            <strong>
              {words.work.theatre(
                dateWords(theatre),
                distanceWords(theatre, today),
                view.patient.side === null ? '' : sideWords[view.patient.side].toLowerCase(),
              )}
            </strong>
          )}
        </p>
        {lines.length === 0 ? (
          <p className={classes.soft}>{words.work.notBegun}</p>
        ) : (
          <WorkUpLists lines={lines} theatre={theatre} controls={controls} />
        )}
        {mayRecord ? (
          <>
            <TextBox
              label={words.work.note}
              mt="sm"
              value={note}
              onChange={(value) => draft.change((now) => withTyped(now, noteField, value === '' ? undefined : value))}
            />
            <SaveLine
              label={words.work.save}
              ready={!isEmpty(facts) || note.trim() !== ''}
              saving={acting.saving}
              problem={acting.problem}
              draft={draft.state}
              onSave={() => void save()}
              onDiscard={() => void draft.discard()}
            />
          </>
        ) : (
          <p className={classes.soft}>{patientWords.othersRecord(whoRecords('surgery-work-up'))}</p>
        )}
      </Panel>
    </>
  )
}

const label = (id: string): string => capital(factLabel(id))
