import type { NextStep } from '@facialis/language'
import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { targetAddress, targetOfStep } from '../../patient/screen-target.ts'
import { Notice } from '../../pieces/notice.tsx'
import { dueWords } from '../../words/due.ts'
import type { Done } from './use-visit.ts'
import { words } from './words.ts'

type DoneNoticeProps = Readonly<{ done: Done; steps: readonly NextStep[]; patientId: string; today: string }>

/** What was just done, said where it was done, and what comes next. */
export function DoneNotice({ done, steps, patientId, today }: DoneNoticeProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is disabled now; the focus must not fall to the top of the page.
    place.current?.focus()
  }, [])
  // What is still to be done here is seen on this page; what is done elsewhere has to be pointed at.
  const next = steps.find((step) => targetOfStep(step).screen !== 'evaluate')
  // Of somebody who may not sign alone; nobody is to go on as if it counted.
  const agreeing = done === 'signed' ? steps.find(({ id }) => id === 'co-sign-diagnosis') : undefined
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="permitted" role="status" title={done === 'signed' ? words.signed : words.saved}>
        {agreeing !== undefined && <Text>{agreeing.text}</Text>}
        {next !== undefined && (
          <Group gap="sm">
            <Text>
              {words.nextStep} <b>{next.label}</b>
              {next.dueBy !== null && `, ${dueWords(next, today).text}`}
            </Text>
            <Button
              component={Link}
              size="compact-md"
              to={targetAddress(patientId, targetOfStep(next))}
              aria-label={words.goTo(next.label)}
            >
              {words.go}
            </Button>
          </Group>
        )}
      </Notice>
    </div>
  )
}
