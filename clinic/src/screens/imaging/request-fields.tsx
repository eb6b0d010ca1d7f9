import { Checkbox } from '@mantine/core'
import { factLabel, factOf, passagesOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { siteNumber } from '../../patient/site-number.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { saidWords } from '../../words/plain-words.ts'
import classes from './imaging.module.css'
import { linesOf, protocol, type Request, safetyAsked, safetyQuestions } from './request.ts'
import { words } from './words.ts'

type FieldsProps = Readonly<{ request: Request; put: (part: Partial<Request>) => void }>

/** Which sequences are asked for. With an open red flag contrast is, whatever was left out. */
export function ProtocolFields({ request, put, flags }: FieldsProps & Readonly<{ flags: readonly string[] }>) {
  const { today } = useOpenPatient().view
  const contrastNeeded = flags.length > 0
  const lines = linesOf(request, contrastNeeded)
  return (
    <fieldset className={classes.plain}>
      <legend>
        {words.request.protocol} <PassageButton passages={passagesOf(['K24', 'S6', 'K27', 'K25'])} today={today} />
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
  )
}

/** What the scanner's people have to know of the person. */
export function SafetyFields({
  request,
  put,
  egfrProblem,
}: FieldsProps & Readonly<{ egfrProblem: string | undefined }>) {
  const { today, policy } = useOpenPatient().view
  const egfr = factOf('egfr')
  const limit = siteNumber('lowEgfr', policy).value
  return (
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
                asks={safetyAsked(question)}
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
            problem={egfrProblem}
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
  )
}
