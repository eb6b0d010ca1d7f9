import { createPortal } from 'react-dom'
import { useMe } from '../../api/queries.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { sideWords, urgencyWords, valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './imaging.module.css'
import { type ProtocolLine, type Request, safetyWords } from './request.ts'
import { words } from './words.ts'

type RequestSheetProps = Readonly<{ request: Request; lines: readonly ProtocolLine[] }>

/** The request as one sheet of paper; on the screen it is not shown. */
export function RequestSheet({ request, lines }: RequestSheetProps) {
  const { view } = useOpenPatient()
  const me = useMe().data
  const { patient, today } = view
  const isMri = request.modality === 'mri'
  // Beside the app and not in it, so that paper shows the sheet alone.
  return createPortal(
    <article className={classes.sheet}>
      <h1>
        {words.sheet.title}: {valueWords(request.modality)}
      </h1>
      <p>
        {words.sheet.name}: <b>{patient.name}</b> · {words.sheet.born}:{' '}
        <b>{patient.birthDate === null ? words.unknown : dateWords(patient.birthDate)}</b>
      </p>
      <p>
        {words.sheet.side}: <b>{patient.side === null ? words.unknown : sideWords[patient.side]}</b>
      </p>
      <p>
        {words.sheet.question}: {request.reason.trim() === '' ? words.sheet.defaultQuestion : request.reason}
      </p>
      {request.urgency !== null && (
        <p>
          {words.request.urgency}: <b>{urgencyWords(request.urgency)}</b>
        </p>
      )}
      {isMri && (
        <>
          <h2>{words.sheet.asked}</h2>
          <ul>
            {lines.map((id) => (
              <li key={id}>
                <b>{words.request.lines[id].label}</b>: {words.request.lines[id].why}
              </li>
            ))}
            <li>{words.request.coverage}</li>
          </ul>
          <h2>{words.request.safety}</h2>
          <ul>
            {safetyWords(request).map((line) => (
              <li key={line}>{line.includes(words.safetySaid.mark) ? <strong>{line}</strong> : line}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        {words.sheet.on}: {dateWords(today)} · {words.sheet.by}: {me?.account?.name ?? ''} · {me?.clinic ?? ''}
      </p>
    </article>,
    document.body,
  )
}
