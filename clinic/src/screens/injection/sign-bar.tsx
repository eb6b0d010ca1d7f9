import type { Problem } from '@facialis/wire'
import { Button, Group, TextInput } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { DraftLine } from '../../patient/draft-line.tsx'
import type { DraftState } from '../../patient/use-draft.ts'
import { valueWords } from '../../words/clinical.ts'
import { amountWords } from './amounts.ts'
import { type Check, needsReason, stopsIn } from './checks.ts'
import classes from './injection.module.css'
import { type Plan, sideOf, totalsOf } from './plan.ts'
import { words } from './words.ts'

type SignBarProps = Readonly<{
  plan: Plan
  checks: readonly Check[]
  saving: boolean
  problem: Problem | null
  draft: DraftState
  onReason: (reason: string) => void
  onSign: (confirmed: boolean) => void
}>

/** The signature: what holds it in words, what asks for a reason, and one press when nothing does. */
export function SignBar({ plan, checks, saving, problem, draft, onReason, onSign }: SignBarProps) {
  const asksReason = needsReason(checks)
  const questioned = checks.filter(({ level }) => level === 'reason').map(({ text }) => text)
  const stops = stopsIn(checks)
  const held = stops.map(({ text }) => text)
  if (held.length === 0 && asksReason && plan.reason.trim() === '') held.push(...questioned)
  const [first, ...more] = held
  const side = sideOf(plan)
  const ready = words.sign.ready(
    amountWords(totalsOf(plan).total),
    plan.product ?? '',
    side === null ? '' : valueWords(side).toLowerCase(),
  )
  const refusedOnce = problem?.code === 'confirm'
  return (
    <section className={classes.sign} aria-label={words.sign.title}>
      {(asksReason || refusedOnce) && (
        <TextInput
          label={words.sign.reason}
          description={questioned.join(' ')}
          value={plan.reason}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      )}
      {problem !== null && <ErrorPanel problem={problem} {...(refusedOnce ? { title: words.sign.again } : {})} />}
      <Group justify="space-between" gap="sm">
        <div className={classes.status}>
          <div role="status" id="sign-status">
            {first === undefined ? (
              <b>{ready}</b>
            ) : (
              <>
                <b>{words.sign.held}: </b>
                {first}
                {more.length > 0 && (
                  <details>
                    <summary>{words.sign.more(more.length)}</summary>
                    <ul>
                      {more.map((text) => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </>
            )}
          </div>
          <DraftLine state={draft} />
        </div>
        <Group gap="xs">
          {refusedOnce && (
            <Button
              variant="outline"
              disabled={first !== undefined || plan.reason.trim() === ''}
              loading={saving}
              onClick={() => onSign(true)}
            >
              {words.sign.meant}
            </Button>
          )}
          <Button
            size="md"
            disabled={first !== undefined}
            loading={saving}
            aria-describedby="sign-status"
            onClick={() => onSign(asksReason)}
          >
            {words.sign.press}
          </Button>
        </Group>
      </Group>
    </section>
  )
}
