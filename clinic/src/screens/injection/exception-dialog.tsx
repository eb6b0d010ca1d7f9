import { Button, Checkbox, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { exceptionKindOf, exceptionLabel } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { emptyException, exceptionAct, expiryRules } from './exception.ts'
import { ExceptionStatements } from './exception-statements.tsx'
import { siteNumber } from './site-number.ts'
import { words } from './words.ts'

type ExceptionDialogProps = Readonly<{ codes: readonly string[]; opened: boolean; onClose: () => void }>

/** Only the codes that may stand in for what shuts the gate today are listed. */
export function ExceptionDialog({ codes, opened, onClose }: ExceptionDialogProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [form, setForm] = useState(emptyException)
  const most = siteNumber('exceptionMaximum', view.policy).value
  const act = exceptionAct(form, view.today, most)
  const warning = exceptionKindOf(form.code)?.warning ?? null
  const save = async () => {
    if (act === null || !(await acting.act(act)).ok) return
    setForm(emptyException)
    onClose()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={words.exception.title} size="lg">
      <Stack gap="sm">
        <Text>{words.exception.text}</Text>
        <Radio.Group
          label={words.exception.code}
          value={form.code}
          onChange={(code) => setForm((now) => ({ ...now, code }))}
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
          onSay={(id, value) => setForm((now) => ({ ...now, said: { ...now.said, [id]: value } }))}
        />
        <DateField
          label={words.exception.expires}
          description={words.exception.expiresHint(most)}
          text={form.expires}
          {...expiryRules(view.today, most)}
          onChange={(expires) => setForm((now) => ({ ...now, expires }))}
        />
        <Textarea
          label={words.exception.note}
          autosize
          minRows={2}
          value={form.note}
          onChange={(event) => {
            const note = event.currentTarget.value
            setForm((now) => ({ ...now, note }))
          }}
        />
        <Checkbox
          label={words.exception.told}
          checked={form.told}
          onChange={(event) => {
            const told = event.currentTarget.checked
            setForm((now) => ({ ...now, told }))
          }}
        />
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {act === null && words.exception.needs}
          </Text>
          <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {words.exception.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
