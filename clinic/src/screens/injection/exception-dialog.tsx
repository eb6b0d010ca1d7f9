import { Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { readLike } from '../../frame/read-like.ts'
import { exceptionKindOf, exceptionLabel } from '../../pathway.ts'
import { DraftDialog, useDialogDraft } from '../../patient/draft-dialog.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { siteNumber } from '../../patient/site-number.ts'
import { useAct } from '../../patient/use-act.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { emptyException, exceptionAct, expiryRules } from './exception.ts'
import { ExceptionStatements } from './exception-statements.tsx'
import { words } from './words.ts'

type ExceptionDialogProps = Readonly<{ codes: readonly string[]; onClose: () => void }>

/** Only the codes that may stand in for what shuts the gate today are listed. */
export function ExceptionDialog({ codes, onClose }: ExceptionDialogProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDialogDraft({
    key: `patient.${view.patient.id}.exception`,
    empty: emptyException,
    read: readLike(emptyException),
    onClose,
  })
  // What shuts the gate may be something else by now.
  const form = codes.some((code) => code === draft.content.code) ? draft.content : { ...draft.content, code: null }
  const most = siteNumber('exceptionMaximum', view.policy).value
  const act = exceptionAct(form, view.today, most)
  const warning = exceptionKindOf(form.code)?.warning ?? null
  const save = async () => {
    if (act === null || !(await acting.act(act)).ok) return
    draft.done()
  }
  return (
    <DraftDialog draft={draft} onClose={onClose} title={words.exception.title} size="lg">
      <Stack gap="sm">
        <Text>{words.exception.text}</Text>
        <Radio.Group
          label={words.exception.code}
          value={form.code}
          onChange={(code) => draft.change((now) => ({ ...now, code }))}
        >
          <Stack gap="xs" mt={4}>
            {codes.map((code) => (
              <Radio key={code} value={code} label={exceptionLabel(code)} />
            ))}
          </Stack>
        </Radio.Group>
        {warning !== null && <Notice tone="caution" title={warning} />}
        <ExceptionStatements
          code={form.code}
          said={form.said}
          onSay={(id, value) => draft.change((now) => ({ ...now, said: { ...now.said, [id]: value } }))}
        />
        <DateField
          label={words.exception.expires}
          description={words.exception.expiresHint(most)}
          text={form.expires}
          {...expiryRules(view.today, most)}
          onChange={(expires) => draft.change((now) => ({ ...now, expires }))}
        />
        <Textarea
          label={words.exception.note}
          autosize
          minRows={2}
          value={form.note}
          onChange={(event) => {
            const note = event.currentTarget.value
            draft.change((now) => ({ ...now, note }))
          }}
        />
        <Checkbox
          label={words.exception.told}
          checked={form.told}
          onChange={(event) => {
            const told = event.currentTarget.checked
            draft.change((now) => ({ ...now, told }))
          }}
        />
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {act === null && words.exception.needs}
          </Text>
          <Group>
            <Button variant="default" onClick={draft.done}>
              {words.exception.cancel}
            </Button>
            <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
              {words.exception.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </DraftDialog>
  )
}
