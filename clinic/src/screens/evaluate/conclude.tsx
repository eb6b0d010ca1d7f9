import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factLabel } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { factOfPath } from '../../patient/problem-path.ts'
import { unreadableCode } from '../../patient/unreadable.ts'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { valueWords } from '../../words/clinical.ts'
import classes from './conclude.module.css'
import { DoneNotice } from './done-notice.tsx'
import { concludedElsewhere, signingAct, visitAct, withElsewhere } from './evaluation.ts'
import { SaveButtons } from './save-buttons.tsx'
import type { Visit } from './use-visit.ts'
import { words } from './words.ts'

const kinds = ['first', 'follow-up', 'phone'].map((value) => ({ value, label: valueWords(value) }))

/** Below the conclusion: whose it is, which visit, a note, and the two ways to keep it all. */
export function Conclude({ visit, maySign }: Readonly<{ visit: Visit; maySign: boolean }>) {
  const { view } = useOpenPatient()
  const { evaluation, acting, draft, done } = visit
  const { problem } = acting
  const fact = factOfPath(problem?.where)
  return (
    <Stack gap="sm" className={classes.rest}>
      {maySign && (
        <Checkbox
          checked={concludedElsewhere(evaluation)}
          onChange={(event) => {
            const agreed = event.currentTarget.checked
            visit.change((now) => withElsewhere(now, agreed))
          }}
          label={words.elsewhere}
        />
      )}
      <fieldset aria-label={words.visitKind} className={classes.kind}>
        <span>{words.visitKind}</span>
        <SegmentedRadio
          name="visit-kind"
          compact
          clearable={false}
          options={kinds}
          value={evaluation.visitKind}
          onChange={(kind) => visit.change((now) => ({ ...now, visitKind: kind ?? now.visitKind }))}
        />
      </fieldset>
      <TextBox
        label={words.note}
        value={evaluation.note}
        error={acting.problemAt('note')}
        onChange={(note) => visit.change((now) => ({ ...now, note }))}
      />
      {problem !== null && (
        <ErrorPanel
          problem={
            fact === null || problem.code === unreadableCode
              ? problem
              : { ...problem, sentence: `${factLabel(fact)}: ${problem.sentence}` }
          }
        />
      )}
      {done !== null && (
        <DoneNotice
          key={`${done} ${view.version}`}
          done={done}
          steps={view.advice.nextSteps}
          patientId={view.patient.id}
          today={view.today}
        />
      )}
      <Group justify="space-between" mih="1.75rem">
        <DraftLine state={draft.state} />
        {draft.state !== 'empty' && draft.state !== 'opening' && (
          <Button variant="subtle" size="xs" onClick={() => void visit.discard()}>
            {words.discardDraft}
          </Button>
        )}
      </Group>
      <SaveButtons
        canSave={visitAct(evaluation, view.today) !== null}
        canSign={signingAct(evaluation, view.today) !== null}
        maySign={maySign}
        saving={acting.saving}
        onSave={() => void visit.save()}
        onSign={() => void visit.sign()}
      />
      {!maySign && (
        <Text size="sm" c="dimmed">
          {words.mayNotSign}
        </Text>
      )}
    </Stack>
  )
}
