import { Button } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { dateWords } from '../../words/dates.ts'
import { PillLine } from './pill-line.tsx'
import { words } from './words.ts'

type OrderLineProps = Readonly<{ until: string | null; mayOrder: boolean; shut: boolean }>

/** Whether a nurse may inject this person; a doctor signs the order with one press while the gate lets it pass. */
export function OrderLine({ until, mayOrder, shut }: OrderLineProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const holds = until !== null && until >= view.today
  const sign = () => acting.act({ kind: 'toxin-order', date: view.today })
  return (
    <PillLine
      place="order"
      label={words.order.title}
      tone={holds ? 'permitted' : mayOrder ? 'notice' : 'caution'}
      title={until === null ? words.order.none : (holds ? words.order.until : words.order.over)(dateWords(until))}
      actions={
        mayOrder &&
        !holds &&
        !shut && (
          <Button variant="default" size="xs" onClick={() => void sign()} loading={acting.saving}>
            {words.order.sign}
          </Button>
        )
      }
    >
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
    </PillLine>
  )
}
