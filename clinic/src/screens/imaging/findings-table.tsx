import { isYes } from '@facialis/wire'
import { Button, CloseButton, Group } from '@mantine/core'
import { factLabel, findings } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { valueWords } from '../../words/clinical.ts'
import classes from './imaging.module.css'
import { attestNormal, type Read, restAbsent, setField, withoutAttestation } from './study-read.ts'
import { words } from './words.ts'

type FindingsTableProps = Readonly<{
  read: Read
  mayAttest: boolean
  today: string
  onChange: (next: (read: Read) => Read) => void
}>

const answers = ['absent', 'present', 'unknown'] as const
const answerName = (answer: (typeof answers)[number]): string =>
  answer === 'unknown' ? words.read.unknown : valueWords(answer)

/** Every finding in one compact table; one press for the rest, or for a signed report that says it is normal. */
export function FindingsTable({ read, mayAttest, today, onChange }: FindingsTableProps) {
  const takeBack = (id: string) => onChange((now) => setField(now, id, undefined))
  const attested = isYes(read.fields['study.normalStatement'])
  return (
    <Panel
      title={words.read.findings}
      actions={
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => onChange(restAbsent)}>
            {words.read.allAbsent}
          </Button>
          {mayAttest && !attested && (
            <Button variant="default" size="xs" onClick={() => onChange((now) => attestNormal(now, today))}>
              {words.read.attest}
            </Button>
          )}
        </Group>
      }
    >
      {attested && (
        <Notice
          tone="notice"
          title={words.read.attested}
          beside={
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(withoutAttestation)}>
              {words.read.takeBack}
            </Button>
          }
        />
      )}
      <table className={classes.findings}>
        <thead>
          <tr>
            <th scope="col">{words.read.finding}</th>
            {answers.map((answer) => (
              <th key={answer} scope="col">
                {answerName(answer)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.map(({ id }) => {
            const value = read.fields[id]
            const chosen = value === undefined ? null : value === null ? 'unknown' : String(value)
            return (
              <tr key={id} data-present={chosen?.startsWith('present') && chosen !== 'present-unrelated'}>
                <th scope="row">
                  {sentence(factLabel(id))}
                  {chosen?.startsWith('present-') && <em> ({valueWords(chosen).toLowerCase()})</em>}
                  {chosen !== null && (
                    <CloseButton
                      size="sm"
                      className={classes.takeBack}
                      aria-label={words.read.clear(factLabel(id))}
                      title={words.read.clear(factLabel(id))}
                      onClick={() => takeBack(id)}
                    />
                  )}
                </th>
                {answers.map((answer) => (
                  <td key={answer}>
                    <label className={classes.cell}>
                      <input
                        type="radio"
                        name={`finding-${id}`}
                        aria-label={`${factLabel(id)}: ${answerName(answer)}`}
                        checked={chosen === answer}
                        onChange={() => onChange((now) => setField(now, id, answer === 'unknown' ? null : answer))}
                        onKeyDown={(event) => {
                          if (event.key === 'Delete' || event.key === 'Backspace') takeBack(id)
                        }}
                      />
                      <span aria-hidden="true">{answerName(answer)}</span>
                    </label>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={classes.soft}>{words.read.judgedNote}</p>
    </Panel>
  )
}

const sentence = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1)
