import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { limitOf, passagesOf, vialsOf } from '../../pathway.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { dateWords } from '../../words/dates.ts'
import { amountWords, readAmount } from './amounts.ts'
import { capsInForce } from './caps.ts'
import { CheckMessages } from './check-messages.tsx'
import type { Check } from './checks.ts'
import classes from './injection.module.css'
import { LabelLine } from './label-line.tsx'
import type { PastSession } from './past-sessions.ts'
import { type Plan, totalsOf } from './plan.ts'
import { ProductLock } from './product-lock.tsx'
import { words } from './words.ts'

type VialPanelProps = Readonly<{
  plan: Plan
  last: PastSession | null
  today: string
  policy: Readonly<Record<string, number>>
  onChange: (next: (plan: Plan) => Plan) => void
  problemAt: (field: string) => string | undefined
  /** What the pathway has against the expiry that is typed. */
  againstExpiry: string | undefined
  /** That the site has no table for this product. */
  noTable: Check | undefined
}>

/** What is in the hand: product, lot, expiry, opened vials, waste and, where somebody measures, the volume. */
export function VialPanel({ plan, last, today, policy, onChange, problemAt, againstExpiry, noTable }: VialPanelProps) {
  const totals = totalsOf(plan)
  const expiry = useMemo(() => limitOf('session.expiry', today), [today])
  const put = (part: Partial<Plan>) => onChange((now) => ({ ...now, ...part }))
  const sameLot =
    last !== null && last.product === plan.product && last.lot !== null && last.expiry !== null ? last : null
  const vials = vialsOf(plan.product)
  const diluent = readAmount(plan.diluent)
  const concentration = diluent ? String(Math.round((totals.opened / diluent) * 100) / 100) : null
  return (
    <Panel title={words.vial.title}>
      <Stack gap="sm">
        <ProductLock plan={plan} last={last} onChange={onChange} problem={problemAt('session.product')} />
        <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            label={words.vial.lot}
            value={plan.lot}
            autoComplete="off"
            error={problemAt('session.lot')}
            onChange={(event) => put({ lot: event.currentTarget.value })}
          />
          <DateField
            label={words.vial.expiry}
            placeholder={words.vial.expiryHint}
            text={plan.expiry}
            limit={expiry}
            autoComplete="off"
            against={againstExpiry}
            problem={problemAt('session.expiry')}
            onChange={(expiry) => put({ expiry })}
          />
        </Group>
        {sameLot !== null && plan.lot === '' && (
          <Button
            variant="default"
            size="xs"
            className={classes.start}
            onClick={() => put({ lot: sameLot.lot ?? '', expiry: dateWords(sameLot.expiry ?? '') })}
          >
            {words.vial.sameLot(sameLot.lot ?? '', dateWords(sameLot.expiry ?? ''))}
          </Button>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a labelled group of buttons and fields, and no form of its own */}
        <div role="group" aria-label={words.vial.opened}>
          <Text size="sm" fw={600}>
            {words.vial.opened}
          </Text>
          <Group gap="xs" align="center">
            {plan.vials.map((vial, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: vials have no identity but their place
              <span className={classes.vial} key={index}>
                <input
                  className={classes.small}
                  aria-label={words.vial.size(index + 1)}
                  aria-invalid={vial !== '' && !readAmount(vial)}
                  inputMode="decimal"
                  value={vial}
                  onChange={(event) => put({ vials: plan.vials.with(index, event.currentTarget.value) })}
                />
                U
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={words.vial.remove(index + 1)}
                  onClick={() => put({ vials: plan.vials.toSpliced(index, 1) })}
                >
                  ×
                </Button>
              </span>
            ))}
            {vials?.sizes.map((units) => (
              <Button
                key={units}
                variant="default"
                size="xs"
                onClick={() => put({ vials: [...plan.vials, String(units)] })}
                aria-label={words.vial.add(units)}
              >
                + {units} U
              </Button>
            ))}
            {plan.product !== null && (
              <Button variant="subtle" size="xs" onClick={() => put({ vials: [...plan.vials, ''] })}>
                {words.vial.addOther}
              </Button>
            )}
          </Group>
          {plan.product === null && (
            <Text size="sm" c="dimmed">
              {words.vial.productFirst}
            </Text>
          )}
          {vials?.unverified === true && (
            <Text size="sm" c="dimmed">
              {words.vial.recalled}
            </Text>
          )}
        </div>
        {plan.vials.length > 0 && (
          <Group gap="xs" align="flex-end">
            {plan.waste === null ? (
              <Text size="sm">
                {words.vial.waste}: <b>{words.vial.rest(amountWords(Math.max(0, totals.rest)))}</b>
              </Text>
            ) : (
              <TextInput
                label={`${words.vial.waste} (U)`}
                size="xs"
                inputMode="decimal"
                value={plan.waste}
                error={plan.waste !== '' && totals.waste === null && words.stop.badWaste}
                onChange={(event) => put({ waste: event.currentTarget.value })}
              />
            )}
            <Button variant="subtle" size="compact-sm" onClick={() => put({ waste: plan.waste === null ? '' : null })}>
              {plan.waste === null ? words.vial.typeWaste : words.vial.useRest}
            </Button>
          </Group>
        )}
        <details className={classes.caps} open={plan.diluent !== '' || plan.injected !== ''}>
          <summary>{words.vial.volume}</summary>
          <Group gap="sm" align="flex-end">
            {(['diluent', 'injected'] as const).map((name) => (
              <TextInput
                key={name}
                label={words.vial[name]}
                size="xs"
                w="11rem"
                inputMode="decimal"
                value={plan[name]}
                onChange={(event) => put({ [name]: event.currentTarget.value })}
              />
            ))}
            {concentration !== null && totals.opened > 0 && (
              <Text size="sm">{words.vial.concentration(concentration)}</Text>
            )}
          </Group>
        </details>
        {plan.product !== null && <LabelLine product={plan.product} today={today} />}
        {noTable !== undefined && <CheckMessages checks={[noTable]} today={today} />}
        {plan.product !== null && <Caps product={plan.product} policy={policy} today={today} />}
      </Stack>
    </Panel>
  )
}

type CapsProps = Readonly<{ product: string; policy: Readonly<Record<string, number>>; today: string }>

/** The numbers today is checked against, each with its source; they are bounds and no advice. */
function Caps({ product, policy, today }: CapsProps) {
  const caps = capsInForce(product, policy)
  if (caps.length === 0) return null
  return (
    <details className={classes.caps}>
      <summary>{words.vial.caps}</summary>
      <ul>
        {caps.map(({ id, label, value, passages }) => (
          <li key={id}>
            {words.vial.cap(label, value)}{' '}
            <PassageButton passages={passagesOf(passages.map((one) => one.id))} today={today} />
          </li>
        ))}
      </ul>
    </details>
  )
}
