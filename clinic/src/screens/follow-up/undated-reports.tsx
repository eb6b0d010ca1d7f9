import { Button } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { entryLimit } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useMayStrike } from '../../patient/strike.tsx'
import { useAct } from '../../patient/use-act.ts'
import { readText, useDraft } from '../../patient/use-draft.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { Panel } from '../../pieces/panel.tsx'
import type { RecordedEntry } from '../../recorded.ts'
import classes from './follow-up.module.css'
import { dated, statusOf, withoutDay } from './spasm-reports.ts'
import { words } from './words.ts'

/** Reports of which nobody wrote down the day, to be given it by those who may correct the record. */
export function UndatedReports() {
  const { recorded } = useOpenPatient()
  const reports = withoutDay(recorded.entries('spasm-report'))
  if (!useMayStrike() || reports.length === 0) return null
  return (
    <Panel title={words.undated.title}>
      <ul className={classes.list}>
        {reports.map((report) => (
          <li key={report.id} className={classes.complaint}>
            <Undated report={report} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Undated({ report }: Readonly<{ report: RecordedEntry }>) {
  const { view, born } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDraft(`patient.${view.patient.id}.report-day.${report.id}`, '', readText)
  const limit = entryLimit('spasm-report', { today: view.today, born })
  const { value, problem } = readDate(draft.content, { limit })
  const status = statusOf(report)
  const save = async (day: string) => {
    const outcome = await acting.act(dated(report, day, view.today), words.saved)
    if (outcome.ok) await draft.discard()
  }
  return (
    <>
      <DateField
        label={words.undated.asks(status === null ? null : (words.spasm.statuses[status] ?? status).toLowerCase())}
        text={draft.content}
        limit={limit}
        problem={acting.problemAt('entries[0].date')}
        onChange={(text) => draft.change(text)}
      />
      <Button
        variant="default"
        size="xs"
        disabled={typeof value !== 'string' || problem !== null}
        loading={acting.saving}
        onClick={() => typeof value === 'string' && void save(value)}
      >
        {words.undated.save}
      </Button>
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
      <DraftLine state={draft.state} />
    </>
  )
}
