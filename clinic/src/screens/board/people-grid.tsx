import { useMediaQuery } from '@mantine/hooks'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { answerWords } from '../../words/clinical.ts'
import classes from './board.module.css'
import type { Line } from './filters.ts'
import { PersonRow } from './person-row.tsx'
import { words } from './words.ts'

type PeopleGridProps = Readonly<{
  lines: readonly Line[]
  today: string
  /** The last lines come into sight. */
  onEnd: () => void
}>

export const headerHeight = 56
const bandHeight = 28

/** From the search box into the list. @returns whether there was a row */
export function focusFirstRow(): boolean {
  const row = document.querySelector<HTMLElement>('[role="row"][data-line]')
  row?.focus()
  return row !== null
}

const addressOf = (id: string): string => `/patients/${encodeURIComponent(id)}`

/** Thousands of rows, of which only those in sight are drawn. One row has the focus; arrows move it, Enter opens it. */
export function PeopleGrid({ lines, today, onEnd }: PeopleGridProps) {
  const navigate = useNavigate()
  const frame = useRef<HTMLDivElement>(null)
  const cards = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const people = useMemo(() => lines.flatMap((line, index) => ('row' in line ? [index] : [])), [lines])
  const [current, setCurrent] = useState(0)
  const moving = useRef(false)
  const at = people[Math.min(current, people.length - 1)] ?? 0

  const [top, setTop] = useState(0)
  // What stands above may fold and unfold; the page scrolls as a whole, so where the rows begin is measured.
  useLayoutEffect(() => {
    const place = () => setTop((frame.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
    place()
    const watch = new ResizeObserver(place)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [])
  const virtual = useWindowVirtualizer({
    count: lines.length,
    scrollMargin: top,
    scrollPaddingStart: cards ? bandHeight + headerHeight : 2 * bandHeight + headerHeight,
    estimateSize: (index) => ('row' in (lines[index] ?? {}) ? (cards ? 128 : 53) : bandHeight),
    overscan: 16,
    getItemKey: (index) => {
      const line = lines[index]
      return line === undefined ? index : 'row' in line ? line.row.id : `stage ${line.stage}`
    },
  })
  useLayoutEffect(() => {
    if (moving.current) virtual.scrollToIndex(at)
  }, [at, virtual])
  // At once where the row is drawn: Enter pressed in the next moment opens the row moved to, never the one left. A row
  // further off is drawn first, and gets the focus then.
  useLayoutEffect(() => {
    const row = moving.current ? frame.current?.querySelector<HTMLElement>(`[data-line="${at}"]`) : null
    if (!row) return
    moving.current = false
    row.focus({ preventScroll: true })
  })

  const drawn = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (drawn >= lines.length - 1) onEnd()
  }, [drawn, lines.length, onEnd])

  const press = (event: KeyboardEvent) => {
    const last = people.length - 1
    const page = 10
    const next = {
      ArrowDown: Math.min(current + 1, last),
      ArrowUp: Math.max(current - 1, 0),
      PageDown: Math.min(current + page, last),
      PageUp: Math.max(current - page, 0),
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    moving.current = next !== current
    setCurrent(next)
  }

  return (
    <>
      <p className={classes.hint}>{words.keys}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot draw only the rows in sight */}
      <div
        className={classes.grid}
        role="grid"
        tabIndex={-1}
        aria-label={words.grid}
        aria-rowcount={lines.length + 1}
        onKeyDown={press}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the heading row does nothing */}
        <div className={classes.head} role="row" aria-rowindex={1}>
          {Object.entries(words.columns).map(([column, label]) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div key={column} role="columnheader">
              {label}
            </div>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div ref={frame} role="rowgroup">
          <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
            {virtual.getVirtualItems().map((item) => {
              const line = lines[item.index]
              if (line === undefined) return null
              return (
                <div
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  className={classes.place}
                  style={{ transform: `translateY(${item.start - top}px)` }}
                  role="presentation"
                >
                  {'row' in line ? (
                    <PersonRow
                      row={line.row}
                      foundAs={line.foundAs}
                      today={today}
                      line={item.index}
                      current={item.index === at}
                      href={addressOf(line.row.id)}
                      onOpen={() => void navigate(addressOf(line.row.id))}
                      onFocus={() => setCurrent(people.indexOf(item.index))}
                    />
                  ) : (
                    // biome-ignore lint/a11y/useSemanticElements: as above
                    // biome-ignore lint/a11y/useFocusableInteractive: as above
                    <div role="row" aria-rowindex={item.index + 2} className={classes.stageRow}>
                      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
                      <div role="gridcell" aria-colspan={4}>
                        {answerWords(line.stage)} <span className={classes.soft}>{line.count}</span>
                      </div>
                    </div>
                  )}
                </div>
              )
            })}
          </div>
        </div>
      </div>
    </>
  )
}
