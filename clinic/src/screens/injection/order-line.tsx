import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { dateWords } from '../../words/dates.ts'
import { orderEnds } from './order.ts'
import { PillLine } from './pill-line.tsx'
import { words } from './words.ts'

type OrderLineProps = Readonly<{ until: string | null; mayOrder: boolean; shut: boolean }>

/** Whether a nurse may inject this person; a doctor signs the order while the gate lets it pass, told how long it holds. */
export function OrderLine({ until, mayOrder, shut }: OrderLineProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const holds = until !== null && until >= view.today
  const [asked, setAsked] = useState(false)
  const sign = async () => {
    if ((await acting.act({ kind: 'toxin-order', date: view.today })).ok) setAsked(false)
  }
  const end = orderEnds(view.today, view.policy)
  return (
    <PillLine
      place="order"
      label={words.order.title}
      tone={holds ? 'permitted' : mayOrder ? 'notice' : 'caution'}
      title={until === null ? words.order.none : (holds ? words.order.until : words.order.over)(dateWords(until))}
      actions={
        mayOrder &&
        !holds &&
        !shut &&
        !asked && (
          <Button variant="default" size="xs" onClick={() => setAsked(true)}>
            {words.order.sign}
          </Button>
        )
      }
    >
      {asked && !holds && end !== null && (
        <Group gap="xs">
          <Text>{words.order.text(dateWords(end))}</Text>
          <Button size="xs" onClick={() => void sign()} loading={acting.saving}>
            {words.order.confirm}
          </Button>
          <Button variant="default" size="xs" onClick={() => setAsked(false)}>
            {words.order.keep}
          </Button>
        </Group>
      )}
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
    </PillLine>
  )
}
