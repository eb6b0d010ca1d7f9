import { fields } from '@facialis/wire'
import { Button, Group, Stack, Text } from '@mantine/core'
import { PrinterIcon, RefreshCwIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Page } from '../../frame/page.tsx'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { Contact } from '../../pieces/contact.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { dateWords } from '../../words/dates.ts'
import { composeLetter } from './compose.ts'
import classes from './letter.module.css'
import { LetterSheet } from './letter-sheet.tsx'
import { words } from './words.ts'

/** A letter is kept as the note of its act. */
const kept = { ...fields.note, label: words.text }
/** What was changed by hand; null while the letter is as the record gives it. */
type Edited = Readonly<{ text: string | null }>
const untouched: Edited = { text: null }
const readEdited = (stored: unknown): Edited | null => {
  if (typeof stored !== 'object' || stored === null || !('text' in stored)) return null
  return stored.text === null || typeof stored.text === 'string' ? { text: stored.text } : null
}

/** The reply to whoever referred: written from the record, read and changed by a person, signed, recorded as sent. */
export function Screen() {
  const { view, recorded } = useOpenPatient()
  const { patient, referredBy, advice, today, letterOwed } = view
  const me = useMe().data
  const maySign = useMayRecord('letter')
  const author = me?.account?.name ?? ''
  const clinic = me?.clinic ?? ''
  const composed = useMemo(
    () => composeLetter({ patient, recorded, advice, author, clinic, today }),
    [patient, recorded, advice, author, clinic, today],
  )
  const draft = useDraft<Edited>(`patient.${patient.id}.letter`, untouched, readEdited)
  const acting = useAct(patient.id)
  const [sent, setSent] = useState<string | null>(null)
  const text = draft.content.text ?? composed

  const sign = async () => {
    if (!(await acting.act({ kind: 'letter', date: today, note: text.trim() }, words.signed)).ok) return
    setSent(text)
    await draft.discard()
  }
  if (sent !== null)
    return (
      <Page title={words.title}>
        <Stack maw="46rem" align="flex-start">
          <Notice tone="permitted" title={words.signed} role="status" />
          <pre className={classes.read}>{sent}</pre>
          <Group gap="xs">
            <PrintButton />
            <Button variant="subtle" onClick={() => setSent(null)}>
              {words.another}
            </Button>
          </Group>
        </Stack>
        <LetterSheet text={sent} signed />
      </Page>
    )
  return (
    <Page title={words.title} lead={words.lead}>
      <Stack maw="46rem">
        {patient.referrer === null ? (
          <Notice tone="notice" title={words.noReferrer} role="note" />
        ) : (
          <Text>
            {letterOwed === null ? words.notOwed : words.owed(dateWords(letterOwed))}
            {referredBy !== null && (referredBy.phone !== null || referredBy.email !== null) && (
              <>
                {' '}
                {words.reached(referredBy.name)} <Contact phone={referredBy.phone} email={referredBy.email} />
              </>
            )}
          </Text>
        )}
        <TextBox
          label={words.text}
          kept={kept}
          minRows={12}
          maxRows={40}
          value={text}
          error={acting.problemAt('note')}
          onChange={(edited) => draft.change({ text: edited })}
        />
        {!maySign && <Text c="dimmed">{words.mayNotSign}</Text>}
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <DraftLine state={draft.state} />
        <Group gap="xs">
          {maySign && (
            <Button
              onClick={() => void sign()}
              loading={acting.saving}
              disabled={text.trim() === '' || text.trim().length > kept.longest}
            >
              {words.sign}
            </Button>
          )}
          <PrintButton />
          {draft.content.text !== null && (
            <Button
              variant="subtle"
              leftSection={<RefreshCwIcon size={16} aria-hidden />}
              onClick={() => void draft.discard()}
            >
              {words.again}
            </Button>
          )}
        </Group>
      </Stack>
      <LetterSheet text={text} signed={false} />
    </Page>
  )
}

const PrintButton = () => (
  <Button variant="default" leftSection={<PrinterIcon size={16} aria-hidden />} onClick={() => print()}>
    {words.print}
  </Button>
)
