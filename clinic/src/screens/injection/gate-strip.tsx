import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { factLabel, passagesOf } from '../../pathway.ts'
import { GateLine } from '../../pieces/gate-line.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { answerWords, gateTone } from '../../words/clinical.ts'
import { ExceptionDialog } from './exception-dialog.tsx'
import type { Gates } from './gate.ts'
import classes from './injection.module.css'
import { words } from './words.ts'

type GateStripProps = Readonly<{ gates: Gates; chairAnswered: boolean; today: string; mayRaise: boolean }>

/** The gate above everything: one line while it lets the session pass, all its reasons when it does not. */
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
  return (
    <div id="gate" className={classes.gate}>
      {gate.answer === 'permitted' ? (
        <Notice
          tone="permitted"
          title={`${words.gate.title}: ${answerWords(gate.answer)}`}
          beside={
            <Button variant="subtle" size="compact-xs" aria-expanded={opened} onClick={() => setOpened(!opened)}>
              {words.gate.why}
            </Button>
          }
        >
          {opened && <GateLine brief title={words.gate.title} gate={gate} {...asked} />}
        </Notice>
      ) : (
        <GateLine title={gate === standing ? words.gate.title : words.gate.today} gate={shown(gate)} {...asked} />
      )}
      {exceptions.map((label) => (
        <Notice key={label} tone={gateTone('caution')} title={words.gate.exception(label)} />
      ))}
      {raise && <Group>{raise}</Group>}
      <ExceptionDialog codes={overridableBy} opened={raising} onClose={() => setRaising(false)} />
    </div>
  )
}

/** What is asked at the chair has its own line below. */
const shown = (gate: Gates['standing']): Gates['standing'] => ({
  ...gate,
  detail: { ...gate.detail, confirmAtSession: [] },
})
