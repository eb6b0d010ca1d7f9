import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { DraftLine } from '../../patient/draft-line.tsx'
import { openFlags } from '../../patient/open-flags.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { urgencyWords, valueWords } from '../../words/clinical.ts'
import classes from './imaging.module.css'
import { modalities } from './register-form.tsx'
import {
  bookingLimit,
  emptyRequest,
  inTheWayOf,
  linesOf,
  type Request,
  readRequest,
  requestAct,
  unasked,
} from './request.ts'
import { ProtocolFields, SafetyFields } from './request-fields.tsx'
import { RequestSheet } from './request-sheet.tsx'
import { sheetOfDraft } from './sheet.ts'
import { words } from './words.ts'

const urgencies = ['routine', 'soon', 'urgent', 'emergency']

/** What is asked of the scanner, with vendor names, safety and urgency; on record with one press, on paper with another. */
export function RequestPanel() {
  const { view, recorded } = useOpenPatient()
  const { today, patient } = view
  const draft = useDraft(`patient.${patient.id}.imaging-request`, emptyRequest, readRequest)
  const request = draft.content
  const acting = useAct(patient.id)
  const author = useMe().data?.account?.name ?? null
  const flags = openFlags(view.advice)
  const contrastNeeded = flags.length > 0
  const lines = linesOf(request, contrastNeeded)
  const bookable = useMemo(() => bookingLimit(today), [today])
  const isMri = request.modality === 'mri'
  const open = unasked(request)
  const act = requestAct(request, { today, contrastNeeded })
  const put = (part: Partial<Request>) => draft.change((now) => ({ ...now, ...part }))
  const save = async () => {
    if (act === null || !(await acting.act(act, words.request.saved)).ok) return
    await draft.discard()
  }
  return (
    <Panel id="request" title={words.request.title}>
      <Stack gap="md">
        <NativeSelect
          label={words.request.modality}
          maw="20rem"
          value={request.modality}
          data={modalities.map((one) => ({ value: one, label: valueWords(one) }))}
          onChange={(event) => put({ modality: event.currentTarget.value })}
        />
        {words.request.notMri[request.modality] !== undefined && (
          <Notice tone="caution" title={words.request.notMri[request.modality]} />
        )}
        {isMri && (
          <>
            <ProtocolFields request={request} put={put} flags={flags} />
            <SafetyFields request={request} put={put} egfrProblem={acting.problemAtFact('egfr')} />
          </>
        )}
        <fieldset className={classes.plain}>
          <legend>{words.request.urgency}</legend>
          <SegmentedRadio
            asks={words.request.urgency}
            name="request-urgency"
            options={urgencies.map((value) => ({ value, label: urgencyWords(value) }))}
            value={request.urgency}
            onChange={(urgency) => put({ urgency })}
          />
        </fieldset>
        <TextBox
          label={words.request.reason}
          placeholder={words.sheet.defaultQuestion}
          value={request.reason}
          onChange={(reason) => put({ reason })}
        />
        <DateField
          label={words.request.bookedFor}
          text={request.bookedFor}
          limit={bookable}
          problem={acting.problemAtField(0, 'order.bookedFor')}
          onChange={(bookedFor) => put({ bookedFor })}
        />
        {isMri && request.urgency !== null && open.length > 0 && (
          <Notice tone="caution" role="status" title={words.safetySaid.unasked(open.join(', '))} />
        )}
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {words.request.save}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {words.request.print}
          </Button>
          <Text size="sm" c="dimmed">
            {inTheWayOf(request, today)}
          </Text>
          <DraftLine state={draft.state} />
        </Group>
      </Stack>
      <RequestSheet sheet={sheetOfDraft(request, { lines, today, by: author, recorded })} />
    </Panel>
  )
}
