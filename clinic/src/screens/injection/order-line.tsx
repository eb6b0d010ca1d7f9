import { Button, Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { ReasonForm } from '../../patient/reason-form.tsx'
import { useAct } from '../../patient/use-act.ts'
import { dateWords } from '../../words/dates.ts'
import { type NursesOrder, orderEnds, withdrawAct } from './order.ts'
import { PillLine } from './pill-line.tsx'
import { words } from './words.ts'

type OrderLineProps = Readonly<{ order: NursesOrder; mayOrder: boolean; shut: boolean }>

/** Whether a nurse may inject this person. A doctor signs the order while the gate lets it pass, and may take it back at any time. */
export function OrderLine({ order, mayOrder, shut }: OrderLineProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const { holding, withdrawal } = order
  const [asked, setAsked] = useState<'sign' | 'withdraw' | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const why = useRef<HTMLParagraphElement>(null)
  const sign = async () => {
    if ((await acting.act({ kind: 'toxin-order', date: view.today })).ok) setAsked(null)
  }
  const shutForm = () => {
    setAsked(null)
    // What was pressed is gone: the focus must not fall to the top of the page.
    requestAnimationFrame(() => (why.current ?? opener.current)?.focus())
  }
  const end = orderEnds(view.today, view.policy)
  return (
    <PillLine
      place="order"
      label={words.order.title}
      tone={holding !== null ? 'permitted' : mayOrder ? 'notice' : 'caution'}
      title={titleOf(order)}
      actions={
        mayOrder &&
        (holding !== null ? (
          <Button
            ref={opener}
            variant="default"
            size="xs"
            aria-label={words.order.withdrawOne(dateWords(holding.date))}
            aria-expanded={asked === 'withdraw'}
            onClick={() => setAsked(asked === 'withdraw' ? null : 'withdraw')}
          >
            {words.order.withdraw}
          </Button>
        ) : (
          !shut &&
          asked !== 'sign' && (
            <Button variant="default" size="xs" onClick={() => setAsked('sign')}>
              {words.order.sign}
            </Button>
          )
        ))
      }
    >
      {holding === null && withdrawal?.said.note && (
        <Text ref={why} tabIndex={-1}>
          {words.order.because(withdrawal.said.note)}
        </Text>
      )}
      {asked === 'withdraw' && holding !== null && (
        <ReasonForm
          of={holding.id}
          title={words.order.withdrawTitle(dateWords(holding.date), holding.by)}
          text={[words.order.withdrawText, ...(order.another ? [words.order.another] : [])].join(' ')}
          press={words.order.withdrawPress}
          saved={words.order.saved}
          actFor={(reason) => withdrawAct(holding, reason, view.today)}
          onDone={shutForm}
        />
      )}
      {asked === 'sign' && holding === null && end !== null && (
        <Group gap="xs">
          <Text>{words.order.text(dateWords(end))}</Text>
          <Button size="xs" onClick={() => void sign()} loading={acting.saving}>
            {words.order.confirm}
          </Button>
          <Button variant="default" size="xs" onClick={() => setAsked(null)}>
            {words.order.keep}
          </Button>
        </Group>
      )}
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
    </PillLine>
  )
}

function titleOf({ holding, until, withdrawal }: NursesOrder): string {
  if (holding === null && withdrawal !== null) return words.order.withdrawn(dateWords(withdrawal.date), withdrawal.by)
  if (until === null) return words.order.none
  return (holding !== null ? words.order.until : words.order.over)(dateWords(until))
}
