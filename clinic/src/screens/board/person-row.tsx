import type { BoardRow } from '@facialis/wire'
import { CircleDashedIcon } from 'lucide-react'
import { Link } from 'react-router'
import { toneIcons } from '../../pieces/notice.tsx'
import { answerWords, ownerWords, urgencyWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { dueWords } from '../../words/due.ts'
import classes from './board.module.css'
import { gateState } from './gate-state.ts'
import { words } from './words.ts'

type PersonRowProps = Readonly<{
  row: BoardRow
  /** Other names, by which they were found. */
  foundAs: readonly string[]
  today: string
  /** Its place among all lines. */
  line: number
  /** Whether Tab lands here. */
  current: boolean
  href: string
  onOpen: () => void
  onFocus: () => void
}>

/** One person: who, the gate and what holds it, the next step and whose it is, when. */
export function PersonRow({ row, foundAs, today, line, current, href, onOpen, onFocus }: PersonRowProps) {
  const gate = gateState(row)
  const Icon = gateIcons[gate.tone]
  const due = row.next === null ? null : dueWords(row.next, today)
  const more = [
    foundAs.length === 0 ? '' : words.alsoCalled(foundAs),
    row.notInUse ? words.notInUse : '',
    row.also.map(answerWords).join(', '),
    row.interpreter === null ? '' : words.interpreter(row.interpreter),
  ].filter((part) => part !== '')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot draw only the rows in sight
    <div
      role="row"
      className={classes.row}
      tabIndex={current ? 0 : -1}
      data-line={line}
      aria-rowindex={line + 2}
      onFocus={onFocus}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onOpen()
      }}
    >
      <Cell>
        <div className={classes.who}>
          <Link to={href} tabIndex={-1} className={classes.name} onClick={(event) => event.stopPropagation()}>
            {row.name}
          </Link>
          <span>{row.side === null ? words.sideUnknown : words.sides[row.side]}</span>
          <span className={classes.soft}>{row.birthDate === null ? words.bornUnknown : dateWords(row.birthDate)}</span>
        </div>
        {row.critical[0] !== undefined && (
          <span className={classes.alert} title={row.critical.join('\n')}>
            {row.critical.length > 1 && `${words.alerts(row.critical.length)}: `}
            {row.critical[0]}
          </span>
        )}
        {more.length > 0 && <div className={classes.soft}>{more.join(' · ')}</div>}
      </Cell>
      <Cell>
        {/* Whole, however long: half of why somebody is blocked may say the opposite. */}
        <span className={classes.gate} data-tone={gate.tone}>
          <Icon size={16} aria-hidden /> <span>{gate.text}</span>
        </span>
      </Cell>
      <Cell>
        {row.next === null ? (
          <span className={classes.soft}>{words.noNext}</span>
        ) : (
          <>
            <div>{row.next.label}</div>
            <div className={classes.soft}>
              {ownerWords(row.next.owner)}
              {row.next.urgency !== 'routine' && <b> · {urgencyWords(row.next.urgency)}</b>}
            </div>
            {row.visitOn !== null && (
              <div className={classes.soft}>
                {(row.visitOn < today ? words.visitPassed : words.visitOn)(dateWords(row.visitOn))}
              </div>
            )}
            {row.visitMissed !== null && (
              <div className={classes.soft}>{words.visitMissed(dateWords(row.visitMissed))}</div>
            )}
          </>
        )}
      </Cell>
      <Cell>
        {due !== null && (
          <div
            className={classes.due}
            data-tone={due.tone}
            title={row.next?.dueBy ? dateWords(row.next.dueBy) : undefined}
          >
            {due.text}
          </div>
        )}
        {row.overdue > 1 && <div className={classes.soft}>{words.overdue(row.overdue)}</div>}
      </Cell>
    </div>
  )
}

const gateIcons = { ...toneIcons, quiet: CircleDashedIcon } as const

const Cell = ({ children }: Readonly<{ children: React.ReactNode }>) => (
  // biome-ignore lint/a11y/useSemanticElements: as above
  // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
  <div role="gridcell" className={classes.cell}>
    {children}
  </div>
)
