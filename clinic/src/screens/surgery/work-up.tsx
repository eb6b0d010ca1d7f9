import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { CalendarIcon, CheckIcon, CircleDashedIcon, ClockAlertIcon, TriangleAlertIcon } from 'lucide-react'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { factLabel, factOf, passagesOf } from '../../pathway.ts'
import { decidedOf } from '../../patient/decided.ts'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { siteNumber } from '../../patient/site-number.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { useLive } from '../../patient/use-live.ts'
import { words as patientWords } from '../../patient/words.ts'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { capital } from '../../words/capital.ts'
import { answerWords, ownerWords, sideWords, whoRecords } from '../../words/clinical.ts'
import { dateWords, distanceWords, laterBy } from '../../words/dates.ts'
import { plainWords } from '../../words/plain-words.ts'
import { EntryFields } from '../follow-up/entry-fields.tsx'
import { SaveLine } from '../follow-up/save-line.tsx'
import { isEmpty, nothingTyped, only, readTyped, withTyped } from '../follow-up/typed.ts'
import { audiogramPart, lineForAudiogram } from './audiogram.tsx'
import classes from './surgery.module.css'
import { words } from './words.ts'
import { holdsBooking, holdsTheatre, type Line, workUpLines } from './work-up-lines.ts'

const wishes = ['wish.surgery', 'wish.toxin', 'disability', 'surgery.bar', 'onlyHearingEar', 'theatreDate']
const noteField = 'note'

/** Wish, risks, dates and both lists; one act records them. */
export function WorkUp() {
  const { view, recorded } = useOpenPatient()
  const { today, policy } = view
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
  const fact = (id: string) => (id in typed ? typed[id] : recorded.fact(id)?.value)
  const theatreValue = fact('theatreDate')
  const theatre = typeof theatreValue === 'string' && laterBy(theatreValue, 0) !== null ? theatreValue : null
  const lines = live.ok ? workUpLines(live.advice) : []
  const bookHeld = lines.filter(holdsBooking)
  const goHeld = lines.filter(holdsTheatre)
  const due = theatre === null ? null : laterBy(theatre, -siteNumber('goCheckBefore', policy).value)

  const save = async () => {
    const outcome = await acting.act({
      kind: 'surgery-work-up',
      date: today,
      facts,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
    if (!outcome.ok) return
    notifications.show({ message: words.saved, color: 'harbour' })
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
  const list = (which: Line['list']) => (
    <ul className={classes.lines}>
      {lines
        .filter((line) => line.list === which)
        .map((line) => (
          <ChecklistLine
            key={line.id}
            line={line}
            controls={line.asks.length === 0 || !mayRecord ? null : fields(line.asks, { question: label })}
          />
        ))}
    </ul>
  )

  const lists = (
    <>
      <Notice
        tone={bookHeld.length === 0 ? 'permitted' : 'caution'}
        title={
          bookHeld.length === 0
            ? words.work.bookReady
            : words.work.bookHeld(bookHeld.map((line) => line.text).join('; '))
        }
      />
      <h3 className={classes.part}>{words.work.book}</h3>
      {list('book')}
      <h3 className={classes.part}>{words.work.go}</h3>
      <Notice
        tone={goHeld.length === 0 ? 'permitted' : 'caution'}
        title={
          goHeld.length === 0
            ? words.work.goReady
            : words.work.goHeld(goHeld.length, due === null ? '' : dateWords(due))
        }
      />
      {list('go')}
    </>
  )

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
        {lines.length === 0 ? <p className={classes.soft}>{words.work.notBegun}</p> : lists}
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
const icons = {
  done: CheckIcon,
  planned: CalendarIcon,
  'too-old': ClockAlertIcon,
  missing: CircleDashedIcon,
  'not-asked': TriangleAlertIcon,
} as const

function ChecklistLine({ line, controls }: Readonly<{ line: Line; controls: React.ReactNode }>) {
  const { view, recorded } = useOpenPatient()
  const isForAudiogram = line.id === lineForAudiogram(view.advice)
  const Icon = icons[line.state]
  const lastToxin = line.id === 'toxin-told' ? recorded.entries('session')[0]?.date : undefined
  const screen = line.id === 'mri' ? 'imaging' : line.id === 'scores' ? 'follow-up' : line.id === 'grounds' ? '' : null
  return (
    <li
      id={isForAudiogram ? audiogramPart : undefined}
      className={classes.line}
      data-asks={controls === null ? 'nothing' : undefined}
    >
      <span className={classes.state} data-state={line.state}>
        <Icon size={18} aria-hidden /> {words.work.states[line.state]}
      </span>
      <div className={classes.what}>
        <strong>{line.text}</strong> <PassageButton passages={passagesOf(line.passages)} today={view.today} />
        <div className={classes.meta}>
          {line.date !== null && <span>{dateWords(line.date)}</span>}
          {line.countsUntil !== null && <span>{words.work.counts(dateWords(line.countsUntil))}</span>}
          <span>{words.work.owner(ownerWords(line.owner))}</span>
          {line.state === 'too-old' && line.overridable && <span>{words.work.accept}</span>}
          {line.list === 'go' && line.state !== 'done' && line.holds === 'nothing' && (
            <span>{words.work.neverHolds}</span>
          )}
          {lastToxin != null && (
            <span>{words.work.lastToxin(dateWords(lastToxin), distanceWords(lastToxin, view.today))}</span>
          )}
        </div>
      </div>
      <div className={classes.controls}>
        {controls ??
          (screen !== null && (
            <Anchor component={Link} size="sm" to={`/patients/${encodeURIComponent(view.patient.id)}/${screen}`}>
              {words.work.elsewhere}
            </Anchor>
          ))}
      </div>
    </li>
  )
}
