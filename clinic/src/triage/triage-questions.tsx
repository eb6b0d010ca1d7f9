import { Stack, Text } from '@mantine/core'
import { Notice } from '../pieces/notice.tsx'
import { Panel } from '../pieces/panel.tsx'
import { SegmentedRadio } from '../pieces/segmented-radio.tsx'
import { type Answers, isCall, shownAs, type Treated, triageFacts } from './questions.ts'
import classes from './triage.module.css'
import { words } from './words.ts'

type TriageQuestionsProps = Readonly<{
  answers: Answers
  treated: Treated
  onAnswer: (fact: string, value: 'yes' | 'no' | null | undefined) => void
  onTreated: (value: Treated) => void
  /** Asked by somebody of the clinic, who is told what to say on the telephone. */
  staff?: boolean
  title?: string
  children?: React.ReactNode
}>

const options = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: words.options[value] }))
const answerOf = { yes: 'yes', no: 'no', unknown: null } as const

/** Six questions anybody can answer, each with "don't know". */
export function TriageQuestions({
  answers,
  treated,
  onAnswer,
  onTreated,
  staff = false,
  title = words.title,
  children,
}: TriageQuestionsProps) {
  return (
    <Panel title={title}>
      <Text c="dimmed">{words.lead}</Text>
      <Stack gap="md" mt="sm">
        {triageFacts.map((fact) => (
          <Stack key={fact} gap="xs">
            <fieldset className={classes.question}>
              <legend>{words.questions[fact]}</legend>
              <SegmentedRadio
                asks={words.questions[fact]}
                large
                name={fact}
                options={options}
                value={shownAs(answers[fact])}
                onChange={(value) =>
                  onAnswer(fact, value === null ? undefined : answerOf[value as keyof typeof answerOf])
                }
              />
            </fieldset>
            {staff && isCall(fact, answers[fact]) && <PhoneScript />}
          </Stack>
        ))}
        <fieldset className={classes.question}>
          <legend>{words.treated}</legend>
          <SegmentedRadio
            asks={words.treated}
            large
            name="treated"
            options={options}
            value={treated}
            onChange={(value) => onTreated(value as Treated)}
          />
        </fieldset>
        {children}
      </Stack>
    </Panel>
  )
}

/** What is said on the telephone: words to read out, not a colour to interpret. */
const PhoneScript = () => (
  <Notice tone="blocked" role="alert" title={words.script.title}>
    <ol className={classes.script}>
      <li>{words.script.ask}</li>
      <li>{words.script.now}</li>
      <li>{words.script.before}</li>
      <li>{words.script.notReached}</li>
    </ol>
  </Notice>
)
