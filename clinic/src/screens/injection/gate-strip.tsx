import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { factLabel, passagesOf } from '../../pathway.ts'
import { GateLine } from '../../pieces/gate-line.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { answerWords, gateTone } from '../../words/clinical.ts'
import { ExceptionDialog } from './exception-dialog.tsx'
import type { Gates } from './gate.ts'
import { AbovePills, PillLine } from './pill-line.tsx'
import { words } from './words.ts'

type GateStripProps = Readonly<{ gates: Gates; chairAnswered: boolean; today: string; mayRaise: boolean }>

/** The gate above everything: a pill while it lets the session pass, all its reasons when it does not. */
export function GateStrip({ gates, chairAnswered, today, mayRaise }: GateStripProps) {
  const [opened, setOpened] = useState(false)
  const [raising, setRaising] = useState(false)
  const { standing, session, exceptions, overridableBy } = gates
  // Before the list is asked the session gate says only that; the standing one says whether to ask at all.
  const gate = standing.answer === 'blocked' || !chairAnswered ? standing : session
  const asked = { today, passagesOf, factLabel }
  const raise = overridableBy.length > 0 && mayRaise && (
    <Button variant="default" size="xs" onClick={() => setRaising(true)}>
      {words.gate.raise}
    </Button>
  )
  const weighty = [
    gate.answer !== 'permitted' && (
      <GateLine
        key="gate"
        title={gate === standing ? words.gate.title : words.gate.today}
        gate={shown(gate)}
        {...asked}
      />
    ),
    ...exceptions.map((label) => <Notice key={label} tone={gateTone('caution')} title={words.gate.exception(label)} />),
    raise && <Group key="raise">{raise}</Group>,
  ].filter((one) => one !== false)
  return (
    <>
      {weighty.length > 0 && (
        <AbovePills place={gate.answer === 'permitted' ? undefined : 'gate'}>{weighty}</AbovePills>
      )}
      {gate.answer === 'permitted' && (
        <PillLine
          place="gate"
          label={words.gate.title}
          tone="permitted"
          title={`${words.gate.title}: ${answerWords(gate.answer)}`}
          toggle={{ open: opened, onToggle: () => setOpened(!opened) }}
        >
          <GateLine brief title={words.gate.title} gate={gate} {...asked} />
        </PillLine>
      )}
      {raising && <ExceptionDialog codes={overridableBy} onClose={() => setRaising(false)} />}
    </>
  )
}

/** What is asked at the chair has its own line below. */
const shown = (gate: Gates['standing']): Gates['standing'] => ({
  ...gate,
  detail: { ...gate.detail, confirmAtSession: [] },
})
