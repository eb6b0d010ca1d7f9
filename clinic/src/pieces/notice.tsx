import { CircleCheckIcon, InfoIcon, LockIcon, TriangleAlertIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from '../words/clinical.ts'
import classes from './notice.module.css'

export const toneIcons = {
  blocked: LockIcon,
  caution: TriangleAlertIcon,
  permitted: CircleCheckIcon,
  notice: InfoIcon,
} as const

type NoticeProps = Readonly<{
  tone: Tone
  /** Says the meaning in words: colour and icon only repeat it. */
  title: ReactNode
  children?: ReactNode
  role?: 'alert' | 'status' | 'note'
  icon?: ReactNode
  beside?: ReactNode
}>

/** A box that says something first: icon, word, colour, and the text below. */
export function Notice({ tone, title, children, role, icon, beside }: NoticeProps) {
  const Icon = tone === 'blocked' && role === 'alert' ? TriangleAlertIcon : toneIcons[tone]
  return (
    <section className={classes.notice} data-tone={tone} role={role}>
      <span className={classes.icon}>{icon ?? <Icon size={20} strokeWidth={2} aria-hidden />}</span>
      <div className={classes.body}>
        <div className={classes.head}>
          <strong className={classes.title}>{title}</strong>
          {beside}
        </div>
        {children}
      </div>
    </section>
  )
}
