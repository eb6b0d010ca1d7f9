import { createPortal } from 'react-dom'
import { useMe } from '../../api/queries.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { PaperFoot } from '../../patient/paper-foot.tsx'
import { sideWords, urgencyWords, valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './imaging.module.css'
import type { Sheet } from './sheet.ts'
import { words } from './words.ts'

/** A request as one sheet of paper; on the screen it is not shown. `alone`: in place of one that is being filled in. */
export function RequestSheet({ sheet, alone = false }: Readonly<{ sheet: Sheet; alone?: boolean }>) {
  const { view } = useOpenPatient()
  const me = useMe().data
  const { patient } = view
  const dated = (date: string | null) => (date === null ? words.unknown : dateWords(date))
  // Beside the app and not in it, so that paper shows the sheet alone.
  return createPortal(
    <article className={classes.sheet} data-alone={alone}>
      <h2>
        {words.sheet.title}: {valueWords(sheet.modality)}
      </h2>
      <p>
        {words.sheet.name}: <b>{patient.name}</b> · {words.sheet.born}: <b>{dated(patient.birthDate)}</b>
      </p>
      <p>
        {words.sheet.side}: <b>{patient.side === null ? words.unknown : sideWords[patient.side]}</b>
      </p>
      <p>
        {words.sheet.question}: {sheet.reason === '' ? words.sheet.defaultQuestion : sheet.reason}
      </p>
      {sheet.urgency !== null && (
        <p>
          {words.request.urgency}: <b>{urgencyWords(sheet.urgency)}</b>
        </p>
      )}
      {sheet.bookedFor !== null && (
        <p>
          {words.sheet.bookedFor}: <b>{dateWords(sheet.bookedFor)}</b>
        </p>
      )}
      {sheet.asked !== null && (
        <>
          <h3>{words.sheet.asked}</h3>
          <ul>
            {sheet.asked.map(({ label, why }) => (
              <li key={label}>
                <b>{label}</b>
                {why !== null && `: ${why}`}
              </li>
            ))}
            <li>{words.request.coverage}</li>
          </ul>
          <h3>{words.request.safety}</h3>
          <ul>
            {sheet.safety.map((line) => (
              <li key={line}>{line.includes(words.safetySaid.mark) ? <strong>{line}</strong> : line}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        {words.sheet.on}: {dated(sheet.date)} · {words.sheet.by}: {sheet.by ?? words.unknown} · {me?.clinic ?? ''}
      </p>
      <PaperFoot />
    </article>,
    document.body,
  )
}
