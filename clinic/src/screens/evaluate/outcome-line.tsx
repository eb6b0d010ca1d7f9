import { fullness, tooLong } from '@facialis/language'
import { fields } from '@facialis/wire'
import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factLabel } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { type FindingOutcome, outcomeAct } from '../../patient/finding-outcome.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { readText, useDraft } from '../../patient/use-draft.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './outcome-line.module.css'
import { words } from './words.ts'

type OutcomeLineProps = Readonly<{ id: string; outcome: FindingOutcome; maySay: boolean }>

const kept = { ...fields.note, label: words.outcome.label }

/** Below a flag or finding that was there: that a plain "no" does not settle it, and the one line that does. */
export function OutcomeLine({ id, outcome, maySay }: OutcomeLineProps) {
  const { state } = outcome
  const place = useRef<HTMLParagraphElement>(null)
  const before = useRef(state)
  useEffect(() => {
    // What was pressed is gone: the focus must not fall to the top of the page.
    if (state === 'said' && before.current !== 'said') place.current?.focus()
    before.current = state
  }, [state])
  if (state === 'said')
    return (
      <p ref={place} className={classes.said} role="status" tabIndex={-1}>
        {outcome.said === null
          ? words.outcome.saidSo
          : words.outcome.said(outcome.said.line, outcome.said.by, dateWords(outcome.said.date))}
      </p>
    )
  return (
    <div className={classes.outcome}>
      <p className={classes.quiet}>
        {outcome.said === null
          ? words.outcome.stands[state]
          : words.outcome.again(outcome.said.line, outcome.said.by, dateWords(outcome.said.date))}
        {!maySay && ` ${words.outcome.who}`}
      </p>
      {maySay && <OutcomeForm id={id} />}
    </div>
  )
}

/** One line, required, saved at once: who and when come from the account and the day. */
function OutcomeForm({ id }: Readonly<{ id: string }>) {
  const { view } = useOpenPatient()
  const draft = useDraft(`patient.${view.patient.id}.outcome.${id}`, '', readText)
  const acting = useAct(view.patient.id)
  const [asked, setAsked] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const line = draft.content
  const act = line.length > kept.longest ? null : outcomeAct(id, line, view.today)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (act === null || acting.saving || !(await acting.act(act)).ok) return
    await draft.discard()
  }
  const cancel = async () => {
    acting.forget()
    setAsked(false)
    await draft.discard()
    requestAnimationFrame(() => opener.current?.focus())
  }
  if (!asked && line === '')
    return (
      <Button
        ref={opener}
        size="xs"
        variant="default"
        data-first
        aria-label={words.outcome.askOf(factLabel(id))}
        onClick={() => setAsked(true)}
      >
        {words.outcome.ask}
      </Button>
    )
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <TextInput
        className={classes.line}
        label={words.outcome.label}
        // A line that was restored must not take the focus from where somebody is, unless that is the button it replaces.
        autoFocus={asked || (opener.current !== null && opener.current === document.activeElement)}
        required
        data-first
        value={line}
        description={fullness(line.length, kept.longest) ?? words.outcome.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={
          acting.problemAt('note') ??
          (line.length > kept.longest ? tooLong(kept.label, line.length, kept.longest) : undefined)
        }
        onChange={(event) => {
          // Emptied by hand, it stays open.
          setAsked(true)
          draft.change(event.currentTarget.value)
        }}
      />
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
      <Group gap="xs">
        <Button type="submit" size="xs" disabled={act === null} loading={acting.saving}>
          {words.outcome.save}
        </Button>
        <Button size="xs" variant="default" onClick={() => void cancel()}>
          {words.outcome.cancel}
        </Button>
        <DraftLine state={draft.state} />
      </Group>
    </form>
  )
}
