import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useMe } from '../../api/queries.ts'
import { siteNumber } from '../../patient/site-number.ts'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import { amountOf } from './amounts.ts'
import { codesOf } from './codes.ts'
import { daysAfter } from './days.ts'
import classes from './injection.module.css'
import { labelSaid } from './label-said.ts'
import type { PastSession } from './past-sessions.ts'
import { sessionNote } from './session-note.ts'
import { words } from './words.ts'

type SignedPanelProps = Readonly<{
  session: PastSession
  policy: Readonly<Record<string, number>>
  /** Signed on this page a moment ago. */
  isNew: boolean
}>

/** What a signed session leaves behind: the note, the codes, and when the next one may be. */
export function SignedPanel({ session, policy, isNew }: SignedPanelProps) {
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is gone; whoever listens is told what became of it.
    if (isNew) said.current?.focus()
  }, [isNew])
  const clipboard = useClipboard()
  const jurisdiction = useMe().data?.jurisdiction ?? null
  const { product, side, units, map } = session
  const label = product === null ? null : labelSaid(product, jurisdiction)
  const note = sessionNote(session, label?.isNotice ? label.text : null)
  const codes =
    product === null || side === null || units === null
      ? []
      : codesOf({ product, side, units, waste: map === null || map.waste === null ? null : amountOf(map.waste) })
  const after = (id: string) => dateWords(daysAfter(session.date ?? '', siteNumber(id, policy).value) ?? words.unknown)
  return (
    <Panel title={words.signed.title}>
      <Stack gap="md">
        <div ref={said} tabIndex={-1}>
          <Notice tone="permitted" title={words.sign.signed} role="status">
            {session.by !== null && <p className={classes.said}>{words.signed.by(session.by)}</p>}
          </Notice>
        </div>
        <div>
          <Textarea label={words.signed.note} readOnly autosize value={note} />
          <Group gap="xs" mt="xs">
            <Button variant="default" size="xs" onClick={() => clipboard.copy(note)}>
              {clipboard.copied ? words.signed.copied : words.signed.copy}
            </Button>
            <Button variant="default" size="xs" onClick={() => window.print()}>
              {words.signed.print}
            </Button>
          </Group>
        </div>
        <div className={classes.after}>
          <section aria-label={words.signed.next}>
            <h3>{words.signed.next}</h3>
            <ul>
              <li>
                <b>{words.signed.earliest(after('minimumReinjectionInterval'))}</b>
              </li>
              <li>{words.signed.book(after('defaultBookingDay'))}</li>
              <li>{words.signed.wearOff(after('plannedIntervalFrom'), after('plannedIntervalTo'))}</li>
            </ul>
          </section>
          <section aria-label={words.signed.codes}>
            <h3>{words.signed.codes}</h3>
            <table className={classes.codes}>
              <tbody>
                {codes.map(({ code, amount, of }) => (
                  <tr key={code}>
                    <th scope="row">{code}</th>
                    <td>
                      {words.signed.of[of]}
                      {amount !== null && `: ${words.signed.unit(amount)}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {codes.length === 2 && <Text size="sm">{words.signed.noCode}</Text>}
          </section>
        </div>
      </Stack>
    </Panel>
  )
}
