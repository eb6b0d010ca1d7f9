import { Stack, Text } from '@mantine/core'
import { Panel } from '../../pieces/panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import classes from './refer.module.css'
import { type ReferralForm, triageFacts } from './referral-form.ts'
import { words } from './words.ts'

type TriageQuestionsProps = Readonly<{
  form: ReferralForm
  onAnswer: (fact: string, value: 'yes' | 'no' | null | undefined) => void
  onTreated: (value: ReferralForm['treated']) => void
}>

const options = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
  { value: 'unknown', label: words.sides.unknown },
] as const

/** Six questions anybody can answer, each with "don't know". */
export function TriageQuestions({ form, onAnswer, onTreated }: TriageQuestionsProps) {
  const shown = (fact: string) => {
    const value = form.facts[fact]
    return value === null ? 'unknown' : value === 'yes' || value === 'no' ? value : null
  }
  return (
    <Panel title={words.triage}>
      <Text c="dimmed">{words.triageLead}</Text>
      <Stack gap="md" mt="sm">
        {triageFacts.map(({ question, fact }) => (
          <fieldset key={fact} className={classes.question}>
            <legend>{question}</legend>
            <SegmentedRadio
              large
              name={fact}
              options={options}
              value={shown(fact)}
              onChange={(value) =>
                onAnswer(fact, value === null ? undefined : value === 'unknown' ? null : value === 'yes' ? 'yes' : 'no')
              }
            />
          </fieldset>
        ))}
        <fieldset className={classes.question}>
          <legend>{words.questions.treated}</legend>
          <SegmentedRadio
            large
            name="treated"
            options={options}
            value={form.treated}
            onChange={(value) => onTreated(value as ReferralForm['treated'])}
          />
        </fieldset>
      </Stack>
    </Panel>
  )
}
