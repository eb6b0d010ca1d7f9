import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './panel.module.css'

type PanelProps = Readonly<{ title: string; actions?: ReactNode; children: ReactNode }>

/** A titled card of a screen. */
export const Panel = ({ title, actions, children }: PanelProps) => (
  <section className={classes.panel} aria-label={title}>
    <div className={classes.head}>
      <Title order={2}>{title}</Title>
      {actions}
    </div>
    {children}
  </section>
)
