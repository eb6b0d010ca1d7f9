import { fields } from '@facialis/wire'
import { Button, Input, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { useMe } from '../../api/queries.ts'
import type { Sent } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { Page } from '../../frame/page.tsx'
import { words as frame } from '../../frame/words.ts'
import { birthLimit, factOf, limitOf } from '../../pathway.ts'
import { BornContext } from '../../pieces/born.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { FactField } from '../../pieces/fact-field.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { words as pieces } from '../../pieces/words.ts'
import { needsACall } from '../../triage/questions.ts'
import { TriageQuestions } from '../../triage/triage-questions.tsx'
import { type Accepted, AcceptedPage } from './accepted.tsx'
import { Attachments } from './attachments.tsx'
import { birthIn, type FormProblems, problemsOf, type ReferralForm } from './referral-form.ts'
import { RingToday } from './ring-today.tsx'
import { symptomFacts } from './symptom-facts.ts'
import { words } from './words.ts'

export type ReferFormProps = Readonly<{
  form: ReferralForm
  change: (next: (now: ReferralForm) => ReferralForm) => void
  referral: Sent<Accepted>
  /** What is entered is complete, and somebody pressed to send it. */
  onSend: () => void
  /** Entered from paper by somebody of the clinic. */
  staff: boolean
  /** Above the button: what to look at before pressing it. */
  before?: ReactNode
}>

/** One referral on one page: who, which side, who refers, six questions, what was seen, files. */
export function ReferForm({ form, change, referral, onSend, staff, before }: ReferFormProps) {
  const call = needsACall(form.facts)
  const [told, setTold] = useState<FormProblems>({})
  const sideProblem = useId()
  const today = useMe().data?.today
  const born = useMemo(() => birthIn({ birthDate: form.birthDate }), [form.birthDate])

  const set = (part: Partial<ReferralForm>) => change((now) => ({ ...now, ...part }))
  const answer = (fact: string, value: ReferralForm['facts'][string]) =>
    change((now) => ({ ...now, facts: { ...now.facts, [fact]: value } }))
  const found = problemsOf(form, { today, staff })
  // What was wrong when it was sent is shown until it is right; what is not typed yet is no mistake.
  const problems: FormProblems = Object.fromEntries(Object.entries(found).filter(([name]) => name in told))
  const submit = () => {
    setTold(found)
    if (Object.keys(found).length === 0) onSend()
  }
  if (referral.answer !== null) return <AcceptedPage answer={referral.answer} staff={staff} call={call} />

  const text = (name: TextName, label: string, where: string, optional = false) => ({
    label: optional ? `${label} ${words.optional}` : label,
    value: form[name],
    error: problems[name] ?? referral.problemAt(where),
    size: 'md' as const,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      set({ [name]: event.currentTarget.value }),
  })
  const date = (name: 'birthDate' | 'received', label: string, where: string) => ({
    label,
    text: form[name],
    problem: problems[name] ?? referral.problemAt(where),
    size: 'md' as const,
    limit: name === 'birthDate' ? birthLimit(today) : limitOf('referral.received', today),
    onChange: (typed: string) => set({ [name]: typed }),
  })
  // Whoever refers need not type their own name each time; from paper it is somebody else's.
  const own = (autoComplete: string) => (staff ? {} : { autoComplete })
  const referrer = words.referrers[staff ? 'paper' : 'own']
  return (
    <Page title={staff ? frame.nav.newReferral : words.title} lead={staff ? words.paperLead : words.lead}>
      <Form onSend={submit} problem={referral.problem}>
        <Stack gap="md" maw="46rem">
          <Panel title={words.patient}>
            <Fields>
              <TextInput {...text('name', words.name, 'patient.name')} />
              <DateField
                {...date('birthDate', words.birthDate, 'patient.birthDate')}
                description={words.birthHint}
                placeholder={pieces.field.birthDateHint}
              />
              <TextInput
                type="tel"
                {...text('phone', words.phone, 'patient.phone', true)}
                description={staff ? words.paperReach : words.reach}
              />
              <TextInput type="email" {...text('email', words.email, 'patient.email', true)} />
              <TextInput {...text('interpreter', words.interpreter, 'patient.interpreter', true)} />
            </Fields>
            <div
              data-wrong={problems.side !== undefined}
              role="radiogroup"
              aria-label={words.side}
              aria-invalid={problems.side !== undefined}
              aria-describedby={problems.side === undefined ? undefined : sideProblem}
            >
              <Input.Label size="md" mt="md" component="div">
                {words.side}
              </Input.Label>
              <SegmentedRadio
                asks={words.side}
                large
                name="side"
                options={(['left', 'right', 'both', 'unknown'] as const).map((value) => ({
                  value,
                  label: words.sides[value],
                }))}
                value={form.side}
                onChange={(side) => set({ side: side as ReferralForm['side'] })}
              />
              {problems.side !== undefined && (
                <Input.Error id={sideProblem} mt={4}>
                  {problems.side}
                </Input.Error>
              )}
            </div>
          </Panel>
          <Panel title={words.referrer}>
            <Fields>
              <TextInput {...text('referrerName', referrer.name, 'referrer.name')} {...own('name')} />
              <TextInput {...text('practice', words.practice, 'referrer.practice', true)} {...own('organization')} />
              <TextInput
                type="tel"
                {...text('referrerPhone', referrer.phone, 'referrer.phone', true)}
                {...own('tel')}
              />
              <TextInput
                type="email"
                {...text('referrerEmail', referrer.email, 'referrer.email', true)}
                {...own('email')}
              />
              {staff && <DateField {...date('received', words.received, 'received')} whole today={today} />}
            </Fields>
          </Panel>
          <TriageQuestions
            staff={staff}
            answers={form.facts}
            treated={form.treated}
            onAnswer={answer}
            onTreated={(treated) => set({ treated })}
          />
          {!staff && call && <RingToday title={words.urgentTitle} />}
          <Panel title={`${words.symptoms} ${words.optional}`}>
            <BornContext value={born}>
              <Stack gap="md">
                {symptomFacts.map((id) => {
                  const fact = factOf(id)
                  return fact === null ? null : (
                    <FactField
                      key={id}
                      large
                      fact={fact}
                      value={form.facts[id]}
                      onChange={(value) => answer(id, value)}
                      problem={referral.problemAt(`facts["${id}"]`)}
                      today={today}
                    />
                  )
                })}
              </Stack>
            </BornContext>
          </Panel>
          <Panel title={words.more}>
            <Stack gap="md">
              <TextBox
                {...text('message', words.message, 'message', true)}
                minRows={3}
                kept={fields.message}
                onChange={(message) => set({ message })}
              />
              <Input.Label size="md" component="div">
                {words.attachments} {words.optional}
              </Input.Label>
              <Attachments files={form.attachments} onChange={(attachments) => set({ attachments })} />
            </Stack>
          </Panel>
          {referral.problem !== null && <ErrorPanel problem={referral.problem} />}
          {before}
          <Button type="submit" size="lg" loading={referral.sending}>
            {staff ? words.submitPaper : words.submit}
          </Button>
        </Stack>
      </Form>
    </Page>
  )
}

type TextName =
  | 'name'
  | 'birthDate'
  | 'phone'
  | 'email'
  | 'interpreter'
  | 'referrerName'
  | 'practice'
  | 'referrerPhone'
  | 'referrerEmail'
  | 'received'
  | 'message'

const Fields = ({ children }: Readonly<{ children: ReactNode }>) => (
  <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
    {children}
  </SimpleGrid>
)
