import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './panel.module.css'

type PanelProps = Readonly<{
  title: string
  /** Makes the card a place that a link can lead to. */
  id?: string
  actions?: ReactNode
  children: ReactNode
}>

/** A titled card of a screen. */
export const Panel = ({ title, id, actions, children }: PanelProps) => (
  <section id={id} className={classes.panel} aria-label={title}>
    <div className={classes.head}>
      <Title order={2}>{title}</Title>
      {actions}
    </div>
    {children}
  </section>
)
