import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from '../words/clinical.ts'
import classes from './notice.module.css'

export const toneIcons = {
  blocked: IconLock,
  caution: IconAlertTriangle,
  permitted: IconCircleCheck,
  notice: IconInfoCircle,
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
  const Icon = tone === 'blocked' && role === 'alert' ? IconAlertTriangle : toneIcons[tone]
  return (
    <section className={classes.notice} data-tone={tone} role={role}>
      <span className={classes.icon}>{icon ?? <Icon size={20} stroke={2} aria-hidden />}</span>
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
