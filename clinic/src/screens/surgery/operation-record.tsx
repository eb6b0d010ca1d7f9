import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { factOf } from '../../pathway.ts'
import { Strike, useMayStrike } from '../../patient/strike.tsx'
import { words as striking } from '../../patient/words.ts'
import { Panel } from '../../pieces/panel.tsx'
import { SideWord } from '../../pieces/side-word.tsx'
import type { RecordedEntry } from '../../recorded.ts'
import { dateWords } from '../../words/dates.ts'
import { plainWords } from '../../words/plain-words.ts'
import { Prognosis } from './prognosis.tsx'
import classes from './surgery.module.css'
import { words } from './words.ts'

/** One operation as recorded. */
export function OperationRecord({ operation, today }: Readonly<{ operation: RecordedEntry; today: string }>) {
  const side = operation.fields['operation.side']
  const mayStrike = useMayStrike()
  const [struck, setStruck] = useState(false)
  const date = operation.date === null ? null : dateWords(operation.date)
  return (
    <Panel
      title={words.operation.record}
      actions={
        <Group gap="md">
          {date !== null && <span>{date}</span>}
          <SideWord side={side === 'left' || side === 'right' ? side : null} />
          {mayStrike && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={striking.strike.title(words.operation.what, date ?? '')}
              onClick={() => setStruck(!struck)}
            >
              {striking.strike.short}
            </Button>
          )}
        </Group>
      }
    >
      {struck && <Strike entry={operation} onDone={() => setStruck(false)} />}
      <dl className={classes.facts}>
        {Object.entries(operation.fields)
          .filter(([id]) => id !== 'operation.side')
          .map(([id, value]) => {
            const fact = factOf(id)
            return fact === null ? null : (
              <div key={id} style={{ display: 'contents' }}>
                <dt>{fact.label.charAt(0).toUpperCase() + fact.label.slice(1)}</dt>
                <dd>{plainWords(fact, value)}</dd>
              </div>
            )
          })}
      </dl>
      <Prognosis lsr={operation.fields['operation.lsrAtEnd']} today={today} />
    </Panel>
  )
}
