import { Button } from '@mantine/core'
import { useMe } from '../../api/queries.ts'
import { costs, type Figure, gains, type Measure, otherWays, passagesIn, rangeOf } from '../../pathway.ts'
import { PaperFoot } from '../../patient/paper-foot.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { decisionTitle } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { perCent, sharesWhole } from '../../words/per-cent.ts'
import classes from './surgery.module.css'
import { words } from './words.ts'

/** Only the aid is printed, for the person to take home. */
function printAid(): void {
  const page = document.documentElement
  page.dataset.print = 'aid'
  window.addEventListener('afterprint', () => delete page.dataset.print, { once: true })
  window.print()
}

/** What an operation gives and costs, in the ranges of its sources; never one number. */
export const DecisionAid = ({ today }: Readonly<{ today: string }>) => (
  <div data-aid>
    <Panel
      title={words.aid.title}
      actions={
        <Button variant="default" size="xs" className={classes.screenOnly} onClick={printAid}>
          {words.aid.print}
        </Button>
      }
    >
      <AboutOnPaper today={today} />
      <p className={classes.soft}>
        {words.aid.text} <span className={classes.screenOnly}>{words.aid.press}</span>
      </p>
      <Measures title={words.aid.gains} list={gains} today={today} />
      <Measures title={words.aid.costs} list={costs} today={today} />
      <h3 className={classes.part}>{words.aid.otherTitle}</h3>
      <ul className={classes.arguments}>
        {otherWays.map(({ text, because }) => (
          <li key={text}>
            {sharesWhole(text)} <PassageButton passages={passagesIn(because)} today={today} />
          </li>
        ))}
      </ul>
      <p className={classes.soft}>{words.aid.bias}</p>
    </Panel>
    <div className={classes.paperOnly}>
      <PaperFoot />
    </div>
  </div>
)

function AboutOnPaper({ today }: Readonly<{ today: string }>) {
  const clinic = useMe().data?.clinic ?? ''
  return (
    <p className={classes.paperOnly}>{words.aid.about(decisionTitle('decompression'), clinic, dateWords(today))}</p>
  )
}

type MeasuresProps = Readonly<{ title: string; list: readonly Measure[]; today: string }>

const Measures = ({ title, list, today }: MeasuresProps) => (
  <>
    <h3 className={classes.part}>{title}</h3>
    <ul className={classes.measures}>
      {list.map((measure) => {
        const range = rangeWords(measure)
        return (
          <li key={measure.id} className={classes.measure}>
            <span>{measure.label}</span>
            <Bar measure={measure} range={range} />
            <span className={classes.range}>{range}</span>
            <span className={classes.sources}>
              {measure.remark !== undefined && <span>{sharesWhole(measure.remark)}</span>}
              {measure.figures.map((figure) => (
                <span key={`${figure.passage.id} ${figureWords(figure)}`}>
                  {figureWords(figure)}
                  {figure.note !== undefined && `, ${sharesWhole(figure.note)}`}{' '}
                  <PassageButton passages={[figure.passage]} today={today} />
                </span>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  </>
)

function rangeWords(measure: Measure): string {
  const range = rangeOf(measure)
  if (range === null) return words.aid.no
  return range.upTo ? words.aid.upTo(`${range.high}`) : words.aid.range(`${range.low}`, `${range.high}`)
}

const figureWords = (figure: Figure): string =>
  'from' in figure
    ? words.aid.range(`${figure.from}`, `${figure.to}`)
    : 'point' in figure
      ? perCent(figure.point)
      : words.aid.upTo(`${figure.under}`)

/** All sources on one bar from 0 to 100 %: the range as a band, each single figure as a dot. */
function Bar({ measure, range }: Readonly<{ measure: Measure; range: string }>) {
  const span = rangeOf(measure)
  if (span === null) return null
  return (
    <svg
      className={classes.bar}
      viewBox="0 0 200 20"
      preserveAspectRatio="none"
      role="img"
      aria-label={words.aid.describe(measure.label, range)}
    >
      <rect className={classes.track} x="0" y="6" width="200" height="8" rx="2" />
      <rect
        className={classes.span}
        x={span.low * 2}
        y="4"
        width={Math.max(1.5, (span.high - span.low) * 2)}
        height="12"
        rx="2"
      />
      {measure.figures.map((figure) =>
        'point' in figure ? (
          <rect
            key={`${figure.passage.id} ${figure.point}`}
            className={classes.dot}
            x={figure.point * 2 - 1}
            y="4"
            width="2.5"
            height="12"
          />
        ) : null,
      )}
    </svg>
  )
}
