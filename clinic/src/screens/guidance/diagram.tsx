import { useMemo } from 'react'
import { Link } from 'react-router'
import { Panel } from '../../pieces/panel.tsx'
import { decisionTitle } from '../../words/clinical.ts'
import classes from './book.module.css'
import { chapterIds } from './chapters.ts'
import drawn from './diagram.module.css'
import { type Box, drawingOf } from './diagram.ts'
import { toChapter, toTopic } from './search.ts'
import { words } from './words.ts'

const size = { label: 92, column: 190, row: 54, box: 150, height: 36, pad: 8 }

/** The pathway drawn: a lane for each chapter, a box for each decision, arrows from what it rests on. */
export function Diagram() {
  const drawing = useMemo(drawingOf, [])
  const rows = Math.max(...drawing.boxes.map((box) => box.row)) + 1
  const width = size.label + drawing.columns * size.column
  const height = rows * size.row
  const x = (box: Box) => size.label + box.column * size.column + (size.column - size.box) / 2
  const y = (box: Box) => box.row * size.row + (size.row - size.height) / 2
  const boxOf = (id: string) => drawing.boxes.find((box) => box.id === id)
  return (
    <Panel title={words.diagram.title}>
      <p className={classes.soft}>{words.diagram.text}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, from the keyboard too */}
      <section className={drawn.scroll} tabIndex={0} aria-label={words.diagram.scroll}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose boxes are links is a group, and no fieldset */}
        <svg className={drawn.diagram} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words.diagram.title}>
          <defs>
            <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0L8 4L0 8Z" className={drawn.tip} />
            </marker>
          </defs>
          {chapterIds.map((chapter, lane) => {
            const here = drawing.boxes.filter((box) => box.chapter === chapter).map((box) => box.row)
            const first = Math.min(...here)
            const last = Math.max(...here)
            return (
              <g key={chapter}>
                {lane % 2 === 0 && (
                  <rect
                    className={drawn.lane}
                    x="0"
                    y={first * size.row}
                    width={width}
                    height={(last - first + 1) * size.row}
                  />
                )}
                <text className={drawn.laneLabel} x={size.pad} y={first * size.row + size.row / 2 + 4}>
                  {words.chapters[chapter].title}
                </text>
              </g>
            )
          })}
          {drawing.arrows.map(({ from, to }) => {
            const start = boxOf(from)
            const end = boxOf(to)
            if (start === undefined || end === undefined) return null
            const [x1, y1] = [x(start) + size.box, y(start) + size.height / 2]
            const [x2, y2] = [x(end), y(end) + size.height / 2]
            // Each source has its own upright in the gap between columns, so that lines do not lie on each other.
            const upright = 8 + (start.row % 5) * 5
            const [leave, arrive] = [x1 + upright, x2 - (size.column - size.box) + upright]
            const between = y2 - size.row / 2 + (y2 < y1 ? size.row : 0)
            const way = leave === arrive ? `H${leave}V${y2}` : `H${leave}V${between}H${arrive}V${y2}`
            return (
              <path
                key={`${from} ${to}`}
                className={drawn.arrow}
                d={`M${x1} ${y1}${way}H${x2 - 2}`}
                markerEnd="url(#tip)"
              />
            )
          })}
          {drawing.boxes.map((box) => (
            <Link
              key={box.id}
              to={box.topics.length > 1 ? toChapter(box.chapter) : toTopic(box.id)}
              className={drawn.box}
            >
              <rect x={x(box)} y={y(box)} width={size.box} height={size.height} rx="6" />
              <text x={x(box) + size.box / 2} y={y(box) + size.height / 2 + 4.5} textAnchor="middle">
                {nameOf(box)}
              </text>
            </Link>
          ))}
        </svg>
      </section>
    </Panel>
  )
}

const nameOf = (box: Box): string =>
  box.topics.length > 1 ? words.diagram.ruleOuts : (words.diagram.short[box.id] ?? decisionTitle(box.id))
