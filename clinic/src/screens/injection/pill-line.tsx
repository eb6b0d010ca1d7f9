import { ChevronDownIcon } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { toneIcons } from '../../pieces/notice.tsx'
import type { Tone } from '../../words/clinical.ts'
import classes from './pill-line.module.css'

type PillLineProps = Readonly<{
  /** By which an address leads here. */
  place: string
  label: string
  tone: Tone
  title: ReactNode
  /** What can be pressed without opening anything. */
  actions?: ReactNode
  /** Pressing the words opens and shuts what is below; without it what is below stays. */
  toggle?: Readonly<{ open: boolean; onToggle: () => void }>
  children?: ReactNode
}>

/** One thing to know before the needle, as a pill in one line with the others; what it opens stands below them all. */
export function PillLine({ place, label, tone, title, actions, toggle, children }: PillLineProps) {
  const below = useId()
  const Icon = toneIcons[tone]
  const said = (
    <>
      <Icon size={18} strokeWidth={2} aria-hidden className={classes.icon} />
      <span>{title}</span>
    </>
  )
  return (
    <section className={classes.line} aria-label={label}>
      <div id={place} className={classes.pill} data-tone={tone}>
        {toggle === undefined ? (
          <span className={classes.said}>{said}</span>
        ) : (
          <button
            type="button"
            className={classes.said}
            aria-expanded={toggle.open}
            aria-controls={toggle.open ? below : undefined}
            onClick={toggle.onToggle}
          >
            {said}
            <ChevronDownIcon size={16} aria-hidden className={classes.chevron} />
          </button>
        )}
        {actions}
      </div>
      {(toggle?.open ?? true) && children && (
        <div id={below} className={classes.below}>
          {children}
        </div>
      )}
    </section>
  )
}

/** The pills, one after the other, and below them whatever is open. */
export const PillLines = ({ children }: Readonly<{ children: ReactNode }>) => (
  <div className={classes.lines}>{children}</div>
)

/** What is too weighty for a pill stands above them. */
export const AbovePills = ({ place, children }: Readonly<{ place?: string | undefined; children: ReactNode }>) => (
  <div id={place} className={classes.above}>
    {children}
  </div>
)
