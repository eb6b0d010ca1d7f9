import type { BoardRow } from '@facialis/wire'
import { Link } from 'react-router'
import { toneIcons } from '../../pieces/notice.tsx'
import { answerWords, gateTone, ownerWords, stateWords, urgencyWords } from '../../words/clinical.ts'
import { dateWords, distanceWords } from '../../words/dates.ts'
import classes from './board.module.css'
import { words } from './words.ts'

type PersonRowProps = Readonly<{
  row: BoardRow
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
export function PersonRow({ row, today, line, current, href, onOpen, onFocus }: PersonRowProps) {
  const Icon = toneIcons[gateTone(row.gate)]
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
        <Link to={href} tabIndex={-1} className={classes.name} onClick={(event) => event.stopPropagation()}>
          {row.name}
        </Link>
        {row.critical[0] !== undefined && (
          <span className={classes.alert} title={row.critical.join('\n')}>
            {row.critical.length > 1 && `${words.alerts(row.critical.length)}: `}
            {row.critical[0]}
          </span>
        )}
        <div className={classes.soft}>
          {[
            row.birthDate === null ? words.bornUnknown : words.born(dateWords(row.birthDate)),
            row.side === null ? words.sideUnknown : words.sides[row.side],
            row.since === null ? '' : words.since(dateWords(row.since)),
            row.also.map(answerWords).join(', '),
            row.interpreter === null ? '' : words.interpreter(row.interpreter),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </div>
      </Cell>
      <Cell>
        <span className={classes.gate} data-tone={gateTone(row.gate)}>
          <Icon size={16} aria-hidden /> {answerWords(row.gate)}
        </span>
        {row.blockedOn !== null && <div className={classes.soft}>{row.blockedOn}</div>}
      </Cell>
      <Cell>
        {row.next === null ? (
          <span className={classes.soft}>{words.noNext}</span>
        ) : (
          <>
            {row.next.label}
            <div className={classes.soft}>
              {ownerWords(row.next.owner)}
              {row.next.urgency !== 'routine' && <b> · {urgencyWords(row.next.urgency)}</b>}
            </div>
          </>
        )}
      </Cell>
      <Cell>
        {row.next !== null && (
          <span className={classes.state} data-state={row.next.state}>
            {stateWords(row.next.state)}
          </span>
        )}
        {row.next?.dueBy != null && (
          <div className={classes.soft}>
            {dateWords(row.next.dueBy)}, {distanceWords(row.next.dueBy, today)}
          </div>
        )}
        {row.overdue > 1 && <div className={classes.soft}>{words.overdue(row.overdue)}</div>}
      </Cell>
    </div>
  )
}

const Cell = ({ children }: Readonly<{ children: React.ReactNode }>) => (
  // biome-ignore lint/a11y/useSemanticElements: as above
  // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
  <div role="gridcell" className={classes.cell}>
    {children}
  </div>
)
