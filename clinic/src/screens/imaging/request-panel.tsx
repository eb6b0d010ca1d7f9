import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factLabel, factOf, passagesOf } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { openFlags } from '../../patient/open-flags.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { siteNumber } from '../../patient/site-number.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { FactField } from '../../pieces/fact-field.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { urgencyWords, valueWords } from '../../words/clinical.ts'
import { saidWords } from '../../words/plain-words.ts'
import classes from './imaging.module.css'
import { modalities } from './register-form.tsx'
import {
  bookingLimit,
  emptyRequest,
  inTheWayOf,
  linesOf,
  protocol,
  type Request,
  readRequest,
  requestAct,
  safetyAsked,
  safetyQuestions,
  unasked,
} from './request.ts'
import { RequestSheet } from './request-sheet.tsx'
import { sheetOfDraft } from './sheet.ts'
import { words } from './words.ts'

const urgencies = ['routine', 'soon', 'urgent', 'emergency']

/** What is asked of the scanner, with vendor names, safety and urgency; on record with one press, on paper with another. */
export function RequestPanel() {
  const { view } = useOpenPatient()
  const { today, patient, policy } = view
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
    if (act === null || !(await acting.act(act)).ok) return
    notifications.show({ message: words.request.saved, color: 'harbour' })
    await draft.discard()
  }
  const egfr = factOf('egfr')
  const limit = siteNumber('lowEgfr', policy).value
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
            <fieldset className={classes.plain}>
              <legend>
                {words.request.protocol}{' '}
                <PassageButton passages={passagesOf(['K24', 'S6', 'K27', 'K25'])} today={today} />
              </legend>
              <div className={classes.protocol}>
                {protocol.map(({ id }) => {
                  const fixed = id === 'contrast' && contrastNeeded
                  return (
                    <Checkbox
                      key={id}
                      label={words.request.lines[id].label}
                      description={
                        fixed
                          ? `${words.request.must(flags.map(factLabel).join(', '))}; ${words.request.lines[id].why}`
                          : words.request.lines[id].why
                      }
                      checked={lines.includes(id)}
                      disabled={fixed}
                      onChange={(event) =>
                        put({
                          lines: event.currentTarget.checked
                            ? [...request.lines, id]
                            : request.lines.filter((one) => one !== id),
                        })
                      }
                    />
                  )
                })}
              </div>
              <p className={classes.soft}>{words.request.coverage}</p>
            </fieldset>
            <fieldset className={classes.plain}>
              <legend>
                {words.request.safety} <PassageButton passages={passagesOf(['K39', 'K40'])} today={today} />
              </legend>
              <div className={classes.safety}>
                {safetyQuestions.map((question) => {
                  const answer = request.safety[question]
                  return (
                    <fieldset key={question} className={classes.plain}>
                      <legend className={classes.question}>{safetyAsked(question)}</legend>
                      <SegmentedRadio
                        name={`safety-${question}`}
                        options={[
                          { value: 'yes', label: saidWords.yes },
                          { value: 'no', label: saidWords.no },
                        ]}
                        value={answer === undefined ? null : answer ? 'yes' : 'no'}
                        onChange={(next) => {
                          const { [question]: _, ...others } = request.safety
                          put({ safety: next === null ? others : { ...others, [question]: next === 'yes' } })
                        }}
                      />
                      {answer === true && <p className={classes.warn}>{words.safety[question]}</p>}
                    </fieldset>
                  )
                })}
                {egfr !== null && (
                  <FactField
                    fact={egfr}
                    value={request.egfr}
                    onChange={(value) => put({ egfr: value })}
                    problem={acting.problemAtFact('egfr')}
                    note={
                      typeof request.egfr === 'number' && request.egfr < limit
                        ? words.request.lowEgfr(limit)
                        : request.egfr === null
                          ? words.request.unknownEgfr
                          : undefined
                    }
                  />
                )}
              </div>
            </fieldset>
          </>
        )}
        <fieldset className={classes.plain}>
          <legend>{words.request.urgency}</legend>
          <SegmentedRadio
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
      <RequestSheet sheet={sheetOfDraft(request, { lines, today, by: author })} />
    </Panel>
  )
}
