import { Button, List } from '@mantine/core'
import { useState } from 'react'
import { factLabel } from '../pathway.ts'
import { Notice } from '../pieces/notice.tsx'
import { dateWords } from '../words/dates.ts'
import { type NotCounted, notCounted } from './not-counted.ts'
import { useOpenPatient } from './open-patient.ts'
import { Strike, useMayStrike } from './strike.tsx'
import { words } from './words.ts'

/** What is on record of some kinds and counts for nothing today, with why and what to do about it. */
export function NotCountedLines({ kinds }: Readonly<{ kinds: readonly string[] }>) {
  const { view } = useOpenPatient()
  const mayStrike = useMayStrike()
  const [striking, setStriking] = useState<NotCounted | null>(null)
  const lines = notCounted(view, kinds)
  if (lines.length === 0) return null
  return (
    <Notice tone={lines.some(({ why }) => why === 'ahead') ? 'caution' : 'notice'} title={words.notCounted.title}>
      <List size="sm" mt={4}>
        {lines.map((line) => (
          <List.Item key={`${line.kind} ${line.id}`}>
            {words.notCounted.line(
              factLabel(line.kind),
              line.date === null ? '' : dateWords(line.date),
              words.notCounted.why[line.why],
            )}{' '}
            {line.why === 'ahead' && mayStrike && (
              <Button variant="subtle" size="compact-xs" onClick={() => setStriking(line)}>
                {words.notCounted.strike}
              </Button>
            )}
          </List.Item>
        ))}
      </List>
      {striking !== null && <Strike entry={striking} onDone={() => setStriking(null)} />}
    </Notice>
  )
}
